"""A provider has moved: the desk accepts, the new place is visited, the certificate is corrected. Another closes: it ends on that day."""
from datetime import timedelta

from playwright.sync_api import expect

from core import clock
from desk.demonstration.more_firms import MORE_FIRMS
from desk.demonstration.providers import FIRMS
from tests import cluster
from tests.journeys.acting import act, follow, press
from tests.journeys.conftest import DESKTOP, PHONE

OWNERS = {firm.name: f"owner@{firm.account}.example" for firm in (*FIRMS, *MORE_FIRMS)}
LIST, REPORT = "/busan/admin/changes/", "main table tbody a[href*='/admin/changes/']"


def visited():
    """The visit that a change has demanded is carried out: that is another journey."""
    cluster.postgres.run_sql("UPDATE aftercare_duty SET stage = 'done', done_at = now() WHERE origin = 'change'", database="journey")


def accept_the_new_address(officer):
    officer.sign_in("officer@busan.example")
    officer.go(f"{LIST}?which=waiting")
    officer.look("changes")
    officer.go(f"{LIST}?which=waiting&kind=address")
    follow(officer.page, REPORT)
    officer.look("change-desk")
    act(officer.page, "/accept/")
    expect(officer.page.locator("section:has(#follows)")).to_contain_text("모니터링 방문")
    visited()
    officer.page.reload()
    act(officer.page, "/correct/")
    expect(officer.page.locator("section:has(#follows)")).to_contain_text("결재 중")
    officer.look("change-accepted")


def report_a_closure(owner, provider):
    """On a telephone: the day, the declaration, handed in."""
    owner.sign_in(OWNERS[provider])
    owner.go("/busan/portal/changes/")
    owner.look("changes-own")
    follow(owner.page, "a[href*='kind=closure']")
    owner.look("change-new")
    press(owner.page, "main form button.primary")
    owner.page.locator("[name=happened_on]").fill((clock.today() + timedelta(days=90)).isoformat())
    press(owner.page, "button[value=hand_in]")
    owner.look("change-undeclared")
    owner.page.locator("[name=declared]").check()
    press(owner.page, "button[value=hand_in]")
    expect(owner.page.locator("main")).to_contain_text("신고가 접수되었습니다")
    owner.look("change-own")
    return owner.page.url


def test_one_has_moved_and_another_closes(browse):
    officer, manager, owner = browse(DESKTOP), browse(DESKTOP), browse(PHONE)
    accept_the_new_address(officer)
    officer.go(f"{LIST}?which=over&kind=head")
    provider = officer.page.locator(REPORT).first.inner_text().strip()
    portal = report_a_closure(owner, provider)
    officer.go(f"{LIST}?which=waiting&kind=closure")
    follow(officer.page, REPORT)
    officer.page.locator("[name=propose-words]").fill("폐업 예정 신고서를 확인하였습니다.")
    act(officer.page, "/propose/")
    manager.sign_in("manager@busan.example")
    manager.page.goto(officer.page.url)
    manager.look("change-proposed")
    act(manager.page, "/accept/")
    expect(manager.page.locator("section:has(#follows)")).to_contain_text("해당일에 인증이 종료됩니다")
    owner.page.goto(portal)
    expect(owner.page.locator("main")).to_contain_text("신고를 수리하였습니다")
    owner.look("change-answered")
