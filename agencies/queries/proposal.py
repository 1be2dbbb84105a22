"""Proposals on indicators: one's own, what was handed in here, what everybody reads at a card, what waits to be worked in."""
from django.db.models import Exists, OuterRef, Q

from agencies.models import IndicatorProposal, IndicatorSet, ProposalAnswer, ProposalFile, ProposalTask, PublishedProposal
from agencies.stages import ANSWERED_PROPOSALS, OPEN_PROPOSALS, ProposalStage
from core.models import FileScan
from core.tenancy import current_agency_id
from panels.models import AgendaItem

PARTS = ("author__person", "provider", "keeper", "agency")


def own_proposals(actor):
    """Of the actor's side, drafts too, the latest first."""
    rows = IndicatorProposal.objects.visible_to(actor).filter(IndicatorProposal.own_side(actor))
    return rows.select_related(*PARTS).order_by("-begun_at", "-pk")


def open_on(actor, about, key):
    """The actor's own open proposal on this indicator, or None. `key`: management_indicator or indicator."""
    if actor.user is None:
        return None
    return own_proposals(actor).filter(**{key: about}, author=actor.user, stage__in=OPEN_PROPOSALS).first()


def own_files(actor, proposal=None):
    rows = ProposalFile.objects.visible_to(actor).filter(agency=current_agency_id()).select_related("file__scan", "proposal")
    return rows.filter(proposal=proposal) if proposal else rows


# ---- at the keeper

def received_proposals(actor, stage=""):
    """What was handed in here, the unanswered first, of those the longest waiting."""
    rows = IndicatorProposal.objects.visible_to(actor).filter(keeper=current_agency_id(), handed_in_at__isnull=False)
    rows = rows.filter(stage=stage) if stage else rows
    on = AgendaItem.objects.visible_to(actor).filter(matter=OuterRef("public_id"), result="", withdrawn_at=None)
    return rows.select_related(*PARTS).annotate(
        is_answered=~Q(stage=ProposalStage.HANDED_IN), is_on_agenda=Exists(on)).order_by("is_answered", "handed_in_at", "pk")


def received_files(actor):
    """Files as the keeper reads them: what stands beside the row is served."""
    return ProposalFile.objects.visible_to(actor).filter(central=current_agency_id())


def answer_of(actor, proposal):
    rows = ProposalAnswer.objects.visible_to(actor).filter(proposal=proposal)
    return rows.select_related("drafted_by__person", "released_by__person", "proposal__author__person").first()


def items_of(actor, proposal):
    """Its agenda items with their meetings, the latest first."""
    rows = AgendaItem.objects.visible_to(actor).filter(matter=proposal.public_id).select_related("meeting__body")
    return rows.order_by("-meeting__meets_at", "-pk")


def answers_to_release(actor):
    """What waits for a manager or the director."""
    rows = ProposalAnswer.objects.visible_to(actor).filter(released_at=None, sent_back_at=None, proposal__stage=ProposalStage.HANDED_IN)
    return rows.select_related("proposal__author__person", "drafted_by__person").order_by("drafted_at", "pk")


# ---- to work in

def tasks_of_draft(actor, draft):
    """Accepted changes that no version has brought in force, of the draft's kind; with a published version, what it brought."""
    column = "set" if isinstance(draft, IndicatorSet) else "version"
    rows = ProposalTask.objects.visible_to(actor).filter(agency=draft.agency_id)
    rows = rows.select_related("proposal__author__person", "worked_by__person")
    rows = rows.filter(proposal__indicator_set__isnull=False) if column == "set" else rows.filter(
        proposal__version__framework=draft.framework_id)
    rows = rows.filter(**{f"worked_{column}": draft}, done_at__isnull=False) if draft.published_at else rows.filter(done_at=None)
    return rows.order_by("proposal__code", "made_at", "pk")


def settled(tasks, draft):
    """[(task, its state toward this draft)]: worked, past or empty."""
    return [(one, "worked" if one.worked_into(draft) else "past" if one.left_out_of(draft) else "") for one in tasks]


def codes_followed(actor, draft):
    """{code: [proposals that were worked into it]}, for the difference page of those who keep it."""
    found: dict = {}
    for task in tasks_of_draft(actor, draft):
        if task.worked_into(draft):
            found.setdefault(task.code, []).append(task.proposal)
    return found


# ---- what everybody reads

def published_on(actor, about, codes):
    """Earlier proposals on an indicator with their answers, as far as their keeper shows them."""
    rows = PublishedProposal.objects.visible_to(actor).filter(agency=about.agency_id, is_management=hasattr(about, "indicator_set_id"))
    return rows.filter(Q(code__in=codes) | Q(in_code__in=codes)).exclude(Q(code="") & Q(in_code="")).order_by("-published_at", "-pk")


def published_in(actor, version):
    """{code: [published proposals in force in it]}"""
    column = "in_set" if isinstance(version, IndicatorSet) else "in_version"
    found: dict = {}
    for one in PublishedProposal.objects.visible_to(actor).filter(**{column: version}).order_by("in_code", "pk"):
        found.setdefault(one.in_code, []).append(one)
    return found


# ---- for the jobs

def proposals_to_receive(actor):
    rows = IndicatorProposal.objects.visible_to(actor).filter(keeper=current_agency_id(), handed_in_at__isnull=False, received_at=None)
    return rows.order_by("pk")


def proposals_to_tell(actor):
    rows = IndicatorProposal.objects.visible_to(actor).filter(agency=current_agency_id(), stage__in=ANSWERED_PROPOSALS, told_at=None)
    return rows.order_by("pk")


def files_in_doubt(actor):
    """Handed in before the scan had answered."""
    rows = ProposalFile.objects.visible_to(actor).filter(agency=current_agency_id(), scan=FileScan.State.WAITING,
                                                         proposal__handed_in_at__isnull=False)
    return rows.exclude(file__scan__state=FileScan.State.WAITING).select_related("file__scan").order_by("pk")
