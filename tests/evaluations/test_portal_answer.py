"""One indicator: nothing typed is ever lost, an older page overwrites nothing, and documents are apart from the text."""
import re
import uuid

import pytest

from core import clock
from core.models import AuditEvent
from core.tenancy import within
from evaluations import workflow
from evaluations.forms.portal import LONGEST
from evaluations.models import Answer, AnswerEvidence
from providers.models import Evidence
from providers.workflow import add_evidence
from tests import factories as f
from tests import files
from tests.evaluations.path import Path
from tests.evaluations.portal_pages import answers_of, queries_of, signed_in, to, typed, words_of
from tests.written import PERSON, docx

pytestmark = pytest.mark.django_db
AUTOSAVE = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def path(busan):
    return Path(busan).started()


@pytest.fixture
def owner(busan):
    return signed_in(busan.owner)


@pytest.fixture
def answer(path):
    return answers_of(path)[1]


@pytest.fixture
def address(answer):
    return to("answers", answer.public_id)


def fresh(path, answer):
    with within(path.place.agency):
        return Answer.everything.get(pk=answer.pk)


def documents_of(path, answer):
    with within(path.place.agency):
        return sorted(link.evidence.name for link in AnswerEvidence.everything.filter(answer=answer))


def test_the_page_asks_as_one_would_ask_and_says_what_is_looked_for(owner, address):
    page = owner.get(address)
    for there in ("Do you inspect the premises regularly and hold drills?", "2 of 3", "Inspection interval.",
                  "See extinguishers and exits.", "Blocked exit", "시행규칙 §19①2", "Regular safety checklists", "Save and next: 1.1.3"):
        assert there in words_of(page), there
    assert "/static/js/answer.js" in page.content.decode()


def test_save_keeps_the_text_and_says_when(path, owner, answer, address):
    page = owner.post(address, typed(answer, rating="partly", explanation="한 해 두 번 합니다.\r\n3월과 9월입니다.  "), follow=True)
    kept = fresh(path, answer)
    assert (kept.rating, kept.explanation, kept.version) == ("partly", "한 해 두 번 합니다.\n3월과 9월입니다.", 1)
    assert f"Saved {clock.seoul(kept.saved_at):%H:%M}" in words_of(page)


def test_save_and_next_goes_on_and_from_the_last_to_the_list(path, owner, answer, address):
    rows = answers_of(path)
    assert owner.post(address, typed(answer, do="next"))["Location"] == to("answers", rows[2].public_id)
    last = owner.post(to("answers", rows[2].public_id), typed(rows[2], do="next"))
    assert last["Location"] == to("applications", path.application.public_id)


def test_a_draft_demands_nothing(path, owner, answer, address):
    owner.post(address, typed(answer, rating="meets", explanation=""))
    owner.post(address, typed(fresh(path, answer), rating="", explanation=""))
    assert (fresh(path, answer).rating, fresh(path, answer).version) == ("", 2)


@pytest.mark.parametrize(("wrong", "sentence"), [
    ({"explanation": "가" * (LONGEST + 1)}, f"at most {LONGEST} characters"),
    ({"explanation": "점검\u202e합니다"}, "U+202E"),
    ({"rating": "best"}, "Select a valid choice"),
])
def test_what_cannot_be_kept_is_said_and_stays_in_the_form(path, owner, answer, address, wrong, sentence):
    page = owner.post(address, typed(answer, **({"explanation": "라온 점검"} | wrong)))
    assert page.status_code == 422
    assert sentence in words_of(page)
    assert wrong.get("explanation", "라온 점검") in page.content.decode()
    assert fresh(path, answer).version == 0


# ---- saving while one writes

def test_the_script_gets_the_time_in_words_and_the_new_version(path, owner, answer, address):
    said = owner.post(address, typed(answer, explanation="점검합니다."), **AUTOSAVE)
    assert said.status_code == 200
    assert 'data-version="1"' in said.content.decode()
    assert words_of(said).strip().startswith("Saved ")
    assert "<html" not in said.content.decode()


def test_the_script_is_told_what_cannot_be_kept(owner, answer, address):
    said = owner.post(address, typed(answer, explanation="가" * (LONGEST + 1)), **AUTOSAVE)
    assert said.status_code == 422
    assert "at most" in words_of(said)
    assert "<html" not in said.content.decode()


@pytest.mark.parametrize("how", [{}, AUTOSAVE], ids=["button", "script"])
def test_a_stale_page_shows_both_texts_and_changes_nothing(busan, path, owner, answer, address, how):
    with within(busan.agency):
        workflow.save_answer(answer, rating="not_yet", explanation="동료가 쓴 말", base_version=0, actor=path.as_(busan.colleague))
    page = owner.post(address, typed(answer, rating="meets", explanation="내가 쓴 말"), **how)
    assert page.status_code == 409
    assert "동료가 쓴 말" in words_of(page)
    assert "CNRY-busan-colleague saved the following" in words_of(page)
    assert ("내가 쓴 말" in page.content.decode()) == (how == {})        # the script's page has it already
    assert fresh(path, answer).explanation == "동료가 쓴 말"


def test_whoever_saw_both_texts_may_overwrite(busan, path, owner, answer, address):
    with within(busan.agency):
        workflow.save_answer(answer, rating="not_yet", explanation="동료가 쓴 말", base_version=0, actor=path.as_(busan.colleague))
    page = owner.post(address, typed(answer, explanation="내가 쓴 말")).content.decode()
    version = re.search(r'name="version"[^>]*value="(\d+)"', page).group(1)
    owner.post(address, typed(answer, explanation="둘을 합한 말", version=version))
    assert fresh(path, answer).explanation == "둘을 합한 말"


@pytest.mark.parametrize("how", [{}, AUTOSAVE], ids=["button", "script"])
def test_what_is_typed_after_handing_in_is_not_saved_and_not_lost(busan, owner, how):
    path = Path(busan).submitted()
    answer = answers_of(path)[0]
    page = owner.post(to("answers", answer.public_id), typed(answer, explanation="늦게 쓴 말"), **how)
    assert page.status_code == 409
    assert "Not saved: the application has been handed in or withdrawn" in words_of(page)
    assert how or "늦게 쓴 말" in page.content.decode()
    assert owner.get(to("answers", answer.public_id))["Location"] == to("applications", path.application.public_id)


def test_a_session_that_ended_gives_the_text_back_after_signing_in(busan, path, answer, address, settings):
    client = signed_in(busan.owner)
    client.get(address)
    client.logout()
    assert "/accounts/login/" in client.post(address, typed(answer, explanation="점검합니다."))["Location"]


# ---- documents

def test_several_files_at_once(path, owner, answer, address):
    given = [files.upload(files.pdf(), "점검표.pdf"), files.upload(files.hwpx(), "계획.hwpx"), files.upload(files.heic(), "사진.heic")]
    page = owner.post(address, typed(answer, explanation="점검합니다.", files=given, do="upload"), follow=True)
    assert documents_of(path, answer) == ["계획.hwpx", "사진.jpg", "점검표.pdf"]
    assert "3 files have arrived." in words_of(page)
    assert page.redirect_chain[0][0].endswith("#evidence")
    with within(path.place.agency):
        stored = Evidence.everything.get(name="점검표.pdf").file
    assert stored.sha256[:12] in page.content.decode()
    assert fresh(path, answer).explanation == "점검합니다."


def test_a_refused_file_says_what_and_the_text_and_the_other_files_are_kept(path, owner, answer, address):
    given = [files.upload(b"MZ program", "보험증권.pdf"), files.upload(files.pdf(), "점검표.pdf")]
    page = owner.post(address, typed(answer, explanation="점검합니다.", files=given, do="upload"))
    assert "보험증권.pdf was not taken" in words_of(page)
    assert "its content is of another type" in words_of(page)
    assert "점검합니다." in page.content.decode()
    assert fresh(path, answer).explanation == "점검합니다."
    assert documents_of(path, answer) == ["점검표.pdf"]
    again = re.search(r'name="version"[^>]*value="(\d+)"', page.content.decode()).group(1)
    assert int(again) == fresh(path, answer).version


def test_files_are_kept_though_the_text_is_stale(busan, path, owner, answer, address):
    with within(busan.agency):
        workflow.save_answer(answer, rating="", explanation="동료가 쓴 말", base_version=0, actor=path.as_(busan.colleague))
    owner.post(address, typed(answer, explanation="내가 쓴 말", files=files.upload(files.pdf(), "점검표.pdf"), do="upload"))
    assert documents_of(path, answer) == ["점검표.pdf"]


def test_a_document_of_the_library_serves_again_and_is_taken_away_again(path, owner, answer, address):
    first = answers_of(path)[0]
    owner.post(to("answers", first.public_id), typed(first, files=files.upload(files.pdf(), "규정.pdf")))
    with within(path.place.agency):
        document = Evidence.everything.get(name="규정.pdf")
    assert str(document.public_id) in owner.get(address).content.decode()
    owner.post(address, typed(answer, document=document.public_id, do="library"))
    assert documents_of(path, answer) == ["규정.pdf"]
    with within(path.place.agency):
        link = AnswerEvidence.everything.get(answer=answer)
    owner.post(address, typed(answer, remove=link.public_id))
    assert documents_of(path, answer) == []
    assert documents_of(path, first) == ["규정.pdf"]


def test_documents_of_others_are_nobodys(busan, path, owner, answer, address):
    with within(busan.agency):
        foreign = add_evidence(busan.neighbours, files.upload(files.pdf(), "남의.pdf"), actor=path.as_(busan.neighbour))
    other = answers_of(path)[0]
    owner.post(to("answers", other.public_id), typed(other, files=files.upload(files.pdf(), "규정.pdf")))
    with within(busan.agency):
        link = AnswerEvidence.everything.get(answer=other)
    for sent in ({"document": foreign.public_id}, {"document": uuid.uuid4()}, {"document": "x"}, {"remove": link.public_id}):
        assert owner.post(address, typed(answer, **sent)).status_code == 302
    assert documents_of(path, answer) == []
    assert documents_of(path, other) == ["규정.pdf"]
    assert owner.get(to("evidence", foreign.public_id)).status_code == 404


def test_a_document_of_another_own_provider_is_no_choice(busan, path, owner, answer, address):
    """Somebody who acts for two providers mixes nothing up."""
    with within(busan.agency):
        f.ProviderMemberFactory(provider=busan.neighbours, user=busan.owner, role="owner")
        other = add_evidence(busan.neighbours, files.upload(files.pdf(), "다른 기관.pdf"), actor=path.as_(busan.owner))
    assert owner.post(address, typed(answer, document=other.public_id)).status_code == 302
    assert documents_of(path, answer) == []


def test_a_document_is_downloaded_as_it_was_given(path, owner, answer, address):
    content = files.pdf()
    owner.post(address, typed(answer, files=files.upload(content, "점검표.pdf")))
    with within(path.place.agency):
        document = Evidence.everything.get(name="점검표.pdf")
    assert b"".join(owner.get(to("evidence", document.public_id)).streaming_content) == content


def test_the_page_asks_as_often_for_three_files_as_for_one(busan, path, owner, answer, address):
    def queries():
        return queries_of(owner, address)

    def attach(number):
        with within(busan.agency):
            for extra in range(number):
                upload = files.upload(files.pdf() + b"\n" * (extra + number), f"{number}-{extra}.pdf")
                workflow.attach_upload(answer, upload, actor=path.as_(busan.owner))
                another = files.upload(files.pdf() + b"\n" * (extra + number + 10), f"other-{number}-{extra}.pdf")
                workflow.attach_upload(answers_of(path)[0], another, actor=path.as_(busan.owner))

    attach(1)
    queries()
    one = queries()
    attach(2)
    queries()                                                   # the list of agencies is read anew every few seconds
    assert queries() == one
    assert one <= 12


def test_a_resident_number_is_not_saved_while_one_writes_and_the_text_stays(path, owner, answer, address):
    words = f"홍길동 팀장이 점검합니다.\n{PERSON}"
    said = owner.post(address, typed(answer, explanation=words), **AUTOSAVE)
    assert said.status_code == 422
    assert "There is a resident registration number in line 2." in words_of(said)
    assert PERSON not in said.content.decode()
    page = owner.post(address, typed(answer, explanation=words))
    assert page.status_code == 422
    assert page.content.decode().count(PERSON) == 1             # in the field, where it can be covered
    assert (fresh(path, answer).explanation, fresh(path, answer).version) == ("", 0)
    with within(path.place.agency):
        assert not any(PERSON in str(row) for row in AuditEvent.everything.values())
    owner.post(address, typed(answer, explanation=words.replace(PERSON[7:], "*******")))
    assert "900101-*******" in fresh(path, answer).explanation


def test_a_file_with_a_resident_number_is_turned_away_and_the_text_is_kept(path, owner, answer, address):
    given = [files.upload(docx("홍길동", PERSON), "명단.docx"), files.upload(files.pdf(), "점검표.pdf")]
    page = owner.post(address, typed(answer, explanation="점검합니다.", files=given, do="upload"))
    assert "paragraph 2 of the text" in words_of(page)
    assert PERSON not in page.content.decode()
    assert documents_of(path, answer) == ["점검표.pdf"]
    assert fresh(path, answer).explanation == "점검합니다."
