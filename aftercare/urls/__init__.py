"""Duties, changes and help (below /portal/), and the desk's pages of them (below /admin/aftercare/)."""
from django.urls import URLPattern

from aftercare.urls.sanction import urlpatterns as sanction_urls

urlpatterns: list[URLPattern] = [*sanction_urls]
