"""Messages to people who registered for a briefing, with or without an account, each in the language they registered in."""
from email.utils import formataddr, parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation

from accounts.queries import message_host
from certification.queries import place_link, waiting_before
from core.addresses import absolute_url
from core.ics import appointment

WITH_CALENDAR = ("registered", "again", "moved_up", "changed", "called_off", "cancelled")


def has_something_to_say(kind, place):
    """Whether the message is still true when its turn comes."""
    if place.erased_at or not place.email:
        return False
    if kind in ("cancelled", "called_off"):
        return True
    if place.cancelled_at or place.briefing.called_off_at:
        return False
    return kind not in ("reminder", "moved_up") or not place.briefing.has_begun


def compose(kind, place, mark):
    """`mark` stays the same when the message is tried again, and so does its Message-ID."""
    briefing, agency = place.briefing, place.agency
    with translation.override(place.language):
        words = {
            "kind": kind, "place": place, "briefing": briefing, "round": briefing.round, "agency": agency, "link": place_link(place),
            "page": absolute_url(agency, "round", briefing.round.public_id) + "#briefings",
            "waiting": None if place.seated_at else waiting_before(place) + 1, "phone": briefing.round.contact_phone or agency.phone,
        }
        message = EmailMessage(
            subject=" ".join(render_to_string("emails/briefing_subject.txt", words).split()),
            body=render_to_string("emails/briefing.txt", words),
            from_email=formataddr((" ".join(agency.name.split()), parseaddr(settings.DEFAULT_FROM_EMAIL)[1])),
            to=[place.email], reply_to=[agency.email] if agency.email else None,
            headers={"Message-ID": f"<briefing-{mark}@{message_host()}>", "Auto-Submitted": "auto-generated"},
        )
        if kind in WITH_CALENDAR and place.seated_at:
            message.attach("briefing.ics", calendar_file(briefing, cancelled=kind in ("called_off", "cancelled"), link=briefing.link),
                           "text/calendar")
    return message


def calendar_file(briefing, *, cancelled=False, link=""):
    """The briefing for a calendar. `link` goes only to those who have a seat."""
    page = absolute_url(briefing.agency, "round", briefing.round.public_id)
    return appointment(f"briefing-{briefing.public_id}", starts_at=briefing.starts_at, ends_at=briefing.ends_at,
                       title=f"{briefing.name}, {briefing.agency.name}", place=briefing.place or link, description=link, url=page,
                       sequence=briefing.sequence + cancelled, cancelled=cancelled or briefing.called_off_at is not None)
