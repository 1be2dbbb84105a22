"""Links of duties: to the page on which one is fulfilled, to a calendar."""
from django import template
from django.urls import NoReverseMatch

from aftercare import duty_pages
from aftercare.feeds import token_of
from core.addresses import absolute_url
from core.templatetags.house import link

register = template.Library()


@register.simple_tag(takes_context=True)
def duty_page(context, duty, where="portal"):
    """`{% duty_page duty as address %}`: where this duty is done, or nothing while its kind has no page."""
    name = (duty_pages.DESK if where == "desk" else duty_pages.PORTAL).get(duty.kind)
    try:
        return link(context, name, duty.public_id) if name else ""
    except NoReverseMatch:
        return ""


@register.simple_tag
def feed_address(feed):
    return absolute_url(feed.agency, "duty_feed", token_of(feed))
