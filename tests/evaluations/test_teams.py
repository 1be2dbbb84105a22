"""Teams for the cases of a round: what is proposed, what keeps somebody from a case, and that nobody is assigned before it is accepted."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from core.models import AuditEvent, Errand
from core.tenancy import within
from evaluations import solving, tasks, workflow
from evaluations.models import Application, Assignment, ProposedPair, TeamProposal
from evaluations.queries import cases_with_teams, changed_since, fits_in, latest_proposal, pool_rows, vacancies_of
from evaluations.queries.teams import program_of
from evaluations.teams import reasons_in_words, vacancy_in_words
from evaluations.workflow import teams
from panels.models import PoolMember
from panels.workflow import choose_limits
from tests import factories as f
from tests.evaluations.path import Path
from tests.evaluations.proposing import ids, pairs, pooled, proposed, round_with

pytestmark = pytest.mark.django_db
WORKER = Actor.system("tests")


@pytest.fixture
def here(busan):
    """The agency, with its round of three cases and a pool of four."""
    busan.round, busan.cases, busan.people = round_with(busan)
    with within(busan.agency):
        busan.by = Actor.of(busan.officer)
        yield busan


def assign(here, case, member, **how):
    return workflow.assign_assessor(here.cases[case], here.people[member].user, actor=here.by, **how)


def propose(here, size=2):
    return proposed(here, here.round, here.by, size)


def barred(here, case=0):
    cases, _assessors = program_of(WORKER, TeamProposal(round=here.round, size=2))
    return next(one.barred for one in cases if one.key == here.cases[case].pk)


# ---- asking

def test_whoever_asks_gets_a_proposal_from_the_worker_and_nobody_is_assigned_by_it(here):
    proposal = workflow.ask_proposal(here.round, 2, actor=here.by)
    assert proposal.stage == "asked" and Errand.everything.filter(task="evaluations.solving.solve_proposal").count() == 1
    solving.solve_proposal(proposal_id=proposal.pk)
    proposal.refresh_from_db()
    assert proposal.stage == "ready" and proposal.solved_at and proposal.is_best and proposal.vacancies == []
    assert len(pairs(proposal)) == 6 and sum(pair.is_lead for pair in pairs(proposal)) == 3
    assert not Assignment.everything.exists()
    assert set(AuditEvent.everything.filter(verb__startswith="teams.").values_list("verb", flat=True)) == {"teams.asked", "teams.proposed"}


@pytest.mark.parametrize("who", ["director", "auditor", "assessor", "admin", "observer"])
def test_only_the_desk_asks_accepts_and_discards(here, who):
    proposal, actor = propose(here), Actor.of(getattr(here, who))
    for act in (lambda: workflow.ask_proposal(here.round, 2, actor=actor), lambda: workflow.discard_proposal(proposal, actor=actor),
                lambda: workflow.accept_proposal(proposal, ids(pairs(proposal)), actor=actor)):
        with pytest.raises(PermissionDenied):
            act()


@pytest.mark.parametrize("size", [0, 1, 4])
def test_a_team_of_one_or_of_four_is_refused(here, size):
    with pytest.raises(Refused, match="two or three assessors"):
        workflow.ask_proposal(here.round, size, actor=here.by)


def test_where_every_case_has_its_team_nothing_is_proposed(here):
    for case in range(3):
        assign(here, case, 0, is_lead=True)
        assign(here, case, 1)
    with pytest.raises(Refused, match="has its team"):
        workflow.ask_proposal(here.round, 2, actor=here.by)
    assert workflow.ask_proposal(here.round, 3, actor=here.by).stage == "asked"


def test_a_newer_proposal_replaces_the_older(here):
    first = propose(here)
    second = propose(here)
    first.refresh_from_db()
    assert (first.stage, second.stage) == ("replaced", "ready") and latest_proposal(here.by, here.round) == second
    with pytest.raises(Refused, match="replaced by a newer one"):
        workflow.accept_proposal(first, ids(pairs(first)), actor=here.by)


def test_what_the_worker_brings_too_late_or_twice_changes_nothing(here):
    first = workflow.ask_proposal(here.round, 2, actor=here.by)
    second = workflow.ask_proposal(here.round, 2, actor=here.by)
    for proposal in (first, second, second):
        solving.solve_proposal(proposal_id=proposal.pk)
    assert pairs(first) == [] and len(pairs(second)) == 6


def test_what_is_found_for_a_proposal_that_was_replaced_meanwhile_is_not_kept(here):
    first = workflow.ask_proposal(here.round, 2, actor=here.by)
    cases, assessors = program_of(WORKER, first)
    workflow.ask_proposal(here.round, 2, actor=here.by)
    assert workflow.keep_proposal(first, solving.propose(cases, assessors), {}, actor=WORKER).stage == "replaced" and pairs(first) == []
    assert workflow.fail_proposal(first, actor=WORKER).stage == "replaced"


def test_nothing_found_in_the_time_given_is_a_state_and_not_an_error(here, monkeypatch):
    def too_slow(cases, assessors):
        raise TimeoutError
    monkeypatch.setattr(solving, "propose", too_slow)
    assert propose(here).stage == "failed"


def test_only_the_system_writes_down_what_was_found(here):
    proposal = workflow.ask_proposal(here.round, 2, actor=here.by)
    for act in (lambda: workflow.fail_proposal(proposal, actor=here.by),
                lambda: workflow.keep_proposal(proposal, solving.propose([], []), {}, actor=here.by)):
        with pytest.raises(PermissionDenied):
            act()


# ---- what is proposed

def test_who_is_there_stays_and_counts(here):
    assign(here, 0, 0, is_lead=True)
    proposal = propose(here)
    own = [pair for pair in pairs(proposal) if pair.application_id == here.cases[0].pk]
    assert len(own) == 1 and not own[0].is_lead and own[0].user_id != here.people[0].user_id
    loads = {here.people[0].user_id: 1}
    for pair in pairs(proposal):
        loads[pair.user_id] = loads.get(pair.user_id, 0) + 1
    assert sorted(loads.values()) == [1, 1, 2, 2]
    assert all(pair.load == loads[pair.user_id] for pair in pairs(proposal))


def test_two_without_a_lead_are_given_one(here):
    assign(here, 0, 0)
    assign(here, 0, 1)
    own = [pair for pair in pairs(propose(here)) if pair.application_id == here.cases[0].pk]
    assert [pair.is_lead for pair in own] == [True]


def test_who_may_not_lead_is_proposed_as_no_lead(here):
    PoolMember.everything.exclude(pk=here.people[0].pk).update(may_lead=False)
    assert {pair.user_id for pair in pairs(propose(here)) if pair.is_lead} == {here.people[0].user_id}


def test_nobody_is_given_more_than_they_take_on(here):
    PoolMember.everything.update(most_cases=1)
    proposal = propose(here)
    assert len(pairs(proposal)) == 4 and sum(one["missing"] for one in proposal.vacancies) == 2
    (case, vacancy), = vacancies_of(here.by, proposal)[:1]
    assert case in here.cases and "needed for other cases" in vacancy_in_words(vacancy)


def test_a_qualification_that_expired_yesterday_keeps_from_every_case(here):
    f.QualificationFactory(member=here.people[0], valid_until=clock.today() - timedelta(days=1))
    assert barred(here)[here.people[0].user_id] == "unfit"
    assert here.people[0].user_id not in {pair.user_id for pair in pairs(propose(here))}


def test_whoever_is_away_stands_back_is_tied_or_closed_is_not_proposed(here):
    away, standing_back, employed, gone = here.people
    f.AbsenceFactory(member=away)
    f.RecusalFactory(matter=here.cases[0].matter, user=f.UserFactory(person=standing_back.user.person))
    f.ProviderMemberFactory(provider=here.cases[0].provider, user=employed.user, role="viewer")
    gone.user.is_active = False
    gone.user.save()
    assert barred(here) == {away.user_id: "away", standing_back.user_id: "recused", employed.user_id: "excluded", gone.user_id: "unfit"}
    assert barred(here, 1) == {away.user_id: "away", gone.user_id: "unfit"}


def test_a_reason_to_ask_is_left_to_a_manager(here):
    member = here.people[0]
    since, until = clock.now() - timedelta(days=400), clock.now() - timedelta(days=2)
    f.ProviderMemberFactory(provider=here.cases[0].provider, user=member.user, role="viewer", joined_at=since, left_at=until)
    assert barred(here) == {member.user_id: "to_ask"}


def test_who_works_on_the_case_under_another_account_is_in_the_team(here):
    twin = pooled(here)
    twin.user.person = here.people[0].user.person
    twin.user.save()
    assign(here, 0, 0, is_lead=True)
    assert barred(here) == {twin.user_id: "in_team", here.people[0].user_id: "in_team"}


def earlier(here, case, member, days=300, **facts):
    """A case of the same provider in a round before, assessed by this member."""
    row = f.ApplicationFactory(offering=here.cases[case].offering, submitted_at=clock.now() - timedelta(days=days),
                               **{"reviewed_at": clock.now() - timedelta(days=days - 30), "stage": "final_evaluation"} | facts)
    Assignment.everything.create(application=row, user=here.people[member].user, assigned_at=clock.now(), label="x")


def test_nobody_assesses_a_provider_twice_in_a_row(here):
    earlier(here, 0, 0, days=700)
    earlier(here, 0, 1, days=300)
    earlier(here, 0, 2, days=100, reviewed_at=None, stage="withdrawn")
    assert barred(here) == {here.people[1].user_id: "last_time"} and barred(here, 1) == {}
    found = fits_in(here.by, here.cases[:1], [row.member for row in pool_rows(here.by)])
    assert found[here.cases[0].pk, here.people[1].user_id].remarks == [
        "The yearly pledge is not signed yet.", "Assessed this provider in its last round."]
    assert found[here.cases[0].pk, here.people[1].user_id].is_free               # by hand it is allowed


def test_a_case_that_cannot_have_its_team_is_named_with_why_and_the_others_have_theirs(here):
    for member in here.people[1:]:
        f.ProviderMemberFactory(provider=here.cases[0].provider, user=member.user, role="viewer")
    proposal = propose(here)
    (case, vacancy), = vacancies_of(here.by, proposal)
    assert case == here.cases[0] and len(pairs(proposal)) == 5
    assert vacancy_in_words(vacancy) == ("Without those whom qualifications, conflicts or their load keep away, "
                                         "1 assessor can be assigned. (excluded by law: 3)")


def test_an_empty_pool_names_every_case(here):
    PoolMember.everything.update(left_at=clock.now())
    proposal = propose(here)
    assert len(proposal.vacancies) == 3 and "nobody can be assigned" in vacancy_in_words(proposal.vacancies[0])


def test_a_pair_says_why_in_words():
    assert reasons_in_words(["field", "district", "no_conflict", "forgotten"], 3) == (
        "knows the service · same district · no conflict of interest found · 3 cases in hand then")


# ---- accepting

def test_accepted_everybody_proposed_is_assigned_and_asked(here):
    proposal = propose(here)
    workflow.accept_proposal(proposal, ids(pairs(proposal)), actor=here.by)
    assert {pair.outcome for pair in pairs(proposal)} == {"assigned"}
    assert {(one.application_id, one.user_id, one.is_lead) for one in Assignment.everything.all()} == {
        (pair.application_id, pair.user_id, pair.is_lead) for pair in pairs(proposal)}
    assert all(one.is_whole for one in cases_with_teams(here.by, here.round))
    with pytest.raises(Refused, match="accepted"):
        workflow.accept_proposal(proposal, ids(pairs(proposal)), actor=here.by)


def test_what_is_struck_out_is_left_out(here):
    proposal = propose(here)
    out, *chosen = pairs(proposal)
    workflow.accept_proposal(proposal, ids(chosen), actor=here.by)
    assert pairs(proposal)[0].outcome == "left_out" and Assignment.everything.count() == 5
    assert not Assignment.everything.filter(application=out.application_id, user=out.user_id).exists()


def test_nothing_chosen_is_no_acceptance(here):
    proposal = propose(here)
    with pytest.raises(Refused, match="at least one"):
        workflow.accept_proposal(proposal, {"nonsense"}, actor=here.by)
    proposal.refresh_from_db()
    assert proposal.stage == "ready"


def refused(proposal):
    return [pair.sentence for pair in pairs(proposal) if pair.outcome == "refused"]


def test_each_pair_is_judged_again_and_what_has_become_impossible_is_named(here):
    proposal = propose(here)
    tied = pairs(proposal)[0]
    f.ProviderMemberFactory(provider=here.cases[0].provider, user=tied.user, role="viewer")
    workflow.accept_proposal(proposal, ids(pairs(proposal)), actor=here.by)
    assert [sentence.partition(":")[0] for sentence in refused(proposal)] == ["This assessor is excluded from this case"]
    assert Assignment.everything.count() == 5


def test_a_team_that_became_whole_meanwhile_gets_nobody_more(here):
    proposal = propose(here)
    assign(here, 0, 0, is_lead=True)
    assign(here, 0, 1)
    assert changed_since(here.by, proposal) == 2
    workflow.accept_proposal(proposal, ids(pairs(proposal)), actor=here.by)
    assert refused(proposal) == ["The team of this case is whole by now."] * 2
    assert Assignment.everything.filter(application=here.cases[0]).count() == 2


def test_who_has_taken_on_enough_meanwhile_is_not_assigned(here):
    proposal = propose(here)
    PoolMember.everything.update(most_cases=1)
    workflow.accept_proposal(proposal, ids(pairs(proposal)), actor=here.by)
    assert set(refused(proposal)) == {"This assessor has as many cases in hand as they take on."}
    assert Assignment.everything.count() == 4


def test_an_officer_accepts_nothing_for_the_provider_she_belongs_to(here):
    proposal = propose(here)
    f.ProviderMemberFactory(provider=here.cases[0].provider, user=here.officer, role="viewer")
    workflow.accept_proposal(proposal, ids(pairs(proposal)), actor=here.by)
    assert refused(proposal) == ["You belong to this provider yourself."] * 2


def test_a_discarded_proposal_assigns_nobody_for_good(here):
    proposal = propose(here)
    assert workflow.discard_proposal(proposal, actor=here.by).closed_by == here.officer
    with pytest.raises(Refused):
        workflow.accept_proposal(proposal, ids(pairs(proposal)), actor=here.by)
    assert not Assignment.everything.exists() and ProposedPair.everything.filter(outcome="").count() == 6


def test_past_the_workflow_the_database_knows_what_a_proposal_is(here):
    facts = {"round": here.round, "asked_at": clock.now(), "asked_by": here.officer}
    for wrong, name in (({"size": 1}, "a_team_has_two_or_three"), ({"size": 3}, "one_live_proposal")):
        if name == "one_live_proposal":
            TeamProposal.everything.create(size=2, **facts)
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            TeamProposal.everything.create(**facts, **wrong)


def test_only_those_who_read_cases_see_a_proposal(here):
    proposal = propose(here)
    for who, sees in (("auditor", True), ("director", True), ("assessor", False), ("owner", False), ("committee", False)):
        actor = Actor.of(getattr(here, who))
        assert TeamProposal.objects.visible_to(actor).exists() == ProposedPair.objects.visible_to(actor).exists() == sees, (who, proposal)


def test_many_are_assigned_by_the_worker_in_the_name_of_who_accepted(here, monkeypatch):
    monkeypatch.setattr(teams, "FEW", 2)
    proposal = propose(here)
    assert workflow.accept_proposal(proposal, ids(pairs(proposal)), actor=here.by).stage == "accepting"
    assert not Assignment.everything.exists() and Errand.everything.filter(task="evaluations.tasks.carry_out_proposal").count() == 1
    with pytest.raises(Refused, match="Wait until this is done"):
        workflow.ask_proposal(here.round, 3, actor=here.by)
    with pytest.raises(PermissionDenied):
        workflow.carry_out_proposal(proposal, actor=here.by)
    for _twice in range(2):
        tasks.carry_out_proposal(proposal_id=proposal.pk)
    assert set(Assignment.everything.values_list("assigned_by", flat=True)) == {here.officer.pk} and Assignment.everything.count() == 6


# ---- the rule of a team

def test_a_fourth_is_refused_and_a_lead_who_may_not_lead(here):
    PoolMember.everything.filter(pk=here.people[3].pk).update(may_lead=False)
    with pytest.raises(Refused, match="does not lead teams"):
        assign(here, 0, 3, is_lead=True)
    for member in range(3):
        assign(here, 0, member, is_lead=member == 0)
    with pytest.raises(Refused, match="at most three"):
        assign(here, 0, 3)


def test_what_somebody_takes_on_is_the_desk_s_to_say(here):
    member = here.people[0]
    with pytest.raises(PermissionDenied):
        choose_limits(member, most_cases=3, may_lead=True, actor=Actor.of(member.user))
    for most in (0, 100):
        with pytest.raises(Refused, match="from 1 to 99"):
            choose_limits(member, most_cases=most, may_lead=True, actor=here.by)
    assert choose_limits(member, most_cases=3, may_lead=False, actor=here.by).most_cases == 3


def test_a_team_of_one_does_not_begin_the_document_review(busan):
    path = Path(busan).screened()
    with within(busan.agency):
        f.PoolMemberFactory(user=busan.assessor)
        workflow.assign_assessor(path.fresh(), busan.assessor, is_lead=True, actor=path.officer)
        path.declare(busan.assessor)
        with pytest.raises(Refused, match="one assessor only"):
            workflow.begin_sheet(path.fresh(), actor=path.as_(busan.assessor))
        assert Application.everything.get(pk=path.application.pk).stage == "document_review"
