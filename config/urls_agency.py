"""Everything under an agency; no pattern names it."""
from django.contrib import admin
from django.urls import include, path

from accounts import views as accounts
from desk import views as desk

urlpatterns = [
    path("", desk.home, name="home"),
    path("theme.css", accounts.theme_css, name="theme_css"),
    path("accounts/", include("config.urls_accounts")),
    path("accounts/", include("accounts.urls_own")),
    path("accounts/", include("accounts.urls")),
    path("accounts/", include("correspondence.urls")),
    path("", include("certification.urls")),
    path("", include("evaluations.urls")),
    path("", include("aftercare.urls")),
    path("assess/entry/", include("panels.urls")),
    path("visits/", include("visits.urls")),
    path("portal/", include("providers.urls")),
    path("management/", include("agencies.urls")),
    path("management/", include("desk.management_urls")),
    path("management/", include("desk.report_urls")),
    path("management/", include("desk.rating_urls")),
    path("management/", include("agencies.rating_urls")),
    path("management/", include("desk.result_urls")),
    path("management/", include("desk.steps_urls")),
    path("management/", include("desk.position_urls")),
    path("management/", include("desk.followup_urls")),
    path("management/", include("agencies.urls_public")),
    path("network/", include("desk.network_urls")),
    path("training/", include("desk.training_urls")),
    path("cases/", include("agencies.urls_cases")),
    path("profile/", include("agencies.urls_profile")),
    path("admin/", include("desk.urls")),
    path("admin/", admin.site.urls),
]

handler400 = "core.failures.bad_request"
handler403 = "core.failures.permission_denied"
handler404 = "core.failures.page_not_found"
handler500 = "core.failures.server_error"
