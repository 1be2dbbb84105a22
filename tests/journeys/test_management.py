"""The management evaluation: an author and a director hand in a report, an assessor rates, Central's officer reads what came of it."""
import re

import pytest
from playwright.sync_api import expect

from tests import files
from tests.journeys.acting import act, confirm_if_asked, follow, press, send
from tests.journeys.conftest import DESKTOP, PHONE

TEXT = "연도별 계획을 세우고 분기마다 점검하여 미흡한 점을 다음 분기에 반영하였습니다."

FOUND = "근거 자료와 현장 확인 결과가 일치합니다."


@pytest.fixture
def person(browse):
    """Somebody at their browser, signed in at an agency."""
    def begin(email, agency, size=DESKTOP):
        one = browse(size)
        one.sign_in(email, agency=agency)
        return one

    return begin


def write(page, number):
    """One indicator: words, each figure, a file."""
    page.locator("textarea[name=text]").fill(TEXT)
    for field in page.locator("input.figure").all():
        if not field.input_value():
            field.fill("80")
    paper = {"name": f"실적 증빙 {number}.pdf", "mimeType": "application/pdf", "buffer": files.pdf(1 + number % 2)}
    page.locator("#files").set_input_files(paper)
    press(page, "button[value=upload]")


def test_an_agency_writes_its_report_and_hands_it_in_late(person):
    author = person("manager@daegu.example", "daegu")
    author.go("/daegu/management/report/")
    author.look("performance-reports")
    follow(author.page, "main a[href*='/management/report/']")
    report = author.page.url
    author.look("performance-report")
    wanting = author.page.locator(".next-step ul a").evaluate_all("links => links.map(one => one.href)")
    assert wanting
    author.page.goto(wanting[0])
    fields = author.page.locator("input.figure")
    if fields.count():
        fields.first.fill("열둘")
        press(author.page, "button[value=save]")
        expect(fields.first).to_have_value("열둘")                      # told what is wrong, and nothing is lost
        author.look("performance-entry-refused")
        fields.first.fill("12")
        press(author.page, "button[value=save]")
    for number, link in enumerate(dict.fromkeys(wanting)):
        author.page.goto(link)
        write(author.page, number)
    author.look("performance-entry")
    author.page.goto(report)
    author.look("performance-report-whole")
    act(author.page, "/give/")
    expect(author.page.locator("main")).to_contain_text("원장")
    director = person("director@daegu.example", "daegu", PHONE)
    director.page.goto(report)
    director.look("performance-director")
    for box in director.page.locator("form[action$='/hand-in/'] input[type=checkbox]").all():
        box.check()
    act(director.page, "/hand-in/")
    if director.page.locator("form[action$='/hand-in/']").count():      # asked for the password meanwhile: once more
        for box in director.page.locator("form[action$='/hand-in/'] input[type=checkbox]").all():
            box.check()
        act(director.page, "/hand-in/")
    expect(director.page.locator("#receipt")).to_be_visible()
    director.look("performance-handed-in")
    officer = person("officer@central.example", "central")
    officer.go("/central/management/reports/")
    officer.look("received-reports")
    officer.page.locator("main table a", has_text="대구").click()
    officer.look("received-report")
    expect(officer.page.locator("main")).to_contain_text(re.compile("늦|지연|초과"))


def test_assessors_rate_alone_and_then_read_each_other(person):
    for number, email in enumerate(("assessor1@central.example", "assessor6@central.example")):
        assessor = person(email, "central")
        assessor.go("/central/management/rating/")
        if number == 0:
            assessor.look("rating-home")
        follow(assessor.page, "section[aria-labelledby=rate] a")
        sheet = assessor.page.url
        if number == 0:
            assessor.look("rating-sheet")
        follow(assessor.page, "a[href*='/rating/indicators/']")
        if number == 0:
            assessor.page.locator("[name=first]").fill("140")
            press(assessor.page, "button[value=stay]")
            expect(assessor.page.locator("[name=first]")).to_have_value("140")
            assessor.look("rating-refused")
        assessor.page.locator("[name=first]").fill("60" if number else "88")
        assessor.page.locator("[name=comment]").fill(FOUND)
        press(assessor.page, "button[value=stay]")
        assessor.look(f"rating-{number}")
        assessor.page.goto(f"{sheet}hand-in/")
        assessor.look(f"rating-hand-in-{number}")
        send(assessor.page)
        confirm_if_asked(assessor.page)
    follow(assessor.page, "a[href*='/rating/consensus/']")
    expect(assessor.page.locator("main")).to_contain_text(FOUND)
    assessor.look("rating-consensus")


CENTRAL = ("scores/", "steps/", "certified/", "figures/", "figures/indicators/", "satisfaction/", "follow-up/", "sets/", "assessors/",
           "assessors/matrix/", "assessors/progress/", "rounds/", "sites/", "consulting/")
AGENCY = ("own/", "steps/own/", "position/", "improvement/", "questions/", "site/", "consulting/")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_centrals_officer_and_an_agency_read_what_came_of_it(person, size):
    officer = person("officer@central.example", "central", size)
    for page in CENTRAL:
        officer.go(f"/central/management/{page}")
        officer.look(f"central-{page.strip('/').replace('/', '-')}")
    officer.go("/central/management/steps/?lang=en")
    officer.look("central-steps-en")
    manager = person("manager@busan.example", "busan", size)
    for page in AGENCY:
        manager.go(f"/busan/management/{page}")
        manager.look(f"busan-{page.strip('/').replace('/', '-')}")
    manager.go("/busan/management/improvement/")
    follow(manager.page, "main a[href*='/management/improvement/']")
    manager.look("busan-improvement-plan")
