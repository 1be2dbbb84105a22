"""Everything of a case on one page, at every stage, for everybody who may read it."""
import uuid

import pytest

from core import clock
from core.models import AccessEntry
from core.tenancy import within
from evaluations.models import Assignment, SealedFile
from panels.models import Declaration
from tests import factories as f
from tests.desk.test_provider import OTHERS, READERS
from tests.desk.walking import STEPS, WalkedPath
from tests.evaluations.path import Path

CASES = "/busan/admin/cases/"
NEXT = {
    "submitted": "Begin the screening", "screened": "At least two assessors review a case",
    "assigned": "2 assessors have declared. The provider is told who assesses it",
    "judged": "2 assessors have declared.", "reviewed": "The document review is over.", "planned": "It begins on",
    "visited": "may look at the facts of the draft report until", "ready": "Whoever has a seat is asked",
    "in_session": "is on the agenda of the meeting of", "decided": "The committee has decided; the provider does not know it yet.",
    "drafted": "The manager releases it.", "released": "The director approves it or sends it back.", "approved": "goes out by itself on",
    "announced": "The result is announced and the certificate issued.",
}
WAITS = {"submitted": "Provider → Officers", "assigned": "Provider → Officers", "visited": "Officers → Provider",
         "in_session": "Officers → Committee",
         "drafted": "Provider → Manager", "released": "Provider → Director", "announced": "Nobody waits."}


def page_of(client, path, **asked):
    return client.get(f"{CASES}{path.application.public_id}/", {"lang": "en"} | asked)


def test_at_every_stage_the_page_tells_the_next_step_and_only_those_who_act_have_buttons(busan, sit_down, words_of):
    seen = {}

    def look(step, path):
        for who in READERS:
            page = page_of(sit_down(getattr(busan, who)), path)
            assert page.status_code == 200, (step, who)
            words = words_of(page)
            assert NEXT[step] in words, (step, who, words[words.index(" Next "):][:300])
            assert WAITS.get(step, "") in words, (step, who)
            buttons = 'method="post" action="/busan/admin/cases/' in page.content.decode()
            assert not buttons or who in ("officer", "manager"), (step, who)
        seen[step] = words

    WalkedPath(busan, look=look).announced()
    assert set(seen) == set(STEPS)
    for there in ("CNRY-busan-provider", "CNRY-busan-provider-head", "CNRY-busan-answer", "evidence-1.1.1.pdf", "CNRY-busan-assessor",
                  "declared: no interest", "Result of the document review", "carried out in full", "award", "Result announced",
                  "CNRY-busan-officer", "CNRY-busan-meeting"):
        assert there in seen["announced"], there
    assert "Decision not announced" in seen["decided"]
    assert "Decision not announced" not in seen["announced"]


@pytest.fixture
def case(busan):
    return Path(busan).submitted()


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_opens_a_case_at_the_desk(who, busan, case, sit_down):
    assert page_of(sit_down(getattr(busan, who)), case).status_code == 403


def test_another_agencys_case_is_unknown_here(busan, daegu, case, sit_down):
    client = sit_down(daegu.officer)
    for unknown in (case.application.public_id, uuid.uuid4()):
        assert client.get(f"/daegu/admin/cases/{unknown}/").status_code == 404


def test_a_draft_is_unknown_at_the_desk(busan, sit_down):
    assert page_of(sit_down(busan.officer), Path(busan).started()).status_code == 404


def test_the_reading_is_noted(busan, case, sit_down):
    page_of(sit_down(busan.auditor), case)
    with within(busan.agency):
        entry = AccessEntry.everything.get()
    assert (entry.work, entry.subject_id, entry.kind) == ("case.read", str(case.application.pk), "read")


def test_a_sealed_file_is_downloaded_and_that_is_noted(busan, daegu, case, sit_down):
    with within(busan.agency):
        file = SealedFile.everything.first()
    answer = sit_down(busan.director).get(f"{CASES}files/{file.public_id}/")
    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    with within(busan.agency):
        assert [(entry.work, entry.kind) for entry in AccessEntry.everything.all()] == [("case.file", "download")]
    assert sit_down(busan.observer).get(f"{CASES}files/{file.public_id}/").status_code == 403
    assert sit_down(daegu.officer).get(f"/daegu/admin/cases/files/{file.public_id}/").status_code == 404


def test_the_three_states_of_a_declaration_are_told_apart_and_no_judgement_is_seen_before_all_are_in(busan, sit_down, words_of):
    path = Path(busan).assigned()
    with within(busan.agency):
        path.judge(busan.assessor, verdict="fail", reason="CNRY-early")
        Declaration.everything.filter(user=path.assessors[1]).update(has_interest=None, answered_at=None)
    page = words_of(page_of(sit_down(busan.officer), path))
    assert "CNRY-early" not in page
    for there in ("declared: no interest", "asked, not answered", "1 assessor has not declared yet", "Handed in"):
        assert there in page
    with within(busan.agency):
        Assignment.everything.create(application=path.application, user=path.one_more("assessor"), label="x", assigned_at=clock.now())
    assert "not asked" in words_of(page_of(sit_down(busan.officer), path))


def test_who_declares_an_interest_has_to_be_replaced(busan, sit_down, words_of):
    path = Path(busan).assigned()
    with within(busan.agency):
        path.declare(path.assessors[1], interest="Her sister works there.")
    page = words_of(page_of(sit_down(busan.officer), path))
    assert "declared an interest" in page
    assert "Replace an assessor" in page


def test_late_access_of_its_provider_stands_on_the_case_page_with_reason_and_who_granted_it(busan, case, sit_down, words_of):
    with within(busan.agency):
        f.RoundLateAccessFactory(round=case.round, provider=busan.provider, reason="CNRY-late-reason", granted_by=busan.manager)
        f.RoundLateAccessFactory(round=case.round, provider=busan.neighbours, reason="CNRY-neighbours-reason")
    words = words_of(page_of(sit_down(busan.officer), case))
    assert "Late access" in words and "CNRY-late-reason" in words and "CNRY-busan-manager" in words
    assert "CNRY-neighbours-reason" not in words
