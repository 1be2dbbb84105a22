"""The national table as it is when an identity provider is set."""
from django.urls import include, path

from config.urls_nation import handler400, handler403, handler404, handler500, urlpatterns

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
urlpatterns = [*urlpatterns, path("accounts/oidc/", include("accounts.urls_oidc"))]
