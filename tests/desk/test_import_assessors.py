"""The assessor pool from a spreadsheet: what it would do, what is wrong with its place, all of it or nothing."""
from datetime import date

import pytest
from django.utils import translation

from core.tenancy import within
from panels.models import Employment, Involvement, PoolMember, Qualification
from tests import factories as f
from tests.desk.importing import said


@pytest.fixture(autouse=True)
def english(settings):
    """Numbers that begin with 000 pass only with DEMO."""
    settings.DEMO = True
    with translation.override("en"):
        yield


def line(busan, **more):
    return {"email": busan.assessor.email, "services": "치매예방, 치매예방", "districts": "사상구", "employer": "누리대학교",
            "number": f.number(82), "employed_on": "2020-03-02", "qualification": "양성과정", "certificate": "2026-001",
            "valid_until": "2028-12-31"} | more


def counts(busan):
    with within(busan.agency):
        return tuple(model.everything.count() for model in (PoolMember, Employment, Qualification))


def test_an_assessor_is_entered_with_everything_and_a_second_time_nothing_changes(busan, hand_in, carry_out):
    run = hand_in("assessors", [line(busan)])
    assert (said(run), run.made) == ([], 1) and counts(busan) == (0, 0, 0)
    carry_out(run)
    with within(busan.agency):
        member = PoolMember.everything.get()
        assert [str(one) for one in member.districts.all()] == ["Sasang-gu"] and member.services.count() == 1
        assert Qualification.everything.get().valid_until == date(2028, 12, 31)
        assert Involvement.everything.get(kind="employed").from_on == date(2020, 3, 2)
    again = hand_in("assessors", [line(busan, email=busan.assessor.email.upper())])
    assert (again.made, again.changed, again.left) == (0, 0, 1)


def test_what_is_empty_stays_and_what_is_new_changes(busan, hand_in, carry_out):
    carry_out(hand_in("assessors", [line(busan)]))
    run = hand_in("assessors", [{"email": busan.assessor.email, "qualification": "양성과정", "certificate": "2026-001",
                                 "valid_until": "2030-12-31"}])
    assert run.changed == 1
    carry_out(run)
    with within(busan.agency):
        assert Qualification.everything.get().valid_until == date(2030, 12, 31)
        assert PoolMember.everything.get().services.count() == Employment.everything.count() == 1


@pytest.mark.parametrize(("wrong", "sentence"), [
    ({"email": "nobody@busan.example"}, "No assessor of this agency has this address"),
    ({"services": "치매예방, 없는서비스"}, "없는서비스"),
    ({"districts": "수성구"}, "There is no district “수성구” in this region."),
    ({"number": "12"}, "has 10 digits"),
    ({"employer": ""}, "name of the employer"),
    ({"qualification": ""}, "which qualification"),
    ({"valid_until": "언젠가"}, "언젠가")])
def test_each_mistake_is_named_with_its_place_and_nothing_is_written(busan, hand_in, wrong, sentence):
    with within(busan.agency):
        other = f.MembershipFactory(role="assessor").user
    run = hand_in("assessors", [line(busan, email=other.email), line(busan, **wrong)])
    assert run.stage == "wrong" and len(said(run)) == 1
    assert sentence in said(run)[0] or "3" in said(run)[0]
    assert "3" in run.problems[0]["place"]
    assert counts(busan) == (0, 0, 0)


def test_an_assessor_twice_is_a_mistake(busan, hand_in):
    assert "row 2 already" in said(hand_in("assessors", [line(busan), line(busan)]))[0]


def test_how_many_cases_and_whether_they_lead_come_along_and_an_empty_cell_changes_neither(busan, hand_in, carry_out):
    run = hand_in("assessors", [line(busan, most_cases="4", may_lead="불가")])
    assert "at most 4 cases · does not lead" in run.lines[0]["detail"]
    carry_out(run)
    with within(busan.agency):
        assert PoolMember.everything.values_list("most_cases", "may_lead").get() == (4, False)
    assert (hand_in("assessors", [line(busan, most_cases="4", may_lead="불가")]).left, hand_in("assessors", [line(busan)]).left) == (1, 1)
    again = hand_in("assessors", [{"email": busan.assessor.email, "may_lead": "가능"}])
    assert again.changed == 1
    carry_out(again)
    with within(busan.agency):
        assert PoolMember.everything.values_list("most_cases", "may_lead").get() == (4, True)
    wrong = hand_in("assessors", [line(busan, most_cases="0", may_lead="아마도")])
    assert wrong.stage == "wrong" and "from 1 to 99" in str(said(wrong)) and "아마도" in str(said(wrong))
