"""The pieces of one certificate's page that no list has: what programs read of it."""
import json

from django import template
from django.urls import reverse
from django.utils.safestring import mark_safe

from certification import shown
from certification.structured import structured_of
from core.addresses import absolute_url
from core.templatetags.house import kept_language

register = template.Library()
ESCAPED = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


@register.simple_tag
def shown_word(entry):
    """Its state inside a sentence."""
    return shown.word(entry.state)


@register.simple_tag(takes_context=True)
def compare_address(context, entry):
    """The comparison with this one chosen."""
    return kept_language(context, f"{reverse('register_compare')}?n={entry.number}")


@register.filter
def cell_of(cells, number):
    return cells[number]


@register.simple_tag
def structured(entry):
    """The certificate for programs: a block of data, which no browser runs and the policy of the page does not touch."""
    written = json.dumps(structured_of(entry, absolute_url(entry.agency, "register_entry", entry.number)), ensure_ascii=False)
    block = f'<script type="application/ld+json">{written.translate(ESCAPED)}</script>'
    return mark_safe(block)                     # noqa: S308 -- nothing in it can end the element: see ESCAPED
