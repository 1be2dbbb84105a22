"""Who acts for a provider: roles given, changed, ended, handed over; and that who has left opens nothing any more."""
import uuid

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from core import clock
from core.errors import Refused
from core.models import AuditEvent
from core.tenancy import within
from correspondence.models import Notice
from evaluations.models import Answer, SealedFile
from providers import permissions, queries, workflow
from providers.models import ProviderInvitation, ProviderMember
from providers.tasks import send_invitation
from tests import factories as f
from tests.architecture.routes import AGENCY, OWN
from tests.evaluations.path import Path
from tests.providers.test_portal import address, words_of
from tests.providers.test_workflow import told


def member_of(place, user):
    return ProviderMember.everything.get(provider=place.provider, user=user, left_at=None)


def role_now(place, user):
    return ProviderMember.everything.filter(provider=place.provider, user=user, left_at=None).values_list("role", flat=True).first()


@pytest.fixture
def owner(busan, client):
    client.force_login(busan.owner)
    return client


@pytest.fixture
def second_owner(busan):
    with within(busan.agency):
        return f.ProviderMemberFactory(provider=busan.provider, role="owner").user


# ---- roles

def test_only_owners_decide_about_people(busan, at):
    with at(busan.owner, busan):
        own, other = member_of(busan, busan.owner), member_of(busan, busan.colleague)
    for who in (busan.colleague, busan.neighbour, busan.officer, None):
        with at(who, busan) as actor:
            for deed in (lambda actor: workflow.change_role(other, "viewer", actor=actor),
                         lambda actor: workflow.end_membership(own, actor=actor),
                         lambda actor: workflow.hand_over(other, actor=actor),
                         lambda actor: workflow.invite_colleague(busan.provider, "x@y.example", "viewer", actor=actor)):
                with pytest.raises(PermissionDenied):
                    deed(actor)


def test_another_role_is_another_row_and_the_person_is_told(busan, at):
    with at(busan.owner, busan) as actor:
        member = workflow.change_role(member_of(busan, busan.colleague), "viewer", actor=actor)
        assert (member.role, member.given_by_id) == ("viewer", busan.owner.pk)
        assert [row.role for row in queries.past_members_of(actor, busan.provider)] == ["editor"]
        assert told() == ["provider.role_changed"]
        assert queries.herself(member).get() == busan.colleague
        with pytest.raises(Refused, match="that role already"):
            workflow.change_role(member, "viewer", actor=actor)
    with at(busan.colleague, busan) as actor:
        assert not permissions.can_edit(actor, busan.provider)


def test_the_last_owner_neither_leaves_nor_becomes_something_else(busan, at):
    with at(busan.owner, busan) as actor:
        own = member_of(busan, busan.owner)
        for deed in (lambda: workflow.change_role(own, "editor", actor=actor),
                     lambda: workflow.leave_provider(busan.provider, actor=actor)):
            with pytest.raises(Refused, match="needs an owner"):
                deed()
        with pytest.raises(Refused, match="Leave the provider instead"):
            workflow.end_membership(own, actor=actor)
        assert role_now(busan, busan.owner) == "owner"


def test_an_owner_whose_account_is_closed_is_no_owner_to_leave_it_to(busan, at, second_owner):
    User.objects.filter(pk=second_owner.pk).update(is_active=False)
    with at(busan.owner, busan) as actor, pytest.raises(Refused, match="needs an owner"):
        workflow.leave_provider(busan.provider, actor=actor)


def test_of_two_owners_one_may_end_the_other(busan, at, second_owner):
    with at(second_owner, busan) as actor:
        workflow.end_membership(member_of(busan, busan.owner), actor=actor)
        assert role_now(busan, busan.owner) is None
        assert told() == ["provider.membership_ended"]
        with pytest.raises(Refused, match="needs an owner"):
            workflow.leave_provider(busan.provider, actor=actor)


def test_handing_over_makes_a_colleague_the_owner_and_oneself_an_editor(busan, at):
    with at(busan.owner, busan) as actor:
        workflow.hand_over(member_of(busan, busan.colleague), actor=actor)
        assert (role_now(busan, busan.colleague), role_now(busan, busan.owner)) == ("owner", "editor")
        assert told() == ["provider.handed_over"]
        with pytest.raises(PermissionDenied):
            workflow.hand_over(member_of(busan, busan.colleague), actor=actor)
        workflow.leave_provider(busan.provider, actor=actor)
        left = ProviderMember.everything.filter(user=busan.owner).latest("pk")
        assert {user.pk for user in queries.other_owners_of(left)} == {busan.colleague.pk}
        assert AuditEvent.everything.filter(verb="provider.handed_over").get().facts["account"] == busan.colleague.pk


def test_nobody_hands_over_to_a_closed_account_or_to_oneself(busan, at):
    User.objects.filter(pk=busan.colleague.pk).update(is_active=False)
    with at(busan.owner, busan) as actor:
        for whom in (busan.colleague, busan.owner):
            with pytest.raises(Refused):
                workflow.hand_over(member_of(busan, whom), actor=actor)


def test_a_membership_that_has_ended_is_not_ended_again(busan, at):
    with at(busan.owner, busan) as actor:
        member = member_of(busan, busan.colleague)
        workflow.end_membership(member, actor=actor)
        with pytest.raises(Refused, match="ended or changed meanwhile"):
            workflow.end_membership(member, actor=actor)


def test_whoever_goes_keeps_no_way_back_in(busan, at, second_owner):
    with at(second_owner, busan) as actor:
        invitation = workflow.invite_colleague(busan.provider, "friend@x.example", "editor", actor=actor)
    with at(busan.owner, busan) as actor:
        kept = workflow.invite_colleague(busan.provider, "kept@x.example", "editor", actor=actor)
        workflow.change_role(member_of(busan, second_owner), "editor", actor=actor)
        assert ProviderInvitation.everything.get(pk=invitation.pk).withdrawn_at
        assert list(queries.open_invitations_of(actor, busan.provider)) == [kept]
        send_invitation(invitation_id=invitation.pk)
        assert mail.outbox == []


def test_the_desk_is_told_of_whoever_joins_where_there_is_no_other_owner(busan, at):
    with at(busan.owner, busan):
        own = member_of(busan, busan.owner)
        assert {user.pk for user in queries.other_owners_of(own)} == {busan.officer.pk, busan.manager.pk}


# ---- pages

def test_the_owner_sees_people_with_what_can_be_done_and_others_only_who_they_are(busan, owner, at):
    with at(busan.owner, busan) as actor:
        workflow.change_role(member_of(busan, busan.colleague), "viewer", actor=actor)
    words = words_of(owner.get(address(busan.provider.public_id, "people")))
    assert "CNRY-busan-colleague viewer" in words
    assert "colleague@provider.busan.example" in words
    assert "Earlier roles" in words
    colleague = Client()
    colleague.force_login(busan.colleague)
    words = words_of(colleague.get(address(busan.provider.public_id, "people")))
    assert "CNRY-busan-owner owner" in words
    assert "@provider.busan.example" not in words.replace("colleague@", "")
    assert "Invite a colleague" not in words


def test_the_owners_stand_first(busan, at):
    with at(busan.owner, busan) as actor:
        f.ProviderMemberFactory(provider=busan.provider, role="viewer", joined_at=clock.now())
        assert [row.role for row in queries.members_of(actor, busan.provider)] == ["owner", "editor", "viewer"]


def test_a_role_is_changed_and_a_membership_ended_on_the_pages(busan, owner):
    with within(busan.agency):
        first = member_of(busan, busan.colleague)
    page = owner.get(address("people", first.public_id))
    assert "Hand over to this person" in words_of(page)
    assert "The role is changed." in words_of(owner.post(address("people", first.public_id), {"role": "viewer"}, follow=True))
    with within(busan.agency):
        second = member_of(busan, busan.colleague)
    assert second.public_id != first.public_id
    assert "no longer acts" in words_of(owner.post(address("people", second.public_id, "end"), follow=True))
    assert "ended or changed meanwhile" in words_of(owner.get(address("people", second.public_id)))


def test_the_last_owner_reads_on_the_page_why_not(busan, owner):
    page = owner.post(address(busan.provider.public_id, "leave"), follow=True)
    assert "needs an owner" in words_of(page)
    with within(busan.agency):
        own = member_of(busan, busan.owner)
    refused = owner.post(address("people", own.public_id), {"role": "editor"})
    assert "needs an owner" in words_of(refused)


def test_people_ask_as_often_for_three_as_for_one(busan, owner, at):
    def queries_now():
        with CaptureQueriesContext(connection) as asked:
            owner.get(address(busan.provider.public_id, "people"))
        return len(asked)

    def one_more(number):
        with at(busan.owner, busan) as actor:
            f.ProviderMemberFactory(provider=busan.provider, role="editor", given_by=busan.owner)
            f.ProviderMemberFactory(provider=busan.provider, role="editor", given_by=busan.owner, ended_by=busan.owner, left_at=clock.now())
            f.JoinRequestFactory(provider=busan.provider)
            workflow.invite_colleague(busan.provider, f"{number}@x.example", "editor", actor=actor)

    one_more(1)
    queries_now()
    before = queries_now()
    one_more(2)
    one_more(3)
    assert queries_now() == before


# ---- who has left

def rows_of(place):
    """What stands in the blanks of the portal's addresses, a row of each kind."""
    path = Path(place).submitted()
    with within(place.agency):
        answer = Answer.everything.filter(application=path.application).first()
        offering = path.application.offering
        certificate = f.CertificateFactory(offering=offering)
        return {
            "provider": place.provider, "site": offering.site, "offering": offering, "document": place.provider.documents.get(),
            "application": path.application, "answer": answer, "evidence": answer.evidence.get().evidence,
            "sealed_file": SealedFile.everything.first(), "person": member_of(place, place.owner),
            "certificate": certificate, "certificate_document": f.CertificateDocumentFactory(certificate=certificate),
            "colleague_invitation": f.ProviderInvitationFactory(provider=place.provider),
            "join_request": f.JoinRequestFactory(provider=place.provider)}


def test_whoever_has_left_opens_nothing_of_the_provider_from_the_next_request_on(busan, at):
    """Over every portal address of providers and evaluations, with the session that was open before."""
    rows = rows_of(busan)
    visitor = Client()
    visitor.force_login(busan.colleague)
    assert visitor.get(address(busan.provider.public_id)).status_code == 200
    with at(busan.owner, busan) as actor:
        workflow.end_membership(member_of(busan, busan.colleague), actor=actor)
    assert visitor.get(address()).status_code == 200                        # the session goes on, the portal is empty
    assert "CNRY-busan-provider" not in words_of(visitor.get(address()))
    asked = list(addresses_with(rows))
    assert len(asked) >= 25
    wrong = [f"{method} {name}: {status}" for name, to in asked for method in ("get", "post")
             if (status := getattr(visitor, method)(to).status_code) not in (404, 405)]
    assert wrong == []
    with within(busan.agency):
        Notice.everything.create(recipient=busan.colleague, event="x", language="ko", title="x", body="x", sent_at=clock.now(),
                                 link=f"http://poom.example/busan/portal/{busan.provider.public_id}/")
    assert visitor.get("/busan/accounts/inbox/").status_code == 200         # what they were told stays theirs; where it leads is closed


def addresses_with(rows):
    """(name, address) of the portal's pages of a row, for each row there is."""
    for name, pattern in AGENCY:
        what = OWN.get(name)
        if name.startswith("portal_") and what in rows:
            yield name, "/busan/" + address_of(pattern, rows[what].public_id)


def address_of(pattern, public_id):
    prefix = "portal/" if not str(pattern.pattern).startswith("portal/") else ""
    return prefix + str(pattern.pattern).replace("<uuid:public_id>", str(public_id))


def test_an_unknown_person_is_as_unknown_as_the_neighbours(busan, owner):
    with within(busan.agency):
        foreign = ProviderMember.everything.get(provider=busan.neighbours)
    for which in (foreign.public_id, uuid.uuid4()):
        for parts in ((), ("end",), ("hand-over",)):
            assert owner.post(address("people", which, *parts)).status_code == 404
