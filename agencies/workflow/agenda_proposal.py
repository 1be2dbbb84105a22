"""A member's proposal: written with papers, handed in for good."""
from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import AgendaProposal, AgendaProposalFile
from agencies.network_permissions import can_follow_councils
from agencies.stages import AgendaProposalStage
from agencies.workflow.shared_files import keep_once, note_scans
from core import clock
from core.files import store_upload
from core.tenancy import current_agency
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import notify
from panels.models import Seat
from panels.models.body import held_on

FILES_AT_MOST = 10


def may_propose(actor, body):
    """Whoever has a seat in the body today, at the agency that sends them."""
    return actor.user is not None and Seat.everything.filter(
        held_on(clock.today()), body=body, user=actor.user, sent_by=current_agency().pk).exists()


@transaction.atomic
def begin_proposal(body, *, title, text, actor):
    """A draft, which nobody but its author sees."""
    require(may_propose(actor, body))
    refuse_if(not title.strip(), _("Please write a title."), field="title")
    row = AgendaProposal.everything.create(central_id=body.agency_id, body=body, title=title.strip(), text=text.strip(), author=actor.user,
                                     begun_at=clock.now())
    record("council.proposal_begun", row, actor=actor)
    return row


@transaction.atomic
def change_proposal(proposal, *, title, text, base_version, actor):
    """Other words. An older page overwrites nothing newer."""
    proposal = _own_draft(proposal, actor)
    refuse_if(proposal.version != base_version, _("Somebody else has saved this meanwhile. Open the page anew and compare."))
    proposal.title, proposal.text, proposal.version = title.strip(), text.strip(), proposal.version + 1
    proposal.save(update_fields=["title", "text", "version"])
    record("council.proposal_changed", proposal, actor=actor, version=proposal.version)
    return proposal


@transaction.atomic
def attach_to_proposal(proposal, upload, *, actor):
    """A paper. The same content is kept once."""
    require(_is_author(actor, proposal))
    stored, name = store_upload(upload, shelf=proposal.public_id, actor=actor)          # before the lock: a scan takes time
    proposal = _own_draft(proposal, actor)
    refuse_if(AgendaProposalFile.everything.filter(proposal=proposal).count() >= FILES_AT_MOST,
              _("A proposal has at most %(number)d papers."), number=FILES_AT_MOST)
    file, is_new = keep_once(AgendaProposalFile, stored, name, actor=actor, central_id=proposal.central_id, proposal=proposal)
    if is_new:
        record("council.paper_added", proposal, actor=actor, file=file.pk, sha256=stored.sha256)
    return file


@transaction.atomic
def remove_from_proposal(file, *, actor):
    proposal = _own_draft(file.proposal, actor)
    record("council.paper_removed", proposal, actor=actor, file=file.pk, sha256=file.sha256)
    file.delete()
    return proposal


@transaction.atomic
def hand_in_proposal(proposal, *, actor):
    """For good: Central reads it from now on."""
    proposal = _own_draft(proposal, actor)
    require(may_propose(actor, proposal.body))
    refuse_if(not proposal.text, _("Write what is proposed, and why."), field="text")
    note_scans(AgendaProposalFile.everything.filter(proposal=proposal))
    proposal.handed_in_at = clock.now()
    proposal.save(update_fields=["handed_in_at"])
    step = move(proposal, AgendaProposalStage.HANDED_IN)
    record("council.proposal_handed_in", proposal, actor=actor, **step)
    return proposal


@transaction.atomic
def receive_proposal(proposal, *, actor):
    """At Central, by its job: the officers are told."""
    require(can_follow_councils(actor))
    proposal = lock(proposal)
    if proposal.received_at or proposal.stage == AgendaProposalStage.DRAFT:
        return False
    proposal.received_at = clock.now()
    proposal.save(update_fields=["received_at"])
    notify("council.proposal_handed_in", proposal, actor=actor, link=("network_agenda_proposal", proposal.public_id),
           body=proposal.body.name_ko, by=str(type(current_agency()).objects.get(pk=proposal.agency_id)))
    return True


@transaction.atomic
def tell_of_proposal(proposal, *, actor):
    """At the agency, by its job: who proposed it hears what became of it."""
    require(can_follow_councils(actor))
    proposal = lock(proposal)
    if proposal.told_at or not proposal.answered_at:
        return False
    proposal.told_at = clock.now()
    proposal.save(update_fields=["told_at"])
    notify("council.proposal_answered", proposal, actor=actor, link=("network_agenda_proposal", proposal.public_id), answer=proposal.answer)
    return True


@transaction.atomic
def note_paper_scan(file, *, actor):
    """The scan for malware came after it was handed in."""
    require(can_follow_councils(actor))
    if file.file.scan_state == file.scan:
        return False
    AgendaProposalFile.everything.filter(pk=file.pk).update(scan=file.file.scan_state)
    return True


def _is_author(actor, proposal):
    return actor.user is not None and actor.user.pk == proposal.author_id


def _own_draft(proposal, actor):
    require(_is_author(actor, proposal))
    proposal = lock(proposal)
    refuse_if(proposal.stage != AgendaProposalStage.DRAFT, _("This proposal was handed in and can no longer be changed."))
    return proposal
