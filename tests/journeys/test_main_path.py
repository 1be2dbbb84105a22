"""The main path: one application from the web form to the plaque on the wall and the telephone before it, on real files."""
import re
from datetime import timedelta

from playwright.sync_api import expect

from core import clock
from tests import files
from tests.journeys.acting import (
    act,
    choose_files,
    download,
    enter,
    fill,
    follow,
    let_pass,
    press,
    scanned,
    send,
    sign_in_by_keys,
    signature_of,
    text_of,
    toggle,
    type_in,
    until_there,
    wait_for_mail,
)
from tests.journeys.conftest import PHONE

OWNER, PROVIDER = "owner@haetsal.example", "햇살아동발달센터"
LEAD, SECOND = ("assessor3@busan.example", "문소라"), ("assessor4@busan.example", "배진우")
CHAIR, MEMBER = ("chair@busan.example", "신영옥"), ("member1@busan.example", "조현철")


def local(moment):
    """As a datetime-local input wants it: a clock in Seoul."""
    return clock.seoul(moment).strftime("%Y-%m-%dT%H:%M")


def answer_the_rest(page):
    """What the draft still lacks: words, and a document of each kind that people have."""
    given = iter([("운영일지.pdf", "application/pdf", files.pdf()), ("만족도 조사.hwpx", "application/hwp+zip", files.hwpx()),
                  ("상담실.jpg", "image/jpeg", files.jpg(size=(1200, 900), orientation=6, place=True))])
    open_ones = "ul.tasks li:has([data-state=todo]) a[href*='/answers/'], ul.tasks li:has([data-state=doing]) a[href*='/answers/']"
    while page.locator(open_ones).count():
        enter(page, open_ones)
        toggle(page, "input[name=rating]")
        type_in(page, "[name=explanation]", "담당자가 매달 확인하고 기록을 남기고 있습니다.")
        name, mime, content = next(given, (None, None, None))
        if name:
            choose_files(page, "#files", {"name": name, "mimeType": mime, "buffer": content})
            expect(page.locator("#attached")).to_contain_text(name.rpartition(".")[0])
        else:
            toggle(page, ".drawer details summary")
            toggle(page, ".drawer input[name=document]")
            enter(page, "button[value=library]")
        enter(page, "button[value=save]")
        enter(page, "nav.foot-nav a[href*='/applications/']")


def bring_the_rest(page):
    """What the round asks to bring and nobody has given yet: from the library, without leaving the page."""
    enter(page, "a[href$='/documents/']")
    while (row := page.locator(".brought li:has([data-state=todo]):has-text('없음') a").first).count():
        enter(page, f"a[href='{row.get_attribute('href')}']")
        toggle(page, ".drawer .folded summary")
        toggle(page, ".drawer input[name=document]")
        enter(page, "button[value=library]")
    enter(page, "nav.foot-nav a[href*='/applications/']")


def hand_in(owner):
    """From the draft to the receipt, without a mouse. Returns the address of the application."""
    sign_in_by_keys(owner, OWNER)
    enter(owner.page, "a[href$='/portal/applications/']")
    owner.look("main-applications")
    enter(owner.page, "main a[href*='/portal/applications/']")
    owner.look("main-tasks")
    answer_the_rest(owner.page)
    bring_the_rest(owner.page)
    enter(owner.page, "a[href$='/pledge/']")
    owner.look("main-pledge")
    for question in ("agreed", "personal_data", "asks_authorities", "shows_head_name"):
        toggle(owner.page, f"[name={question}]")
    expect(owner.page.locator("[name=asks_authorities]:checked, [name=shows_head_name]:checked")).to_have_count(2)
    enter(owner.page, "main form button.primary")
    owner.look("main-ready")
    enter(owner.page, "form[action$='/submit/'] button")
    address = re.search(r"https?://[^/]+(/busan/portal/applications/[0-9a-f-]+/)", owner.page.url).group(1)
    owner.look("main-received")
    until_there(owner.page, "a[href$='/receipt/']")
    assert "접수번호" in wait_for_mail(owner, OWNER, "제출본 확인값")
    return address


def find_case(officer):
    officer.sign_in("officer@busan.example")
    officer.go(f"/busan/admin/cases/?q={PROVIDER}&stage=submitted")
    officer.look("main-cases")
    follow(officer.page, "main table a[href*='/admin/cases/']")
    officer.look("main-case-received")
    return officer.page.url, officer.page.locator("main .crumbs li, nav .crumbs li").last.inner_text().strip()


def screen_and_assign(officer, case):
    page = officer.page
    act(page, "/screening/")
    while page.locator("li:has([data-state=todo]) form[action*='/checks/']").count():
        row = page.locator("li:has([data-state=todo]):has(form[action*='/checks/'])").first
        row.locator("summary").click()
        row.locator("[name$=met]").first.check()
        row.locator("button.button").click()
        page.wait_for_load_state()
    officer.look("main-case-screened")
    act(page, "/screening/pass/")
    for place, (_email, name) in enumerate((LEAD, SECOND)):
        page.goto(case)
        form = page.locator("form[action$='/assessors/']").first
        if not form.is_visible():
            page.locator("details:has(form[action$='/assessors/']) summary").click()
        value = form.locator("select option", has_text=name).first.get_attribute("value")
        form.locator("select").first.select_option(value)
        if place == 0:
            form.locator("[type=checkbox]").first.check()
        form.locator("button").first.click()
        page.wait_for_load_state()
    officer.look("main-case-assigned")


def declare(person, email, number):
    """The declaration, found in the message; before it nothing of the case is to be seen."""
    letter = wait_for_mail(person, email, number, "/assess/declarations/")
    address = re.search(r"http://\S+/assess/declarations/\S+/", letter).group()
    person.page.goto(address)
    person.page.locator("[name=answer][value=none]").check()
    send(person.page)


def review(person, email, number):
    person.sign_in(email)
    person.go("/busan/assess/")
    person.look("main-assess")
    declare(person, email, number)
    act(person.page, "/begin/")
    person.look("main-review-begun")
    follow(person.page, "a[href*='/assess/judgements/']")
    person.look("main-review")
    while "/judgements/" in person.page.url:
        person.page.locator("#judge [name=verdict][value=ok]").check()
        person.page.locator("#judge [name=reason_code]").select_option(index=1)         # a provider that is modest about itself needs one
        person.page.locator("#judge [name=reason]").fill("낸 서류로 갖춘 것이 확인됩니다.")
        with person.page.expect_navigation():                   # a saving by itself may be on its way: the button waits for it
            person.page.locator("#judge button[value=next]").click()
        person.page.wait_for_load_state()
    person.look("main-hand-in")
    send(person.page)
    person.look("main-handed-in")


def tell_the_team(officer, case):
    """The provider learns who assesses it; before its days for a challenge are over the review does not end."""
    officer.page.goto(case)
    act(officer.page, "/team/")
    officer.look("main-case-told")


def conclude(lead):
    follow(lead.page, "a[href$='/result/']")
    lead.look("main-result")
    act(lead.page, "/conclude/")


def agree_on_visit(officer, owner, case, application):
    """The desk offers dates, the provider chooses one."""
    page = officer.page
    page.goto(case)
    officer.look("main-case-reviewed")
    follow(page, "a[href$='/visit/planning/']")
    for name, days in (("first", 2), ("second", 5), ("third", 9)):
        page.locator(f"[name=offer-{name}]").fill(local(clock.now() + timedelta(days=days)))
    act(page, "/visit/dates/")
    if page.locator("[name=offer-despite][type=checkbox]").count():             # outside office hours, say: told first
        officer.look("main-visit-remarks")
        page.locator("[name=offer-despite]").check()
        act(page, "/visit/dates/")
    officer.look("main-visit-offered")
    owner.page.goto(application)
    follow(owner.page, "main a[href$='/visit/']")
    owner.look("main-visit-choice")
    owner.page.locator("[name=choose-date]").first.check()
    act(owner.page, "/visit/choose/")
    owner.look("main-visit-agreed")
    page.goto(case)
    officer.look("main-case-visit")


def judge_on_site(person, begins):
    person.go("/busan/visits/")
    person.look("main-visits")
    page = person.page
    page.locator("main a", has_text=PROVIDER).first.click()
    page.wait_for_load_state()
    address = page.url
    if begins:
        act(page, "/begin/")
    follow(page, ".tiles a[href*='/visits/items/']")
    person.look("main-recorder")
    while "/items/" in page.url:
        page.locator("#record [name=judgement][value=compliant]").check()
        press(page, "button[form=record][value=next]")
    person.look("main-recorder-overview")
    return address


def agree_and_lock(lead, address):
    page = lead.page
    page.goto(address)
    while page.locator("footer a[href$='/agree/'], a.button[href$='/agree/']").count():
        follow(page, "footer a[href$='/agree/'], a.button[href$='/agree/']")
        page.locator("#record [name=judgement][value=compliant]").check()
        press(page, "button[form=record]")
        page.goto(address)
    follow(page, "a[href$='/closing/']")
    fill(page, statement="확인한 내용을 함께 읽었습니다.", acknowledged_by="김하늘", acknowledged_function="기관장")
    press(page, "button[form=record]")
    page.goto(address)
    follow(page, "a[href$='/lock/']")
    lead.look("main-lock")
    press(page, "button[form=record]")
    lead.look("main-locked")


def confirm_facts(owner, application):
    owner.page.goto(application)
    until_there(owner.page, "a[href$='/report/']")
    follow(owner.page, "a[href$='/report/']")
    owner.look("main-report")
    act(owner.page, "/report/confirm/")


def call_committee(officer, case):
    """A body of two with its seats, and a meeting with the case on its agenda. Returns the meeting's address."""
    page = officer.page
    page.goto(case)
    act(page, "/fact-check/")
    officer.look("main-case-ready")
    officer.go("/busan/admin/bodies/")
    fill(page, name_ko="품질인증 소위원회", name_en="Small committee")
    send(page)
    officer.go("/busan/admin/bodies/")
    follow(page, "main a:has-text('소위원회')")
    for place, (_email, name) in enumerate((CHAIR, MEMBER)):
        user = page.locator("select[name=user] option", has_text=name).first.get_attribute("value")
        page.locator("select[name=user]").select_option(user)
        page.locator("select[name=office]").select_option("member" if place else "chair")
        fill(page, from_on=clock.today().isoformat())
        send(page)
    officer.look("main-body")
    officer.go("/busan/admin/meetings/call/")
    body = page.locator("select[name=body] option", has_text="소위원회").first.get_attribute("value")
    page.locator("select[name=body]").select_option(body)
    fill(page, title="제3차 소위원회", meets_at=local(clock.now()), place="3층 회의실")
    send(page)
    address = page.url
    page.locator(f"label:has-text('{PROVIDER}') input[name=case]").first.check()
    act(page, "/agenda/")
    officer.look("main-meeting")
    return address


def conduct(officer, meeting):
    page = officer.page
    page.goto(meeting)
    act(page, "/open/")
    while page.locator("button[name=present][value='1']").count():
        press(page, "button[name=present][value='1']")
    act(page, "/ballot/")
    officer.look("main-ballot-open")


def vote(person, email, number):
    person.sign_in(email)
    declare(person, email, number)
    person.go("/busan/committee/")
    person.look("main-committee")
    follow(person.page, "main a[href*='/committee/meetings/']:has-text('소위원회')")
    follow(person.page, "main a[href*='/committee/items/']")
    person.look("main-committee-item")
    person.page.locator("#vote [name=choice][value=award]").check()
    act(person.page, "/vote/")
    person.look("main-voted")


def close_and_draft(officer, meeting):
    page = officer.page
    page.goto(meeting)
    press(page, "form[action*='/ballots/'][action$='/close/'] button")
    act(page, "/close/")
    officer.look("main-meeting-closed")
    officer.go("/busan/admin/announcements/")
    officer.look("main-announcements")
    follow(page, "a[href*='/announcements/rounds/']")
    for place in page.locator("main input[name^=place_]").all():
        place.fill("")
    row = page.locator(f"tr:has-text('{PROVIDER}') input[name^=place_]").first
    row.fill("1")
    fill(page, title="2026년 제3차 품질인증 심사 결과", planned_for=local(clock.now()))
    send(page)
    officer.look("main-announcement")
    return page.url


def release_and_approve(manager, director, announcement):
    manager.sign_in("manager@busan.example")
    manager.page.goto(announcement)
    act(manager.page, "/release/")
    director.sign_in("director@busan.example")
    director.go("/busan/admin/")
    director.look("main-director-today")
    director.page.goto(announcement)
    director.look("main-approve")
    director.page.locator("[name=has_read]").check()
    act(director.page, "/approve/")


def own_certificate(owner, folder):
    """The owner's documents, as they appear one after another. Returns (certificate, plaque)."""
    owner.go("/busan/portal/certificates/")
    until_there(owner.page, "main li:has-text('청소년')")                   # its minute comes by itself
    assert PROVIDER in wait_for_mail(owner, OWNER, "품질인증을 부여합니다")
    owner.look("main-certificates")
    follow(owner.page, "main li:has-text('청소년') a[href*='/portal/certificates/']")
    links = "a[href*='/portal/certificates/documents/']"
    for _ in range(120):
        if owner.page.locator(links).count() == 3:
            break
        owner.page.wait_for_timeout(1000)
        owner.page.reload()
    owner.look("main-certificate")
    found = [download(owner.page, f"{links} >> nth={n}", folder / f"{n}.pdf") for n in range(3)]
    korean = next(pdf for pdf in found if "품질인증서" in text_of(pdf))
    plaque = next(pdf for pdf in found if "인증기관" in text_of(pdf).replace("\n", ""))
    return korean, plaque


def check(documents):
    """Signed whole by the agency, with the name in it; the QR codes lead to the same page. Returns its address."""
    for pdf in documents:
        assert "Signature is Valid" in signature_of(pdf) and "Total document signed" in signature_of(pdf)
        assert PROVIDER in text_of(pdf)
    codes = {tuple(scanned(pdf)) for pdf in documents}
    assert len(codes) == 1, codes
    return codes.pop()[0]


def test_one_application_goes_from_the_form_to_the_plaque(browse, tmp_path):
    owner, officer, lead, second = browse(), browse(), browse(), browse()
    application = hand_in(owner)
    case, number = find_case(officer)
    screen_and_assign(officer, case)
    review(lead, LEAD[0], number)
    review(second, SECOND[0], number)
    tell_the_team(officer, case)
    let_pass("team.challenge")
    lead.page.reload()
    conclude(lead)
    agree_on_visit(officer, owner, case, application)
    address = judge_on_site(lead, begins=True)
    judge_on_site(second, begins=False)
    agree_and_lock(lead, address)
    confirm_facts(owner, application)
    meeting = call_committee(officer, case)
    conduct(officer, meeting)
    for email, _name in (CHAIR, MEMBER):
        vote(browse(), email, number)
    announcement = close_and_draft(officer, meeting)
    owner.page.goto(application)
    assert "최종심사" in owner.page.locator("main").inner_text()            # decided is not announced
    release_and_approve(browse(), browse(), announcement)
    telephone = check(own_certificate(owner, tmp_path))
    citizen = browse(PHONE)
    citizen.page.goto(telephone)
    expect(citizen.page.locator("h1")).to_contain_text("유효")
    citizen.look("main-verified")
    citizen.go(f"/busan/register/?q={PROVIDER[:2]}")
    citizen.look("main-register")
    citizen.page.locator("main a", has_text=PROVIDER).first.click()
    citizen.look("main-register-entry")
