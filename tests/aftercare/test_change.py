"""A change report: begun, written, handed in once, late or in time, asked back; entered by the desk; what is refused."""
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import translation

from aftercare import workflow
from aftercare.models import ChangeFile, ChangeReport
from aftercare.queries import change_counts, changes_found, own_reports
from aftercare.workflow.change import FILES
from core import clock
from core.errors import Refused
from core.models import AuditEvent, Errand
from correspondence.models import Deadline, Letter
from tests.aftercare.changing import HEAD, NUMBER, PAUSE_END, again, begun, closed, handed_in, head, moved, paper, succeeded, written
from tests.aftercare.conftest import seoul


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def told(event):
    return Errand.everything.filter(task="correspondence.tasks.announce", arguments__event=event).count()


def test_in_time_it_has_its_number_receipt_and_the_days_for_the_answer(held):
    report = head(held)
    assert (report.stage, report.number, report.due_on, report.days_late) == ("handed_in", "2026-N001", date(2026, 1, 19), 0)
    assert report.before == {"head_name": held.certificate.head_name} and report.decide_deadline.last_day == date(2026, 1, 26)
    assert Letter.everything.get(kind="change.receipt", language="ko").addressee == held.provider.name
    assert [row.certificate for row in report.touched.all()] == [held.certificate]


def test_late_is_taken_and_said_with_the_days(held):
    report = head(held, on=date(2025, 12, 20))
    assert (report.due_on, report.days_late) == (date(2026, 1, 5), 7)
    for language, words in (("en", "7 days late"), ("ko", "7일")):
        assert words in str(Letter.everything.get(kind="change.receipt", language=language).blocks)


def test_a_draft_is_reminded_of_from_the_day_that_is_typed_and_no_longer_once_it_is_handed_in(held):
    report = written(held, facts=HEAD)
    assert Deadline.everything.get(kind="change.report", closed_at=None).last_day == date(2026, 1, 19)
    workflow.hand_in_change(report, actor=held.owner, arrived_at=clock.now(), declared=True)
    assert not Deadline.everything.filter(kind="change.report", closed_at=None).exists()


def test_begun_twice_is_one_draft_and_a_second_open_report_of_a_kind_is_refused(held):
    assert begun(held) == begun(held)
    head(held)
    with pytest.raises(Refused, match="open already: 2026-N001"):
        begun(held)
    assert begun(held, "name")


def test_the_database_holds_one_open_report_of_a_kind(held):
    head(held)
    with pytest.raises(IntegrityError, match="one_open_report_of_a_kind"), transaction.atomic():
        ChangeReport.everything.create(provider=held.provider, kind="head", begun_at=clock.now(), begun_by=held.place.owner)


def test_it_is_handed_in_once(held):
    report = head(held)
    with pytest.raises(Refused, match="handed in already"):
        workflow.hand_in_change(report, actor=held.owner, arrived_at=clock.now(), declared=True)
    with pytest.raises(Refused, match="no longer be changed"):
        workflow.save_change(report, facts=HEAD, happened_on=None, until_on=None, note="", base_version=9, actor=held.owner)


def test_without_the_declaration_it_is_not_handed_in(held):
    with pytest.raises(Refused, match="declare"):
        workflow.hand_in_change(written(held, facts=HEAD), actor=held.owner, arrived_at=clock.now(), declared=False)


def test_an_older_page_overwrites_nothing(held):
    report = written(held, facts=HEAD)
    kept = workflow.save_change(report, facts={"head_name": "다른이"}, happened_on=None, until_on=None, note="", base_version=0,
                                actor=held.colleague)
    assert kept.conflict and again(report).facts == HEAD


@pytest.mark.parametrize(("kind", "said", "sentence"), [
    ("head", {"facts": {"head_name": " "}}, "fill this in"),
    ("head", {"facts": HEAD, "on": None}, "Fill in the day"),
    ("head", {"facts": HEAD, "on": date(2026, 1, 13)}, "not come yet"),
    ("head", {"facts": HEAD, "on": date(2025, 12, 8)}, "no certificate yet"),
    ("suspension", {"on": date(2026, 3, 1)}, "last day without business"),
    ("suspension", {"on": date(2025, 12, 10), "until": date(2026, 1, 11)}, "over before it was reported"),
    ("succession", {"facts": {"manner": "merger", "successor_name": "가", "successor_number": "1018100011"}}, "a digit is mistyped"),
    ("succession", {"on": date(2026, 1, 13), "facts": {"manner": "merger", "successor_name": "가", "successor_number": NUMBER}},
     "not come yet"),
])
def test_what_is_missing_or_wrong_has_its_own_sentence(held, kind, said, sentence):
    with pytest.raises(Refused, match=sentence):
        handed_in(held, kind, **said)


def test_nothing_new_is_refused_and_nobody_succeeds_themselves(held):
    with pytest.raises(Refused, match="Nothing would change"):
        handed_in(held, "head", facts={"head_name": held.provider.head_name})
    held.provider.business_number = NUMBER
    held.provider.save()
    with pytest.raises(Refused, match="your own number"):
        succeeded(held)


def test_the_last_day_of_a_pause_lies_not_before_its_first(held):
    with pytest.raises((Refused, IntegrityError)):
        handed_in(held, "suspension", on=date(2026, 3, 1), until=date(2026, 2, 1))


def test_closure_and_suspension_may_lie_ahead(held):
    assert handed_in(held, "suspension", on=date(2026, 4, 1), until=PAUSE_END).due_on == date(2026, 2, 1)
    assert closed(held, date(2026, 6, 30)).days_late == 0


def test_after_the_certificate_has_ended_or_run_out_nothing_is_reported(held):
    with clock.travel(seoul(2028, 12, 9, 9)), pytest.raises(Refused, match="No certificate in force"):
        begun(held)
    held.certificates.filter(pk=held.certificate.pk).update(ended_on=date(2026, 1, 10), ended_as="revoked")
    with pytest.raises(Refused, match="No certificate in force"):
        begun(held)


def test_what_ended_while_it_was_written_is_refused_at_the_handing_in(held):
    report = written(held, facts=HEAD)
    held.certificates.filter(pk=held.certificate.pk).update(ended_on=date(2026, 1, 12), ended_as="revoked")
    with pytest.raises(Refused, match="No certificate in force"):
        workflow.hand_in_change(report, actor=held.owner, arrived_at=clock.now(), declared=True)


@pytest.mark.parametrize("who", ["neighbour", "officer", "assessor"])
def test_only_its_own_people_write_it(held, who):
    report = begun(held)
    for deed in (lambda: begun(held, "name", by=getattr(held, who)), lambda: workflow.withdraw_change(report, actor=getattr(held, who))):
        with pytest.raises(PermissionDenied):
            deed()


def test_a_colleague_hands_in_a_new_head_and_the_owner_alone_a_closure(held):
    assert head(held, by=held.colleague)
    report = written(held, "closure", on=date(2026, 3, 31))
    with pytest.raises(PermissionDenied):
        workflow.hand_in_change(report, actor=held.colleague, arrived_at=clock.now(), declared=True)


def test_a_draft_is_the_providers_alone_and_nobody_elses_afterwards_but_the_desks(held):
    report = begun(held)
    assert list(own_reports(held.owner)) == [report] and not changes_found(held.officer)
    head(held)
    assert list(changes_found(held.officer)) == [report] and not changes_found(held.neighbour) and not own_reports(held.neighbour)
    assert change_counts(held.officer) == {"waiting": 1, "asked": 0, "manager": 0, "owed": 0, "over": 0}


def test_documents_go_along_as_they_are_when_it_is_handed_in(held):
    report = written(held, facts=HEAD)
    link = FILES.attach_upload(report, paper(), actor=held.owner, arrived_at=clock.now())
    workflow.hand_in_change(report, actor=held.owner, arrived_at=clock.now(), declared=True)
    kept = ChangeFile.objects.visible_to(held.officer).get(report=report)
    assert (kept.name, kept.sha256) == (link.evidence.name, link.evidence.file.sha256)
    with pytest.raises(Refused):
        FILES.detach(link, actor=held.owner, arrived_at=clock.now())
    assert not ChangeFile.objects.visible_to(held.neighbour).exists()


def test_asked_back_it_is_completed_within_fourteen_days_and_keeps_the_day_of_its_arrival(held):
    report = head(held)
    with pytest.raises(Refused, match="what is needed"):
        workflow.ask_back(report, reason=" ", actor=held.officer)
    report = workflow.ask_back(report, reason="등기부등본을 내 주십시오.", actor=held.officer)
    assert (report.stage, report.asked_deadline.last_day) == ("asked", date(2026, 1, 26))
    with pytest.raises(Refused, match="no longer waits"):
        workflow.accept_change(report, actor=held.officer)
    arrived = report.arrived_at
    with clock.travel(seoul(2026, 1, 20, 9)):
        report = workflow.hand_in_change(report, actor=held.owner, arrived_at=clock.now(), declared=True)
    assert (report.stage, report.number, report.arrived_at, report.days_late) == ("handed_in", "2026-N001", arrived, 0)
    assert not Deadline.everything.filter(kind="change.answer", closed_at=None).exists()


def test_what_came_on_paper_counts_from_the_paper_and_keeps_its_scan(held):
    said = {"origin": "paper", "facts": HEAD, "happened_on": date(2025, 12, 29), "until_on": None, "note": "", "actor": held.officer}
    with pytest.raises(Refused, match="scan"):
        workflow.enter_change(held.provider, "head", arrived_at=clock.now(), upload=None, **said)
    with pytest.raises(Refused, match="still to come"):
        workflow.enter_change(held.provider, "head", arrived_at=clock.now() + timedelta(hours=1), upload=paper(), **said)
    report = workflow.enter_change(held.provider, "head", arrived_at=seoul(2026, 1, 9, 10), upload=paper(), **said)
    assert (report.stage, report.origin, report.days_late, report.files.count()) == ("handed_in", "paper", 0, 1)
    assert told("change.entered_paper") == 1 and report.objects_until is None
    with pytest.raises(PermissionDenied):
        workflow.enter_change(held.provider, "head", arrived_at=seoul(2026, 1, 9, 10), upload=paper(), **said | {"actor": held.owner})


def noticed(held):
    return workflow.enter_change(held.provider, "head", origin="noticed", facts=HEAD, happened_on=date(2026, 1, 5), until_on=None,
                                 note="홈페이지에서 확인", arrived_at=None, upload=None, actor=held.officer)


def test_what_the_agency_has_noticed_may_be_objected_to_for_seven_days_and_is_not_decided_before(held):
    report = noticed(held)
    assert (report.objects_until, told("change.noticed")) == (date(2026, 1, 19), 1)
    with pytest.raises(Refused, match="may still object"):
        workflow.accept_change(report, actor=held.officer)
    with pytest.raises(PermissionDenied):
        workflow.withdraw_change(report, actor=held.owner)
    report = workflow.answer_noticed(report, objection="아닙니다.", actor=held.owner)
    with pytest.raises(Refused, match="answered this already"):
        workflow.answer_noticed(report, objection="", actor=held.owner)
    assert workflow.refuse_change(report, reason="제공기관의 설명이 맞습니다.", actor=held.officer).stage == "refused"


def test_after_seven_days_nobody_objects_any_more_and_it_is_decided(held):
    report = noticed(held)
    with clock.travel(seoul(2026, 1, 20, 0)):
        with pytest.raises(Refused, match="is over"):
            workflow.answer_noticed(report, objection="늦었습니다", actor=held.owner)
        assert workflow.accept_change(report, actor=held.officer).stage == "accepted"


def test_it_is_withdrawn_before_it_is_answered_and_not_while_it_is_being_decided(held):
    assert workflow.withdraw_change(head(held), actor=held.owner).stage == "withdrawn"
    report = closed(held)
    workflow.propose_decision(report, continues=False, words="확인", actor=held.officer)
    with pytest.raises(Refused, match="about to decide"):
        workflow.withdraw_change(report, actor=held.owner)


def test_each_deed_stands_in_the_audit_trail(held):
    report = moved(held)
    verbs = AuditEvent.everything.filter(subject_type="aftercare.changereport", subject_id=str(report.pk)).values_list("verb", flat=True)
    assert {"change.begun", "change.saved", "change.handed_in"} <= set(verbs)
