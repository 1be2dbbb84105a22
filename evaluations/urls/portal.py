"""The provider's applications."""
from django.urls import path

from evaluations.views import portal

urlpatterns = [
    path("portal/applications/", portal.applications, name="portal_applications"),
    path("portal/applications/<uuid:public_id>/", portal.application, name="portal_application"),
    path("portal/applications/<uuid:public_id>/report/", portal.report, name="portal_report"),
]
