"""What of a public page is the same whatever is searched for: drawn once for each state of its agency, with slots for the rest."""
import re

from django.conf import settings
from django.http import HttpResponse, QueryDict
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from core import clock
from core.patterns import shown

LIMIT = 600                                     # of some agencies, each with its kinds of pages in two languages
SLOT = re.compile("(?:<|%3C)!--(?: |%20)slot(?: |%20)(\\w+)(?: |%20)--(?:>|%3E)")      # in the text, and in an address
BLOCKS = ("title", "description", "styles", "head", "crumbs", "content")       # of base.html, which a page in a frame may fill
BETWEEN = "<!-- next block -->"
UNSEEN = ("public_generation",)                 # what changes with each certificate and stands on no frame
_frames: dict[tuple, list[str]] = {}            # text, slot, text, slot, …, text


class Slots:
    """In the template: {{ slots.words }}"""

    def __getitem__(self, name):
        return mark_safe(f"<!-- slot {name} -->")               # noqa: S308 -- names of the template's own


def filled_frame(request, template, filled, status=200):
    """An answer: the template with its slots as `filled` says, what is not safe escaped. Only for pages that are `kept_page`.

    Of the address nothing may stand on a frame but its name: the pages of all certificates share one.
    """
    key = (template, request.resolver_match.view_name, get_language(), request.on_own_domain, clock.today(), settings.RELEASE,
           _facts_of(request.agency))
    frame = _frames.get(key)
    if frame is None:
        if len(_frames) >= LIMIT:
            _frames.clear()
        frame = _frames[key] = _drawn(request, template)
    filled = {**filled, "other_language": _other_language(request)}
    return HttpResponse("".join([shown(filled[piece]) if at % 2 else piece for at, piece in enumerate(frame)]), status=status)


def framed(request, template, context, status=200):
    """`render` for pages that are `kept_page` and extend `shell`: what the template itself says, in a frame that is drawn already."""
    blocks = render_to_string(template, {**context, "shell": "shell_blocks.html"}, request).split(BETWEEN)
    return filled_frame(request, "shell.html", dict(zip(BLOCKS, map(mark_safe, blocks), strict=True)), status)


def forget_frames():
    _frames.clear()


def _facts_of(agency):
    """In one text: some of them are lists, which are no key."""
    return agency and repr([getattr(agency, field.attname) for field in agency._meta.concrete_fields if field.attname not in UNSEEN])


def _drawn(request, template):
    """Without anything asked: nothing of one search stays in it."""
    asked, request.GET = request.GET, QueryDict(f"lang={request.asked_language}" if request.asked_language else "")
    try:
        page = render_to_string(template, {"slots": Slots()}, request)
    finally:
        request.GET = asked
    other = "en" if get_language() == "ko" else "ko"
    return SLOT.split(page.replace(f'href="?lang={other}"', 'href="<!-- slot other_language -->"'))


def _other_language(request):
    """The link to the other language keeps what was asked."""
    query = request.GET.copy()
    query["lang"] = "en" if get_language() == "ko" else "ko"
    return mark_safe(escape(f"?{query.urlencode()}"))           # noqa: S308 -- escaped
