"""The recorder's service worker: how fast it opens without a network, that it is exchanged under a full queue and sends by itself, and
somebody who left the team meanwhile. No ORM here."""
from statistics import median

from playwright.sync_api import expect

from tests.journeys import recording
from tests.journeys.recording import (
    LEAD,
    SECOND,
    TABLET,
    address_of,
    corner,
    findings_of,
    judge,
    operations_of,
    ready,
    sent,
    take_along,
    to,
)

BUSANS_NEW_COLOUR = "#14694f"           # with it the page on the device is another, and so is the worker that keeps it
VERSION_KEPT = "async () => (await caches.keys()).filter(one => one.startsWith('poom-recorder-busan-'))"
IS_ACTIVE = """async () => { const here = await navigator.serviceWorker.getRegistration()
    return Boolean(here && here.active && here.active.state === 'activated' && !here.installing && !here.waiting) }"""


def until(page, question):
    """Asked in the page again and again for half a minute."""
    for _time in range(60):
        if page.evaluate(question):
            return
        page.wait_for_timeout(500)
    raise AssertionError(f"never so: {question}")


def paint(colour):
    recording.asked(f"UPDATE accounts_agency SET primary_colour = '{colour}', public_generation = public_generation + 1"
                    " WHERE slug = 'busan'")


def wait_for_the_worker(page):
    until(page, IS_ACTIVE)


def test_without_a_network_the_first_screen_stands_within_a_second(browse):
    person = browse(TABLET)
    page = person.page
    visit = take_along(person, LEAD)
    wait_for_the_worker(page)
    page.context.set_offline(True)
    took = []
    for _time in range(5):
        page.goto("about:blank")
        person.go(f"/busan/visits/recorder/?lang=ko#{visit}")
        expect(page.locator(".tiles a")).to_have_count(19)
        ready(page)
        took.append(page.evaluate("performance.now()"))
    assert median(took) <= 1000, took


def test_a_newer_worker_takes_over_while_records_wait_and_loses_none(browse):
    person = browse(TABLET)
    page = person.page
    visit = take_along(person, SECOND)
    wait_for_the_worker(page)
    before = page.evaluate(VERSION_KEPT)
    page.route("**/sync/", lambda route: route.abort())
    judge(page, visit, "1.2.1", "새 판이 오기 전의 기록")

    paint(BUSANS_NEW_COLOUR)
    try:
        # asked for each time: the site knows a changed agency after some seconds
        until(page, "async () => { await (await navigator.serviceWorker.getRegistration()).update();"
                    f" return ! (await caches.keys()).includes('{before[0]}'); }}")
    finally:
        paint("")
    assert len(before) == 1 and page.evaluate(VERSION_KEPT) != before
    page.context.set_offline(True)
    page.reload()
    ready(page)
    to(page, visit, "1.2.1")
    expect(page.locator("#text")).to_have_value("새 판이 오기 전의 기록")
    expect(corner(page)).to_contain_text("전송 전")
    page.unroute("**/sync/")
    page.context.set_offline(False)
    sent(page)
    assert "1.2.1=새 판이 오기 전의 기록/1" in "\n".join(findings_of(visit, SECOND))


def test_what_waits_is_sent_by_the_browser_itself_when_no_page_of_ours_is_open(browse):
    person = browse(TABLET)
    page = person.page
    visit = take_along(person, SECOND)
    wait_for_the_worker(page)
    page.context.set_offline(True)
    judge(page, visit, "1.3.1", "화면을 닫은 뒤 전송됨")
    background = page.context.new_cdp_session(page)
    known = []
    background.on("ServiceWorker.workerRegistrationUpdated", lambda told: known.extend(told["registrations"]))
    background.send("ServiceWorker.enable")
    page.goto("about:blank")
    page.context.set_offline(False)
    ours = next(one for one in known if one["scopeURL"].endswith("/busan/visits/recorder/"))
    background.send("ServiceWorker.dispatchSyncEvent", {
        "origin": person.site.url, "registrationId": ours["registrationId"], "tag": "send", "lastChance": False})
    for _time in range(60):
        if "1.3.1=" in "\n".join(findings_of(visit, SECOND)):
            break
        page.wait_for_timeout(500)
    assert page.url == "about:blank"
    assert "1.3.1=화면을 닫은 뒤 전송됨" in "\n".join(findings_of(visit, SECOND))


def test_who_left_the_team_meanwhile_is_told_that_the_records_are_kept_aside(browse):
    person = browse(TABLET)
    page = person.page
    visit = take_along(person, SECOND)
    page.context.set_offline(True)
    judge(page, visit, "1.1.2", "교체된 뒤 도착하는 기록")
    gone = f"""visits_visitmember SET ended_at = {{}} WHERE visit_id = (SELECT id FROM visits_visit WHERE public_id = '{visit}')
        AND user_id = (SELECT id FROM accounts_user WHERE email = '{address_of(SECOND)}')"""
    recording.asked(f"UPDATE {gone.format('now()')}")
    try:
        before = findings_of(visit, SECOND)
        page.context.set_offline(False)
        expect(corner(page)).to_contain_text("기관이 따로 보관 1건", timeout=30_000)
        to(page, visit)
        expect(page.locator("[data-notices]")).to_contain_text("기관이 반영하지 않고 보관한 기록 1건")
        person.look("recorder-left-the-team")
        assert findings_of(visit, SECOND) == before
        assert "kept 1" in operations_of(visit)
    finally:
        recording.asked(f"UPDATE {gone.format('NULL')}")
