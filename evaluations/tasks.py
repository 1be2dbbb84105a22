"""Errands of evaluations, and the minute at which results are announced: fetch by id, one workflow call."""
import logging

from celery import shared_task
from django.db.models import F

from accounts.actors import Actor
from core import clock
from core.addresses import at_home_of
from core.errors import Refused
from core.files import scan_again as ask_again
from core.malware import is_scanning
from core.models import FileScan
from core.tasks import every_agency
from core.tenancy import within
from evaluations import workflow
from evaluations.models import Announcement, FactCheck, MeetingPack, Receipt, TeamProposal
from evaluations.queries.supplement import supplements_overdue
from evaluations.queries.taught import rounds_to_work_out
from evaluations.workflow.announcement import approval_of
from panels.models import Approval, Meeting
from visits.models import Visit

WORKER, SCANNER = Actor.system("evaluations"), Actor.system("the malware scan came late")
SCANNED_AT_ONCE = 50
UNCLEAR = (FileScan.State.WAITING, FileScan.State.NOT_SCANNED)
logger = logging.getLogger(__name__)


def make_receipt(*, receipt_id):
    """Put the receipt of a submission on paper."""
    workflow.keep_receipt(Receipt.everything.get(pk=receipt_id), actor=WORKER)


def make_draft_report(*, check_id):
    """Put the draft report of a fact check on paper."""
    workflow.keep_draft_report(FactCheck.everything.get(pk=check_id), actor=WORKER)


def take_over_visit(*, visit_id):
    """A visit has ended: how, the provider reads; once it is locked, or amended since, what stands becomes the case's."""
    visit = Visit.everything.get(pk=visit_id)
    workflow.note_visit_ended(visit, actor=WORKER)
    workflow.take_over_visit(visit, actor=WORKER)


def carry_out_proposal(*, proposal_id):
    """Assign the teams of a proposal that was accepted."""
    workflow.carry_out_proposal(TeamProposal.everything.get(pk=proposal_id), actor=WORKER)


def make_minutes(*, meeting_id):
    """Put the minutes of a closed meeting on paper."""
    workflow.keep_minutes(Meeting.everything.get(pk=meeting_id), actor=WORKER)


def make_pack(*, pack_id):
    """Put a reader's papers of a meeting into one document."""
    workflow.keep_pack(MeetingPack.everything.select_related("meeting__body", "user__person").get(pk=pack_id), actor=WORKER)


@shared_task
def announce_due():
    """Announce what is approved and whose minute has come, each batch in a transaction of its own. Returns how many were."""
    return sum(announce_due_at(agency) for agency in every_agency())


def announce_due_at(agency):
    with within(agency):
        waiting = Announcement.everything.filter(announced_at=None, held_up_at=None, planned_for__lte=clock.now())
        waiting = waiting.order_by("planned_for", "pk")
        due = [one for one in waiting if approval_of(one).stage == Approval.Stage.APPROVED]
    return sum(announced(agency, announcement) for announcement in due)


def announced(agency, announcement):
    """A batch that cannot be announced holds up nobody else's. What the house refuses waits for those who signed it, who are told why; what
    broke is tried again, and its page says that it is late."""
    try:
        return announced_or_held_up(agency, announcement)
    except Exception:                                       # whatever is wrong with this one
        logger.exception("Announcement %s of agency %s was not made", announcement.public_id, agency.pk)
        return False


def announced_or_held_up(agency, announcement):
    try:
        with within(agency), at_home_of(agency):
            workflow.announce_results(announcement, actor=WORKER)
    except Refused as refusal:
        with within(agency), at_home_of(agency):
            workflow.hold_up(announcement, str(refusal), actor=WORKER)
        return False
    return True


@shared_task
def work_out_rounds():
    """Ask for the figures of rounds that are finished and have none, or older ones than their latest announcement. Returns how many."""
    asked = 0
    for agency in every_agency():
        with within(agency):
            for round in rounds_to_work_out():
                workflow.ask_insight(round, actor=WORKER)
                asked += 1
    return asked


@shared_task
def erase_workbooks():
    """What was handed in again and not carried out within a day. Returns how many were erased."""
    erased = 0
    for agency in every_agency():
        with within(agency):
            erased += workflow.erase_workbooks(actor=WORKER)
    return erased


@shared_task
def close_appeal_periods():
    """Close what nobody used: thirty days without an appeal. Returns how many were closed."""
    closed = 0
    for agency in every_agency():
        with within(agency):
            closed += workflow.close_appeal_periods(actor=WORKER)
    return closed


@shared_task
def scan_again():
    """Ask the malware scanner about what waits for it, the longest untried first. Returns how many got an answer."""
    return sum(scan_again_at(agency) for agency in every_agency()) if is_scanning() else 0


def scan_again_at(agency):
    """With the first that gets no answer it ends for now: the daemon is down or busy, or this one is too large for it and comes last."""
    with within(agency):
        waiting = FileScan.everything.filter(state__in=UNCLEAR).order_by(F("tried_at").asc(nulls_first=True), "pk")
        ids = list(waiting.values_list("pk", flat=True)[:SCANNED_AT_ONCE])
    for done, pk in enumerate(ids):
        with within(agency):
            if scanned(pk) in UNCLEAR:
                return done
    return len(ids)


def scanned(pk):
    """The state of a file after it was scanned once more. Malware goes out of the library and out of drafts."""
    scan = FileScan.everything.select_for_update(of=("self",)).select_related("file__agency").get(pk=pk)
    state = ask_again(scan, actor=SCANNER)
    if state == FileScan.State.INFECTED:
        workflow.drop_infected(scan.file, actor=SCANNER)
    return state


@shared_task
def close_supplements():
    """Close what was not answered in time, each in a transaction of its own; its dates have said so before. Returns how many."""
    return sum(close_supplements_at(agency) for agency in every_agency())


def close_supplements_at(agency):
    with within(agency):
        over = list(supplements_overdue())
    return sum(lapsed(agency, request) for request in over)


def lapsed(agency, request):
    """One that cannot be closed holds up nobody else's."""
    try:
        with within(agency), at_home_of(agency):
            return workflow.lapse_supplement(request, actor=WORKER)
    except Exception:                                       # whatever is wrong with this one
        logger.exception("Supplement request %s of agency %s was not closed", request.public_id, agency.pk)
        return False
