"""The frame of training: the desk's for staff, everybody's own for employees and assessors."""
from django.shortcuts import render

from desk.pages import desk_page


def training_page(request, template, context, status=200):
    """Templates extend `frame`: blocks title, here, head_title, head_words, head_tools, body."""
    if request.actor.is_staff:
        return desk_page(request, template, {"frame": "desk/training_desk.html", **context}, status=status)
    return render(request, template, {"frame": "desk/training_portal.html", **context}, status=status)
