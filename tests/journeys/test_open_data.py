"""The register on other sites and for programs, and being told of a change: as a citizen, a provider and a programmer meet it."""
import re

from tests.journeys.acting import send, wait_for_mail
from tests.journeys.conftest import PHONE

READER = "reader-of-the-journey@guest.example"


def a_certificate(visitor):
    """The address of some page of a certificate that is in force."""
    visitor.go("/busan/register/?status=valid")
    return visitor.page.locator("main h3 a").first.get_attribute("href")


def test_the_page_for_programs_explains_itself(browse):
    for visitor in (browse(), browse(PHONE)):
        visitor.go("/api/docs")
        visitor.look("open-data")
    visitor.go("/api/docs?lang=en")
    visitor.look("open-data-english")
    files = visitor.page.locator("#files a[download]")
    assert files.count() >= 4 and "/api/v1/snapshots/register-" in files.first.get_attribute("href")


def test_a_badge_is_copied_and_shown_in_a_frame(browse):
    for visitor in (browse(), browse(PHONE)):
        address = a_certificate(visitor)
        visitor.go(f"{address}embed-code/")
        visitor.look("badge-code")
        visitor.page.locator("[data-copies=picture-code]").click()
        visitor.page.get_by_text("복사하였습니다.").first.wait_for()
        for name, end in (("badge", f"{address}badge/"), ("embedded-list", "/busan/register/embed/"),
                          ("list-code", "/busan/register/embed-code/")):
            visitor.go(end)
            visitor.look(name)


def test_a_reader_asks_confirms_and_stops(browse):
    visitor = browse(PHONE)
    address = a_certificate(visitor)
    visitor.go(f"{address}watch/")
    visitor.look("watch")
    visitor.page.locator("main [name=email]").fill("no address")
    send(visitor.page)
    visitor.look("watch-refused")
    visitor.page.locator("main [name=email]").fill(READER)
    visitor.page.locator("main [name=consents]").check()
    send(visitor.page)
    visitor.look("watch-asked")
    letter = wait_for_mail(visitor, READER)
    visitor.page.goto(re.search(r"http://\S+/watch/\S+/", letter).group())
    visitor.look("watch-confirm")
    send(visitor.page)
    visitor.look("watch-confirmed")
