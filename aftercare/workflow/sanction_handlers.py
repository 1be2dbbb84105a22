"""Who proposes about a sanction or the appeal against it: named from who took no part, declared, each alone, then one proposal.

`row`: a sanction that was heard, or an open appeal against one.
"""
from django.db import transaction
from django.utils.translation import gettext as _

from aftercare.models import Sanction, SanctionAppeal, SanctionHandler
from aftercare.permissions import can_give_opinion, can_keep_sanction
from aftercare.queries.sanction import TELLING, handlers_of, sanction_of
from aftercare.queries.sanction_handlers import reasons_against
from aftercare.sanction_approvals import ANSWERING, DECISION
from aftercare.sanction_stages import SanctionAppealStage, SanctionStage
from aftercare.workflow.sanction_partly import can_be_lessened
from aftercare.workflow.sanction_rules import lock_sanction, refuse_ended
from core import clock
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import notify
from panels.models import Declaration, Involvement
from panels.models.involvement import PROVIDER
from panels.workflow import ask_declaration, note_involvement

AT_LEAST = 2
Choice = SanctionHandler.Choice
OF_DECISION, OF_APPEAL = (Choice.IMPOSE, Choice.LIGHTER, Choice.NONE), (Choice.UPHOLD, Choice.PARTLY, Choice.REJECT)


def choices_for(row):
    if isinstance(row, Sanction):
        return OF_DECISION
    return tuple(one for one in OF_APPEAL if one != Choice.PARTLY or can_be_lessened(row.sanction))


def lock_row(row):
    """(the sanction, the row itself), both locked, the certificate first."""
    _certificate, sanction = lock_sanction(sanction_of(row))
    return sanction, sanction if isinstance(row, Sanction) else lock(row)


def _refuse_over(sanction, row):
    if isinstance(row, Sanction):
        refuse_ended(sanction.certificate)
        refuse_if(row.stage not in (SanctionStage.HEARD, SanctionStage.PROPOSED), _("This sanction does not wait for a proposal."))
    else:
        refuse_if(not row.is_open, _("This appeal no longer waits for its answer."))
    refuse_if(row.proposed_at, _("The proposal is written already."))


@transaction.atomic
def name_sanction_handlers(row, users, *, lead, actor):
    """Two or more; each is asked for a declaration before anything opens. `lead` writes the proposal."""
    sanction, row = lock_row(row)
    require(can_keep_sanction(actor, sanction))
    _refuse_over(sanction, row)
    refuse_if(row.opinions_at, _("All opinions are in. Nobody more is named."))
    there = list(handlers_of(TELLING, row))
    people = {one.person_id for one in there}
    new = [user for user in dict.fromkeys(users) if user.person_id not in people]
    _refuse_who_took_part(row, new)
    refuse_if(len(people | {user.person_id for user in new}) < AT_LEAST, _("At least two persons are needed."), field="handlers")
    refuse_if(lead is None or lead not in [*new, *(one.user for one in there)], _("Choose who writes the proposal among them."),
              field="lead")
    about = {"sanction": sanction, "appeal": None if row is sanction else row}
    SanctionHandler.everything.filter(**about, ended_at=None, is_lead=True).exclude(user=lead).update(is_lead=False)
    SanctionHandler.everything.bulk_create(SanctionHandler(
        **about, user=user, person_id=user.person_id, is_lead=user == lead, named_at=clock.now(), named_by=actor.user) for user in new)
    SanctionHandler.everything.filter(**about, ended_at=None, user=lead).update(is_lead=True)
    facts = move(row, SanctionAppealStage.HANDLED) if isinstance(row, SanctionAppeal) and row.stage == SanctionAppealStage.HANDED_IN else {}
    record("sanction.handlers_named", row, actor=actor, accounts=[user.pk for user in new], lead=lead.pk, **facts)
    for user in new:
        ask_declaration(user, subject_type=DECISION if row is sanction else ANSWERING, matter=row.matter, label=str(row)[:200], actor=actor,
                        page="sanction_declaration")
    notify("sanction.named", row, actor=actor, link=("handle_sanction", sanction.public_id))
    return new


def _refuse_who_took_part(row, users):
    against = reasons_against(row, users)
    taken = [f"{user}: {' '.join(against[user.pk])}" for user in users if against[user.pk]]
    refuse_if(taken, _("These persons cannot do this. %(list)s"), list=" ".join(taken), field="handlers")


@transaction.atomic
def end_sanction_handler(handler, *, reason, actor):
    """They no longer handle it; their opinion counts for nothing. If they led, another leads."""
    sanction, row = lock_row(handler.appeal or handler.sanction)
    handler = lock(handler)
    require(can_keep_sanction(actor, sanction))
    _refuse_over(sanction, row)
    refuse_if(handler.ended_at, _("This person no longer handles it."))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    return leave_sanction(row, handler, reason.strip(), actor=actor)


def leave_sanction(row, handler, reason, *, actor):
    """For whoever has locked both and asked whether the actor may."""
    handler.ended_at, handler.ended_reason = clock.now(), reason
    handler.save(update_fields=["ended_at", "ended_reason"])
    record("sanction.handler_ended", row, actor=actor, account=handler.user_id, reason=reason)
    there = list(handlers_of(TELLING, row))
    if handler.is_lead and there:
        SanctionHandler.everything.filter(pk=there[0].pk).update(is_lead=True)
    if row.opinions_at and len(there) < AT_LEAST:
        row.opinions_at = None
        row.save(update_fields=["opinions_at"])
    _note_all_in(row, actor)
    return handler


@transaction.atomic
def give_opinion(handler, *, choice, reason, actor):
    """One's own, once; with the last of them all read each other."""
    sanction, row = lock_row(handler.appeal or handler.sanction)
    handler = lock(handler)
    require(can_give_opinion(actor, handler))
    _refuse_over(sanction, row)
    refuse_if(not has_declared(handler), _("Please declare first."))
    against = reasons_against(row, [handler.user])[handler.user_id]
    refuse_if(against, _("You can no longer handle this. %(list)s Please declare that you have an interest."), list=" ".join(against))
    refuse_if(handler.handed_in_at, _("Your opinion is handed in and never changes."))
    refuse_if(choice not in choices_for(row), _("Choose your opinion."), field="choice")
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    handler.choice, handler.reason, handler.handed_in_at = choice, reason.strip(), clock.now()
    handler.save(update_fields=["choice", "reason", "handed_in_at"])
    record("sanction.opinion_in", row, actor=actor, account=handler.user_id)
    _note_all_in(row, actor)
    return handler


def has_declared(handler):
    """That nothing ties them to it."""
    matter = (handler.appeal or handler.sanction).matter
    return Declaration.everything.filter(user=handler.user, matter=matter, has_interest=False).exists()


def _note_all_in(row, actor):
    there = list(handlers_of(TELLING, row))
    if row.opinions_at or len(there) < AT_LEAST or any(one.handed_in_at is None for one in there):
        return
    row.opinions_at = clock.now()
    row.save(update_fields=["opinions_at"])
    record("sanction.opinions_in", row, actor=actor)
    notify("sanction.to_propose", row, actor=actor, link=("handle_sanction", sanction_of(row).public_id))


def _refuse_tied_meanwhile(row):
    """What came up after the opinions. Why stays between them and the desk."""
    there = list(handlers_of(TELLING, row))
    against = reasons_against(row, [one.user for one in there])
    taken = [str(one.user) for one in there if against[one.user_id]]
    refuse_if(taken, _("These persons can no longer handle it, and their opinions count for nothing: %(list)s. "
                       "The agency has to end their part first."), list=", ".join(taken))


@transaction.atomic
def propose(row, *, choice, reason, actor):
    """The one proposal, by who leads, after everybody's opinion. All who handled it stand in the ledger as who decided."""
    sanction, row = lock_row(row)
    lead = next((one for one in handlers_of(TELLING, row) if one.is_lead), None)
    require(lead is not None and can_give_opinion(actor, lead))
    _refuse_over(sanction, row)
    refuse_if(row.opinions_at is None, _("The proposal is written once all opinions are in."))
    refuse_if(choice not in choices_for(row), _("Choose what you propose."), field="choice")
    refuse_if(choice == Choice.LIGHTER and sanction.ground == Sanction.Ground.FALSEHOOD,
              _("What was certified by falsehood must be revoked. A suspension does not suffice."), field="choice")
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    _refuse_tied_meanwhile(row)
    row.proposal, row.proposal_reason, row.proposed_at = choice, reason.strip(), clock.now()
    row.save(update_fields=["proposal", "proposal_reason", "proposed_at"])
    facts = move(row, SanctionStage.PROPOSED) if row is sanction else {}
    for one in handlers_of(TELLING, row):
        note_involvement(one.person, subject_type=PROVIDER, subject=sanction.provider.public_id, kind=Involvement.Kind.DECIDED,
                         matter=row.matter, actor=actor)
    record("sanction.proposed", row, actor=actor, proposal=choice, **facts)
    notify("sanction.proposed", sanction, actor=actor, link=("desk_sanction", sanction.public_id))
    return row
