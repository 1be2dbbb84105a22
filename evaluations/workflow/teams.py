"""Teams for the cases of a round: a proposal is asked for, worked out by an errand, accepted pair by pair or discarded."""
from dataclasses import asdict

from django.db import transaction
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.models import User
from core import clock
from core.errors import Refused
from core.workflow import enqueue, lock, move, record, refuse_if, require
from evaluations.models import Application, ProposedPair, TeamProposal
from evaluations.permissions import can_assign, can_propose_teams
from evaluations.queries.parts import assignments_in_force
from evaluations.queries.teams import cases_with_teams, loads_of
from evaluations.stages import LIVE_PROPOSAL, ProposalStage
from evaluations.teams import SIZES, missing_in
from evaluations.workflow.assignment import assign_assessor
from panels.queries import member_of_pool

COUNTING, HOUSE = Actor.system("what assessors have in hand"), Actor.system("teams are assigned")
FEW = 40                    # assignments made while the page waits
Outcome = ProposedPair.Outcome


@transaction.atomic
def ask_proposal(round, size, *, actor):
    """Have teams of this size proposed for the cases of a round that have no whole one. An older proposal is replaced."""
    round = lock(round)                                     # so that of two who ask at once the later replaces the earlier
    require(can_propose_teams(actor))
    refuse_if(size not in SIZES, _("A team has two or three assessors, one of whom leads."), field="size")
    refuse_if(not any(missing_in(one.team, size) for one in cases_with_teams(actor, round)),
              _("Every case of this round that assessors can be assigned to has its team."))
    refuse_if(TeamProposal.everything.filter(round=round, stage=ProposalStage.ACCEPTING).exists(),
              _("The teams of an accepted proposal are being assigned. Wait until this is done."))
    for older in TeamProposal.everything.select_for_update(of=("self",), no_key=True).filter(round=round, stage__in=LIVE_PROPOSAL):
        move(older, ProposalStage.REPLACED)
    proposal = TeamProposal.everything.create(round=round, size=size, asked_at=clock.now(), asked_by=actor.user)
    record("teams.asked", proposal, actor=actor, size=size)
    enqueue("evaluations.solving.solve_proposal", proposal_id=proposal.pk)
    return proposal


@transaction.atomic
def keep_proposal(proposal, found, loads, *, actor):
    """Write down what the solver found. `loads`: {account's id: cases in hand before}. What was replaced meanwhile stays replaced."""
    proposal = lock(proposal)
    require(actor.is_system)
    if proposal.stage != ProposalStage.ASKED:
        return proposal
    after = dict(loads)
    for pair in found.pairs:
        after[pair.assessor] = after.get(pair.assessor, 0) + 1
    ProposedPair.everything.bulk_create(
        ProposedPair(proposal=proposal, application_id=pair.case, user_id=pair.assessor, is_lead=pair.is_lead, reasons=list(pair.reasons),
                     load=after[pair.assessor]) for pair in found.pairs)
    proposal.vacancies = [asdict(one) for one in found.vacancies]
    proposal.solved_at, proposal.is_best = clock.now(), found.is_best
    proposal.save(update_fields=["vacancies", "solved_at", "is_best"])
    step = move(proposal, ProposalStage.READY)
    record("teams.proposed", proposal, actor=actor, pairs=len(found.pairs), vacancies=len(found.vacancies), is_best=found.is_best, **step)
    return proposal


@transaction.atomic
def fail_proposal(proposal, *, actor):
    """Nothing was found in the time given."""
    proposal = lock(proposal)
    require(actor.is_system)
    if proposal.stage == ProposalStage.ASKED:
        record("teams.not_found", proposal, actor=actor, **move(proposal, ProposalStage.FAILED))
    return proposal


@transaction.atomic
def discard_proposal(proposal, *, actor):
    """Nobody is assigned by it."""
    proposal = lock(proposal)
    require(can_propose_teams(actor))
    step = move(proposal, ProposalStage.DISCARDED)
    _close(proposal, actor)
    record("teams.discarded", proposal, actor=actor, **step)
    return proposal


@transaction.atomic
def accept_proposal(proposal, chosen, *, actor):
    """Have the chosen pairs (public ids) assigned: a few at once, many by the worker. Who is not chosen is left out."""
    proposal = lock(proposal)
    require(can_propose_teams(actor))
    refuse_if(proposal.stage != ProposalStage.READY, _("This proposal is now “%(stage)s” and can no longer be accepted."),
              stage=proposal.get_stage_display())
    pairs = ProposedPair.everything.filter(proposal=proposal)
    taken = [pair.pk for pair in pairs if str(pair.public_id) in chosen]
    refuse_if(not taken, _("Choose at least one assessor, or discard the proposal."))
    pairs.exclude(pk__in=taken).update(outcome=Outcome.LEFT_OUT)
    _close(proposal, actor)
    step = move(proposal, ProposalStage.ACCEPTING)
    record("teams.accepted", proposal, actor=actor, pairs=taken, **step)
    if len(taken) <= FEW:
        return carry_out_proposal(proposal, actor=HOUSE)
    enqueue("evaluations.tasks.carry_out_proposal", proposal_id=proposal.pk)
    return proposal


@transaction.atomic
def carry_out_proposal(proposal, *, actor):
    """Assign what was accepted, in the name of who accepted it and each pair judged again now: what has become impossible is not assigned
    and keeps its sentence, the others are assigned all the same."""
    proposal = lock(proposal)
    require(actor.is_system)
    if proposal.stage != ProposalStage.ACCEPTING:
        return proposal
    pairs = list(ProposedPair.everything.filter(proposal=proposal, outcome=Outcome.OPEN).order_by("application", "-is_lead", "pk"))
    cases, users = _locked_cases(pairs), User.objects.in_bulk([pair.user_id for pair in pairs])
    step, person, loads = move(proposal, ProposalStage.ACCEPTED), Actor.of(proposal.closed_by), loads_of(COUNTING)
    with translation.override(proposal.language):
        for pair in pairs:
            _assign(pair, cases[pair.application_id], users[pair.user_id], loads, proposal.size, person)
    ProposedPair.everything.bulk_update(pairs, ["outcome", "sentence"])
    counts = {str(outcome): sum(pair.outcome == outcome for pair in pairs) for outcome in (Outcome.ASSIGNED, Outcome.REFUSED)}
    record("teams.assigned", proposal, actor=person, **counts, **step)
    return proposal


def _locked_cases(pairs):
    """In one order, before anything is recorded."""
    rows = Application.everything.select_for_update(of=("self",), no_key=True).filter(pk__in=[pair.application_id for pair in pairs])
    return {one.pk: one for one in rows.order_by("pk")}


def _assign(pair, case, user, loads, size, actor):
    """One pair, or the sentence why not."""
    try:
        with transaction.atomic():
            refuse_if(not can_assign(actor, case), _("You belong to this provider yourself."))
            refuse_if(len(team := list(assignments_in_force(case))) >= size and any(one.is_lead for one in team),
                      _("The team of this case is whole by now."))
            refuse_if(_is_full(user, loads), _("This assessor has as many cases in hand as they take on."))
            assign_assessor(case, user, is_lead=pair.is_lead, actor=actor)
    except Refused as refusal:
        pair.outcome, pair.sentence = Outcome.REFUSED, str(refusal)
        return
    pair.outcome, loads[user.pk] = Outcome.ASSIGNED, loads.get(user.pk, 0) + 1


def _is_full(user, loads):
    member = member_of_pool(user)
    return member is not None and loads.get(user.pk, 0) >= member.most_cases


def _close(proposal, actor):
    proposal.closed_at, proposal.closed_by, proposal.language = clock.now(), actor.user, get_language() or "ko"
    proposal.save(update_fields=["closed_at", "closed_by", "language"])
