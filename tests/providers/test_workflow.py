"""A provider's registration and what belongs to it: every write, and what the house does not allow."""
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier

import pytest
from allauth.account.models import EmailAddress
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from core.models import AuditEvent, Errand
from core.tenancy import within
from correspondence.models import Deadline
from providers import permissions, queries, workflow
from providers.models import Provider, ProviderDocument, ProviderMember
from providers.stages import MOVES, Stage
from tests import factories as f
from tests import files
from tests.cast import people_of


def stage_of(provider, stage, reason="사유"):
    """Put a provider there without the way that leads there."""
    Provider.everything.filter(pk=provider.pk).update(stage=stage, refusal_reason=reason, closed_reason=reason)
    provider.refresh_from_db()
    return provider


def told():
    return [errand.arguments["event"] for errand in Errand.everything.filter(task="correspondence.tasks.announce").order_by("pk")]


def verbs():
    return list(AuditEvent.everything.order_by("pk").values_list("verb", flat=True))


# ---- registering

def test_whoever_registers_becomes_the_owner_and_the_officers_are_told(busan, at, facts, certificate):
    with at(busan.owner, busan) as actor:
        provider, is_new = workflow.register_provider(actor=actor, certificate=certificate(), **facts())
        assert is_new
        assert provider.stage == Stage.REGISTERED
        assert permissions.role_in(actor, provider) == "owner"
        assert [document.kind for document in provider.documents.all()] == ["business_registration"]
        assert told() == ["provider.registered"]
        assert "provider.registered" in verbs()
        assert {user.pk for user in queries.deciders_of(provider)} == {busan.officer.pk, busan.manager.pk}


def test_the_agency_has_five_working_days(busan, at, facts, certificate):
    with clock.travel(datetime(2026, 11, 20, 3, tzinfo=UTC)), at(busan.owner, busan) as actor:     # a Friday
        provider, _new = workflow.register_provider(actor=actor, certificate=certificate(), **facts())
        assert queries.confirmation_due(provider).last_day.isoformat() == "2026-11-27"


def test_nobody_registers_without_a_confirmed_address(busan, at, facts, certificate):
    EmailAddress.objects.filter(user=busan.owner).update(verified=False)
    with at(busan.owner, busan) as actor, pytest.raises(PermissionDenied):
        workflow.register_provider(actor=actor, certificate=certificate(), **facts())


def test_a_citizen_registers_nothing(busan, at, facts, certificate):
    with at(None, busan) as actor, pytest.raises(PermissionDenied):
        workflow.register_provider(actor=actor, certificate=certificate(), **facts())


def test_a_second_click_leads_to_the_same_provider(busan, at, facts, certificate):
    with at(busan.owner, busan) as actor:
        first, _new = workflow.register_provider(actor=actor, certificate=certificate(), **facts())
        second, is_new = workflow.register_provider(actor=actor, certificate=certificate(), **facts())
        assert (second.pk, is_new) == (first.pk, False)
        assert told() == ["provider.registered"]
        assert first.members.count() == first.documents.count() == 1


def test_somebody_elses_number_is_refused_beside_its_field(busan, at, facts, certificate):
    with at(busan.owner, busan) as actor:
        workflow.register_provider(actor=actor, certificate=certificate(), **facts())
    with at(busan.neighbour, busan) as actor:
        with pytest.raises(Refused) as refusal:
            workflow.register_provider(actor=actor, certificate=certificate(), **facts())
        assert refusal.value.field == "business_number"
        assert Provider.everything.filter(business_number=facts()["business_number"]).count() == 1


def test_the_same_number_may_be_registered_at_another_agency(busan, daegu, at, facts, certificate):
    for place in (busan, daegu):
        with at(place.owner, place) as actor:
            assert workflow.register_provider(actor=actor, certificate=certificate(), **facts())[1]


def test_a_wrong_number_is_refused_by_the_workflow_too(busan, at, facts, certificate):
    with at(busan.owner, busan) as actor, pytest.raises(Refused):
        workflow.register_provider(actor=actor, certificate=certificate(), **facts(business_number="0008200007"))


def test_a_bad_file_leaves_nothing_half_written(busan, at, facts, certificate):
    with at(busan.owner, busan) as actor:
        with pytest.raises(Refused):
            workflow.register_provider(actor=actor, certificate=certificate(content=b"MZ not a pdf"), **facts())
        assert not Provider.everything.filter(business_number=facts()["business_number"]).exists()
        assert told() == []


# ---- correcting

def test_owner_and_colleague_correct_what_is_not_yet_confirmed(busan, at):
    for who in (busan.owner, busan.colleague):
        with at(who, busan) as actor:
            provider = workflow.correct_provider(busan.provider, actor=actor, head_name=f"고친 {who.pk}")
            assert provider.head_name == f"고친 {who.pk}"


def test_the_audit_keeps_which_fields_changed_and_not_what_they_say(busan, at):
    with at(busan.owner, busan) as actor:
        workflow.correct_provider(busan.provider, actor=actor, head_name="이하늘", phone="0519999999")
        assert AuditEvent.everything.get(verb="provider.corrected").facts == {"fields": ["head_name", "phone"]}


@pytest.mark.parametrize("who", ["neighbour", "officer", "auditor", "admin"])
def test_nobody_else_corrects_it(who, busan, at):
    with at(getattr(busan, who), busan) as actor, pytest.raises(PermissionDenied):
        workflow.correct_provider(busan.provider, actor=actor, head_name="남")


def test_a_viewer_changes_nothing(busan, at, place_facts):
    with at(busan.neighbour, busan) as actor:
        f.ProviderMemberFactory(provider=busan.provider, user=busan.neighbour, role="viewer")
        site = busan.provider.sites.get()
        for change in (
            lambda: workflow.correct_provider(busan.provider, actor=actor, head_name="남"),
            lambda: workflow.add_site(busan.provider, actor=actor, **place_facts()),
            lambda: workflow.change_site(site, actor=actor, name="남"),
            lambda: workflow.remove_site(site, actor=actor),
            lambda: workflow.change_offering(site.offerings.get(), actor=actor, is_active=False),
            lambda: workflow.add_document(busan.provider, actor=actor, kind="other", upload=files.upload(files.pdf(), "a.pdf")),
            lambda: workflow.register_again(busan.provider, actor=actor),
        ):
            with pytest.raises(PermissionDenied):
                change()


def test_after_the_confirmation_only_how_to_reach_it_changes(busan, at):
    with at(busan.owner, busan) as actor:
        provider = stage_of(busan.provider, Stage.CONFIRMED)
        assert workflow.correct_provider(provider, actor=actor, phone="0519999999").phone == "0519999999"
        with pytest.raises(Refused):
            workflow.correct_provider(provider, actor=actor, name="새 이름")


def test_correcting_the_number_to_somebody_elses_is_refused(busan, at):
    with at(busan.owner, busan) as actor, pytest.raises(Refused) as refusal:
        workflow.correct_provider(busan.provider, actor=actor, business_number=busan.neighbours.business_number)
    assert refusal.value.field == "business_number"


# ---- deciding

@pytest.mark.parametrize("who", ["officer", "manager"])
def test_officer_and_manager_confirm_and_its_people_are_told(who, busan, at):
    with at(getattr(busan, who), busan) as actor:
        provider = workflow.confirm_provider(busan.provider, actor=actor)
        assert provider.stage == Stage.CONFIRMED
        assert provider.decided_at
        assert told() == ["provider.confirmed"]
        assert {user.pk for user in queries.people_of(provider)} == {busan.owner.pk, busan.colleague.pk}


@pytest.mark.parametrize("who", ["director", "auditor", "admin", "owner", "colleague", "neighbour", "assessor"])
def test_nobody_else_decides(who, busan, at):
    with at(getattr(busan, who), busan) as actor:
        for decide in (workflow.confirm_provider, workflow.refuse_provider, workflow.close_provider):
            reason = {} if decide is workflow.confirm_provider else {"reason": "사유"}
            with pytest.raises(PermissionDenied):
                decide(busan.provider, actor=actor, **reason)


def test_an_officer_does_not_decide_about_the_provider_she_belongs_to(busan, at):
    with at(busan.officer, busan) as actor:
        f.ProviderMemberFactory(provider=busan.provider, user=busan.officer, role="viewer")
        with pytest.raises(PermissionDenied):
            workflow.confirm_provider(busan.provider, actor=actor)


def test_a_refusal_needs_its_reason_and_is_told_with_it(busan, at):
    with at(busan.officer, busan) as actor:
        with pytest.raises(Refused):
            workflow.refuse_provider(busan.provider, actor=actor, reason="  ")
        provider = workflow.refuse_provider(busan.provider, actor=actor, reason="등록증의 주소와 다릅니다.")
        assert provider.refusal_reason == "등록증의 주소와 다릅니다."
        assert told() == ["provider.refused"]
        assert AuditEvent.everything.get(verb="provider.refused").facts["to"] == "refused"


def test_the_owner_registers_again_after_a_refusal_and_days_are_counted_anew(busan, at):
    with at(busan.officer, busan) as actor:
        workflow.refuse_provider(busan.provider, actor=actor, reason="사유")
    with at(busan.colleague, busan) as actor, pytest.raises(PermissionDenied):
        workflow.register_again(busan.provider, actor=actor)
    with at(busan.owner, busan) as actor:
        provider = workflow.register_again(busan.provider, actor=actor)
        assert provider.stage == Stage.REGISTERED
        assert queries.confirmation_due(provider)


def test_a_decision_closes_the_deadline(busan, at, facts, certificate):
    with at(busan.owner, busan) as actor:
        provider, _new = workflow.register_provider(actor=actor, certificate=certificate(), **facts())
    with at(busan.officer, busan) as actor:
        workflow.confirm_provider(provider, actor=actor)
        assert queries.confirmation_due(provider) is None
        assert Deadline.everything.get().closed_at


def test_a_confirmed_registration_ends_with_a_reason(busan, at):
    with at(busan.manager, busan) as actor:
        workflow.confirm_provider(busan.provider, actor=actor)
        assert workflow.close_provider(busan.provider, actor=actor, reason="폐업").stage == Stage.CLOSED
        assert told() == ["provider.confirmed", "provider.closed"]


DOORS = {
    Stage.CONFIRMED: lambda p, actor: workflow.confirm_provider(p, actor=actor),
    Stage.REFUSED: lambda p, actor: workflow.refuse_provider(p, actor=actor, reason="사유"),
    Stage.CLOSED: lambda p, actor: workflow.close_provider(p, actor=actor, reason="사유"),
    Stage.REGISTERED: lambda p, actor: workflow.register_again(p, actor=actor),
}


@pytest.mark.parametrize("before", Stage)
@pytest.mark.parametrize("to", Stage)
def test_every_legal_move_goes_and_every_other_is_refused(before, to, busan, at):
    who = busan.owner if to == Stage.REGISTERED else busan.officer
    with at(who, busan) as actor:
        provider = stage_of(busan.provider, before)
        if to in MOVES[before]:
            assert DOORS[to](provider, actor).stage == to
        else:
            with pytest.raises(Refused):
                DOORS[to](provider, actor)
            provider.refresh_from_db()
            assert provider.stage == before


@pytest.mark.django_db(transaction=True)
def test_of_two_who_confirm_at_once_one_is_told_that_it_is_decided():
    place, both_have_read = people_of("busan"), Barrier(2)

    def confirm(user):
        try:
            with within(place.agency):
                actor, provider = Actor.of(user), Provider.everything.get(pk=place.provider.pk)
                both_have_read.wait(10)
                workflow.confirm_provider(provider, actor=actor)
            return "confirmed"
        except Refused as refusal:
            return str(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(confirm, [place.officer, place.manager]))
    assert sorted(answer == "confirmed" for answer in answers) == [False, True]
    with within(place.agency):
        assert verbs().count("provider.confirmed") == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_clicks_at_once_one_provider_comes(facts):
    place = people_of("busan")
    given = facts()

    def register(_click):
        try:
            with within(place.agency):
                upload = files.upload(files.pdf(), "등록증.pdf")
                return workflow.register_provider(actor=Actor.of(place.owner), certificate=upload, **given)[1]
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(register, range(2))) == [False, True]
    with within(place.agency):
        assert Provider.everything.filter(business_number=given["business_number"]).count() == 1


# ---- drafting and handing in (the predicates that applications ask)

def test_the_unconfirmed_may_draft_and_not_submit(busan, at):
    with at(busan.owner, busan) as actor:
        may = {}
        for stage in Stage:
            provider = stage_of(busan.provider, stage)
            may[stage] = (permissions.can_draft(actor, provider), permissions.can_submit(actor, provider))
    assert may == {Stage.REGISTERED: (True, False), Stage.CONFIRMED: (True, True),
                   Stage.REFUSED: (True, False), Stage.CLOSED: (False, False)}


# ---- sites, services, documents

def test_swapped_coordinates_are_refused_beside_their_field(busan, at, place_facts):
    with at(busan.owner, busan) as actor, pytest.raises(Refused) as refusal:
        workflow.add_site(busan.provider, actor=actor, **place_facts(latitude=129, longitude=35))
    assert refusal.value.field == "latitude"


def test_a_second_site_of_the_same_name_is_refused(busan, at, place_facts):
    with at(busan.owner, busan) as actor:
        workflow.add_site(busan.provider, actor=actor, **place_facts())
        with pytest.raises(Refused):
            workflow.add_site(busan.provider, actor=actor, **place_facts())
        assert busan.provider.sites.count() == 2


def test_a_site_with_services_stays_and_one_without_goes(busan, at, place_facts):
    with at(busan.owner, busan) as actor:
        empty = workflow.add_site(busan.provider, actor=actor, **place_facts())
        workflow.remove_site(empty, actor=actor)
        with pytest.raises(Refused):
            workflow.remove_site(busan.provider.sites.get(), actor=actor)


def test_a_service_is_entered_once_per_site(busan, at):
    with at(busan.owner, busan) as actor:
        offering = busan.provider.sites.get().offerings.get()
        with pytest.raises(Refused):
            workflow.add_offering(offering.site, actor=actor, service_type=offering.service_type)
        workflow.change_offering(offering, actor=actor, is_active=False)
        again = workflow.add_offering(offering.site, actor=actor, service_type=offering.service_type)
        with pytest.raises(Refused):
            workflow.change_offering(offering, actor=actor, is_active=True)
        assert again.is_active


def test_nothing_of_a_closed_provider_changes(busan, at, place_facts):
    with at(busan.owner, busan) as actor:
        provider = stage_of(busan.provider, Stage.CLOSED)
        for change in (
            lambda: workflow.correct_provider(provider, actor=actor, phone="0519999999"),
            lambda: workflow.add_site(provider, actor=actor, **place_facts()),
            lambda: workflow.add_document(provider, actor=actor, kind="other", upload=files.upload(files.pdf(), "a.pdf")),
        ):
            with pytest.raises(Refused):
                change()


def test_a_new_version_replaces_the_old_one_which_is_kept(busan, at, certificate):
    with at(busan.owner, busan) as actor:
        before = busan.provider.documents.get()
        after = workflow.add_document(busan.provider, actor=actor, kind="business_registration", upload=certificate())
        before.refresh_from_db()
        assert before.replaced_at
        assert after.replaced_at is None
        assert (after.file.shelf, after.name) == (busan.provider.public_id, "사업자등록증.pdf")


def test_the_same_file_again_changes_nothing(busan, at, certificate):
    with at(busan.owner, busan) as actor:
        first = workflow.add_document(busan.provider, actor=actor, kind="business_registration", upload=certificate())
        second = workflow.add_document(busan.provider, actor=actor, kind="business_registration", upload=certificate())
        assert first.pk == second.pk
        assert verbs().count("provider.document_added") == 1


# ---- what the database holds

@pytest.mark.parametrize("broken", [
    {"business_number": "00082"}, {"stage": "refused", "refusal_reason": ""}, {"stage": "closed", "closed_reason": ""},
])
def test_the_database_refuses_what_must_never_be(broken, busan):
    with within(busan.agency), pytest.raises(IntegrityError), transaction.atomic():
        Provider.everything.filter(pk=busan.provider.pk).update(**broken)


def test_the_database_keeps_one_active_membership_and_one_current_document(busan):
    with within(busan.agency):
        for make in (lambda: f.ProviderMemberFactory(provider=busan.provider, user=busan.owner),
                     lambda: f.ProviderDocumentFactory(provider=busan.provider, added_by=busan.owner)):
            with pytest.raises(IntegrityError), transaction.atomic():
                make()
        assert ProviderMember.everything.filter(provider=busan.provider).count() == 2
        assert ProviderDocument.everything.filter(provider=busan.provider).count() == 1
