"""Every page that exists, as the person it is for, on a wide screen and on a phone, in both languages where citizens read it."""
import pytest

from tests.journeys.conftest import DESKTOP, PHONE

CITIZEN = ["/", "/?lang=en", "/busan/", "/busan/?lang=en", "/seoul/", "/central/", "/busan/accounts/login/",
           "/busan/accounts/login/?lang=en", "/busan/accounts/signup/?lang=en", "/busan/accounts/password/reset/",
           "/busan/accounts/password/reset/done/",
           "/accounts/login/", "/busan/nowhere/", "/nowhere/", "/seoul/accounts/login/", "/busan/accounts/invitation/forged/"]
PEOPLE = {
    "admin@busan.example": ["/busan/admin/", "/busan/accounts/people/", "/busan/accounts/people/ended/", "/busan/accounts/settings/",
                            "/busan/admin/stuck/", "/busan/admin/core/auditevent/", "/busan/admin/core/accessentry/",
                            "/busan/admin/accounts/membership/", "/busan/admin/correspondence/delivery/",
                            "/busan/admin/correspondence/templatetext/", "/busan/admin/correspondence/templatetext/add/", "/me/"],
    "officer@busan.example": ["/busan/admin/", "/busan/admin/providers/", "/busan/admin/providers/?stage=registered",
                              "/busan/accounts/inbox/", "/busan/accounts/password/change/", "/busan/accounts/logout/"],
    "owner@dasom.example": ["/busan/portal/", "/busan/portal/register/", "/me/", "/busan/admin/"],
    "operator@nation.example": ["/operator/", "/operator/open/", "/me/"],
}


def name_of(path):
    return path.strip("/").replace("/", "-").replace("?", "-").replace("=", "-") or "nation"


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_citizens_pages(size, browse):
    citizen = browse(size)
    for path in CITIZEN:
        citizen.go(path)
        citizen.look(f"citizen-{name_of(path)}")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("email", list(PEOPLE))
def test_everybodys_pages(email, size, browse):
    person = browse(size)
    if email.startswith("operator"):
        person.go("/accounts/login/")
        person.page.locator("input[name=login]").fill(email)
        person.page.locator("input[name=password]").fill("demo-poom-2026")
        person.page.locator("main form button.primary").click()
        person.page.wait_for_load_state()
    else:
        person.sign_in(email)
    for path in PEOPLE[email]:
        person.go(path)
        assert "/accounts/login/" not in person.page.url, f"{email} is not signed in at {path}"
        person.look(f"{email.partition('@')[0]}-{name_of(path)}")
