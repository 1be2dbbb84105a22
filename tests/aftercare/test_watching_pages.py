"""The pages of self-inspections, monitoring visits and corrective actions, as each person sees them."""
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.actors import Actor
from aftercare import workflow
from aftercare.models import (
    ChangedCertificate,
    ChangeReport,
    Complaint,
    CorrectiveAction,
    Inspection,
    InspectionRow,
    InspectionSeal,
    Monitoring,
)
from aftercare.queries import holders_by_risk, receipt_of
from certification.models import Indicator, RegisterReport
from core import clock
from core.addresses import at_home_of
from correspondence.models import Letter
from panels.models import Declaration, PoolMember
from panels.workflow import note_involvement
from tests import factories as f
from tests.aftercare.conftest import seoul
from tests.aftercare.watching import assessors, carried_out, certificate_of_eight, declare, handed_in, planned, rows


@pytest.fixture
def here(held):
    """`held` today, with `duty` of a self-inspection and `visit_duty` that are open, and `open(user)` a browser."""
    held.visit.sample = ["1.2.1"]
    held.visit.save(update_fields=["sample"])
    held.eight = certificate_of_eight(held)
    window = {"certificate": held.eight, "opens_on": date(2026, 1, 5), "due_on": date(2026, 2, 27)}
    held.duty, held.visit_duty = f.DutyFactory(**window), f.DutyFactory(**window, kind="monitoring_visit")
    return held


def page(held, user, name, public_id=None, post=None, query="", **headers):
    with at_home_of(held.place.agency):
        address = reverse(name, args=[public_id] if public_id else [])
    client = Client()
    client.force_login(user)
    return client.post(f"{address}?lang=en", post, follow=True) if post is not None else client.get(f"{address}?lang=en{query}", **headers)


def text(answer):
    return " ".join(answer.content.decode().split())


def test_the_owner_goes_from_the_portals_reminder_to_the_row_and_hands_in(here):
    owner = here.place.owner
    assert "The yearly self-inspection is due" in text(page(here, owner, "portal"))
    assert "Begin the self-inspection" in text(page(here, owner, "portal_inspection", here.duty.public_id))
    assert "8 of 8 indicators are still to do" in text(page(here, owner, "portal_begin_inspection", here.duty.public_id, {}))
    inspection = Inspection.everything.get()
    for row in rows(inspection):
        shown = page(here, owner, "portal_inspection_row", row.public_id)
        assert "Unchanged" in text(shown)
        page(here, owner, "portal_inspection_row", row.public_id,
             {"version": row.version, "rating": "meets", "change": "unchanged", "explanation": "", "do": "save"})
    assert "All 8 indicators are written" in text(page(here, owner, "portal_inspection", here.duty.public_id))
    assert "has arrived" in text(page(here, owner, "portal_hand_in_inspection", here.duty.public_id, {}))
    assert "What you handed in" in text(page(here, owner, "portal_inspection", here.duty.public_id))
    assert "The receipt is being made" in text(page(here, owner, "portal_inspection", here.duty.public_id))
    seal = InspectionSeal.everything.get()
    assert page(here, owner, "portal_inspection_receipt", seal.public_id).status_code == 404
    letter = receipt_of(seal)
    assert seal.sha256 in str(letter.blocks) and letter.addressee == here.eight.provider_name
    Letter.everything.filter(pk=letter.pk).update(file=f.StoredFileFactory(), sha256="x", made_at=clock.now())
    assert letter.number in text(page(here, owner, "portal_inspection", here.duty.public_id))
    assert page(here, here.place.neighbour, "portal_inspection_receipt", seal.public_id).status_code == 404
    assert "Self-inspections" in text(page(here, owner, "portal_watched"))


def test_what_was_typed_on_an_older_page_stays_in_the_form(here):
    row = rows(workflow.begin_inspection(here.duty, actor=here.owner, arrived_at=clock.now()))[0]
    words = {"version": 0, "rating": "meets", "change": "changed", "explanation": "먼저 쓴 글"}
    page(here, here.place.colleague, "portal_inspection_row", row.public_id, words)
    late = page(here, here.place.owner, "portal_inspection_row", row.public_id, words | {"explanation": "나중에 쓴 글"})
    assert late.status_code == 409 and "먼저 쓴 글" in text(late) and "나중에 쓴 글" in text(late)
    assert InspectionRow.everything.get(pk=row.pk).text == "먼저 쓴 글"


@pytest.mark.parametrize("who", ["neighbour", "officer", "assessor", "consultant"])
def test_somebody_elses_inspection_and_correction_are_unknown(here, who):
    row = rows(workflow.begin_inspection(here.duty, actor=here.owner, arrived_at=clock.now()))[0]
    action = asked(here)
    user = getattr(here.place, who)
    for name, public_id in (("portal_inspection", here.duty.public_id), ("portal_inspection_row", row.public_id),
                            ("portal_correction", action.public_id), ("portal_write_correction", action.public_id)):
        assert page(here, user, name, public_id).status_code == 404


def asked(here):
    return workflow.request_correction(here.eight, Indicator.everything.get(version=here.eight.version, code="1.2.2"), told="기록이 없음",
                                       actor=here.officer)


def test_the_desk_reads_what_was_handed_in_asks_back_and_notes_it_as_seen(here):
    inspection, officer = handed_in(here, here.duty), here.place.officer
    assert "1 self-inspection to read" in text(page(here, officer, "admin:index"))
    assert here.provider.name in text(page(here, officer, "desk_inspections"))
    assert "What was handed in" in text(page(here, officer, "desk_inspection", inspection.public_id))
    empty = page(here, officer, "desk_return_inspection", inspection.public_id, {"return-reason": ""})
    assert "This field is required" in text(empty)
    page(here, officer, "desk_return_inspection", inspection.public_id, {"return-reason": "근거를 붙여 주십시오."})
    assert "근거를 붙여 주십시오." in text(page(here, here.place.owner, "portal_inspection", here.duty.public_id))
    workflow.hand_in_inspection(here.again(inspection), actor=here.owner, arrived_at=clock.now())
    page(here, officer, "desk_inspection_seen", inspection.public_id, {"seen-note": ""})
    assert here.again(inspection).stage == "seen"


def test_a_corrective_action_from_the_portal_to_its_effect(here):
    action, owner, officer = asked(here), here.place.owner, here.place.officer
    assert "A corrective action is to be handed in" in text(page(here, owner, "portal"))
    page(here, owner, "portal_write_correction", action.public_id,
         {"version": 0, "cause": "담당자 교체", "plan": "매월 점검", "done_on": "2026-02-10", "do": "save"})
    page(here, owner, "portal_hand_in_correction", action.public_id, {})
    assert "1 corrective action to answer" in text(page(here, officer, "admin:index"))
    assert "담당자 교체" in text(page(here, officer, "desk_corrective", action.public_id))
    wrong = page(here, officer, "desk_answer_corrective", action.public_id, {
        "answer-is_accepted": "accept", "answer-reason": "좋습니다", "answer-check_on": "2026-02-01"})
    assert "only after 10 February 2026" in text(wrong) and "좋습니다" in text(wrong)
    page(here, officer, "desk_answer_corrective", action.public_id, {
        "answer-is_accepted": "accept", "answer-reason": "좋습니다", "answer-check_on": "2026-03-02"})
    with clock.travel(seoul(2026, 3, 2, 9)):
        assert "1 effect to check" in text(page(here, officer, "admin:index"))
        page(here, officer, "desk_corrective_effect", action.public_id, {"effect-outcome": "effective", "effect-reason": "기록 확인"})
    assert here.again(action).outcome == "effective"


def test_a_visit_is_planned_declared_and_read_on_pages(here):
    users, officer = assessors(), here.place.officer
    shown = page(here, officer, "desk_plan_monitoring", here.visit_duty.public_id)
    assert "always looked at" in text(shown) and str(users[0]) in text(shown)
    keys = [value for value, name in shown.context["form"].fields["team"].choices if name in map(str, users)]
    given = {"starts_at": "2026-02-03T10:00", "hours": 3, "team": keys, "lead": keys[0], "codes": [f"1.2.{n}" for n in range(1, 7)]}
    assert "always looked at: 1.2.1" in text(page(here, officer, "desk_plan_monitoring", here.visit_duty.public_id, given | {
        "codes": [f"1.2.{n}" for n in range(2, 8)]}))
    page(here, officer, "desk_plan_monitoring", here.visit_duty.public_id, given)
    monitoring = Monitoring.everything.get()
    asked_of = Declaration.everything.get(user=users[0])
    assert "Monitoring visits: declare first" in text(page(here, users[0], "assess_home"))
    assert page(here, users[0], "declaration", asked_of.public_id).status_code == 302
    assert page(here, users[0], "assess_monitoring", monitoring.public_id).status_code == 404
    page(here, users[0], "monitoring_declaration", asked_of.public_id, {"answer": "none"})
    assert "What is looked at" in text(page(here, users[0], "assess_monitoring", monitoring.public_id))
    assert "The team comes on" in text(page(here, here.place.owner, "portal_monitoring", monitoring.public_id))
    declare(monitoring, users[1])
    with clock.travel(seoul(2026, 2, 3, 10)):
        carried_out(here.again(monitoring), users)
        assert "점검 기록이 없음" in text(page(here, here.place.owner, "portal_monitoring", monitoring.public_id))
    assert "점검 기록이 없음" in text(page(here, officer, "desk_monitoring", monitoring.public_id))


def test_what_the_team_does_that_day_is_said_before_the_visit_is_planned_and_moved(here):
    users, officer = assessors(3), here.place.officer
    other = f.DutyFactory(certificate=f.CertificateFactory(version=here.eight.version), kind="monitoring_visit", opens_on=date(2026, 1, 5),
                          due_on=date(2026, 2, 27))
    planned(here, other, users[1:], starts_at=seoul(2026, 2, 3, 14))        # nobody of it has declared yet
    f.AbsenceFactory(member=PoolMember.everything.get(user=users[0]), from_on=date(2026, 2, 4), to_on=date(2026, 2, 5))
    choices = page(here, officer, "desk_plan_monitoring", here.visit_duty.public_id).context["form"].fields["team"].choices
    keys = [next(value for value, name in choices if name == str(user)) for user in users[:2]]
    given = {"starts_at": "2026-02-03T10:00", "hours": 3, "team": keys, "lead": keys[0], "codes": [f"1.2.{n}" for n in range(1, 7)]}
    shown = page(here, officer, "desk_plan_monitoring", here.visit_duty.public_id, given)
    assert f"{users[1]} visits" in text(shown) and "mean these dates nevertheless" in text(shown)
    assert Monitoring.everything.count() == 1 and shown.context["form"]["starts_at"].value() == given["starts_at"]
    page(here, officer, "desk_plan_monitoring", here.visit_duty.public_id, given | {"starts_at": "2026-02-06T10:00"})
    mine = Monitoring.everything.get(duty=here.visit_duty)
    move = {"move-starts_at": "2026-02-04T10:00", "move-reason": "기관 사정"}
    assert f"{users[0]} is not available on 4 February 2026" in text(page(here, officer, "desk_move_monitoring", mine.public_id, move))
    assert clock.seoul(here.again(mine).visit.starts_at).day == 6
    page(here, officer, "desk_move_monitoring", mine.public_id, move | {"move-despite": "on"})
    assert clock.seoul(here.again(mine).visit.starts_at).day == 4
    assert "Something stands against this day" in text(page(here, officer, "desk_monitoring", mine.public_id))


def test_an_unannounced_visit_has_no_page_for_the_provider(here):
    duty = f.DutyFactory(certificate=here.eight, kind="monitoring_visit", announced=False, opens_on=date(2026, 1, 5),
                         due_on=date(2026, 2, 27))
    monitoring = planned(here, duty, assessors(), starts_at=seoul(2026, 2, 3, 10))
    assert page(here, here.place.owner, "portal_monitoring", monitoring.public_id).status_code == 404
    for name in ("portal", "portal_watched"):
        assert monitoring.label not in text(page(here, here.place.owner, name))


def test_whom_to_visit_says_why_in_words_and_numbers_and_a_button_demands(here):
    RegisterReport.everything.create(certificate=here.eight, kind="service", words="x", arrived_at=clock.now())
    quiet = f.CertificateFactory()
    with clock.travel(seoul(2026, 3, 2, 9)):
        first, second = holders_by_risk(here.officer)
        assert (first.certificate, [(one.code, one.number, one.points) for one in first.reasons]) == (
            here.eight, [("late", 2, 6), ("reports", 1, 2)])
        assert second.certificate == quiet and second.reasons == []
        shown = text(page(here, here.place.officer, "desk_risks"))
        assert "2 duties are late" in shown and "1 report from citizens within a year" in shown
        assert "Plan a visit" not in text(page(here, here.place.auditor, "desk_risks"))
        page(here, here.place.officer, "desk_demand_visit", quiet.public_id, {
            "opens_on": "2026-03-02", "due_on": "2026-04-30", "announced": "no", "reason": "확인이 필요함"})
        duty = holders_by_risk(here.officer)[1].visit
        assert (duty.announced, duty.origin, duty.reason) == (False, "desk", "확인이 필요함")


def test_complaints_and_reported_changes_of_the_last_year_speak_for_a_visit(here):
    def told(outcome="", days=10, **facts):
        facts = {"certificate": here.eight, "provider": here.provider} | facts
        number = f"C{Complaint.everything.count()}"
        Complaint.everything.create(about="holder", category="fees", words="x", code_hash=number, outcome=outcome, number=number,
                                    arrived_at=clock.now() - timedelta(days=days), **facts)

    def changed(kind, days=10, stage="handed_in"):
        site = f.SiteFactory(provider=here.provider) if kind == "address" else None
        report = ChangeReport.everything.create(
            provider=here.provider, kind=kind, site=site, number=f"C{ChangeReport.everything.count()}", stage=stage,
            arrived_at=clock.now() - timedelta(days=days), happened_on=clock.today(), due_on=clock.today(), begun_at=clock.now(),
            begun_by=here.place.owner)
        ChangedCertificate.everything.create(report=report, certificate=here.eight)

    for facts in ({}, {"outcome": "founded"}, {"outcome": "unfounded"}, {"outcome": "no_ground"}, {"days": 366}, {"certificate": None}):
        told(**facts)
    for facts in (("head",), ("address",), ("address", 366), ("succession", 10, "withdrawn"), ("name",)):
        changed(*facts)
    first = holders_by_risk(here.officer)[0]
    assert {one.code: (one.number, one.points) for one in first.reasons} == {"complaints": (3, 9), "heads": (1, 2), "moved": (1, 2)}
    shown = text(page(here, here.place.officer, "desk_risks"))
    assert "3 complaints within a year" in shown and "1 new address reported within a year" in shown
    note_involvement(here.place.officer.person, kind="related", subject_type="providers.provider", subject=here.provider.public_id,
                     actor=here.manager)
    assert "complaints" not in {one.code for one in holders_by_risk(Actor.of(here.place.officer))[0].reasons}


def queries_of(held, name):
    with CaptureQueriesContext(connection) as seen:
        page(held, held.place.officer, name)
    return len(seen)


@pytest.mark.parametrize("name", ["desk_risks", "desk_correctives", "desk_inspections", "desk_monitorings"])
def test_three_rows_take_as_many_statements_as_one(here, name):
    def more():
        certificate = f.CertificateFactory(version=here.eight.version)
        workflow.request_correction(certificate, Indicator.everything.get(version=here.eight.version, code="1.2.3"), told="x",
                                    actor=here.officer)
        duty = f.DutyFactory(certificate=certificate, opens_on=date(2026, 1, 5), due_on=date(2026, 1, 11))
        Inspection.everything.create(duty=duty, provider=certificate.provider, version=here.eight.version, stage="handed_in",
                                     begun_at=clock.now(), begun_by=here.place.owner, handed_in_at=clock.now())
        visit_duty = f.DutyFactory(certificate=certificate, kind="monitoring_visit", opens_on=date(2026, 1, 5), due_on=date(2026, 1, 11))
        Monitoring.everything.create(
            duty=visit_duty, certificate=certificate, provider=certificate.provider, offering=certificate.offering, is_announced=True,
            label="x", planned_at=clock.now(), visit=f.VisitFactory(stage="planned"))

    more()
    page(here, here.place.officer, name)
    one = queries_of(here, name)
    more()
    more()
    assert queries_of(here, name) == one
    assert CorrectiveAction.everything.count() == 3
