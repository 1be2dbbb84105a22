"""What people of the network do at its pages: the Central institute's secretary, an agency's director, a working-level officer."""
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from core import clock
from core.calendar import next_working_day
from tests import written
from tests.journeys.acting import PATIENCE, act, fill, follow, press, ring, send, unfold, until_there
from tests.journeys.conftest import DESKTOP, PHONE

NAME, FIELD = "돌봄 인력 실무협의체", "돌봄 인력"
WORDS = ("야간 돌봄 인력을 함께 모집하는 방안", "기관마다 따로 모집하여 지원자가 흩어집니다. 공동 모집 기간을 정할 것을 제안합니다.")
RESOLVED, TASK = "공동 모집 기간을 3월로 정한다.", "공동 모집 공고문 초안을 마련하여 각 기관에 보낸다."
DONE, THANKS = "공고문 초안을 마련하여 각 기관에 보냈습니다.", "확인하였습니다. 수고하셨습니다."
FOLLOW = "agencies.tasks.council.follow_councils"
MEETING = "main a[href*='/network/bodies/meetings/']"


@pytest.fixture
def person(browse):
    """Somebody at their browser, signed in at an agency."""
    def begin(account, agency, size=DESKTOP):
        one = browse(size)
        one.page.set_default_timeout(60_000)                    # a file is looked into before the page answers
        one.sign_in(f"{account}@{agency}.example", agency=agency)
        return one

    return begin


def paper(name, *lines):
    return {"name": name, "mimeType": "application/pdf", "buffer": written.pdf("\n".join(lines))}


def listed():
    """A paper that nobody may hand in: a resident registration number stands in it."""
    return {"name": "명단.docx", "mimeType": "application/octet-stream", "buffer": written.docx(f"주민등록번호 {written.PERSON}")}


def day(later):
    return next_working_day(clock.today() + timedelta(days=later))


def says(one, *words):
    for word in words:
        expect(one.page.locator("main")).to_contain_text(word)


def handed_in(one):
    """For good: it cannot be handed in again."""
    act(one.page, "/hand-in/")
    expect(one.page.locator("form[action$='/hand-in/']")).to_have_count(0)


def stands(one, **typed):
    """Nothing that was typed is lost."""
    for name, words in typed.items():
        expect(one.page.locator(f"main [name={name}]").last).to_have_value(words)


# ---- a body, from its founding to a task that is done

def test_a_body_is_founded_meets_and_what_it_resolved_is_done(person):
    secretary, officer = person("officer", "central"), person("officer", "busan", PHONE)
    found(secretary)
    named(officer)
    body = sat_down(secretary)
    meeting = called(secretary)
    proposed(officer)
    taken(secretary, body, meeting)
    resolved(secretary)
    minuted(secretary)
    reported(officer, meeting)
    answered(secretary)


def found(secretary):
    """Founded for one field, with a place for two agencies; what is missing is said first."""
    secretary.go("/central/network/bodies/new/")
    page = secretary.page
    page.locator("[name=kind][value=working]").check()
    fill(page, name_ko=NAME, field_ko=FIELD, field_en="Care workers")
    send(page)
    says(secretary, "고쳐")
    stands(secretary, name_ko=NAME, field_ko=FIELD)
    secretary.look("acts-body-refused")
    fill(page, name_en="Working-level body for care workers")
    send(page)
    follow(page, "main a[href$='/places/']")
    for slug in ("busan", "daegu"):
        page.locator(f"[name=agencies][value={slug}]").check()
    secretary.look("acts-places")
    send(page)


def named(officer):
    """The agency's officer names herself; until the next beat the institute's list does not know."""
    officer.go("/busan/network/bodies/")
    follow(officer.page, f"section[aria-labelledby=places] a:has-text('{NAME}')")
    officer.page.locator("[name=user]").select_option(label="박지훈")
    officer.look("acts-place")
    send(officer.page)
    says(officer, "박지훈")
    ring(FOLLOW)


def sat_down(secretary):
    page = secretary.page
    until_there(page, "section[aria-labelledby=members] b:has-text('박지훈')", seconds=PATIENCE)
    return page.url


def called(secretary):
    """Without a place nobody is called."""
    page = secretary.page
    follow(page, "a[href$='/call/']")
    fill(page, title="제1차 실무협의", meets_at=f"{day(1):%Y-%m-%d}T14:00")
    send(page)
    stands(secretary, title="제1차 실무협의", meets_at=f"{day(1):%Y-%m-%d}T14:00")
    secretary.look("acts-call-refused")
    fill(page, link="https://meet.central.example/care-1")
    send(page)
    says(secretary, "제1차 실무협의")
    return page.url


def proposed(officer):
    """A paper with somebody's resident registration number is not taken; the words stay."""
    officer.go("/busan/network/bodies/")
    follow(officer.page, f"section[aria-labelledby=bodies] a:has-text('{NAME}')")
    follow(officer.page, "a[href$='/propose/']")
    page = officer.page
    fill(page, title=WORDS[0], text=WORDS[1])
    page.locator("[name=file]").set_input_files(listed())
    send(page)
    says(officer, "주민등록번호")
    stands(officer, title=WORDS[0], text=WORDS[1])
    officer.look("acts-agenda-proposal-refused")
    page.locator("[name=file]").set_input_files(paper("공동 모집 방안.pdf", "공동 모집 방안", WORDS[1]))
    send(page)
    says(officer, "공동 모집 방안")
    officer.look("acts-agenda-proposal")
    handed_in(officer)


def taken(secretary, body, meeting):
    page = secretary.page
    page.goto(body)
    follow(page, f"section[aria-labelledby=proposals] a:has-text('{WORDS[0]}')")
    says(secretary, "공동 모집 방안.pdf")
    secretary.look("acts-proposal-that-waits")
    act(page, "/take/")
    expect(page).to_have_url(meeting)
    says(secretary, WORDS[0], "공동 모집 방안")


def resolved(secretary):
    """With nobody there nothing is resolved; a task wants its day."""
    page = secretary.page
    act(page, "/begin/")
    unfold(page, "/resolve/")
    fill(page, **{"resolution-text": RESOLVED})
    act(page, "/resolve/")
    says(secretary, "정족수")
    stands(secretary, **{"resolution-text": RESOLVED})
    secretary.look("acts-below-the-quorum")
    press(page, "form[action$='/attendance/'] button[value='1']")
    unfold(page, "/resolve/")
    fill(page, **{"resolution-text": RESOLVED})
    act(page, "/resolve/")
    says(secretary, "의결")
    secretary.look_on_both("acts-meeting-open", 0)
    secretary.turn_to(DESKTOP)
    follow(page, "a[href$='/task/']")
    fill(page, **{"task-text": TASK})
    page.locator("[name=task-seat]").select_option(index=1)
    send(page)
    stands(secretary, **{"task-text": TASK})
    secretary.look("acts-task-refused")
    fill(page, **{"task-due_on": f"{day(20)}"})
    send(page)
    act(page, "/close/")


def minuted(secretary):
    page = secretary.page
    follow(page, "a[href$='/minutes/']")
    words = page.locator("[name=text]").input_value()
    assert RESOLVED in words and "박지훈" in words
    fill(page, text=f"{words}\n\n산회를 선포하다.")
    secretary.look("acts-minutes")
    send(page)
    says(secretary, "산회를 선포하다.")
    act(page, "/send/")


def reported(officer, meeting):
    """Read at the officer's own agency: the minutes, and the task that follows."""
    officer.page.goto(meeting.replace("/central/", "/busan/"))
    says(officer, "산회를 선포하다.", RESOLVED)
    officer.look("acts-minutes-read")
    officer.go("/busan/network/bodies/tasks/")
    follow(officer.page, f"main a:has-text('{TASK}')")
    fill(officer.page, **{"report-text": DONE})
    officer.look("acts-task")
    send(officer.page)
    says(officer, DONE)


def answered(secretary):
    secretary.go("/central/network/bodies/tasks/")
    follow(secretary.page, f"main a:has-text('{TASK}')")
    fill(secretary.page, answer=THANKS)
    secretary.look("acts-task-answer")
    press(secretary.page, "form[action$='/answer/'] button[value='1']")
    says(secretary, THANKS)


# ---- the director

def test_a_director_proposes_reads_the_minutes_and_reports(person):
    director = person("director", "busan")
    page = director.page
    director.go("/busan/network/bodies/")
    follow(page, "section[aria-labelledby=bodies] a")
    body = page.url
    follow(page, "a[href$='/propose/']")
    fill(page, title=WORDS[0], text=WORDS[1])
    page.locator("[name=file]").set_input_files(paper("공동 모집 방안.pdf", "공동 모집 방안", WORDS[1]))
    send(page)
    handed_in(director)
    says(director, WORDS[0], "공동 모집 방안")
    director.look("acts-director-proposal")
    for number, link in enumerate(page_links(director, body, MEETING)):
        page.goto(link)
        director.look_on_both(f"acts-director-meeting-{number}", number)
        appointment = page.request.get(page.locator("a[href$='/calendar.ics']").get_attribute("href"))
        assert appointment.ok and "BEGIN:VEVENT" in appointment.text() and "SUMMARY:" in appointment.text()
    director.turn_to(DESKTOP)
    says(director, "의결 1")
    expect(page.locator("#minutes")).to_be_visible()
    director.go("/busan/network/bodies/tasks/")
    for link in page_links(director, page.url, "main ul.rows a"):
        page.goto(link)
        if page.locator("[name=report-text]").count():
            break
    send(page)
    says(director, "고쳐")
    director.look("acts-director-task")
    fill(page, **{"report-text": DONE})
    send(page)
    says(director, DONE)


def page_links(one, address, selector):
    one.page.goto(address)
    return one.page.locator(selector).evaluate_all("links => links.map(one => one.href)")


# ---- the officer's own desk

@pytest.fixture
def officer(person):
    return person("officer", "busan")


def test_an_officer_names_a_substitute_who_comes_to_one_meeting(officer):
    page = officer.page
    officer.go("/busan/network/bodies/")
    follow(page, "section[aria-labelledby=places] a:has-text('품질인증')")
    unfold(page, "/substitute/")
    act(page, "/substitute/")
    says(officer, "고쳐")
    officer.look("acts-substitute-refused")
    page.locator("[name=substitute-meeting]").select_option(index=1)
    page.locator("[name=substitute-user]").select_option(label="박지훈")
    act(page, "/substitute/")
    says(officer, "박지훈")
    officer.look_on_both("acts-substitute", 1)


def test_an_officer_drafts_an_activity_and_asks_for_support(officer):
    page = officer.page
    officer.go("/busan/network/activities/new/")
    typed = {"title_ko": "찾아가는 돌봄 상담", "text_ko": "주민센터에서 돌봄 상담을 진행하였습니다.", "cost": "천 원"}
    fill(page, **typed, from_on=f"{day(-3)}", until_on=f"{day(-3)}")
    send(page)
    stands(officer, **typed)
    officer.look_on_both("acts-activity-refused", 0)
    officer.turn_to(DESKTOP)
    fill(page, cost="1,200,000")
    send(page)
    says(officer, typed["text_ko"])
    officer.go("/busan/network/support/new/")
    page.locator("[name=kind][value=staff]").check()
    fill(page, title="돌봄 상담 인력 파견", purpose="상담 대기를 줄입니다.", plan="상담사 2명이 8주 동안 상담합니다.",
         from_on=f"{day(30)}", until_on=f"{day(20)}")
    send(page)
    says(officer, "고쳐")
    stands(officer, title="돌봄 상담 인력 파견", purpose="상담 대기를 줄입니다.")
    officer.look("acts-support-refused")
    fill(page, until_on=f"{day(60)}")
    send(page)
    unfold(page, "/papers/")
    page.locator("[name=paper-file]").set_input_files(listed())
    act(page, "/papers/")
    says(officer, "주민등록번호", "상담사 2명이 8주 동안 상담합니다.")
    officer.look_on_both("acts-support-paper-refused", 1)
    officer.turn_to(DESKTOP)
    page.locator("[name=paper-file]").set_input_files(paper("추진계획.pdf", "추진계획", "상담사 2명이 8주 동안 상담합니다."))
    act(page, "/papers/")
    handed_in(officer)
    says(officer, "추진계획")
    officer.look("acts-support")


def test_an_officer_proposes_a_change_at_an_indicators_card(officer):
    page = officer.page
    officer.go("/busan/network/proposals/indicators/")
    follow(page, "main a[href*='/network/proposals/cards/'] >> nth=-1")
    officer.look_on_both("acts-card", 0)
    officer.turn_to(DESKTOP)
    follow(page, "a[href$='/propose/']")
    page.locator("[name=change]").first.check()
    fill(page, wanted="근거 자료의 범위를 정한다.")
    send(page)
    stands(officer, wanted="근거 자료의 범위를 정한다.")
    fill(page, reason="기관마다 다른 자료를 냅니다.")
    page.locator("[name=file]").set_input_files(listed())
    send(page)
    says(officer, "주민등록번호")
    stands(officer, wanted="근거 자료의 범위를 정한다.", reason="기관마다 다른 자료를 냅니다.")
    officer.look("acts-proposal-refused")
    page.locator("[name=file]").set_input_files(paper("제출 자료 비교.pdf", "제출 자료 비교"))
    send(page)
    says(officer, "제출 자료 비교")
    officer.look("acts-proposal")
    handed_in(officer)
    says(officer, "근거 자료의 범위를 정한다.")


def test_a_case_that_is_nominated_twice_is_refused(officer):
    page = officer.page
    officer.go("/busan/network/cases/calls/")
    follow(page, "main tr:has(.soon) a")
    call = page.url
    for title in ("찾아가는 돌봄 상담", "찾아가는  돌봄상담"):
        page.goto(call)
        fill(page, title=title)
        send(page)
    says(officer, "이미")
    stands(officer, title=title)
    officer.look_on_both("acts-nominated-twice", 1)
