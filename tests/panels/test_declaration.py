"""Declarations of interest and recusals; the ledger of involvements."""
import uuid
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from accounts.actors import Actor
from core.errors import Refused
from core.models import AuditEvent, Errand
from panels import queries, workflow
from panels.models import Declaration, Involvement, Recusal
from tests import factories as f

CASE = {"subject_type": "evaluations.application", "label": "햇살아동상담센터, 치매예방서비스"}
SYSTEM = Actor.system("test")


def told():
    return [errand.arguments["event"] for errand in Errand.everything.filter(task="correspondence.tasks.announce").order_by("pk")]


def asked(user, matter=None, **more):
    return workflow.ask_declaration(user, matter=matter or uuid.uuid4(), actor=SYSTEM, **CASE | more)


def answer(declaration, user, has_interest, statement=""):
    return workflow.answer_declaration(declaration, has_interest=has_interest, statement=statement, actor=Actor.of(user))


# ---- asking

def test_asking_twice_asks_once(here):
    matter = uuid.uuid4()
    assert asked(here.assessor, matter) == asked(here.assessor, matter)
    assert told() == ["declaration.asked"]
    assert list(queries.person_asked(Declaration.everything.get())) == [here.assessor]


@pytest.mark.parametrize("who", ["officer", "manager"])
def test_case_workers_ask(who, here):
    assert workflow.ask_declaration(here.assessor, matter=uuid.uuid4(), actor=Actor.of(getattr(here, who)), **CASE).answered_at is None


@pytest.mark.parametrize("who", ["director", "auditor", "admin", "assessor", "committee", "owner"])
def test_nobody_else_asks(who, here):
    with pytest.raises(PermissionDenied):
        workflow.ask_declaration(here.assessor, matter=uuid.uuid4(), actor=Actor.of(getattr(here, who)), **CASE)


# ---- answering

def test_not_asked_asked_none_and_an_interest_are_four_things(here):
    matter = uuid.uuid4()
    assert queries.declaration_of(here.assessor, matter) is None
    declaration = asked(here.assessor, matter)
    assert queries.declaration_of(here.assessor, matter).has_interest is None
    answer(declaration, here.assessor, False)
    assert queries.declaration_of(here.assessor, matter).has_interest is False
    answer(declaration, here.assessor, True, "사촌이 근무합니다.")
    assert queries.declaration_of(here.assessor, matter).has_interest is True


def test_only_who_was_asked_answers(here):
    declaration = asked(here.assessor)
    for who in (here.officer, here.manager, here.committee, here.owner):
        with pytest.raises(PermissionDenied):
            answer(declaration, who, False)


def test_an_interest_needs_its_words(here):
    with pytest.raises(Refused) as refusal:
        answer(asked(here.assessor), here.assessor, True, "   ")
    assert refusal.value.field == "statement"


def test_with_an_interest_the_person_stands_back_at_once(here):
    declaration = answer(asked(here.assessor), here.assessor, True, "사촌이 근무합니다.")
    recusal = Recusal.everything.get()
    assert (recusal.matter, recusal.user, recusal.person, recusal.ground, recusal.reason) == (
        declaration.matter, here.assessor, here.assessor.person, "declared", "사촌이 근무합니다.")


def test_none_may_become_an_interest_but_never_back(here):
    declaration = answer(asked(here.assessor), here.assessor, False)
    assert answer(declaration, here.assessor, False) == declaration
    answer(declaration, here.assessor, True, "사촌이 근무합니다.")
    answer(declaration, here.assessor, True, "사촌이 근무합니다.")
    with pytest.raises(Refused, match="no longer be taken back"):
        answer(declaration, here.assessor, False)
    assert Recusal.everything.count() == 1


def test_the_audit_keeps_that_it_was_answered_and_not_what_was_said(here):
    answer(asked(here.assessor), here.assessor, True, "사촌이 근무합니다.")
    facts = [event.facts for event in AuditEvent.everything.all()]
    assert "사촌" not in str(facts)
    assert {"has_interest": True} in facts


def test_the_database_knows_no_half_answer(here):
    for half in ({"has_interest": None}, {"answered_at": None}, {"has_interest": True, "statement": ""}):
        with pytest.raises(IntegrityError, match="answered_means|interest_is_stated"), transaction.atomic():
            f.DeclarationFactory(**half)


# ---- standing back

def stand_back(user, actor, ground="own_will", matter=None, reason="친분이 있습니다."):
    return workflow.recuse(user, subject_type=CASE["subject_type"], matter=matter or uuid.uuid4(), ground=ground, reason=reason,
                           actor=actor)


def test_everybody_stands_back_themselves(here):
    assert stand_back(here.assessor, Actor.of(here.assessor)).recused_by == here.assessor


@pytest.mark.parametrize("ground", ["detected", "challenged", "own_will"])
def test_case_workers_and_the_system_recuse_others(ground, here):
    for actor in (Actor.of(here.officer), Actor.of(here.manager), SYSTEM):
        assert stand_back(here.assessor, actor, ground).ground == ground


@pytest.mark.parametrize("who", ["director", "auditor", "admin", "committee", "owner"])
def test_nobody_else_recuses_anybody(who, here):
    with pytest.raises(PermissionDenied):
        stand_back(here.assessor, Actor.of(getattr(here, who)))


def test_a_declaration_is_made_by_declaring_only(here):
    for actor in (Actor.of(here.officer), Actor.of(here.assessor), SYSTEM):
        with pytest.raises(PermissionDenied):
            stand_back(here.assessor, actor, "declared")
    with pytest.raises(PermissionDenied):
        stand_back(here.officer, Actor.of(here.officer), "challenged")


def test_standing_back_twice_is_refused_and_needs_a_reason(here):
    matter = uuid.uuid4()
    stand_back(here.assessor, Actor.of(here.assessor), matter=matter)
    with pytest.raises(Refused, match="already"):
        stand_back(here.assessor, Actor.of(here.officer), "detected", matter)
    with pytest.raises(Refused, match="reason"):
        stand_back(here.assessor, Actor.of(here.assessor), reason="  ")


# ---- reading

def test_a_file_opens_only_after_none_was_declared(here):
    matter, actor = uuid.uuid4(), Actor.of(here.assessor)

    def opens():
        one, many = queries.may_read(here.assessor, matter), matter in queries.matters_open_to(actor).values_list("matter", flat=True)
        assert one == many
        return one

    assert not opens()
    declaration = asked(here.assessor, matter)
    assert not opens()
    answer(declaration, here.assessor, False)
    assert opens()
    stand_back(here.assessor, Actor.of(here.officer), "challenged", matter)
    assert not opens()


def test_a_second_account_of_the_same_person_stands_back_too(here):
    other, matter = f.UserFactory(person=here.assessor.person), uuid.uuid4()
    answer(asked(other, matter), other, False)
    assert queries.may_read(other, matter)
    stand_back(here.assessor, Actor.of(here.assessor), matter=matter)
    assert queries.is_recused(other, matter)
    assert not queries.may_read(other, matter)
    assert not queries.matters_open_to(Actor.of(other)).exists()


def test_an_account_without_a_person_is_taken_for_itself_only(here):
    unnamed, other = f.UserFactory(person=None), f.UserFactory(person=None)
    recusal = stand_back(unnamed, Actor.of(here.officer), "detected")
    assert queries.is_recused(unnamed, recusal.matter)
    assert not queries.is_recused(other, recusal.matter)


@pytest.mark.parametrize("many", [1, 3])
def test_open_declarations_are_ones_own_and_unanswered(many, here, django_assert_num_queries):
    waiting = [asked(here.assessor) for _ in range(many)]
    answer(asked(here.assessor), here.assessor, False)
    asked(here.committee)
    actor = Actor.of(here.assessor)
    with django_assert_num_queries(1):
        assert list(queries.open_declarations(actor)) == waiting
    assert list(queries.open_declarations(Actor.of(here.officer))) == []


# ---- the ledger

def noted(person, actor=SYSTEM, **more):
    about = {"subject_type": "providers.provider", "subject": uuid.UUID(int=7), "kind": "consulted"}
    return workflow.note_involvement(person, actor=actor, **about | more)


def test_noting_twice_is_once_with_a_case_and_without(here):
    person = here.assessor.person
    for matter in (None, uuid.UUID(int=8)):
        first = noted(person, matter=matter, from_on=date(2026, 1, 1))
        assert noted(person, matter=matter) == first
    assert Involvement.everything.count() == 2
    assert AuditEvent.everything.filter(verb="involvement.noted").count() == 2
    with pytest.raises(IntegrityError, match="an_involvement_once"), transaction.atomic():
        f.InvolvementFactory(person=person, kind="consulted", subject=uuid.UUID(int=7), matter=None)


def test_who_judged_did_so_in_a_case(here):
    with pytest.raises(IntegrityError, match="judged_in_a_matter"), transaction.atomic():
        noted(here.assessor.person, kind="assessed")


def test_a_citizen_notes_nothing(here):
    with pytest.raises(PermissionDenied):
        noted(here.assessor.person, actor=Actor.public())


def test_the_ledger_is_read_by_person_subject_and_case(here):
    person = here.assessor.person
    case, other = noted(person, kind="assessed", matter=uuid.UUID(int=8)), noted(person, subject=uuid.UUID(int=9))
    noted(here.committee.person)
    assert list(queries.involvements_of(person)) == [other, case]
    assert list(queries.involvements_of(person, subject=uuid.UUID(int=9))) == [other]
    assert list(queries.involvements_of(person, matter=uuid.UUID(int=8))) == [case]
