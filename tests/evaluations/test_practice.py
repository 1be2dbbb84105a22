"""Practice cases: no name comes along, every text is read, and the result shows only after one's own judgement."""
import pytest
from django.core.exceptions import PermissionDenied

from accounts.actors import Actor
from core.errors import Refused
from core.tenancy import within
from evaluations import workflow
from evaluations.anonymous import anonymised, known_names, left_in
from evaluations.learning import compare_practice
from evaluations.models import (
    Application,
    PracticeCase,
    PracticeItem,
    PracticeJudgement,
    PracticeOrigin,
    PracticeResult,
    PracticeSheet,
    SealedAnswer,
)
from evaluations.queries import practice as queries
from tests import factories as f
from tests.evaluations.practising import copied, later, practised, published, read_through
from tests.evaluations.taught import announced

FACTS = [{"provider": {"name": "(사)햇살 센터", "name_en": "Sunshine", "head_name": "김하늘"},
          "offering": {"site": "본원", "address": "광장로 00"}}]


def test_known_names_go_in_every_spelling_and_numbers_too():
    known = known_names(FACTS, ["이바다"])
    text = "햇살센터(햇살 센터, SUNSHINE)의 김하늘 대표와 이바다 심사위원, 본원 광장로 00, 051-123-4567, 000-82-00006, a@b.example"
    assert left_in(text, known)
    told = anonymised(text, known)
    assert left_in(told, known) == []
    for name in ("햇살", "김하늘", "이바다", "본원", "광장로", "4567", "00006", "b.example", "SUNSHINE"):
        assert name not in told
    assert "심사위원" in told


@pytest.mark.parametrize("number", ["010-1234-5678", "01012345678", "051 123 4567", "+82 10-1234-5678", "123-45-67890", "1234567890"])
def test_each_number_of_somebody_is_found(number):
    assert left_in(f"연락처 {number}", [])
    assert left_in(anonymised(f"연락처 {number}", []), []) == []


def test_a_count_or_a_year_is_no_number_of_somebody():
    assert left_in("2025년에 이용자 1200명 가운데 35명, 제23조제1항", []) == []


def test_a_copy_has_the_texts_and_no_name(busan):
    practice, path = copied(busan)
    with within(busan.agency):
        items = PracticeItem.everything.filter(practice=practice)
        assert [one.code for one in items] == ["1.1.1", "1.1.2", "1.1.3"]
        assert all("규정을 갖추고" in one.explanation for one in items)
        texts = " ".join(text for one in items for text in (one.explanation, one.seen)) + practice.title
        for name in (path.application.provider_name, path.application.site_name, str(busan.owner), str(path.assessors[0])):
            assert name not in texts
        assert PracticeResult.everything.get(item__practice=practice, item__code="1.1.2").judgement == "noncompliant"
        assert SealedAnswer.everything.filter(seal__application=path.application).exists()


def test_only_after_the_time_of_appeal_and_only_once(busan):
    path = announced(busan)
    with within(busan.agency), pytest.raises(Refused, match="time of appeal"):
        workflow.make_practice(path.application, title="연습 1", actor=path.officer)
    with later(busan):
        assert workflow.make_practice(path.application, title="연습 1", actor=path.officer).published_at is None
        with pytest.raises(Refused, match="no copy yet"):
            workflow.make_practice(path.application, title="연습 2", actor=path.officer)


@pytest.mark.parametrize("stage", ["deferred", "final_evaluation", "decided"])
def test_a_case_that_is_open_again_is_not_copied(busan, stage):
    path = announced(busan, unmet=())
    with later(busan):
        Application.everything.filter(pk=path.application.pk).update(stage=stage)
        with pytest.raises(Refused):
            workflow.make_practice(path.fresh(), title="연습 1", actor=path.officer)


def test_a_title_names_nobody(busan):
    path = announced(busan)
    with later(busan):
        for title in ("", path.application.provider_name):
            with pytest.raises(Refused) as refusal:
                workflow.make_practice(path.application, title=title, actor=path.officer)
            assert refusal.value.field == "title"


@pytest.mark.parametrize("who", ["director", "auditor", "admin", "observer", "assessor", "committee", "owner"])
def test_only_officers_and_managers_copy_read_publish_and_close(busan, who):
    practice, path = copied(busan)
    with later(busan):
        actor, item = Actor.of(getattr(busan, who)), practice.items.first()
        for work in (lambda: workflow.make_practice(path.application, title="x", actor=actor),
                     lambda: workflow.confirm_practice_item(item, explanation="", seen="", reason="", actor=actor),
                     lambda: workflow.publish_practice(practice, actor=actor), lambda: workflow.close_practice(practice, actor=actor)):
            with pytest.raises(PermissionDenied):
                work()


def test_it_is_published_only_when_somebody_has_read_every_text(busan):
    practice, path = copied(busan)
    with later(busan):
        with pytest.raises(Refused, match="1.1.1, 1.1.2, 1.1.3"):
            workflow.publish_practice(practice, actor=path.officer)
        read_through(practice, path.officer)
        assert workflow.publish_practice(practice, actor=path.officer).is_open


@pytest.mark.parametrize("field", ["explanation", "seen", "reason"])
def test_a_known_name_cannot_be_confirmed_back_in(busan, field):
    practice, path = copied(busan)
    with later(busan):
        said = dict.fromkeys(("explanation", "seen", "reason"), "") | {field: f"{path.application.provider_name}에서"}
        with pytest.raises(Refused) as refusal:
            workflow.confirm_practice_item(practice.items.first(), **said, actor=path.officer)
        assert refusal.value.field == field


def test_once_published_its_texts_stay(busan):
    practice, path = published(busan)
    with later(busan), pytest.raises(Refused):
        workflow.confirm_practice_item(practice.items.first(), explanation="x", seen="", reason="", actor=path.officer)


def test_an_assessor_sees_what_is_published_and_never_where_it_came_from(busan, daegu):
    practice, path = copied(busan)
    with later(busan):
        assessor = Actor.of(busan.assessor)
        assert not PracticeCase.objects.visible_to(assessor).exists()
        read_through(practice, path.officer)
        workflow.publish_practice(practice, actor=path.officer)
        assert PracticeCase.objects.visible_to(assessor).count() == 1
        assert not PracticeOrigin.objects.visible_to(assessor).exists()
        for who in ("admin", "observer", "committee", "owner", "trainer"):
            assert not PracticeCase.objects.visible_to(Actor.of(getattr(busan, who))).exists(), who
    with within(daegu.agency):
        assert not PracticeCase.objects.visible_to(Actor.of(daegu.manager)).exists()


def test_the_result_and_the_others_show_only_after_handing_in(busan):
    practice, path = published(busan)
    practised(busan, practice, path.assessors[1], noncompliant=("1.1.2",))
    with later(busan):
        assessor = Actor.of(busan.assessor)
        sheet = workflow.begin_practice(practice, actor=assessor)
        assert not PracticeResult.objects.visible_to(assessor).exists()
        assert queries.spread_of(assessor, practice) == {}
    practised(busan, practice, busan.assessor)
    with later(busan):
        assert PracticeResult.objects.visible_to(assessor).count() == 3
        item = practice.items.get(code="1.1.2")
        assert queries.spread_of(assessor, practice)[item.pk] == {"compliant": 1, "noncompliant": 1}
        assert [one.pk for one in PracticeSheet.objects.visible_to(assessor)] == [sheet.pk]
        assert PracticeJudgement.objects.visible_to(assessor).count() == 3


def test_the_worker_compares_with_what_was_agreed(busan):
    practice, _path = published(busan)
    sheet = practised(busan, practice, busan.assessor, noncompliant=("1.1.1", "1.1.2"))
    with within(busan.agency):
        compare_practice(sheet_id=sheet.pk)
        # agreed: only 1.1.2 is not compliant; 2 of 3 alike: observed 2/3, expected (2·1 + 1·2)/9 = 4/9, kappa (6/9 − 4/9)/(5/9) = 0.4
        figures = PracticeSheet.everything.get(pk=sheet.pk).figures
        assert (figures["number"], figures["of"], figures["kappa"]) == (1, 3, 0.4)
        [(_sheet, found)] = queries.sheets_handed_in(Actor.of(busan.manager), practice)
        assert found.kappa_is_noise                                                 # three are few
        assert queries.sheets_handed_in(Actor.of(busan.officer), practice) == []
        with pytest.raises(PermissionDenied):
            workflow.keep_comparison(sheet, {}, actor=Actor.of(busan.manager))


def test_only_an_assessor_of_the_pool_practises(busan):
    practice, _path = published(busan)
    with later(busan):
        outside = f.MembershipFactory(role="assessor").user
        for user in (busan.officer, busan.committee, outside):
            with pytest.raises(PermissionDenied):
                workflow.begin_practice(practice, actor=Actor.of(user))


def test_nobody_judges_or_hands_in_for_another(busan):
    practice, path = published(busan)
    with later(busan):
        sheet = workflow.begin_practice(practice, actor=Actor.of(busan.assessor))
        other = Actor.of(path.assessors[1])
        with pytest.raises(PermissionDenied):
            workflow.judge_practice(sheet.judgements.first(), judgement="compliant", reason_code="", text="", actor=other)
        with pytest.raises(PermissionDenied):
            workflow.hand_in_practice(sheet, actor=other)


def test_a_sheet_is_handed_in_whole_and_then_stays(busan):
    practice, _path = published(busan)
    with later(busan):
        assessor = Actor.of(busan.assessor)
        sheet = workflow.begin_practice(practice, actor=assessor)
        first = sheet.judgements.order_by("item__position").first()
        workflow.judge_practice(first, judgement="noncompliant", reason_code="", text="", actor=assessor)
        with pytest.raises(Refused, match="1.1.1, 1.1.2, 1.1.3"):
            workflow.hand_in_practice(sheet, actor=assessor)
    sheet = practised(busan, practice, busan.assessor)
    with later(busan):
        with pytest.raises(Refused):
            workflow.judge_practice(first, judgement="compliant", reason_code="", text="", actor=assessor)
        with pytest.raises(Refused):
            workflow.hand_in_practice(sheet, actor=assessor)


def test_a_closed_one_is_not_begun_and_stays_readable_for_who_judged_it(busan):
    practice, path = published(busan)
    practised(busan, practice, busan.assessor)
    with later(busan):
        workflow.close_practice(practice, actor=path.officer)
        assert PracticeCase.objects.visible_to(Actor.of(busan.assessor)).exists()
        late = Actor.of(path.assessors[1])
        assert not PracticeCase.objects.visible_to(late).exists()
        with pytest.raises(Refused):
            workflow.begin_practice(practice, actor=late)
        with pytest.raises(Refused):
            workflow.close_practice(practice, actor=path.officer)
