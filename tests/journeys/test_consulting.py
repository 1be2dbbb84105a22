"""A provider asks for help on a telephone, the desk finds who can come, they come, report, and are rated."""
from datetime import timedelta

from playwright.sync_api import expect

from core import clock
from desk.demonstration.more_firms import MORE_FIRMS
from desk.demonstration.providers import FIRMS
from tests import cluster
from tests.journeys.acting import act, follow, press
from tests.journeys.conftest import DESKTOP, PHONE

OWNERS = {firm.name: f"owner@{firm.account}.example" for firm in (*FIRMS, *MORE_FIRMS)}
TAKES_PLACE = """UPDATE aftercare_consultationvisit SET starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour'
                  WHERE done_at IS NULL"""


def ask(officer, owner):
    """Whoever had help before asks once more."""
    officer.sign_in("officer@busan.example")
    officer.go("/busan/admin/consulting/?which=over")
    officer.look("consultations")
    provider = officer.page.locator("main table tbody th a").first.inner_text().strip()
    owner.sign_in(OWNERS[provider])
    owner.go("/busan/portal/consulting/")
    owner.look("consulting")
    follow(owner.page, "main a[href*='/portal/certificates/']")
    owner.page.locator("main [name=topics]").first.check()
    owner.page.locator("main [name=words]").fill("작년에 고친 기록 양식을 한 번 더 봐 주시기 바랍니다.")
    owner.look("consulting-ask")
    press(owner.page, "main form button.primary")
    expect(owner.page.locator("main")).to_contain_text("컨설턴트를 찾고 있습니다")


def match(officer, owner, consultant):
    officer.go("/busan/admin/")
    expect(officer.page.locator("main")).to_contain_text("처리할 컨설팅")
    follow(officer.page, "section:has(#consultations) li a")
    officer.look("consultation-fits")
    press(officer.page, "form[action$='/choose/'] button.primary")
    consultant.sign_in("consultant1@busan.example")
    consultant.go("/busan/consult/")
    consultant.look("consult-home")
    follow(consultant.page, "section:has(#answer) li a")
    consultant.look("consult-asked")
    act(consultant.page, "/accept/")
    owner.page.reload()
    owner.look("consulting-who")
    act(owner.page, "/agree/")


def visit_and_report(consultant):
    consultant.page.reload()
    consultant.page.locator("summary", has_text="방문 일정 추가").click()
    later = clock.seoul(clock.real_now()) + timedelta(days=3)
    consultant.page.locator("[name=visit-starts_at]").fill(later.strftime("%Y-%m-%dT14:00"))
    act(consultant.page, "/visits/")
    consultant.look("consult-case")
    cluster.postgres.run_sql(TAKES_PLACE, database="journey")
    press(consultant.page, "form[action$='/done/'] button")
    follow(consultant.page, "main a[href$='/report/']")
    consultant.page.locator("[name=found]").fill("새 양식을 모든 직원이 씁니다.")
    consultant.look("consult-report")
    press(consultant.page, "button[name=hand_in]")
    expect(consultant.page.locator("main")).to_contain_text("자문 의견이 빠져 있습니다")
    expect(consultant.page.locator("[name=found]")).to_have_value("새 양식을 모든 직원이 씁니다.")
    consultant.page.locator("textarea[name^=advice_]").fill("월말 점검을 이어 가십시오.")
    press(consultant.page, "button[name=hand_in]")


def test_from_the_request_to_the_rating(browse):
    officer, owner, consultant = browse(DESKTOP), browse(PHONE), browse(PHONE)
    ask(officer, owner)
    match(officer, owner, consultant)
    visit_and_report(consultant)
    owner.page.reload()
    expect(owner.page.locator("main")).to_contain_text("월말 점검을 이어 가십시오.")
    owner.page.locator("[name=rate-stars][value='4']").check()
    owner.look("consulting-rate")
    act(owner.page, "/rate/")
    expect(owner.page.locator("main")).to_contain_text("컨설팅이 종료되었습니다")
    consultant.go("/busan/consult/entry/")
    consultant.look("consult-entry")
    owner.go("/busan/portal/benefits/")
    owner.look("benefits")
    for name in ("consultants", "grants", "nominations"):
        officer.go(f"/busan/admin/{name}/")
        officer.look(f"desk-{name}")
