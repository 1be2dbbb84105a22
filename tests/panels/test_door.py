"""Who sees which row of the panels."""
import pytest

from accounts.actors import Actor
from core import clock
from core.tenancy import within
from panels import workflow
from panels.models import (
    AgendaItem,
    Approval,
    ApprovalStep,
    Attendance,
    Ballot,
    Body,
    Declaration,
    Involvement,
    Meeting,
    OpenChoice,
    PoolMember,
    Recusal,
    RollEntry,
    Seat,
)
from tests import factories as f
from tests.panels.conftest import ballot_on, close, session_at, vote

OF_A_BODY = [Body, Seat, Meeting, AgendaItem, Attendance, Ballot, RollEntry]
OF_STAFF = [Involvement, Approval, ApprovalStep]
OF_A_PERSON = [PoolMember, Declaration, Recusal]
EVERYTHING = [*OF_A_BODY, *OF_STAFF, *OF_A_PERSON]
READERS = ["officer", "manager", "director", "auditor"]


def furnished(place):
    """A row in every table, with one vote in an open ballot."""
    room = session_at(place, seats=2)
    with within(place.agency):
        f.InvolvementFactory(person=place.assessor.person)
        f.PoolMemberFactory(user=place.assessor)
        f.RecusalFactory(user=place.assessor)
        room.ballot = ballot_on(room)
        vote(room.ballot, room.members[0])
        actor = Actor.of(place.officer)
        workflow.draft_approval("x.x", room.matter, "결과 공고", "announcement", "a" * 64, actor=actor)
    return room


@pytest.fixture
def furniture(busan, daegu):
    furnished(daegu)
    return furnished(busan)


def seen(model, user, place):
    with within(place.agency):
        return list(model.objects.visible_to(Actor.of(user) if user else Actor.public()))


def all_of(model, place):
    with within(place.agency):
        return set(model.everything.filter(agency=place.agency))


@pytest.mark.parametrize("model", EVERYTHING)
@pytest.mark.parametrize("who", READERS)
def test_who_reads_cases_sees_everything_of_their_agency(model, who, furniture, busan):
    found = seen(model, getattr(busan, who), busan)
    assert found and set(found) == all_of(model, busan)


@pytest.mark.parametrize("model", EVERYTHING)
def test_the_city_sees_bodies_and_approvals_and_no_declarations(model, furniture, busan):
    expected = all_of(model, busan) if model in OF_A_BODY or model in (Approval, ApprovalStep) else set()
    assert set(seen(model, busan.observer, busan)) == expected


@pytest.mark.parametrize("model", OF_A_BODY)
def test_who_has_a_seat_now_sees_their_body(model, furniture, busan):
    with within(busan.agency):
        f.SeatFactory()
    found = set(seen(model, furniture.members[1], busan))
    assert found and len(found) == len(all_of(model, busan)) - (model in (Body, Seat))       # the other body has a row in these two


@pytest.mark.parametrize("model", OF_A_BODY)
def test_whose_term_has_ended_sees_it_no_more(model, furniture, busan):
    with within(busan.agency):
        Seat.everything.filter(user=furniture.members[1]).update(to_on="2026-01-01")
    assert seen(model, furniture.members[1], busan) == []


@pytest.mark.parametrize("model", EVERYTHING)
@pytest.mark.parametrize("who", ["trainer", "employee", "consultant", "admin", "committee", "owner", None])
def test_others_see_nothing(model, who, furniture, busan):
    assert seen(model, who and getattr(busan, who), busan) == []


@pytest.mark.parametrize("model", [*EVERYTHING, OpenChoice])
@pytest.mark.parametrize("who", ["officer", "director", "auditor", "assessor", "committee"])
def test_strangers_see_nothing(model, who, furniture, busan, daegu):
    assert seen(model, getattr(daegu, who), busan) == []
    assert not set(seen(model, getattr(daegu, who), daegu)) & all_of(model, busan)


@pytest.mark.parametrize("model", [PoolMember, Recusal])
def test_an_assessor_sees_what_is_their_own(model, furniture, busan):
    with within(busan.agency):
        {PoolMember: f.PoolMemberFactory, Recusal: f.RecusalFactory}[model]()
    assert [row.user for row in seen(model, busan.assessor, busan)] == [busan.assessor]


def test_a_declaration_is_its_persons(furniture, busan):
    for user in furniture.members:
        assert [row.user for row in seen(Declaration, user, busan)] == [user]


def test_who_sits_in_a_body_sees_who_stands_back(furniture, busan):
    assert [row.user for row in seen(Recusal, furniture.members[0], busan)] == [busan.assessor]
    with within(busan.agency):
        Seat.everything.filter(user=furniture.members[0]).update(to_on="2026-01-01")
    assert seen(Recusal, furniture.members[0], busan) == []


def test_a_second_account_sees_its_persons_recusal_and_nobody_sees_that_of_the_unnamed(furniture, busan):
    twin, unnamed = f.UserFactory(person=busan.assessor.person), f.UserFactory(person=None)
    with within(busan.agency):
        f.RecusalFactory(user=f.UserFactory(person=None))
    assert [row.user for row in seen(Recusal, twin, busan)] == [busan.assessor]
    assert seen(Recusal, unnamed, busan) == []


# ---- votes

def test_until_the_ballot_is_closed_everybody_sees_their_own_vote_only(furniture, busan):
    assert len(seen(OpenChoice, furniture.members[0], busan)) == 1
    for who in (furniture.members[1], *[getattr(busan, who) for who in [*READERS, "observer", "admin", "committee"]], None):
        assert seen(OpenChoice, who, busan) == []


def test_once_it_is_closed_those_who_see_the_ballot_see_the_votes(furniture, busan):
    with within(busan.agency):
        vote(furniture.ballot, furniture.members[1])
        close(furniture, furniture.ballot)
    for who in (furniture.members[1], busan.officer, busan.observer):
        assert len(seen(OpenChoice, who, busan)) == 2
    for who in (busan.committee, busan.admin, busan.assessor, None):
        assert seen(OpenChoice, who, busan) == []


def test_votes_of_a_ballot_that_was_broken_off_stay_closed(furniture, busan):
    with within(busan.agency):
        workflow.void_ballot(furniture.ballot, reason="사유", actor=Actor.of(busan.officer))
    assert seen(OpenChoice, busan.officer, busan) == []
    assert len(seen(OpenChoice, furniture.members[0], busan)) == 1


# ---- what is published

def test_a_committee_is_nobody_elses_and_a_published_body_is_read_by_its_members_elsewhere(furniture, busan, daegu):
    assert furniture.body not in seen(Body, daegu.officer, daegu)
    with within(busan.agency):
        Body.everything.filter(pk=furniture.body.pk).update(published_at=clock.now())
        Seat.everything.create(body=furniture.body, user=daegu.officer, from_on=clock.today(), sent_by=daegu.agency)
    assert furniture.body in seen(Body, daegu.officer, daegu) and furniture.body not in seen(Body, daegu.manager, daegu)
    assert furniture.meeting not in seen(Meeting, daegu.manager, daegu) and furniture.ballot not in seen(Ballot, daegu.manager, daegu)
    assert furniture.meeting in seen(Meeting, daegu.officer, daegu)
    assert furniture.ballot in seen(Ballot, daegu.officer, daegu)
    assert not set(seen(RollEntry, daegu.officer, daegu)) & all_of(RollEntry, busan)
