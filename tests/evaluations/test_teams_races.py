"""A proposal of teams, touched by two at the same moment."""
import pytest

from accounts.actors import Actor
from core.models import AuditEvent
from core.tenancy import within
from evaluations import workflow
from evaluations.models import Assignment, TeamProposal
from tests.cast import people_of
from tests.evaluations.proposing import ids, pairs, proposed, round_with
from tests.panels.test_races import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_two_who_accept_one_proposal_at_once_one_does(transactional_db):
    place = people_of("busan")
    round, _cases, _people = round_with(place)
    with within(place.agency):
        officer, manager = Actor.of(place.officer), Actor.of(place.manager)
    proposal = proposed(place, round, officer)
    with within(place.agency):
        chosen = ids(pairs(proposal))
    both = at_once(place, *[lambda actor=actor: workflow.accept_proposal(proposal, chosen, actor=actor) for actor in (officer, manager)])
    assert sorted(isinstance(one, str) for one in both) == [False, True]
    with within(place.agency):
        assert Assignment.everything.count() == 6 and AuditEvent.everything.filter(verb="teams.accepted").count() == 1


def test_of_two_who_ask_at_once_the_later_replaces_the_earlier(transactional_db):
    place = people_of("busan")
    round, _cases, _people = round_with(place)
    with within(place.agency):
        officer, manager = Actor.of(place.officer), Actor.of(place.manager)
    both = at_once(place, *[lambda actor=actor: workflow.ask_proposal(round, 2, actor=actor) for actor in (officer, manager)])
    assert all(isinstance(one, TeamProposal) for one in both), both
    with within(place.agency):
        assert sorted(TeamProposal.everything.values_list("stage", flat=True)) == ["asked", "replaced"]


def test_who_assigns_while_another_accepts_makes_no_team_of_four(transactional_db):
    place = people_of("busan")
    round, cases, people = round_with(place, cases=1, people=6)
    with within(place.agency):
        officer, manager = Actor.of(place.officer), Actor.of(place.manager)
    proposal = proposed(place, round, officer)
    with within(place.agency):
        chosen, named = ids(pairs(proposal)), {pair.user_id for pair in pairs(proposal)}
        others = [one.user for one in people if one.user_id not in named][:2]
    answers = at_once(place, lambda: workflow.accept_proposal(proposal, chosen, actor=officer),
                      *[lambda user=user: workflow.assign_assessor(cases[0], user, actor=manager) for user in others])
    assert not [one for one in answers if isinstance(one, Exception)], answers
    with within(place.agency):
        assert Assignment.everything.filter(ended_at=None).count() <= 3
