"""The document review: each write, each refusal, what the database says of itself."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from core.errors import Refused
from core.models import AuditEvent, Errand
from core.tenancy import within
from correspondence.models import Deadline
from evaluations import workflow
from evaluations.models import Judgement, Settlement, Sheet
from evaluations.workflow.visit_items import items_of
from panels.models import Involvement
from tests.core.test_walls import rows
from tests.evaluations.reviewing import (
    assign,
    begin,
    end,
    hand_in,
    judge,
    judgements,
    put_at,
    results,
    settle,
    standing,
    team_at,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(busan):
    return team_at(busan).told()


@pytest.fixture
def lead(path):
    return path.assessors[0]


@pytest.fixture
def second(path):
    return path.assessors[1]


@pytest.fixture
def here(path):
    with standing(path):
        yield path


def told(event):
    return Errand.everything.filter(arguments__event=event).count()


def conclude(path, user):
    return workflow.conclude_review(path.fresh(), actor=path.as_(user))


# ---- beginning

def test_beginning_lays_a_blank_sheet_and_notes_that_this_person_has_assessed(here, lead):
    begin(here, lead)
    assert [(row.verdict, row.reason) for row in judgements(here, lead)] == [("", "")] * 3
    assert Involvement.everything.filter(person=lead.person, matter=here.application.matter, kind="assessed").count() == 1


def test_beginning_twice_is_once(here, lead):
    assert begin(here, lead) == begin(here, lead)
    assert Sheet.everything.count() == 1


@pytest.mark.parametrize("who", ["officer", "manager", "admin", "auditor", "committee"])
def test_nobody_begins_who_is_not_assigned(here, who):
    with pytest.raises(PermissionDenied):
        begin(here, getattr(here.place, who))


def test_nobody_begins_who_has_not_declared_or_stands_back(here, lead):
    third = assign(here)
    here.declare(third, interest="예전에 자문하였습니다.")
    with pytest.raises(PermissionDenied):
        begin(here, third)


def test_nobody_begins_before_the_review(here, lead):
    put_at(here, "screening")
    with pytest.raises(Refused, match="not under document review"):
        begin(here, lead)


def test_the_sheet_holds_what_the_provider_says_of_itself(here, lead):
    begin(here, lead)
    assert {row.rating for row in judgements(here, lead)} == {"meets"}


# ---- judging

def test_a_judgement_is_kept_however_incomplete(here, lead):
    begin(here, lead)
    saved = judge(here, lead, "fail", " ")
    assert (saved.conflict, saved.row.verdict, saved.row.version) == (False, "fail", 1)
    assert saved.row.saved_at


def test_the_audit_trail_says_that_something_was_judged_and_never_what(here, lead):
    begin(here, lead)
    judge(here, lead, "fail", "비밀 사유")
    facts = str(AuditEvent.everything.get(verb="review.judged").facts)
    assert "fail" not in facts
    assert "비밀" not in facts


def test_nobody_judges_on_anothers_sheet(here, lead, second):
    begin(here, lead)
    row = judgements(here, lead)[0]
    for user in (second, here.place.officer, here.place.admin):
        with pytest.raises(PermissionDenied):
            workflow.save_judgement(row, verdict="ok", reason="", base_version=0, actor=here.as_(user))


def test_a_stale_page_changes_nothing_and_gets_the_newer_text(here, lead):
    begin(here, lead)
    judge(here, lead, "onsite", "새 글")
    saved = judge(here, lead, "fail", "낡은 글", base=0)
    assert saved.conflict
    assert (saved.row.verdict, saved.row.reason, saved.row.version) == ("onsite", "새 글", 1)
    assert judgements(here, lead)[0].reason == "새 글"


def test_the_same_words_again_are_no_conflict(here, lead):
    begin(here, lead)
    judge(here, lead, "onsite", "글")
    again = judge(here, lead, "onsite", "글", base=0)
    assert (again.conflict, again.row.version) == (False, 1)


def test_nobody_judges_after_handing_in(here, lead):
    hand_in(here, lead)
    with pytest.raises(Refused, match="handed in and can no longer"):
        judge(here, lead, "fail", "다시")


def test_nobody_judges_once_the_case_has_moved_on(here, lead):
    begin(here, lead)
    put_at(here, "site_visit")
    with pytest.raises(Refused, match="not under document review"):
        judge(here, lead)


def test_nobody_judges_whose_assignment_has_ended(here, lead):
    begin(here, lead)
    end(here, lead)
    with pytest.raises(PermissionDenied):
        judge(here, lead)


# ---- handing in

def test_handing_in_names_the_codes_that_lack_a_judgement_or_a_reason(here, lead):
    opened = begin(here, lead)
    judge(here, lead, "ok", place=0)
    judge(here, lead, "fail", place=1)
    with pytest.raises(Refused, match="1.1.2, 1.1.3"):
        workflow.submit_sheet(opened, actor=here.as_(lead))


@pytest.mark.parametrize(("rating", "verdict", "code", "reason", "is_complete"), [
    ("meets", "ok", "", "", True), ("meets", "fail", "", "없음", False), ("meets", "onsite", "other", " ", False),
    ("partly", "ok", "", "", False), ("not_yet", "ok", "shown", "자료로 확인", True), ("not_yet", "fail", "", "", False),
    ("meets", "", "other", "글", False)])
def test_a_reason_is_needed_where_it_is_not_met_or_differs_from_the_self_assessment(busan, rating, verdict, code, reason, is_complete):
    with within(busan.agency):
        row = Judgement(rating=rating, verdict=verdict, reason_code=code, reason=reason)
    assert row.is_complete is is_complete


def test_nobody_hands_in_anothers_sheet_and_nobody_twice(here, lead, second):
    handed = hand_in(here, lead)
    with pytest.raises(PermissionDenied):
        workflow.submit_sheet(handed, actor=here.as_(second))
    with pytest.raises(Refused, match="handed in already"):
        workflow.submit_sheet(handed, actor=here.as_(lead))


def test_nobody_hands_in_once_the_case_has_moved_on(here, lead):
    opened = begin(here, lead)
    put_at(here, "withdrawn")
    with pytest.raises(Refused, match="not under document review"):
        workflow.submit_sheet(opened, actor=here.as_(lead))


def test_with_the_last_one_the_result_is_laid_out_and_the_lead_is_told(here, lead, second):
    hand_in(here, lead, "onsite", "원본을 보겠습니다.")
    assert (results(here), told("review.all_in")) == ([], 0)
    hand_in(here, second, "onsite", "현장에서 보겠습니다.")
    assert {(row.verdict, row.differed) for row in results(here)} == {("onsite", False)}
    assert results(here)[0].reason == "원본을 보겠습니다.\n현장에서 보겠습니다."
    assert told("review.all_in") == 1


def test_where_they_differ_the_result_is_open(here, lead, second):
    hand_in(here, lead)
    hand_in(here, second, "fail", "없습니다.")
    assert {(row.verdict, row.reason, row.differed) for row in results(here)} == {("", "", True)}


def test_one_assessor_alone_is_no_team(here, lead, second):
    hand_in(here, lead)
    end(here, second)
    assert results(here) == []


def test_when_the_one_leaves_whom_the_others_waited_for_the_result_is_laid_out(here, lead, second):
    third = assign(here)
    hand_in(here, lead)
    hand_in(here, second)
    assert results(here) == []
    end(here, third)
    assert len(results(here)) == 3


def test_when_the_team_changes_the_result_is_laid_out_anew_without_who_has_left(here, lead, second):
    hand_in(here, lead)
    hand_in(here, second, "fail", "떠난 위원의 사유")
    before = settle(here, results(here)[0], lead).row
    end(here, second)
    hand_in(here, assign(here))
    row = results(here)[0]
    assert (row.verdict, row.reason, row.differed, row.decided_by) == ("ok", "", False, None)
    assert row.version > before.version


# ---- one result

@pytest.fixture
def differing(here, lead, second):
    hand_in(here, lead)
    hand_in(here, second, "fail", "없습니다.")
    return results(here)


def test_the_lead_settles_with_a_reason(here, lead, differing):
    saved = settle(here, differing[0], lead)
    assert (saved.row.verdict, saved.row.decided_by, saved.row.is_settled) == ("onsite", lead, True)
    with pytest.raises(Refused, match="write the reason") as refused:
        settle(here, differing[1], lead, "ok", " ")
    assert refused.value.field == "reason"


def test_where_they_agreed_only_met_needs_no_reason(here, lead, second):
    hand_in(here, lead)
    hand_in(here, second)
    row = results(here)[0]
    assert settle(here, row, lead, "ok", "").row.verdict == "ok"
    with pytest.raises(Refused, match="write the reason"):
        settle(here, row, lead, "fail", "")


def test_what_all_had_judged_is_changed_only_with_a_sentence(here, lead, second):
    """As after a supplement that shows what had been missing."""
    hand_in(here, lead, "supplement", "기록이 없습니다.")
    hand_in(here, second, "supplement", "기록이 없습니다.")
    row = results(here)[0]
    for verdict in ("ok", "fail"):
        with pytest.raises(Refused, match="write the reason"):
            settle(here, row, lead, verdict, " ")
    settle(here, row, lead, "ok", "보완 자료로 확인하였습니다.")
    with pytest.raises(Refused, match="write the reason"):
        settle(here, row, lead, "ok", "")


def test_every_settlement_is_kept_with_who_and_when(here, lead, differing):
    settle(here, differing[0], lead, "onsite", "먼저 정한 것")
    settle(here, differing[0], lead, "fail", "다시 정한 것")
    kept = Settlement.everything.filter(result=differing[0])
    assert [(one.verdict, one.reason, one.settled_by, bool(one.settled_at)) for one in kept] == [
        ("fail", "다시 정한 것", lead, True), ("onsite", "먼저 정한 것", lead, True)]


def test_the_notes_of_all_go_to_the_visit_whatever_was_judged(here, lead, second):
    hand_in(here, lead, note="비상구 앞 물품은 어디에 두나요?")
    hand_in(here, second, "onsite", "원본을 봅니다.", note="훈련 사진 원본")
    row = settle(here, results(here)[0], lead, "ok", "자료로 충분합니다.").row
    assert row.note == "비상구 앞 물품은 어디에 두나요?\n훈련 사진 원본"
    settle(here, results(here)[1], lead, "onsite", "현장에서 봅니다.")
    first, second_item = items_of(here.fresh())[:2]
    assert (first["finding_ko"], first["grounds"], first["note"]) == ("충족", "자료로 충분합니다.", row.note)
    assert (second_item["finding_ko"], second_item["grounds"], second_item["note"]) == ("현장 확인", "현장에서 봅니다.", row.note)


def test_nobody_else_settles_or_concludes(here, second, differing):
    for user in (second, here.place.officer, here.place.admin):
        with pytest.raises(PermissionDenied):
            settle(here, differing[0], user)
        with pytest.raises(PermissionDenied):
            conclude(here, user)


def test_a_stale_settlement_changes_nothing(here, lead, differing):
    settle(here, differing[0], lead, reason="먼저 쓴 글")
    saved = settle(here, differing[0], lead, "fail", "나중 글", base=1)
    assert saved.conflict
    assert results(here)[0].reason == "먼저 쓴 글"


def test_nothing_is_settled_while_somebody_new_has_to_hand_in(here, lead, differing):
    assign(here)
    with pytest.raises(Refused, match="Not every assessor"):
        settle(here, differing[0], lead)
    with pytest.raises(Refused, match="Not every assessor"):
        conclude(here, lead)


def test_concluding_names_what_is_still_to_settle(here, lead, differing):
    settle(here, differing[1], lead)
    with pytest.raises(Refused, match=r"1\.1\.1, 1\.1\.3"):
        conclude(here, lead)


def test_concluding_ends_the_review_its_deadline_and_tells_the_desk(here, lead, differing):
    for row in differing:
        settle(here, row, lead)
    assert conclude(here, lead).reviewed_at
    assert not Deadline.everything.filter(kind="application.review", closed_at=None).exists()
    assert told("review.concluded") == 1
    with pytest.raises(Refused, match="is over"):
        conclude(here, lead)
    with pytest.raises(Refused, match="is over"):
        settle(here, differing[0], lead, "ok", "뒤늦게")


def test_a_not_met_in_the_documents_ends_nothing(here, lead, second):
    hand_in(here, lead, "fail", "없습니다.")
    hand_in(here, second, "fail", "없습니다.")
    assert conclude(here, lead).stage == "document_review"


# ---- past the workflow

def refused(deed):
    with pytest.raises(IntegrityError, match="handed in never changes"), transaction.atomic():
        deed()


def test_a_sheet_that_was_handed_in_is_final_for_whoever_writes(here, lead):
    handed = hand_in(here, lead)
    refused(lambda: Sheet.everything.filter(pk=handed.pk).update(submitted_at=None))
    refused(lambda: rows("UPDATE evaluations_sheet SET begun_at = now() WHERE id = %s RETURNING id", handed.pk))


def test_a_judgement_on_it_is_final_too_and_none_is_added(here, lead, second):
    handed = hand_in(here, lead)
    row = judgements(here, lead)[0]
    refused(lambda: Judgement.everything.filter(pk=row.pk).update(verdict="fail"))
    refused(lambda: rows("UPDATE evaluations_judgement SET verdict = 'fail' WHERE id = %s RETURNING id", row.pk))
    begin(here, second)
    moved = judgements(here, second)[0]
    refused(lambda: Judgement.everything.filter(pk=moved.pk).update(sheet=handed))
