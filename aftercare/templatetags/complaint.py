"""Complaints in pages of others: what a provider is asked and has not answered."""
from django import template

from aftercare.queries.complaint import own_inquiries

register = template.Library()


@register.simple_tag(takes_context=True)
def inquiries_waiting(context):
    """The nearest end first."""
    return list(own_inquiries(context["request"].actor).filter(answered_at=None, ended_at=None).order_by("deadline__due_at", "pk")[:10])
