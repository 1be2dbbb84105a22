"""Formulas in words, and texts that hold one piece a line."""
from django import template

from agencies.amounts import plain
from agencies.wording import formula_in_words

register = template.Library()


@register.filter
def in_words(indicator):
    """The formula of its rating, with labels for names."""
    return formula_in_words(indicator)


@register.filter
def pieces(text):
    """Each line that says something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


@register.filter
def trimmed(number):
    """A decimal without noughts at its end: 7, 12.5."""
    return "" if number is None else plain(number)
