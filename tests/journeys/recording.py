"""What an assessor does at the recorder, and how the tests look at what arrived. No ORM here."""
import os
import shutil
import signal
import subprocess
from functools import cache
from io import BytesIO

from PIL import Image
from playwright.sync_api import expect

from tests import cluster
from tests.journeys.conftest import FLAGS, Visitor

TABLET, LANDSCAPE, PHONE = {"width": 834, "height": 1112}, {"width": 1112, "height": 834}, {"width": 390, "height": 844}
ALONE, LEAD, SECOND, OFFICER = "alone", "lead", "second", "officer@busan.example"       # three of the teams of visits that are open
PHOTOS = 12
ROWS_HERE = """places => new Promise(done => { const asking = indexedDB.open("poom-recorder-busan"); asking.onsuccess = () => {
    const base = asking.result, reading = base.transaction(places); let rows = 0
    for (const place of places) reading.objectStore(place).count().onsuccess = event => { rows += event.target.result }
    reading.oncomplete = () => { base.close(); done(rows) } } })"""


def asked(sql):
    return cluster.postgres.run_sql(sql, database="journey").strip()


@cache
def open_visits():
    """[(visit, its lead's address, another member's)]: planned ones first, then those under way, as the demonstration had them at first."""
    rows = asked("""SELECT v.public_id, max(u.email) FILTER (WHERE m.is_lead), max(u.email) FILTER (WHERE NOT m.is_lead)
        FROM visits_visit v JOIN visits_visitmember m ON m.visit_id = v.id AND m.ended_at IS NULL JOIN accounts_user u ON u.id = m.user_id
        JOIN accounts_agency a ON a.id = v.agency_id WHERE a.slug = 'busan' AND v.stage IN ('planned', 'underway')
        GROUP BY v.id ORDER BY v.stage, v.starts_at""")
    return [row.split("|") for row in rows.splitlines()]


def place_of(role):
    """(the visit, the address) of somebody: alone leads the first open visit, lead and second go to the last one."""
    visits = open_visits()
    return visits[0][:2] if role == ALONE else (visits[-1][0], visits[-1][1 if role == LEAD else 2])


def address_of(role):
    return role if "@" in role else place_of(role)[1]


def picture(number):
    out = BytesIO()
    Image.effect_noise((2400, 1600), 5 + number).convert("RGB").save(out, "JPEG", quality=60, exif=b"Exif\0\0secret-place")
    return {"name": f"{number}.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def corner(page):
    return page.locator("#corner")


def ready(page):
    page.locator("#recorder[data-ready]").wait_for()


def take_along(person, role):
    """Sign in, open the visit of this member of its team, take it along, wait until the recorder opens by itself. The visit's number."""
    visit, email = place_of(role)
    person.sign_in(email)
    open_recorder(person, visit)
    return visit


def open_recorder(person, visit):
    person.go(f"/busan/visits/recorder/?lang=ko#{visit}")
    ready(person.page)
    expect(person.page.locator(".tiles a")).to_have_count(19, timeout=30_000)
    if person.page.locator("[data-do=begin]").is_visible():
        person.page.locator("[data-do=begin]").click()


def to(page, visit, rest=""):
    page.evaluate("address => { location.hash = address }", f"{visit}/{rest}".rstrip("/"))


def judge(page, visit, code, text, judgement="compliant"):
    to(page, visit, code)
    expect(page.locator("#main > p b").first).to_have_text(code)
    page.locator(f"[value={judgement}]").check()
    if judgement == "noncompliant":
        page.locator("#reason").select_option("no_evidence")
    page.locator("#text").fill(text)
    page.locator("#text").blur()
    expect(page.locator("#corner [data-put=saved]")).to_contain_text("이 기기에 저장됨")


def sent(page):
    expect(corner(page)).to_contain_text("모두 전송됨", timeout=90_000)


def arrived(page, visit, kind, number):
    """The house has this many operations of this kind, and the device has its answer."""
    for _ in range(100):
        if operations_of(visit, kind) == [f"applied {number}"]:
            return sent(page)
        page.wait_for_timeout(200)
    raise AssertionError(f"{operations_of(visit, kind)} of {kind} arrived, not {number}")


def for_thumbs(page):
    """Everything that is pressed on the open screen is at least 44 pixels high."""
    low = page.evaluate("""() => [...document.querySelectorAll('.recorder :is(a, button, input, select, textarea, label.button)')]
        .filter(one => one.offsetParent && one.getBoundingClientRect().height < 44 && !one.closest('label'))
        .map(one => one.outerHTML.slice(0, 120))""")
    assert low == []


def findings_of(visit, role):
    email = address_of(role)
    return asked(f"""SELECT i.code || '=' || f.text || '/' || f.version FROM visits_finding f JOIN visits_visititem i ON i.id = f.item_id
        JOIN visits_visit v ON v.id = i.visit_id JOIN accounts_user u ON u.id = f.author_id
        WHERE v.public_id = '{visit}' AND u.email = '{email}' ORDER BY i.position""").splitlines()


def operations_of(visit, kind="finding"):
    return asked(f"""SELECT o.outcome || ' ' || count(*) FROM visits_operation o JOIN visits_visit v ON v.id = o.visit_id
        WHERE v.public_id = '{visit}' AND o.kind = '{kind}' GROUP BY o.outcome ORDER BY 1""").splitlines()


class Tablet:
    """A browser with a disk of its own, whose process can be killed like a tablet whose battery is empty."""

    def __init__(self, playwright, site, home):
        self.playwright, self.site, self.home = playwright, site, home

    def start(self, offline=False):
        self.context = self.playwright.chromium.launch_persistent_context(
            self.home, executable_path=shutil.which("chromium"), args=FLAGS, viewport=TABLET, base_url=self.site.url, locale="ko-KR",
            offline=offline)
        return Visitor(self.context.pages[0], self.site, TABLET)

    def kill(self):
        found = subprocess.run(["pgrep", "-f", f"user-data-dir={self.home}"], capture_output=True, text=True, check=False)
        for number in found.stdout.split():
            os.kill(int(number), signal.SIGKILL)
