"""The decision: drafted from the proposal, released by the manager, approved by the director, told to the provider."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Role
from aftercare.models import Sanction, SanctionFile, SanctionStatement
from aftercare.permissions import can_keep_sanction, tied_to
from aftercare.queries.sanction import APPEAL
from aftercare.queries.sanction_handlers import handled, others_of, prepared
from aftercare.sanction_approvals import DECISION, KIND, PAGE, approval_of_decision
from aftercare.sanction_stages import SanctionStage
from aftercare.workflow.letters import in_both
from aftercare.workflow.sanction import EFFECT
from aftercare.workflow.sanction_effect import take_effect
from aftercare.workflow.sanction_letters import measure, write_decision
from aftercare.workflow.sanction_origin import refuse_told
from aftercare.workflow.sanction_rules import (
    lock_sanction,
    refuse_days,
    refuse_early,
    refuse_ended,
    refuse_heavier,
    refuse_suspended,
    refuse_unfitting,
)
from core import clock
from core.digests import digest_of_content
from core.tenancy import current_agency
from core.workflow import move, record, refuse_if, require
from correspondence.workflow import notify, open_deadline
from panels import workflow as panels
from panels.permissions import can_approve, can_assent, can_release, can_send_back

Kind, Proposal = Sanction.Kind, Sanction.Proposal


@transaction.atomic
def draft_decision(sanction, *, final_kind, final_from, grounds, final_to=None, final_order="", actor):
    """The decision as it will go out; written anew it begins again as a draft. At most what the notice told, and what was proposed."""
    certificate, sanction = _proposed(sanction)
    require(can_keep_sanction(actor, sanction))
    refuse_if(not grounds.strip(), _("Write the grounds: the provider reads them."), field="grounds")
    refuse_told(sanction, actor, grounds=grounds, final_order=final_order)
    final_to, final_order = (final_to, final_order) if final_kind == Kind.SUSPENSION else (None, "")
    _refuse_unfit(certificate, sanction, final_kind, final_from, final_to, final_order)
    sanction.final_kind, sanction.final_from, sanction.final_to = final_kind, final_from, final_to
    sanction.final_order, sanction.grounds = final_order.strip(), grounds.strip()
    sanction.save(update_fields=["final_kind", "final_from", "final_to", "final_order", "grounds"])
    record("sanction.decision_drafted", sanction, actor=actor, kind=final_kind, **{"from": final_from, "to": final_to})
    approval, how = approval_of_decision(sanction), {"page": PAGE, "needs_assent": current_agency().city_assents_sanctions}
    if approval is None:
        panels.draft_approval(DECISION, sanction.public_id, _("Sanction %(sanction)s") % {"sanction": sanction}, KIND, digest_of(sanction),
                              actor=actor, **how)
    else:
        panels.redraft(approval, digest_of(sanction), actor=actor, **how)
    return sanction


def _refuse_unfit(certificate, sanction, kind, from_on, to_on, order):
    refuse_if(sanction.proposal == Proposal.NONE, _("No sanction is proposed. Drop it with the reason."))
    refuse_unfitting(kind, sanction.ground, to_on, order)
    refuse_if(from_on < clock.today(), _("This day is over already."), field="final_from")
    refuse_heavier(sanction, kind, from_on, to_on)
    refuse_early(sanction.hearing_on if sanction.heard == Sanction.Heard.HELD else sanction.notice_until, kind, from_on, to_on,
                 sanction.notice_until, ("final_from", "final_to"))
    refuse_days(certificate, kind, from_on, to_on)
    refuse_suspended(certificate, sanction, kind, from_on, to_on)
    same = (kind, to_on and to_on - from_on) == (sanction.kind, sanction.to_on and sanction.to_on - sanction.from_on)
    refuse_if(sanction.proposal == Proposal.LIGHTER and same,
              _("Something lighter is proposed than what the notice told."), field="final_kind")


def digest_of(sanction):
    """SHA-256 over everything that is approved: notice, facts, files, what was said, hearing, proposal, decision."""
    files = list(SanctionFile.everything.filter(sanction=sanction).order_by("pk").values_list("name", "file__sha256"))
    said = SanctionStatement.everything.filter(sanction=sanction, arrived_at__isnull=False).order_by("pk")
    content = [
        sanction.number, sanction.certificate.number, sanction.kind, sanction.ground, sanction.facts, sanction.from_on, sanction.to_on,
        sanction.order, sanction.basis, sanction.basis_en, files, list(said.values_list("kind", "sha256")),
        sanction.heard, sanction.chair, sanction.chair_office, sanction.came, sanction.minutes, sanction.proposal,
        sanction.proposal_reason, sanction.final_kind, sanction.final_from, sanction.final_to, sanction.final_order, sanction.grounds]
    return digest_of_content(content)


@transaction.atomic
def release_decision(sanction, seen, *, actor):
    """The manager hands it to the director. `seen`: the digest of what the page showed."""
    _certificate, sanction = _drafted(sanction, seen)
    require(can_release(actor))
    _refuse_who_took_part(Role.MANAGER, handled(sanction), actor)
    panels.release_approval(approval_of_decision(sanction), seen, actor=actor, page=PAGE)
    record("sanction.released", sanction, actor=actor, digest=seen)
    return sanction


@transaction.atomic
def assent_decision(sanction, seen, *, actor):
    """The city agrees to exactly what the page showed; then it waits for the director. Asked where the agency has said so."""
    _certificate, sanction = _drafted(sanction, seen)
    require(can_assent(actor))
    refuse_if(tied_to(actor, sanction), _("You act for this provider. Somebody else of the city agrees to it."))
    panels.assent(approval_of_decision(sanction), seen, actor=actor, page=PAGE)
    record("sanction.assented", sanction, actor=actor, digest=seen)
    return sanction


@transaction.atomic
def approve_decision(sanction, seen, *, actor):
    """The director signs exactly what the page showed. The letters go out at once, and on its day, not before, it takes effect."""
    certificate, sanction = _drafted(sanction, seen)
    require(can_approve(actor))
    prepares = prepared(sanction) - ({sanction.urgent_by.person_id} if sanction.urgent_by else set())
    refuse_if(any(one.person_id in prepares | handled(sanction) for one in actor.people),
              _("You have drafted or handled this sanction yourself. Somebody else has to approve it."))
    _refuse_unfit(certificate, sanction, sanction.final_kind, sanction.final_from, sanction.final_to, sanction.final_order)
    panels.approve(approval_of_decision(sanction), seen, actor=actor)
    sanction.decided_at = clock.now()
    sanction.save(update_fields=["decided_at"])
    facts = move(sanction, SanctionStage.DECIDED)
    deadline = open_deadline(sanction, kind=APPEAL, event_on=clock.today(), actor=actor)
    write_decision(sanction, deadline.last_day, actor=actor)
    record("sanction.decided", sanction, actor=actor, kind=sanction.final_kind, digest=seen, **facts)
    notify("sanction.decided", sanction, actor=actor, link=("portal_sanction", sanction.public_id), day=sanction.final_from,
           until=deadline.last_day, decided=in_both(sanction.get_final_kind_display))
    return take_effect(sanction, actor=EFFECT) if sanction.final_from <= clock.today() else sanction


@transaction.atomic
def send_back_decision(sanction, reason, *, actor):
    """Back to the officer with the reason: by who releases or approves, and by the city while it waits for it."""
    _certificate, sanction = _proposed(sanction)
    approval = approval_of_decision(sanction)
    require(can_send_back(actor) or (approval is not None and approval.waits_for_city and can_assent(actor)))
    refuse_if(approval is None or not sanction.final_kind, _("No decision is drafted."))
    panels.send_back(approval, reason, actor=actor, page=PAGE)
    sanction.final_kind = ""
    sanction.save(update_fields=["final_kind"])
    record("sanction.sent_back", sanction, actor=actor, reason=reason.strip())
    return sanction


def _proposed(sanction):
    certificate, sanction = lock_sanction(sanction)
    refuse_ended(certificate)
    refuse_if(sanction.stage != SanctionStage.PROPOSED, _("This sanction does not wait for a decision."))
    return certificate, sanction


def _drafted(sanction, seen):
    certificate, sanction = _proposed(sanction)
    refuse_if(not sanction.final_kind, _("No decision is drafted."))
    refuse_if(seen != digest_of(sanction), _("It was changed since this page was opened. Please read it again."))
    return certificate, sanction


def _refuse_who_took_part(role, taken, actor):
    """Who proposed leaves the release to somebody else, if there is anybody."""
    tied = any(one.person_id in taken for one in actor.people)
    refuse_if(tied and others_of(role, taken), _("You have handled this yourself. Somebody else of your office has to do this."))


def decided_in_words(sanction):
    """Suspension from … through …, as it stands in the draft or the decision."""
    return measure(sanction.final_kind, sanction.final_from, sanction.final_to) if sanction.final_kind and sanction.final_from else ""
