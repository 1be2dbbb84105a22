"""The provider is told who assesses, may challenge somebody within three working days, and the manager decides."""
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from core import clock
from core.calendar import is_working_day
from core.models import AuditEvent, Errand
from core.tenancy import within
from correspondence.models import Deadline
from evaluations import queries, workflow
from evaluations.models import Application, Assignment, Challenge, Sheet, TeamNotice
from panels.models import Recusal
from tests import factories as f
from tests.evaluations.asking import noon, refused
from tests.evaluations.challenging import MONDAY, announced, assignment_of, challenge, decide
from tests.evaluations.path import Path
from tests.evaluations.reviewing import assign, end, hand_in, results, settle, standing, team_at

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(busan):
    path = team_at(busan)
    with standing(path):
        yield path


def told(event):
    return Errand.everything.filter(arguments__event=event).count()


# ---- told

def test_the_whole_team_is_told_once_with_its_three_working_days(path):
    notice = announced(path, on=MONDAY)
    with standing(path):
        assert set(Assignment.everything.values_list("notice", flat=True)) == {notice.pk}
        deadline = Deadline.everything.get(kind="team.challenge")
        assert (deadline.pk, deadline.last_day, told("team.announced")) == (notice.deadline_id, date(2026, 11, 19), 1)
        names = TeamNotice.everything.get().assessors
        assert names.startswith("- CNRY-busan-assessor (lead)\n- ") and "@" not in names
    assert "knows the whole team" in refused(lambda: announced(path))


def test_a_holiday_between_does_not_count(path):
    friday = date(2026, 12, 23)                                 # Wednesday; the 25th is a holiday, then a weekend
    assert not is_working_day(date(2026, 12, 25))
    assert announced(path, on=friday).deadline.last_day == date(2026, 12, 29)


@pytest.fixture
def here(busan):
    here = Path(busan).screened()
    with standing(here):
        yield here


def test_the_team_is_told_when_it_is_whole_and_has_declared(here):
    first = assign(here)
    assert "not whole yet" in refused(lambda: announced(here))
    assign(here)
    assert "one of whom leads" in refused(lambda: announced(here))
    assign(here, is_lead=True)
    end(here, first)                        # a team has at most three
    user = here.one_more("assessor")
    f.PoolMemberFactory(user=user)
    workflow.assign_assessor(here.fresh(), user, actor=here.officer)
    assert "First each assessor declares" in refused(lambda: announced(here))
    here.declare(user, interest="가족이 근무합니다.")
    assert "Who stands back is replaced" in refused(lambda: announced(here))
    end(here, user)
    assert announced(here)


@pytest.mark.parametrize("who", ["owner", "assessor", "director", "auditor", "committee"])
def test_only_the_desk_tells(path, who):
    with standing(path), pytest.raises(PermissionDenied):
        workflow.announce_team(path.fresh(), actor=path.as_(getattr(path.place, who)))


def test_after_the_review_nobody_is_told_any_more(path):
    Application.everything.filter(pk=path.application.pk).update(reviewed_at=clock.now())
    assert "is over" in refused(lambda: announced(path))


def test_a_replacement_is_told_as_well_with_days_of_its_own(path):
    announced(path, on=MONDAY)
    left = path.assessors[1]
    with standing(path):
        before = assignment_of(path, left)
    end(path, left)
    with clock.travel(noon(date(2026, 11, 18))), standing(path):
        came = assign(path, replaces=Assignment.everything.get(pk=before.pk))
        assert workflow.announce_team(path.fresh(), actor=path.officer).deadline.last_day == date(2026, 11, 23)
        assert TeamNotice.everything.order_by("pk").last().assessors == f"- {came}"
        log = [(turn.assignment.user, turn.successor and turn.successor.user) for turn in queries.turns_of(path.officer, path.application)]
        assert set(log) == {(path.assessors[0], None), (left, came), (came, None)}
        assert [one.assignment.user for one in queries.told_team(path.application)] == [path.assessors[0], came]


def test_in_one_place_comes_one(path):
    with standing(path):
        gone = assignment_of(path, path.assessors[1])
        assert "come in the place" in refused(lambda: assign(path, replaces=gone))        # still works on it
    end(path, path.assessors[1])
    assign(path, replaces=gone)
    assert "come in the place" in refused(lambda: assign(path, replaces=gone))


# ---- challenged

def test_on_the_third_day_it_is_taken_and_on_the_fourth_it_is_not(path):
    announced(path, on=MONDAY)
    due = noon(date(2026, 11, 20)).replace(hour=0)              # 24:00 of the 19th
    with clock.travel(due + timedelta(minutes=1)):
        assert "ended on" in refused(lambda: challenge(path, path.assessors[0], at=due))
        assert challenge(path, path.assessors[0], at=due - timedelta(microseconds=1)).stage == "open"       # it arrived in time
    with standing(path):
        assert told("challenge.received") == 1


def test_an_assessor_is_challenged_once_with_a_reason_by_who_hands_in(path):
    announced(path)
    user = path.assessors[0]
    viewer = f.ProviderMemberFactory(provider=path.provider, role="viewer").user
    for who in (viewer, path.place.neighbour, path.place.officer, path.place.assessor):
        with pytest.raises(PermissionDenied):
            challenge(path, user, by=who)
    assert refused(lambda: challenge(path, user, "  ")) == "Please write the reason."
    assert challenge(path, user, by=path.place.colleague)
    assert "already" in refused(lambda: challenge(path, user))
    assert challenge(path, path.assessors[1])


def test_whom_the_provider_was_not_told_of_it_does_not_challenge(path):
    with standing(path):
        gone = assignment_of(path, path.assessors[0])
        assert "does not work on your" in refused(lambda: workflow.challenge_assessor(
            gone, reason="x", actor=path.as_(path.owner), arrived_at=clock.now()))


def test_what_came_on_paper_the_agency_challenges_for_its_provider(path):
    announced(path)
    Application.everything.filter(pk=path.application.pk).update(entered_by_proxy_at=clock.now(), entered_by_proxy_by=path.place.officer)
    assert challenge(path, path.assessors[0], by=path.place.officer)


# ---- decided

def test_granted_the_case_is_closed_to_the_assessor_at_once_and_for_good(path):
    announced(path)
    user = path.assessors[1]
    hand_in(path, user)
    row = challenge(path, user)
    with standing(path):
        assert queries.case_to_assess(path.as_(user), path.application.public_id)
    decide(path, row, is_granted=True)
    with standing(path):
        assert queries.case_to_assess(path.as_(user), path.application.public_id) is None
        recusal = Recusal.everything.get(user=user)
        assert (recusal.ground, recusal.recused_by, recusal.reason) == ("challenged", path.place.manager, "사실관계를 확인하였습니다.")
        assert Sheet.everything.filter(user=user).exists()                  # what was written is kept
        assert [told(one) for one in ("challenge.granted", "challenge.assignment_ended", "challenge.rejected")] == [1, 1, 0]
        assert "stands back" in refused(lambda: workflow.assign_assessor(path.fresh(), user, actor=path.officer))
        assert AuditEvent.everything.filter(verb="team.challenge_granted").get().facts["reason"] == recusal.reason


def test_rejected_the_assessor_goes_on_and_only_the_provider_is_told(path):
    announced(path)
    row = decide(path, challenge(path, path.assessors[1]), is_granted=False)
    with standing(path):
        assert (row.stage, assignment_of(path, path.assessors[1]).ended_at, Recusal.everything.count()) == ("rejected", None, 0)
        assert [told(one) for one in ("challenge.rejected", "challenge.assignment_ended")] == [1, 0]
    assert "no longer open" in refused(lambda: decide(path, row, is_granted=True))


@pytest.mark.parametrize("who", ["officer", "director", "owner", "assessor", "auditor"])
def test_only_a_manager_decides(path, who):
    announced(path)
    row = challenge(path, path.assessors[1])
    with pytest.raises(PermissionDenied):
        decide(path, row, is_granted=True, by=getattr(path.place, who))


def test_the_decision_has_a_reason(path):
    announced(path)
    row = challenge(path, path.assessors[1])
    assert refused(lambda: decide(path, row, is_granted=False, reason=" ")) == "Please write the reason."


def test_nobody_decides_about_themselves_and_no_member_of_the_provider(path):
    announced(path)
    row = challenge(path, path.assessors[1])
    with standing(path):
        same = f.MembershipFactory(role="manager", user=f.UserFactory(person=path.assessors[1].person)).user
        theirs = f.MembershipFactory(role="manager").user
        f.ProviderMemberFactory(provider=path.provider, user=theirs, role="viewer")
    for who in (same, theirs):
        with pytest.raises(PermissionDenied):
            decide(path, row, is_granted=False, by=who)


def test_while_a_challenge_is_open_nothing_is_settled_and_the_review_does_not_end_before_the_days_are_over(path):
    announced(path, on=MONDAY)
    with clock.travel(noon(date(2026, 11, 17))):
        for user in path.assessors:
            hand_in(path, user)
        row = challenge(path, path.assessors[1])
        lead = path.assessors[0]
        assert "waits for the manager's decision" in refused(lambda: settle(path, results(path)[0], lead))
        with standing(path):
            assert "waits for the manager's decision" in refused(lambda: workflow.conclude_review(path.fresh(), actor=path.as_(lead)))
        decide(path, row, is_granted=False)
        assert settle(path, results(path)[0], lead).is_new
        with standing(path):
            assert "may challenge an assessor until" in refused(lambda: workflow.conclude_review(path.fresh(), actor=path.as_(lead)))
    with clock.travel(noon(date(2026, 11, 20))), standing(path):
        assert workflow.conclude_review(path.fresh(), actor=path.as_(lead)).reviewed_at
        assert Deadline.everything.get(kind="team.challenge").outcome == "done"


def test_a_review_does_not_end_while_the_provider_does_not_know_its_whole_team(path):
    lead, second = path.assessors
    for user in path.assessors:
        hand_in(path, user)

    def conclude():
        with standing(path):
            return workflow.conclude_review(path.fresh(), actor=path.as_(lead))
    assert "has not been told yet who assesses it" in refused(conclude)
    announced(path, on=MONDAY)
    end(path, second)
    hand_in(path, assign(path))                             # of whom the provider does not know
    with clock.travel(noon(date(2026, 11, 20))):
        assert "Ask the agency to tell it" in refused(conclude)
    announced(path, on=date(2026, 11, 20))
    with clock.travel(noon(date(2026, 11, 26))):
        assert conclude().reviewed_at


def test_a_challenge_ends_with_the_assignment_or_the_application(path):
    announced(path)
    first, second = challenge(path, path.assessors[1]), challenge(path, path.assessors[0])
    end(path, path.assessors[1])
    assert "no longer open" in refused(lambda: decide(path, first, is_granted=True))
    with standing(path):
        workflow.withdraw_application(path.fresh(), actor=path.as_(path.owner))
        assert set(Challenge.everything.values_list("stage", flat=True)) == {"lapsed"}
        assert Deadline.everything.get(kind="team.challenge").outcome == "dropped"
    assert "no longer open" in refused(lambda: decide(path, second, is_granted=True))


# ---- who sees it

def test_a_challenge_is_read_by_its_provider_and_the_desk_alone(path):
    announced(path)
    challenge(path, path.assessors[1])
    place = path.place
    seen = {}
    with within(place.agency):
        for who in ("owner", "colleague", "neighbour", "assessor", "committee", "officer", "director", "observer"):
            seen[who] = Challenge.objects.visible_to(path.as_(getattr(place, who))).count()
    assert seen == {"owner": 1, "colleague": 1, "neighbour": 0, "assessor": 0, "committee": 0, "officer": 1, "director": 1, "observer": 0}
