"""Briefings: set up with their round, changed or called off with a reason that everybody registered is told; materials afterwards."""
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.workflow import renew_public_pages
from certification.models import Briefing, BriefingMaterial, BriefingPlace
from certification.permissions import can_keep_briefings
from certification.round_calendar import briefing_disorder, facts_of
from certification.workflow.briefing_place import move_up, send
from core import clock
from core.files import store_upload
from core.tenancy import current_agency
from core.workflow import lock, record, refuse_if, require


@transaction.atomic
def add_briefing(round, facts, *, actor):
    """One more briefing; after the announcement too. `facts` are Briefing's fields."""
    round = lock(round)
    require(can_keep_briefings(actor))
    briefing = Briefing(round=round, **facts)
    _refuse_disorder(briefing)
    refuse_if(round.published_at and briefing.starts_at <= clock.now(), _("This moment has passed already."), field="starts_at")
    briefing.save()
    record("briefing.added", briefing, actor=actor, round=round.pk, starts_at=briefing.starts_at, seats=briefing.seats)
    _show(round)
    return briefing


@transaction.atomic
def change_briefing(briefing, facts, *, reason="", actor):
    """A draft as one likes. Announced: with a reason, no seat less, and whoever is registered is told; more seats move the list up."""
    round, briefing = lock(briefing.round), lock(briefing)
    require(can_keep_briefings(actor))
    was_announced = round.published_at is not None
    _refuse_over(briefing, was_announced)
    refuse_if(was_announced and not reason.strip(), _("Please write the reason. Everybody reads it on the announcement."), field="reason")
    refuse_if(was_announced and facts["seats"] < briefing.seats, _("There can only be more seats: these were promised."), field="seats")
    changed = sorted(name for name, value in facts.items() if getattr(briefing, name) != value)
    for name, value in facts.items():
        setattr(briefing, name, value)
    _refuse_disorder(briefing)
    if was_announced:
        briefing.changed_at, briefing.change_reason, briefing.sequence = clock.now(), reason.strip(), briefing.sequence + 1
    briefing.save()
    record("briefing.changed", briefing, actor=actor, fields=changed, reason=reason.strip())
    if was_announced and set(changed) - {"seats", "register_until"}:
        _tell_registered(briefing, "changed")
    move_up(briefing, actor=actor)
    _show(round)
    return briefing


@transaction.atomic
def call_off_briefing(briefing, *, reason, actor):
    """It does not take place. Everybody registered is told why."""
    round, briefing = lock(briefing.round), lock(briefing)
    require(can_keep_briefings(actor))
    _refuse_over(briefing, round.published_at is not None)
    refuse_if(not reason.strip(), _("Please write the reason. Everybody reads it on the announcement."), field="reason")
    briefing.called_off_at, briefing.call_off_reason, briefing.sequence = clock.now(), reason.strip(), briefing.sequence + 1
    briefing.save(update_fields=["called_off_at", "call_off_reason", "sequence"])
    record("briefing.called_off", briefing, actor=actor, reason=reason.strip())
    _tell_registered(briefing, "called_off")
    _show(round)
    return briefing


@transaction.atomic
def remove_briefing(briefing, *, actor):
    """Out of a draft that nobody has read."""
    round, briefing = lock(briefing.round), lock(briefing)
    require(can_keep_briefings(actor))
    refuse_if(round.published_at, _("This briefing is announced. Call it off with a reason."))
    record("briefing.removed", briefing, actor=actor, round=round.pk)
    briefing.delete()


@transaction.atomic
def add_material(briefing, upload, *, actor):
    """What was shown or handed out, for everybody; the same content is kept once."""
    briefing = lock(briefing)
    require(can_keep_briefings(actor))
    stored, name = store_upload(upload, shelf=briefing.public_id, actor=actor)
    material, is_new = BriefingMaterial.everything.get_or_create(briefing=briefing, file=stored,
                                                                 defaults={"name": name, "added_at": clock.now()})
    if is_new:
        record("briefing.material_added", briefing, actor=actor, material=material.pk, sha256=stored.sha256)
        _show(briefing.round)
    return material


@transaction.atomic
def tell_about_materials(briefing, *, actor):
    """Everybody who registered is sent the address of the materials; again only when there is something new. Returns how many."""
    briefing = lock(briefing)
    require(can_keep_briefings(actor))
    refuse_if(not briefing.round.published_at, _("This round is not announced yet."))
    fresh = briefing.materials.filter(added_at__gt=briefing.materials_told_at) if briefing.materials_told_at else briefing.materials.all()
    refuse_if(not fresh.exists(), _("There is no material that people were not told about yet."))
    briefing.materials_told_at = clock.now()
    briefing.save(update_fields=["materials_told_at"])
    told = _tell_registered(briefing, "materials")
    record("briefing.materials_told", briefing, actor=actor, told=told)
    return told


def _refuse_over(briefing, was_announced):
    refuse_if(briefing.called_off_at, _("This briefing was called off."))
    refuse_if(was_announced and briefing.has_begun, _("This briefing has begun already."))


def _refuse_disorder(briefing):
    for field, sentence in briefing_disorder(facts_of(briefing, Briefing), briefing.round)[:1]:
        refuse_if(sentence, sentence, field=field)


def _tell_registered(briefing, kind):
    """A message to each seat and each place on the waiting list. Returns how many."""
    registered = BriefingPlace.everything.filter(briefing=briefing, cancelled_at=None, erased_at=None).order_by("arrived_at", "pk")
    for place in registered:
        send(kind, place)
    return len(registered)


def _show(round):
    if round.published_at:
        renew_public_pages(current_agency())
