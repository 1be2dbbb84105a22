"""A committee meets: papers as one document, a secret ballot with papers, an open vote, the note, and minutes that open."""
from datetime import timedelta

from playwright.sync_api import expect

from core import clock
from tests.journeys.acting import act, download, fill, follow, press, send, signature_of, text_of, until_there
from tests.journeys.conftest import DESKTOP, PHONE

COMING, HELD = "2026년 제3차 품질인증위원회", "2026년 제2차 품질인증위원회"
SENT_BACK = "2026년 제2차 품질인증 심사 결과"
MEMBERS = ("chair@busan.example", "member2@busan.example", "member6@busan.example")


def to_meeting(person, title, start="/busan/committee/"):
    person.go(start)
    follow(person.page, f"main a:has-text('{title}')")


def fetch_papers(chair, small, folder):
    """The chair reads the case on one page, on the telephone too, and takes the papers along."""
    to_meeting(chair, COMING)
    until_there(chair.page, "a[href$='/pack.pdf']")
    chair.look("committee-meeting")
    papers = download(chair.page, "a[href$='/pack.pdf']", folder / "pack.pdf")
    assert "신영옥 열람본" in text_of(papers)
    follow(chair.page, "main a[href*='/committee/items/']")
    chair.look("committee-item")
    small.sign_in(MEMBERS[0])
    small.page.goto(chair.page.url)
    small.look("committee-item")
    chair.page.goto(f"{chair.page.url.partition('?')[0]}?lang=en")
    chair.look("committee-item-en")


def add_a_case(officer):
    """A second case comes on the agenda, whoever comes is noted."""
    to_meeting(officer, COMING, "/busan/admin/meetings/")
    officer.look("committee-desk-planned")
    officer.page.locator("input[name=case]").first.check()
    act(officer.page, "/agenda/")
    act(officer.page, "/open/")
    for _five in range(5):
        press(officer.page, "button[name=present][value='1']")
    officer.look("committee-desk-open")
    return officer.page.url


def declare(person, email):
    person.sign_in(email)
    to_meeting(person, COMING)
    follow(person.page, "main a[href*='/assess/declarations/']")
    person.page.locator("[name=answer][value=none]").check()
    send(person.page)


def vote(person, choice, name):
    to_meeting(person, COMING)
    follow(person.page, "main .agenda li:has-text('투표하실 차례') a[href*='/committee/items/']")
    person.page.locator(f"#vote [name=choice][value={choice}]").check()
    person.look(f"committee-{name}")
    act(person.page, "/vote/")


def type_in(officer, meeting, fill):
    officer.page.goto(meeting)
    follow(officer.page, "main a[href$='/papers/']")
    fill(officer.page)
    officer.look("committee-papers")
    send(officer.page)
    press(officer.page, "form[action*='/ballots/'][action$='/close/'] button")


def secret_papers(page):
    boxes = page.locator("main form [type=checkbox]").all()
    for box in boxes:
        box.check()
    page.locator("[name=count_award]").fill(str(len(boxes)))


def test_a_meeting_with_a_secret_ballot_papers_and_minutes(browse, tmp_path):
    chair, officer = browse(DESKTOP), browse(DESKTOP)
    chair.sign_in(MEMBERS[0])
    fetch_papers(chair, browse(PHONE), tmp_path)
    officer.sign_in("officer@busan.example")
    meeting = add_a_case(officer)
    for email in MEMBERS:
        declare(browse(DESKTOP), email)
    press(officer.page, ".agenda > li:nth-child(1) button[name=secret]")
    vote(chair, "refuse", "secret")
    type_in(officer, meeting, secret_papers)
    follow(officer.page, ".agenda > li:nth-child(2) a[href$='#discussion']")
    officer.page.locator("[name=discussion]").fill("이용자 안전 대책을 두고 논의함.")
    officer.look("committee-item-desk")
    press(officer.page, "form[action$='/discussion/'] button.primary")
    officer.page.goto(meeting)
    press(officer.page, ".agenda > li:nth-child(2) form[action$='/ballot/'] button.primary")
    vote(chair, "defer", "open")
    type_in(officer, meeting, two_open_papers)
    officer.look("committee-desk-decided")
    officer.page.locator("main .next-step textarea").fill("안전 대책이 확인되지 않았습니다.")
    act(officer.page, "/close/")
    until_there(officer.page, "a[href$='/minutes.pdf']")
    minutes = download(officer.page, "a[href$='/minutes.pdf']", tmp_path / "minutes.pdf")
    said = "".join(text_of(minutes).split())
    for words in ("무기명표결", "표결지로제출하여간사가입력", "이용자안전대책을두고논의함", "기명표결"):
        assert words in said, words
    assert "Signature is Valid" in signature_of(minutes)
    look_at_the_rest(officer)
    announce(officer, browse(DESKTOP), browse(DESKTOP))


def two_open_papers(page):
    """Of the two who have declared; the others stay as they are."""
    for name in ("권미란", "류정민"):
        page.get_by_label(name).select_option("defer")


def look_at_the_rest(officer):
    to_meeting(officer, HELD, "/busan/admin/meetings/")
    follow(officer.page, ".agenda a[href*='/admin/agenda/'] >> nth=1")
    officer.look("committee-why")
    officer.page.set_viewport_size(PHONE)
    officer.look("committee-why-phone")
    officer.page.set_viewport_size(DESKTOP)
    officer.go("/busan/admin/bodies/")
    follow(officer.page, "main a:has-text('품질인증위원회')")
    officer.look("committee-body")
    follow(officer.page, "main table a[href*='/admin/seats/']")
    officer.look("committee-seat")
    expect(officer.page.locator("main")).to_contain_text("이해관계")


def announce(officer, manager, director):
    """An award, a refusal and a deferral in one batch: what the second meeting decided and was sent back once, with what this one did. It
    is released, sent back with a reason, changed, released again, approved, and at its minute it goes out by itself."""
    page = officer.page
    officer.go("/busan/admin/announcements/")
    follow(page, f"a:has-text('{SENT_BACK}')")
    announcement = page.url
    change(page, "제2차·제3차 위원회 결과", clock.now() + timedelta(days=3))
    manager.sign_in("manager@busan.example")
    director.sign_in("director@busan.example")
    for once_more in (False, True):
        manager.page.goto(announcement)
        act(manager.page, "/release/")
        director.page.goto(announcement)
        if once_more:
            break
        director.page.locator("details:has(form[action*='/send-back/']) summary").click()
        director.page.locator("form[action*='/send-back/'] [name=reason]").fill("제목에 연도를 넣어 주십시오.")
        act(director.page, "/send-back/")
        page.goto(announcement)
        expect(page.locator("main")).to_contain_text("제목에 연도를 넣어 주십시오.")
        change(page, "2026년 제2차·제3차 위원회 결과", clock.now())
    expect(director.page.locator("main")).to_contain_text(f"제목: “{SENT_BACK}” → “2026년 제2차·제3차 위원회 결과”")
    director.look("committee-approve")
    director.page.locator("[name=has_read]").check()
    act(director.page, "/approve/")
    it_goes_out(officer, announcement)


def change(page, title, minute):
    """Whatever has no place yet comes last, in the order of deciding."""
    follow(page, "a[href*='/change/']")
    fill(page, title=title, planned_for=f"{clock.seoul(minute):%Y-%m-%dT%H:%M}")
    places = page.locator("main [name^=place_]").all()
    for place, box in enumerate(places, 1):
        box.fill(str(place))
    send(page)


def it_goes_out(officer, announcement):
    """The minute runs already: the worker announces it within half a minute, and the deferred case waits to be gone on with."""
    page = officer.page
    page.goto(announcement)
    until_there(page, "main .next-step:has-text('모든 신청 기관에 알렸습니다')")
    told = page.locator("main ol.agenda")
    for outcome in ("인증", "미인증", "보류"):
        expect(told.get_by_text(outcome, exact=True).first).to_be_visible()
    officer.look("committee-announced")
    page.goto(announcement)
    follow(page, "main ol.agenda > li:has-text('보류') a[href*='/cases/']")
    expect(page.locator("main .next-step")).to_contain_text("심사 재개")
    officer.look("committee-deferred")
