"""The set of a year: begun, written row by row, checked, frozen; who may, and what is refused in which words."""
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from agencies import queries, workflow
from agencies.models import EvaluationArea, EvaluationField, IndicatorSet, ManagementIndicator, Participation
from agencies.queries.indicator_set import content_of
from agencies.reference import sample_set
from core.errors import Refused
from core.models import AuditEvent
from core.tenancy import within
from tests.agencies.sets import YEAR, draft_set, frozen_set, open_agencies

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def draft(central):
    with within(central.agency):
        return draft_set(central.agency)


@pytest.fixture
def earlier(central, busan, daegu):
    return frozen_set(central.agency, [busan.agency, daegu.agency], year=YEAR - 1)


def row(one, code, model=ManagementIndicator):
    return model.everything.get(indicator_set=one, code=code)


def figures(*names):
    return [{"name": name, "label_ko": name, "label_en": name, "unit_ko": "명", "unit_en": "persons", "is_whole": True} for name in names]


def sentences(actor, one):
    return [problem.sentence for problem in queries.problems_of(actor, IndicatorSet.everything.get(pk=one.pk))]


def everybody(one, actor, standing="assessed", reason=""):
    workflow.say_participation(one, {agency.pk: (standing, reason) for agency in open_agencies()}, actor=actor)


# ---- begun

def test_the_sample_is_45_to_55_points_in_13_indicators_whose_formulas_work(central, at):
    with at(central.officer, central) as actor:
        one = workflow.begin_set(YEAR, source=None, actor=actor)
        rows = queries.rows_of(actor, one)
        assert [(field.code, field.points) for field, _areas in queries.tree_of(rows)] == [("A", 45), ("B", 55)]
        assert (len(rows["areas"]), len(rows["indicators"]), one.is_sample, one.published_at) == (5, 13, True, None)
        assert [problem for problem in queries.problems_of(actor, one) if problem.page != "participation"] == []
        assert one.report_due_on == date(YEAR, 3, 31) and one.disclosed_by_on == date(YEAR, 8, 31) and one.guide_due_on == date(YEAR, 1, 31)
        assert one.grades == sample_set()["grades"] == [["S", "95"], ["A", "85"], ["B", "75"], ["C", "65"], ["D", "0"]]


def test_a_copy_says_the_same_and_each_indicator_knows_which_it_continues(central, earlier, at):
    with at(central.officer, central) as actor:
        copy = workflow.begin_set(YEAR, source=earlier, actor=actor)
        old, new = queries.rows_of(actor, earlier), queries.rows_of(actor, copy)
        assert content_of(old) == content_of(new)
        assert copy.follows == earlier and [one.follows for one in new["indicators"]] == old["indicators"]
        assert copy.report_due_on == date(YEAR, 3, 31)


def test_the_sample_after_an_earlier_set_continues_what_has_the_same_name(central, earlier, at):
    with at(central.officer, central) as actor:
        sample = workflow.begin_set(YEAR, source=None, actor=actor)
        assert sample.follows == earlier and not any(one.follows for one in queries.rows_of(actor, sample)["indicators"])


def test_a_year_has_one_set_and_is_copied_from_a_frozen_one_before_it(central, draft, at):
    with at(central.officer, central) as actor:
        with pytest.raises(Refused, match="a set of 2027 already") as twice:
            workflow.begin_set(YEAR, source=None, actor=actor)
        assert twice.value.field == "year"
        with pytest.raises(Refused, match="frozen set of an earlier year"):
            workflow.begin_set(YEAR + 1, source=draft, actor=actor)
        with pytest.raises(Refused, match="2019"):
            workflow.begin_set(1999, source=None, actor=actor)


@pytest.mark.parametrize("who", ["director", "auditor", "observer", "admin", None])
def test_others_at_central_write_nothing_of_a_draft(who, central, draft, at):
    with at(who and getattr(central, who), central) as actor:
        one = row(draft, "A1-1")
        for write in (lambda: workflow.begin_set(YEAR + 1, source=None, actor=actor),
                      lambda: workflow.change_rules(draft, {"question_days": 3}, base=0, actor=actor),
                      lambda: workflow.add_row(EvaluationField, draft, {"code": "C", "name_ko": "새"}, actor=actor),
                      lambda: workflow.save_row(one, {"name_ko": "x"}, base=0, actor=actor),
                      lambda: workflow.move_row(one, up=False, actor=actor), lambda: workflow.remove_row(one, actor=actor),
                      lambda: workflow.settle_mapping(draft, {}, actor=actor),
                      lambda: workflow.say_participation(draft, {}, actor=actor),
                      lambda: workflow.discard_set(draft, actor=actor)):
            with pytest.raises(PermissionDenied):
                write()


def test_no_other_agency_keeps_a_set(busan, at):
    with at(busan.manager, busan) as actor, pytest.raises(PermissionDenied):
        workflow.begin_set(YEAR, source=None, actor=actor)


# ---- rows

def test_rows_are_added_moved_and_removed_and_a_whole_stays_until_it_is_empty(central, draft, at):
    with at(central.officer, central) as actor:
        area = row(draft, "A1", EvaluationArea)
        workflow.add_row(ManagementIndicator, draft, {"code": "A1-3", "name_ko": "셋", "area": area, "points": Decimal(5),
                                                      "rated_by": "qualitative"}, actor=actor)
        assert codes(draft) == ["A1-1", "A1-2", "A1-3", "B1-1"]
        workflow.move_row(row(draft, "A1-3"), up=True, actor=actor)
        workflow.move_row(row(draft, "A1-1"), up=True, actor=actor)
        assert codes(draft) == ["A1-1", "A1-3", "A1-2", "B1-1"]
        workflow.save_row(row(draft, "A1-1"), {"area": row(draft, "B1", EvaluationArea)}, base=0, actor=actor)
        assert codes(draft) == ["A1-3", "A1-2", "B1-1", "A1-1"]
        with pytest.raises(Refused, match="still stands under it"):
            workflow.remove_row(area, actor=actor)
        workflow.remove_row(row(draft, "A1-2"), actor=actor)
        assert codes(draft) == ["A1-3", "B1-1", "A1-1"]


def codes(one):
    return list(ManagementIndicator.everything.filter(indicator_set=one).order_by("position").values_list("code", flat=True))


def test_an_older_page_overwrites_neither_texts_nor_figures_nor_rules(central, draft, at):
    with at(central.officer, central) as actor:
        one = row(draft, "A1-2")
        assert workflow.save_row(one, {"name_ko": "먼저"}, base=0, actor=actor).row.revision == 1
        late = workflow.save_row(one, {"name_ko": "먼저"}, figures=figures("met", "planned", "more"), base=0, actor=actor)
        assert late.conflict and one.figures.count() == 2
        assert not workflow.save_row(one, {"name_ko": "먼저"}, base=0, actor=actor).conflict        # nothing to lose
        assert not workflow.save_row(one, {"name_ko": "먼저"}, figures=figures("met", "planned", "more"), base=1, actor=actor).conflict
        assert [figure.name for figure in one.figures.all()] == ["met", "planned", "more"]
        assert workflow.change_rules(draft, {"question_days": 5}, base=0, actor=actor).row.revision == 1
        assert workflow.change_rules(draft, {"question_days": 9}, base=0, actor=actor).conflict


@pytest.mark.parametrize(("texts", "names", "field", "words"), [
    ({"formula": "met / plan * 100"}, ("met", "planned"), "formula", "plan"),
    ({"formula": "met / 0"}, ("met",), "formula", "divides by 0"),
    ({"formula": "met ** 2"}, ("met",), "formula", "cannot be used"),
    ({"formula": "met / target"}, ("met",), "formula", "no target is set"),
    ({"rated_by": "qualitative"}, (), "formula", "rated by assessors alone"),
    ({"rated_by": "qualitative", "formula": ""}, ("met",), "rated_by", "asks for no figures"),
    ({"points": Decimal(0)}, ("met", "planned"), "points", "0.01"),
    ({"code": "A1"}, ("met", "planned"), "code", "is taken"),
    ({"code": "A 1"}, ("met", "planned"), "code", "digits, letters"),
    ({}, ("met", "met"), None, "Two figures"),
    ({}, ("met", "target"), None, "meaning of its own"),
])
def test_what_cannot_be_is_said_beside_its_field(texts, names, field, words, central, draft, at):
    with at(central.officer, central) as actor:
        with pytest.raises(Refused, match=words) as refusal:
            workflow.save_row(row(draft, "B1-1"), texts or {"name_ko": "새"}, figures=figures(*names), base=0, actor=actor)
        assert field is None or refusal.value.field == field
        assert row(draft, "B1-1").revision == 0


def test_a_row_stands_under_something_of_its_own_set(central, draft, earlier, at):
    with at(central.officer, central) as actor, pytest.raises(Refused, match="same set"):
        workflow.save_row(row(draft, "A1-1"), {"area": row(earlier, "A1", EvaluationArea)}, base=0, actor=actor)


# ---- checked

def test_all_that_is_missing_is_said_each_with_its_row(central, draft, busan, at):
    with at(central.officer, central) as actor:
        workflow.save_row(row(draft, "A1-1"), {"points": Decimal("30.5"), "definition_en": ""}, base=0, actor=actor)
        workflow.save_row(row(draft, "A1-2"), {"formula": ""}, base=0, actor=actor)
        workflow.save_row(row(draft, "B1-1"), {}, figures=figures("met", "planned", "idle"), base=0, actor=actor)
        workflow.add_row(EvaluationField, draft, {"code": "C", "name_ko": "새 부문"}, actor=actor)
        workflow.add_row(EvaluationArea, draft, {
            "code": "A2", "name_ko": "새 영역", "name_en": "New", "field": row(draft, "A", EvaluationField)}, actor=actor)
        workflow.change_rules(draft, {"grades": [["S", "95"], ["A", "97"]], "few_below": "E"}, base=0, actor=actor)
        said = sentences(actor, draft)
    for words in ("have to make 100; they make 100.5", "A1-1: “definition in English” is missing",
                  "A1-2: the formula of the rating is missing", "B1-1: the figure “idle” is asked for", "C: “name in English”",
                  "C: the field has no area", "A2: the area has no indicator", "highest cut-off down", "“E” gets consulting", "Busan Social Service Agency: nothing is said"):
        assert any(words in sentence for sentence in said), (words, said)


def test_an_empty_set_and_a_lowest_grade_above_nought_are_said(central, at):
    with at(central.officer, central) as actor:
        one = workflow.begin_set(YEAR, source=None, actor=actor)
        for leaf in queries.rows_of(actor, one)["indicators"]:
            workflow.remove_row(leaf, actor=actor)
        workflow.change_rules(one, {"grades": [["S", "95"], ["A", "10"]]}, base=0, actor=actor)
        said = " ".join(sentences(actor, one))
        assert "There is no indicator yet." in said and "has to begin at 0" in said


@pytest.mark.parametrize(("facts", "field"), [
    ({"scale_low": 50, "scale_high": 50}, "scale_high"), ({"evaluated_by_on": date(YEAR, 3, 31)}, "evaluated_by_on"),
    ({"notified_by_on": date(YEAR, 6, 1)}, "notified_by_on"), ({"disclosed_by_on": date(YEAR, 7, 1)}, "disclosed_by_on")])
def test_rules_that_cannot_be_are_refused_beside_their_field(facts, field, central, draft, at):
    with at(central.officer, central) as actor, pytest.raises(Refused) as refusal:
        workflow.change_rules(draft, facts, base=0, actor=actor)
    assert refusal.value.field == field


# ---- mapping

def test_what_continues_what_is_settled_and_the_rest_is_new_or_dropped(central, earlier, at):
    with at(central.officer, central) as actor:
        copy = workflow.begin_set(YEAR, source=earlier, actor=actor)
        workflow.settle_mapping(copy, {"A1-1": "", "A1-2": "A1-1"}, actor=actor)
        indicators = queries.rows_of(actor, copy)["indicators"]
        assert [one.follows and one.follows.code for one in indicators] == [None, "A1-1", "B1-1"]
        assert [one.code for one in queries.dropped_from(actor, copy, indicators)] == ["A1-2"]
        history = queries.history_of(actor, indicators[1])
        assert [(one.indicator_set.year, one.code) for one in history] == [(YEAR, "A1-2"), (YEAR - 1, "A1-1")]
        with pytest.raises(Refused, match="no indicator Z"):
            workflow.settle_mapping(copy, {"A1-1": "Z"}, actor=actor)


# ---- frozen

def test_a_set_is_frozen_by_the_manager_once_nothing_is_missing_and_nobody_writes_it_again(central, draft, busan, daegu, at):
    with at(central.officer, central) as actor:
        with pytest.raises(PermissionDenied):
            workflow.freeze_set(draft, actor=actor)
        everybody(draft, actor)
    with at(central.manager, central) as actor:
        frozen = workflow.freeze_set(draft, actor=actor)
        assert frozen.published_at and {one.out_at for one in Participation.everything.all()} == {frozen.published_at}
        assert AuditEvent.everything.filter(verb="indicator_set.frozen").count() == 1
        one = row(draft, "A1-1")
        for write in (lambda: workflow.change_rules(draft, {"question_days": 3}, base=0, actor=actor),
                      lambda: workflow.add_row(EvaluationField, draft, {"code": "C", "name_ko": "새"}, actor=actor),
                      lambda: workflow.save_row(one, {"name_ko": "x"}, base=0, actor=actor),
                      lambda: workflow.move_row(one, up=False, actor=actor), lambda: workflow.remove_row(one, actor=actor),
                      lambda: workflow.settle_mapping(draft, {}, actor=actor), lambda: everybody(draft, actor),
                      lambda: workflow.discard_set(draft, actor=actor), lambda: workflow.freeze_set(draft, actor=actor)):
            with pytest.raises(Refused, match="frozen and no longer changes"):
                write()


def test_a_set_with_something_missing_is_not_frozen(central, draft, busan, at):
    with at(central.director, central) as actor, pytest.raises(Refused, match="nothing is said about whether it takes part"):
        workflow.freeze_set(draft, actor=actor)


def test_a_draft_is_discarded_with_all_that_belongs_to_it(central, draft, busan, at):
    with at(central.officer, central) as actor:
        everybody(draft, actor)
        workflow.discard_set(draft, actor=actor)
        assert not IndicatorSet.everything.exists() and not Participation.everything.exists()


# ---- who takes part

def test_standings_are_proposed_from_the_day_an_agency_opened(central, draft, busan, daegu, at):
    with at(central.officer, central):
        for opened, standing in (("2024-05-01", "assessed"), (f"{YEAR - 1}-01-01", "assessed"), (f"{YEAR - 1}-01-02", "exempt"),
                                 (f"{YEAR}-01-01", "not_open"), (None, "assessed")):
            busan.agency.opened_on = opened and date.fromisoformat(opened)
            proposal = queries.proposals_for(draft, [busan.agency])[busan.agency.pk]
            assert proposal.standing == standing and bool(proposal.reason) is (standing == "exempt"), opened


def test_an_exemption_has_its_reason_before_and_after_freezing(central, draft, busan, daegu, at):
    with at(central.officer, central) as actor:
        with pytest.raises(Refused, match="legal reason"):
            everybody(draft, actor, "exempt", "  ")
        with pytest.raises(Refused, match="no provincial agency"):
            workflow.say_participation(draft, {central.agency.pk: ("assessed", "")}, actor=actor)
        everybody(draft, actor)
        one = Participation.everything.get(assessed=busan.agency)
        with pytest.raises(PermissionDenied):
            workflow.exempt_afterwards(one, reason="휴원", actor=actor)
    with at(central.manager, central) as actor:
        with pytest.raises(Refused, match="still a draft"):
            workflow.exempt_afterwards(one, reason="휴원", actor=actor)
        workflow.freeze_set(draft, actor=actor)
        with pytest.raises(Refused, match="legal reason"):
            workflow.exempt_afterwards(one, reason=" ", actor=actor)
        assert workflow.exempt_afterwards(one, reason="휴원", actor=actor).standing == "exempt"
        with pytest.raises(Refused, match="Only an agency that is assessed"):
            workflow.exempt_afterwards(one, reason="휴원", actor=actor)
        assert AuditEvent.everything.get(verb="participation.exempted").facts["reason"] == "휴원"
