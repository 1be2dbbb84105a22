"""The pieces of the register's pages: states and reasons, the pass with its line and its QR code, the verdict."""
from datetime import date
from functools import lru_cache

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from certification import shown
from certification.models import CertificateEvent
from certification.models.certificate import Ended, State
from core.icons import STATES
from core.qr import qr_path
from core.templatetags.house import drawing, kept_language, status
from core.wording import day_in_words

register = template.Library()
TERM = '<svg class="span" {}><line x1="2" y1="10" x2="100%" y2="10"/><line class="gone" x1="2" y1="10" x2="{}%" y2="10"/>{}</svg>'
TODAY = '<circle cx="{0}%" cy="10" r="7"/><text class="{1}" x="{0}%" y="38">{2}</text>'
QUIET = 2                                               # modules of white around a QR code on a white page


@register.simple_tag(takes_context=True)
def entry_address(context, entry):
    """Its page at its own agency, from wherever."""
    return kept_language(context, f"{entry.agency.prefix}register/{entry.number}/")


@register.simple_tag(takes_context=True)
def log_address(context, entry):
    """The public log of its agency, from wherever."""
    return kept_language(context, f"{entry.agency.prefix}log/")


@register.simple_tag
def state_of(entry, words="word"):
    """Its state in a word, or with "sentence" in a sentence, and a shape."""
    state = entry.state
    return status(shown.SHAPES[state], getattr(shown, words)(state))


@register.filter
def shape(entry):
    return shown.SHAPES[entry.state]


@register.filter
def answer(entry):
    return shown.answer(entry.state)


@register.simple_tag
def reason_of(entry):
    """Why and until when, for what is not in force."""
    state = entry.state
    if state == State.SUSPENDED:
        sentence = (_("Suspended through %(day)s.") % {"day": day_in_words(entry.suspended_to)} if entry.suspended_to
                    else _("Suspended until further notice."))
        sentence = f"{sentence} {told(entry, CertificateEvent.Kind.SUSPENDED)}"
    elif state == State.REVOKED:
        sentence = _("Revoked on %(day)s. It stays in this list through %(until)s; the check of its code shows it after that as well.") % {
            "day": day_in_words(entry.ended_on), "until": day_in_words(entry.listed_until)}
    else:
        return ""
    return format_html('<p class="reason">{}</p>', sentence.strip())


@register.filter
def told(entry, kind):
    """The public reason of the latest event of that kind."""
    return next((event["reason"] for event in reversed(entry.history) if event["kind"] == kind), "")


@register.filter
def reason_of_end(entry):
    return told(entry, entry.ended_as) if entry.ended_as in Ended.values else ""


@register.filter
def newest_first(history):
    """[{label, on, until, reason, is_now}] of a row's history."""
    events = [{"label": CertificateEvent.Kind(event["kind"]).label, "on": date.fromisoformat(event["on"]), "reason": event["reason"],
               "until": event["until"] and date.fromisoformat(event["until"])} for event in history]
    return events[::-1]


@register.filter
def as_day(written):
    """A day as JSON keeps it."""
    return date.fromisoformat(written)


@register.filter
def said(texts, stem, language=None):
    """`name` of {name_ko, name_en} in the page's language; English pages fall back to Korean."""
    return ((language or get_language()) == "en" and texts.get(f"{stem}_en")) or texts.get(f"{stem}_ko", "")


@register.simple_tag
def term(entry, today):
    """The years of a certificate as one line, with today on it."""
    whole, gone = (entry.valid_to - entry.valid_from).days + 1, (today - entry.valid_from).days
    left = (entry.valid_to - today).days
    if not entry.is_in_force:
        return term_line(whole, min(max((entry.last_day - entry.valid_from).days + 1, 0), whole), "", "")
    words = _("Today · %(days)s days left") % {"days": f"{left:,}"}
    label = _("%(gone)s of %(whole)s days have passed, %(left)s are left") % {
        "gone": f"{gone:,}", "whole": f"{whole:,}", "left": f"{left:,}"}
    return term_line(whole, gone, words, label)


def term_line(whole, gone, words, label):
    share = 100 * gone / whole
    end = "begin" if share < 18 else "end" if share > 82 else ""
    today = format_html(TODAY, f"{share:.1f}", end, words) if words else ""
    spoken = format_html('role="img" aria-label="{}"', label) if label else format_html('aria-hidden="{}"', "true")
    return format_html(TERM, spoken, f"{share:.1f}", today)


@register.simple_tag
def qr(address):
    """The address as a QR code that can be read off a screen and off paper."""
    side, path = qr_of(address)
    box = f"{-QUIET} {-QUIET} {side + 2 * QUIET} {side + 2 * QUIET}"
    return format_html('<svg class="qr" viewBox="{}" role="img" aria-label="{}" shape-rendering="crispEdges"><path d="{}"/></svg>',
                       box, _("QR code of the address where this certificate is checked"), path)


@lru_cache(maxsize=512)
def qr_of(address):
    return qr_path(address)


@register.simple_tag
def verdict_sign(state):
    """The large sign of the answer."""
    return drawing(16, STATES["confirmed" if state in ("valid", "expiring") else state])

