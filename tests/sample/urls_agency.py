"""An agency's addresses for tests of the kernel: the doors, the admin, and views that behave and misbehave on purpose."""
from django.contrib import admin
from django.urls import include, path

from tests.sample import views

urlpatterns = [
    path("", views.home, name="home"),
    path("accounts/", include("config.urls_accounts")),
    path("accounts/", include("accounts.urls")),
    path("portal/", views.portal, name="portal"),
    path("admin/", include("desk.urls")),
    path("admin/", admin.site.urls),
    *[path("management/", include(f"desk.{noun}_urls"))
      for noun in ("management", "report", "rating", "result", "followup", "position", "steps")],
    path("network/", include("desk.network_urls")),
    path("training/", include("desk.training_urls")),
    *[path(f"{view.__name__}/", view, name=view.__name__) for view in views.BEHAVING],
    path("club/<uuid:public_id>/", views.club, name="club"),
    path("open/<uuid:public_id>/", views.open_club, name="open_club"),
    path("secret/<uuid:public_id>/", views.secret, name="secret"),
]

handler400 = "core.failures.bad_request"
handler403 = "core.failures.permission_denied"
handler404 = "core.failures.page_not_found"
handler500 = "core.failures.server_error"
