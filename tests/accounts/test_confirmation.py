"""Signing, deciding and erasing ask who is there once more; what was sent waits, and is done after the answer."""
import re
from urllib.parse import urlsplit

import pytest
from django.conf import settings

from accounts.models import Agency, Membership
from core.addresses import addressed
from core.tenancy import within
from tests.accounts.conftest import PASSWORD
from tests.accounts.test_sign_in import without_token

pytestmark = pytest.mark.usefixtures("fresh_counters")
AGAIN, PEOPLE = "/busan/accounts/reauthenticate/", "/busan/accounts/people/"


@pytest.fixture
def admin(busan, client, signed_in, minutes_ago):
    """The administrator, at a browser that has been open for six minutes."""
    signed_in(busan.admin)
    client.get(PEOPLE)
    minutes_ago(client, 6)
    return busan.admin


def role_of(place, role):
    with within(place.agency):
        return Membership.everything.get(role=role)


def is_over(place, role):
    return role_of(place, role).ended_at is not None


def end(client, place, role, **more):
    return client.post(f"{PEOPLE}{role_of(place, role).public_id}/end/", more, headers={"referer": f"http://testserver{PEOPLE}"})


def test_within_five_minutes_of_signing_in_nothing_is_asked(busan, client, signed_in, minutes_ago):
    signed_in(busan.admin)
    minutes_ago(client, 4)
    assert end(client, busan, "trainer")["Location"] == PEOPLE
    assert is_over(busan, "trainer")


def test_later_the_question_comes_first_and_then_it_is_done(busan, client, admin):
    assert end(client, busan, "trainer")["Location"] == AGAIN
    assert not is_over(busan, "trainer")
    assert f'href="{PEOPLE}"' in client.get(AGAIN).text                # the way back
    on = client.post(AGAIN, {"password": PASSWORD})
    assert on.status_code == 307                                       # the browser posts once more, to where it wanted to
    assert client.post(on["Location"], {"password": PASSWORD})["Location"] == PEOPLE
    assert is_over(busan, "trainer")
    assert end(client, busan, "consultant")["Location"] == PEOPLE      # for five minutes
    assert is_over(busan, "consultant")


def test_what_was_typed_is_carried_through(operator, busan, client, with_password, sign_in, minutes_ago):
    sign_in(client, with_password(operator).email, site="")
    minutes_ago(client, 6)
    assert client.post("/operator/busan/close/?lang=en", {"closed_on": "2030-05-06"})["Location"] == "/accounts/reauthenticate/?lang=en"
    done = client.post("/accounts/reauthenticate/", {"password": PASSWORD}, follow=True)
    assert [(urlsplit(to).path, code) for to, code in done.redirect_chain] == [("/operator/busan/close/", 307), ("/operator/", 302)]
    assert Agency.objects.get(slug="busan").closed_on.isoformat() == "2030-05-06"


def test_a_wrong_password_does_nothing_and_is_counted(busan, client, admin):
    end(client, busan, "trainer")
    for _ in range(settings.SIGN_IN_LIMIT):
        assert client.post(AGAIN, {"password": "wrong"}).status_code == 200
    assert client.post(AGAIN, {"password": PASSWORD}).status_code == 200
    assert not is_over(busan, "trainer")


def test_a_code_does_as_well_and_counts_once(busan, client, signed_in, minutes_ago, with_app, sign_in):
    telephone = with_app(busan.admin)
    signed_in(busan.admin)
    code = telephone.code()
    client.post("/busan/accounts/factor/ask/", {"code": code})
    minutes_ago(client, 6)
    end(client, busan, "trainer")
    assert client.post("/busan/accounts/factor/again/", {"code": code}).status_code == 200
    done = client.post("/busan/accounts/factor/again/", {"code": telephone.code(1)}, follow=True)
    assert done.redirect_chain[0][1] == 307
    assert is_over(busan, "trainer")


def test_who_may_not_do_it_is_not_even_asked(busan, client, signed_in, minutes_ago):
    signed_in(busan.officer)
    client.get("/busan/accounts/start/")
    minutes_ago(client, 6)
    assert end(client, busan, "trainer").status_code == 403


def test_who_goes_elsewhere_has_thought_better_of_it(busan, client, admin):
    end(client, busan, "trainer")
    client.get(PEOPLE)
    done = client.post(AGAIN, {"password": PASSWORD}, follow=True)
    assert 307 not in [code for _to, code in done.redirect_chain]
    assert not is_over(busan, "trainer")


def test_a_page_that_looks_for_news_by_itself_is_no_going_elsewhere(busan, client, admin):
    end(client, busan, "trainer")
    client.get(PEOPLE, headers={"hx-request": "true"})
    assert client.post(AGAIN, {"password": PASSWORD}).status_code == 307


def test_an_answer_does_one_deed(busan, client, admin):
    end(client, busan, "trainer")
    on = client.post(AGAIN, {"password": PASSWORD})["Location"]
    elsewhere = f"{PEOPLE}{role_of(busan, 'consultant').public_id}/end/?{urlsplit(on).query}"
    assert client.post(elsewhere, {"password": PASSWORD})["Location"] == "/busan/accounts/start/"
    assert client.post(on, {"password": PASSWORD})["Location"] == "/busan/accounts/start/"
    assert not is_over(busan, "consultant")
    assert not is_over(busan, "trainer")


def test_a_made_up_token_is_no_confirmation(busan, client, admin):
    address = f"{PEOPLE}{role_of(busan, 'trainer').public_id}/end/"
    for token in ("", "x"):
        assert client.post(f"{address}?confirmed={token}")["Location"] == "/busan/accounts/start/"
    assert not is_over(busan, "trainer")


def test_a_token_of_another_answer_is_none(busan, client, admin):
    """Asked and answered; but the post that comes back carries another token than the answer gave."""
    end(client, busan, "trainer")
    on = client.post(AGAIN, {"password": PASSWORD})["Location"]
    assert client.post(f"{urlsplit(on).path}?confirmed=another", {"password": PASSWORD})["Location"] == "/busan/accounts/start/"
    assert not is_over(busan, "trainer")


def test_a_refusal_leads_back_to_the_form(busan, client, admin):
    end(client, busan, "admin")                                        # the last administrator stays
    on = client.post(AGAIN, {"password": PASSWORD})
    back = client.post(on["Location"], {"password": PASSWORD}, headers={"referer": f"http://testserver{AGAIN}"})
    assert urlsplit(back["Location"]).path == PEOPLE
    assert not is_over(busan, "admin")


def test_looking_asks_nothing(busan, client, admin):
    assert client.get(f"{PEOPLE}{role_of(busan, 'trainer').public_id}/end/").status_code == 200


def test_htmx_is_led_there_too(busan, client, admin):
    answer = client.post(f"{PEOPLE}{role_of(busan, 'trainer').public_id}/end/", headers={"hx-request": "true"})
    assert (answer.status_code, answer["HX-Redirect"]) == (204, AGAIN)


def test_the_question_is_the_same_whatever_waits(busan, client, admin):
    end(client, busan, "trainer")
    first = without_token(client.get(AGAIN))
    end(client, busan, "consultant")
    assert without_token(client.get(AGAIN)) == first
    assert not re.search(rb"CNRY-busan-(trainer|consultant)", first)


def test_the_form_waits_sealed(busan, operator, client, with_password, sign_in, minutes_ago):
    sign_in(client, with_password(operator).email, site="")
    minutes_ago(client, 6)
    with addressed("/", settings.ROOT_URLCONF):
        client.post("/operator/accounts/", {"email": "secret@person.example"})
    assert "secret@person.example" not in str(dict(client.session))
