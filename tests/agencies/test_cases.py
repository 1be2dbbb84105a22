"""Excellent cases: the call, nominations and their way out of the agency, judging without sight of one another, choice, publication."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.utils import translation
from django.db.utils import InternalError

from accounts.actors import Actor
from agencies.models import (
    CaseCall,
    CaseInvitation,
    GoodCase,
    GoodCasePicture,
    JudgePoints,
    JudgeSheet,
    Nomination,
    NominationPicture,
)
from agencies.queries import case_call as queries
from agencies.queries.nomination import own_nominations, received_nominations
from agencies.workflow import case_call, case_choice, case_judging, good_case, nomination, nomination_approval
from core import clock
from core.errors import Refused
from core.tenancy import within
from correspondence.models import Deadline
from tests.agencies import casing as c
from tests.files import jpg, pdf, upload

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


# ---- the call

def test_a_call_is_read_by_agencies_once_it_is_published_and_then_stays(central, busan):
    body = c.body_of(central)
    call = c.at(central, case_call.draft_call, **c.facts(body))
    with within(busan.agency):
        assert not queries.calls_of(Actor.of(busan.officer)).exists()
    call = c.at(central, case_call.publish_call, call, by="manager")
    with within(busan.agency):
        assert [one.title_ko for one in queries.calls_of(Actor.of(busan.trainer))] == ["우수사례 공모"]
        assert not CaseCall.objects.visible_to(Actor.public()).exists()
        assert [one.points for one in queries.criteria_of(Actor.of(busan.officer), call)] == [40, 60]
    with pytest.raises(Refused, match="stays as it is"):
        c.at(central, case_call.change_call, call, base_version=1, **c.facts(body))
    with pytest.raises(Refused, match="published already"):
        c.at(central, case_call.publish_call, call, by="manager")


@pytest.mark.parametrize(("change", "sentence", "field"), [
    ({"criteria": [("효과", "", 60)]}, "have to be 100", "criteria"), ({"criteria": []}, "at least one criterion", "criteria"),
    ({"themes": []}, "at least one field", "themes"), ({"closes_at": clock.now() - timedelta(days=30)}, "closes before", "closes_at")])
def test_a_call_that_makes_no_sense_is_refused_beside_its_question(change, sentence, field, central):
    with pytest.raises(Refused, match=sentence) as refused:
        c.at(central, case_call.draft_call, **c.facts(c.body_of(central), **change))
    assert refused.value.field == field


def test_a_call_is_written_by_officers_published_by_the_manager_of_central_alone(central, busan):
    body = c.body_of(central)
    for place, role in ((central, "director"), (central, "auditor"), (busan, "officer")):
        with pytest.raises(PermissionDenied):
            c.at(place, case_call.draft_call, by=role, **c.facts(body))
    call = c.at(central, case_call.draft_call, **c.facts(body))
    with pytest.raises(PermissionDenied):
        c.at(central, case_call.publish_call, call)
    with pytest.raises(PermissionDenied):
        c.at(central, case_call.change_call, call, by="director", base_version=1, **c.facts(body))


def test_two_who_change_a_call_at_once_the_second_is_told(central):
    body = c.body_of(central)
    call = c.at(central, case_call.draft_call, **c.facts(body))
    c.at(central, case_call.change_call, call, base_version=1, **c.facts(body, title_ko="새 제목"))
    with pytest.raises(Refused, match="Somebody else"):
        c.at(central, case_call.change_call, call, base_version=1, **c.facts(body))
    with pytest.raises(Refused, match="of this title"):
        c.at(central, case_call.draft_call, **c.facts(body, title_ko="새 제목"))


def test_each_agency_is_told_once_and_reminded_until_it_has_nominated(central, busan, daegu):
    call = c.open_call(central)
    assert c.told(busan) == c.told(busan) == ["cases.call_open"]
    with within(busan.agency):
        assert CaseInvitation.everything.get().due_on == case_call.last_day_of(call)
        assert Deadline.everything.filter(kind="network.case_call", closed_at=None).count() == 1
    c.handed_in(busan, call)
    with within(busan.agency):
        assert not Deadline.everything.filter(kind="network.case_call", closed_at=None).exists()
    assert c.told(central) == c.told(central) == ["cases.nominated"] and c.told(daegu) == ["cases.call_open"]


def test_nobody_is_told_before_the_call_opens(central, busan):
    c.open_call(central, opens_at=clock.now() + timedelta(days=1))
    assert c.told(busan) == []


# ---- nominating

def test_what_an_agency_writes_nobody_else_reads_before_its_director_handed_it_in(central, busan, daegu):
    call = c.open_call(central)
    row = c.given(busan, c.begun(busan, call))
    for place in (central, daegu):
        with within(place.agency):
            assert not Nomination.objects.visible_to(Actor.of(place.officer)).exists()
    with within(busan.agency):
        assert own_nominations(Actor.of(busan.officer)).get() == row and not own_nominations(Actor.of(busan.trainer)).exists()
        seen = nomination_approval.digest_of(row)
    c.at(busan, nomination_approval.hand_in_nomination, row, seen, by="director", arrived_at=clock.now())
    with within(central.agency):
        assert received_nominations(Actor.of(central.officer)).get().title == row.title
        assert not received_nominations(Actor.of(central.trainer)).exists()
    with within(daegu.agency):
        assert not Nomination.objects.visible_to(Actor.of(daegu.officer)).exists()


def test_a_nomination_goes_from_the_officer_over_the_manager_to_the_director(central, busan):
    row = c.given(busan, c.begun(busan, c.open_call(central)), by="officer")
    with within(busan.agency):
        seen = nomination_approval.digest_of(row)
    work, now = nomination_approval, clock.now()
    with pytest.raises(PermissionDenied):
        c.at(busan, work.release_nomination, row, seen)
    with pytest.raises(PermissionDenied):
        c.at(busan, work.hand_in_nomination, row, seen, by="manager", arrived_at=now)
    with pytest.raises(Refused, match="was changed"):
        c.at(busan, work.release_nomination, row, "0" * 64, by="manager")
    c.at(busan, work.release_nomination, row, seen, by="manager")
    with pytest.raises(PermissionDenied):
        c.at(busan, work.send_nomination_back, row, "다시", by="officer")
    c.at(busan, work.send_nomination_back, row, "효과를 더 적어 주십시오.", by="director")
    c.given(busan, row)
    c.at(busan, work.hand_in_nomination, row, seen, by="director", arrived_at=now)
    with pytest.raises(Refused, match="handed in already"):
        c.at(busan, work.hand_in_nomination, row, seen, by="director", arrived_at=now)


def test_a_case_is_nominated_once_however_it_is_spelt_and_again_after_it_was_withdrawn(central, busan, daegu):
    call = c.open_call(central)
    row = c.begun(busan, call, "야간 긴급돌봄")
    with pytest.raises(Refused, match="already") as refused:
        c.at(busan, nomination.begin_nomination, call, title="야간긴급 돌봄!")
    assert refused.value.field == "title"
    other = c.begun(busan, call, "다른 사례")
    with pytest.raises(Refused, match="already"):
        c.at(busan, nomination.save_nomination, other, base_version=1, title="야간 긴급 돌봄", **c.TEXTS)
    c.begun(daegu, call, "야간 긴급돌봄")
    c.at(busan, nomination.withdraw_nomination, row)
    c.begun(busan, call, "야간 긴급돌봄")


def test_the_same_case_in_a_later_call_says_what_is_new(central, busan):
    body = c.body_of(central)
    c.handed_in(busan, c.open_call(central, body=body))
    later = c.open_call(central, body=body, title_ko="다음 공모")
    with pytest.raises(Refused, match="Say what is new"):
        c.given(busan, c.begun(busan, later))
    with within(busan.agency):
        row = Nomination.everything.get(call=later)
    row = c.at(busan, nomination.save_nomination, row, base_version=row.version, title=row.title, **(c.TEXTS | {"news": "세 곳으로 늘렸습니다."})).row
    assert c.given(busan, row).stage == "released"


def test_what_is_missing_is_named_and_nothing_is_given(central, busan):
    call = c.open_call(central)
    row = c.begun(busan, call, done="", theme_ko="")
    with pytest.raises(Refused, match="what was done, field of the case"):
        c.given(busan, row)
    assert c.fresh(row).stage == "draft"


def test_too_late_is_refused_and_the_last_second_counts(central, busan):
    call = c.open_call(central)
    row, last = c.begun(busan, call), call.closes_at - timedelta(seconds=1)
    with pytest.raises(Refused, match="not open"):
        c.at(busan, nomination_approval.give_nomination, row, arrived_at=call.closes_at)
    c.at(busan, nomination_approval.give_nomination, row, by="manager", arrived_at=last)
    with within(busan.agency):
        seen = nomination_approval.digest_of(row)
    with pytest.raises(Refused, match="not open"):
        c.at(busan, nomination_approval.hand_in_nomination, row, seen, by="director", arrived_at=call.closes_at)
    c.at(busan, nomination_approval.hand_in_nomination, row, seen, by="director", arrived_at=last)
    with pytest.raises(Refused, match="not open"):
        c.at(busan, nomination.begin_nomination, c.over(call), title="늦은 사례")


def test_a_picture_says_what_it_shows_and_is_made_anew(central, busan):
    row = c.begun(busan, c.open_call(central))
    with pytest.raises(Refused, match="Say what the picture shows") as refused:
        c.pictured(busan, row, alternative=" ")
    assert refused.value.field == "alternative"
    with pytest.raises(Refused, match="choose a picture"):
        c.at(busan, nomination.add_picture, row, upload(pdf(), "글.pdf"), alternative="글")
    content = jpg(place=True)
    picture = c.at(busan, nomination.add_picture, row, upload(content, "사진.jpg"), alternative="당직표")
    again = c.at(busan, nomination.add_picture, row, upload(content, "사진.jpg"), alternative="당직표를 보는 사람들")
    assert again.pk == picture.pk and picture.mime == "image/jpeg" and picture.size != len(content)
    with within(busan.agency):
        NominationPicture.everything.filter(pk=picture.pk).update(alternative="")
    with pytest.raises(Refused, match="Say of each picture"):
        c.given(busan, row)


def test_nothing_changes_while_it_is_approved_or_in(central, busan):
    row = c.begun(busan, c.open_call(central))
    picture = c.pictured(busan, row)
    row = c.given(busan, row)
    assert c.at(busan, nomination.save_nomination, row, base_version=row.version, title="다른 제목", **c.TEXTS).is_closed
    for work in (lambda: c.pictured(busan, row), lambda: c.at(busan, nomination.remove_picture, picture)):
        with pytest.raises(Refused, match="Nothing can be changed"):
            work()


def test_who_writes_on_an_older_page_is_told(central, busan):
    row = c.begun(busan, c.open_call(central))
    saved = c.at(busan, nomination.save_nomination, row, base_version=0, title=row.title, **(c.TEXTS | {"done": "다르게 하였습니다."}))
    assert saved.conflict and saved.row.done == c.TEXTS["done"]


@pytest.mark.parametrize("role", ["director", "auditor", "trainer", "observer", "admin"])
def test_nominations_are_written_by_officers_and_managers_alone(role, central, busan):
    call = c.open_call(central)
    row = c.begun(busan, call)
    picture = c.pictured(busan, row)
    for work in (lambda: c.at(busan, nomination.begin_nomination, call, by=role, title="하나"),
                 lambda: c.at(busan, nomination.save_nomination, row, by=role, base_version=1, title="하나", **c.TEXTS),
                 lambda: c.at(busan, nomination.add_picture, row, upload(jpg(), "a.jpg"), by=role, alternative="a"),
                 lambda: c.at(busan, nomination.remove_picture, picture, by=role),
                 lambda: c.at(busan, nomination.withdraw_nomination, row, by=role), lambda: c.given(busan, row, by=role)):
        with pytest.raises(PermissionDenied):
            work()


def test_a_nomination_is_withdrawn_until_it_is_judged_and_central_is_told(central, busan, daegu):
    call = c.open_call(central)
    row = c.handed_in(busan, call)
    other = c.handed_in(busan, call, "둘째 사례")
    c.told(central)
    c.at(busan, nomination.withdraw_nomination, row)
    assert c.told(central)[-1] == "cases.withdrawn"
    with within(central.agency):
        assert not received_nominations(Actor.of(central.officer)).filter(pk=row.pk).exists()
    c.at(central, case_judging.open_judging, c.over(call))
    with pytest.raises(Refused, match="judging has begun"):
        c.at(busan, nomination.withdraw_nomination, other)


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
    for wrong, sentence in (({"reason": " "}, "Write the reason"), ({"text": " "}, "Write what shall"), ({"part": "theme_ko"}, "not offered"),
                            ({"text": c.TEXTS["summary"]}, "Nothing is different"), ({"text": "가" * 601}, "At most 600")):
        with pytest.raises(Refused, match=sentence):
            c.at(central, good_case.correct_case, case, base_version=1, **(fix | wrong))
    c.at(central, good_case.correct_case, case, base_version=1, **fix)
    with pytest.raises(Refused, match="Somebody else"):
        c.at(central, good_case.correct_case, case, base_version=1, **(fix | {"text": "또"}))
    with within(busan.agency):
        case = GoodCase.objects.visible_to(Actor.of(busan.officer)).get()
        [one] = case.corrections.all()
        assert (case.summary, one.before, one.after, one.reason) == ("고친 요약입니다.", "요약입니다.", "고친 요약입니다.", "오타")


def test_the_database_keeps_what_was_handed_in_sealed_and_decided_once(central, busan):
    row = c.begun(busan, c.open_call(central))
    with within(busan.agency), pytest.raises(IntegrityError):
        Nomination.everything.filter(pk=row.pk).update(stage="submitted")
