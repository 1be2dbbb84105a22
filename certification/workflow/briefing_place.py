"""Registrations for a briefing: a seat or a place on the waiting list, given back, moved up, reminded of, ticked off, erased."""
import uuid
from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from certification.models import Briefing, BriefingPlace
from certification.permissions import can_give_back, can_keep_briefings
from core import clock
from core.calendar import months_before
from core.workflow import enqueue, lock, record, refuse_if, require

KEPT_MONTHS = 6                                 # after the briefing; the consent says so
REMINDED_AT = time(9)                           # the day before
NOTHING = {"name": "", "organisation": "", "phone": "", "email": "", "mail_error": "", "user": None}


@transaction.atomic
def register_for_briefing(briefing, facts, *, language, actor, arrived_at):
    """A seat while there is one, else the end of the waiting list. An address that is registered already stays as it is.

    Whether it is only the message says: whoever typed the address may be anybody.
    """
    briefing = lock(briefing)                                   # one after the other: the thirty-first seat is none
    require(briefing.round.published_at is not None)
    refuse_if(not briefing.takes_registrations(arrived_at), _("Registration for this briefing is over."))
    email = facts["email"].lower()
    known = _registered(briefing).filter(email=email).first()
    if known:
        send("again", known)
        return known
    place = BriefingPlace.everything.create(
        **facts | {"email": email}, briefing=briefing, user=actor.user, language=language, arrived_at=arrived_at,
        seated_at=clock.now() if _seats_left(briefing) > 0 else None)
    record("briefing.registered", place, actor=actor, briefing=briefing.pk, seated=place.seated_at is not None)
    send("registered", place)
    return place


@transaction.atomic
def give_back(place, *, actor):
    """Not coming after all: the first of the waiting list gets the seat and is told. A second time changes nothing."""
    briefing, place = lock(place.briefing), lock(place)
    require(can_give_back(actor, place))
    if place.cancelled_at:
        return place
    refuse_if(briefing.has_begun, _("This briefing has begun already."))
    place.cancelled_at = clock.now()
    place.save(update_fields=["cancelled_at"])
    record("briefing.given_back", place, actor=actor, briefing=briefing.pk, seated=place.seated_at is not None)
    send("cancelled", place)
    move_up(briefing, actor=actor)
    return place


def move_up(briefing, *, actor):
    """Free seats go to whoever has waited longest. For whoever has locked the briefing. Returns them."""
    if briefing.has_begun or briefing.called_off_at:
        return []
    waiting = _registered(briefing).filter(seated_at=None).order_by("arrived_at", "pk")
    moved = list(waiting[:max(0, _seats_left(briefing))])
    for place in moved:
        place.seated_at = clock.now()
        place.save(update_fields=["seated_at"])
        send("moved_up", place)
    for place in moved:
        record("briefing.moved_up", place, actor=actor, briefing=briefing.pk)
    return moved


@transaction.atomic
def note_came(place, came, *, actor):
    """Who is there, on the day or afterwards; a slip of the finger is taken back the same way."""
    place = lock(place)
    require(can_keep_briefings(actor))
    refuse_if(place.cancelled_at, _("This registration was given back."))
    refuse_if(clock.today() < place.briefing.day, _("Who came is noted from the day of the briefing on."))
    place.came_at = clock.now() if came else None
    place.save(update_fields=["came_at"])
    record("briefing.came" if came else "briefing.did_not_come", place, actor=actor, briefing=place.briefing_id)
    return place


def reminder_due_at(briefing):
    """Nine in the morning of the day before."""
    return datetime.combine(briefing.day - timedelta(days=1), REMINDED_AT, clock.SEOUL)


@transaction.atomic
def remind_of_briefing(briefing, *, actor):
    """Each seat is reminded once, the day before; who registered since then has just been told. Returns how many were."""
    briefing = lock(briefing)
    if briefing.called_off_at or not reminder_due_at(briefing) <= clock.now() < briefing.starts_at:
        return 0
    waiting = _registered(briefing).filter(seated_at__lt=reminder_due_at(briefing), reminded_at=None).order_by("pk")
    reminded = list(waiting)
    for place in reminded:
        send("reminder", place)
    BriefingPlace.everything.filter(pk__in=[place.pk for place in reminded]).update(reminded_at=clock.now())
    if reminded:
        record("briefing.reminded", briefing, actor=actor, told=len(reminded))
    return len(reminded)


@transaction.atomic
def erase_places(*, actor):
    """Six months after a briefing what people typed for it is gone; that they registered and came stays as a number."""
    before = clock.day_start(months_before(clock.today(), KEPT_MONTHS))
    old = BriefingPlace.everything.filter(briefing__ends_at__lt=before, erased_at=None)
    counts = {}
    for briefing_id in old.values_list("briefing", flat=True):
        counts[briefing_id] = counts.get(briefing_id, 0) + 1
    old.update(**NOTHING, erased_at=clock.now())
    for briefing in Briefing.everything.filter(pk__in=counts):
        record("briefing.places_erased", briefing, actor=actor, count=counts[briefing.pk])
    return sum(counts.values())


@transaction.atomic
def note_mail_error(place, error, *, actor):
    """The mail server has said for good that it does not take this address; staff see it and can call."""
    BriefingPlace.everything.filter(pk=place.pk, erased_at=None).update(mail_error=error[:300])


def send(kind, place):
    """A message to its address, once this transaction is true; a second attempt has the same mark."""
    enqueue("certification.tasks.send_briefing_mail", place_id=place.pk, kind=kind, mark=uuid.uuid4().hex)


def _registered(briefing):
    return BriefingPlace.everything.filter(briefing=briefing, cancelled_at=None, erased_at=None)


def _seats_left(briefing):
    return briefing.seats - _registered(briefing).exclude(seated_at=None).count()
