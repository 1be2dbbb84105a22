"""The register for programs, on the national site."""
from django.urls import path, re_path
from django.views.decorators.csrf import csrf_exempt

from certification import api

urlpatterns = [
    path("api/docs", api.api_docs, name="api_docs"),
    path("api/v1/openapi.json", api.openapi, name="api_openapi"),
    *api.addresses("api/v1/"),
    path("api/v1/snapshots/<str:name>", api.api_snapshot, name="api_snapshot"),
    re_path(r"^api/v1/", csrf_exempt(api.api_unknown), name="api_unknown"),
]
