"""Duties, changes and help (below /portal/), and the desk's pages of them (below /admin/aftercare/)."""
from django.urls import URLPattern

from aftercare.urls import watching
from aftercare.urls.duty import urlpatterns as duty

urlpatterns: list[URLPattern] = [*duty, *watching.urlpatterns]
