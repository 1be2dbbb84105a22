"""The way of a nomination out of its agency: given to be approved, released, handed in by the director, or sent back."""

from django.db import transaction
from django.utils.translation import gettext as _

from agencies.case_notices import CALL_DUE
from agencies.case_permissions import (
    can_follow_cases,
    can_hand_in_nomination,
    can_nominate,
    can_release_nomination,
    can_send_nomination_back,
)
from agencies.models import CaseInvitation, Nomination, NominationPicture
from agencies.models.nomination import CASE_WORDS
from agencies.queries.nomination import KIND, PAGE, SUBJECT, approval_of_nomination
from agencies.stages import HANDED_IN, NominationStage
from agencies.workflow.shared_files import note_scans
from core import clock
from core.digests import digest_of_content
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import close_deadlines, notify
from panels import workflow as panels
from panels.stages import ApprovalStage

NEEDED = ("summary", "problem", "done", "changed", "contact_name", "contact_at")


@transaction.atomic
def give_nomination(row, *, actor, arrived_at):
    """Nothing can be written from here on. From a manager it goes to the director at once."""
    row = lock(row)
    require(can_nominate(actor))
    _refuse_late(row, arrived_at)
    _refuse_incomplete(row)
    facts = move(row, NominationStage.RELEASED)
    row.version += 1                                        # whoever saves in this moment has an older page
    row.save(update_fields=["version"])
    digest, approval = digest_of(row), approval_of_nomination(row)
    if approval is None or approval.stage in (ApprovalStage.APPROVED, ApprovalStage.DROPPED):
        approval = panels.draft_approval(SUBJECT, row.public_id, row.title, KIND, digest, actor=actor, page=PAGE)
    else:
        approval = panels.redraft(approval, digest, actor=actor, page=PAGE)
    record("case_nomination.given", row, actor=actor, digest=digest, **facts)
    if can_release_nomination(actor):
        panels.release_approval(approval, digest, actor=actor, page=PAGE)
    return row


def _refuse_late(row, arrived_at):
    refuse_if(not row.call.is_open(arrived_at), _("This call is not open for nominations."))


def _refuse_incomplete(row):
    """Every question is answered, every picture says what it shows, and a case of an earlier call says what is new."""
    missing = [str(Nomination._meta.get_field(name).verbose_name) for name in NEEDED if not getattr(row, name).strip()]
    missing += [] if row.theme_ko else [str(Nomination._meta.get_field("theme_ko").verbose_name)]
    refuse_if(missing, _("Still to do: %(list)s"), list=", ".join(missing))
    silent = NominationPicture.everything.filter(nomination=row, alternative="")
    refuse_if(silent.exists(), _("Say of each picture what it shows: some people cannot see it."))
    earlier = nominated_before(row)
    refuse_if(earlier and not row.news.strip(), _("Your agency nominated this case in an earlier call: “%(call)s”. Say what is new since."),
              call=str(earlier.call) if earlier else "")


def nominated_before(row):
    """The same case in another call that was handed in, or None."""
    rows = Nomination.everything.filter(agency=row.agency_id, title_key=row.title_key, stage__in=HANDED_IN)
    return rows.exclude(call=row.call_id).select_related("call").first()


def digest_of(row):
    """Of everything that is handed in."""
    pictures = [[one.sha256, one.alternative] for one in NominationPicture.everything.filter(nomination=row).order_by("pk")]
    said = [str(row.public_id), *(getattr(row, name) for name in CASE_WORDS), row.news, pictures]
    return digest_of_content(said)


@transaction.atomic
def release_nomination(row, seen, *, actor):
    """The manager has read what an officer gave, and hands it to the director."""
    row = _waiting(row, seen)
    require(can_release_nomination(actor))
    panels.release_approval(approval_of_nomination(row), seen, actor=actor, page=PAGE)
    record("case_nomination.released", row, actor=actor, digest=seen)
    return row


@transaction.atomic
def hand_in_nomination(row, seen, *, actor, arrived_at):
    """The director hands in exactly what the page showed. From now on Central reads it, and nobody changes it."""
    row = _waiting(row, seen)
    require(can_hand_in_nomination(actor))
    _refuse_late(row, arrived_at)
    panels.approve(approval_of_nomination(row), seen, actor=actor)
    note_scans(NominationPicture.everything.filter(nomination=row))
    row.submitted_at, row.sha256, row.received_at = arrived_at, seen, None
    row.save(update_fields=["submitted_at", "sha256", "received_at"])
    facts = move(row, NominationStage.SUBMITTED)
    for one in CaseInvitation.everything.filter(call=row.call_id, invited=row.agency_id, answered_at=None):
        one.answered_at = clock.now()
        one.save(update_fields=["answered_at"])
        close_deadlines(one, kind=CALL_DUE, actor=actor)
    record("case_nomination.handed_in", row, actor=actor, sha256=seen, arrived_at=arrived_at, **facts)
    return row


@transaction.atomic
def send_nomination_back(row, reason, *, actor):
    row = lock(row)
    require(can_send_nomination_back(actor))
    refuse_if(row.stage != NominationStage.RELEASED, _("This nomination does not wait for an approval."))
    panels.send_back(approval_of_nomination(row), reason, actor=actor, page=PAGE)
    facts = move(row, NominationStage.DRAFT)
    record("case_nomination.sent_back", row, actor=actor, reason=reason.strip(), **facts)
    return row


def _waiting(row, seen):
    row = lock(row)
    refuse_if(row.stage in HANDED_IN, _("This nomination is handed in already."))
    refuse_if(row.stage != NominationStage.RELEASED, _("This nomination does not wait for an approval."))
    refuse_if(seen != digest_of(row), _("It was changed since this page was opened. Please read it again."))
    return row


@transaction.atomic
def receive_nomination(row, *, actor):
    """At Central, by its job: the officers are told what came, or that it was taken back. Twice is once."""
    require(can_follow_cases(actor))
    row = lock(row)
    if row.received_at:
        return False
    row.received_at = clock.now()
    row.save(update_fields=["received_at"])
    event = "cases.withdrawn" if row.stage == NominationStage.WITHDRAWN else "cases.nominated"
    notify(event, row, actor=actor, link=("case_call", row.call.public_id))
    return True


@transaction.atomic
def tell_outcome(row, *, actor):
    """At the agency, by its job: selected or not, with Central's words. Twice is once."""
    require(can_follow_cases(actor))
    row = lock(row)
    if row.told_at or row.outcome_at is None:
        return False
    row.told_at = clock.now()
    row.save(update_fields=["told_at"])
    event = "cases.selected" if row.stage == NominationStage.SELECTED else "cases.not_selected"
    notify(event, row, actor=actor, link=(PAGE, row.public_id), words=row.outcome)
    return True
