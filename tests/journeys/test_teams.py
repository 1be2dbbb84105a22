"""Teams for a round: an officer chooses on the board with the keys, has the rest proposed, looks at it and accepts it."""
from playwright.sync_api import expect

from tests.journeys.acting import enter, follow, press, until_there
from tests.journeys.conftest import PHONE


def test_an_officer_gives_a_round_its_teams(browse):
    officer = browse()
    officer.sign_in("officer@busan.example")
    page = officer.page
    officer.go("/busan/admin/cases/")
    follow(page, "main a[href$='/teams/']")
    officer.look("teams-board")
    board = page.url
    page.locator("#cases a.button", has_text="심사위원 선택").first.click()
    expect(page.locator("#assessors-title")).to_have_text("배정할 심사위원 선택")
    expect(page.locator("#assessors-title")).to_be_focused()
    officer.look("teams-chosen")
    enter(page, "form.give button")                             # by the keys alone
    expect(page.locator("main")).to_contain_text("배정하였습니다")
    page.goto(board)
    drag_onto_a_case(page)
    expect(page.locator("main")).to_contain_text("배정하였습니다")
    officer.look("teams-dragged")
    page.set_viewport_size(PHONE)
    officer.look("teams-dragged-phone")
    page.goto(board)
    officer.look("teams-board-phone")
    press(page, "form.asking button")
    until_there(page, "#accept")
    officer.look("teams-proposal-phone")
    page.set_viewport_size({"width": 1440, "height": 900})
    officer.look("teams-proposal")
    page.locator("#accept input[type=checkbox]").last.uncheck()
    press(page, "button[form=accept]")
    expect(page.locator("main")).to_contain_text("배정안을 확정하였습니다")
    officer.look("teams-accepted")
    page.set_viewport_size(PHONE)
    officer.look("teams-accepted-phone")


def drag_onto_a_case(page):
    """Whoever fits shows while one drags: the cases come anew, with their buttons."""
    page.locator(".person-row[draggable]").first.hover()
    page.mouse.down()
    page.locator("#cases-title").hover()
    row = page.locator(".case-row:has(form.give)").first
    row.wait_for()
    row.hover()
    row.hover()
    with page.expect_navigation():
        page.mouse.up()
