"""A sanction: drafted, told, answered on a telephone by who wants no hearing, proposed by two others, approved before its day
comes; appealed against, set aside."""
from playwright.sync_api import expect

from desk.demonstration.more_firms import MORE_FIRMS
from desk.demonstration.people import COLLEAGUES
from desk.demonstration.providers import FIRMS
from tests import files
from tests.journeys.acting import act, follow, press, until_there
from tests.journeys.conftest import DESKTOP, PHONE
from tests.journeys.sanctioning import fill_draft

OWNERS = {firm.name: f"owner@{firm.account}.example" for firm in (*FIRMS, *MORE_FIRMS)}
ABLE = {one.name: f"{one.account}@busan.example" for one in COLLEAGUES
        if one.agency == "busan" and one.account.startswith(("assessor", "member"))}
LIST, SAID = "/busan/admin/certificates/?state=valid&year=2025", "점검표는 모두 작성하였습니다. 사본을 올립니다."


def draft(officer):
    """(the sanction's page, its provider) about a certificate whose provider asks for nothing."""
    officer.sign_in("officer@busan.example")
    officer.go(LIST)
    links = "main table tbody a[href*='/admin/certificates/']"
    for address in officer.page.eval_on_selector_all(links, "all => all.map(one => one.href)"):
        officer.page.goto(address)
        provider = officer.page.locator("h1").first.inner_text().strip()
        if provider in OWNERS and officer.page.locator("a[href$='/sanction/']").count() and not officer.page.locator("#next").count():
            break
    follow(officer.page, "a[href$='/sanction/']")
    fill_draft(officer.page)
    press(officer.page, "main form button.primary")
    officer.look("sanction-drafted")
    act(officer.page, "/notice/")
    expect(officer.page.locator("main")).to_contain_text("사전통지를 보냈습니다")
    until_there(officer.page, "a[href*='/sanctions/letters/']")
    officer.look("sanction-noticed")
    return officer.page.url, provider


def state_the_case(owner, provider):
    owner.sign_in(OWNERS[provider])
    owner.go("/busan/portal/")
    owner.look("sanction-told")
    follow(owner.page, "a[href*='/portal/sanctions/'].primary")
    owner.look("sanction-own")
    page = owner.page.url
    follow(owner.page, "a[href$='/statement/']")
    owner.page.locator("[name=text]").fill(SAID)
    owner.page.locator("[name=waives_hearing]").check()
    owner.page.locator("[name=file]").set_input_files({"name": "점검표.pdf", "mimeType": "application/pdf", "buffer": files.pdf()})
    press(owner.page, "button[value=save]")
    expect(owner.page.locator("main")).to_contain_text("점검표.pdf")
    owner.look("sanction-statement")
    press(owner.page, "button[value=hand_in]")
    expect(owner.page.locator("main")).to_contain_text(SAID)
    return page


def propose(officer, browse, desk, choice, avoid=()):
    """Two who took no part are named, each gives an opinion, the first proposes. Returns their accounts."""
    officer.page.goto(desk)
    labels = officer.page.eval_on_selector_all("input[name=handlers]", "all => all.map(one => [one.value, one.closest('label').innerText])")
    chosen = [(value, ABLE[name]) for value, label in labels for name in ABLE if name in label]
    chosen = [pair for pair in chosen if pair[1] not in avoid][:2]
    for value, _account in chosen:
        officer.page.locator(f"input[name=handlers][value='{value}']").check()
    officer.page.locator("select[name=lead]").select_option(chosen[0][0])
    act(officer.page, "/handlers/")
    people = []
    for _value, account in chosen:
        person = browse(DESKTOP)
        person.sign_in(account)
        person.go("/busan/committee/" if account.startswith("member") else "/busan/assess/")
        follow(person.page, "section:has(#handling-sanctions) a")
        person.page.locator("main input[type=radio]").first.check()
        press(person.page, "main form button.primary")
        person.page.goto(desk.replace("/admin/sanctions/", "/assess/sanctions/"))
        person.look(f"sanction-opinion-{choice}")
        hand_in(person, choice)
        people.append(person)
    people[0].page.reload()
    hand_in(people[0], choice)
    expect(people[0].page.locator(".next-step")).to_contain_text("처리안이 제출되었습니다")
    return [account for _value, account in chosen]


def hand_in(person, choice):
    person.page.locator(f"input[name=choice][value={choice}]").check()
    person.page.locator("[name=reason]").fill("제출된 자료에서 확인됩니다.")
    press(person.page, "main form button.primary")


def sign(browse, desk, release, approve, name):
    for account, action in (("manager", release), ("director", approve)):
        person = browse(DESKTOP)
        person.sign_in(f"{account}@busan.example")
        person.page.goto(desk)
        person.look(f"sanction-{name}-{account}")
        if account == "director":
            person.page.locator("input[name=has_read]").check()
        act(person.page, action)


def test_told_heard_decided_appealed_against_and_set_aside(browse):
    officer, owner = browse(DESKTOP), browse(PHONE)
    desk, provider = draft(officer)
    page = state_the_case(owner, provider)
    officer.page.goto(desk)
    officer.page.locator("summary", has_text="청문 결과 기록").click()
    officer.page.locator("input[name=hearing-heard][value=written]").check()
    act(officer.page, "/hearing/")
    first = propose(officer, browse, desk, "impose")
    officer.page.goto(desk)
    officer.look("sanction-deciding")
    act(officer.page, "/decision/")
    sign(browse, desk, "/release/", "/approve/", "decision")
    owner.page.goto(page)
    until_there(owner.page, "a[href*='/sanctions/letters/']")
    owner.look("sanction-decided")
    follow(owner.page, "a[href$='/appeal/']")
    owner.page.locator("[name=text]").fill(SAID)
    press(owner.page, "button[value=hand_in]")
    expect(owner.page.locator(".next-step")).to_contain_text("접수되었습니다")
    propose(officer, browse, desk, "uphold", first)
    officer.page.goto(desk)
    act(officer.page, "/answer/")
    answer = officer.page.locator("form[action$='/answer/']").get_attribute("action").removesuffix("answer/")
    sign(browse, desk, f"{answer}release/", f"{answer}approve/", "answer")
    owner.page.goto(page)
    expect(owner.page.locator("main")).to_contain_text("인용")
    owner.look("sanction-answered")
    small = browse(PHONE)
    small.sign_in("officer@busan.example")
    small.page.goto(desk)
    small.look("sanction-desk")
    small.go("/busan/admin/sanctions/")
    small.look("sanctions")
