"""A page of the desk that is not the admin's: the same frame and menu."""
from django.shortcuts import render

from desk.navigation import navigation


def desk_page(request, template, context, status=200, waiting=None):
    """`waiting`: how many providers wait for a decision, if the page has counted them already."""
    return render(request, template, {"desk_nav": navigation(request, waiting), **context}, status=status)
