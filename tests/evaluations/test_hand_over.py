"""Somebody leaves: everything in hand goes to others at once, or nothing does."""
import time

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core import clock
from core.errors import Refused
from core.models import AuditEvent, Errand
from evaluations import workflow
from evaluations.models import Application, Assignment, Challenge, Sheet
from evaluations.queries import cases_in_hand, examine
from panels.models import Declaration
from panels.queries import pool_members
from tests import factories as f
from tests.evaluations.challenging import announced, challenge
from tests.evaluations.reviewing import begin, standing, team_at

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(busan):
    path = team_at(busan)
    with standing(path):
        yield path


@pytest.fixture
def successor(path):
    return in_pool(path)


def in_pool(path):
    """Somebody new, as the pool's pages know them."""
    user = path.one_more("assessor")
    f.PoolMemberFactory(user=user)
    return pool_members(path.officer).get(user=user)


def copies_of(path, number):
    """So many more cases of which the lead has the same: applications of other providers, past the workflow."""
    made = []
    for place in range(number):
        offering = f.OfferingFactory(site__provider__name=f"CNRY-busan-more-{place}")
        case = Application.everything.get(pk=path.application.pk)
        case.pk, case.public_id, case._state.adding = None, None, True
        case.public_id = Application._meta.get_field("public_id").get_default()
        case.offering, case.provider, case.number = offering, offering.site.provider, f"2026-{900 + Application.everything.count()}"
        case.save()
        made.append(Assignment.everything.create(application=case, user=path.assessors[0], is_lead=True, label="x", assigned_at=clock.now(),
                                                 assigned_by=path.place.officer))
    return made


def hand(path, member, reason="건강상의 이유로 사임하였습니다.", *, by=None, only=None):
    rows = only or list(cases_in_hand(path.officer, path.assessors[0]))
    return workflow.hand_over([(row, member) for row in rows], reason=reason, actor=by or path.officer)


def test_all_go_at_once_who_led_is_followed_as_lead_and_what_was_written_is_kept(path, successor):
    begin(path, path.assessors[0])
    copies_of(path, 2)
    came = hand(path, successor)
    assert len(came) == 3 and {(one.user, one.is_lead, one.replaces.user) for one in came} == {(successor.user, True, path.assessors[0])}
    ended = Assignment.everything.filter(user=path.assessors[0])
    assert {row.ended_reason for row in ended} == {"건강상의 이유로 사임하였습니다."} and all(row.ended_at for row in ended)
    assert Sheet.everything.filter(user=path.assessors[0]).exists() and not Sheet.everything.filter(user=successor.user).exists()
    assert Declaration.everything.filter(user=successor.user, answered_at=None).count() == 3
    told = Errand.everything.filter(arguments__event="assignment.handed_over")
    assert [one.arguments["facts"]["count"] for one in told] == [3]                     # one message, not three
    assert AuditEvent.everything.filter(verb="application.assignment_ended").count() == 3
    assert set(AuditEvent.everything.filter(verb="application.assigned", facts__has_key="replaces", facts__account=successor.user_id)
               .values_list("subject_id", flat=True)) == {str(one.application_id) for one in came}


def test_one_that_is_impossible_stops_all_of_them(path, successor):
    more = copies_of(path, 2)
    f.InvolvementFactory(person=successor.user.person, subject=more[0].application.provider.public_id, kind="related", matter=None)
    with pytest.raises(Refused, match="1 case cannot be handed over like this. Nothing was changed"):
        hand(path, successor)
    assert not Assignment.everything.filter(user=successor.user).exists()
    assert len(hand(path, successor, only=[row for row in cases_in_hand(path.officer, path.assessors[0]) if row.pk != more[0].pk])) == 2


def test_every_reason_against_a_pair_has_its_sentence(path, successor):
    assert against(path, path.assessors[1]) == ["Works on this case already."]
    assert against(path, path.assessors[0])[0] == "This person is not in the assessor pool."
    f.RecusalFactory(matter=path.application.matter, user=f.UserFactory(person=successor.user.person))
    assert against(path, successor.user) == ["Stands back from this case."]
    rival = in_pool(path)
    f.InvolvementFactory(person=rival.user.person, subject=path.place.neighbours.public_id, kind="employed", matter=None)
    assert "same district" in against(path, rival.user)[0] and against(path, rival.user)[1].startswith("A manager may assign them")
    nobody, = examine(path.officer, [(mine(path), None)])
    assert nobody.against == ["Choose who takes it over."]


def mine(path):
    return cases_in_hand(path.officer, path.assessors[0]).get(application=path.application)


def against(path, user):
    pair, = examine(path.officer, [(mine(path), pool_members(path.officer).get(user=user))])
    return pair.against


def test_after_the_review_a_case_is_not_handed_over_and_an_ended_one_neither(path, successor):
    row = mine(path)
    Application.everything.filter(pk=path.application.pk).update(reviewed_at=clock.now())
    assert against(path, successor.user) == ["The document review of this case is over."]
    Application.everything.filter(pk=path.application.pk).update(reviewed_at=None)
    Assignment.everything.filter(pk=row.pk).update(ended_at=clock.now())
    with pytest.raises(Refused, match="cannot be handed over"):
        hand(path, successor, only=[row])


def test_it_needs_a_reason_a_case_and_the_desk(path, successor):
    with pytest.raises(Refused, match="write the reason"):
        hand(path, successor, reason=" ")
    with pytest.raises(Refused, match="at least one case"):
        workflow.hand_over([], reason="x", actor=path.officer)
    for who in ("assessor", "director", "auditor", "owner"):
        with pytest.raises(PermissionDenied):
            hand(path, successor, by=path.as_(getattr(path.place, who)))


def test_nobody_hands_over_a_case_of_a_provider_they_belong_to(path, successor):
    f.ProviderMemberFactory(provider=path.provider, user=path.place.officer, role="viewer")
    with pytest.raises(Refused, match="cannot be handed over"):
        hand(path, successor)


def test_a_challenge_of_who_leaves_is_no_longer_needed_and_the_successor_is_told_of_anew(path, successor):
    announced(path)
    challenge(path, path.assessors[0])
    came, = hand(path, successor)
    assert Challenge.everything.get().stage == "lapsed" and came.notice is None


def statements_for(path, number):
    copies_of(path, number)
    member = in_pool(path)
    with CaptureQueriesContext(connection) as seen:
        started = time.monotonic()
        assert len(hand(path, member, only=list(cases_in_hand(path.officer, path.assessors[0])[:number]))) == number
    return len(seen), time.monotonic() - started


def test_forty_take_as_many_statements_as_three_and_less_than_five_seconds(path):
    few, _seconds = statements_for(path, 3)
    many, seconds = statements_for(path, 40)
    assert many == few and seconds < 5
