"""From figures and ratings to a result: calculated, told, objected to, corrected, decided, final, published. Who sees what of it when."""
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.core.management.base import CommandError

from accounts.actors import Actor
from agencies.models import Adjustment, Calculation, Correction, ObjectionAnswer, Result, ResultDecision
from agencies.queries.result import scored_of, year_lines
from agencies.results_in import lateness
from agencies.tasks.result import TELLING, tell_of_results
from agencies.workflow import calculation, objection, preliminary, result_committee, result_final
from agencies.workflow.feedback import write_feedback
from core import clock
from core.errors import Refused
from core.models import Errand
from core.tenancy import within
from correspondence.models import Deadline
from tests.agencies import resulting as r
from tests.agencies.resulting import TOTAL, after_objections, at_central, noticed, object_at, part_of, result_at

pytestmark = pytest.mark.django_db


@pytest.fixture
def year(busan, daegu, central):
    return r.year_of(central, busan, daegu)


def told(place):
    with within(place.agency):
        rows = Errand.everything.filter(task="correspondence.tasks.announce").order_by("pk").values_list("arguments__event", flat=True)
        return [one for one in rows if one.startswith("management.")]


def seen(model, house, who):
    with within(house.agency):
        return model.objects.visible_to(Actor.of(who)).count()


def latest(central, place):
    with within(central.agency):
        return Calculation.everything.filter(participation__assessed=place.agency).order_by("-number").first()


# ---- calculation

def test_everybody_who_has_all_is_calculated_and_the_sum_is_that_of_the_hand(year, busan, central):
    assert r.calculated(central, year) == (2, 0)
    assert (latest(central, busan).total, latest(central, busan).grade) == (TOTAL, "B")
    assert r.calculated(central, year) == (0, 0)                # nothing has changed: nothing is kept twice


def test_who_lacks_a_rating_is_named_with_the_indicator_and_not_calculated(busan, daegu, central):
    """Ratings count once their area is closed."""
    year = r.year_of(central, busan, daegu, closed=False)
    with within(central.agency):
        line = year_lines(Actor.of(central.officer), year.set)[0]
    assert [code for code, _sentence in line.missing] == ["A1-1", "A1-2"]
    with pytest.raises(Refused, match="A1-1.*A1-2"):
        at_central(central, calculation.calculate, part_of(central, busan))
    assert r.calculated(central, year) == (0, 2)
    r.close_all(central, year, busan)
    assert r.calculated(central, year) == (1, 1)


def test_a_late_report_costs_what_the_set_says_and_the_working_shows_it(busan, central):
    year = r.year_of(central, busan, days_late=3)
    made = at_central(central, calculation.calculate, part_of(central, busan))
    assert made.total == TOTAL - Decimal("0.3")
    assert [(one.reason, one.points) for one in scored_of(made).bonus.adjustments] == [("실적보고서 3일 지연 제출", Fraction(-3, 10))]
    assert [points for _reason, points in lateness(year.set, 40)] == [Decimal("-1")]


def test_bonus_counts_from_the_next_calculation_which_says_why(year, busan, central):
    r.calculated(central, year)
    part = part_of(central, busan)
    at_central(central, calculation.add_adjustment, part, points=Decimal("1.5"), reason="우수사례")
    with within(central.agency):
        lines = {one.participation.assessed_id: one for one in year_lines(Actor.of(central.officer), year.set)}
    assert lines[busan.agency.pk].is_stale
    with pytest.raises(Refused, match="calculated before|이미 산출"):
        at_central(central, calculation.calculate, part)
    made = at_central(central, calculation.calculate, part, reason="우수사례 가점 반영")
    assert (made.number, made.total) == (2, TOTAL + Decimal("1.5"))
    with within(central.agency):
        row = Adjustment.everything.get()
    at_central(central, calculation.withdraw_adjustment, row, reason="중복")
    assert at_central(central, calculation.calculate, part, reason="가점 철회").total == TOTAL


@pytest.mark.parametrize("points", [Decimal(0), Decimal("2.5"), Decimal(-3)])
def test_a_bonus_beyond_what_the_set_allows_is_refused(year, busan, central, points):
    with pytest.raises(Refused):
        at_central(central, calculation.add_adjustment, part_of(central, busan), points=points, reason="가점")


def test_a_corrected_figure_counts_and_the_report_stays(year, busan, central):
    part = part_of(central, busan)
    at_central(central, calculation.correct, part, year.indicators["B1-1"], of="figure", name="met", becomes="100", reason="오기 정정")
    assert at_central(central, calculation.calculate, part).total == TOTAL + 8
    with within(central.agency):
        assert (Correction.everything.get().was, Correction.everything.get().becomes) == ("80", "100")


def test_a_corrected_rating_takes_the_place_of_one_of_its_value(year, busan, central):
    part = part_of(central, busan)
    with pytest.raises(Refused, match="55"):
        at_central(central, calculation.correct, part, year.indicators["A1-1"], of="rating", was="55", becomes="60", reason="오기")
    for off in ("101", "85.5"):         # such a rating could not be scored
        with pytest.raises(Refused):
            at_central(central, calculation.correct, part, year.indicators["A1-1"], of="rating", was="80", becomes=off, reason="오기")
    at_central(central, calculation.correct, part, year.indicators["A1-1"], of="rating", was="80", becomes="100", reason="오기")
    assert at_central(central, calculation.calculate, part).total == TOTAL + 3


def test_the_agency_itself_calculates_nothing(year, busan, central):
    with within(busan.agency), pytest.raises(PermissionDenied):
        calculation.calculate(part_of_here(busan), actor=Actor.of(busan.manager))


def part_of_here(place):
    from agencies.models import Participation
    return Participation.everything.get(assessed=place.agency)


def test_worked_out_again_everything_is_the_same_to_the_byte_and_what_is_not_is_named(year, busan, central, capsys):
    r.calculated(central, year)
    call_command("check_scores")
    assert "2 calculations" in capsys.readouterr().out
    with within(central.agency):
        one = latest(central, busan)
        Calculation.everything.create(participation=one.participation, number=9, inputs=one.inputs,
                                      scored=one.scored.replace("81.5", "91.5"), total=one.total, grade="S",
                                      made_at=clock.now(), made_by=central.officer, reason="다름")
    with pytest.raises(CommandError, match="1 of 3"):
        call_command("check_scores")


def test_nothing_of_how_it_comes_about_is_there_for_an_agency(year, busan, central):
    r.calculated(central, year)
    assert (seen(Calculation, central, central.officer), seen(Calculation, busan, busan.director)) == (2, 0)
    with within(busan.agency):
        assert not Calculation.everything.exists() and not Result.everything.exists()


# ---- the preliminary notice

def test_the_notice_goes_to_all_at_once_or_to_nobody(year, busan, daegu, central):
    at_central(central, calculation.calculate, part_of(central, busan))
    with pytest.raises(Refused, match="대구|Daegu"):
        at_central(central, preliminary.give_preliminary_notice, year.set, by="manager")
    noticed(central, year, busan, daegu)
    assert (seen(Result, busan, busan.officer), seen(Result, daegu, daegu.officer), seen(Result, central, central.officer)) == (1, 1, 2)
    with pytest.raises(Refused):
        at_central(central, preliminary.give_preliminary_notice, year.set, by="manager")


def test_only_centrals_manager_gives_it(year, central):
    r.calculated(central, year)
    with pytest.raises(PermissionDenied):
        at_central(central, preliminary.give_preliminary_notice, year.set, by="officer")


def test_its_job_tells_the_agencys_people_once_and_the_days_to_object_run_from_the_next_day(year, busan, daegu, central):
    noticed(central, year, busan)
    assert tell_of_results(busan.agency) == 0
    with within(busan.agency):                                  # read before another run had finished
        assert preliminary.notice_result(Result.everything.get(), actor=TELLING) is False
    assert told(busan) == ["management.preliminary"] and told(daegu) == []
    result = result_at(busan)
    assert result.objections_until >= clock.end_of(clock.today() + timedelta(days=7))
    with within(busan.agency):
        assert Deadline.everything.get(kind="management.objections").due_at == result.objections_until


def test_the_agency_reads_its_ratings_in_order_and_the_words_that_the_officer_wrote(year, busan, central):
    at_central(central, write_feedback, part_of(central, busan), None, strengths="현장과 소통함", improve="", base=0)
    with pytest.raises(Refused):
        at_central(central, write_feedback, part_of(central, busan), None, strengths="옛 화면", improve="", base=0)
    noticed(central, year, busan)
    result = result_at(busan)
    assert result.feedback == [{"code": "", "strengths": "현장과 소통함", "improve": ""}]
    assert [str(one) for one in scored_of(result).indicators[0].qualitative.ratings] == ["80", "90"]
    with pytest.raises(Refused):
        at_central(central, write_feedback, part_of(central, busan), None, strengths="뒤늦게", improve="", base=1)


# ---- objections

def test_an_agency_objects_once_to_an_indicator_and_in_time(year, busan, central):
    noticed(central, year, busan)
    object_at(busan, year.indicators["B1-1"])
    assert result_at(busan).stage == "objected"
    with pytest.raises(Refused):
        object_at(busan, year.indicators["B1-1"])
    with pytest.raises(Refused):
        object_at(busan, grounds=" ")
    until = result_at(busan).objections_until
    with pytest.raises(Refused):
        object_at(busan, year.indicators["A1-1"], arrived_at=until)
    with clock.travel(until + timedelta(minutes=5)):
        object_at(busan, year.indicators["A1-1"], arrived_at=until - timedelta(seconds=1))      # on its way at midnight
    assert tell_of_results(central.agency) == 2
    assert told(central).count("management.objection") == 2


def test_nobody_objects_to_the_result_of_another_agency_or_for_it(year, busan, daegu, central):
    noticed(central, year, busan, daegu)
    result_outside = result_at(busan)
    with within(daegu.agency), pytest.raises(Result.DoesNotExist):
        objection.object_to(result_outside, None, grounds="남의 결과", arrived_at=clock.now(), actor=Actor.of(daegu.officer))
    with pytest.raises(PermissionDenied):
        object_at(busan, user=busan.auditor)
    with within(central.agency), pytest.raises(PermissionDenied):
        objection.object_to(result_of(busan), None, grounds="중앙", arrived_at=clock.now(), actor=Actor.of(central.officer))


def result_of(place):
    return Result.everything.get(assessed=place.agency)


def test_an_objection_that_is_upheld_corrects_and_calculates_anew_and_the_agency_sees_no_new_total(year, busan, central):
    noticed(central, year, busan)
    made = object_at(busan, year.indicators["B1-1"])
    with pytest.raises(Refused):
        at_central(central, objection.answer_objection, made, verdict="upheld", reason="맞습니다")
    at_central(central, objection.answer_objection, made, verdict="upheld", reason="증빙과 다릅니다.",
               correction={"of": "figure", "name": "met", "becomes": "90"})
    assert latest(central, busan).total == TOTAL + 4
    assert result_at(busan).total == TOTAL
    tell_of_results(busan.agency)
    assert told(busan) == ["management.preliminary", "management.objection_answered"]
    with within(busan.agency):
        answer = ObjectionAnswer.objects.visible_to(Actor.of(busan.officer)).get()
        assert (answer.verdict, "80 → 90" in answer.changed) == ("upheld", True)


def test_an_objection_that_is_rejected_says_why_and_changes_nothing(year, busan, central):
    noticed(central, year, busan)
    made = object_at(busan)
    with pytest.raises(Refused):
        at_central(central, objection.answer_objection, made, verdict="rejected", reason=" ")
    at_central(central, objection.answer_objection, made, verdict="rejected", reason="지침에 따른 감점입니다.")
    assert latest(central, busan).number == 1
    with pytest.raises(Refused):
        at_central(central, objection.answer_objection, made, verdict="rejected", reason="다시")


# ---- the committee, and final

def test_the_committee_waits_for_the_end_of_objections_and_for_every_answer(year, busan, daegu, central):
    noticed(central, year, busan, daegu)
    with within(central.agency):
        meeting, _seats = r.seated(central, central.committee)
    with pytest.raises(Refused):
        at_central(central, result_committee.put_result_on_agenda, part_of(central, busan), meeting)
    made = object_at(busan)
    with after_objections(busan):
        with pytest.raises(Refused):
            at_central(central, result_committee.put_result_on_agenda, part_of(central, busan), meeting)
        at_central(central, objection.answer_objection, made, verdict="rejected", reason="이유")
        assert at_central(central, result_committee.put_result_on_agenda, part_of(central, busan), meeting).choices == ["confirm", "return"]
        with pytest.raises(Refused):                            # what lies before the committee does not change under it
            at_central(central, calculation.add_adjustment, part_of(central, busan), points=Decimal(1), reason="가점")


def test_what_the_committee_confirms_is_decided_and_the_agency_sees_nothing_of_it(year, busan, daegu, central):
    noticed(central, year, busan, daegu)
    r.decided(central, busan, daegu)
    with within(central.agency):
        assert ResultDecision.everything.count() == 2
    assert (result_at(busan).stage, seen(ResultDecision, busan, busan.director)) == ("preliminary", 0)
    with pytest.raises(Refused):
        at_central(central, calculation.add_adjustment, part_of(central, busan), points=Decimal(1), reason="가점")


def test_what_it_returns_may_change_and_come_again(year, busan, daegu, central):
    noticed(central, year, busan)
    with after_objections(busan):
        r.voted(central, *r.before_committee(central, busan), choice="return")
        part = part_of(central, busan)
        at_central(central, calculation.add_adjustment, part, points=Decimal(1), reason="가점")
        at_central(central, calculation.calculate, part, reason="위원회 의견 반영")
    with within(central.agency):
        assert not ResultDecision.everything.exists()


def test_who_belongs_to_the_agency_takes_no_part(year, busan, daegu, central):
    from accounts.models import Affiliation, Membership
    from panels.queries import is_recused
    with within(central.agency):
        Membership.everything.create(user=busan.trainer, role="committee", began_at=clock.now())
        assert Affiliation.objects.filter(user=busan.trainer, agency=busan.agency).exists()
    noticed(central, year, busan, daegu)
    with after_objections(busan), within(central.agency):
        meeting, _seats = r.seated(central, central.committee, busan.trainer)
        for place in (busan, daegu):
            result_committee.put_result_on_agenda(part_of(central, place), meeting, actor=Actor.of(central.officer))
        assert [is_recused(busan.trainer, part_of(central, one).public_id) for one in (busan, daegu)] == [True, False]


def test_all_become_final_at_once_with_the_directors_approval_and_letters_are_written(year, busan, daegu, central):
    noticed(central, year, busan, daegu)
    with pytest.raises(Refused):
        at_central(central, result_final.draft_results, year.set)
    r.decided(central, busan, daegu)
    results = r.final(central, year)
    assert {one.stage for one in results} == {"final"} and len(results) == 2
    with within(central.agency):
        from correspondence.models import Letter
        kinds = list(Letter.everything.order_by("serial").values_list("kind", flat=True))
    assert kinds == ["management.result", "management.governor"] * 2
    assert tell_of_results(busan.agency) == 1 and tell_of_results(busan.agency) == 0
    assert told(busan)[-1] == "management.final"
    with within(busan.agency):
        assert Deadline.everything.filter(kind="management.disclosure", closed_at=None).count() == 1
        assert not Deadline.everything.filter(kind="management.objections", closed_at=None).exists()


def test_what_changed_after_the_page_was_read_is_not_approved(year, busan, daegu, central, monkeypatch):
    noticed(central, year, busan, daegu)
    r.decided(central, busan, daegu)
    at_central(central, result_final.draft_results, year.set)
    read = r.digest_now(central, year)
    monkeypatch.setattr(result_final, "content_of", lambda lines: [*map(str, lines), "another total"])
    with pytest.raises(Refused, match="변경되었습니다"):
        at_central(central, result_final.release_results, year.set, read, by="manager")


def test_nobody_approves_what_was_changed_or_what_they_drafted(year, busan, daegu, central):
    noticed(central, year, busan, daegu)
    r.decided(central, busan, daegu)
    at_central(central, result_final.draft_results, year.set)
    with pytest.raises(Refused):
        at_central(central, result_final.release_results, year.set, "0" * 64, by="manager")
    at_central(central, result_final.release_results, year.set, r.digest_now(central, year), by="manager")
    with pytest.raises(PermissionDenied):
        at_central(central, result_final.approve_results, year.set, r.digest_now(central, year), by="manager")
    at_central(central, result_final.send_back_results, year.set, "부산 점수 확인", by="director")
    assert result_at(busan).stage == "preliminary"
