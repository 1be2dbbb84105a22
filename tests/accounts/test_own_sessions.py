"""Where one is signed in: seen, and ended from another browser with its next request."""
from datetime import timedelta

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.test import Client

from accounts import devices, sessions, workflow
from accounts.actors import Actor
from accounts.models import Membership, Session, User
from core import clock
from tests.accounts.test_second_factor import is_in

pytestmark = pytest.mark.usefixtures("fresh_counters")
SESSIONS = "/busan/accounts/sessions/"
WHALE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Whale/3.27.254.15 Safari/537.36"
IPHONE = ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 "
          "Safari/604.1")


@pytest.fixture
def both(busan, client, client_elsewhere, with_password, sign_in):
    """The officer at the office and on the telephone."""
    sign_in(client, with_password(busan.officer).email, headers={"user-agent": WHALE})
    sign_in(client_elsewhere, busan.officer.email, headers={"user-agent": IPHONE}, REMOTE_ADDR="203.0.113.9")
    return client, client_elsewhere


def places(client):
    return client.get(SESSIONS).context["places"]


def test_each_browser_is_listed_in_words(both):
    here, there = places(both[0])
    assert (here.device, here.address, here.is_this) == ("Whale, Windows", "127.0.0.1", True)
    assert (there.device, there.address, there.is_this) == ("Safari, iPhone", "203.0.113.9", False)


def test_one_is_ended_and_out_with_its_next_request(both):
    here, there = both
    assert here.post(f"{SESSIONS}end/", {"session": places(here)[1].handle})["Location"] == SESSIONS
    assert not is_in(there)
    assert is_in(here)
    assert len(places(here)) == 1
    assert here.post(f"{SESSIONS}end/", {"session": "0" * 32}).status_code == 302


def test_a_request_under_way_brings_no_ended_session_back(both):
    here, there = both
    under_way = there.session
    assert under_way["seen"]                                # read before the end, written after it
    here.post(f"{SESSIONS}end/", {"session": places(here)[1].handle})
    under_way["seen"] = 1
    with pytest.raises(UpdateError):
        under_way.save()
    assert not Session.objects.filter(session_key=under_way.session_key).exists()


def test_all_others_are_ended_and_the_own_goes_on(both, busan):
    here, there = both
    third = Client()
    third.force_login(User.objects.get(pk=busan.officer.pk))
    here.post(f"{SESSIONS}end-others/")
    assert not is_in(there)
    assert not is_in(third)
    assert is_in(here)
    assert [place.is_this for place in places(here)] == [True]


def test_nobody_ends_anothers(both, busan, signed_in):
    handle = places(both[0])[1].handle
    stranger = Client()
    stranger.force_login(busan.manager)
    stranger.post(f"{SESSIONS}end/", {"session": handle})
    assert is_in(both[1])
    assert len(places(stranger)) == 1


def test_the_page_holds_nothing_that_opens_a_session(both):
    text = both[0].get(SESSIONS).text
    assert both[0].session.session_key not in text
    assert both[1].session.session_key not in text


def test_what_is_over_is_not_listed(both, busan):
    here, _there = both
    sessions.end_all_of(User.objects.get(pk=busan.officer.pk))
    assert sessions.places_of(User.objects.get(pk=busan.officer.pk), "") == []
    assert not is_in(here)


def test_an_idle_one_is_not_listed(both, busan, later):
    later(minutes=31)
    assert sessions.places_of(User.objects.get(pk=busan.officer.pk), "") == []


@pytest.mark.parametrize("deed", ["role given", "role ended", "account closed"])
def test_what_changes_rights_ends_every_session_within_one_request(both, busan, operator, at, deed):
    user = User.objects.get(pk=busan.officer.pk)
    with at(busan.admin, busan) as actor:
        if deed == "role given":
            workflow.give_role(user, "trainer", actor=actor)
        elif deed == "role ended":
            workflow.end_role(Membership.everything.get(user=user), actor=actor)
    if deed == "account closed":
        workflow.close_account(user, actor=Actor.elsewhere(operator))
    assert not any(map(is_in, both))


def test_a_signed_out_browser_leaves_no_row(both):
    both[1].post("/busan/accounts/logout/")
    assert len(places(both[0])) == 1


def test_the_page_costs_the_same_for_one_and_for_three(both, queries_of, busan, with_password, sign_in):
    asked = queries_of(both[0], SESSIONS)
    sign_in(Client(), busan.officer.email)
    assert queries_of(both[0], SESSIONS) == asked


def test_a_session_knows_whose_it_is_and_an_anonymous_one_nobody(both, busan):
    Client().get("/busan/accounts/login/")
    assert set(Session.objects.values_list("account", flat=True)) <= {busan.officer.pk, None}
    assert Session.objects.filter(account=busan.officer, expire_date__gt=clock.real_now() + timedelta(hours=20)).count() == 2


@pytest.mark.parametrize(("agent", "words"), [
    (WHALE, "Whale, Windows"), (IPHONE, "Safari, iPhone"), ("", "알 수 없는 브라우저"), ("curl/8.0", "알 수 없는 브라우저"),
    ("Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S921N) AppleWebKit/537.36 SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36",
     "Samsung Internet, Android"),
    ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0", "Edge, Windows"),
    ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:127.0) Gecko/20100101 Firefox/127.0", "Firefox, Mac"),
])
def test_a_browser_in_words(agent, words):
    assert devices.in_words(agent) == words
