"""The front pages: an agency's, and the nation's."""
from django.shortcuts import render

from accounts.directory import agencies
from accounts.guards import public
from core.public_pages import kept_page


@public
@kept_page
def home(request):
    return render(request, "agency/home.html")


@public
@kept_page
def regions(request):
    return render(request, "nation/regions.html", {"agencies": agencies()})
