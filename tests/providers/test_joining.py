"""The ways into a provider: an invitation to one address, and asking to join one that is registered already."""
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client

from accounts import queries as accounts
from accounts.actors import Actor
from accounts.models import Affiliation, User
from core import clock
from core.errors import Refused
from core.models import Errand
from core.tenancy import within
from providers import permissions, queries, workflow
from providers.models import JoinRequest, ProviderInvitation, ProviderMember
from providers.tasks import send_invitation
from tests import factories as f
from tests.providers.test_people import member_of, role_now
from tests.providers.test_portal import address, words_of
from tests.providers.test_workflow import stage_of, told

PASSWORD = "honest-river-2026"
GUEST = "New.Guest@example.com"


@pytest.fixture
def invited(busan, at):
    with at(busan.owner, busan) as actor:
        return workflow.invite_colleague(busan.provider, GUEST, "editor", actor=actor, language="en")


@pytest.fixture
def owner(busan, client, fresh_counters):
    client.force_login(busan.owner)
    return client


def link(invitation):
    with within(invitation.agency):
        return accounts.invitation_link(invitation).removeprefix("https://poom.example")


# ---- invitations

def test_the_message_names_the_provider_and_goes_once_to_the_address(busan, at, invited):
    with at(busan.owner, busan):
        assert Errand.everything.get(task="providers.tasks.send_invitation").arguments == {"invitation_id": invited.pk}
        send_invitation(invitation_id=invited.pk)
    message = mail.outbox[0]
    assert (message.to, message.subject) == (["new.guest@example.com"], "Invitation from CNRY-busan-provider-english")
    assert link(invited) in message.body
    assert "editor" in message.body


def test_a_new_person_sets_a_password_and_stands_at_the_provider(busan, invited, client):
    page = client.get(link(invited) + "?lang=en")
    assert page.context["state"] == "new"
    assert "At least 8 characters" in words_of(page)                        # no employee of an agency
    answer = client.post(link(invited), {"password1": PASSWORD, "password2": PASSWORD})
    assert answer["Location"] == f"/busan/portal/{busan.provider.public_id}/"
    user = User.objects.get(email="new.guest@example.com")
    assert EmailAddress.objects.get(user=user).verified
    with within(busan.agency):
        member = ProviderMember.everything.get(user=user)
        assert (member.role, member.given_by_id, member.provider_id) == ("editor", busan.owner.pk, busan.provider.pk)
        assert told() == ["provider.member_joined"]
        assert not Affiliation.objects.filter(user=user).exists()           # a provider's people belong to no agency


def test_a_person_with_an_account_signs_in_as_that_address_and_accepts(busan, at, client):
    with at(busan.owner, busan) as actor:
        invitation = workflow.invite_colleague(busan.provider, busan.neighbour.email, "viewer", actor=actor)
    assert client.get(link(invitation)).context["state"] == "known"
    assert client.post(link(invitation), {"password1": PASSWORD, "password2": PASSWORD}).status_code == 200
    client.force_login(busan.neighbour)
    assert client.post(link(invitation)).status_code == 302
    with within(busan.agency):
        assert role_now(busan, busan.neighbour) == "viewer"
    assert client.get(address(busan.provider.public_id)).status_code == 200


def test_a_forwarded_invitation_is_no_use_to_somebody_else(busan, invited, client):
    client.force_login(busan.neighbour)
    page = client.get(link(invited) + "?lang=en")
    assert "It cannot be passed on" in words_of(page)
    client.post(link(invited))
    with within(busan.agency):
        assert role_now(busan, busan.neighbour) is None
        with pytest.raises(Refused, match="another e-mail address"):
            workflow.accept_invitation(invited, actor=Actor.of(busan.neighbour))


@pytest.mark.parametrize(("change", "sentence"), [
    ({"expires_at": clock.now() - timedelta(seconds=1)}, "valid for seven days"),
    ({"withdrawn_at": clock.now()}, "was withdrawn"),
    ({"accepted_at": clock.now()}, "a link works once"),
])
def test_a_link_that_no_longer_works_says_why(invited, client, change, sentence):
    with within(invited.agency):
        ProviderInvitation.everything.filter(pk=invited.pk).update(**change)
        with pytest.raises(Refused):
            workflow.accept_invitation(invited, actor=Actor.public(), password_hash="!")
    assert sentence in words_of(client.get(link(invited) + "?lang=en"))
    client.post(link(invited), {"password1": PASSWORD, "password2": PASSWORD})
    assert not User.objects.filter(email="new.guest@example.com").exists()


def test_it_is_valid_for_seven_days_and_then_makes_room(busan, at, invited):
    assert invited.expires_at - invited.invited_at == timedelta(days=7)
    with at(busan.owner, busan) as actor:
        with pytest.raises(Refused, match="open invitation"):
            workflow.invite_colleague(busan.provider, GUEST.lower(), "viewer", actor=actor)
        with clock.travel(clock.now() + timedelta(days=8)):
            assert workflow.invite_colleague(busan.provider, GUEST, "viewer", actor=actor).pk != invited.pk


def test_a_link_to_a_provider_is_none_to_the_agency_nor_to_another(invited, daegu, client):
    token = link(invited).rstrip("/").rpartition("/")[2]
    assert client.get(f"/busan/accounts/invitation/{token}/").status_code == 404
    assert client.get(f"/daegu/portal/invitation/{token}/").status_code == 404
    assert client.get(f"/busan/portal/invitation/{token[:-2]}x/").status_code == 404


def test_nobody_is_invited_as_owner_or_to_what_has_ended_or_twice(busan, at):
    with at(busan.owner, busan) as actor:
        for email, role in ((GUEST, "owner"), (busan.colleague.email.upper(), "viewer")):
            with pytest.raises(Refused):
                workflow.invite_colleague(busan.provider, email, role, actor=actor)
        stage_of(busan.provider, "closed")
        with pytest.raises(Refused, match="has ended"):
            workflow.invite_colleague(busan.provider, GUEST, "viewer", actor=actor)


def test_an_invitation_to_what_has_ended_meanwhile_leads_nowhere(busan, invited):
    with within(busan.agency):
        stage_of(busan.provider, "closed")
        with pytest.raises(Refused, match="has ended"):
            workflow.accept_invitation(invited, actor=Actor.public(), password_hash="!")


def test_the_answer_is_the_same_whether_the_address_has_an_account(busan, owner):
    def answer(email):
        page = owner.post(address(busan.provider.public_id, "people"), {"email": email, "role": "viewer", "language": "ko"}, follow=True)
        with within(busan.agency):
            ProviderInvitation.everything.all().update(withdrawn_at=clock.now())
        return words_of(page).replace(email, "ADDRESS")

    assert answer(busan.neighbour.email) == answer("a-stranger-of-equal-length@x.example")


def test_it_is_sent_refused_and_withdrawn_on_the_page(busan, owner):
    post = {"email": GUEST, "role": "viewer", "language": "ko"}
    to = address(busan.provider.public_id, "people")
    assert "is on its way" in words_of(owner.post(to, post, follow=True))
    again = owner.post(to, post)
    assert "open invitation" in words_of(again)
    assert GUEST in again.content.decode()                                  # nothing typed is lost
    with within(busan.agency):
        invitation = ProviderInvitation.everything.get()
    page = owner.post(address("people", "invitations", invitation.public_id, "withdraw"), follow=True)
    assert "Its link no longer works" in words_of(page)


def test_an_editor_neither_sends_nor_withdraws(busan, at, invited, client):
    client.force_login(busan.colleague)
    post = {"email": "x@example.com", "role": "viewer", "language": "ko"}
    assert client.post(address(busan.provider.public_id, "people"), post).status_code == 403
    assert client.post(address("people", "invitations", invited.public_id, "withdraw")).status_code == 403
    assert "new.guest@example.com" not in words_of(client.get(address(busan.provider.public_id, "people")))


# ---- asking to join

def asked_by(place, user, **more):
    with within(place.agency):
        return workflow.ask_to_join(place.provider.business_number, actor=Actor.of(user), **more)


def test_whoever_types_a_registered_number_may_ask_and_reads_nothing_of_the_provider(busan, client, typed, certificate):
    client.force_login(busan.neighbour)
    number = busan.provider.business_number
    page = client.post(address("register"), typed(business_number=number) | {"certificate": certificate()})
    assert "already registered with this agency" in words_of(page)
    assert f"/busan/portal/join/?lang=en&amp;number={number}" in page.content.decode()
    assert "Raon Child Counselling" in page.content.decode()                # nothing typed is lost
    assert busan.provider.name not in words_of(page)
    form = client.get(f"/busan/portal/join/?number={number}&lang=en")
    assert busan.provider.number in form.content.decode()
    page = client.post("/busan/portal/join/?lang=en", {"business_number": busan.provider.number, "words": "재활 담당입니다"}, follow=True)
    assert "waits for its owner's answer" in words_of(page).replace("&#x27;", "'")
    assert busan.provider.name not in words_of(page)


def test_owners_and_officers_are_told_who_asks_and_a_second_click_is_one_request(busan, at):
    first, second = asked_by(busan, busan.neighbour), asked_by(busan, busan.neighbour)
    assert first.pk == second.pk
    with within(busan.agency):
        assert told() == ["provider.join_asked", "provider.join_asked_desk"]
        assert set(queries.owners_asked(first)) == {busan.owner}
        assert set(queries.desk_asked(first)) == {busan.officer, busan.manager}
        assert set(queries.who_asked(first)) == {busan.neighbour}


@pytest.mark.parametrize(("number", "sentence"), [("0000000000", "No provider with this number"), (None, "act for this provider already")])
def test_asking_for_nothing_or_for_ones_own_is_a_sentence(busan, at, number, sentence):
    with at(busan.colleague, busan) as actor, pytest.raises(Refused, match=sentence):
        workflow.ask_to_join(number or busan.provider.business_number, actor=actor)


def test_asking_for_what_has_ended_is_a_sentence(busan, at):
    with at(busan.neighbour, busan) as actor:
        stage_of(busan.provider, "closed")
        with pytest.raises(Refused, match="call the agency"):
            workflow.ask_to_join(busan.provider.business_number, actor=actor)


def test_nobody_asks_without_a_confirmed_address(busan, at):
    EmailAddress.objects.filter(user=busan.neighbour).update(verified=False)
    with at(busan.neighbour, busan) as actor, pytest.raises(PermissionDenied):
        workflow.ask_to_join(busan.provider.business_number, actor=actor)


def test_an_owner_accepts_with_a_role_and_the_person_is_in(busan, owner, at):
    asked = asked_by(busan, busan.neighbour, words="새로 온 편집자입니다")
    page = owner.get(address(busan.provider.public_id, "people"))
    assert "새로 온 편집자입니다" in words_of(page)
    missing = owner.post(address("people", "requests", asked.public_id, "accept"))
    assert "required" in words_of(missing)
    page = owner.post(address("people", "requests", asked.public_id, "accept"), {f"{asked.public_id}-role": "viewer"}, follow=True)
    assert "acts for the provider now" in words_of(page)
    with at(busan.neighbour, busan) as actor:
        assert permissions.role_in(actor, busan.provider) == "viewer"
        assert JoinRequest.everything.get().stage == "accepted"
        assert told()[-1] == "provider.join_accepted"
    again = owner.post(address("people", "requests", asked.public_id, "decline"), follow=True)
    assert "answered already" in words_of(again)


def test_who_was_declined_is_told_the_number_only_and_asks_no_second_time_soon(busan, owner, at):
    asked = asked_by(busan, busan.neighbour)
    assert "is declined" in words_of(owner.post(address("people", "requests", asked.public_id, "decline"), follow=True))
    with at(busan.neighbour, busan) as actor:
        assert permissions.role_in(actor, busan.provider) is None
        assert told()[-1] == "provider.join_declined"
        with pytest.raises(Refused, match="was declined"):
            workflow.ask_to_join(busan.provider.business_number, actor=actor)
        with clock.travel(clock.now() + timedelta(days=31)):
            assert workflow.ask_to_join(busan.provider.business_number, actor=actor).pk != asked.pk


def test_only_an_owner_answers_and_never_with_ownership(busan, at):
    asked = asked_by(busan, busan.neighbour)
    for who in (busan.colleague, busan.officer, busan.neighbour):
        with at(who, busan) as actor, pytest.raises(PermissionDenied):
            workflow.accept_join(asked, "viewer", actor=actor)
    with at(busan.owner, busan) as actor, pytest.raises(Refused):
        workflow.accept_join(asked, "owner", actor=actor)
    visitor = Client()
    visitor.force_login(busan.neighbour)
    assert visitor.post(address("people", "requests", asked.public_id, "accept")).status_code == 404


def test_an_invitation_answers_what_the_same_person_has_asked(busan, at):
    asked = asked_by(busan, busan.neighbour)
    with at(busan.owner, busan) as actor:
        invitation = workflow.invite_colleague(busan.provider, busan.neighbour.email, "viewer", actor=actor)
    with at(busan.neighbour, busan) as actor:
        workflow.accept_invitation(invitation, actor=actor)
        assert JoinRequest.everything.get(pk=asked.pk).stage == "accepted"


def test_who_acts_already_keeps_the_role_when_an_old_invitation_is_accepted(busan, at):
    with at(busan.owner, busan) as actor:
        invitation = workflow.invite_colleague(busan.provider, busan.neighbour.email, "viewer", actor=actor)
        f.ProviderMemberFactory(provider=busan.provider, user=busan.neighbour, role="editor")
    with at(busan.neighbour, busan) as actor:
        workflow.accept_invitation(invitation, actor=actor)
        assert member_of(busan, busan.neighbour).role == "editor"
