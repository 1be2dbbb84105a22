"""What a finished round taught: worked out only when nothing of it is under way, and by whom it may be read."""
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from core.models import AuditEvent, Errand
from core.tenancy import within
from evaluations import workflow
from evaluations.candidates import candidates_in, in_both_languages, reasons_of
from evaluations.figures import AssessorFigures, Difference, IndicatorFigures, Share
from evaluations.learning import by_code, of_assessors, spans_of, work_out_round
from evaluations.models import AssessorInsight, IndicatorInsight, Insight
from evaluations.queries import insight as queries
from evaluations.stages import UNDER_WAY, Stage
from evaluations.tasks import work_out_rounds
from tests import factories as f
from tests.evaluations.taught import afterwards, announced, figures, of_person, set_down, share, worked_out

WORKER = Actor.system("tests")


def test_a_round_whose_only_case_is_announced_is_worked_out(busan):
    path = announced(busan)
    insight = worked_out(busan, path.round)
    with within(busan.agency):
        assert (insight.cases, insight.deferred) == (1, 0)
        rows = {one.row.code: one for one in queries.indicator_figures(WORKER, insight)}
        assert {code: (one.rate.number, one.rate.of) for code, one in rows.items()} == {"1.1.1": (0, 1), "1.1.2": (1, 1), "1.1.3": (0, 1)}
        assert (rows["1.1.1"].others.number, rows["1.1.1"].others.of) == (1, 2)
        assert rows["1.1.2"].documents.of == rows["1.1.2"].site.of == 1             # the pair of the two assessors
        assert (rows["1.1.2"].misled.number, rows["1.1.2"].misled.of) == (1, 1)     # met in the documents, and not in the end
        assert (rows["1.1.1"].misled.number, rows["1.1.1"].misled.of) == (0, 1)
        people = AssessorInsight.everything.filter(insight=insight)
        assert {(one.user, one.source) for one in people} == {(user, source) for user in path.assessors for source in ("documents", "site")}
        assert {span["key"]: span["of"] for span in insight.spans} == dict.fromkeys(
            ("reviewed", "visited", "checked", "decided", "announced"), 1)
        assert AuditEvent.everything.filter(verb="insight.kept").count() == 1


@pytest.mark.parametrize("stage", [*UNDER_WAY, Stage.DECIDED])
def test_nothing_is_worked_out_while_another_case_of_the_round_is_under_way_or_waits_for_its_announcement(busan, stage):
    path = announced(busan)
    with within(busan.agency):
        f.ApplicationFactory(round=path.round, stage=stage)
    assert worked_out(busan, path.round) is None
    with afterwards(busan), pytest.raises(Refused, match="still under way"):
        workflow.ask_insight(path.round, actor=path.officer)


def test_a_round_that_is_still_open_is_not_over(busan):
    path = announced(busan)
    with within(busan.agency):
        work_out_round(round_id=path.round.pk)
        assert not Insight.everything.exists()


def test_what_is_deferred_is_counted_apart_and_its_judgements_left_out(busan):
    path = announced(busan)
    with within(busan.agency):
        f.ApplicationFactory(round=path.round, stage="deferred")
    insight = worked_out(busan, path.round)
    assert (insight.cases, insight.deferred) == (1, 1)


def test_every_hour_what_is_finished_and_new_is_asked_for_once(busan, daegu):
    path = announced(busan)
    with clock.travel(clock.now() + timedelta(days=21)):
        assert work_out_rounds() == 1
        with within(busan.agency):
            errand = Errand.everything.get(task="evaluations.learning.work_out_round")
            work_out_round(**errand.arguments)
        assert work_out_rounds() == 0
    with within(daegu.agency):
        assert not Errand.everything.filter(task="evaluations.learning.work_out_round").exists()
    with within(busan.agency):
        assert Insight.everything.get().round_id == path.round.pk


@pytest.mark.parametrize("who", ["director", "auditor", "observer", "assessor", "committee", "owner"])
def test_only_officers_and_managers_have_it_worked_out(busan, who):
    path = announced(busan)
    with afterwards(busan), pytest.raises(PermissionDenied):
        workflow.ask_insight(path.round, actor=path.as_(getattr(busan, who)))


def test_only_the_worker_writes_figures_down(busan):
    with within(busan.agency):
        round = f.RoundFactory()
        with pytest.raises(PermissionDenied):
            workflow.keep_insight(round, cases=1, deferred=0, spans=[], indicators=[], assessors=[], actor=Actor.of(busan.manager))


# ---- the figures


def test_documents_against_the_result_assessors_and_events_by_indicator():
    agreed = {(1, "a"): "compliant", (2, "a"): "noncompliant", (3, "a"): "noncompliant", (4, "a"): "compliant", (1, "b"): "compliant"}
    verdicts = {(1, "a"): "ok", (2, "a"): "ok", (3, "a"): "onsite", (4, "a"): "fail"}
    sheets = {(1, "a"): {7: "ok", 8: "fail", 9: "ok"}, (2, "a"): {7: "ok", 8: "ok"}}
    rows = by_code(agreed, {"a": (11, 1), "b": (12, 2)}, sheets, {}, verdicts,
                   {"supplement": {(1, "a"), (2, "a"), (9, "a")}, "comments": {(1, "b")}}, {(2, "a"): True, (3, "a"): False})
    a = {name: (one["number"], one["of"]) for name, one in rows["a"].items()}
    # three of one case make three pairs, of which two differ; the two of the other case agree
    assert a == {"rate": (2, 4), "others": (0, 1), "documents": (2, 4), "site": (0, 0), "misled": (1, 2), "left_open": (1, 1),
                 "reversed": (1, 1), "supplement": (2, 4), "comments": (0, 4), "appeals": (1, 2)}
    assert (rows["b"]["comments"]["number"], rows["b"]["rate"]["of"]) == (1, 1)


def test_an_assessor_beside_the_colleagues_on_the_same():
    # case 1: 7 finds one of two lacking, the colleagues none; case 2: 7 none of one, the colleague that one
    judged = {(1, "a"): {7: "noncompliant", 8: "compliant"}, (1, "b"): {7: "compliant", 8: "compliant"},
              (2, "a"): {7: "compliant", 9: "noncompliant"}, (3, "a"): {7: "noncompliant"}}
    people = {user: figures for user, _source, figures in of_assessors("site", judged, {(1, "a"): "compliant", (2, "a"): "compliant"})}
    seven = people[7]
    assert (seven["judged"], seven["shared"]) == (4, 3)                             # nobody judged case 3 beside them
    assert (seven["own"], seven["colleagues"]) == (0.3333, 0.3333)
    # differences by case: 1/2 − 0 = 0.5 and 0 − 1 = −1; mean −0.25
    assert (seven["difference"]["value"], seven["difference"]["cases"]) == (-0.25, 2)
    assert (seven["agreement"]["number"], seven["agreement"]["of"]) == (1, 2)


def test_the_median_of_days_from_step_to_step():
    start = clock.now()
    moments = [{"received": start, "reviewed": start + timedelta(days=days), "visited": None, "checked": None, "decided": None,
                "announced": None} for days in (3, 10, 4)]
    assert spans_of(moments)[0] == {"key": "reviewed", "days": 4.0, "of": 3}
    assert spans_of(moments)[1] == {"key": "visited", "days": None, "of": 0}


def test_few_or_a_wide_interval_may_be_chance():
    assert Share(3, 9, 0.1, 0.5).is_noise
    assert not Share(3, 10, 0.1, 0.5).is_noise
    assert Share(5, 10, 0.2, 0.75).is_noise
    assert Difference(0.1, 0.0, 0.2, 4).is_noise
    assert not Difference(0.1, 0.01, 0.2, 5).is_noise
    assert Difference(0.1, 0.01, 0.2, 5).stands_out
    assert not Difference(0.1, -0.01, 0.2, 5).stands_out
    assert Difference(0.3, -0.2, 0.8, 9).is_noise


# ---- candidates


def of(**said):
    return IndicatorFigures.of(SimpleNamespace(code="1.1.1", position=1, figures=figures(**said)))


PAIRS = share(6, 20, 0.15, 0.52) | {"kappa": 0.3, "kappa_low": 0.0, "kappa_high": 0.6}


@pytest.mark.parametrize(("said", "sentence"), [
    ({"rate": share(8, 20, 0.2188, 0.6134), "others": share(5, 100, 0.0215, 0.1118)}, "Not met in 40% of the cases (8 of 20)"),
    ({"documents": PAIRS}, "In the document review the assessors differed in 30% of the pairs (6 of 20)"),
    ({"site": PAIRS}, "On site the assessors differed in 30%"),
    ({"misled": share(2, 20, 0.03, 0.3)}, "The documents mislead"),
    ({"supplement": share(6, 20, 0.15, 0.52)}, "A supplement had to be asked for in 30% of the cases"),
    ({"comments": share(2, 20, 0.03, 0.3)}, "changed the facts in 10%"),
    ({"appeals": share(1, 2, 0.09, 0.9)}, "1 appeal was upheld."),
])
def test_each_reason_makes_a_candidate_in_a_sentence(said, sentence):
    [found] = candidates_in([of(), of(**said)])
    assert sentence in found.reasons[0]


@pytest.mark.parametrize("said", [
    {"rate": share(2, 20, 0.0279, 0.3010), "others": share(20, 100, 0.1334, 0.2888)},      # within the others' interval
    {"rate": share(8, 9, 0.56, 0.98), "others": share(5, 100, 0.0215, 0.1118)},            # few
    {"documents": PAIRS | {"of": 9}}, {"misled": share(1, 20, 0.01, 0.24)}, {"supplement": share(5, 20, 0.11, 0.47)},
    {"appeals": share(0, 2, 0.0, 0.6)},
])
def test_what_may_be_chance_or_stays_below_its_threshold_is_no_reason(said):
    assert reasons_of(of(**said)) == []


def test_thresholds_are_settings(settings):
    settings.INSIGHT = settings.INSIGHT | {"supplement": 0.2}
    assert reasons_of(of(supplement=share(5, 20, 0.11, 0.47)))


def test_reasons_are_kept_in_both_languages():
    kept = in_both_languages(of(misled=share(2, 20, 0.03, 0.3)))
    assert "mislead" in kept["en"][0]
    assert "서면" in kept["ko"][0]


# ---- the door


def test_staff_who_read_cases_and_the_city_see_indicators_and_nobody_else(busan):
    insight = set_down(busan)
    with within(busan.agency):
        for who in ("officer", "manager", "director", "auditor", "observer"):
            assert len(queries.indicator_figures(Actor.of(getattr(busan, who)), insight)) == 3, who
        for who in ("admin", "trainer", "employee", "consultant", "assessor", "committee", "owner"):
            actor = Actor.of(getattr(busan, who))
            assert not queries.indicator_figures(actor, insight), who
            assert queries.latest_insight(actor, insight.round) is None, who
        assert not Insight.objects.visible_to(Actor.public()).exists()


def test_a_person_is_seen_by_managers_and_by_themselves(busan):
    with within(busan.agency):
        other = f.MembershipFactory(role="assessor").user
    set_down(busan, people=(busan.assessor, other))
    with within(busan.agency):
        assert AssessorInsight.objects.visible_to(Actor.of(busan.manager)).count() == 2
        assert [one.user for one in AssessorInsight.objects.visible_to(Actor.of(busan.assessor))] == [busan.assessor]
        for who in ("officer", "director", "auditor", "observer", "admin", "committee", "owner"):
            assert not AssessorInsight.objects.visible_to(Actor.of(getattr(busan, who))).exists(), who


def test_the_neighbour_agency_sees_nothing(busan, daegu):
    set_down(busan, people=(busan.assessor,))
    with within(daegu.agency):
        assert not Insight.everything.exists()
        assert not IndicatorInsight.everything.exists()
        assert not AssessorInsight.objects.visible_to(Actor.of(daegu.manager)).exists()


def test_the_latest_figures_take_the_place_of_the_older(busan):
    first = set_down(busan)
    with clock.travel(clock.now() + timedelta(days=1)):
        second = set_down(busan, round=first.round)
    with within(busan.agency):
        officer = Actor.of(busan.officer)
        assert queries.latest_insight(officer, first.round) == second
        assert [one.pk for one in queries.insights_of(officer)] == [second.pk]


def test_own_figures_are_those_of_the_latest_working_out(busan):
    first = set_down(busan, people=(busan.assessor,))
    with clock.travel(clock.now() + timedelta(days=1)):
        set_down(busan, round=first.round, people=(busan.assessor,))
    with within(busan.agency):
        [(round, [one])] = queries.own_figures(Actor.of(busan.assessor))
        assert (round, one.row.insight_id > first.pk) == (first.round, True)
        assert queries.own_figures(Actor.of(busan.manager)) == []                   # who sees everybody's does so elsewhere


def test_rounds_stand_side_by_side_by_indicator(busan):
    first = set_down(busan, rate=share(4, 20, 0.08, 0.42))
    with within(busan.agency):
        later = f.RoundFactory(version=first.round.version, opens_at=clock.now() - timedelta(hours=1))
    set_down(busan, round=later, rate=share(2, 20, 0.03, 0.3))
    with within(busan.agency):
        officer = Actor.of(busan.officer)
        rows = queries.side_by_side(officer, queries.insights_of(officer))
        assert [indicator.code for indicator, _shares in rows] == ["1.1.1", "1.1.2", "1.1.3"]
        assert [one.number for one in rows[0][1]] == [2, 4]


def test_a_persons_figures_speak_of_chance_when_there_are_few():
    row = SimpleNamespace(figures=of_person(cases=3, judged=9))
    assert AssessorFigures.of(row).difference.is_noise
    assert AssessorFigures.of(row).agreement.kappa_is_noise
