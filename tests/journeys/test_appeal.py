"""An appeal: a provider contests two indicators on a telephone, those who took no part judge, the director approves, the provider reads."""
from playwright.sync_api import expect

from desk.demonstration.more_firms import MORE_FIRMS
from desk.demonstration.people import COLLEAGUES
from desk.demonstration.providers import FIRMS
from tests import files
from tests.journeys.acting import act, follow, press, until_there
from tests.journeys.conftest import DESKTOP, PHONE

OWNERS = {firm.name: f"owner@{firm.account}.example" for firm in (*FIRMS, *MORE_FIRMS)}
ASSESSORS = {one.name: f"{one.account}@busan.example" for one in COLLEAGUES if one.agency == "busan" and one.account.startswith("assessor")}
LIST, SAID = "/busan/admin/cases/?stage=not_certified", "점검 기록은 상담실 잠금장에 있었습니다. 사본을 올립니다."
FOUND = "올린 기록은 심사 이전에 작성된 것으로 확인됩니다."


def refused_case(officer):
    """(the address of the case, its provider) of a refusal that can still be appealed against."""
    officer.sign_in("officer@busan.example")
    officer.go(LIST)
    links = "main table tbody a[href*='/admin/cases/']"
    for address in officer.page.eval_on_selector_all(links, "all => [...new Set(all.map(one => one.href))]"):
        officer.page.goto(address)
        if officer.page.locator("section:has(#appeal)", has_text="이의신청할 수 있습니다").count():
            return address, officer.page.locator("h1").first.inner_text().strip()
    raise AssertionError("no refusal can be appealed against")


def write_appeal(owner):
    for address in owner.page.eval_on_selector_all("main .cards a[href*='/portal/applications/']", "all => all.map(one => one.href)"):
        owner.page.goto(address)
        if owner.page.locator("form[action$='/appeal/'] button").count():
            break
    owner.look("appeal-invited")
    press(owner.page, "form[action$='/appeal/'] button")
    owner.look("appeal-begun")
    for place in (1, 2):
        follow(owner.page, f"#point-{place} a.button")
        owner.page.locator("[name=explanation]").fill(SAID)
        expect(owner.page.locator("#saved")).to_contain_text("저장")
        if place == 1:
            owner.page.locator("#files").set_input_files({"name": "점검 기록.pdf", "mimeType": "application/pdf", "buffer": files.pdf()})
            expect(owner.page.locator("#attached")).to_contain_text("점검 기록.pdf", timeout=60_000)
            owner.look("appeal-point")
        press(owner.page, "button[value=save]")
        expect(owner.page.locator(f"#point-{place}")).to_contain_text(SAID)
    owner.look("appeal-written")
    press(owner.page, "form[action$='/hand-in/'] button.primary")
    expect(owner.page.locator(".next-step")).to_contain_text("결과를 통지합니다")
    until_there(owner.page, "a[href$='/receipt.pdf']")
    owner.look("appeal-handed-in")
    return owner.page.url


def name_two(officer):
    """Two assessors of those who took no part; their addresses, the first leads."""
    officer.look("appeal-desk")
    labels = officer.page.eval_on_selector_all("input[name=handlers]", "all => all.map(one => [one.value, one.closest('label').innerText])")
    chosen = [(value, ASSESSORS[name]) for value, label in labels for name in ASSESSORS if name in label][:2]
    for value, _account in chosen:
        officer.page.locator(f"input[name=handlers][value='{value}']").check()
    officer.page.locator("select[name=lead]").select_option(chosen[0][0])
    act(officer.page, "/handlers/")
    expect(officer.page.locator("section:has(#handlers)")).to_contain_text("신고 전")
    officer.look("appeal-named")
    return [account for _value, account in chosen]


def judge(person, account, number):
    person.sign_in(account)
    person.go("/busan/assess/")
    follow(person.page, f"a[href*='/assess/declarations/']:has-text('{number}')")
    person.page.locator("main input[type=radio]").first.check()
    press(person.page, "main form button.primary")
    person.look("appeal-judging")
    for place in (1, 2):
        person.page.locator(f"input[name=finding_{place}][value=uphold]").check()
        person.page.locator(f"[name=reason_{place}]").fill(FOUND)
    press(person.page, "button[value=hand_in]")
    expect(person.page.locator("main")).to_contain_text("의견을 제출하였습니다")


def test_appealed_on_a_telephone_judged_by_others_approved_and_read(browse):
    officer, owner = browse(DESKTOP), browse(PHONE)
    case, provider = refused_case(officer)
    owner.sign_in(OWNERS[provider])
    owner.go("/busan/portal/applications/")
    appeal = write_appeal(owner)
    officer.page.goto(case)
    officer.look("appeal-case")
    follow(officer.page, "section:has(#appeal) a.button")
    desk, number = officer.page.url, officer.page.locator(".crumbs li").last.inner_text().strip()
    people = [(browse(DESKTOP), account) for account in name_two(officer)]
    for person, account in people:
        judge(person, account, number)
    lead = people[0][0]
    lead.page.reload()
    lead.look("appeal-proposing")
    for place in (1, 2):
        lead.page.locator(f"form[action$='/proposal/'] [name=reason_{place}]").fill(FOUND)
    press(lead.page, "form[action$='/proposal/'] button.primary")
    officer.page.goto(desk)
    officer.page.locator("input[name=follows][value=reopen]").check()
    officer.look("appeal-drafting")
    act(officer.page, "/answer/")
    for account, action in (("manager", "/release/"), ("director", "/approve/")):
        person = browse(DESKTOP)
        person.sign_in(f"{account}@busan.example")
        person.page.goto(desk)
        person.look(f"appeal-{account}")
        if account == "director":
            person.page.locator("input[name=has_read]").check()
        act(person.page, action)
    owner.page.goto(appeal)
    expect(owner.page.locator(".next-step")).to_contain_text("인용")
    until_there(owner.page, "a[href$='/letter.pdf']")
    owner.look("appeal-answered")
    officer.go("/busan/admin/appeals/?which=all")
    officer.look("appeal-list")
    small = browse(PHONE)
    small.sign_in("officer@busan.example")
    small.page.goto(desk)
    small.look("appeal-desk-done")
    small.go("/busan/admin/appeals/?which=all")
    small.look("appeal-list")
