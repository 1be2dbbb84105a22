"""A supplement request from the proposal to the sealed answer, and everything that is refused on the way."""
import hashlib
import json
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from core import clock
from core.models import AuditEvent, Errand
from core.tenancy import within
from correspondence.models import Deadline
from correspondence.workflow import announce
from evaluations import queries, workflow
from evaluations.models import (
    Answer,
    Receipt,
    RequiredIndicator,
    Seal,
    SealedReply,
    SupplementItem,
    SupplementReply,
    SupplementRequest,
)
from tests import factories as f
from tests.evaluations.asking import (
    TEXT,
    answer,
    answered,
    asked,
    attach,
    end_of,
    facts_of,
    links,
    noon,
    proposed,
    refused,
    reply_to,
    reply_to_text,
    request_of,
    told,
    write,
)
from tests.evaluations.path import Path
from tests.evaluations.reviewing import begin, hand_in, team_at


@pytest.fixture
def path(busan):
    return Path(busan).screened()


@pytest.fixture
def waiting(path):
    """Asked, and not answered."""
    asked(path)
    return path


# ---- proposing and composing

def test_an_item_is_about_an_indicator_a_document_or_nothing_of_the_two(path):
    with within(path.place.agency):
        f.RoundDocumentFactory(round=path.round, code="floor-plan", name_ko="시설 평면도", name_en="Floor plan")
    for kind, code, about in (("indicator", "1.1.2", "1.1.2 "), ("document", "floor-plan", "Floor plan"), ("general", "", "in general")):
        assert proposed(path, kind, code).about.startswith(about)
    assert [item.position for item in items(path)] == [1, 2, 3]


def items(path):
    with within(path.place.agency):
        return list(SupplementItem.everything.filter(request__application=path.application).order_by("position"))


@pytest.mark.parametrize(("kind", "code"), [("indicator", "9.9.9"), ("document", "1.1.2"), ("document", ""), ("else", "1.1.2")])
def test_what_the_case_does_not_have_is_not_asked_for(path, kind, code):
    assert refused(lambda: proposed(path, kind, code)) == "Choose an indicator or a document of this case."


@pytest.mark.parametrize("stage", ["submitted", "site_visit", "final_evaluation", "returned"])
def test_it_is_asked_in_three_stages_only(path, stage):
    with within(path.place.agency):
        path.application.__class__.everything.filter(pk=path.application.pk).update(stage=stage)
    assert "is asked for in the screening" in refused(lambda: proposed(path))


def test_without_words_nothing_is_proposed(path):
    assert refused(lambda: proposed(path, text="  ")) == "Please write what is missing."


def test_an_assessor_proposes_and_the_officer_decides_what_is_asked(busan):
    path = team_at(busan)
    item = proposed(path, by=path.assessors[1])
    assert item.proposed_by == path.assessors[1]
    with within(busan.agency):
        with pytest.raises(PermissionDenied):
            workflow.change_item(item, text="x", is_left_out=False, actor=path.as_(path.assessors[1]))
        workflow.change_item(item, text="다른 말로", is_left_out=False, actor=path.officer)
        with pytest.raises(PermissionDenied):
            workflow.send_supplement(request_of(path), actor=path.as_(path.assessors[1]))
        workflow.send_supplement(request_of(path), actor=path.officer)
    assert reply_of_items(path) == [("1.1.2", "다른 말로")]


def reply_of_items(path):
    with within(path.place.agency):
        return list(SupplementReply.everything.filter(item__request__application=path.application).values_list("item__code", "item__text"))


@pytest.mark.parametrize("who", ["director", "auditor", "observer", "committee", "assessor", "owner", "trainer"])
def test_nobody_else_composes_or_sends(path, who):
    item = proposed(path)
    with within(path.place.agency):
        actor = path.as_(getattr(path.place, who))
        for deed in (lambda: workflow.propose_item(path.fresh(), kind="general", text="x", actor=actor),
                     lambda: workflow.change_item(item, text="x", is_left_out=True, actor=actor),
                     lambda: workflow.send_supplement(request_of(path), actor=actor)):
            with pytest.raises(PermissionDenied):
                deed()


def test_what_is_left_out_is_not_asked_and_nothing_is_no_request(path):
    item = proposed(path)
    with within(path.place.agency):
        workflow.change_item(item, text=TEXT, is_left_out=True, actor=path.officer)
        assert refused(lambda: workflow.send_supplement(request_of(path), actor=path.officer)) == "There is nothing to ask for yet."
        workflow.change_item(item, text=TEXT, is_left_out=False, actor=path.officer)
        workflow.send_supplement(request_of(path), actor=path.officer)


def test_one_bundle_at_each_stage_and_not_after_it_has_passed(waiting):
    path = waiting
    assert "A case is asked once at each stage." in refused(lambda: proposed(path))
    with within(path.place.agency):
        item = SupplementItem.everything.first()
        for deed in (lambda: workflow.change_item(item, text="x", is_left_out=True, actor=path.officer),
                     lambda: workflow.send_supplement(request_of(path), actor=path.officer)):
            assert "has been sent" in refused(deed)
        with pytest.raises(IntegrityError, match="one_supplement_per_stage"), transaction.atomic():
            SupplementRequest.everything.create(application=path.application, phase="document_review", begun_at=clock.now())


def test_a_request_of_a_stage_that_has_passed_is_not_sent(path):
    proposed(path)
    with within(path.place.agency):
        path.application.__class__.everything.filter(pk=path.application.pk).update(stage="fact_check")
        assert "has moved on" in refused(lambda: workflow.send_supplement(request_of(path), actor=path.officer))


def test_its_people_are_told_what_and_by_when(path):
    with clock.travel(noon(date(2026, 12, 22))):                        # Christmas and New Year's Day lie in between
        asked(path)
    with within(path.place.agency):
        assert request_of(path).deadline.last_day == date(2027, 1, 4)
    facts = facts_of(path, "supplement.requested")
    assert facts["due"] == {"day": "2027-01-04"} and TEXT in facts["items"]
    assert facts["items"].startswith("1. 1.1.2 ")


def test_the_agencys_closing_days_do_not_count(busan):
    busan.agency.closing_days = ["2026-12-23"]
    path = Path(busan).screened()
    with clock.travel(noon(date(2026, 12, 22))):
        asked(path)
    with within(busan.agency):
        assert request_of(path).deadline.last_day == date(2027, 1, 5)


# ---- answering

def test_the_reply_begins_with_the_sealed_answer_and_only_what_is_asked_for_is_open(waiting):
    assert "규정을 갖추고" in reply_to_text(waiting) and reply_to_text(waiting, "") == ""
    with within(waiting.place.agency):
        row = Answer.everything.first()
        with pytest.raises(PermissionDenied):
            workflow.save_answer(row, rating="meets", explanation="x", base_version=row.version, actor=waiting.as_(waiting.owner))


def test_an_older_page_never_overwrites_a_newer_text(waiting):
    assert not write(waiting, "새 글", base=0).conflict
    late = write(waiting, "옛 글", base=0)
    assert (late.conflict, late.answer.text) == (True, "새 글")


@pytest.mark.parametrize("who", ["officer", "auditor", "assessor", "neighbour"])
def test_nobody_else_writes_or_answers(waiting, who):
    user = getattr(waiting.place, who)
    for deed in (lambda: write(waiting, "x", by=user), lambda: answer(waiting, is_all=True, by=user)):
        with pytest.raises(PermissionDenied):
            deed()


def test_the_answer_seals_the_next_submission_linked_to_the_one_before(waiting):
    path = waiting
    answered(path)
    with within(path.place.agency):
        new, old = Seal.everything.filter(application=path.application).order_by("-number")
        content = json.loads(new.canonical)
        assert (new.number, content["previous"], new.facts) == (2, old.sha256, old.facts)
        assert new.sha256 == hashlib.sha256(new.canonical.encode()).hexdigest()
        texts, before = dict(new.answers.values_list("code", "explanation")), dict(old.answers.values_list("code", "explanation"))
        assert {code for code in before if texts[code] != before[code]} == {"1.1.2"} and texts["1.1.2"].endswith("두 번 하였습니다.")
        assert (old.files.count(), new.files.count(), new.files.filter(code="1.1.2").count()) == (3, 4, 2)
        assert [one["answer"] for one in content["supplement"]["items"]][1] == "대표자 변경 신고를 마쳤습니다."
        assert len(content["files"]) == 4 and content["files"][-1]["name"] == "교육 기록.pdf"
        assert list(new.replies.values_list("kind", "before", "text"))[1] == ("general", "", "대표자 변경 신고를 마쳤습니다.")
        assert not old.replies.exists() and Receipt.everything.filter(seal=new).exists()
        assert Answer.everything.get(indicator__code="1.1.2").explanation == texts["1.1.2"]
        event = AuditEvent.everything.get(verb="supplement.answered")
        assert (event.facts["sha256"], event.facts["previous"], event.facts["unanswered"]) == (new.sha256, old.sha256, 0)
        assert Deadline.everything.get(kind="application.supplement").outcome == "done"
    facts = facts_of(path, "supplement.received")
    assert (facts["sha256"], facts["previous"]) == (new.sha256, old.sha256)
    assert "supplement.answered" in told(path)


def test_a_second_click_seals_nothing(waiting):
    answered(waiting)
    assert "Nothing was sent twice." in refused(lambda: answer(waiting))
    with within(waiting.place.agency):
        assert Seal.everything.count() == 2 and Receipt.everything.count() == 2


def test_what_is_not_answered_is_named_and_the_rest_may_be_handed_in(waiting):
    write(waiting, "대표자 변경 신고를 마쳤습니다.", code="")
    sentence = refused(lambda: answer(waiting))
    assert sentence.startswith("Not answered yet: 1.1.2")
    answer(waiting, is_all=True)
    with within(waiting.place.agency):
        assert AuditEvent.everything.get(verb="supplement.answered").facts["unanswered"] == 1
        first, second = SealedReply.everything.order_by("position")
        assert first.text == first.before and second.text


def test_nothing_at_all_is_no_answer(waiting):
    assert "Nothing is answered yet." in refused(lambda: answer(waiting, is_all=True))


def test_a_file_alone_is_an_answer(waiting):
    attach(waiting)
    write(waiting, "x", code="")
    assert answer(waiting).stage == "answered"


def test_a_document_is_taken_away_again(waiting):
    link = attach(waiting)
    with within(waiting.place.agency):
        workflow.detach_from_reply(link, actor=waiting.as_(waiting.owner), arrived_at=clock.now())
        assert links(waiting) == []


def test_a_neighbours_document_does_not_go_with_it(waiting):
    evidence = attach(waiting).evidence
    with within(waiting.place.agency):
        evidence.__class__.everything.filter(pk=evidence.pk).update(provider=waiting.place.neighbours)
        evidence.refresh_from_db()
        with pytest.raises(PermissionDenied):
            workflow.attach_evidence_to_reply(reply_to(waiting, ""), evidence, actor=waiting.as_(waiting.owner), arrived_at=clock.now())


# ---- withdrawn, let go

def test_an_item_that_is_withdrawn_takes_no_more_words(waiting):
    path = waiting
    with within(path.place.agency):
        item = reply_to(path).item
        assert refused(lambda: workflow.withdraw_item(item, reason=" ", actor=path.officer)) == "Please write the reason."
        with pytest.raises(PermissionDenied):
            workflow.withdraw_item(item, reason="x", actor=path.as_(path.owner))
        workflow.withdraw_item(item, reason="다른 자료에서 확인하였습니다.", actor=path.officer)
    assert "no longer asked for. The agency's reason: 다른 자료" in refused(lambda: write(path, "늦은 글"))
    assert "supplement.item_withdrawn" in told(path)
    write(path, "신고하였습니다.", code="")
    answer(path)
    with within(path.place.agency):
        assert SealedReply.everything.get().kind == "general"


def test_with_the_last_item_the_request_ends_and_another_may_be_sent(waiting):
    path = waiting
    with within(path.place.agency):
        for item in request_of(path).items.all():
            workflow.withdraw_item(item, reason="필요 없습니다.", actor=path.officer)
        assert request_of(path).stage == "dropped"
        assert Deadline.everything.get(kind="application.supplement").outcome == "dropped"
    assert asked(path).stage == "sent"


@pytest.mark.parametrize("sent", [True, False])
def test_it_ends_with_the_case(path, sent):
    if sent:
        asked(path)
    else:
        proposed(path)
    with within(path.place.agency):
        workflow.withdraw_application(path.fresh(), actor=path.as_(path.owner))
        assert request_of(path).stage == "dropped"
        assert not Deadline.everything.filter(closed_at=None).exists()


# ---- the case meanwhile

def test_the_screening_waits_for_the_answer(busan):
    path = Path(busan).submitted()
    with within(busan.agency):
        workflow.begin_screening(path.fresh(), actor=path.officer)
        for check in path.application.checks.all():
            workflow.note_check(check, met=True, actor=path.officer)
    asked(path)
    with within(busan.agency):
        assert "may still answer the supplement request" in refused(lambda: workflow.pass_screening(path.fresh(), actor=path.officer))
    answered(path)
    with within(busan.agency):
        assert workflow.pass_screening(path.fresh(), actor=path.officer).stage == "document_review"


def test_the_document_review_goes_on_and_ends_after_the_answer(busan):
    path = team_at(busan).told()
    asked(path)
    begin(path, path.assessors[0])
    for user in path.assessors:
        hand_in(path, user)
    with within(busan.agency):
        lead = path.as_(path.assessors[0])
        assert "may still answer" in refused(lambda: workflow.conclude_review(path.fresh(), actor=lead))
    answered(path)
    with within(busan.agency):
        assert workflow.conclude_review(path.fresh(), actor=lead).reviewed_at
        assert queries.sealed_answer(path.application, "1.1.2").seal.number == 2
        assert set(queries.supplemented(lead, path.application)) == {"1.1.2"}


def test_after_the_visit_only_papers_are_asked_for_and_the_fact_check_waits(busan):
    path = Path(busan).visited()
    asked(path)
    with within(busan.agency):
        workflow.confirm_report(path.fresh(), actor=path.as_(path.owner))
        assert "may still answer" in refused(lambda: workflow.close_fact_check(path.fresh(), actor=path.officer))
        found = list(RequiredIndicator.everything.filter(application=path.application).values_list("code", "agreed"))
    with clock.travel(end_of(path)), within(busan.agency):
        assert workflow.close_fact_check(path.fresh(), actor=path.officer).stage == "final_evaluation"
        assert list(RequiredIndicator.everything.filter(application=path.application).values_list("code", "agreed")) == found


def test_the_differences_are_old_and_new_with_the_files_that_came(waiting):
    answered(waiting)
    with within(waiting.place.agency):
        one, = queries.supplements_of(waiting.officer, waiting.application)
        assert [(d.reply.code, [file.name for file in d.files], d.is_answered) for d in one.differences] == [
            ("1.1.2", ["교육 기록.pdf"], True), ("", [], True)]
        assert one.seal.number == 2 and one.differences[0].reply.before in one.differences[0].reply.text
        only, = queries.supplements_of(waiting.officer, waiting.application, "1.1.2")
        assert len(only.items) == 1 == len(only.differences)
        assert queries.supplements_of(waiting.officer, waiting.application, "1.1.1") == []


def test_whom_an_event_reaches(waiting):
    with within(waiting.place.agency):
        errand = Errand.everything.get(arguments__event="supplement.requested")
        written = announce(**errand.arguments, actor=waiting.officer)
        assert {notice.recipient for notice in written} == {waiting.place.owner, waiting.place.colleague}
        assert "보완자료를 제출하여 주십시오" in written[0].title and TEXT in written[0].body
