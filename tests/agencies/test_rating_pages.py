"""Pages of the ratings: Central's desk, the assessor's workspace, the agency's answers; each unknown in the other house."""
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.actors import Actor
from agencies.models import (
    Answer,
    AnswerFile,
    Consensus,
    GroupMember,
    ManagementRating,
    ProposedQuestion,
    Question,
    QuestionBundle,
    SiteAssessment,
    SiteRemark,
)
from agencies.workflow.question import send_questions
from core.tenancy import within
from panels.models import Declaration
from tests import files
from tests.agencies.rating import another, confirmed, consensus_at, participation_of, rate, sheet_of, year_with_groups

pytestmark = pytest.mark.django_db
CENTRAL, BUSAN = "/central/management/", "/busan/management/"


@pytest.fixture
def at_desk():
    """`at_desk(busan.officer)`: that person in a browser of their own."""
    def signed_in(user):
        browser = Client()
        browser.force_login(user)
        return browser
    return signed_in


def at(place, *parts):
    return place + "".join(f"{part}/" for part in parts) + "?lang=en"


def opened(browser, place):
    """How the file begins that stands there. Read to its end it is closed."""
    return b"".join(browser.get(place).streaming_content)[:4]


def rows(place, model, **lookup):
    with within(place.agency):
        return model.everything.get(**lookup)


def test_an_officer_adds_to_a_group_looks_at_the_matrix_and_confirms(busan, daegu, central, at_desk, words_of):
    year = year_with_groups(central, busan, daegu, number=1)
    with within(central.agency):
        fresh = another(central)
    browser = at_desk(central.officer)
    form = {"area": year.area.pk, "user": fresh.pk, "home": year.home.pk, "work": busan.agency.province_id}
    page = browser.post(at(CENTRAL, "assessors", "add"), form | {"user": year.people[0].pk})
    assert page.status_code == 422 and "already" in words_of(page)
    assert browser.post(at(CENTRAL, "assessors", "add"), form).status_code == 302
    page = words_of(browser.get(at(CENTRAL, "assessors", "matrix")))
    assert "Works in the agency&#x27;s province." in page and "In 1 place fewer than two rate" in page
    assert "3 sheets are not confirmed" in page
    assert browser.post(at(CENTRAL, "assessors", "matrix", "confirm")).status_code == 302
    page = words_of(browser.get(at(CENTRAL, "assessors", "progress")))
    assert "waits for declarations" in page and "declared 0/2" in page
    member = rows(central, GroupMember, user=fresh)
    assert browser.post(at(CENTRAL, "assessors", "members", member.public_id, "lead")).status_code == 302
    assert browser.post(at(CENTRAL, "assessors", "members", member.public_id, "end")).status_code == 302
    assert at_desk(central.auditor).post(at(CENTRAL, "assessors", "matrix", "confirm")).status_code == 403


def test_an_assessor_declares_rates_is_corrected_and_hands_in(busan, daegu, central, at_desk, words_of):
    year = confirmed(central, busan, daegu)
    with within(central.agency):
        Declaration.everything.filter(user=year.people[0], matter=participation_of(busan).public_id).update(
            answered_at=None, has_interest=None)
        sheet = sheet_of(year.people[0], busan)
    browser = at_desk(year.people[0])
    asked = rows(central, Declaration, user=year.people[0], answered_at=None)
    assert "Declare first" in words_of(browser.get(at(CENTRAL, "rating")))
    assert browser.get(at(CENTRAL, "rating", "sheets", sheet.public_id)).status_code == 404
    assert "Declare first" in words_of(browser.get("/me/assignments/?lang=en"))
    assert browser.post(at(CENTRAL, "rating", "declarations", asked.public_id), {"answer": "none"}).status_code == 302
    assert "Before you begin" in words_of(browser.get(at(CENTRAL, "rating", "sheets", sheet.public_id)))
    assert browser.post(at(CENTRAL, "rating", "sheets", sheet.public_id, "begin")).status_code == 302
    with within(central.agency):
        first, second = ManagementRating.everything.filter(sheet=sheet).order_by("indicator__position")
    place = at(CENTRAL, "rating", "indicators", first.public_id)
    page = browser.post(place, {"first": "120", "comment": "적어 둔 말", "version": 0})
    assert page.status_code == 422 and "from 0 to 100" in words_of(page) and "적어 둔 말" in page.content.decode()
    page = browser.post(place, {"first": "80", "comment": "", "version": 0}, headers={"HX-Request": "true"})
    assert page.status_code == 200 and "needs its comment" in words_of(page)
    page = browser.post(place, {"first": "70", "comment": "늦은 화면", "version": 0}, headers={"HX-Request": "true"})
    assert page.status_code == 409 and "saved elsewhere" in words_of(page)
    page = browser.post(at(CENTRAL, "rating", "sheets", sheet.public_id, "hand-in"))
    assert page.status_code == 200 and "the comment is missing" in words_of(page) and "not rated yet" in words_of(page)
    browser.post(place, {"first": "80", "comment": "근거", "version": 1})
    browser.post(at(CENTRAL, "rating", "indicators", second.public_id), {"first": "60", "comment": "근거", "version": 0})
    assert browser.post(at(CENTRAL, "rating", "sheets", sheet.public_id, "hand-in")).status_code == 302
    assert "Waiting for the other assessors" in words_of(browser.get(at(CENTRAL, "rating", "sheets", sheet.public_id)))


def test_the_group_looks_together_discusses_and_closes(busan, daegu, central, at_desk, words_of):
    year = confirmed(central, busan, daegu)
    first, second = year.people
    with within(central.agency):
        rate(first, busan, {"A1-1": 95, "A1-2": 70}, comment="매우 좋습니다.")
        consensus = consensus_at(busan)
    together = at(CENTRAL, "rating", "consensus", consensus.public_id)
    page = words_of(at_desk(central.officer).get(together))
    assert "Not everybody has handed in yet" in page and "매우 좋습니다" not in page and "95" not in page
    with within(central.agency):
        rate(second, busan, {"A1-1": 60, "A1-2": 70})
        mine = ManagementRating.everything.get(sheet__user=first, indicator__code="A1-1")
    browser = at_desk(first)
    page = words_of(browser.get(together))
    assert "35 points apart" in page and "매우 좋습니다" in page and "To be discussed first" in page
    revise = at(CENTRAL, "rating", "indicators", mine.public_id, "revise")
    page = browser.post(revise, {"final": "85", "reason": ""})
    assert page.status_code == 422 and "why your rating changes" in words_of(page)
    assert browser.post(revise, {"final": "85", "reason": "설명을 들었습니다."}).status_code == 302
    assert at_desk(second).get(revise).status_code == 404
    discussion = next(row.discussion for row in browser.get(together).context["rows"] if row.is_wide)
    note = at(CENTRAL, "rating", "discussions", discussion.public_id)
    assert browser.post(note, {"note": "시점을 달리 보았습니다."}).status_code == 302
    assert at_desk(second).post(together.replace("?", "close/?")).status_code == 403
    assert browser.post(together.replace("?", "close/?")).status_code == 302
    page = words_of(browser.get(together))
    assert "The consensus is closed" in page and "at first 95" in page and "시점을 달리" in page


def test_a_round_of_questions_goes_out_and_comes_back(busan, daegu, central, at_desk, words_of):
    year = confirmed(central, busan, daegu)
    with within(central.agency):
        part, sheet = participation_of(busan), rate(year.people[0], busan, hands_in=False)
        row = sheet.ratings.get(indicator__code="A1-1")
    asking = at(CENTRAL, "rating", "indicators", row.public_id, "ask")
    assert at_desk(year.people[0]).post(asking, {"text": "언제입니까?"}).status_code == 302
    proposal, browser = rows(central, ProposedQuestion), at_desk(central.officer)
    page = words_of(browser.get(at(CENTRAL, "rounds", part.public_id)))
    assert "언제입니까?" in browser.get(at(CENTRAL, "rounds", part.public_id)).content.decode() and str(year.people[0]) in page
    form = {f"do-{proposal.public_id}": "send", f"text-{proposal.public_id}": "언제입니까?", "indicator": "A1-2", "text": ""}
    page = browser.post(at(CENTRAL, "rounds", part.public_id, "send"), form)
    assert page.status_code == 422 and "needs its indicator and its words" in words_of(page)
    assert browser.post(at(CENTRAL, "rounds", part.public_id, "send"), form | {"indicator": ""}).status_code == 302
    bundle, question = rows(central, QuestionBundle), rows(central, Question)
    answering, place = at_desk(busan.officer), at(BUSAN, "questions", bundle.public_id)
    page = answering.get(place)
    assert "언제입니까?" in words_of(page) and str(year.people[0]) not in page.content.decode()
    fields = {f"text-{question.public_id}": "", f"version-{question.public_id}": 0}
    page = answering.post(place, fields | {"do": "send"})
    assert page.status_code == 422 and "needs an answer" in words_of(page)
    assert answering.post(place, fields | {f"text-{question.public_id}": "3월입니다.", "do": "keep"}).status_code == 302
    page = at_desk(busan.manager).post(place, fields | {f"text-{question.public_id}": "4월", "do": "keep"})
    assert page.status_code == 422 and "3월입니다." in words_of(page) and "4월" in page.content.decode()
    fields[f"version-{question.public_id}"] = 1
    assert answering.post(place, fields | {f"text-{question.public_id}": "3월입니다.", "do": "send"}).status_code == 302
    assert rows(busan, Answer).sent_at
    assert "3월입니다." in words_of(browser.get(at(CENTRAL, "rounds", part.public_id)))
    assert "3월입니다." in words_of(at_desk(year.people[0]).get(at(CENTRAL, "rating", "indicators", row.public_id)))
    assert at_desk(busan.observer).get(place).status_code == 403


def test_a_file_with_an_answer_is_the_agencys_alone_until_it_is_sent(busan, daegu, central, at_desk, words_of):
    year = confirmed(central, busan, daegu)
    with within(central.agency):
        sheet, part = rate(year.people[0], busan, hands_in=False), participation_of(busan)
        bundle = send_questions(part, [(None, sheet.ratings.first().indicator, "근거를 보여 주십시오.")], actor=year.officer)
    question, browser = rows(central, Question), at_desk(busan.officer)
    place, key = at(BUSAN, "questions", bundle.public_id), question.public_id
    typed = {f"text-{key}": "붙임을 보십시오.", f"version-{key}": 0}
    page = browser.post(place, typed | {"do": "keep", f"file-{key}": files.upload(b"nothing", "근거.pdf")})
    assert page.status_code == 422 and "붙임을 보십시오." in page.content.decode()
    assert browser.post(place, typed | {"do": "keep", f"file-{key}": files.upload(files.pdf(), "근거.pdf")}).status_code == 302
    there = [at(house, "questions", "files", rows(busan, AnswerFile).public_id) for house in (BUSAN, CENTRAL)]
    people = (central.officer, year.people[0], year.people[1])
    assert opened(browser, there[0]) == b"%PDF" and [at_desk(one).get(there[1]).status_code for one in people] == [404, 404, 404]
    assert browser.post(place, typed | {"do": "send", f"version-{key}": 1}).status_code == 302
    assert [opened(at_desk(one), there[1]) for one in people] == [b"%PDF"] * 3
    assert browser.post(there[0].replace("?", "remove/?")).status_code in (302, 409) and rows(busan, AnswerFile)


def test_an_assessment_on_site_is_planned_and_read_by_the_agency(busan, daegu, central, at_desk, words_of):
    year = confirmed(central, busan, daegu)
    with within(central.agency):
        part = participation_of(busan)
    browser = at_desk(central.officer)
    form = {"plan-starts_at": "2020-01-01T10:00", "plan-hours": 3, "plan-place": "본원", "plan-expected": "기관장"}
    page = browser.post(at(CENTRAL, "sites", part.public_id, "plan"), form)
    assert page.status_code == 422 and "lie in the future" in words_of(page)
    assert browser.post(at(CENTRAL, "sites", part.public_id, "plan"), form | {"plan-starts_at": "2099-05-04T10:00"}).status_code == 302
    site = rows(central, SiteAssessment)
    move = at(CENTRAL, "sites", site.public_id, "move")
    assert browser.post(move, {"move-starts_at": "2099-05-11T10:00", "move-reason": "행사"}).status_code == 302
    assert "본원" in words_of(at_desk(busan.director).get(at(BUSAN, "site")))
    page = at_desk(busan.director).post(at(BUSAN, "site", site.public_id, "remark"), {"text": "의견"})
    assert page.status_code == 422 and "no closing statement" in words_of(page)
    noting = at(CENTRAL, "rating", "sites", site.public_id)
    assert at_desk(year.people[0]).post(noting, {"kind": "interview", "whom": "팀장", "text": "매주 회의"}).status_code == 302
    assert "매주 회의" in words_of(browser.get(noting))
    with within(busan.agency):
        assert not SiteRemark.everything.exists()


def test_each_houses_pages_are_unknown_in_the_other(busan, daegu, central, at_desk):
    confirmed(central, busan, daegu)
    with within(central.agency):
        part = participation_of(busan)
    officer, own = at_desk(busan.officer), at_desk(central.officer)
    for parts in (("assessors",), ("assessors", "matrix"), ("assessors", "progress"), ("rounds",), ("sites",), ("rounds", part.public_id)):
        assert (officer.get(at(BUSAN, *parts)).status_code, own.get(at(CENTRAL, *parts)).status_code) == (404, 200)
    for parts in (("questions",), ("site",)):
        assert (officer.get(at(BUSAN, *parts)).status_code, own.get(at(CENTRAL, *parts)).status_code) == (200, 404)
    assert at_desk(busan.assessor).get(at(BUSAN, "rating")).status_code == 404


def test_the_lists_take_no_more_statements_for_more_agencies(busan, daegu, daejeon, central, at_desk):
    confirmed(central, busan, daegu, daejeon)
    browser = at_desk(central.officer)
    pages = [at(CENTRAL, *parts) for parts in (("assessors", "matrix"), ("assessors", "progress"), ("rounds",), ("sites",))]

    def counts():
        found = []
        for page in pages:
            browser.get(page)
            with CaptureQueriesContext(connection) as seen:
                assert browser.get(page).status_code == 200
            found.append(len(seen))
        return found

    three = counts()
    with within(central.agency):
        for one in (daegu, daejeon):
            part = participation_of(one)
            type(part).everything.filter(pk=part.pk).update(standing="exempt", reason="설립 1년 미만")
        assert Actor.of(central.officer).reads_cases and Consensus.everything.count() == 3
    assert counts() == three
