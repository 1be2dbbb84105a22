"""Duties, changes and help (below /portal/), and the desk's pages of them (below /admin/aftercare/)."""
from django.urls import URLPattern

from aftercare.urls.complaint import urlpatterns as of_complaints

urlpatterns: list[URLPattern] = [
    *of_complaints,
]
