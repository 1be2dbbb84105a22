"""Who sees a sheet, a judgement, the team's result: one's own, and the others' once all are in; nobody else before."""
import pytest

from accounts.actors import Actor
from accounts.models import Membership
from core import clock
from evaluations.models import Application, Assignment, ConsolidatedJudgement, Judgement, SealedAnswer, SealedFile, Sheet
from evaluations.queries import own_judgement, own_judgements, progress_of, team_progress
from panels import workflow as panels
from tests.cast import STAFF
from tests.evaluations.reviewing import assign, begin, end, hand_in, judge, standing, team_at

pytestmark = pytest.mark.django_db
READ_CASES = ("officer", "manager", "director", "auditor")
PRIVATE = (Sheet, Judgement, ConsolidatedJudgement)
SEALED = (Application, SealedAnswer, SealedFile)


@pytest.fixture
def path(busan):
    return team_at(busan)


@pytest.fixture
def here(path):
    with standing(path):
        yield path


@pytest.fixture
def lead(path):
    return path.assessors[0]


@pytest.fixture
def second(path):
    return path.assessors[1]


def seen(model, user):
    return set(model.objects.visible_to(Actor.of(user)).values_list("pk", flat=True))


def everybody_but(here, *users):
    """Staff in every role, the provider's people, a citizen."""
    place = here.place
    people = [getattr(place, str(role)) for role in STAFF] + [place.owner, place.colleague, place.neighbour]
    return [user for user in people if user not in users]


def test_before_all_are_in_nobody_but_oneself_sees_a_judgement(here, lead, second):
    own = hand_in(here, lead)
    begin(here, second)
    for user in everybody_but(here, lead):
        assert [seen(model, user) for model in PRIVATE] == [set()] * 3, user
    assert seen(Sheet, lead) == {own.pk}
    assert set(Judgement.objects.visible_to(Actor.of(lead)).values_list("sheet", flat=True)) == {own.pk}
    assert own.pk not in seen(Sheet, second)
    assert not Judgement.objects.visible_to(Actor.public()).exists()


def test_once_all_are_in_the_team_and_who_reads_cases_see_all(here, lead, second):
    hand_in(here, lead)
    hand_in(here, second)
    readers = [lead, second, *[getattr(here.place, who) for who in READ_CASES]]
    for user in readers:
        assert [len(seen(model, user)) for model in PRIVATE] == [2, 6, 3], user
    for user in everybody_but(here, *readers):
        assert [seen(model, user) for model in PRIVATE] == [set()] * 3, user


def test_one_review_alone_is_not_all(here, lead, second):
    """Else an officer would end an assignment, read what the other judged, and assign anew."""
    hand_in(here, lead)
    end(here, second)
    assert [seen(model, here.place.officer) for model in PRIVATE] == [set()] * 3


def test_while_somebody_new_has_to_hand_in_everything_is_closed_again(here, lead, second):
    hand_in(here, lead)
    hand_in(here, second)
    third = assign(here)
    begin(here, third)
    assert [len(seen(model, third)) for model in PRIVATE] == [1, 3, 0]
    assert [len(seen(model, here.place.officer)) for model in PRIVATE] == [0, 0, 0]
    assert [len(seen(model, lead)) for model in PRIVATE] == [1, 3, 0]


def test_a_replaced_assessors_sheet_stays_unseen(here, lead, second):
    hand_in(here, lead)
    left = hand_in(here, second, "fail", "떠난 위원")
    end(here, second)
    hand_in(here, assign(here))
    for user in (lead, here.place.officer, here.place.auditor, second):
        assert left.pk not in seen(Sheet, user)
        assert not Judgement.objects.visible_to(Actor.of(user)).filter(sheet=left).exists()
    assert len(seen(Sheet, lead)) == 2


def test_whoever_has_not_declared_sees_nothing_of_the_case(here, lead, second):
    hand_in(here, lead)
    hand_in(here, second)
    third = assign(here)
    here.declare(third, interest="가족이 근무합니다.")
    for user in (third, here.place.committee):
        assert [seen(model, user) for model in (*PRIVATE, *SEALED)] == [set()] * 6


def test_who_stands_back_sees_nothing_any_more_under_any_account(here, lead, second):
    hand_in(here, lead)
    hand_in(here, second)
    assert seen(Application, lead)
    panels.recuse(lead, subject_type="evaluations.application", matter=here.application.matter, ground="own_will", reason="친분",
                  actor=Actor.of(lead))
    assert [seen(model, lead) for model in (*PRIVATE, *SEALED)] == [set()] * 6


def test_the_neighbouring_agency_sees_nothing(daegu, here, lead, second):
    hand_in(here, lead)
    hand_in(here, second)
    for role in READ_CASES:
        assert [seen(model, getattr(daegu, role)) for model in PRIVATE] == [set()] * 3


def test_staff_see_how_many_are_judged_and_not_what(here, lead, second):
    begin(here, lead)
    judge(here, lead, "fail", "비밀 사유")
    judge(here, lead, "onsite", place=1)
    progress = progress_of(Actor.of(here.place.officer), here.application)
    assert [(one.judged, one.total, one.handed_in_at) for one in progress] == [(2, 3, None), (0, 0, None)]
    assert "비밀" not in repr(progress)
    assert [one.judged for one in progress_of(Actor.of(second), here.application)] == [0]
    assert [one.judged for one in team_progress(here.application)] == [2, 0]


def own_rows(here, user):
    """What the pages of the sheet find: all of it, and each by its address."""
    actor = Actor.of(user)
    found = [own_judgement(actor, one.public_id) for one in Judgement.everything.all()]
    rows = {one.pk for one in own_judgements(actor, here.application)}
    assert rows == {one.pk for one in found if one is not None}
    return rows


def test_ones_own_rows_are_ones_own_while_the_case_is_open_to_one_and_one_is_assigned(here, lead, second):
    sheets = begin(here, lead), begin(here, second)
    rows = [set(sheet.judgements.values_list("pk", flat=True)) for sheet in sheets]
    assert [own_rows(here, user) for user in (lead, second)] == rows
    assert {frozenset(own_rows(here, user)) for user in everybody_but(here, lead, second)} == {frozenset()}
    assignment = Assignment.everything.filter(user=second)
    assignment.update(ended_at=clock.now())
    assert own_rows(here, second) == set()
    assignment.update(ended_at=None)
    panels.recuse(second, subject_type="evaluations.application", matter=here.application.matter, ground="own_will", reason="친분",
                  actor=Actor.of(second))
    assignment.update(ended_at=None)                # whether or not the assignment ended with it
    assert own_rows(here, second) == set() and own_rows(here, lead) == rows[0]
    Membership.everything.filter(user=lead, role="assessor").update(ended_at=clock.now())
    assert own_rows(here, lead) == set(), "nobody's who is no assessor any more"
