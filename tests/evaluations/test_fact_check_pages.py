"""The pages of the fact check: the provider's report and comments, the lead's answers, the officer's case page, the committee's papers."""
import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.actors import Actor
from core import clock
from core.tenancy import within
from correspondence.workflow import close_deadlines
from evaluations import tasks, workflow
from evaluations.models import Assignment, CommentFile, FactCheck, FactComment
from evaluations.workflow.fact_check import begin_fact_check
from tests.evaluations.commenting import REASON, STANDS, TEXT, amend, answer, check_of, comment_on, commented, hand_in, write
from tests.evaluations.path import Path
from tests.evaluations.portal_pages import queries_of, signed_in, to, words_of
from tests.evaluations.test_portal_status import CHANGING
from tests.files import pdf

HERE, SYSTEM = "?lang=en", Actor.system("tests")


@pytest.fixture
def path(busan):
    return Path(busan, unmet=["1.1.2"]).visited()


@pytest.fixture
def owner(path):
    return signed_in(path.owner)


def report(path):
    return to("applications", path.application.public_id, "report")


def page_of(path, code="1.1.2"):
    with within(path.place.agency):
        return to("report", "comments", comment_on(path, code).public_id)


def facts(path):
    return f"/busan/assess/cases/{path.application.public_id}/facts/{HERE}"


def answering(path, code="1.1.2"):
    with within(path.place.agency):
        return f"/busan/assess/comments/{comment_on(path, code).public_id}/{HERE}"


def case(path):
    return f"/busan/admin/cases/{path.application.public_id}/{HERE}"


# ---- the report says nothing about the result

def test_a_report_with_the_same_facts_is_the_same_page_whatever_was_judged(busan):
    """One team found an indicator compliant, the other not, in the same words."""
    path, seen = Path(busan).visited(), {}
    for judgement in ("compliant", "noncompliant"):
        with within(busan.agency):
            text = "기록 세 건을 보았습니다."
            amend(path, judgement=judgement, text=text, reason_code="in_part" if judgement == "noncompliant" else "")
            tasks.take_over_visit(visit_id=path.visit.pk)
            FactCheck.everything.filter(application=path.application).update(stage="closed", ended_at=clock.now())
            close_deadlines(path.fresh(), kind="application.fact_check", actor=SYSTEM)
            begin_fact_check(path.fresh(), actor=SYSTEM)
        body = CHANGING.sub("·", signed_in(path.owner).get(report(path)).content.decode())
        seen[judgement] = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "·", body).split('<h2 id="earlier">')[0]
    assert seen["compliant"] == seen["noncompliant"]


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_neither_judgement_stands_on_the_report(path, owner, lang):
    body = owner.get(report(path).replace("lang=en", f"lang={lang}")).content.decode()
    for word in ("compliant", "적합", "no_evidence", "Nothing there that shows it", "data-state=\"refused\"", "2 of 3"):
        assert word not in body
    assert "기록이 빠져 있습니다." in body


def test_after_the_committee_too_the_provider_reads_facts_only(busan):
    path = Path(busan, unmet=["1.1.2"]).decided()
    assert "compliant" not in words_of(signed_in(path.owner).get(report(path)))


def test_once_it_is_announced_the_result_stands_above_the_facts(busan):
    path = Path(busan, unmet=["1.1.2"]).announced()
    words = words_of(signed_in(path.owner).get(report(path)))
    assert "non-compliant" in words and "as the decision has it" in words and "What was seen" in words


# ---- comments

def test_the_report_leads_to_a_comment_and_counts_what_is_written(path, owner):
    words = words_of(owner.get(report(path)))
    assert "Comment on this" in words and "No comments: the facts are right" in words and "Hand in" not in words
    write(path)
    words = words_of(owner.get(report(path)))
    assert "1 comment is written and not handed in yet." in words and TEXT in words and "Hand in 1 comment" in words
    assert "No comments: the facts are right" not in words
    done = words_of(owner.post(report(path), follow=True))
    assert "Your comments have arrived." in done and "waits for the team&#x27;s answer" in done and "Comment on this" not in done


def test_text_and_files_are_kept_by_every_button(path, owner):
    response = owner.post(page_of(path), {"version": 0, "kind": "wrong", "explanation": TEXT, "do": "upload",
                                          "files": SimpleUploadedFile("이수증.pdf", pdf() + b"\n" * 60)})
    assert response["Location"].endswith("#evidence")
    page = words_of(owner.get(page_of(path)))
    assert "이수증.pdf" in page and TEXT in page
    back = owner.post(page_of(path), {"version": 1, "kind": "incomplete", "explanation": TEXT, "do": "save"})
    assert "/report/" in back["Location"] and "#fact-2" in back["Location"]
    with within(path.place.agency):
        assert comment_on(path).kind == "incomplete"


def test_bad_input_loses_nothing(path, owner):
    refused = owner.post(page_of(path), {"version": 0, "kind": "wrong", "explanation": TEXT, "do": "upload",
                                         "files": SimpleUploadedFile("가짜.pdf", b"no pdf at all")})
    assert refused.status_code == 200 and "was not taken" in words_of(refused) and TEXT in refused.content.decode()
    long = owner.post(page_of(path), {"version": 1, "kind": "wrong", "explanation": "가나다라" * 2000, "do": "save"})
    assert long.status_code == 422 and "가나다라" * 2000 in long.content.decode()
    older = owner.post(page_of(path), {"version": 0, "kind": "wrong", "explanation": "옛 글", "do": "save"})
    assert older.status_code == 409 and TEXT in words_of(older) and "옛 글" in older.content.decode()


def test_too_late_the_text_stays_on_the_page(path, owner):
    address = page_of(path)
    with within(path.place.agency):
        end = check_of(path).deadline.due_at
    with clock.travel(end + timedelta(minutes=1)):
        late = owner.post(address, {"version": 0, "kind": "wrong", "explanation": "늦은 글", "do": "save"})
        assert late.status_code == 409 and "The time for comments is over." in words_of(late) and "늦은 글" in late.content.decode()
        assert "The time for comments is over." in words_of(owner.get(report(path)))


def test_saving_while_one_writes_answers_with_the_fragment(path, owner):
    response = owner.post(page_of(path), {"version": 0, "kind": "", "explanation": TEXT}, headers={"HX-Request": "true"})
    assert response.status_code == 200 and 'data-version="1"' in response.content.decode() and "<html" not in response.content.decode()


def test_who_may_not_know_it_gets_404_and_a_viewer_only_reads(path, busan, daegu):
    for who in ("neighbour", "officer", "assessor", "director", "committee"):
        for address in (report(path), page_of(path), report(path).replace("report/", "report/paper/")):
            assert signed_in(getattr(busan, who)).get(address).status_code == 404, who
    with within(busan.agency):
        path.provider.members.filter(user=busan.colleague).update(role="viewer")
    viewer = signed_in(busan.colleague)
    assert "Comment on this" not in words_of(viewer.get(report(path)))
    assert viewer.post(page_of(path), {"version": 0, "kind": "wrong", "explanation": "x"}).status_code == 403
    assert viewer.post(report(path)).status_code == 403


def test_the_paper_is_there_once_it_is_made(path, owner):
    address = report(path).replace("report/", "report/paper/")
    assert owner.get(address).status_code == 404 and "The PDF is being made" in words_of(owner.get(report(path)))
    with within(path.place.agency):
        tasks.make_draft_report(check_id=check_of(path).pk)
    assert b"".join(owner.get(address).streaming_content).startswith(b"%PDF-")
    assert "Draft report (PDF)" in words_of(owner.get(report(path)))


# ---- the team

def test_the_team_reads_and_only_the_lead_answers(path):
    commented(path)
    lead, other = map(signed_in, path.assessors)
    assert "You answer for the team." in words_of(lead.get(facts(path))) and TEXT in words_of(other.get(facts(path)))
    assert "You answer for the team." not in words_of(other.get(facts(path)))
    assert "Only if you accept" not in words_of(other.get(answering(path)))
    assert other.post(answering(path), {"outcome": "not_accepted", "reason": REASON}).status_code == 403
    for home in (lead, other):
        assert "Comments on draft reports" in words_of(home.get(f"/busan/assess/{HERE}"))
    assert "To answer by you" in words_of(lead.get(f"/busan/assess/{HERE}"))
    assert "To answer by you" not in words_of(other.get(f"/busan/assess/{HERE}"))
    assert "Comments to answer" in words_of(lead.get(f"/me/assignments/{HERE}"))


def test_an_answer_with_something_missing_keeps_what_was_typed(path):
    commented(path)
    lead, typed = signed_in(path.assessors[0]), {"outcome": "accepted", "reason": REASON, **STANDS, "text": "기준에 적합합니다."}
    wrong = lead.post(answering(path), typed)
    assert wrong.status_code == 200 and "Leave the judgement out" in words_of(wrong) and "기준에 적합합니다." in wrong.content.decode()
    assert "Choose one of the two." in words_of(lead.post(answering(path), {"reason": REASON}))
    done = words_of(lead.post(answering(path), typed | {"text": STANDS["text"]}, follow=True))
    assert "The comment on 1.1.2 is answered." in done and "taken into account" in done and "Non-compliant" not in done.split("Before")[0]


def test_nobody_but_the_team_opens_the_teams_pages(path, busan):
    write(path)
    draft = answering(path)
    assert signed_in(path.assessors[0]).get(draft).status_code == 404           # it is not handed in
    hand_in(path)
    for who in ("officer", "owner", "neighbour", "committee"):
        for address in (facts(path), answering(path)):
            assert signed_in(getattr(busan, who)).get(address).status_code in (403, 404), who


def test_the_file_of_a_comment_is_for_who_reads_the_comment(path, busan, owner):
    owner.post(page_of(path), {"version": 0, "kind": "wrong", "explanation": TEXT, "do": "upload",
                               "files": SimpleUploadedFile("이수증.pdf", pdf() + b"\n" * 60)})
    hand_in(path)
    with within(busan.agency):
        address = to("report", "files", CommentFile.everything.get().public_id)
    for who in (busan.owner, busan.officer, *path.assessors):
        assert b"".join(signed_in(who).get(address).streaming_content).startswith(b"%PDF-")
    for who in (busan.neighbour, busan.committee):
        assert signed_in(who).get(address).status_code == 404


# ---- the provider reads the answers

def test_the_provider_reads_the_answers_and_no_judgement(path, owner):
    commented(path, "1.1.1", "1.1.2")
    answer(path, "1.1.1", reason="그대로 둡니다.")
    answer(path, "1.1.2", accepted=True)
    words = words_of(owner.get(report(path)))
    for there in ("All of them are answered", "그대로 둡니다.", "not taken into account", REASON, "The fact as it stands now",
                  STANDS["text"]):
        assert there in words
    assert "compliant" not in words


def test_an_amendment_of_the_teams_own_stands_beside_the_fact(path, owner):
    amend(path)
    with within(path.place.agency):
        tasks.take_over_visit(visit_id=path.visit.pk)
    words = words_of(owner.get(report(path)))
    assert "Amended by the assessors on" in words and STANDS["text"] in words and "기록이 빠져 있습니다." in words


# ---- officer and committee

def test_the_officer_sees_progress_and_closes_when_all_are_answered(path, busan):
    commented(path)
    officer = signed_in(busan.officer)
    words = words_of(officer.get(case(path)))
    assert "0 of 1 comments answered" in words and TEXT in words and "Wait for the team&#x27;s answers" in words
    assert f"/cases/{path.application.public_id}/fact-check/" not in officer.get(case(path)).content.decode()
    answer(path, accepted=True)
    words = words_of(officer.get(case(path)))
    assert "Close the fact check" in words and REASON in words and "Before: Not compliant" in words


def test_the_officer_names_who_answers_when_the_lead_has_left(path, busan):
    commented(path)
    with within(busan.agency):
        Assignment.everything.filter(user=path.assessors[0]).update(ended_at=clock.now(), ended_reason="퇴임")
    officer, address = signed_in(busan.officer), case(path).replace("/?", "/answerer/?")
    assert "Name who answers the comments" in words_of(officer.get(case(path)))
    wrong = officer.post(address, {"answerer-answerer": path.assessors[0].pk})
    assert wrong.status_code == 200 and "Select a valid choice" in words_of(wrong)
    done = words_of(officer.post(address, {"answerer-answerer": path.assessors[1].pk}, follow=True))
    assert "This assessor answers the comments" in done
    for who in ("director", "auditor", "assessor"):
        assert signed_in(getattr(busan, who)).post(address, {"answerer-answerer": path.assessors[1].pk}).status_code in (403, 404)


def test_both_stand_in_the_committees_papers(path, busan):
    commented(path)
    answer(path, accepted=True)
    with within(busan.agency):
        workflow.close_fact_check(path.fresh(), actor=path.officer)
    amend(path, "1.1.1", judgement="noncompliant", reason_code="in_part", text="안내문이 지난해 것이었습니다.")
    with within(busan.agency):
        tasks.take_over_visit(visit_id=path.visit.pk)
    # the committee comes after the fact check that the way of the tests would confirm itself
    path.ready = lambda: path
    path.in_session()
    words = words_of(signed_in(busan.committee).get(f"/busan/committee/items/{path.item.public_id}/{HERE}"))
    for there in (TEXT, REASON, "Before: Not compliant", "Since then: Compliant", "kept as evidence only",
                  "The provider and the draft report"):
        assert there in words


# ---- costs

def test_one_comment_or_three_cost_the_same(busan):
    path = Path(busan, unmet=["1.1.2"]).visited()
    owner, lead, officer = map(signed_in, (path.owner, path.assessors[0], busan.officer))
    commented(path)
    addresses = [(owner, report(path)), (lead, facts(path)), (lead, answering(path)), (officer, case(path)),
                 (lead, f"/busan/assess/{HERE}")]
    before = [(client.get(address), queries_of(client, address))[1] for client, address in addresses]
    with within(busan.agency):
        FactComment.everything.filter(handed_in_at=None).update(kind="wrong", text=TEXT, handed_in_at=clock.now())
    after = [queries_of(client, address) for client, address in addresses]
    assert after == before
    assert all(count <= limit for count, limit in zip(before, (10, 16, 15, 71, 12), strict=True)), before
