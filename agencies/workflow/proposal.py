"""A change of an indicator is proposed: written, handed in, withdrawn; and each side's job tells its people what the other did."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from agencies.models import IndicatorProposal, IndicatorSet, ManagementIndicator, ProposalFile
from agencies.models.proposal import STAFF_WHO_PROPOSE, called
from agencies.network_permissions import can_follow_proposals, can_propose_for_framework, can_propose_for_set, can_write_proposal
from agencies.stages import ANSWERED_PROPOSALS, ProposalStage
from agencies.workflow.shared_files import keep_once, note_scans
from certification.models import FrameworkVersion
from core import clock
from core.errors import Refused
from core.files import store_upload
from core.tenancy import current_agency, current_agency_id
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import notify

Change, Source = IndicatorProposal.Change, IndicatorProposal.Source
FILES_AT_MOST = 5
PAGE, AT_KEEPER = "network_proposal", "network_received_proposal"
ONE_OPEN = ("one_open_proposal_on_a_management_indicator", "one_open_proposal_on_an_indicator")


@transaction.atomic
def begin_proposal(about, *, change, reason, actor, wanted="", name="", provider=None):
    """A draft. `about`: an indicator of a published version; for a new one (`name`) the version itself, set or edition."""
    is_new = isinstance(about, (IndicatorSet, FrameworkVersion))
    facts = _place(about, is_new)
    require(can_propose_for_set(actor) if facts.get("indicator_set") else can_propose_for_framework(actor, provider))
    _refuse_incomplete(change, reason, wanted, name, is_new)
    names = {"subject_ko": name.strip()} if is_new else {
        "subject_ko": about.name_ko, "subject_en": about.name_en, "code": about.code, _key(about): about}
    row = IndicatorProposal(**facts, **names, change=change, wanted=wanted.strip(), reason=reason.strip(), author=actor.user,
                            begun_at=clock.now(), **_side(actor, provider))
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as failure:
        if failure.__cause__.diag.constraint_name not in ONE_OPEN:
            raise
        raise Refused(_("You have an open proposal on this indicator already. Add to that one, or withdraw it first.")) from None
    record("proposal.begun", row, actor=actor, change=change, code=row.code, source=row.source)
    return row


def _key(about):
    return "management_indicator" if isinstance(about, ManagementIndicator) else "indicator"


def _place(about, is_new):
    """The version it is about, what that is called, and who keeps it."""
    of_set = isinstance(about, (IndicatorSet, ManagementIndicator))
    one = about if is_new else about.indicator_set if of_set else about.version
    refuse_if(one.published_at is None, _("Changes are proposed for what is published."))
    refuse_if(not of_set and one.agency_id != current_agency_id(), _("These are the criteria of another agency."))
    korean, english = called(one)
    return {"indicator_set" if of_set else "version": one, "keeper_id": one.agency_id, "edition_ko": korean, "edition_en": english}


def _side(actor, provider):
    """Whose proposal it is, and what the keeper reads of them."""
    here = current_agency()
    if actor.has(*STAFF_WHO_PROPOSE):
        return {"source": Source.STAFF, "house_ko": here.name_ko, "house_en": here.name_en}
    if provider is None:
        return {"source": Source.ASSESSOR, "house_ko": here.name_ko, "house_en": here.name_en}
    return {"source": Source.PROVIDER, "provider": provider, "house_ko": provider.name, "house_en": provider.name_en}


def _refuse_incomplete(change, reason, wanted, name, is_new):
    refuse_if((change == Change.NEW) != is_new, _("Choose what is to change about this indicator."), field="change")
    refuse_if(is_new and not name.strip(), _("Give the new indicator a name."), field="name")
    refuse_if(change != Change.DROP and not wanted.strip(), _("Write how it should read."), field="wanted")
    refuse_if(not reason.strip(), _("Write the reason."), field="reason")


@transaction.atomic
def change_proposal(proposal, *, change, wanted, reason, base, actor, name=""):
    """As long as it is a draft. `base`: the revision that was on the screen; an older page overwrites nothing newer."""
    proposal = _draft(proposal, actor)
    is_new = proposal.change == Change.NEW
    _refuse_incomplete(change, reason, wanted, name, is_new)
    refuse_if(proposal.revision != base, _("Somebody else has saved this meanwhile. Open the page anew and compare."))
    proposal.change, proposal.wanted, proposal.reason, proposal.revision = change, wanted.strip(), reason.strip(), proposal.revision + 1
    if is_new:
        proposal.subject_ko = name.strip()
    proposal.save(update_fields=["change", "wanted", "reason", "revision", "subject_ko"])
    record("proposal.changed", proposal, actor=actor, revision=proposal.revision)
    return proposal


@transaction.atomic
def attach_to_proposal(proposal, upload, *, actor):
    """Evidence. Looked through for malware and resident numbers; the same content is kept once."""
    require(can_write_proposal(actor, proposal))
    stored, name = store_upload(upload, shelf=proposal.public_id, actor=actor)          # before the lock: a scan takes time
    proposal = _draft(proposal, actor)
    refuse_if(ProposalFile.everything.filter(proposal=proposal).count() >= FILES_AT_MOST,
              _("A proposal has at most %(number)d files."), field="file", number=FILES_AT_MOST)
    file, is_new = keep_once(ProposalFile, stored, name, actor=actor, central_id=proposal.keeper_id, proposal=proposal)
    if is_new:
        record("proposal.file_added", proposal, actor=actor, file=file.pk, sha256=stored.sha256)
    return file


@transaction.atomic
def remove_from_proposal(file, *, actor):
    proposal = _draft(file.proposal, actor)
    record("proposal.file_removed", proposal, actor=actor, file=file.pk, sha256=file.sha256)
    file.delete()
    return proposal


def _draft(proposal, actor):
    proposal = lock(proposal)
    require(can_write_proposal(actor, proposal))
    refuse_if(not proposal.is_draft, _("This proposal is handed in or withdrawn and can no longer be changed."))
    return proposal


@transaction.atomic
def hand_in_proposal(proposal, *, actor):
    """From now on the keeper reads it, and its words stay."""
    proposal = _draft(proposal, actor)
    note_scans(ProposalFile.everything.filter(proposal=proposal))
    proposal.handed_in_at = clock.now()
    proposal.save(update_fields=["handed_in_at"])
    step = move(proposal, ProposalStage.HANDED_IN)
    record("proposal.handed_in", proposal, actor=actor, keeper=proposal.keeper_id, **step)
    return proposal


@transaction.atomic
def withdraw_proposal(proposal, *, actor):
    """Its author's side no longer wants it, as long as it is not answered."""
    proposal = lock(proposal)
    require(can_write_proposal(actor, proposal))
    refuse_if(not proposal.is_open, _("This proposal is answered or withdrawn already."))
    step = move(proposal, ProposalStage.WITHDRAWN)
    proposal.received_at = None
    proposal.save(update_fields=["received_at"])
    record("proposal.withdrawn", proposal, actor=actor, **step)
    return proposal


@transaction.atomic
def receive_proposal(proposal, *, actor):
    """At the keeper, by its job: the officers are told that it came, or that it is withdrawn. Twice is once."""
    require(can_follow_proposals(actor))
    proposal = lock(proposal)
    if proposal.received_at:
        return False
    if proposal.stage in (ProposalStage.HANDED_IN, ProposalStage.WITHDRAWN):    # else it is answered already
        notify(f"indicator_proposal.{proposal.stage}", proposal, actor=actor, link=(AT_KEEPER, proposal.public_id))
    proposal.received_at = clock.now()
    proposal.save(update_fields=["received_at"])
    return True


@transaction.atomic
def tell_proposer(proposal, *, actor):
    """At its author's agency, by its job: they are told the answer, and when it is in force. Twice is once."""
    require(can_follow_proposals(actor))
    proposal = lock(proposal)
    if proposal.told_at or proposal.stage not in ANSWERED_PROPOSALS:
        return False
    notify(f"indicator_proposal.{proposal.stage}", proposal, actor=actor, link=(PAGE, proposal.public_id))
    proposal.told_at = clock.now()
    proposal.save(update_fields=["told_at"])
    return True


@transaction.atomic
def note_proposal_scan(file, *, actor):
    """The scan for malware came after it was handed in."""
    require(can_follow_proposals(actor))
    if file.file.scan_state == file.scan:
        return False
    ProposalFile.everything.filter(pk=file.pk).update(scan=file.file.scan_state)
    return True
