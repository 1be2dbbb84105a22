"""Evidence, on a desk and on a telephone: sent in parts, cut in the middle and gone on, used again, replaced, given for the round."""
import pytest
from playwright.sync_api import expect

from tests import files
from tests.journeys.acting import follow, press
from tests.journeys.conftest import DESKTOP, PHONE

OWNER = "owner@haetsal.example"
MEGABYTE = 1024 * 1024


def pdf(name, size=0, seed=1):
    return {"name": name, "mimeType": "application/pdf", "buffer": files.padded_pdf(size, seed) if size else files.pdf(pages=seed)}


def open_draft(person):
    person.sign_in(OWNER)
    person.go("/busan/portal/applications/")
    follow(person.page, "main a[href*='/portal/applications/']")
    return person.page.url


def cut_after_the_first_part(page):
    """The line goes dead as soon as one part has arrived."""
    arrived = []

    def meet(route):
        if arrived:
            route.abort("internetdisconnected")
        else:
            arrived.append(route.request.url)
            route.continue_()

    page.route("**/parts/*", meet)


def send_with_a_cut(person, name, seed):
    """A large file; the connection is cut in the middle, comes back, and the file arrives whole."""
    page = person.page
    cut_after_the_first_part(page)
    page.locator("#files").set_input_files(pdf(name, 4 * MEGABYTE, seed))
    line = page.locator(".sendings li").filter(has_text=name)
    expect(line).to_contain_text("연결이 끊겼습니다")
    expect(line).to_contain_text("1.0 MB")
    person.page.context.set_offline(True)
    page.screenshot(path=f"var/pictures/evidence-cut-{person.size['width']}.png")
    page.unroute("**/parts/*")
    person.page.context.set_offline(False)
    expect(line).to_have_attribute("data-state", "done", timeout=60_000)
    expect(line).to_contain_text("도착")
    expect(page.locator("#attached")).to_contain_text(name)


def reload_in_the_middle(person, name, seed):
    """The page is loaded anew while a file is under way: it says how far it got, and the same file goes on there."""
    page = person.page
    cut_after_the_first_part(page)
    page.locator("#files").set_input_files(pdf(name, 3 * MEGABYTE, seed))
    expect(page.locator(".sendings li").filter(has_text=name)).to_contain_text("연결이 끊겼습니다")
    page.unroute("**/parts/*")
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(page.locator(".half")).to_contain_text("1.0 MB")
    person.look("evidence-half")
    begun = []
    page.on("request", lambda request: begun.append(request.headers.get("upload-offset")) if "/parts/" in request.url else None)
    page.locator("#files").set_input_files(pdf(name, 3 * MEGABYTE, seed))
    expect(page.locator("#attached")).to_contain_text(name, timeout=60_000)
    assert begun[0] == str(MEGABYTE)                        # not from the beginning


def refused(person):
    page = person.page
    page.locator("#files").set_input_files({"name": "보험증권.pdf", "mimeType": "application/pdf", "buffer": b"MZ program" * 50})
    line = page.locator(".sendings li").filter(has_text="보험증권.pdf")
    expect(line).to_have_attribute("data-state", "failed")
    expect(page.locator("#attached")).not_to_contain_text("보험증권.pdf")


@pytest.mark.parametrize(("size", "seed"), [(DESKTOP, 11), (PHONE, 21)], ids=["desktop", "phone"])
def test_evidence_is_given_resumed_used_again_and_replaced(size, seed, browse):
    owner = browse(size, has_touch=size == PHONE, is_mobile=size == PHONE)
    page, draft = owner.page, open_draft(owner)
    follow(page, "ul.tasks li:has([data-state=todo]) a[href*='/answers/']" if size == DESKTOP else "ul.tasks li a[href*='/answers/']")
    page.locator("[name=explanation]").fill("쓰던 말은 그대로 남습니다.")
    send_with_a_cut(owner, f"운영일지-{seed}.pdf", seed)
    refused(owner)
    owner.look("evidence-drawer")
    expect(page.locator("[name=explanation]")).to_have_value("쓰던 말은 그대로 남습니다.")
    press(page, "button[value=save]")
    reload_in_the_middle(owner, f"점검표-{seed}.pdf", seed + 1)

    page.goto(draft)
    follow(page, "main a[href$='/documents/']")
    press(page, ".brought li:has(.status[data-state=todo]) a")
    owner.look("evidence-documents")
    page.locator(".drawer .folded summary").click()
    page.locator(".drawer [name=q]").fill(f"운영일지-{seed}")
    press(page, "button[value=search]")
    page.locator(".drawer input[name=document]").first.check()
    owner.look("evidence-again")
    press(page, "button[value=library]")
    expect(page.locator("#attached")).to_contain_text(f"운영일지-{seed}.pdf")
    owner.look("evidence-documents-given")

    follow(page, "nav.foot-nav a[href$='/library/']")
    owner.look("evidence-library")
    follow(page, f".shelf li:has-text('운영일지-{seed}.pdf') h3 a")
    page.locator("[name=expires_on]").fill("2026-12-01")
    press(page, "form:has([name=expires_on]) button.primary")
    owner.look("evidence-document")
    page.locator("#files").set_input_files(pdf(f"운영일지 새 판-{seed}.pdf", seed=seed))
    expect(page.locator("h1")).to_contain_text(f"운영일지 새 판-{seed}.pdf", timeout=60_000)
    owner.look("evidence-replaced")

    page.goto(draft)
    follow(page, "main a[href$='/documents/']")
    for place in range(page.locator(".brought li:has-text('1개') a").count()):
        page.locator(".brought li:has-text('1개') a").nth(place).click()
        page.wait_for_load_state()
        if page.locator("button[name=newer]").count():
            break
    owner.look("evidence-newer")
    press(page, "button[name=newer]")
    expect(page.locator("#attached")).to_contain_text(f"운영일지 새 판-{seed}.pdf")


def test_without_the_script_the_form_carries_the_file(browse):
    owner = browse(DESKTOP, java_script_enabled=False)
    open_draft(owner)
    follow(owner.page, "ul.tasks li a[href*='/answers/']")
    owner.page.locator("#files").set_input_files(pdf("손으로.pdf", seed=31))
    press(owner.page, "button[value=upload]")
    expect(owner.page.locator("#attached")).to_contain_text("손으로.pdf")
