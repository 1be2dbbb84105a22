"""The network of the agencies as its people walk through it: each list, and behind it the first of what stands there."""
import pytest

NETWORK = "/{agency}/network/{place}/"
AGENCYS = ("bodies", "bodies/tasks", "bulletins", "papers", "papers/own", "papers/new", "activities", "activities/own", "activities/new",
           "support", "support/new", "cases", "cases/uses", "cases/calls", "proposals", "proposals/indicators", "proposals/received",
           "proposals/to-work-in")
CENTRALS = ("bodies", "bodies/new", "bodies/tasks", "bulletins/sent", "bulletins/new", "support", "cases/calls", "cases/calls/new",
            "cases/judging", "cases/programmes", "cases/programmes/new", "proposals/received", "proposals/to-work-in")
ROWS = "main a[href*='/network/']:not([href*='?']):not([href*='/new/']):not([href*='/file'])"
WALKS = {
    "director@busan.example": ("busan", ("bodies", "bodies/tasks", "bulletins", "cases/calls", "support", "activities")),
    "officer@busan.example": ("busan", AGENCYS),
    "officer@central.example": ("central", CENTRALS),
}
PUBLIC = ("/busan/profile/activities/", "/busan/profile/activities/?lang=en", "/central/cases/", "/central/cases/?lang=en",
          "/central/cases/conference/")


def first_behind(person, here):
    """The first row of the list: an address below it that ends in a number nobody knows beforehand."""
    for link in person.page.locator(ROWS).all():
        address = (link.get_attribute("href") or "").partition("?")[0]
        if any(len(part) == 36 for part in address.split("/")) and not address.endswith(".pdf"):
            return address
    return None


@pytest.mark.parametrize("email", list(WALKS))
def test_whoever_works_in_the_network_reads_it_on_both_screens(email, browse):
    agency, places = WALKS[email]
    person, seen = browse(), set()
    person.sign_in(email, agency=agency)
    for turn, place in enumerate(places):
        person.go(NETWORK.format(agency=agency, place=place))
        name = f"network-{email.partition('@')[0]}-{agency}-{place.replace('/', '-')}"
        assert person.page.locator("h1").count() == 1 and "/login/" not in person.page.url, f"{email} does not read {place}"
        person.look_on_both(name, turn)
        behind = first_behind(person, place)
        if behind and behind not in seen:
            seen.add(behind)
            person.go(behind)
            assert person.page.locator("h1").count() == 1, behind
            person.look_on_both(f"{name}-first", turn + 1)
    assert len(seen) >= 3, "the demonstration shows too little of the network"


def test_citizens_read_activities_and_cases(browse):
    citizen = browse()
    for turn, path in enumerate(PUBLIC):
        citizen.go(path)
        assert citizen.page.locator("h1").count() == 1, path
        citizen.look_on_both(f"network-citizen-{turn}", turn)
