"""Roles with their history, and the invitations that lead to them."""
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied

from accounts import queries, sessions, tasks, workflow
from accounts.actors import Actor
from accounts.models import Affiliation, Invitation, Membership, Role, User
from core import clock
from core.errors import Refused
from core.models import AccessEntry, AuditEvent, Errand
from core.tenancy import within
from tests.accounts.conftest import PASSWORD
from tests.factories import MembershipFactory, UserFactory

PEOPLE = "/busan/accounts/people/"


@pytest.fixture
def invited(busan, at):
    with at(busan.admin, busan) as actor:
        return workflow.invite("New@Example.com", Role.OFFICER, actor=actor)


def link(invitation):
    with within(invitation.agency):
        return queries.invitation_link(invitation).removeprefix("https://poom.example")


def test_only_an_administrator_invites_gives_and_ends(busan, at):
    with at(busan.manager, busan) as actor:
        membership = Membership.everything.get(user=busan.officer)
        for deed in (lambda: workflow.invite("a@b.example", Role.OFFICER, actor=actor),
                     lambda: workflow.give_role(busan.officer, Role.MANAGER, actor=actor),
                     lambda: workflow.end_role(membership, actor=actor)):
            with pytest.raises(PermissionDenied):
                deed()


def test_an_address_has_one_open_invitation_for_a_role(busan, at, invited):
    with at(busan.admin, busan) as actor:
        with pytest.raises(Refused):
            workflow.invite("new@example.com", Role.OFFICER, actor=actor)
        with clock.travel(clock.now() + timedelta(days=8)):
            again = workflow.invite("new@example.com", Role.OFFICER, actor=actor)
        assert again.pk != invited.pk
        with pytest.raises(Refused):
            workflow.invite(busan.officer.email, Role.OFFICER, actor=actor)


def test_the_message_goes_once_to_the_address_in_its_language(busan, at):
    with at(busan.admin, busan) as actor:
        invitation = workflow.invite("new@example.com", Role.OFFICER, actor=actor, language="en")
        assert Errand.everything.get(task="accounts.tasks.send_invitation").arguments == {"invitation_id": invitation.pk}
        tasks.send_invitation(invitation_id=invitation.pk)
    message = mail.outbox[0]
    assert message.to == ["new@example.com"]
    assert message.subject == "Invitation from Busan Social Service Agency"
    assert link(invitation) in message.body
    assert message.extra_headers["Message-ID"] == f"<invitation-{invitation.public_id}@poom.example>"


def test_nothing_is_sent_for_a_withdrawn_invitation(busan, at, invited):
    with at(busan.admin, busan) as actor:
        workflow.withdraw_invitation(invited, actor=actor)
        tasks.send_invitation(invitation_id=invited.pk)
    assert not mail.outbox


def test_a_new_person_sets_a_password_and_is_signed_in_with_a_confirmed_address(invited, client):
    assert client.get(link(invited)).status_code == 200
    answer = client.post(link(invited), {"password1": PASSWORD, "password2": PASSWORD})
    assert answer["Location"] == "/busan/accounts/start/"
    user = User.objects.get(email="new@example.com")
    assert user.emailaddress_set.get().verified
    assert user.emailaddress_set.get().primary
    assert client.get("/busan/accounts/start/")["Location"].startswith("/busan/accounts/about-you/")
    with within(invited.agency):
        membership = Membership.everything.get(user=user)
        assert (membership.role, membership.began_by_id) == (Role.OFFICER, invited.invited_by_id)
        assert AuditEvent.everything.get(verb="invitation.accepted").actor_id == user.pk


def test_a_short_or_different_password_opens_no_account(invited, client):
    for first, second in (("short-1", "short-1"), (PASSWORD, PASSWORD + "x"), ("elevenchars", "elevenchars")):
        assert client.post(link(invited), {"password1": first, "password2": second}).status_code == 200
    assert not User.objects.filter(email="new@example.com").exists()


def test_a_person_with_an_account_signs_in_as_that_address_and_accepts(busan, at, client, with_password, sign_in):
    known = with_password(UserFactory(email="known@example.com"))
    with at(busan.admin, busan) as actor:
        invitation = workflow.invite(known.email, Role.ASSESSOR, actor=actor)
    page = client.get(link(invitation))
    assert page.context["state"] == "known"
    assert client.post(link(invitation), {"password1": PASSWORD, "password2": PASSWORD}).status_code == 200
    assert not Affiliation.objects.filter(user=known).exists()
    sign_in(client, known.email)
    assert client.post(link(invitation)).status_code == 302
    assert Affiliation.objects.filter(user=known, agency=busan.agency).exists()
    assert client.get("/busan/accounts/start/")["Location"] == "/me/"           # the own session goes on


def test_a_forwarded_invitation_is_no_use_to_somebody_else(busan, invited, client):
    client.force_login(busan.owner)
    assert client.get(link(invited)).context["state"] == "other"
    client.post(link(invited))
    with within(busan.agency):
        assert not Membership.everything.filter(user=busan.owner).exists()
        with pytest.raises(Refused):
            workflow.accept_invitation(invited, actor=Actor.of(busan.owner))


@pytest.mark.parametrize(("change", "state"), [
    ({"expires_at": clock.now() - timedelta(seconds=1)}, "expired"),
    ({"withdrawn_at": clock.now()}, "withdrawn"),
    ({"accepted_at": clock.now()}, "used"),
])
def test_a_link_that_no_longer_works_says_why(invited, client, change, state):
    with within(invited.agency):
        Invitation.everything.filter(pk=invited.pk).update(**change)
        with pytest.raises(Refused):
            workflow.accept_invitation(invited, actor=Actor.public(), password_hash="!")
    assert client.get(link(invited)).context["state"] == state
    client.post(link(invited), {"password1": PASSWORD, "password2": PASSWORD})
    assert not User.objects.filter(email="new@example.com").exists()


def test_a_link_that_was_changed_or_is_of_another_agency_is_unknown(invited, daegu, client):
    assert client.get(link(invited)[:-3] + "x/").status_code == 404
    assert client.get(link(invited).replace("/busan/", "/daegu/")).status_code == 404


def test_a_role_change_ends_every_session_of_that_account(busan, at, client):
    client.force_login(busan.officer)
    assert client.get("/busan/accounts/start/")["Location"] == "/busan/admin/"
    with at(busan.admin, busan) as actor:
        workflow.give_role(busan.officer, Role.MANAGER, actor=actor)
    assert "/accounts/login/" in client.get("/busan/accounts/start/")["Location"]


def test_the_history_stays_and_the_affiliation_goes_with_the_last_role(busan, at):
    with at(busan.admin, busan) as actor:
        workflow.give_role(busan.officer, Role.TRAINER, actor=actor)
        first, second = Membership.everything.filter(user=busan.officer).order_by("pk")
        workflow.end_role(first, actor=actor)
        assert Affiliation.objects.filter(user=busan.officer).exists()
        workflow.end_role(second, actor=actor)
        assert not Affiliation.objects.filter(user=busan.officer).exists()
        assert Membership.everything.filter(user=busan.officer, ended_by=busan.admin).count() == 2
        with pytest.raises(Refused):
            workflow.end_role(second, actor=actor)


def test_the_last_administrator_stays(busan, at):
    with at(busan.admin, busan) as actor:
        own = Membership.everything.get(user=busan.admin, role=Role.ADMIN)
        with pytest.raises(Refused):
            workflow.end_role(own, actor=actor)
        workflow.give_role(busan.manager, Role.ADMIN, actor=actor)
        workflow.end_role(own, actor=actor)
        assert own.pk not in Membership.everything.filter(ended_at=None).values_list("pk", flat=True)


def test_a_stranger_is_invited_never_given_a_role(busan, at):
    with at(busan.admin, busan) as actor, pytest.raises(Refused):
        workflow.give_role(UserFactory(), Role.OFFICER, actor=actor)


def test_administrator_changes_roles_and_the_auditor_only_reads(busan, client):
    with within(busan.agency):
        membership = Membership.everything.get(user=busan.trainer)
    client.force_login(busan.auditor)
    assert "CNRY-busan-officer" in client.get(PEOPLE).text
    assert client.post(PEOPLE, {"email": "x@y.example", "role": "officer", "language": "ko"}).status_code == 403
    assert client.get(f"{PEOPLE}{membership.public_id}/end/").status_code == 403
    client.force_login(busan.admin)
    assert client.get(f"{PEOPLE}{membership.public_id}/end/").status_code == 200
    assert client.post(f"{PEOPLE}{membership.public_id}/end/")["Location"] == PEOPLE
    assert "CNRY-busan-trainer" in client.get(f"{PEOPLE}ended/").text
    for user in (busan.officer, busan.owner):
        client.force_login(user)
        assert client.get(PEOPLE).status_code == 403


def test_another_agency_s_membership_is_as_unknown_as_none(busan, daegu, client):
    with within(daegu.agency):
        foreign = Membership.everything.get(user=daegu.officer).public_id
    client.force_login(busan.admin)
    for address in (f"{PEOPLE}{foreign}/end/", f"{PEOPLE}{foreign}/role/", f"{PEOPLE}00000000-0000-4000-8000-000000000000/end/"):
        assert client.get(address).status_code == client.post(address).status_code == 404


def test_an_invitation_is_sent_and_withdrawn_on_the_page(busan, client):
    client.force_login(busan.admin)
    post = {"email": "new@example.com", "role": "assessor", "language": "ko"}
    assert client.post(PEOPLE, post).status_code == 302
    refused = client.post(PEOPLE, post)
    assert refused.status_code == 200
    assert "new@example.com" in refused.context["form"].data["email"]
    assert refused.context["form"].non_field_errors()
    with within(busan.agency):
        invitation = Invitation.everything.get()
    assert client.post(f"{PEOPLE}invitations/{invitation.public_id}/withdraw/").status_code == 302
    with within(busan.agency):
        assert Invitation.everything.get().withdrawn_at


def test_an_administrator_who_takes_a_role_stays_signed_in_here_only(busan, client, client_elsewhere):
    with within(busan.agency):
        own = Membership.everything.get(user=busan.admin).public_id
    client.force_login(busan.admin)
    client_elsewhere.force_login(busan.admin)
    assert client.post(f"{PEOPLE}{own}/role/", {"role": "officer"}).status_code == 302
    assert client.get(PEOPLE).status_code == 200
    assert client_elsewhere.get(PEOPLE).status_code == 302


def test_each_person_shown_is_in_the_access_log(busan, client):
    client.force_login(busan.auditor)
    client.get(PEOPLE)
    with within(busan.agency):
        assert AccessEntry.everything.filter(work="people.list").count() == 11


def test_people_page_asks_as_much_for_one_person_as_for_three(busan, client, queries_of):
    client.force_login(busan.admin)
    before = queries_of(client, PEOPLE)
    with within(busan.agency):
        for _ in range(2):
            MembershipFactory(role="trainer")
    assert queries_of(client, PEOPLE) == before


def test_ending_sessions_raises_the_epoch(busan):
    sessions.end_all_of(busan.officer)
    assert User.objects.get(pk=busan.officer.pk).session_epoch == busan.officer.session_epoch == 1
