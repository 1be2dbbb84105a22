"""Every page that exists, as the person it is for, on a wide screen and on a phone, in both languages where citizens read it."""
import pytest

CITIZEN = ["/", "/?lang=en", "/busan/", "/busan/?lang=en", "/seoul/", "/central/", "/busan/accounts/login/",
           "/busan/accounts/login/?lang=en", "/busan/accounts/signup/?lang=en", "/busan/accounts/password/reset/",
           "/busan/accounts/password/reset/done/",
           "/busan/framework/", "/busan/framework/?lang=en", "/busan/rounds/", "/busan/rounds/?lang=en",
           "/busan/register/", "/busan/register/?lang=en", "/busan/register/?q=햇살&status=valid", "/busan/register/?q=없는이름",
           "/busan/register/BS-QC-2024-004/", "/busan/register/BS-QC-2024-004/?lang=en", "/busan/register/BS-QC-1999-001/",
           "/register/", "/register/?lang=en", "/verify/", "/verify/?lang=en", "/verify/7KQ4-MXT2-HD8P3/",
           "/verify/file/", "/verify/file/?lang=en", "/busan/log/", "/busan/log/?lang=en", "/busan/profile/", "/central/profile/?lang=en",
           "/accounts/login/", "/busan/nowhere/", "/nowhere/", "/seoul/accounts/login/", "/busan/accounts/invitation/forged/"]
PEOPLE = {
    "admin@busan.example": ["/busan/admin/", "/busan/accounts/people/", "/busan/accounts/people/ended/", "/busan/accounts/settings/",
                            "/busan/admin/stuck/", "/busan/admin/core/auditevent/", "/busan/admin/core/accessentry/",
                            "/busan/admin/accounts/membership/", "/busan/admin/correspondence/delivery/",
                            "/busan/admin/correspondence/templatetext/", "/busan/admin/correspondence/templatetext/add/", "/me/"],
    "officer@busan.example": ["/busan/admin/", "/busan/admin/cases/", "/busan/admin/cases/?stage=document_review",
                              "/busan/admin/pool/",
                              "/busan/admin/rounds/", "/busan/admin/rounds/new/", "/busan/admin/imports/",
                              "/busan/admin/imports/new/certificates/", "/busan/admin/national/",
                              "/busan/admin/bodies/", "/busan/admin/meetings/",
                              "/busan/admin/meetings/call/", "/busan/admin/announcements/",
                              "/busan/admin/certification/certificate/", "/busan/admin/providers/",
                              "/busan/admin/providers/?stage=registered",
                              "/busan/network/contacts/", "/busan/network/contacts/new/",
                              "/busan/accounts/inbox/", "/busan/accounts/password/change/", "/busan/accounts/logout/"],
    "assessor1@busan.example": ["/busan/assess/", "/busan/visits/", "/me/"],
    "chair@busan.example": ["/busan/committee/"],
    "owner@haetsal.example": ["/busan/portal/applications/"],
    "owner@dasom.example": ["/busan/portal/certificates/", "/busan/portal/", "/busan/portal/register/", "/me/", "/busan/admin/"],
    "operator@nation.example": ["/operator/", "/operator/open/", "/me/"],
}


def name_of(path):
    return path.strip("/").replace("/", "-").replace("?", "-").replace("=", "-") or "nation"


def test_citizens_pages(browse):
    citizen = browse()
    for turn, path in enumerate(CITIZEN):
        citizen.go(path)
        citizen.look_on_both(f"citizen-{name_of(path)}", turn)


@pytest.mark.parametrize("email", list(PEOPLE))
def test_everybodys_pages(email, browse):
    person = browse()
    if email.startswith("operator"):
        person.go("/accounts/login/")
        person.page.locator("input[name=login]").fill(email)
        person.page.locator("input[name=password]").fill("demo-poom-2026")
        person.page.locator("main form button.primary").click()
        person.page.wait_for_load_state()
    else:
        person.sign_in(email)
    for turn, path in enumerate(PEOPLE[email]):
        person.go(path)
        assert "/accounts/login/" not in person.page.url, f"{email} is not signed in at {path}"
        person.look_on_both(f"{email.partition('@')[0]}-{name_of(path)}", turn)


FOLLOWED = {        # (who, where they begin, the link they follow): one page of each kind whose address nobody knows beforehand
    "officer@busan.example": [("/busan/admin/cases/?stage=site_visit", "main table a[href*='/admin/cases/']"),
                              ("/busan/admin/cases/?stage=decided", "main table a[href*='/admin/cases/']"),
                              ("/busan/admin/meetings/", "main a[href*='/admin/meetings/']:not([href$='/call/'])"),
                              ("/busan/admin/announcements/", "main a[href*='/admin/announcements/']:not([href*='/rounds/'])"),
                              ("/busan/admin/rounds/", "main table a[href*='/admin/rounds/']")],
    "owner@onnuri.example": [("/busan/portal/applications/", "main a[href*='/portal/applications/']")],
    "owner@dasom.example": [("/busan/portal/certificates/", "main a[href*='/portal/certificates/']"),
                            ("/busan/portal/applications/", "main a[href*='/portal/applications/']")],
    "chair@busan.example": [("/busan/committee/", "main a[href*='/committee/meetings/']")],
}


@pytest.mark.parametrize("email", list(FOLLOWED))
def test_pages_behind_a_link(email, browse):
    person = browse()
    person.sign_in(email)
    for number, (start, link) in enumerate(FOLLOWED[email], 1):
        person.go(start)
        person.page.goto(person.page.locator(link).first.get_attribute("href"))
        person.look_on_both(f"{email.partition('@')[0]}-behind-{number}", number)
