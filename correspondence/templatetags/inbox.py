"""How much is new, for the menus."""
from django import template

from correspondence import queries

register = template.Library()


@register.simple_tag(takes_context=True)
def unread_count(context):
    """`{% unread_count as unread %}`: asked once a page; nothing on kept public pages, on the national site or for citizens."""
    request = context.get("request")
    if request is None or not getattr(request, "agency", None) or getattr(request, "is_public_page", False):
        return 0
    if not hasattr(request, "unread_count"):
        actor = getattr(request, "actor", None)
        request.unread_count = queries.unread_count(actor) if actor else 0
    return request.unread_count
