"""The yearly self-inspection: begun with what stood before, kept row by row, handed in once, seen or returned with a reason."""
from django.db import transaction
from django.utils.translation import gettext as _

from aftercare.models import (
    Change,
    Duty,
    DutyKind,
    Inspection,
    InspectionEvidence,
    InspectionFile,
    InspectionRow,
    InspectionSeal,
    SealedRow,
)
from aftercare.permissions import can_inspect, can_watch
from aftercare.queries.watching import stood_before, version_of
from aftercare.sealing import sealed_text, told
from aftercare.stages import DutyStage
from aftercare.watching_stages import InspectionStage
from aftercare.workflow.duty import fulfil_duty, move_duty, return_duty
from aftercare.workflow.inspection_receipt import write_receipt
from certification.models import Indicator
from certification.models.certificate import State
from core import clock
from core.versions import keep_words
from core.wording import day_in_words, moment_in_words
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import notify
from evaluations.workflow.answers import Saved
from evaluations.workflow.attaching import Attaching

OVER = (State.REVOKED, State.SURRENDERED, State.SUPERSEDED, State.EXPIRED)


def why_ended(certificate, day):
    """The sentence for whom a certificate binds no more on that day, or empty."""
    if certificate.state_on(day) not in OVER:
        return ""
    return _("The certificate %(number)s no longer holds. Nothing has to be handed in for it any more.") % {
        "number": certificate.number_shown}


def why_closed(duty, at):
    """The sentence for whoever writes at a moment at which nothing is taken, or empty. Late is taken."""
    day = clock.seoul(at).date()
    if duty.stage == DutyStage.DONE:
        return _("This self-inspection was handed in on %(when)s. It can no longer be changed.") % {"when": moment_in_words(duty.done_at)}
    if ended := why_ended(duty.certificate, day):
        return ended
    if duty.stage != DutyStage.OPEN:
        return _("The agency no longer asks for this self-inspection.")
    if day < duty.opens_on:
        return _("This self-inspection can be written from %(day)s on.") % {"day": day_in_words(duty.opens_on)}
    return ""


@transaction.atomic
def begin_inspection(duty, *, actor, arrived_at):
    """Rows for the indicators that its certificate was given for, each with what stood before. A second click finds the first."""
    duty = lock(duty)
    require(can_inspect(actor, duty.provider))
    existing = Inspection.everything.filter(duty=duty).first()
    if existing:
        return existing
    refuse_if(duty.kind != DutyKind.SELF_INSPECTION, _("This is no self-inspection."))
    closed = why_closed(duty, arrived_at)
    refuse_if(closed, closed)
    version = version_of(duty.certificate)
    refuse_if(version is None, _("The criteria of this certificate are not in the system. Please call the agency."))
    inspection = Inspection.everything.create(duty=duty, provider=duty.provider, version=version, begun_at=clock.now(), begun_by=actor.user)
    _lay_out(inspection, duty.certificate)
    record("inspection.begun", inspection, actor=actor, duty=duty.pk)
    return inspection


def _lay_out(inspection, certificate):
    before, service = stood_before(certificate), certificate.service_type.code
    asked = [one for one in Indicator.everything.filter(version=inspection.version).order_by("position") if one.is_asked_of(service)]
    InspectionRow.everything.bulk_create(
        InspectionRow(inspection=inspection, indicator=one, position=place, before_rating=stood.rating, before_text=stood.text,
                      rating=stood.rating)
        for place, one in enumerate(asked, 1) for stood in [before[one.code]])


def _open_row(row, actor, arrived_at):
    """The inspection and its row, both locked, the inspection first, so that nothing is written while it is being handed in."""
    inspection = lock(Inspection.everything.get(pk=row.inspection_id))
    row = lock(row)
    require(can_inspect(actor, inspection.provider))
    closed = why_closed(Duty.everything.get(pk=inspection.duty_id), arrived_at)
    refuse_if(closed, closed)
    return inspection, row


@transaction.atomic
def save_inspection_row(row, *, rating, change, text, base_version, actor, arrived_at):
    """Keep what was typed, however incomplete. An older page never overwrites a newer one. Returns Saved."""
    _inspection, row = _open_row(row, actor, arrived_at)
    kept = keep_words(row, {"rating": rating, "change": change, "text": text}, base_version=base_version, saved_at=clock.now(),
                      saved_by=actor.user)
    if kept.is_new:
        record("inspection.row_saved", row, actor=actor, version=kept.row.version, change=change, length=len(text))
    return Saved(kept.row, conflict=kept.conflict)


def _files_of(_inspection, row):
    return InspectionEvidence.everything.filter(row__inspection=row.inspection_id).count()


FILES = Attaching(InspectionEvidence, "row", hold=_open_row, count=_files_of, verb="inspection")


@transaction.atomic
def hand_in_inspection(inspection, *, actor, arrived_at):
    """All rows at once, and once: from here on the agency reads its sealed copy. What arrived in time is in time."""
    duty = lock(Duty.everything.get(pk=inspection.duty_id))
    inspection = lock(inspection)
    require(can_inspect(actor, inspection.provider))
    closed = why_closed(duty, arrived_at)
    refuse_if(closed, closed)
    rows = list(InspectionRow.everything.filter(inspection=inspection).select_related("indicator").select_for_update(of=("self",)))
    lacking = [f"{row.indicator.code} ({row.lacks})" for row in rows if row.lacks]
    refuse_if(lacking, _("Still to do: %(list)s"), list=", ".join(lacking))
    seal = _seal(inspection, duty, rows, actor, arrived_at)
    for row in rows:                                        # every page that is open is an older one now
        row.version += 1
    InspectionRow.everything.bulk_update(rows, ["version"])
    inspection.handed_in_at = arrived_at
    inspection.save(update_fields=["handed_in_at"])
    facts = move(inspection, InspectionStage.HANDED_IN)
    fulfil_duty(duty, answer=inspection.public_id, arrived_at=arrived_at, actor=actor)
    record("inspection.handed_in", inspection, actor=actor, seal=seal.pk, sha256=seal.sha256, late=seal.is_late, **facts)
    notify("inspection.received", inspection, actor=actor, link=("portal_inspection", duty.public_id), arrived=arrived_at,
           sha256=seal.sha256)
    notify("inspection.handed_in", inspection, actor=actor, link=("desk_inspection", inspection.public_id), arrived=arrived_at)
    return inspection


def _seal(inspection, duty, rows, actor, arrived_at):
    """The n-th: rows, files as they are now, and one canonical text of everything with its hash."""
    previous = InspectionSeal.everything.filter(inspection=inspection).order_by("-number").first()
    links = list(InspectionEvidence.everything.filter(row__in=rows).select_related("evidence__file").order_by("added_at", "pk"))
    refuse_gone([one.evidence for one in links])
    content = {
        "inspection": str(inspection.public_id), "duty": str(duty.public_id), "certificate": duty.certificate.number,
        "version": str(inspection.version.public_id), "arrived_at": clock.seoul(arrived_at).isoformat(),
        "previous": previous.sha256 if previous else "", "rows": [
            {"indicator": row.indicator.code, "before": row.before_rating, "rating": row.rating, "change": row.change, "text": row.text,
             "files": [told(one.evidence) for one in links if one.row_id == row.pk]} for row in rows]}
    canonical, sha256 = sealed_text(content)
    seal = InspectionSeal.everything.create(
        inspection=inspection, number=previous.number + 1 if previous else 1, sealed_at=arrived_at, sealed_by=actor.user,
        is_late=clock.seoul(arrived_at).date() > duty.due_on, canonical=canonical, sha256=sha256)
    SealedRow.everything.bulk_create(
        SealedRow(seal=seal, indicator=row.indicator, code=row.indicator.code, position=row.position, before_rating=row.before_rating,
                  rating=row.rating, change=row.change, text=row.text,
                  stands=row.text if row.change == Change.CHANGED else row.before_text) for row in rows)
    write_receipt(seal, duty, len(rows), len(links), actor=actor)
    codes = {row.pk: row.indicator.code for row in rows}
    InspectionFile.everything.bulk_create(InspectionFile(seal=seal, code=codes[one.row_id], file=one.evidence.file, **told(one.evidence))
                                          for one in links)
    return seal


def refuse_gone(documents):
    """Nothing is handed in with a file that was taken out of the library meanwhile."""
    names = [one.name for one in documents if one.removed_at]
    refuse_if(names, _("These files were taken out of the library. Remove them here: %(names)s"), names=", ".join(names))


@transaction.atomic
def return_inspection(inspection, *, reason, actor, to_on=None):
    """Asked back: what was handed in does not do. It is written on and handed in again, by `to_on` where the last day is another."""
    duty = lock(Duty.everything.get(pk=inspection.duty_id))
    inspection = lock(inspection)
    require(can_watch(actor, inspection.provider))
    refuse_if(not reason.strip(), _("Write the reason: the provider reads it."), field="reason")
    ended = why_ended(duty.certificate, clock.today())
    refuse_if(ended, ended)
    refuse_if((to_on or duty.due_on) < clock.today(), _("The last day has passed. Give a new one."), field="to_on")
    facts = move(inspection, InspectionStage.DRAFT)
    duty = return_duty(duty, reason=reason, actor=actor)
    if to_on and to_on != duty.due_on:
        duty = move_duty(duty, to_on=to_on, reason=reason, actor=actor)
    inspection.returned_at, inspection.returned_reason = clock.now(), reason.strip()
    inspection.save(update_fields=["returned_at", "returned_reason"])
    record("inspection.returned", inspection, actor=actor, reason=inspection.returned_reason, **facts)
    notify("inspection.returned", inspection, actor=actor, link=("portal_inspection", duty.public_id), reason=inspection.returned_reason,
           due=duty.due_on)
    return inspection


@transaction.atomic
def note_inspection_seen(inspection, *, actor, note=""):
    """Read, and nothing is asked back."""
    inspection = lock(inspection)
    require(can_watch(actor, inspection.provider))
    facts = move(inspection, InspectionStage.SEEN)
    inspection.seen_at, inspection.seen_by, inspection.note = clock.now(), actor.user, note.strip()
    inspection.save(update_fields=["seen_at", "seen_by", "note"])
    record("inspection.seen", inspection, actor=actor, **facts)
    notify("inspection.seen", inspection, actor=actor, link=("portal_inspection", inspection.duty.public_id))
    return inspection
