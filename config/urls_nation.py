"""The national site: public pages, sign-in for the operator, one's own account. No tenant rows but published ones."""
from django.conf import settings
from django.urls import include, path

from accounts import views as accounts
from desk import views as desk

urlpatterns = [
    path("", desk.regions, name="regions"),
    path("healthz", desk.healthz, name="healthz"),
    path("accounts/", include("config.urls_accounts")),
    path("accounts/", include("accounts.urls_own")),
    path("accounts/", include("accounts.urls_nation")),
    path("", include("certification.urls_nation")),
    path("", include("certification.urls_api")),
    path("me/", accounts.me, name="me"),
    path("me/assignments/", desk.my_work, name="my_work"),
    path("class/", include("desk.training_nation_urls")),
    path("operator/", include("accounts.urls_operator")),
]
if settings.OIDC_ISSUER:
    urlpatterns.append(path("accounts/oidc/", include("accounts.urls_oidc")))

handler400 = "core.failures.bad_request"
handler403 = "core.failures.permission_denied"
handler404 = "core.failures.page_not_found"
handler500 = "core.failures.server_error"
