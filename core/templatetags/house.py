"""The small components of every page, written once: links, icons, states, notices, panels, fields, days."""
import re
from functools import lru_cache
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.forms import CheckboxInput, RadioSelect
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core import wording
from core.addresses import national_url
from core.icons import ICONS, MARK, NOTICE_ICONS, STATES
from core.viewing import KINDS

register = template.Library()
LEVELS = {"error": "danger", "debug": "info"}


@lru_cache(maxsize=256)
def drawing(box, inside, css=""):
    return format_html(
        '<svg viewBox="0 0 {0} {0}"{1} aria-hidden="true">{2}</svg>',
        box, format_html(' class="{}"', css) if css else "", mark_safe(inside),      # noqa: S308 -- our own drawings only
    )


@register.simple_tag(takes_context=True)
def link(context, name, *args, **kwargs):
    """{% url %}, and the page's language goes along when it was chosen in the address."""
    return kept_language(context, reverse(name, args=args, kwargs=kwargs))


@register.simple_tag(takes_context=True)
def link_if(context, name, *args, **kwargs):
    """The same, or nothing where this site has no such page: `{% link_if "portal" as portal %}`."""
    try:
        return link(context, name, *args, **kwargs)
    except NoReverseMatch:
        return ""


@register.simple_tag(takes_context=True)
def in_language(context, address):
    """An address that is known already, with the page's language kept."""
    return kept_language(context, address)


@register.simple_tag(takes_context=True)
def national_link(context, name, *args):
    """An address of the national site, wherever the page stands; on the national site itself `link` does."""
    return kept_language(context, national_url(name, *args))


def kept_language(context, address):
    request = context.get("request")
    chosen = request.GET.get("lang") if request else None
    if chosen not in dict(settings.LANGUAGES) or chosen == settings.LANGUAGE_CODE:
        return address
    address, _, anchor = address.partition("#")
    return address + ("&" if "?" in address else "?") + urlencode({"lang": chosen}) + (f"#{anchor}" if anchor else "")


@register.simple_tag
def view_of(address, extension):
    """Where a file can be read in a page, or nothing if files of its type are only downloaded."""
    return _asking(address, "view=page") if extension in KINDS else ""


@register.simple_tag
def picture_of(address):
    """A stored picture as it stands in a page."""
    return _asking(address, "view=picture")


def _asking(address, words):
    return f"{address}{'&' if '?' in address else '?'}{words}"


@register.simple_tag
def mark():
    """The mark of the house, in the colour of where it stands."""
    return drawing(24, MARK, "mark")


@register.simple_tag
def icon(name):
    return drawing(24, ICONS[name], "icon")


@register.simple_tag
def status(state, word):
    """A state in a word and a shape."""
    return _status(state, str(word))


@lru_cache(maxsize=512, typed=True)         # a safe word and the same word that is not are two
def _status(state, word):
    if state not in STATES:
        raise ImproperlyConfigured(f"no shape for the state {state!r} in core/icons.py")
    return format_html('<span class="status" data-state="{}">{}{}</span>', state, drawing(16, STATES[state]), word)


@register.filter
def notice_kind(level):
    """Django's message level as the kind of a notice."""
    return LEVELS.get(level, level or "info")


@register.simple_block_tag
def notice(content, kind="info", title="", role=""):
    """{% notice "warning" title=… %}…{% endnotice %}: what happened, what is kept, what to do."""
    head = format_html("<b>{}</b>", title) if title else ""
    body = content.strip()
    return format_html(
        '<div class="notice" data-kind="{}"{}>{}<div>{}{}</div></div>',
        kind, format_html(' role="{}"', role) if role else "", drawing(24, ICONS[NOTICE_ICONS[kind]], "icon"), head,
        mark_safe(body if body.startswith("<") or not body else f"<p>{body}</p>"),   # noqa: S308 -- rendered by the template
    )


@register.simple_block_tag
def panel(content, title="", quiet=False, level=2):
    """{% panel title %}…{% endpanel %}: one matter in a frame."""
    head = format_html("<h{0}>{1}</h{0}>", level, title) if title else ""
    return format_html('<section class="panel{}">{}{}</section>', " quiet" if quiet else "", head, content)


@register.simple_block_tag
def capture(content):
    """{% capture as menu %}…{% endcapture %}: rendered once, put in two places."""
    return content


@register.simple_block_tag
def crumbs(content):
    """{% crumbs %}<li>…</li>{% endcrumbs %}: the way back, a landmark of its own."""
    return format_html('<nav class="wrap" aria-label="{}"><ol class="crumbs">{}</ol></nav>', _("You are here"), content)


@register.inclusion_tag("components/field.html")
def field(bound, hint=None, mark_required=True):
    """One question of a form: name, hint, input, error, tied together for those who hear the page."""
    widget = bound.field.widget
    widget.attrs.pop("placeholder", None)                  # a name that vanishes while typing is no name
    if hint is not None:
        bound.help_text = hint or ""
    kinds = {CheckboxInput: "check", RadioSelect: "choices"}
    kind = next((kind for shape, kind in kinds.items() if isinstance(widget, shape)), "group" if bound.use_fieldset else "input")
    return {"field": bound, "kind": kind, "mark_required": mark_required and bound.field.required}


@register.simple_tag
def korean_date(day):
    """2026. 11. 22.(일), in English 22 November 2026 (Sun), never broken over two lines."""
    return _day(wording.seoul_day(day), get_language()) if day else ""


@lru_cache(maxsize=4096)
def _day(day, language):
    return format_html('<time datetime="{}">{}</time>', day.isoformat(), wording.day_in_words(day, language))


@register.simple_tag
def when(moment):
    """The same with the time in Seoul."""
    if not moment:
        return ""
    return format_html('<time datetime="{}">{}</time>', moment.isoformat(), wording.moment_in_words(moment))


@register.simple_tag
def moment_words(moment):
    """The same in a text without markup: a message."""
    return wording.moment_in_words(moment)


@register.filter
def file_size(size):
    return wording.size_in_words(int(size or 0))


@register.simple_tag
def labelled(cells, headers):
    """Cells of an admin list, each with the name of its column, for screens too narrow for a table."""
    names = [header["text"] for header in headers]
    return mark_safe("".join(                                                        # noqa: S308 -- cells rendered by Django
        cell if "<" in str(name) else cell.replace("<td", str(format_html('<td data-label="{}"', capfirst(name))), 1)
        for cell, name in zip(cells, names, strict=False)
    ))


@register.filter
def facet(label):
    """A filter's choice as Django writes it, "Seoul (12)", split into its words and its count."""
    words, count = re.fullmatch(r"(.*?)(?: \((\d+|-)\))?", str(label), re.S).groups()
    return {"words": words, "count": count}
