"""The way back: an appeal against a sanction with its clock and its people; and the urgent suspension that a hearing follows."""
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import translation

from accounts.actors import Actor
from aftercare import workflow
from aftercare.models import Sanction, SanctionStatement
from aftercare.queries.sanction import statement_of, to_handle
from aftercare.queries.sanction_handlers import candidates_for
from certification.models import LogWaiting, RegisterEntry
from core import clock
from core.errors import Refused
from core.models import Errand
from core.tenancy import find_or_404
from correspondence.models import Deadline
from panels.models import Declaration, Involvement
from panels.workflow import answer_declaration
from providers.models import Bar
from tests import factories as f
from tests.aftercare.conftest import seoul
from tests.aftercare.sanctioning import (
    HEARD,
    REVOKING,
    again,
    answered,
    appealed,
    decided,
    drafted,
    free_people,
    handed_over,
    heard,
    in_effect,
    named,
    noticed,
    people,
    proposed,
    said,
)

FEBRUARY = seoul(2026, 2, 10, 10)


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


# ---- who handles

def test_who_took_part_is_excluded_by_person_with_the_reason(held):
    sanction = heard(held)
    place = held.place
    f.InvolvementFactory(person=place.committee.person, kind="consulted", subject=held.provider.public_id, matter=None)
    again_officer = f.MembershipFactory(role="assessor", user__person=place.officer.person).user
    against = {one.user: one.against for one in candidates_for(sanction)}
    assert against[place.officer] == against[again_officer] == ["Drafted this sanction, sent its notice or noted its hearing."]
    assert "Has consulted the provider." in against[place.committee] and against[place.assessor] == []
    with pytest.raises(Refused, match="cannot do this"):
        workflow.name_sanction_handlers(sanction, [place.assessor, again_officer], lead=place.assessor, actor=held.officer)


def test_nothing_opens_before_they_declare_and_nobody_reads_the_others_before_all_are_in(held):
    sanction, (one, other) = heard(held), people(held)
    workflow.name_sanction_handlers(sanction, [one, other], lead=one, actor=held.officer)
    assert not Sanction.objects.visible_to(Actor.of(one))
    first, second = named(held, sanction, *free_people(held))[:2]
    with clock.travel(HEARD):
        with pytest.raises(PermissionDenied):
            workflow.give_opinion(first, choice="impose", reason="x", actor=Actor.of(second.user))
        with pytest.raises(Refused, match="once all opinions are in"):
            workflow.propose(sanction, choice="impose", reason="x", actor=Actor.of(first.user))


def test_who_declares_an_interest_sees_nothing_and_gives_no_opinion(held):
    sanction, (one, other) = heard(held), people(held)
    workflow.name_sanction_handlers(sanction, [one, other], lead=one, actor=held.officer)
    answer_declaration(Declaration.everything.get(user=one), has_interest=True, statement="친척", actor=Actor.of(one))
    handler = again(sanction).handlers.get(user=one)
    assert not Sanction.objects.visible_to(Actor.of(one))
    with pytest.raises(Refused, match="declare first"):
        workflow.give_opinion(handler, choice="impose", reason="x", actor=Actor.of(one))
    workflow.end_sanction_handler(handler, reason="이해관계 신고", actor=held.officer)
    assert again(sanction).handlers.get(user=other, ended_at=None).is_lead


def test_who_declares_an_interest_later_leaves_it_with_the_opinion_and_the_desk_is_told(held):
    sanction = heard(held)
    third = free_people(held, 1)[0]
    with clock.travel(HEARD):
        rows = named(held, sanction, third, *people(held))
        for one in rows:
            workflow.give_opinion(one, choice="impose", reason="기록", actor=Actor.of(one.user))
        workflow.declare_for_sanction(Declaration.everything.get(user=third), has_interest=True, statement="사촌", is_relative=True,
                                      actor=Actor.of(third))
    left = again(rows[0])
    assert left.ended_at and again(sanction).handlers.get(ended_at=None, is_lead=True).user != third
    assert Errand.everything.filter(arguments__event="sanction.stood_back").count() == 1
    assert Involvement.everything.filter(person=third.person, kind="related", subject=held.provider.public_id).exists()
    assert to_handle(Actor.of(third)) == [] and not Sanction.objects.visible_to(Actor.of(third))


def test_with_the_interest_of_the_last_who_was_silent_all_opinions_are_in(held):
    sanction = heard(held)
    third = free_people(held, 1)[0]
    with clock.travel(HEARD):
        for one in named(held, sanction, *people(held), third)[:2]:
            workflow.give_opinion(one, choice="impose", reason="기록", actor=Actor.of(one.user))
        assert again(sanction).opinions_at is None
        workflow.declare_for_sanction(Declaration.everything.get(user=third), has_interest=True, statement="사촌", actor=Actor.of(third))
    assert again(sanction).opinions_at


def test_who_consulted_the_provider_does_not_declare_that_nothing_ties_them(held):
    sanction, (one, other) = heard(held), people(held)
    workflow.name_sanction_handlers(sanction, [one, other], lead=one, actor=held.officer)
    f.InvolvementFactory(person=one.person, kind="consulted", subject=held.provider.public_id, matter=None)
    with pytest.raises(Refused, match="within the last 24 months"):
        workflow.declare_for_sanction(Declaration.everything.get(user=one), has_interest=False, statement="", actor=Actor.of(one))


def test_what_comes_up_after_the_declaration_stops_the_opinion_and_the_proposal(held):
    sanction = heard(held)
    with clock.travel(HEARD):
        first, second = named(held, sanction)
        workflow.give_opinion(second, choice="impose", reason="기록", actor=Actor.of(second.user))
        f.InvolvementFactory(person=second.user.person, kind="consulted", subject=held.provider.public_id, matter=None)
        workflow.give_opinion(first, choice="impose", reason="기록", actor=Actor.of(first.user))
        with pytest.raises(Refused, match=f"no longer handle it.*{second.user}"):
            workflow.propose(again(sanction), choice="impose", reason="기록", actor=Actor.of(first.user))
        f.InvolvementFactory(person=first.user.person, kind="employed", subject=held.provider.public_id, matter=None)
        type(first).everything.filter(pk=first.pk).update(handed_in_at=None)
        with pytest.raises(Refused, match="Is employed at the provider"):
            workflow.give_opinion(again(first), choice="impose", reason="기록", actor=Actor.of(first.user))


def test_ties_are_found_without_a_service_of_the_holder(held):
    bare = f.ProviderFactory()
    held.certificates.update(offering=None, provider=bare)
    sanction, (one, other) = heard(held), people(held)
    f.InvolvementFactory(person=one.person, kind="related", subject=bare.public_id, matter=None)
    against = {user.user: user.against for user in candidates_for(again(sanction))}
    assert "Is related to people of the provider." in " ".join(against[one]) and against[other] == []


def test_who_proposed_stands_in_the_ledger_as_who_decided(held):
    sanction = proposed(held)
    persons = set(Involvement.everything.filter(matter=sanction.public_id, kind="decided").values_list("person", flat=True))
    assert persons == {user.person_id for user in people(held)}


# ---- what the provider says

def test_a_statement_is_its_providers_until_it_is_handed_in_and_never_the_citys(held):
    sanction = noticed(held)
    workflow.save_statement(sanction, "opinion", text="초안", base_version=0, actor=held.colleague, arrived_at=clock.now())
    assert statement_of(held.officer, sanction, "opinion") is None and statement_of(held.owner, sanction, "opinion").text == "초안"
    with pytest.raises(PermissionDenied):
        workflow.hand_in_statement(sanction, "opinion", base_version=1, actor=held.colleague, arrived_at=clock.now())
    workflow.hand_in_statement(sanction, "opinion", base_version=1, actor=held.owner, arrived_at=clock.now())
    assert len(statement_of(held.officer, sanction, "opinion").sha256) == 64
    assert statement_of(Actor.of(held.place.observer), sanction, "opinion") is None
    with pytest.raises(Refused, match="handed in already"):
        workflow.save_statement(sanction, "opinion", text="바꿈", base_version=2, actor=held.owner, arrived_at=clock.now())


def test_an_older_page_overwrites_nothing(held):
    sanction = noticed(held)
    for text, base, conflict in (("먼저", 0, False), ("나중", 0, True)):
        kept = workflow.save_statement(sanction, "opinion", text=text, base_version=base, actor=held.owner, arrived_at=clock.now())
        assert kept.conflict is conflict
    assert SanctionStatement.everything.get().text == "먼저"


def test_after_the_hearing_nothing_more_is_said(held):
    sanction = heard(held)
    with pytest.raises(Refused, match="The hearing is over"):
        said(held, sanction)


def test_the_neighbour_says_nothing(held):
    sanction = noticed(held)
    with pytest.raises(PermissionDenied):
        workflow.save_statement(sanction, "opinion", text="x", base_version=0, actor=held.neighbour, arrived_at=clock.now())


# ---- at once

def test_suspended_at_once_with_the_hearing_after_and_confirmed_without_a_day_between(held):
    sanction = drafted(held)
    for actor in (held.officer, held.manager):
        with pytest.raises(PermissionDenied):
            workflow.suspend_at_once(sanction, reason="학대 정황", actor=actor)
    sanction = workflow.suspend_at_once(sanction, reason="이용자 안전", actor=held.director)
    assert sanction.stage == "notified" and sanction.urgent_to == date(2026, 2, 10)
    assert again(held.certificate).state == "suspended" and Deadline.everything.filter(kind="sanction.urgent", closed_at=None).count() == 1
    with clock.travel(HEARD):
        workflow.note_hearing(sanction, heard="absent", actor=held.officer)
    in_effect(held, proposed(held, again(sanction)))
    certificate = again(held.certificate)
    assert (certificate.suspended_from, certificate.suspended_to) == (date(2026, 1, 12), date(2026, 4, 30))
    assert not Deadline.everything.filter(kind="sanction.urgent", closed_at=None)


def test_an_urgent_suspension_that_nobody_confirms_ends_by_itself(held):
    workflow.suspend_at_once(drafted(held), reason="이용자 안전", actor=held.director)
    certificate = again(held.certificate)
    assert certificate.state_on(date(2026, 2, 10)) == "suspended" and certificate.state_on(date(2026, 2, 11)) == "valid"


def test_dropped_an_urgent_suspension_is_lifted_at_once(held):
    sanction = workflow.suspend_at_once(drafted(held), reason="이용자 안전", actor=held.director)
    workflow.drop_sanction(sanction, reason="사실이 아님", actor=held.officer)
    assert again(held.certificate).is_in_force


def test_the_hearing_after_an_urgent_suspension_is_within_thirty_days(held):
    late = drafted(held, hearing_at=seoul(2026, 2, 20, 10), from_on=date(2026, 3, 2))
    with pytest.raises(Refused, match="within 30 days"):
        workflow.suspend_at_once(late, reason="이용자 안전", actor=held.director)
    assert again(held.certificate).is_in_force and again(late).stage == "draft"


# ---- appeal

def revoked(held):
    return in_effect(held, proposed(held, **REVOKING))


def test_upheld_it_is_in_force_again_and_register_log_bar_and_plaque_follow(held):
    order = handed_over(held)
    sanction = revoked(held)
    appeal = appealed(held, sanction, FEBRUARY)
    assert appeal.number == "2026-SA001" and appeal.answer_deadline.last_day == date(2026, 2, 24)
    answered(held, appeal, "uphold", seoul(2026, 2, 13, 10))
    certificate = again(held.certificate)
    assert again(sanction).stage == "overturned" and certificate.ended_on is None and certificate.ended_as == ""
    assert RegisterEntry.everything.get(certificate=certificate).ended_on is None
    log = LogWaiting.everything.filter(number=certificate.number).order_by("pk").values_list("verb", flat=True)
    assert list(log)[-2:] == ["revoked", "reinstated"]
    assert Bar.everything.get().lifted_at and again(order).stage == "handed_over"
    assert Errand.everything.filter(arguments__event="certificate.restored").count() == 1


def test_a_suspension_set_aside_is_lifted_and_one_not_yet_in_effect_never_comes(held):
    sanction = decided(held)
    appeal = appealed(held, sanction, seoul(2026, 1, 29, 15))
    answered(held, appeal, "uphold", seoul(2026, 1, 30, 10))
    assert again(sanction).stage == "overturned" and again(held.certificate).suspended_from is None


def test_rejected_the_decision_stands(held):
    sanction = in_effect(held)
    answered(held, appealed(held, sanction, FEBRUARY), "reject", seoul(2026, 2, 13, 10))
    assert again(sanction).stage == "in_effect"
    with clock.travel(seoul(2026, 2, 14, 10)):
        assert again(held.certificate).state == "suspended"
        with pytest.raises(Refused, match="one appeal"):
            said(held, again(sanction), "appeal")


@pytest.mark.parametrize(("at", "in_time"), [(seoul(2026, 3, 3, 23, 59), True), (seoul(2026, 3, 4), False)])
def test_thirty_days_from_the_day_it_was_told(held, at, in_time):
    sanction = in_effect(held)
    if in_time:
        assert appealed(held, sanction, at)
    else:
        with pytest.raises(Refused, match="could be handed in until 3 March 2026"):
            appealed(held, sanction, at)


def test_who_proposed_or_signed_the_decision_does_not_handle_its_appeal(held):
    appeal = appealed(held, in_effect(held), FEBRUARY)
    against = {one.user: one.against for one in candidates_for(appeal)}
    for user in (*people(held), held.place.manager):
        assert "Proposed, drafted, released or approved the decision." in against[user]
    with clock.travel(FEBRUARY), pytest.raises(Refused, match="cannot do this"):
        workflow.name_sanction_handlers(appeal, people(held), lead=people(held)[0], actor=held.officer)


def test_the_answer_is_prolonged_once_by_ten_days_with_a_reason(held):
    appeal = appealed(held, in_effect(held), FEBRUARY)
    with clock.travel(FEBRUARY + timedelta(days=1)):
        with pytest.raises(Refused, match="write the reason"):
            workflow.extend_answer_about(appeal, reason=" ", actor=held.officer)
        workflow.extend_answer_about(appeal, reason="자료 확인", actor=held.officer)
        assert again(appeal).answer_deadline.last_day == date(2026, 3, 6)
        with pytest.raises(Refused, match="prolonged once"):
            workflow.extend_answer_about(again(appeal), reason="다시", actor=held.officer)


def test_withdrawn_the_decision_stands(held):
    appeal = appealed(held, in_effect(held), FEBRUARY)
    with pytest.raises(PermissionDenied):
        workflow.withdraw_sanction_appeal(appeal, actor=held.officer)
    assert workflow.withdraw_sanction_appeal(appeal, actor=held.owner).stage == "withdrawn"


def test_a_stranger_sees_no_appeal(held):
    appeal = appealed(held, in_effect(held), FEBRUARY)
    with pytest.raises(Http404):
        find_or_404(type(appeal), held.neighbour, public_id=appeal.public_id)
