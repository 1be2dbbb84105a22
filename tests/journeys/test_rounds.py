"""A round set up by keyboard from last year's, announced, found on a telephone, and its briefing registered for."""
import re
from contextlib import suppress
from datetime import timedelta

from core import clock
from tests.journeys.acting import act, fill, press, send, wait_for_mail
from tests.journeys.conftest import PHONE

OFFICER, MANAGER, GUEST = "officer@daegu.example", "manager@daegu.example", "guest-of-the-journey@guest.example"


def tab_to(page, selector, at_most=160):
    """Where the keyboard's focus comes to, as somebody who has no mouse."""
    for _ in range(at_most):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"the keyboard does not reach {selector}")


def by_keyboard(page, selector):
    tab_to(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def local(moment):
    return clock.seoul(moment).strftime("%Y-%m-%dT%H:%M")


def test_this_years_round_as_staff_and_citizens_find_it(browse):
    officer, citizen = browse(), browse(PHONE)
    officer.sign_in("officer@busan.example")
    officer.go("/busan/admin/rounds/")
    open_link(officer.page, "main tbody a", "2026년")
    officer.look("rounds-2026")
    open_link(officer.page, "main tbody a", "사업설명회")
    officer.look("rounds-briefing")
    open_link(officer.page, "a[href$='/sheet/']")
    officer.look("rounds-briefing-sheet")
    for visitor in (citizen, browse()):
        visitor.go("/busan/rounds/")
        open_link(visitor.page, "main a", "2026년")
        visitor.look("rounds-2026-public")


def clone_by_keyboard(officer):
    """Next year's round from this year's, its dates corrected where they are out of order; no mouse. Returns the draft's address."""
    page = officer.page
    officer.sign_in(OFFICER, "daegu")
    officer.go("/daegu/admin/rounds/")
    by_keyboard(page, "main tbody a")                       # the newest: 2026
    by_keyboard(page, "form[action$='/clone/'] button")
    assert "2027년" in page.locator("[name=name_ko]").input_value()
    officer.look("rounds-clone")
    tab_to(page, "[name=name_en]")
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("Daegu quality certification 2027")
    right = page.locator("[name=document_review_until]").input_value()
    page.locator("[name=document_review_until]").fill("2026-01-01")
    by_keyboard(page, "main form.form button.primary")
    officer.look("rounds-clone-refused")
    assert page.locator("[name=name_en]").input_value() == "Daegu quality certification 2027"
    page.locator("[name=document_review_until]").fill(right)
    by_keyboard(page, "main form.form button.primary")
    officer.look("rounds-draft")
    return re.search(r"/daegu/admin/rounds/[0-9a-f-]+/", page.url).group()


def add_briefing(officer, draft):
    """A year on, a week before applications end."""
    officer.go(draft)
    by_keyboard(officer.page, "a[href$='/briefings/']")
    starts = clock.now() + timedelta(days=365)
    fill(officer.page, name_ko="품질인증 사업설명회", name_en="Briefing", starts_at=local(starts),
         ends_at=local(starts + timedelta(hours=2)), register_until=local(starts - timedelta(days=1)), seats="1",
         place_ko="대구광역시청 대회의실", place_en="Daegu City Hall")
    officer.look("rounds-briefing-form")
    send(officer.page)


def test_from_last_years_round_to_a_seat_at_the_briefing(browse):
    officer, manager, citizen = browse(), browse(), browse(PHONE)
    draft = clone_by_keyboard(officer)
    add_briefing(officer, draft)
    officer.go(f"{draft}documents/")
    officer.look("rounds-documents")
    manager.sign_in(MANAGER, "daegu")
    manager.go(f"{draft}press/")
    manager.look("rounds-press-at-the-desk")
    manager.go(draft)
    act(manager.page, "/announce/")
    manager.look("rounds-announced")
    public = draft.replace("/admin/", "/")
    citizen.go(f"{public}press/")
    citizen.look("rounds-press")
    pdf = citizen.page.pdf(format="A4", margin=dict.fromkeys(("top", "right", "bottom", "left"), "15mm"))
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    citizen.go(public)
    citizen.look("rounds-citizen")
    register(citizen)


def letter_with(citizen, words):
    """The worker may first have the whole demonstration's papers to make."""
    for _ in range(4):
        with suppress(AssertionError):
            return wait_for_mail(citizen, GUEST, words)
    raise AssertionError(f"no letter with {words!r}")


def register(citizen):
    """On a telephone, without an account: a seat, found again by the link in the message and given back."""
    page = citizen.page
    by_keyboard(page, "a.button[href*='/rounds/briefings/']")
    send(page)
    citizen.look("rounds-register-refused")
    fill(page, name="김하늘", organisation="팔공아동발달센터", phone="053-000-0000", email=GUEST)
    page.locator("[name=consents]").check()
    send(page)
    citizen.look("rounds-received")
    letter = letter_with(citizen, "참석이 확정되었습니다")
    page.goto(re.search(r"http://\S+/rounds/places/\S+/", letter).group())
    citizen.look("rounds-place")
    press(page, "main form button")
    citizen.look("rounds-place-cancelled")
    letter_with(citizen, "취소되었습니다")


def open_link(page, selector, words=""):
    with page.expect_navigation():
        page.locator(selector, has_text=words).first.click()
