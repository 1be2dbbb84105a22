"""The page of covers, and a delegate at the desk: whose page it is stands above, and both stand in the record."""
from datetime import timedelta

import pytest

from accounts.models import Cover, Membership
from core import clock
from core.models import AuditEvent
from core.tenancy import within
from tests import factories as f
from tests.accounts.test_cover import name
from tests.evaluations.portal_pages import queries_of, signed_in, words_of

pytestmark = pytest.mark.django_db
PAGE = "/busan/accounts/cover/?lang=en"


@pytest.fixture
def cover(busan):
    with within(busan.agency):
        return name(busan)


def at(cover, verb):
    return f"/busan/accounts/cover/{cover.public_id}/{verb}/"


def typed(busan, **more):
    today = clock.today()
    return {"covered": busan.officer.pk, "delegate": busan.manager.pk, "roles": ["officer"], "from_on": today.isoformat(),
            "to_on": (today + timedelta(days=3)).isoformat()} | more


def test_an_officer_names_for_herself_and_ends_it(busan):
    client = signed_in(busan.officer)
    page = client.post(PAGE, typed(busan, to_on=(clock.today() + timedelta(days=90)).isoformat()))
    assert "at most 60 days" in words_of(page)
    assert "CNRY-busan-manager for CNRY-busan-officer" in words_of(client.post(PAGE, typed(busan), follow=True))
    with within(busan.agency):
        row = Cover.everything.get()
    client.post(at(row, "end"))
    with within(busan.agency):
        assert Cover.everything.get().ended_by == busan.officer


def test_an_officer_does_not_name_for_somebody_else_and_a_manager_does(busan):
    other = {"covered": busan.director.pk, "delegate": busan.manager.pk, "roles": ["director"]}
    assert signed_in(busan.officer).post(PAGE, typed(busan, **other)).status_code == 200
    with within(busan.agency):
        assert not Cover.everything.exists()
        busan.second = f.MembershipFactory(role="officer").user
    signed_in(busan.manager).post(PAGE, typed(busan, delegate=busan.second.pk))
    with within(busan.agency):
        assert Cover.everything.get().named_by == busan.manager


def test_acting_the_delegate_has_these_roles_and_says_for_whom_on_every_page(busan, cover):
    client = signed_in(busan.officer)
    assert "You cover for somebody today" in words_of(client.get(PAGE))
    client.post(at(cover, "act"))
    page = words_of(client.get("/busan/admin/providers/?lang=en"))
    assert "For CNRY-busan-manager" in page and "You act as CNRY-busan-officer" in page
    assert client.get("/busan/accounts/people/").status_code == 403
    assert "Name a delegate" not in words_of(client.get(PAGE))          # no chain
    client.post("/busan/accounts/cover/stop/")
    assert "You act as" not in words_of(client.get("/busan/admin/providers/?lang=en"))
    with within(busan.agency):
        assert AuditEvent.everything.get(verb="cover.taken_up").facts["for"] == busan.manager.pk


def test_acting_ends_with_the_cover_while_the_browser_stays_open(busan, cover):
    client = signed_in(busan.officer)
    client.post(at(cover, "act"))
    with within(busan.agency):
        Membership.everything.filter(user=busan.manager).update(ended_at=clock.now())
    assert "You act as" not in words_of(client.get("/busan/admin/providers/?lang=en"))


def test_a_cover_of_here_says_nothing_at_another_agency(busan, daegu, cover):
    with within(daegu.agency):
        f.MembershipFactory(user=busan.officer, role="officer")
    client = signed_in(busan.officer)
    client.post(at(cover, "act"))
    assert "You act as" not in words_of(client.get("/daegu/admin/providers/?lang=en"))


@pytest.mark.parametrize("who", ["manager", "director"])
def test_nobody_else_takes_it_up(busan, cover, who):
    assert signed_in(getattr(busan, who)).post(at(cover, "act")).status_code == 404


def test_before_its_days_it_is_not_taken_up(busan):
    with within(busan.agency):
        later = name(busan, days=(2, 3))
    assert signed_in(busan.officer).post(at(later, "act")).status_code == 404


@pytest.mark.parametrize("who", ["assessor", "committee", "owner", "trainer", "observer"])
def test_others_do_not_open_the_page(busan, who):
    assert signed_in(getattr(busan, who)).get(PAGE).status_code == 403


def test_the_page_takes_as_many_statements_for_three_as_for_one(busan, cover):
    client = signed_in(busan.manager)
    client.get(PAGE)
    one = queries_of(client, PAGE)
    with within(busan.agency):
        name(busan, days=(10, 12))
        name(busan, days=(20, 22))
    assert queries_of(client, PAGE) == one
