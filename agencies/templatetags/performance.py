"""Figures as people read them."""
from django import template

from agencies.typed_numbers import shown_number

register = template.Library()


@register.filter
def number(kept):
    """With commas; nothing stays nothing."""
    return shown_number(kept) if kept else ""


@register.filter
def of_figure(figures, name):
    """One figure of an entry by its name."""
    return figures.get(name, "")
