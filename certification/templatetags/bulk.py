"""The words of a bulk check."""
from django import template

from certification.views.bulk_parts import verdict_words
from core.templatetags.house import status

register = template.Library()
SHAPES = {"valid": "valid", "not_valid": "revoked", "several": "unknown", "unknown": "expired"}


@register.filter
def verdict_word(verdict):
    return verdict_words()[verdict]


@register.simple_tag
def verdict_of(answer):
    """What is known of a line, in a word and a shape."""
    return status(SHAPES[answer.verdict], verdict_words()[answer.verdict])
