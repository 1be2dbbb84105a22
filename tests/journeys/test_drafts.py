"""A draft in the browser: saved as one writes, and nothing typed is lost, whatever happens to the line, the session or the browser."""
import re

import pytest
from playwright.sync_api import expect

from tests.journeys.acting import send
from tests.journeys.conftest import DESKTOP, PASSWORD, PHONE

SAVED = re.compile(r"^\s*\d\d:\d\d에 저장")


def draft_of(person, place):
    """The answer to one indicator of the draft of Haetsal."""
    person.go("/busan/portal/applications/")
    person.page.locator("main h3 a[href*='/portal/applications/']").first.click()
    person.page.wait_for_load_state()
    person.page.locator(".tasks a[href*='/portal/answers/']").nth(place).click()
    person.page.wait_for_load_state()
    return person.page.url


def text(person):
    return person.page.locator("[name=explanation]")


def write(person, words):
    """Typed, and arrived by itself."""
    here = person.page.url.split("?")[0]
    with person.page.expect_response(lambda answer: answer.url.split("?")[0] == here and answer.request.method == "POST"):
        text(person).fill(words)
    saved(person)


def saved(person):
    expect(person.page.locator("#saved")).to_contain_text("저장됨")
    expect(person.page.locator("#saved")).not_to_have_attribute("data-state", "busy")


@pytest.fixture
def owner(browse):
    person = browse(DESKTOP)
    person.sign_in("owner@haetsal.example")
    return person


def test_what_is_typed_is_there_after_a_second_without_any_button(owner):
    draft_of(owner, 6)
    write(owner, "매월 첫 월요일에 점검표로 확인합니다.")
    owner.look("draft-saved")
    owner.page.reload()
    expect(text(owner)).to_have_value("매월 첫 월요일에 점검표로 확인합니다.")


def test_an_empty_answer_is_saved_too_and_demands_nothing(owner):
    draft_of(owner, 7)
    owner.page.locator("button[value=save]").click()
    owner.page.wait_for_load_state()
    expect(owner.page.locator("[aria-invalid=true]")).to_have_count(0)


def test_leaving_the_page_in_the_same_second_costs_nothing(owner):
    address = draft_of(owner, 8)
    text(owner).fill("쓰자마자 다른 화면으로 갑니다.")
    owner.go("/busan/portal/applications/")
    owner.page.wait_for_timeout(500)
    owner.page.goto(address)
    expect(text(owner)).to_have_value("쓰자마자 다른 화면으로 갑니다.")


def test_a_cut_line_is_said_and_made_good(owner):
    draft_of(owner, 9)
    owner.page.context.set_offline(True)
    text(owner).fill("지하 상담실에서 쓴 글입니다.")
    expect(owner.page.locator("#saved")).to_contain_text("이 브라우저에 보관", timeout=10_000)
    owner.look("draft-offline")
    owner.page.context.set_offline(False)
    saved(owner)
    owner.page.reload()
    expect(text(owner)).to_have_value("지하 상담실에서 쓴 글입니다.")


def test_a_crash_of_the_browser_costs_a_second_at_most(owner):
    """The line is cut, the page is killed; the next page offers what never arrived, and the person decides."""
    address = draft_of(owner, 10)
    context = owner.page.context
    context.set_offline(True)
    text(owner).fill("전송되지 못하고 브라우저가 꺼졌습니다.")
    owner.page.close(run_before_unload=False)
    context.set_offline(False)
    owner.page = context.new_page()
    owner.page.goto(address)
    offer = owner.page.locator("#trouble")
    expect(offer).to_contain_text("전송되지 못하고 브라우저가 꺼졌습니다.")
    owner.look("draft-after-a-crash")
    offer.locator("[data-take]").click()
    saved(owner)
    owner.page.reload()
    expect(text(owner)).to_have_value("전송되지 못하고 브라우저가 꺼졌습니다.")
    expect(owner.page.locator("#trouble [data-take]")).to_have_count(0)


def test_what_is_typed_after_the_session_ended_is_offered_after_sign_in(owner):
    address = draft_of(owner, 11)
    owner.page.context.clear_cookies()
    text(owner).fill("로그인이 끊긴 뒤에 쓴 글입니다.")
    said = owner.page.locator("#trouble")
    expect(said).to_contain_text("로그아웃되었습니다", timeout=10_000)
    owner.look("draft-signed-out")
    said.locator("a").click()
    owner.page.locator("input[name=login]").fill("owner@haetsal.example")
    owner.page.locator("input[name=password]").fill(PASSWORD)
    send(owner.page)
    expect(text(owner)).to_be_visible()
    assert owner.page.url.split("?")[0] == address.split("?")[0]
    expect(owner.page.locator("#trouble")).to_contain_text("로그인이 끊긴 뒤에 쓴 글입니다.")
    owner.page.locator("[data-take]").click()
    saved(owner)


def test_somebody_else_at_this_browser_is_offered_nothing(owner):
    address = draft_of(owner, 12)
    owner.page.context.set_offline(True)
    text(owner).fill("대표자만 볼 글입니다.")
    owner.page.wait_for_timeout(300)
    owner.page.context.clear_cookies()
    owner.page.goto("about:blank")
    owner.page.context.set_offline(False)
    owner.sign_in("editor@haetsal.example")
    expect(owner.page.locator("input[name=login]")).to_have_count(0)
    owner.page.goto(address)
    expect(text(owner)).to_be_visible()
    expect(owner.page.locator("#trouble")).not_to_contain_text("대표자만 볼 글입니다.")


def test_two_people_in_one_answer_see_each_other_and_both_texts(browse, owner):
    address = draft_of(owner, 13)
    colleague = browse(PHONE)
    colleague.sign_in("editor@haetsal.example")
    colleague.page.goto(address)
    expect(colleague.page.locator("#company")).to_contain_text("님도 지금 이 답변을 보고 있습니다")
    colleague.look("draft-company")
    write(colleague, "동료가 먼저 저장한 글입니다.")
    text(owner).fill("대표자가 나중에 쓴 글입니다.")
    trouble = owner.page.locator("#trouble")
    expect(trouble).to_contain_text("동료가 먼저 저장한 글입니다.", timeout=10_000)
    expect(text(owner)).to_have_value("대표자가 나중에 쓴 글입니다.")
    owner.look("draft-conflict")
    owner.page.locator("button[value=save]").click()
    owner.page.wait_for_load_state()
    expect(text(owner)).to_have_value("대표자가 나중에 쓴 글입니다.")


def test_who_presses_save_at_once_still_reads_the_other_text_first(browse, owner):
    """The button is pressed before the saving by itself: what a colleague saved is shown, not overwritten."""
    address = draft_of(owner, 15)
    colleague = browse(PHONE)
    colleague.sign_in("editor@haetsal.example")
    colleague.page.goto(address)
    write(colleague, "동료가 저장해 둔 글입니다.")
    text(owner).fill("급히 저장을 누릅니다.")
    owner.page.locator("button[value=save]").click()
    expect(owner.page.locator("#trouble")).to_contain_text("동료가 저장해 둔 글입니다.")
    expect(text(owner)).to_have_value("급히 저장을 누릅니다.")
    colleague.page.reload()
    expect(text(colleague)).to_have_value("동료가 저장해 둔 글입니다.")


def test_save_pressed_while_a_saving_is_under_way_waits_for_what_it_says(browse, owner):
    """The saving by itself is on its way and meets a colleague's text: the button that was pressed meanwhile sends nothing over it."""
    address, held = draft_of(owner, 16), []
    colleague = browse(PHONE)
    colleague.sign_in("editor@haetsal.example")
    colleague.page.goto(address)
    write(colleague, "동료가 먼저 저장한 글입니다.")
    owner.page.route(address, lambda route: held.append(route) if route.request.method == "POST" else route.continue_())
    text(owner).fill("저장되는 중에 단추를 누릅니다.")
    while not held:
        owner.page.wait_for_timeout(100)
    owner.page.locator("button[value=save]").click(no_wait_after=True)
    owner.page.wait_for_timeout(300)
    assert len(held) == 1
    held[0].continue_()
    expect(owner.page.locator("#trouble")).to_contain_text("동료가 먼저 저장한 글입니다.")
    expect(text(owner)).to_have_value("저장되는 중에 단추를 누릅니다.")
    assert len(held) == 1
    colleague.page.reload()
    expect(text(colleague)).to_have_value("동료가 먼저 저장한 글입니다.")


def test_two_windows_of_one_person_lose_nothing(owner):
    address = draft_of(owner, 14)
    second = owner.page.context.new_page()
    second.goto(address)
    write(owner, "첫째 창에서 쓴 글입니다.")
    second.locator("[name=explanation]").fill("둘째 창에서 쓴 글입니다.")
    expect(second.locator("#trouble")).to_contain_text("첫째 창에서 쓴 글입니다.", timeout=10_000)
    second.close()


def test_the_task_list_pledge_and_preview(owner):
    owner.go("/busan/portal/applications/")
    owner.page.locator("main h3 a[href*='/portal/applications/']").first.click()
    owner.page.wait_for_load_state()
    owner.look("application")
    here = owner.page.url
    owner.page.locator("a[href*='/preview/']").click()
    owner.look("application-preview")
    owner.page.goto(here)
    owner.page.locator("a[href$='/pledge/']").first.click()
    owner.look("application-pledge")
