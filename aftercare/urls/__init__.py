"""Duties, changes and help (below /portal/), and the desk's pages of them (below /admin/aftercare/)."""
from django.urls import URLPattern

from aftercare.urls import watching

urlpatterns: list[URLPattern] = [*watching.urlpatterns]
