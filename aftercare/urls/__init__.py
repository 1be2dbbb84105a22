"""Duties, changes and help (below /portal/), and the desk's pages of them (below /admin/aftercare/)."""
from django.urls import URLPattern

from aftercare.urls.consultation import urlpatterns as of_consultations

urlpatterns: list[URLPattern] = [*of_consultations]
