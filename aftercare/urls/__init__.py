"""Duties, changes and help (below /portal/), and the desk's pages of them (below /admin/aftercare/)."""
from django.urls import URLPattern

from aftercare.urls import watching
from aftercare.urls.change import urlpatterns as of_changes
from aftercare.urls.complaint import urlpatterns as of_complaints
from aftercare.urls.consultation import urlpatterns as of_consultations
from aftercare.urls.duty import urlpatterns as of_duties
from aftercare.urls.sanction import urlpatterns as of_sanctions

urlpatterns: list[URLPattern] = [
    *of_duties,
    *watching.urlpatterns,
    *of_complaints,
    *of_consultations,
    *of_changes,
    *of_sanctions,
]
