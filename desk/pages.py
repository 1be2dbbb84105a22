"""A page of the desk that is not the admin's: the same frame and menu."""
from django.shortcuts import render

from desk.navigation import navigation


def desk_page(request, template, context, status=200):
    return render(request, template, {"desk_nav": navigation(request), **context}, status=status)
