"""Duties, changes and help (below /portal/), and the desk's pages of them (below /admin/aftercare/)."""
from django.urls import URLPattern

from aftercare.urls.change import urlpatterns as of_changes

urlpatterns: list[URLPattern] = [
    *of_changes,
]
