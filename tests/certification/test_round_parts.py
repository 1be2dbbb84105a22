"""What stands on an announcement: documents while it is a draft, files and answers also afterwards; and a round for one provider longer."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from accounts.actors import Actor
from accounts.models import Agency
from certification import queries, workflow
from certification.models import Round, RoundAttachment, RoundDocument, RoundLateAccess, RoundService
from certification.reference import applicant_documents
from core import clock
from core.errors import Refused
from core.models import AuditEvent
from core.tenancy import within
from tests import factories as f
from tests.certification.test_round import OTHERS, verbs
from tests.files import hwpx, upload
from tests.providers.test_workflow import told

pytestmark = pytest.mark.usefixtures("english")
WORDS = {"question_ko": "기한은 언제입니까?", "answer_ko": "6월 20일입니다.", "question_en": "", "answer_en": "", "is_shown": True}


@pytest.fixture
def draft(busan):
    with within(busan.agency):
        return f.RoundFactory(published_at=None)


@pytest.fixture
def announced(busan):
    with within(busan.agency):
        return f.RoundFactory()


def paper():
    return upload(hwpx(), "신청서.hwpx")


# ---- documents

def test_a_new_draft_asks_for_the_usual_documents(busan, at, round_facts, services):
    with at(busan.officer, busan) as actor:
        round = workflow.draft_round(round_facts(), services, actor=actor)
        documents = queries.announced_parts(actor, round)["documents"]
    assert [one.code for one in documents] == [one["code"] for one in applicant_documents()]
    assert [one.need for one in documents].count("required") == 11 and len(documents) == 13
    assert documents[11].get_need_display() == "corporations only"


def test_the_documents_of_a_draft_are_written_anew_and_those_of_an_announced_round_are_not(busan, at, draft, announced):
    one = {"code": "a", "name_ko": "신청서", "need": "required"}
    with at(busan.officer, busan) as actor:
        workflow.set_documents(draft, [one, one | {"code": "b", "name_ko": "정관"}], actor=actor)
        workflow.set_documents(draft, [one | {"name_ko": "정관"}], actor=actor)
        assert [str(row) for row in draft.documents.all()] == ["정관"]
        with pytest.raises(Refused, match="no longer changes"):
            workflow.set_documents(announced, [one], actor=actor)


@pytest.mark.parametrize("who", OTHERS)
def test_others_write_nothing_on_an_announcement(who, busan, at, draft):
    with at(who and getattr(busan, who), busan) as actor:
        question = f.RoundQuestionFactory(round=draft)
        for write in (lambda: workflow.set_documents(draft, [], actor=actor), lambda: workflow.add_attachment(draft, paper(), actor=actor),
                      lambda: workflow.add_question(draft, WORDS, actor=actor), lambda: workflow.clone_round(draft, actor=actor),
                      lambda: workflow.remove_attachment(f.RoundAttachmentFactory(round=draft), actor=actor),
                      lambda: workflow.change_question(question, WORDS, actor=actor)):
            with pytest.raises(PermissionDenied):
                write()


# ---- files

def test_a_file_is_kept_once_may_come_later_and_then_stays(busan, at, draft):
    with at(busan.officer, busan) as actor:
        first = workflow.add_attachment(draft, paper(), actor=actor)
        assert workflow.add_attachment(draft, paper(), actor=actor) == first
        workflow.remove_attachment(first, actor=actor)
        assert not RoundAttachment.everything.exists()
        Round.everything.filter(pk=draft.pk).update(published_at=clock.now())
        before = Agency.objects.get(pk=busan.agency.pk).public_generation
        later = workflow.add_attachment(draft, paper(), actor=actor)
        assert Agency.objects.get(pk=busan.agency.pk).public_generation > before
        with pytest.raises(Refused, match="no longer changes"):
            workflow.remove_attachment(later, actor=actor)


# ---- questions

def test_an_answer_that_everybody_could_read_stays_and_another_may_still_be_written(busan, at, announced):
    with at(busan.officer, busan) as actor:
        hidden = workflow.add_question(announced, WORDS | {"is_shown": False}, actor=actor)
        workflow.change_question(hidden, {"answer_ko": "6월 21일입니다."}, actor=actor)
        assert queries.announced_parts(Actor.public(), announced)["questions"] == []
        workflow.change_question(hidden, {"is_shown": True}, actor=actor)
        assert [one.answer for one in queries.announced_parts(Actor.public(), announced)["questions"]] == ["6월 21일입니다."]
        with pytest.raises(Refused, match="Write a further question"):
            workflow.change_question(hidden, {"answer_ko": "7월입니다."}, actor=actor)
        workflow.add_question(announced, WORDS, actor=actor)
        assert verbs()[-4:] == ["round.question_added", "round.question_changed", "round.question_changed", "round.question_added"]


def test_what_belongs_to_a_draft_nobody_outside_reads(busan, draft):
    with within(busan.agency):
        f.RoundDocumentFactory(round=draft)
        f.RoundQuestionFactory(round=draft)
        f.RoundAttachmentFactory(round=draft)
        f.BriefingFactory(round=draft)
        assert not any(queries.announced_parts(Actor.public(), draft).values())
        assert not queries.briefings_of(Actor.public(), draft).exists()


# ---- what the database keeps

@pytest.mark.parametrize(("field", "value"), [("name_ko", "다른 이름"), ("quota", 3), ("results_on", "2031-01-01"), ("contact_ko", "x")])
def test_the_database_keeps_what_was_announced(field, value, busan, announced):
    with within(busan.agency), pytest.raises(IntegrityError, match="what a round announced stays"), transaction.atomic():
        Round.everything.filter(pk=announced.pk).update(**{field: value})


@pytest.mark.parametrize("model", [RoundService, RoundDocument, RoundAttachment])
@pytest.mark.parametrize("change", ["delete", "update"])
def test_the_database_keeps_the_parts_of_what_was_announced(model, change, busan, announced):
    with within(busan.agency):
        f.RoundDocumentFactory(round=announced)
        f.RoundAttachmentFactory(round=announced)
        rows = model.everything.filter(round=announced)
        with pytest.raises(IntegrityError, match="what a round announced stays"), transaction.atomic():
            rows.delete() if change == "delete" else rows.update(public_id="00000000-0000-4000-8000-000000000001")


# ---- prolonged

def test_a_prolongation_stands_on_the_page_with_its_reason(busan, at, announced):
    with at(busan.manager, busan) as actor:
        before = announced.closes_at
        workflow.extend_round(announced, closes_at=before + timedelta(days=7), reason="서버 점검", actor=actor)
        extension, = queries.announced_parts(Actor.public(), announced)["extensions"]
        assert (extension.closed_at, extension.closes_at, extension.reason) == (before, before + timedelta(days=7), "서버 점검")


# ---- late access

def test_one_provider_may_apply_longer_by_arrival(busan, at, announced):
    later = announced.closes_at + timedelta(days=2)
    with at(busan.manager, busan) as actor:
        workflow.grant_late_access(announced, busan.provider, until=later, reason="입원", actor=actor)
        announced = Round.everything.get(pk=announced.pk)
        assert announced.is_open(announced.closes_at, provider=busan.provider)
        assert announced.is_open(later - timedelta(seconds=1), provider=busan.provider.pk)
        assert not announced.is_open(later, provider=busan.provider)
        assert not announced.is_open(announced.closes_at, provider=busan.neighbours)
        assert not announced.is_open(announced.closes_at)
        assert not announced.is_open(announced.opens_at - timedelta(seconds=1), provider=busan.provider)
        event = AuditEvent.everything.get(verb="round.late_access_granted")
        assert event.facts["provider"] == busan.provider.pk and event.facts["reason"] == "입원"
        assert told() == ["round.late_access"]
        assert set(queries.people_of_late_access(RoundLateAccess.everything.get())) == {busan.owner, busan.colleague}


@pytest.mark.parametrize(("change", "sentence"), [
    ({"reason": " "}, "write the reason"), ({"until": timedelta(days=-30)}, "passed already"),
    ({"until": timedelta(days=-1)}, "until then already"),
])
def test_late_access_needs_a_reason_and_more_time(change, sentence, busan, at, announced):
    until = announced.closes_at + change.get("until", timedelta(days=1))
    with at(busan.manager, busan) as actor, pytest.raises(Refused, match=sentence):
        workflow.grant_late_access(announced, busan.provider, until=until, reason=change.get("reason", "입원"), actor=actor)


def test_a_draft_lets_nobody_in_late(busan, at, draft):
    with at(busan.manager, busan) as actor, pytest.raises(Refused, match="not announced yet"):
        workflow.grant_late_access(draft, busan.provider, until=draft.closes_at + timedelta(days=1), reason="입원", actor=actor)


@pytest.mark.parametrize("who", ["officer", *OTHERS])
def test_only_the_manager_lets_somebody_in_late(who, busan, at, announced):
    with at(who and getattr(busan, who), busan) as actor, pytest.raises(PermissionDenied):
        workflow.grant_late_access(announced, busan.provider, until=announced.closes_at + timedelta(days=1), reason="입원", actor=actor)


def test_its_own_people_and_staff_who_read_cases_know_of_it(busan, at, announced):
    with within(busan.agency):
        access = f.RoundLateAccessFactory(round=announced, provider=busan.provider, granted_by=busan.manager)
    for who, sees in (("owner", True), ("officer", True), ("neighbour", False), ("assessor", False)):
        with at(getattr(busan, who), busan) as actor:
            assert list(queries.late_accesses_of(actor, announced)) == [access] * sees
            assert list(queries.open_rounds(actor, at=announced.closes_at)) == [announced] * sees
