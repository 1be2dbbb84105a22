"""When a session ends: idle, absolute, role change, closed account; and what becomes of a form in the middle of it."""
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts import kept_forms
from accounts.models import User
from core import clock
from tests import files

START = "/busan/accounts/start/"
ABOUT = "/busan/accounts/about-you/"
TYPED = {"name": "한가람", "birth_on": "1985-03-01", "phone": "010-1234-5678"}


def is_over(client):
    return "/accounts/login/" in client.get(START).headers.get("Location", "")


def test_staff_are_signed_out_after_half_an_hour_of_nothing(busan, signed_in, later):
    client = signed_in(busan.officer)
    later(minutes=29)
    assert not is_over(client)
    later(minutes=58)
    assert not is_over(client)
    later(minutes=89)
    assert is_over(client)


def test_a_provider_s_person_has_two_hours(busan, signed_in, later):
    client = signed_in(busan.owner)
    later(minutes=119)
    assert not is_over(client)
    later(minutes=240)
    assert is_over(client)


def test_a_session_ends_after_twelve_hours_however_busy(busan, signed_in, later):
    client = signed_in(busan.owner)
    for hour in range(1, 12):
        later(hours=hour)
        assert not is_over(client)
    later(hours=12, minutes=1)
    assert is_over(client)


def test_a_session_that_is_over_is_over_on_public_and_missing_pages_too(busan, signed_in, later):
    client = signed_in(busan.officer)
    later(hours=3)
    assert "CNRY-busan-officer" not in client.get("/busan/nothing/here/").text
    assert is_over(client)


def test_a_closed_account_is_out_with_its_next_request(busan, signed_in):
    client = signed_in(busan.officer)
    User.objects.filter(pk=busan.officer.pk).update(is_active=False)
    assert is_over(client)


def test_the_demonstration_s_travelling_clock_moves_no_session(busan, signed_in):
    client = signed_in(busan.officer)
    with clock.travel(clock.now() + timedelta(days=400)):
        assert not is_over(client)


@pytest.fixture
def unnamed(busan):
    User.objects.filter(pk=busan.owner.pk).update(person=None)
    busan.owner.refresh_from_db()
    return busan.owner


def test_a_form_sent_too_late_opens_filled_after_signing_in_again(unnamed, signed_in, later, sign_in):
    client = signed_in(unnamed)
    later(hours=3)
    to = client.post(ABOUT, TYPED | {"password": "secret", "file": SimpleUploadedFile("a.pdf", files.pdf())})["Location"]
    assert "/accounts/login/?next=" in to
    assert "30" in client.get(to).text                       # the page says what is kept, and how long
    kept = client.session[kept_forms.PLACE]
    assert TYPED["name"] not in kept
    assert b"secret" not in kept_forms._box().decrypt(kept.encode())
    back = client.post("/busan/accounts/login/", {"login": unnamed.email, "password": "honest-river-2026", "next": ABOUT})
    assert back["Location"] == ABOUT
    page = client.get(ABOUT)
    assert page.context["form"]["name"].value() == TYPED["name"]
    assert "secret" not in page.text
    assert client.post(ABOUT, TYPED).status_code == 302
    assert kept_forms.PLACE not in client.session


def test_a_form_sent_the_next_morning_is_kept_too(unnamed, signed_in, later, sign_in, settings):
    client = signed_in(unnamed)
    assert client.session.get_expiry_age() > settings.SESSION_ABSOLUTE + kept_forms.SECONDS
    later(hours=14)
    assert "/accounts/login/" in client.post(ABOUT, TYPED)["Location"]
    sign_in(client, unnamed.email)
    assert TYPED["name"] in client.get(ABOUT).text


def test_another_person_at_the_same_browser_gets_nothing_of_it(busan, unnamed, signed_in, later, with_password, sign_in):
    client = signed_in(unnamed)
    later(hours=3)
    client.post(ABOUT, TYPED)
    with_password(busan.neighbour)
    User.objects.filter(pk=busan.neighbour.pk).update(person=None)
    sign_in(client, busan.neighbour.email)
    assert not client.get(ABOUT).context["form"].is_bound
    sign_in(client, unnamed.email)
    assert kept_forms.PLACE not in client.session


def test_what_was_typed_is_kept_for_half_an_hour_only(unnamed, signed_in, later, sign_in, monkeypatch):
    client = signed_in(unnamed)
    later(hours=3)
    client.post(ABOUT, TYPED)
    sign_in(client, unnamed.email)
    monkeypatch.setattr(kept_forms, "SECONDS", -1)
    assert not client.get(ABOUT).context["form"].is_bound


def test_a_role_change_in_the_middle_of_a_form_loses_nothing(busan, client, client_elsewhere, with_password, sign_in, fresh_counters):
    sign_in(client, with_password(busan.admin).email)
    User.objects.filter(pk=busan.admin.pk).update(session_epoch=7)
    people = "/busan/accounts/people/"
    client.post(people, {"email": "kept@example.com", "role": "officer", "language": "ko"})
    sign_in(client, busan.admin.email)
    assert "kept@example.com" in client.get(people).text


def test_a_post_without_any_session_leads_to_sign_in_and_keeps_nothing(busan, client):
    assert "/accounts/login/" in client.post(ABOUT, TYPED)["Location"]
    assert kept_forms.PLACE not in client.session
