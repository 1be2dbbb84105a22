"""Excellent cases: judging without sight of one another, the choice and its approval, publication, corrections."""

from contextlib import nullcontext

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import translation

from accounts.actors import Actor
from agencies.models import (
    CaseChoice,
    GoodCase,
    GoodCasePicture,
    JudgePoints,
    JudgeSheet,
)
from agencies.queries import case_call as queries
from agencies.queries.nomination import received_nominations
from agencies.workflow import case_choice, case_judging, good_case
from core.errors import Refused
from core.tenancy import within
from tests.agencies import casing as c

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


# ---- judging

def test_no_judge_sees_anothers_points_before_all_are_in_not_even_one_of_centrals_staff(central, busan):
    call = c.open_call(central, central.assessor, central.officer)
    c.handed_in(busan, call)
    call = c.at(central, case_judging.open_judging, c.over(call))
    first, second = c.sheets(central, call)
    c.write(central, first, (30, 50))
    for user in (central.assessor, central.officer, central.manager, central.director):
        with within(central.agency):
            actor = Actor.of(user)
            seen = {one.user_id for one in JudgeSheet.objects.visible_to(actor)}
            assert seen <= {user.pk} and queries.ranking_of(actor, call) == []
            assert {one.sheet.user_id for one in JudgePoints.objects.visible_to(actor).select_related("sheet")} <= {user.pk}
    c.write(central, second, (20, 40))
    with within(central.agency):
        assert not JudgeSheet.objects.visible_to(Actor.of(central.manager)).exists()
    call = c.at(central, case_judging.close_judging, call)
    with within(central.agency):
        [ranked] = queries.ranking_of(Actor.of(central.assessor), call)
        assert (ranked.mean, ranked.spread, len(ranked.totals)) == (70, 20, 2)
        assert JudgeSheet.objects.visible_to(Actor.of(central.manager)).count() == 2
        assert not JudgeSheet.objects.visible_to(Actor.of(central.consultant)).exists()


def test_who_belongs_to_the_agency_or_its_province_judges_none_of_its_cases(central, busan, daegu):
    near = c.member_of(central, "assessor", "near@x.example")
    c.belongs(central.assessor, busan.agency)
    type(daegu.agency).objects.filter(pk=daegu.agency.pk).update(province=busan.agency.province)
    c.belongs(near, daegu.agency)
    call = c.open_call(central, central.assessor, central.committee, near)
    row = c.handed_in(busan, call)
    call = c.at(central, case_judging.open_judging, c.over(call))
    assert {one.user_id: one.barred for one in c.sheets(central, call)} == {
        central.assessor.pk: "agency", central.committee.pk: "", near.pk: "province"}
    barred = c.sheets(central, call, user=central.assessor)[0]
    with pytest.raises(PermissionDenied):
        c.write(central, barred, (1, 1))
    with within(central.agency):
        assert not received_nominations(Actor.of(central.assessor)).exists()
        assert received_nominations(Actor.of(central.committee)).get() == row
    assert c.told(central).count("cases.to_judge") == 1


def test_a_case_that_nobody_may_judge_keeps_the_judging_closed(central, busan):
    c.belongs(central.assessor, busan.agency)
    call = c.open_call(central, central.assessor)
    c.handed_in(busan, call)
    with pytest.raises(Refused, match="can still come in"):
        c.at(central, case_judging.open_judging, call)
    with pytest.raises(Refused, match="Every judge has to stand back"):
        c.at(central, case_judging.open_judging, c.over(call))


def test_judging_needs_cases_and_judges_who_belong_to_the_institute(central, busan):
    body = c.body_of(central, busan.officer)
    call = c.open_call(central, body=body)
    with pytest.raises(Refused, match="No agency has nominated"):
        c.at(central, case_judging.open_judging, c.over(call))
    call = c.open_call(central, body=body, title_ko="둘째")
    c.handed_in(busan, call)
    with pytest.raises(Refused, match="Nobody has a seat"):
        c.at(central, case_judging.open_judging, c.over(call))
    with pytest.raises(PermissionDenied):
        c.at(central, case_judging.open_judging, call, by="director")


def opened(central, busan, *judges):
    call = c.open_call(central, *judges)
    c.handed_in(busan, call)
    return c.at(central, case_judging.open_judging, c.over(call))


def test_points_stay_within_their_criterion_and_are_whole_when_handed_in(central, busan):
    call = opened(central, busan)
    sheet = c.sheets(central, call)[0]
    for points, sentence in (((41, 1), "0 to 40"), ((-1, 1), "0 to 40"), ((1, None), "still missing: Effect")):
        with pytest.raises(Refused, match=sentence):
            c.write(central, sheet, points)
    with pytest.raises(Refused, match="few words"):
        c.write(central, sheet, (1, 1), words=" ")
    c.write(central, sheet, (1, None), hand_in=False)
    with pytest.raises(Refused, match="Somebody else"):
        c.write(central, sheet, (1, 1))
    c.write(central, sheet, (40, 60), base=1)
    with pytest.raises(Refused, match="It stays"):
        c.write(central, sheet, (1, 1), base=2)


def test_nobody_judges_on_anothers_sheet(central, busan):
    call = opened(central, busan)
    sheet = c.sheets(central, call)[0]
    for user in (central.committee, central.officer):
        with pytest.raises(PermissionDenied):
            c.write(central, sheet, (1, 1), by=user)


def test_a_judge_stands_back_or_is_excused_and_counts_no_more(central, busan):
    call = opened(central, busan, central.assessor, central.committee, central.officer)
    first, second, own = c.sheets(central, call)
    c.write(central, first, (1, 2), hand_in=False)
    with pytest.raises(Refused, match="Write the reason"):
        c.at(central, case_judging.stand_back, first, by=central.assessor, reason=" ")
    c.at(central, case_judging.stand_back, first, by=central.assessor, reason="자문하였습니다.")
    with within(central.agency):
        assert not JudgePoints.everything.exists() and not received_nominations(Actor.of(central.assessor)).exists()
    with pytest.raises(PermissionDenied):
        c.at(central, case_judging.excuse_judge, second, by=central.assessor, reason="바쁨")
    with pytest.raises(Refused, match="own sheet"):
        c.at(central, case_judging.excuse_judge, own, reason="바쁨")
    with pytest.raises(Refused, match="still open"):
        c.at(central, case_judging.close_judging, call)
    c.at(central, case_judging.excuse_judge, second, reason="출장")
    c.at(central, case_judging.excuse_judge, own, by="manager", reason="휴가")
    with pytest.raises(Refused, match="Nobody has judged"):
        c.at(central, case_judging.close_judging, call)


# ---- choice and publication

def test_what_the_director_approves_is_published_and_every_agency_hears_its_words(central, busan, daegu):
    call = c.open_call(central)
    won, lost = c.handed_in(busan, call, picture=True), c.handed_in(daegu, call, "다른 사례")
    c.chosen(central, c.judged(central, call), won)
    assert (c.fresh(won).stage, c.fresh(lost).stage) == ("selected", "passed")
    assert c.told(busan)[-1] == "cases.selected" and c.told(daegu)[-1] == "cases.not_selected"
    assert c.told(busan).count("cases.selected") == 1
    with within(daegu.agency):
        case = GoodCase.objects.visible_to(Actor.of(daegu.officer)).get()
        assert (case.title, case.agency_ko, case.done, case.theme) == (won.title, busan.agency.name_ko, won.done, "Care")
        picture = GoodCasePicture.objects.visible_to(Actor.public()).get(case=case)
        assert picture.alternative == "당직표를 보는 직원들" and picture.path.startswith("busan/")


def test_nothing_is_chosen_before_the_judging_ended_without_words_or_by_who_may_not(central, busan):
    call = c.open_call(central)
    row = c.handed_in(busan, call)
    with pytest.raises(Refused, match="has not ended"):
        c.at(central, case_choice.draft_choice, call, {row.pk: (True, "축하드립니다.")})
    call = c.judged(central, call)
    with pytest.raises(Refused, match="Every agency gets words"):
        c.at(central, case_choice.draft_choice, call, {row.pk: (True, " ")})
    with pytest.raises(PermissionDenied):
        c.at(central, case_choice.draft_choice, call, {row.pk: (True, "축하")}, by="director")
    c.at(central, case_choice.draft_choice, call, {row.pk: (True, "축하드립니다.")})
    with within(central.agency):
        seen = case_choice.digest_of_choice(call)
    with pytest.raises(PermissionDenied):
        c.at(central, case_choice.release_choice, call, seen)
    with pytest.raises(Refused, match="was changed"):
        c.at(central, case_choice.release_choice, call, "0" * 64, by="manager")
    for words, then in (("나중에 고친 글", pytest.raises(Refused, match="was changed")), ("축하드립니다.", nullcontext())):
        with within(central.agency):
            CaseChoice.everything.update(words=words)
        with then:
            c.at(central, case_choice.release_choice, call, seen, by="manager")
    c.at(central, case_choice.send_choice_back, call, "한 번 더 보겠습니다.", by="director")
    c.at(central, case_choice.draft_choice, call, {row.pk: (True, "축하드립니다.")})
    c.at(central, case_choice.release_choice, call, seen, by="manager")
    with pytest.raises(PermissionDenied):
        c.at(central, case_choice.approve_choice, call, seen, by="manager")
    with pytest.raises(Refused, match="waits for the director"):
        c.at(central, case_choice.draft_choice, call, {row.pk: (False, "다음에")})
    with pytest.raises(PermissionDenied):
        c.at(central, case_choice.send_choice_back, call, "다시", by="officer")
    c.at(central, case_choice.send_choice_back, call, "다시 보아 주십시오.", by="director")
    c.chosen(central, call, row)
    with pytest.raises(Refused, match="are decided"):
        c.at(central, case_choice.draft_choice, call, {row.pk: (True, "축하드립니다.")})


def test_a_case_changes_only_by_a_correction_that_everybody_sees(central, busan):
    case = c.published(central, busan)
    fix = {"part": "summary", "text": "고친 요약입니다.", "reason": "오타"}
    with pytest.raises(PermissionDenied):
        c.at(central, good_case.correct_case, case, by="director", base_version=1, **fix)
    for wrong, sentence in (({"reason": " "}, "Write the reason"), ({"text": " "}, "Write what shall"),
                            ({"part": "theme_ko"}, "not offered"), ({"text": c.TEXTS["summary"]}, "Nothing is different"),
                            ({"text": "가" * 601}, "At most 600")):
        with pytest.raises(Refused, match=sentence):
            c.at(central, good_case.correct_case, case, base_version=1, **(fix | wrong))
    c.at(central, good_case.correct_case, case, base_version=1, **fix)
    with pytest.raises(Refused, match="Somebody else"):
        c.at(central, good_case.correct_case, case, base_version=1, **(fix | {"text": "또"}))
    with within(busan.agency):
        case = GoodCase.objects.visible_to(Actor.of(busan.officer)).get()
        [one] = case.corrections.all()
        assert (case.summary, one.before, one.after, one.reason) == ("고친 요약입니다.", "요약입니다.", "고친 요약입니다.", "오타")
