"""Writing a performance report together, what a number may look like, giving it to be approved, handing it in, the seal."""
import hashlib
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.utils import translation

from accounts.actors import Actor
from agencies.lateness import days_late, deduction
from agencies.models import ReportFile
from agencies.queries.report import Progress, entries_of, received_reports, standings_in
from agencies.report_seal import content_of, sealed_text
from agencies.typed_numbers import read_number, shown_number
from agencies.workflow import report as writing
from agencies.workflow import report_handing_in as handing_in
from core import clock
from core.errors import Refused
from core.models import FileScan
from core.tenancy import within
from correspondence.models import Deadline, Letter
from tests.agencies.reporting import attach, digest_of, entries_in, given, hand_in, handed_in, make_whole, released, report_of, write

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


# ---- numbers as they are typed

@pytest.mark.parametrize(("typed", "kept"), [
    ("1,234", "1234"), ("1234.50", "1234.5"), (" 12 명 ", "12"), ("１，２３４", "1234"), ("-0.5", "-0.5"), ("007", "7"), ("", ""),
    ("  ", ""), ("12.0", "12")])
def test_a_number_is_read_as_people_type_it(typed, kept):
    assert read_number(typed, unit="명", is_whole="." not in kept) == kept


@pytest.mark.parametrize(("typed", "sentence"), [
    ("열두 명", "Enter a number"), ("12,34", "Enter a number"), ("1.5", "whole number"), ("9" * 15, "too long"), ("1e5", "Enter a number"),
    ("NaN", "Enter a number")])
def test_what_is_no_number_gets_its_sentence(typed, sentence):
    with pytest.raises(ValidationError, match=sentence):
        read_number(typed, unit="명", is_whole=True)


def test_a_number_is_shown_with_commas():
    assert [shown_number(one) for one in ("1234567.5", "-1000", "12", "")] == ["1,234,567.5", "-1,000", "12", ""]


# ---- writing together

def test_what_is_written_is_kept_with_who_and_counts(opened, busan):
    saved = write(busan, "A1-2", text="글", figures={"met": "9"}, last_year="고쳤습니다.", user=busan.manager)
    entry = entries_in(busan)["A1-2"]
    assert (entry.text, entry.figures, entry.last_year, entry.version) == ("글", {"met": "9"}, "고쳤습니다.", 1)
    assert saved.entry.written_by == busan.manager and not saved.conflict


def test_an_older_page_never_overwrites_a_newer_text(opened, busan):
    write(busan, "A1-1", text="먼저")
    late = write(busan, "A1-1", text="나중", user=busan.manager, base=0)
    assert late.conflict and late.entry.text == "먼저" and entries_in(busan)["A1-1"].text == "먼저"
    same = write(busan, "A1-1", text="먼저", base=0)
    assert not same.conflict


@pytest.mark.parametrize("who", ["director", "auditor", "trainer", "observer", "owner"])
def test_only_officers_and_managers_write(opened, busan, who):
    with pytest.raises(PermissionDenied):
        write(busan, "A1-1", user=getattr(busan, who))


def test_while_it_is_being_approved_nothing_is_written_and_nothing_is_lost(opened, busan):
    before = entries_in(busan)["A1-1"]
    given(busan)
    with within(busan.agency):
        saved = writing.save_entry(before, text="늦은 글", figures={}, last_year="", base_version=1, actor=Actor.of(busan.officer))
        assert saved.is_closed
        with pytest.raises(Refused, match="being approved"):
            attach(busan, "A1-1")
    assert entries_in(busan)["A1-1"].text == "올해 실적을 적었습니다."


def test_what_is_being_approved_is_not_written(opened, busan):
    given(busan)
    assert write(busan, "A1-1", text="늦은 글").is_closed and entries_in(busan)["A1-1"].text == "올해 실적을 적었습니다."


def test_the_same_file_is_kept_once_and_can_be_taken_away(opened, busan):
    first, again = attach(busan, "A1-1"), attach(busan, "A1-1", name="다른 이름.pdf")
    assert first == again and first.path.startswith(f"busan/{opened.public_id}/")
    with within(busan.agency):
        writing.remove_file(ReportFile.everything.get(), actor=Actor.of(busan.officer))
        assert not ReportFile.everything.exists()


# ---- what is missing

def test_what_is_missing_is_said_for_each_indicator(opened, busan, central):
    write(busan, "A1-2", figures={"met": "1"})
    with within(busan.agency), pytest.raises(Refused) as refused:
        handing_in.give_to_approve(opened, actor=Actor.of(busan.officer))
    sentence = str(refused.value)
    assert "A1-1 Indicator A1-1: The text is missing." in sentence
    assert "A1-2 Indicator A1-2: Figures are missing: planned." in sentence
    assert "B1-1 Indicator B1-1: Figures are missing: met, planned." in sentence and "B1-1 Indicator B1-1: The text" not in sentence


def test_evidence_is_asked_for_where_the_card_asks_for_it(opened, busan):
    write(busan, "A1-1")
    entry = entries_in(busan)["A1-1"]
    assert Progress(entry, []).is_done
    entry.indicator.evidence_ko = "회의록"
    assert Progress(entry, []).lacks_evidence


def test_a_file_with_malware_keeps_the_report_back(opened, busan):
    make_whole(busan)
    file = attach(busan, "A1-1")
    with within(busan.agency):
        FileScan.everything.update_or_create(file=file.file, defaults={"state": "infected"})
        with pytest.raises(Refused, match="Malware was found"):
            handing_in.give_to_approve(opened, actor=Actor.of(busan.officer))


def test_a_file_with_malware_is_not_done(opened, busan):
    write(busan, "A1-1")
    file = attach(busan, "A1-1")
    with within(busan.agency):
        FileScan.everything.update_or_create(file=file.file, defaults={"state": "infected"})
        entry = next(one for one in entries_of(Actor.of(busan.officer), opened) if one.indicator.code == "A1-1")
        assert not Progress(entry, [], list(entry.files.all())).is_done


# ---- the way through the house

def test_an_officers_report_goes_by_the_manager_to_the_director(opened, busan, central):
    given(busan)
    with within(busan.agency), pytest.raises(Refused):
        handing_in.hand_in_report(report_of(busan), digest_of(busan), agreed_days=0, arrived_at=clock.now(), actor=Actor.of(busan.director))
    with within(busan.agency):
        handing_in.release_report(report_of(busan), digest_of(busan), actor=Actor.of(busan.manager))
    report = hand_in(busan)
    assert (report.stage, report.days_late) == ("submitted", 0)
    with within(central.agency):
        assert list(received_reports(Actor.of(central.officer))) == [report]


def test_from_a_manager_it_goes_to_the_director_at_once(opened, busan):
    given(busan, by="manager")
    assert hand_in(busan).is_sealed


@pytest.mark.parametrize("who", ["officer", "manager", "auditor"])
def test_nobody_but_the_director_hands_in(opened, busan, who):
    """Nor learn what it would cost now."""
    released(busan)
    for arrived_at in (clock.now(), clock.now() + timedelta(days=400)):
        with within(busan.agency), pytest.raises(PermissionDenied):
            handing_in.hand_in_report(report_of(busan), digest_of(busan), agreed_days=0, arrived_at=arrived_at,
                                      actor=Actor.of(getattr(busan, who)))


def test_what_the_page_did_not_show_is_not_handed_in(opened, busan):
    released(busan)
    with within(busan.agency), pytest.raises(Refused, match="changed since this page"):
        handing_in.hand_in_report(report_of(busan), "0" * 64, agreed_days=0, arrived_at=clock.now(), actor=Actor.of(busan.director))


def test_sent_back_with_a_reason_it_can_be_written_and_given_again(opened, busan):
    released(busan)
    with within(busan.agency):
        with pytest.raises(Refused, match="reason"):
            handing_in.send_report_back(report_of(busan), " ", actor=Actor.of(busan.director))
        handing_in.send_report_back(report_of(busan), "수치를 다시 확인해 주십시오.", actor=Actor.of(busan.director))
    assert write(busan, "A1-1", text="고친 글").entry.text == "고친 글"
    with within(busan.agency):
        handing_in.give_to_approve(report_of(busan), actor=Actor.of(busan.manager))
    assert hand_in(busan).is_sealed


def test_handed_in_twice_it_is_handed_in_once(opened, busan):
    handed_in(busan)
    with pytest.raises(Refused, match="handed in already"):
        hand_in(busan)


# ---- sealed

def test_the_seal_is_of_everything_with_the_hash_of_each_file(opened, busan):
    file = attach(busan, "A1-1")
    report = handed_in(busan)
    with within(busan.agency):
        content = content_of(report, entries_of(Actor.of(busan.officer), report))
    canonical, sha256 = sealed_text(content)
    assert report.sha256 == sha256 == hashlib.sha256(canonical.encode()).hexdigest()
    assert file.sha256 in canonical and "올해 실적을 적었습니다." in canonical
    assert content["entries"][1]["figures"] == {"met": "9", "planned": "10"}


def test_with_it_the_deadline_is_closed_and_a_receipt_is_written(opened, busan):
    report = handed_in(busan)
    with within(busan.agency):
        assert Deadline.everything.get(subject_type="agencies.report").outcome == "done"
        letter = Letter.everything.get(subject_type="agencies.report")
        assert report.sha256 in str(letter.blocks) and letter.kind == "performance_report.receipt"


def test_of_a_sealed_file_nothing_but_the_scan_changes(opened, busan):
    attach(busan, "A1-1")
    handed_in(busan)
    with within(busan.agency):
        ReportFile.everything.update(scan="clean")
    with pytest.raises(IntegrityError, match="handed in stays"), within(busan.agency):
        ReportFile.everything.update(name="다른 이름")


# ---- late

def test_it_is_late_after_24_in_seoul_of_its_last_day(year):
    last = clock.end_of(year.report_due_on)
    moments = (last - timedelta(seconds=1), last, last + timedelta(days=1))
    assert [days_late(year.report_due_on, one) for one in moments] == [0, 1, 2]
    assert [deduction(year, days) for days in (0, 3, 10, 40)] == [Decimal(0), Decimal("0.3"), Decimal(1), Decimal(1)]


def test_a_late_report_is_accepted_once_the_deduction_was_told(opened, busan):
    released(busan)
    late = clock.end_of(opened.due_on) + timedelta(days=2)
    with pytest.raises(Refused, match="3 days late, which costs 0.3"):
        hand_in(busan, arrived_at=late)
    report = hand_in(busan, arrived_at=late, agreed_days=3)
    assert (report.days_late, report.submitted_at) == (3, late)


# ---- what Central may know

def test_central_knows_of_a_draft_only_that_it_is_awaited(opened, busan, daegu, central, year):
    make_whole(busan)
    with within(central.agency):
        rows = standings_in(Actor.of(central.officer), year)
        assert [(one.agency, one.is_awaited, one.report) for one in rows] == [(busan.agency, True, None), (daegu.agency, True, None)]
    report = handed_in(busan)
    with within(central.agency):
        assert [one.report for one in standings_in(Actor.of(central.officer), year)] == [report, None]
