"""What stands on an announcement, kept at the desk: cloned, documents, files, questions, late access, the sheet for the press."""
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from certification.models import Round, RoundAttachment, RoundLateAccess, RoundQuestion
from core import clock
from core.tenancy import within
from tests import factories as f
from tests.desk.test_rounds import ROUNDS, local, typed
from tests.files import hwpx, upload

assert typed                # the fixture, by its name

WORKERS = ("officer", "manager")
QUESTION = {"question_ko": "기한은 언제입니까?", "answer_ko": "6월 20일입니다.", "question_en": "", "answer_en": "", "is_shown": "on"}


@pytest.fixture
def draft(busan):
    with within(busan.agency):
        round = f.RoundFactory(published_at=None, name_ko="2026년 공고", year=2026)
        f.RoundDocumentFactory(round=round, code="a")
        return round


@pytest.fixture
def announced(busan):
    with within(busan.agency):
        return f.RoundFactory()


def at(round, end=""):
    return f"{ROUNDS}{round.public_id}/{end}"


def test_everything_out_of_order_is_said_at_once_beside_its_day(busan, typed, sit_down, words_of):
    wrong = {"notice_on": "2099-01-01", "document_review_from": "2030-01-05", "document_review_until": "2030-01-01",
             "site_visits_from": "2029-12-01", "site_visits_until": "2030-03-01", "contact_ko": "품질인증팀"}
    page = sit_down(busan.officer).post(f"{ROUNDS}new/?lang=en", typed | wrong)
    words = words_of(page)
    for sentence in ("“applications from” comes before “announced on”", "it would end before it begins", "the two would overlap"):
        assert sentence in words.replace("&quot;", '"'), sentence
    assert 'value="품질인증팀"' in page.content.decode()
    assert "Please correct 3 things." in words


def test_the_last_round_is_cloned_and_its_dates_are_looked_at_first(busan, draft, sit_down, words_of):
    page = sit_down(busan.officer).post(f"{at(draft, 'clone/')}?lang=en", follow=True)
    assert "52 weeks on" in words_of(page) and 'value="2027년 공고"' in page.content.decode()
    with within(busan.agency):
        assert Round.everything.filter(year=2027).count() == 1


def documents(*names):
    empty = {"name_en": "", "need": "optional", "note_ko": "", "note_en": ""}
    rows = {f"documents-{place}-{key}": value for place, name in enumerate(names)
            for key, value in (empty | {"code": "" if place else "a", "name_ko": name}).items()}
    return rows | {"documents-TOTAL_FORMS": len(names), "documents-INITIAL_FORMS": 1}


def test_documents_are_written_as_one_list(busan, draft, announced, sit_down, words_of):
    client = sit_down(busan.officer)
    assert "운영규정" in client.get(at(draft, "documents/")).content.decode()
    client.post(at(draft, "documents/"), documents("운영규정", "", "정관"))
    with within(busan.agency):
        kept = list(draft.documents.values_list("code", "name_ko", "need"))
        assert kept == [("a", "운영규정", "optional"), ("new-1", "정관", "optional")]
    client.post(at(draft, "documents/"), documents("", "정관"))
    with within(busan.agency):
        assert list(draft.documents.values_list("name_ko", flat=True)) == ["정관"]
    assert "no longer changes" in words_of(client.post(f"{at(announced, 'documents/')}?lang=en", documents("정관")))


def test_a_file_is_added_and_taken_out_of_the_draft(busan, draft, sit_down, words_of):
    client = sit_down(busan.officer)
    assert "The file is added." in words_of(client.post(
        f"{at(draft, 'attachments/')}?lang=en", {"attachment-file": upload(hwpx(), "신청서.hwpx")}, follow=True))
    empty = client.post(f"{at(draft, 'attachments/')}?lang=en", {})
    assert "required" in words_of(empty)
    with within(busan.agency):
        attachment = RoundAttachment.everything.get()
    client.post(f"{ROUNDS}attachments/{attachment.public_id}/remove/")
    with within(busan.agency):
        assert not RoundAttachment.everything.exists()


def test_a_question_is_written_changed_and_shown(busan, announced, sit_down, words_of, client):
    staff = sit_down(busan.officer)
    hidden = {name: value for name, value in QUESTION.items() if name != "is_shown"}
    staff.post(at(announced, "questions/"), hidden)
    with within(busan.agency):
        question = RoundQuestion.everything.get()
    change = f"{ROUNDS}questions/{question.public_id}/"
    assert "기한은 언제입니까?" in staff.get(change).content.decode()
    assert "The answer is kept." in words_of(staff.post(f"{change}?lang=en", QUESTION, follow=True))
    assert "Write a further question" in words_of(staff.post(f"{change}?lang=en", QUESTION))
    assert "기한은 언제입니까?" in client.get(f"/busan/rounds/{announced.public_id}/").content.decode()


def test_the_manager_lets_one_provider_in_late_and_the_page_shows_it(busan, announced, sit_down, words_of):
    with within(busan.agency):
        until = local(Round.everything.get(pk=announced.pk).closes_at + timedelta(days=2))
    typed = {"provider": busan.provider.public_id, "until": until, "reason": "대표자 입원"}
    assert sit_down(busan.officer).post(at(announced, "late-access/"), typed).status_code == 403
    client = sit_down(busan.manager)
    page = client.post(f"{at(announced, 'late-access/')}?lang=en", typed | {"until": local(clock.now() - timedelta(days=1))})
    assert "passed already" in words_of(page) and "대표자 입원</textarea>" in page.content.decode()
    shown = words_of(client.post(f"{at(announced, 'late-access/')}?lang=en", typed, follow=True))
    assert "The provider may still apply" in shown and "대표자 입원" in shown and str(busan.provider) in shown
    with within(busan.agency):
        assert RoundLateAccess.everything.get().granted_by == busan.manager


def test_another_agencys_provider_is_not_offered(busan, daegu, announced, sit_down, words_of):
    typed = {"provider": daegu.provider.public_id, "until": local(clock.now() + timedelta(days=90)), "reason": "사유"}
    assert "valid choice" in words_of(sit_down(busan.manager).post(f"{at(announced, 'late-access/')}?lang=en", typed))


def test_the_sheet_for_the_press_is_read_before_it_goes_out(busan, draft, sit_down, words_of):
    assert "receives applications for quality certification" in words_of(sit_down(busan.officer).get(f"{at(draft, 'press/')}?lang=en"))


@pytest.mark.parametrize("who", ["director", "auditor"])
def test_those_who_only_read_see_no_button(who, busan, draft, sit_down):
    client = sit_down(getattr(busan, who))
    assert 'method="post"' not in client.get(at(draft)).content.decode().partition("<main")[2]
    for end in ("clone/", "documents/", "attachments/", "questions/", "late-access/", "briefings/"):
        assert client.post(at(draft, end)).status_code == 403


def test_the_page_asks_as_often_for_three_of_each_as_for_one(busan, announced, sit_down):
    def fill():
        f.RoundDocumentFactory(round=announced)
        f.RoundQuestionFactory(round=announced)
        f.RoundAttachmentFactory(round=announced)
        f.RoundLateAccessFactory(round=announced)
        f.BriefingPlaceFactory(briefing=f.BriefingFactory(round=announced))

    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(at(announced)).status_code == 200
        return len(queries)

    client = sit_down(busan.manager)
    with within(busan.agency):
        fill()
    asked()
    one = asked()
    with within(busan.agency):
        fill()
        fill()
    assert asked() == one
