"""The fact check: a provider comments on a telephone, the lead answers and amends, the officer closes, the provider reads the answers."""
from playwright.sync_api import expect

from desk.demonstration.more_firms import MORE_FIRMS
from desk.demonstration.providers import FIRMS
from tests import files
from tests.journeys.acting import follow, press, until_there
from tests.journeys.conftest import DESKTOP, PHONE

OWNERS = {firm.name: f"owner@{firm.account}.example" for firm in (*FIRMS, *MORE_FIRMS)}
LIST, SAID = "/busan/admin/cases/?stage=fact_check", "이용자 대장은 상담실 잠금장에 있었고, 사본을 올립니다."


def two_cases(officer):
    """{whether comments wait: the address of the case}, and whose draft report can still be commented on."""
    officer.sign_in("officer@busan.example")
    officer.go(LIST)
    links = "main table tbody a[href*='/admin/cases/']"
    cases, reading = {}, ""
    for address in officer.page.eval_on_selector_all(links, "all => [...new Set(all.map(one => one.href))]"):
        officer.page.goto(address)
        is_waiting = officer.page.locator("#facts ~ * progress, section:has(#facts) progress").count() > 0
        cases[is_waiting] = address
        if not is_waiting:
            reading = officer.page.locator("h1").first.inner_text().strip()
    return cases, reading


def comment(owner):
    for address in owner.page.eval_on_selector_all("main .cards a[href*='/portal/applications/']", "all => all.map(one => one.href)"):
        owner.page.goto(address)
        if owner.page.locator("a.primary[href$='/report/']").count():
            break
    owner.look("facts-status")
    follow(owner.page, "a.primary[href$='/report/']")
    owner.look("facts-report")
    follow(owner.page, "#fact-3 a.button")
    owner.page.locator("input[name=kind][value=incomplete]").check()
    owner.page.locator("[name=explanation]").fill(SAID)
    expect(owner.page.locator("#saved")).to_contain_text("저장")
    owner.page.locator("#files").set_input_files({"name": "이용자 대장.pdf", "mimeType": "application/pdf", "buffer": files.pdf()})
    expect(owner.page.locator("#attached")).to_contain_text("이용자 대장.pdf", timeout=60_000)
    owner.look("facts-comment")
    press(owner.page, "button[value=save]")
    owner.look("facts-written")
    press(owner.page, ".next-step form button.primary")
    expect(owner.page.locator(".next-step")).to_contain_text("의견 1건이")
    owner.look("facts-handed-in")
    return owner.page.url


def find_lead(assessor, provider):
    """Whoever answers for the team of this provider's case."""
    mine = f"section:has(#facts) li:has-text('{provider}'):has([data-state=doing]) a"
    for account in range(1, 7):
        assessor.sign_in(f"assessor{account}@busan.example")
        assessor.go("/busan/assess/")
        if assessor.page.locator(mine).count():
            return assessor.page.locator(mine).first.get_attribute("href")
        assessor.page.context.clear_cookies()
    raise AssertionError(f"nobody answers for {provider}")


def answer(assessor, address):
    assessor.look("facts-assess-home")
    assessor.page.goto(address)
    assessor.look("facts-team")
    follow(assessor.page, "a.button.primary[href*='/assess/comments/']")
    assessor.look("facts-answer")
    assessor.page.locator("input[name=outcome][value=accepted]").check()
    press(assessor.page, "main form.form button.primary")
    assessor.look("facts-answer-lacking")
    assessor.page.locator("[name=reason]").fill("올리신 대장을 확인하였습니다.")
    assessor.page.locator("[name=text]").fill("이용자 대장을 상담실에서 보관하고 있음을 확인하였습니다.")
    assessor.page.locator("input[name=judgement][value=compliant]").check()
    press(assessor.page, "main form.form button.primary")
    expect(assessor.page.locator("main")).to_contain_text("반영")
    assessor.look("facts-team-answered")


def amend(assessor):
    """A remark beside what was agreed on, in the recorder."""
    number = assessor.page.locator(".page-head .keep").first.inner_text().strip()
    assessor.go("/busan/visits/")
    follow(assessor.page, f"a:has-text('{number}')")
    item = assessor.page.locator("a[href*='/visits/items/']").first.get_attribute("href")
    assessor.page.goto(item.rstrip("/").removesuffix("/agree") + "/amend/")
    assessor.look("facts-amend")
    assessor.page.locator("input[name=judgement][value='']").check()
    assessor.page.locator("[name=text]").fill("게시판 사진은 2층 복도에서 찍었습니다.")
    assessor.page.locator("[name=reason]").fill("사진에 장소가 빠져 있었습니다.")
    press(assessor.page, "footer button.primary")
    expect(assessor.page.locator(".amendments")).to_contain_text("2층 복도")
    assessor.look("facts-amended")


def test_commented_on_a_telephone_answered_amended_and_closed(browse):
    officer = browse(DESKTOP)
    cases, provider = two_cases(officer)
    officer.page.goto(cases[True])
    officer.look("facts-case-waiting")
    owner = browse(PHONE)
    owner.sign_in(OWNERS[provider])
    owner.go("/busan/portal/applications/")
    report = comment(owner)
    until_there(owner.page, "a[href$='/report/paper/']")
    assessor = browse(DESKTOP)
    answer(assessor, find_lead(assessor, provider))
    amend(assessor)
    owner.page.goto(report)
    owner.page.reload()                     # the address names a place in the page that is open: going there loads nothing
    expect(owner.page.locator("#fact-3")).to_contain_text("올리신 대장을 확인하였습니다.")
    owner.look("facts-answered")
    wide = browse(DESKTOP)
    wide.sign_in(OWNERS[provider])
    wide.page.goto(report)
    wide.look("facts-answered")
    officer.page.goto(cases[False])
    expect(officer.page.locator(".next-step")).to_contain_text("사실 확인 마감")
    officer.look("facts-case-answered")
    small = browse(PHONE)
    small.sign_in("officer@busan.example")
    small.page.goto(cases[False])
    small.look("facts-case-answered")
