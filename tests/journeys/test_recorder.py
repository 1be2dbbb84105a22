"""On site without a network: an assessor takes a visit along, records it in a basement, and nothing is lost. No ORM here."""
import pytest
from playwright.sync_api import expect, sync_playwright

from tests.journeys.recording import (
    ALONE,
    LANDSCAPE,
    LEAD,
    OFFICER,
    PHONE,
    PHOTOS,
    ROWS_HERE,
    SECOND,
    TABLET,
    Tablet,
    address_of,
    arrived,
    asked,
    corner,
    findings_of,
    for_thumbs,
    judge,
    open_recorder,
    operations_of,
    picture,
    ready,
    sent,
    take_along,
    to,
)


@pytest.fixture
def tablet(site, tmp_path):
    with sync_playwright() as playwright:
        tablet = Tablet(playwright, site, tmp_path / "disk")
        yield tablet
        tablet.kill()


def test_a_visit_recorded_in_a_basement_with_the_battery_dying_in_the_middle_arrives_whole(tablet):
    person = tablet.start()
    page = person.page
    visit = take_along(person, ALONE)
    expect(page.locator("[data-here]")).to_contain_text("인터넷 없이도", timeout=30_000)
    person.look("recorder-visit")
    codes = page.locator(".tiles [data-put=code]").all_inner_texts()
    arrived(page, visit, "begin", 1)
    tablet.context.set_offline(True)
    record_first_part(person, visit, codes)
    tablet.kill()

    person = tablet.start(offline=True)
    page = person.page
    person.go(f"/busan/visits/recorder/?lang=ko#{visit}")
    ready(page)
    assert page.evaluate("performance.now()") < 5000
    expect(page.locator("h1")).to_have_text("19개 중 6개를 판단하였습니다")
    expect(corner(page)).to_contain_text("전송 전")
    record_second_part(person, visit, codes)
    tablet.context.clear_cookies()                      # the session ended meanwhile
    tablet.context.set_offline(False)
    page.locator("[data-sign-in]").wait_for(timeout=30_000)
    expect(corner(page)).to_contain_text("로그인 필요")
    person.look("recorder-signed-out")
    person.sign_in(address_of(ALONE))
    person.go(f"/busan/visits/recorder/?lang=ko#{visit}")
    ready(page)
    sent(page)
    assert findings_of(visit, ALONE) == [f"{code}={'먼저' if place < 6 else '나중'} {code}/1" for place, code in enumerate(codes)]
    assert (operations_of(visit), operations_of(visit, "photo"), operations_of(visit, "entry")) == (
        ["applied 19"], [f"applied {PHOTOS}"], ["applied 1"])
    sign(person, visit)
    what_the_house_took_up_stands_here(tablet, visit, codes[5])


def what_the_house_took_up_stands_here(tablet, visit, code):
    """What was sent leaves the queue, and without a network the screens still know it: also that something was taken back."""
    page = tablet.context.pages[0]
    to(page, visit, code)
    page.locator(".entries [data-remove]").click()
    arrived(page, visit, "entry", 2)
    tablet.context.set_offline(True)
    to(page, visit, "closing")
    expect(page.locator("[name=statement]")).to_have_value("19개 지표를 확인하였습니다.")
    to(page, visit, code)
    expect(page.locator("#main > p b").first).to_have_text(code)
    expect(page.locator("[value=compliant]")).to_be_enabled()
    expect(page.locator(".entries li")).to_have_count(0)


def record_first_part(person, visit, codes):
    page = person.page
    judge(page, visit, codes[0], "가격표가 없음", "noncompliant")
    for number, code in enumerate(codes[:6]):
        judge(page, visit, code, f"먼저 {code}")
        photograph(page, number)
    page.locator("#source").fill("사회복지사")
    page.locator("#said").fill("상담 기록을 매주 남긴다고 함")
    page.locator("#entry button").click()
    expect(page.locator(".entries li")).to_have_count(1)
    person.look("recorder-item")
    for_thumbs(page)


def record_second_part(person, visit, codes):
    page = person.page
    for code in codes[6:]:
        judge(page, visit, code, f"나중 {code}")
    for number in range(6, PHOTOS):
        to(page, visit, codes[number])
        expect(page.locator("#main > p b").first).to_have_text(codes[number])
        photograph(page, number)
    to(page, visit)
    person.look("recorder-unsent")
    for_thumbs(page)


def photograph(page, number):
    page.locator("[data-camera]").last.set_input_files([picture(number)])
    expect(page.locator(".shots li")).to_have_count(1)


def sign(person, visit):
    page = person.page
    to(page, visit, "closing")
    for name, words in {"statement": "19개 지표를 확인하였습니다.", "acknowledged_by": "김시설", "acknowledged_function": "센터장"}.items():
        page.locator(f"[name={name}]").fill(words)
    page.locator("#foot button").click()
    expect(page.locator("[data-notices]")).to_contain_text("아직 서명이 없습니다")
    canvas = page.locator(".sign")
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    page.mouse.move(box["x"] + 40, box["y"] + 60)
    page.mouse.down()
    for step in range(1, 12):
        page.mouse.move(box["x"] + 40 + 25 * step, box["y"] + 60 + (40 if step % 2 else 0))
    page.mouse.up()
    page.locator("#foot button").click()
    expect(page.locator("[data-notices]")).to_contain_text("마무리 의견과 확인자를 저장하였습니다")
    person.look("recorder-closing")
    sent(page)
    assert asked(f"SELECT acknowledged_by || ' ' || (signature->'strokes' IS NOT NULL) FROM visits_visit WHERE public_id = '{visit}'") == (
        "김시설 true")


def test_answers_that_are_lost_or_come_twice_change_nothing(browse):
    """502 after the house has committed, a request sent twice, and what was written meanwhile."""
    person = browse(TABLET, service_workers="block")
    page = person.page
    visit = take_along(person, LEAD)
    tries = []

    def lossy(route):
        tries.append(route.request.url)
        answer = route.fetch()
        if len(tries) == 1:
            return route.fulfill(status=502, body="")
        if len(tries) == 2:
            answer = route.fetch()
        return route.fulfill(response=answer)
    page.route("**/sync/", lossy)
    judge(page, visit, "2.1.1", "하나")
    page.wait_for_timeout(500)
    judge(page, visit, "2.1.1", "둘")
    judge(page, visit, "2.1.2", "셋")
    page.evaluate("dispatchEvent(new Event('online'))")
    sent(page)
    assert len(tries) >= 2
    rows = {row.split("=")[0]: row.split("=")[1].split("/")[0] for row in findings_of(visit, LEAD)}
    assert (rows["2.1.1"], rows["2.1.2"]) == ("둘", "셋")
    assert not [row for row in operations_of(visit) if row.startswith("conflict")]


def test_what_is_recorded_while_a_sending_runs_is_sent_right_after_it(browse):
    person = browse(TABLET, service_workers="block")
    page, held = person.page, []
    page.add_init_script("window.setInterval = () => 0")                # what looks every half minute would hide it
    visit = take_along(person, LEAD)
    page.route("**/sync/", lambda route: route.continue_() if held else held.append(route))
    judge(page, visit, "2.2.1", "보내는 것")
    while not held:
        page.wait_for_timeout(100)
    judge(page, visit, "2.2.2", "그사이 적은 것")
    page.wait_for_timeout(2500)
    held[0].continue_()
    sent(page)
    assert "2.2.2=그사이 적은 것/1" in findings_of(visit, LEAD)


def test_two_devices_with_one_login_show_both_versions_and_one_is_chosen(browse):
    tablet, phone = browse(TABLET), browse(PHONE)
    visit = take_along(tablet, SECOND)
    take_along(phone, SECOND)
    for person in (tablet, phone):
        person.page.context.set_offline(True)
    judge(tablet.page, visit, "3.1.1", "태블릿에서 봄")
    judge(phone.page, visit, "3.1.1", "휴대전화에서 봄", "noncompliant")
    phone.look("recorder-item")
    tablet.page.context.set_offline(False)
    sent(tablet.page)
    phone.page.context.set_offline(False)
    expect(corner(phone.page)).to_contain_text("선택할 것 1건", timeout=30_000)
    to(phone.page, visit)
    phone.page.locator(".tiles a[href*='decide']").click()
    expect(phone.page.locator("#main")).to_contain_text("태블릿에서 봄")
    phone.look("recorder-decide")
    phone.page.locator("[data-do=both]").click()
    expect(phone.page.locator("#text")).to_have_value("태블릿에서 봄\n\n휴대전화에서 봄")
    sent(phone.page)
    assert "3.1.1=태블릿에서 봄\n\n휴대전화에서 봄/2" in "\n".join(findings_of(visit, SECOND))
    assert "conflict 1" in operations_of(visit)


def test_another_person_on_the_tablet_sees_and_sends_nothing_and_the_first_goes_on_later(browse):
    person = browse(LANDSCAPE)
    page = person.page
    visit = take_along(person, SECOND)
    page.context.set_offline(True)
    judge(page, visit, "4.1.1", "첫 사람의 기록")
    person.look("recorder-item")
    page.context.set_offline(False)
    page.goto("about:blank")
    page.context.clear_cookies()
    page.route("**/sync/", lambda route: route.abort())
    person.sign_in(address_of(LEAD))
    person.go("/busan/visits/recorder/?lang=ko")
    ready(page)
    expect(page.locator("#main")).to_contain_text("먼저 사용한 사람의 기록", timeout=20_000)
    assert page.locator(".visits li").count() == 0
    page.unroute("**/sync/")
    page.reload()
    ready(page)
    page.wait_for_timeout(1000)
    assert not [row for row in findings_of(visit, SECOND) if row.startswith("4.1.1=첫 사람")]
    page.context.clear_cookies()
    person.sign_in(address_of(SECOND))
    person.go(f"/busan/visits/recorder/?lang=ko#{visit}")
    ready(page)
    sent(page)
    assert "4.1.1=첫 사람의 기록/1" in findings_of(visit, SECOND)
    assert not [row for row in findings_of(visit, LEAD) if "첫 사람" in row]


def test_whoever_signs_out_with_something_unsent_saves_a_file_that_the_desk_takes_in(browse, tmp_path):
    person = browse(TABLET, service_workers="block")           # else the browser sends it by itself as soon as it can
    page = person.page
    visit = take_along(person, SECOND)
    page.context.set_offline(True)
    judge(page, visit, "4.2.1", "복구 파일에 담긴 기록")
    page.goto("about:blank")
    page.context.set_offline(False)
    page.route("**/sync/", lambda route: route.abort())        # a network that carries no record yet
    person.go("/busan/accounts/sessions/?lang=ko")
    page.locator("details.menu summary").click()
    page.locator("details.menu form[action*='logout'] button").click()
    page.wait_for_url("**#leaving")
    ready(page)
    person.look("recorder-leaving")
    with page.expect_download() as waiting:
        page.locator("[data-do=rescue]").click()
    file = tmp_path / "saved.poom-rescue"
    waiting.value.save_as(file)
    assert "복구 파일에 담긴" not in file.read_text()
    officer = browse()
    officer.sign_in(OFFICER)
    officer.go("/busan/admin/visits/rescue/?lang=ko")
    officer.page.locator("[name=file]").set_input_files(file)
    officer.page.locator("main form button.primary").click()
    expect(officer.page.locator("main")).to_contain_text("파일을 반영하였습니다")
    officer.look("recorder-rescue")
    assert "4.2.1=복구 파일에 담긴 기록/1" in findings_of(visit, SECOND)
    page.unroute("**/sync/")
    page.locator("[data-do=send]").click()
    page.locator("[data-do=signOut]").click()
    page.wait_for_url("**/login/**")
    assert page.evaluate(ROWS_HERE, ["keys"]) == 0              # what stays of it opens for nobody else


def test_what_was_sent_stays_when_the_browser_clears_its_storage(browse):
    person = browse(TABLET)
    page = person.page
    visit = take_along(person, LEAD)
    judge(page, visit, "2.2.2", "보낸 뒤 지워짐")
    sent(page)
    before = operations_of(visit)
    clearing = {"origin": person.site.url, "storageTypes": "indexeddb,cache_storage"}
    page.context.new_cdp_session(page).send("Storage.clearDataForOrigin", clearing)
    person.go("/busan/visits/recorder/?lang=ko")
    ready(page)
    expect(page.locator("#main")).to_contain_text("이 기기에 담긴 방문이 없습니다")
    person.look("recorder-list")
    open_recorder(person, visit)
    to(page, visit, "2.2.2")
    expect(page.locator("#text")).to_have_value("보낸 뒤 지워짐")
    assert operations_of(visit) == before


def test_when_the_device_is_full_what_was_written_stays_on_the_screen_and_it_says_what_to_do(browse):
    person = browse(TABLET)
    page = person.page
    visit = take_along(person, LEAD)
    to(page, visit, "3.2.1")
    page.evaluate("""() => { window.put = IDBObjectStore.prototype.put
        IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') } }""")
    page.locator("#text").fill("자리가 없어도 남는 글")
    page.locator("#text").blur()
    expect(page.locator("[data-notices]")).to_contain_text("이 기기에 남은 공간이 없습니다")
    expect(corner(page)).to_contain_text("이 기기에 저장하지 못함")
    expect(page.locator("#text")).to_have_value("자리가 없어도 남는 글")
    person.look("recorder-full")
    page.evaluate("() => { IDBObjectStore.prototype.put = window.put }")
    page.locator("#text").fill("자리가 없어도 남는 글.")
    page.locator("#text").blur()
    sent(page)
    assert [row for row in findings_of(visit, LEAD) if row.startswith("3.2.1=자리가 없어도 남는 글.")]


def test_in_english_the_recorder_speaks_english_and_its_clock_is_compared(browse):
    person = browse(PHONE)
    page = person.page
    visit = take_along(person, LEAD)
    page.clock.set_system_time("2026-11-20T10:00:00")
    person.go(f"/busan/visits/recorder/?lang=en#{visit}")
    page.reload()
    ready(page)
    expect(page.locator("[data-here]")).to_contain_text("The clock of this device is")
    person.look("recorder-english")


def test_a_visit_that_is_over_leaves_the_device_and_what_comes_later_is_kept_aside_and_said(browse):
    late, lead, officer = browse(TABLET), browse(TABLET), browse()
    visit = take_along(late, SECOND)
    late.page.context.set_offline(True)
    judge(late.page, visit, "1.1.1", "한 달 뒤에 도착하는 기록")
    take_along(lead, LEAD)
    lead.go(f"/busan/visits/{visit}/end-early/?lang=ko")
    lead.page.locator("main textarea").fill("정전으로 더 이상 진행할 수 없었습니다.")
    lead.page.locator("footer button.danger").click()
    lead.page.wait_for_load_state()
    lead.go(f"/busan/visits/recorder/?lang=ko#{visit}")
    ready(lead.page)
    expect(lead.page.locator("#main")).to_contain_text("이 기기에서는 지웠습니다")
    assert lead.page.evaluate(ROWS_HERE, ["visits", "queue", "photos", "keys"]) == 0

    late.page.context.set_offline(False)
    expect(late.page.locator("#corner")).to_contain_text("모두 전송됨", timeout=30_000)
    to(late.page, visit)
    expect(late.page.locator("[data-notices]")).to_contain_text("기관이 반영하지 않고 보관한 기록 1건")
    late.look("recorder-kept")
    late.page.locator("[data-do=remove]").click()
    expect(late.page.locator("#main")).to_contain_text("이 기기에서는 지웠습니다")
    assert late.page.evaluate(ROWS_HERE, ["visits", "queue", "photos", "keys"]) == 0
    officer.sign_in(OFFICER)
    officer.go(f"/busan/admin/visits/{visit}/kept/?lang=ko")
    expect(officer.page.locator("main")).to_contain_text("한 달 뒤에 도착하는 기록")
    officer.look("recorder-desk-kept")
