"""The wall between helping and judging, both ways: by the workflow, by E2's detection, by the database."""
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from accounts.actors import Actor
from aftercare import workflow
from aftercare.models import Consultation, Monitoring, MonitoringMember
from aftercare.queries import fits_for
from core import clock
from core.errors import Refused
from core.tenancy import within
from evaluations import workflow as evaluations
from panels.models import Declaration, Involvement
from providers.models import Offering
from tests import factories as f
from tests.aftercare import consulting as c
from tests.aftercare.sanctioning import heard, named
from tests.evaluations import batch
from tests.evaluations.path import Path
from tests.evaluations.test_committee import sitting


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def against(held, row, user):
    return " ".join(next(one for one in fits_for(held.officer, row) if one.consultant.user_id == user.pk).against)


def ledger(row):
    return Involvement.everything.get(matter=row.public_id, kind="consulted")


def test_the_ledger_knows_it_from_the_agreement_to_the_end(held):
    c.listed(held)
    row = c.told(held)
    assert not Involvement.everything.filter(kind="consulted").exists()
    row = c.agreed(held, row)
    assert (ledger(row).from_on, ledger(row).to_on) == (clock.date(2026, 1, 12), None)
    row, after = c.reported(held, row)
    assert ledger(row).to_on is None
    with clock.travel(after):
        workflow.rate_consultation(row, stars=5, words="", actor=held.owner)
    assert ledger(row).to_on == clock.date(2026, 1, 14)


def test_called_off_after_the_agreement_the_months_run_from_that_day(held):
    c.listed(held)
    row = c.agreed(held)
    workflow.call_off(row, reason="그만둡니다.", actor=held.officer)
    assert ledger(row).to_on == clock.date(2026, 1, 12)


@pytest.mark.parametrize(("days", "is_out"), [(700, True), (740, False)])
@pytest.mark.parametrize("kind", ["assessed", "decided"])
def test_who_judged_within_24_months_is_left_out_with_the_reason(held, kind, days, is_out):
    one = c.listed(held)
    f.InvolvementFactory(person=one.user.person, subject=held.provider.public_id, kind=kind, noted_at=clock.now() - timedelta(days=days))
    row = c.asked(held)
    words = {"assessed": "Assessed this provider", "decided": "Took part in a decision"}[kind]
    assert (words in against(held, row, one.user)) is is_out
    if is_out:
        with pytest.raises(Refused, match=words):
            workflow.choose_consultant(row, one, actor=held.officer)
    else:
        c.chosen(held, row, one)


@pytest.mark.parametrize("kind", ["employed", "owns", "related"])
def test_whoever_has_a_tie_is_left_out_and_who_consulted_before_is_not(held, kind):
    one = c.listed(held)
    f.InvolvementFactory(person=one.user.person, subject=held.provider.public_id, kind="consulted", matter=None)
    row = c.asked(held)
    assert against(held, row, one.user) == ""
    f.InvolvementFactory(person=one.user.person, subject=held.provider.public_id, kind=kind, matter=None)
    with pytest.raises(Refused, match="cannot come"):
        workflow.choose_consultant(row, one, actor=held.officer)


def test_who_works_there_or_at_the_desk_is_left_out(held):
    one, other = c.listed(held), c.another(held)
    f.ProviderMemberFactory(provider=held.provider, user=one.user, role="viewer")
    f.MembershipFactory(user=other.user, role="officer")
    row = c.asked(held)
    assert "Acts for the provider" in against(held, row, one.user)
    assert "Works on cases" in against(held, row, other.user)


def test_who_handles_a_sanction_or_is_named_for_a_monitoring_visit_is_left_out(held):
    one, other = c.listed(held), c.another(held)
    row = c.asked(held)
    f.MembershipFactory(user=one.user, role="assessor")
    named(held, heard(held), one.user, held.place.assessor)
    assert "Handles a sanction of this provider." in against(held, row, one.user) and against(held, row, other.user) == ""
    visit = Monitoring.everything.create(
        duty=f.DutyFactory(certificate=held.certificate, kind="monitoring_visit"), certificate=held.certificate, provider=held.provider,
        offering=held.offering, is_announced=True, label="x", planned_at=clock.now())
    MonitoringMember.everything.create(monitoring=visit, user=other.user, named_at=clock.now())
    assert "Goes to a monitoring visit of this provider." in against(held, row, other.user)


def test_what_comes_up_after_the_choice_stops_the_agreement(held):
    one = c.listed(held)
    row = c.told(held)
    f.InvolvementFactory(person=one.user.person, subject=held.provider.public_id, kind="related", matter=None)
    with pytest.raises(Refused, match="cannot come"):
        c.agreed(held, row)


def test_the_database_lets_no_judge_consult_whoever_writes(held):
    one = c.listed(held)
    row = c.told(held)
    f.InvolvementFactory(person=one.user.person, subject=held.provider.public_id, kind="decided")
    with pytest.raises(IntegrityError, match="consults it no earlier"), transaction.atomic():
        Consultation.everything.filter(pk=row.pk).update(stage="agreed", agreed_at=clock.now())


def test_the_database_asks_for_the_ledgers_line(held):
    c.listed(held)
    row = c.told(held)
    with pytest.raises(IntegrityError, match="when the ledger knows"), transaction.atomic():
        Consultation.everything.filter(pk=row.pk).update(stage="agreed", agreed_at=clock.now())


# ---- the existing doors refuse the consultant

@pytest.fixture
def case(busan, settings):
    """A case of the provider that waits for assessors, and its certificate of another service; the consultant is in the pool too."""
    settings.DEMO = True
    path = Path(busan).screened()
    with within(busan.agency):
        f.MembershipFactory(user=busan.consultant, role="assessor")
        f.PoolMemberFactory(user=busan.consultant)
        path.certificate = f.CertificateFactory(offering=Offering.everything.get(site__provider=busan.provider), valid_from=clock.today())
        path.consultant_of = lambda: f.ConsultantFactory(user=busan.consultant)
        yield path


def people(path):
    return {name: Actor.of(getattr(path.place, name)) for name in ("officer", "owner", "consultant")}


def consulted(path):
    who, one = people(path), path.consultant_of()
    row = workflow.ask_consulting(path.certificate, words="기록", topics=[], wished_on=[], shared=[], actor=who["owner"])
    workflow.choose_consultant(row, one, actor=who["officer"])
    workflow.answer_asking(row, is_accepted=True, actor=who["consultant"])
    return workflow.agree_consultant(row, actor=who["owner"])


def test_a_consultant_is_not_assigned_as_assessor_and_24_months_later_is(case):
    row = consulted(case)
    with pytest.raises(Refused, match="excluded from this case.*consulted the provider within the last 24 months"):
        evaluations.assign_assessor(case.fresh(), case.place.consultant, actor=case.officer)
    with pytest.raises(IntegrityError, match="assesses it no earlier than 24 months"), transaction.atomic():
        f.InvolvementFactory(person=case.place.consultant.person, subject=case.provider.public_id, kind="assessed")
    Involvement.everything.filter(matter=row.public_id).update(to_on=clock.today() - timedelta(days=740))
    assert evaluations.assign_assessor(case.fresh(), case.place.consultant, actor=case.officer)


def test_an_assessor_of_an_open_case_does_not_become_its_consultant(case):
    evaluations.assign_assessor(case.fresh(), case.place.consultant, actor=case.officer)
    with pytest.raises(Refused, match="Assesses an open case"):
        consulted(case)


def test_a_member_who_has_the_case_on_the_agenda_does_not_become_its_consultant(busan):
    room = sitting(busan, batch.ready(busan))
    with within(busan.agency):
        member, provider = room.seats[0].user, room.application.provider
        f.MembershipFactory(user=member, role="consultant")
        one = f.ConsultantFactory(user=member)
        certificate = f.CertificateFactory(offering=Offering.everything.get(site__provider=provider), valid_from=clock.today())
        row = f.ConsultationFactory(certificate=certificate)
        with pytest.raises(Refused, match="Decides on an open case"):
            workflow.choose_consultant(row, one, actor=Actor.of(busan.officer))


def test_who_consulted_neither_declares_that_nothing_ties_them_nor_votes(busan):
    room = sitting(busan, batch.ready(busan))
    with within(busan.agency):
        member = room.seats[0].user
        f.InvolvementFactory(person=member.person, subject=room.application.provider.public_id, kind="consulted", matter=None)
        declaration = Declaration.everything.get(user=member, matter=room.application.matter)
        Declaration.everything.filter(pk=declaration.pk).update(answered_at=None, has_interest=None)
        with pytest.raises(Refused, match="consulted this provider within the last 24 months"):
            evaluations.declare(declaration, has_interest=False, statement="", actor=Actor.of(member))
        ballot = f.BallotFactory(item=room.item)
        with pytest.raises(IntegrityError, match="decides about it no earlier"), transaction.atomic():
            f.RollEntryFactory(ballot=ballot, seat=room.seats[0], person=member.person)
        other = room.seats[1]
        f.RollEntryFactory(ballot=ballot, seat=other, person=other.user.person)
