"""The national addresses for tests of the kernel."""
from django.urls import include, path

from tests.sample import views

urlpatterns = [
    path("", views.home, name="regions"),
    path("accounts/", include("config.urls_accounts")),
    path("accounts/", include("accounts.urls_nation")),
    path("operator/", include("accounts.urls_operator")),
    path("me/", views.portal, name="me"),
    path("published/", views.published, name="published"),
    path("listed/", views.listed, name="listed"),
    path("found/", views.found, name="found"),
    path("owned/", views.owned, name="owned"),
    path("boom/", views.boom, name="boom"),
    path("no_guard/", views.no_guard, name="no_guard"),
    path("operating/", views.operating, name="operating"),
]

handler400 = "core.failures.bad_request"
handler403 = "core.failures.permission_denied"
handler404 = "core.failures.page_not_found"
handler500 = "core.failures.server_error"
