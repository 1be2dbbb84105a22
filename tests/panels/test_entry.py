"""What is kept of an assessor: employers and the ledger that follows them, days away, qualifications, ties, the yearly pledge."""
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, ProgrammingError, transaction

from accounts.actors import Actor
from accounts.models import District
from core import clock
from core.errors import Refused
from panels import fitness, queries, workflow
from panels.conflicts import Conflict, Kind
from panels.models import Absence, Employment, Involvement, Overruling, Qualification, YearlyPledge
from panels.models.involvement import BUSINESS, PROVIDER, business_of
from panels.pledge import VERSION
from providers.models import ServiceType
from tests import factories as f


@pytest.fixture(autouse=True)
def demo(settings):
    """Numbers that begin with 000 pass only with DEMO."""
    settings.DEMO = True


@pytest.fixture
def member(here):
    return f.PoolMemberFactory(user=here.assessor)


@pytest.fixture
def oneself(here):
    return Actor.of(here.assessor)


@pytest.fixture
def officer(here):
    return Actor.of(here.officer)


def tie_of(member, number):
    return Involvement.everything.filter(person=member.user.person, subject=business_of(number), subject_type=BUSINESS).first()


# ---- employers

def test_an_employer_stands_in_the_ledger_until_its_last_day_and_after(member, oneself):
    row = workflow.add_employer(member, name=" 가온복지재단 ", number="000-82-00006", from_on=date(2020, 3, 2), actor=oneself)
    tie = tie_of(member, "0008200006")
    assert (row.name, tie.kind, tie.label, tie.from_on, tie.to_on) == ("가온복지재단", "employed", "가온복지재단", date(2020, 3, 2), None)
    workflow.end_employer(row, to_on=clock.today(), actor=oneself)
    assert tie_of(member, "0008200006").to_on == clock.today()


def test_what_somebody_owns_is_another_tie_than_where_they_work(member, oneself):
    for capacity in ("employed", "owns"):
        workflow.add_employer(member, name="가온", number="0008200006", capacity=capacity, actor=oneself)
    assert set(Involvement.everything.filter(person=member.user.person).values_list("kind", flat=True)) == {"employed", "owns"}


def test_two_terms_at_one_employer_are_one_tie_from_the_first_day_to_the_last(member, oneself):
    workflow.add_employer(member, name="가온", number="0008200006", from_on=date(2015, 1, 1), to_on=date(2018, 1, 1), actor=oneself)
    workflow.add_employer(member, name="가온", number="0008200006", from_on=date(2024, 1, 1), actor=oneself)
    tie = tie_of(member, "0008200006")
    assert (tie.from_on, tie.to_on) == (date(2015, 1, 1), None)
    assert Employment.everything.filter(member=member).count() == 2


def test_the_same_employer_entered_again_is_not_there_twice(member, oneself):
    for number in ("", "0008200006"):
        workflow.add_employer(member, name="가온", number=number, actor=oneself)
    assert Employment.everything.get(member=member).business_number == "0008200006"


@pytest.mark.parametrize(("typed", "field"), [
    ({"name": " "}, "name"), ({"name": "가온", "number": "123"}, "number"),
    ({"name": "가온", "from_on": date(2024, 1, 2), "to_on": date(2024, 1, 1)}, "to_on")])
def test_what_no_employment_can_be_is_refused_beside_its_field(member, oneself, typed, field):
    with pytest.raises(Refused) as refused:
        workflow.add_employer(member, **typed, actor=oneself)
    assert refused.value.field == field and not Employment.everything.exists()


def test_an_end_lies_neither_before_the_beginning_nor_in_the_future_and_comes_once(member, oneself):
    row = workflow.add_employer(member, name="가온", from_on=date(2024, 1, 2), actor=oneself)
    for day in (date(2024, 1, 1), clock.today() + timedelta(days=1)):
        with pytest.raises(Refused):
            workflow.end_employer(row, to_on=day, actor=oneself)
    workflow.end_employer(row, to_on=clock.today(), actor=oneself)
    with pytest.raises(Refused, match="ended already"):
        workflow.end_employer(row, to_on=clock.today(), actor=oneself)


@pytest.mark.parametrize("who", ["director", "auditor", "committee", "owner"])
def test_nobody_else_keeps_an_entry(member, here, who):
    actor, absence = Actor.of(getattr(here, who)), f.AbsenceFactory(member=member)
    employment, qualification = f.EmploymentFactory(member=member), f.QualificationFactory(member=member)
    for work in (
            lambda: workflow.add_employer(member, name="가온", actor=actor),
            lambda: workflow.end_employer(employment, to_on=clock.today(), actor=actor),
            lambda: workflow.add_absence(member, from_on=clock.today(), to_on=clock.today(), actor=actor),
            lambda: workflow.remove_absence(absence, actor=actor),
            lambda: workflow.choose_fields(member, [], [], actor=actor),
            lambda: workflow.add_qualification(member, kind="x", actor=actor),
            lambda: workflow.remove_qualification(qualification, actor=actor),
            lambda: workflow.note_tie(member, kind="owns", business_number="0008200006", actor=actor),
            lambda: workflow.sign_pledge(member, VERSION, actor=actor)):
        with pytest.raises(PermissionDenied):
            work()


def test_assessors_keep_neither_their_qualifications_nor_their_ties(member, oneself):
    for work in (lambda: workflow.add_qualification(member, kind="x", actor=oneself),
                 lambda: workflow.note_tie(member, kind="owns", business_number="0008200006", actor=oneself),
                 lambda: workflow.choose_fields(member, [], [], actor=oneself)):
        with pytest.raises(PermissionDenied):
            work()


# ---- what officers keep

def test_fields_are_those_chosen_last_and_no_others(member, officer):
    services, districts = list(ServiceType.objects.all()[:3]), list(District.objects.all()[:3])
    workflow.choose_fields(member, services[:2], districts[:2], actor=officer)
    workflow.choose_fields(member, services[1:], districts[2:], actor=officer)
    facts = queries.facts_of(member)
    assert set(facts["services"]) == set(services[1:]) and facts["districts"] == districts[2:]


def test_a_qualification_is_corrected_by_its_number_and_renewed_by_another(member, officer):
    workflow.add_qualification(member, kind="양성과정", number="1", valid_until=date(2025, 1, 1), actor=officer)
    row = workflow.add_qualification(member, kind="양성과정", number="1", valid_until=date(2025, 6, 1), actor=officer)
    workflow.add_qualification(member, kind="양성과정", number="2", valid_until=date(2028, 1, 1), actor=officer)
    assert list(Qualification.everything.order_by("number").values_list("valid_until", flat=True)) == [date(2025, 6, 1), date(2028, 1, 1)]
    workflow.remove_qualification(row, actor=officer)
    assert Qualification.everything.count() == 1
    with pytest.raises(Refused, match="which qualification"):
        workflow.add_qualification(member, kind=" ", actor=officer)


def test_a_tie_names_the_provider_if_there_is_one_of_the_number(here, member, officer):
    tie = workflow.note_tie(member, kind="related", business_number=here.provider.business_number, actor=officer)
    assert (tie.subject_type, tie.subject, tie.label) == (PROVIDER, here.provider.public_id, "")
    other = workflow.note_tie(member, kind="owns", business_number=f.number(777_777), label="라온", actor=officer)
    assert (other.subject_type, other.label) == (BUSINESS, "라온")
    ended = workflow.note_tie(member, kind="related", business_number=here.provider.business_number, to_on=clock.today(), actor=officer)
    assert ended.pk == tie.pk and ended.to_on == clock.today()
    assert [name for _row, name in queries.ties_of(officer, member.user)] == ["라온", here.provider.name]


def test_a_tie_needs_a_number_and_a_kind_that_is_noted_by_hand(member, officer):
    for wrong, field in (({"business_number": ""}, "business_number"), ({"kind": "assessed"}, "kind")):
        with pytest.raises(Refused) as refused:
            workflow.note_tie(member, **{"kind": "owns", "business_number": "0008200006"} | wrong, actor=officer)
        assert refused.value.field == field


# ---- days away and the pledge

def test_days_away_are_noted_and_taken_back(member, oneself):
    day = clock.today()
    with pytest.raises(Refused, match="before the first"):
        workflow.add_absence(member, from_on=day, to_on=day - timedelta(days=1), actor=oneself)
    row = workflow.add_absence(member, from_on=day, to_on=day + timedelta(days=3), actor=oneself)
    assert "Not available until" in fitness.remarks(queries.my_entry(oneself))[-1]
    workflow.remove_absence(row, actor=oneself)
    assert not Absence.everything.exists()


def test_a_pledge_is_signed_by_the_assessor_alone_with_the_text_that_was_read(here, member, oneself):
    with pytest.raises(PermissionDenied):
        workflow.sign_pledge(member, VERSION, actor=Actor.of(here.manager))
    with pytest.raises(Refused, match="read it again"):
        workflow.sign_pledge(member, "2019-1", actor=oneself)
    signed = workflow.sign_pledge(member, VERSION, actor=oneself)
    assert signed.version == VERSION and "judge every case" in signed.words
    assert workflow.sign_pledge(member, VERSION, actor=oneself) == signed
    assert YearlyPledge.everything.count() == 1
    assert queries.my_entry(oneself).signed_on == clock.today()


def test_signing_brings_employers_into_the_ledger_that_were_entered_before_the_name(here, member, oneself):
    f.EmploymentFactory(member=member, business_number="0008200006")
    workflow.sign_pledge(member, VERSION, actor=oneself)
    assert tie_of(member, "0008200006")


def test_a_signed_pledge_never_changes(member):
    signed = f.YearlyPledgeFactory(member=member)
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        YearlyPledge.everything.filter(pk=signed.pk).update(words="다른 말")


def test_who_has_left_the_pool_keeps_and_signs_nothing_more(member, oneself, officer):
    workflow.leave_pool(member, actor=officer)
    for work in (lambda: workflow.sign_pledge(member, VERSION, actor=oneself),
                 lambda: workflow.add_employer(member, name="x", actor=oneself),
                 lambda: workflow.add_qualification(member, kind="x", actor=officer),
                 lambda: workflow.choose_fields(member, [], [], actor=officer)):
        with pytest.raises(Refused, match="left the pool"):
            work()


# ---- the ledger's own refusal

def test_who_has_consulted_is_refused_in_a_sentence(here):
    f.InvolvementFactory(person=here.assessor.person, subject=here.provider.public_id, kind="consulted", matter=None)
    with pytest.raises(Refused, match="has consulted the provider within 24 months"):
        workflow.note_involvement(here.assessor.person, subject_type=PROVIDER, subject=here.provider.public_id, kind="assessed",
                                  matter=here.provider.public_id, actor=Actor.of(here.assessor))


# ---- overruling

def overrule(here, kind, reason="다른 심사위원이 없습니다.", who="manager"):
    return workflow.overrule(here.assessor, [Conflict(kind, "이웃")], subject_type="evaluations.application",
                             matter=here.provider.public_id, reason=reason, actor=Actor.of(getattr(here, who)))


def test_only_a_manager_overrules_with_a_reason_and_no_ground_of_exclusion(here):
    with pytest.raises(PermissionDenied):
        overrule(here, Kind.COMPETITOR, who="officer")
    with pytest.raises(Refused, match="write the reason"):
        overrule(here, Kind.COMPETITOR, reason="  ")
    with pytest.raises(Refused, match="cannot be overruled"):
        overrule(here, Kind.RELATED)
    assert overrule(here, Kind.FORMER_EMPLOYER).kinds == ["former_employer"]


def test_past_the_workflow_the_database_overrules_no_ground_of_exclusion_and_keeps_what_is(here):
    with pytest.raises(IntegrityError, match="no_ground_of_exclusion_is_overruled"), transaction.atomic():
        f.OverrulingFactory(kinds=["competitor", "employed"])
    with pytest.raises(IntegrityError, match="overruled_with_a_reason"), transaction.atomic():
        f.OverrulingFactory(reason="")
    row = f.OverrulingFactory()
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Overruling.everything.filter(pk=row.pk).update(reason="다른 이유")


@pytest.mark.parametrize(("who", "sees"), [("officer", 1), ("director", 1), ("auditor", 1), ("assessor", 0), ("committee", 0),
                                          ("owner", 0)])
def test_who_reads_cases_reads_what_was_overruled(here, who, sees):
    row = f.OverrulingFactory()
    assert len(queries.overrulings_of(Actor.of(getattr(here, who)), row.matter)) == sees


# ---- how many cases

def test_how_many_cases_they_take_on_say_oneself_and_the_desk(here, member, oneself, officer):
    for actor, count in ((oneself, 4), (officer, 7)):
        assert workflow.choose_load(member, most_cases=count, actor=actor).most_cases == count
    for who in (here.director, here.committee):
        with pytest.raises(PermissionDenied):
            workflow.choose_load(member, most_cases=4, actor=Actor.of(who))
    for count in (0, 100):
        with pytest.raises(Refused, match="from 1 to 99|1에서 99"):
            workflow.choose_load(member, most_cases=count, actor=oneself)
    workflow.leave_pool(member, actor=officer)
    with pytest.raises(Refused):
        workflow.choose_load(member, most_cases=4, actor=oneself)
