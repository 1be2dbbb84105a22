"""What people do at a page, and how the tests wait for what comes by itself. No ORM here."""
import subprocess
from pathlib import Path

import zxingcpp
from celery import Celery
from PIL import Image

from tests import cluster
from tests.journeys.conftest import PASSWORD


def fill(page, **answers):
    """Each question by its name in the form."""
    for name, answer in answers.items():
        page.locator(f"main [name={name}]").fill(answer)


def send(page):
    press(page, "main form button.primary")


def press(page, selector):
    """Press the first button that fits, and wait for the page that follows."""
    page.locator(selector).first.click()
    page.wait_for_load_state()


def act(page, action):
    """The button of the form that leads to this end of an address."""
    press(page, f"form[action$='{action}'] button.primary, form[action$='{action}'] button")
    confirm_if_asked(page)


def unfold(page, action):
    """Open what is folded around the form that leads to this end of an address."""
    page.locator(f"details:not([open]):has(form[action$='{action}']) > summary").first.click()


def ring(task):
    """The worker does now what it does on its beat: no browser waits a minute for it."""
    with Celery(broker=f"{cluster.valkey.url}?virtual_host=2") as bell:
        bell.send_task(task)


def confirm_if_asked(page):
    """Whoever signed in more than five minutes ago is asked once more before signing and deciding; then it is done."""
    if "/accounts/reauthenticate/" in page.url:
        page.locator("main input[name=password]").fill(PASSWORD)
        send(page)


def let_pass(kind):
    """The days of the latest period of this kind are over: no browser waits for them."""
    latest = f"SELECT max(id) FROM correspondence_deadline WHERE kind = '{kind}'"
    cluster.postgres.run_sql(f"UPDATE correspondence_deadline SET due_at = now() WHERE id = ({latest})", database="journey")


def follow(page, selector):
    page.goto(page.locator(selector).first.get_attribute("href"))


# ---- without a mouse

HOLDS_FOCUS = "selector => document.activeElement !== null && document.activeElement.matches(selector)"
SHOWS_FOCUS = """() => {
  const seen = one => { const style = getComputedStyle(one)
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== "none" }
  const one = document.activeElement
  return seen(one) || [...(one.labels ?? [])].some(seen) || (one.parentElement !== null && seen(one.parentElement))
}"""
TABS = 250                  # of any page


def tab_to(page, selector):
    """Tab on until this holds the focus, and shows it."""
    for _ in range(TABS):
        if page.evaluate(HOLDS_FOCUS, selector):
            assert page.evaluate(SHOWS_FOCUS), f"{selector} does not show that it holds the focus"
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} is not reached by the tab key at {page.url}")


def enter(page, selector):
    """Tab to a link or a button, press it, and wait for the page that follows."""
    tab_to(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.wait_for_load_state()


def toggle(page, selector):
    """Tab to a box, a choice or something folded, and press the space bar."""
    tab_to(page, selector)
    page.keyboard.press("Space")


def type_in(page, selector, words):
    """Tab to a field and put these words in the place of what is there."""
    tab_to(page, selector)
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(words)


def choose_files(page, selector, *chosen):
    """Tab to the place for files; the chooser that a key opens there is the browser's own."""
    tab_to(page, selector)
    page.locator(selector).set_input_files(list(chosen))


def sign_in_by_keys(person, email, agency="busan"):
    person.go(f"/{agency}/accounts/login/")
    type_in(person.page, "[name=login]", email)
    type_in(person.page, "[name=password]", PASSWORD)
    with person.page.expect_navigation():
        person.page.keyboard.press("Enter")
    person.page.wait_for_load_state()


PATIENCE = 240              # seconds: behind the documents of the whole demonstration a letter may wait for minutes


def wait_for_mail(person, email, *words, seconds=PATIENCE):
    """The latest letter to this address that has all these words."""
    for _ in range(seconds * 5):
        found = [text for text in person.site.mails(email) if all(word in text for word in words)]
        if found:
            return found[-1]
        person.page.wait_for_timeout(200)
    raise AssertionError(f"no mail with {words!r} reached {email}")


def until_there(page, selector, seconds=90):
    """Look at the page again until this stands in it: what a worker makes appears by itself."""
    for _ in range(seconds):
        if page.locator(selector).count():
            return
        page.wait_for_timeout(1000)
        page.reload()
    raise AssertionError(f"{selector} does not appear at {page.url}")


def download(page, selector, to):
    """The file behind a link, kept where it can be looked into."""
    with page.expect_download() as waiting:
        page.locator(selector).first.click()
    waiting.value.save_as(to)
    return Path(to)


def signature_of(pdf):
    """What pdfsig says of it."""
    return subprocess.run(["pdfsig", pdf], capture_output=True, text=True, check=False).stdout


def text_of(pdf):
    return subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout


def scanned(pdf, dpi=150):
    """What a telephone reads from the QR code on the first page."""
    picture = pdf.with_suffix("")
    subprocess.run(["pdftoppm", "-png", "-r", str(dpi), "-f", "1", "-singlefile", pdf, picture], check=True)
    with Image.open(picture.with_suffix(".png")) as image:
        return [one.text for one in zxingcpp.read_barcodes(image)]
