"""A review without a mouse: declared, each of the four judgements, saved by itself, handed in; on a small laptop and a tablet."""
import re

from playwright.sync_api import expect

from tests import cluster
from tests.journeys.acting import enter, sign_in_by_keys, tab_to, toggle
from tests.journeys.conftest import DESKTOP, PHONE

SMALL, TABLET = {"width": 1280, "height": 800}, {"width": 820, "height": 1180}
AT_WORK = """FROM evaluations_assignment s JOIN accounts_user u ON u.id = s.user_id
    JOIN evaluations_application a ON a.id = s.application_id
    WHERE s.ended_at IS NULL AND a.stage = 'document_review' AND u.email LIKE '%@busan.example'"""
DECLARES = f"""SELECT u.email {AT_WORK} AND EXISTS (SELECT FROM panels_declaration d
    WHERE d.user_id = u.id AND d.matter = a.public_id AND d.answered_at IS NULL) LIMIT 1"""     # whose case is assigned and not declared
LEADS = f"""SELECT u.email {AT_WORK} AND s.is_lead AND EXISTS (SELECT FROM evaluations_consolidatedjudgement c
    WHERE c.application_id = a.id AND c.verdict = '') LIMIT 1"""     # the case on which two differed
REASONS = {2: "제공인력 교육 기록이 빠져 있습니다.", 3: "면담 기록은 현장에서 확인하겠습니다.", 4: "규정에 고충 처리 절차가 없습니다."}


def somebody(sql):
    """Their address in the demonstration, whoever it gave the case to."""
    return cluster.postgres.run_sql(sql, database="journey").strip()


def at_both(person, name):
    """A laptop of thirteen inches, then a tablet held upright."""
    person.look(f"keys-{name}")
    person.page.set_viewport_size(TABLET)
    person.look(f"keys-{name}-tablet")
    person.page.set_viewport_size(SMALL)


def judge(page, number, words=""):
    """By the keys that the workspace offers; it is saved without a button."""
    for _ in range(50):                                         # until the page listens
        page.keyboard.press(str(number))
        if page.locator("#judge [name=verdict]:checked").count():
            break
        page.wait_for_timeout(100)
    if words:
        tab_to(page, "#judge [name=reason_code]")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        page.keyboard.insert_text(words)
        page.keyboard.press("Escape")
    expect(page.locator("#saved")).to_contain_text(re.compile(r"\d\d:\d\d"))
    expect(page.locator("#needed")).to_have_text("")


def on(page, key):
    with page.expect_navigation():
        page.keyboard.press(key)
    page.wait_for_load_state()


def test_a_whole_review_is_done_by_keys(browse):
    person = browse(SMALL)
    page = person.page
    sign_in_by_keys(person, somebody(DECLARES))
    person.go("/busan/assess/")
    enter(page, "main a[href*='/assess/declarations/']")
    at_both(person, "declaration")
    toggle(page, "main [name=answer][value=none]")
    enter(page, "main form button.primary")
    at_both(person, "before")
    enter(page, "form[action$='/begin/'] button")
    for place, number in enumerate((4, 3, 2, 1)):
        judge(page, number, REASONS.get(number, ""))
        assert page.evaluate("document.documentElement.scrollHeight") <= SMALL["height"]          # only the columns scroll
        if place in (0, 3):
            at_both(person, f"judged-{number}")
        on(page, "j")
    while "/judgements/" in page.url:
        judge(page, 1)
        on(page, "j")
    at_both(person, "hand-in")
    enter(page, "main form button.primary")
    expect(page.locator("main")).to_contain_text("제출")
    at_both(person, "handed-in")


def test_what_was_judged_differently_is_settled(browse):
    lead = browse(DESKTOP)
    lead.sign_in(somebody(LEADS))
    lead.go("/busan/assess/")
    lead.page.locator("main li:has-text('결과를 정할 차례') a[href$='/result/']").first.click()
    lead.look("settle-result")
    lead.page.locator("main a[href*='/assess/results/']").first.click()
    lead.look("settle-one")
    expect(lead.page.locator("main kbd")).to_have_count(0)                      # no keys here, and none promised
    lead.page.set_viewport_size(PHONE)
    lead.look("settle-one-phone")
