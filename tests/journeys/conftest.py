"""A real site for the browser: a database with the demonstration in it, web server and worker as processes. No ORM here."""
import email
import os
import shutil
import socket
import subprocess
import time
import urllib.request
from email import policy
from pathlib import Path
from types import SimpleNamespace

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import expect, sync_playwright

from tests.demonstrated import BIN, demonstrated, environment_of

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync",
         # the browser's own address bar as a page: a process for each window that took half a core and is never shown
         "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup"]
DESKTOP, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
PASSWORD = "demo-poom-2026"
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
PICTURES = Path(settings.BASE_DIR) / "var" / "pictures"
WANTED = bool(os.environ.get("PICTURES") or os.environ.get("FULL"))         # a picture takes as long as the page it shows


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def until_it_answers(url, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            return urllib.request.urlopen(url, timeout=5)
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"{url} does not answer")


@pytest.fixture(scope="session")
def site(django_db_setup, tmp_path_factory):
    """`site.url`, `site.mails()`: the demonstration, running."""
    home, port = tmp_path_factory.mktemp("journey"), free_port()
    environment = environment_of(home, "journey") | {"SITE_URL": f"http://localhost:{port}", "ALLOWED_HOSTS": "localhost,127.0.0.1"}
    demonstrated("journey", home, tmp_path_factory.getbasetemp().parent)
    commands = [
        [BIN / "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--workers", "1", "--no-ws",
         "--blocking-threads", "8", "config.wsgi:application"],
        [BIN / "celery", "-A", "config", "worker", "-c", "1", "-B", "-s", f"{home}/schedule", "--without-gossip", "--without-mingle"],
    ]
    with open(home / "log", "wb") as log:
        running = [subprocess.Popen(words, cwd=settings.BASE_DIR, env=environment, stdout=log, stderr=log) for words in commands]
        try:
            until_it_answers(f"http://127.0.0.1:{port}/")
            yield SimpleNamespace(url=f"http://localhost:{port}", home=home, mails=lambda to: mails(home / "mail", to))
        finally:
            for process in running:
                process.terminate()
            for process in running:
                process.wait(20)


def mails(folder, to):
    """The texts of the letters to this address, oldest first."""
    found = []
    for file in sorted(folder.glob("*.log"), key=lambda f: f.stat().st_mtime):
        for raw in file.read_bytes().split(b"-" * 79 + b"\n"):
            letter = email.message_from_bytes(raw.strip(), policy=policy.default)
            if to in (letter["To"] or ""):
                found.append(letter.get_body(("plain",)).get_content())
    return found


@pytest.fixture(scope="module")
def chromium():
    """Gone before the next module's tests: beside Playwright's loop the ORM refuses to work."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def browse(chromium, site):
    """`person = browse(DESKTOP)`: a fresh browser of somebody, with `go`, `sign_in`, `look`."""
    opened = []

    def begin(size=DESKTOP, **options):
        context = chromium.new_context(viewport=size, base_url=site.url, locale="ko-KR", **options)
        opened.append(context)
        return Visitor(context.new_page(), site, size)

    yield begin
    for context in opened:
        context.close()


class Visitor:
    """One person at one browser. Every page they look at is examined by axe; with PICTURES=1 or FULL=1 it is kept as a picture."""

    def __init__(self, page, site, size):
        self.page, self.site, self.size = page, site, size
        self.complaints = []
        page.on("console", lambda message: self.complaints.append(message.text) if message.type in ("error", "warning") else None)
        page.set_default_timeout(15_000)

    def go(self, path):
        return self.page.goto(path)

    def sign_in(self, email, agency="busan", password=PASSWORD):
        self.go(f"/{agency}/accounts/login/")
        self.page.locator("input[name=login]").fill(email)
        self.page.locator("input[name=password]").fill(password)
        with self.page.expect_navigation():
            self.page.locator("main form button[type=submit], main form button.primary").first.click()
        self.page.wait_for_load_state()

    def look(self, name):
        """No finding of axe, nothing wider than the screen, nothing refused by the policy."""
        expect(self.page.locator(".htmx-request, .htmx-swapping, .htmx-settling")).to_have_count(0)     # nothing moves any more
        if WANTED:
            PICTURES.mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=PICTURES / f"{name}-{self.size['width']}.png", full_page=True)
        found = Axe().run(self.page, options=AXE)
        assert found.violations_count == 0, f"{name}: {found.generate_report()}"
        self.fits(name)
        assert [c for c in self.complaints if "Content Security Policy" in c or "Refused" in c] == []

    def fits(self, name):
        wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{name} is {wide} px wider than a screen of {self.size['width']}"

    def turn_to(self, size):
        """The same page on a screen of another size."""
        self.size = size
        self.page.set_viewport_size(size)

    def look_on_both(self, name, turn):
        """On a wide screen and on a phone nothing is wider than it; axe looks at one of them in turn, with FULL=1 at both."""
        first, then = (DESKTOP, PHONE) if turn % 2 else (PHONE, DESKTOP)
        self.turn_to(first)
        (self.look if WANTED else self.fits)(name)
        self.turn_to(then)
        self.look(name)
