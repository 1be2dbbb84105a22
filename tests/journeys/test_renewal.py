"""A certificate is renewed: its owner looks at the earlier answers on a telephone, confirms most, changes one and hands in; the officer
and an assessor read at their desks what is different."""
from playwright.sync_api import expect

from desk.demonstration.people import COLLEAGUES
from tests.journeys.acting import act, follow, press
from tests.journeys.conftest import DESKTOP, PHONE

OWNER, PROVIDER, WITH_ASSESSORS = "owner@saessak.example", "새싹아동발달센터", "한뜻운동처방센터"
CHANGED, WORDS = "1.2.2", "연간 교육계획에 따라 법정교육을 모두 이수하였고, 사례회의를 2주마다 엽니다."
ASSESSORS = {one.name: f"{one.account}@busan.example" for one in COLLEAGUES if one.account.startswith("assessor")}


def find_the_way(owner):
    """From the first page to the certificate that says until when, and to the round that stands open for it."""
    owner.sign_in(OWNER)
    owner.go("/busan/portal/")
    owner.look("renewal-portal")
    owner.go("/busan/portal/certificates/")
    follow(owner.page, "main a[href*='/portal/certificates/']")
    expect(owner.page.locator("main")).to_contain_text("지금 재인증을 신청하실 수 있습니다")
    owner.look("renewal-certificate")
    follow(owner.page, "main .notice a[href$='/portal/applications/']")
    owner.look("renewal-rounds")


def begin(owner):
    page = owner.page
    press(page, "section.open-round:has-text('재인증') form[action$='/apply/'] button")
    expect(page.locator("main")).to_contain_text("확인 전")
    owner.look("renewal-begun")
    return page.url


def confirm(owner, application):
    """Each indicator is looked at; one is written anew."""
    page = owner.page
    follow(page, "a.button.primary[href*='/portal/answers/']")
    owner.look("renewal-earlier")
    while "/answers/" in page.url:
        if page.locator("h1").inner_text().startswith(CHANGED):
            page.locator("[name=explanation]").fill(WORDS)
        button = "button[value=next]" if page.locator("button[value=next]").count() else "button[value=save]"
        with page.expect_navigation():
            page.locator(button).click()
        if button == "button[value=save]":
            page.goto(application)
    follow(page, f"ul.tasks a:has-text('{CHANGED}')")
    page.locator("details.since summary").click()
    owner.look("renewal-changed")
    page.goto(application)
    owner.look("renewal-confirmed")


def bring_documents(owner, application):
    """What the round asks to bring again: from the library."""
    page = owner.page
    follow(page, "a[href$='/documents/']")
    while (row := page.locator(".brought li:has([data-state=todo]):has-text('없음') a").first).count():
        row.click()
        page.wait_for_load_state()
        page.locator(".drawer .folded summary").click()
        page.locator(".drawer input[name=document]").first.check()
        press(page, "button[value=library]")
    page.goto(application)


def hand_in(owner):
    page = owner.page
    follow(page, "a[href$='/pledge/']")
    for question in ("agreed", "personal_data", "asks_authorities", "shows_head_name"):
        page.locator(f"[name={question}]").first.check()
    press(page, "main form button.primary")
    owner.look("renewal-ready")
    act(page, "/submit/")
    expect(page.locator("main")).to_contain_text("재인증: ")
    owner.look("renewal-received")
    owner.go("/busan/portal/certificates/")
    follow(owner.page, "main a[href*='/portal/certificates/']")
    expect(owner.page.locator("main")).to_contain_text("재인증을 신청하셨습니다")
    owner.look("renewal-certificate-meanwhile")


def read_at_the_desk(officer):
    page = officer.page
    officer.sign_in("officer@busan.example")
    officer.go(f"/busan/admin/cases/?q={PROVIDER}&stage=submitted")
    officer.look("renewal-cases")
    follow(page, "main table a[href*='/admin/cases/']")
    renewal = page.locator("section:has(#renewal)")
    expect(renewal).to_contain_text("달라진 지표 1개, 새로 묻는 지표 0개, 같은 지표 18개")
    expect(renewal.locator("ins").first).to_be_visible()
    officer.look("renewal-case")
    follow(page, "section:has(#renewal) a[href*='/admin/certificates/']")
    officer.look("renewal-certificate-desk")


def team_of(officer, provider):
    officer.go(f"/busan/admin/cases/?q={provider}&stage=document_review")
    follow(officer.page, "main table a[href*='/admin/cases/']")
    officer.look("renewal-case-in-review")
    words = officer.page.locator("main").inner_text()
    return [email for name, email in ASSESSORS.items() if name in words]


def read_as_assessor(assessor, email):
    """The sealed answer, and what it said the last time. Whether this one has the case."""
    assessor.sign_in(email)
    assessor.go("/busan/assess/")
    if not assessor.page.locator(f"main a:has-text('{WITH_ASSESSORS}')").count():
        return False
    follow(assessor.page, f"main a:has-text('{WITH_ASSESSORS}')")
    assessor.look("renewal-assess")
    if not assessor.page.locator("a[href*='/assess/judgements/']").count():
        return False
    follow(assessor.page, "a[href*='/assess/judgements/']")
    follow(assessor.page, f"nav.index a:has-text('{CHANGED}')")
    expect(assessor.page.locator("#evidence")).to_contain_text("지난 인증과 달라짐")
    expect(assessor.page.locator("#evidence ins").first).to_be_visible()
    assessor.look("renewal-judgement")
    return True


def test_a_certificate_is_renewed_and_everybody_sees_what_is_different(browse):
    owner, officer = browse(PHONE), browse(DESKTOP)
    find_the_way(owner)
    application = begin(owner)
    confirm(owner, application)
    bring_documents(owner, application)
    hand_in(owner)
    read_at_the_desk(officer)
    assert any(read_as_assessor(browse(DESKTOP), email) for email in team_of(officer, WITH_ASSESSORS))
