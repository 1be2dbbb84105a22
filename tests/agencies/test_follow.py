"""What the other side has written is taken up by a job: opened, received, reminded, told, exactly once; one failing row holds up nobody."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from accounts.actors import Actor
from accounts.models import Province
from agencies.models import Participation, Report, ReportEntry, ReportFile, ReportReminder
from agencies.queries.report import latest_reminder
from agencies.tasks import following
from agencies.tasks.following import FOLLOWER, follow_at, follow_evaluations
from agencies.workflow import report_opening
from agencies.workflow.reminder import remind_agencies
from core import clock
from core.errors import Refused
from core.models import Errand, FileScan
from core.tenancy import within
from correspondence.models import Deadline
from tests.agencies.reporting import attach, entries_in, handed_in, report_of
from tests.agencies.sets import frozen_set
from tests.cast import people_of
from tests.panels.test_races import at_once

pytestmark = pytest.mark.django_db


def told(place, event=None):
    """Names of what people of a place will be told."""
    with within(place.agency):
        rows = Errand.everything.filter(task="correspondence.tasks.announce").order_by("pk").values_list("arguments__event", flat=True)
        return [one for one in rows if one.startswith(event or ("performance", "agency_consulting"))]


def test_a_frozen_year_opens_a_report_with_an_entry_for_each_indicator_and_its_last_day(year, busan):
    assert follow_at(busan.agency) == 1
    report = report_of(busan)
    assert (report.year, report.due_on, report.stage) == (2027, year.report_due_on, "draft")
    assert list(entries_in(busan)) == ["A1-1", "A1-2", "B1-1"]
    with within(busan.agency):
        deadline = Deadline.everything.get(subject_type="agencies.report", subject_id=str(report.pk))
        assert deadline.due_at == clock.end_of(year.report_due_on) and deadline.ladder == [-30, -14, -7, -1, 0, 1, 7]
        assert Participation.everything.get(assessed=busan.agency).noticed_at
    assert told(busan) == ["performance_report.opened"]


def test_done_twice_is_done_once(year, busan):
    with within(busan.agency):
        part = Participation.everything.get(assessed=busan.agency)
    assert [follow_at(busan.agency), follow_at(busan.agency)] == [1, 0]
    with within(busan.agency):
        assert report_opening.notice_participation(part, actor=FOLLOWER) is False       # read before the first had finished
        assert Report.everything.filter(agency=busan.agency).count() == 1
    assert told(busan) == ["performance_report.opened"]


def test_only_the_job_takes_up_what_the_other_side_wrote(year, busan):
    with within(busan.agency), pytest.raises(PermissionDenied):
        report_opening.notice_participation(Participation.everything.get(assessed=busan.agency), actor=Actor.of(busan.manager))


def test_an_agency_that_is_exempt_is_told_why_and_has_no_report(year, busan, central):
    with within(central.agency):
        Participation.everything.filter(assessed=busan.agency).update(standing="exempt", reason="설립 후 1년이 지나지 않음")
    follow_at(busan.agency)
    assert told(busan) == ["performance_report.exempt"]
    with within(busan.agency):
        assert not Report.everything.exists()


def test_before_the_set_is_frozen_nothing_is_opened(busan, central):
    made = frozen_set(central.agency, [busan.agency])
    with within(central.agency):
        Participation.everything.filter(indicator_set=made).update(out_at=None)
    assert follow_at(busan.agency) == 0


def test_one_that_fails_holds_up_nobody(year, busan, daegu, monkeypatch):
    real = report_opening.notice_participation

    def failing(row, *, actor):
        if row.assessed_id == busan.agency.pk:
            raise RuntimeError("broken")
        return real(row, actor=actor)
    failing.__name__ = "notice_participation"
    monkeypatch.setattr(following, "notice_participation", failing)
    assert follow_evaluations() == 1
    assert report_of(daegu)
    with within(busan.agency):
        assert not Report.everything.exists()


def test_central_is_told_once_of_what_was_handed_in(opened, busan, central):
    assert follow_at(central.agency) == 0
    handed_in(busan)
    assert [follow_at(central.agency), follow_at(central.agency)] == [1, 0]
    assert told(central) == ["performance_report.received"]
    with within(central.agency):
        assert Report.everything.get().received_at


def test_read_twice_central_is_told_once(opened, busan, central):
    report = handed_in(busan)
    with within(central.agency):
        assert [report_opening.receive_report(report, actor=FOLLOWER) for _ in range(2)] == [True, False]
    assert told(central) == ["performance_report.received"]


def test_a_year_that_is_over_asks_for_nothing(year, busan):
    with clock.travel(clock.end_of(year.evaluated_by_on)):
        assert follow_at(busan.agency) == 0


# ---- one reminder to all

def reminded(central, year, who="officer"):
    with within(central.agency):
        return remind_agencies(year, actor=Actor.of(getattr(central, who)))


def test_who_has_not_handed_in_is_reminded_and_who_has_is_not(opened, year, busan, daegu, central):
    follow_at(daegu.agency)
    handed_in(busan)
    made = reminded(central, year)
    assert [one.assessed_id for one in made] == [daegu.agency.pk]
    assert [follow_at(daegu.agency), follow_at(daegu.agency)] == [1, 0]
    assert told(daegu) == ["performance_report.opened", "performance_report.reminded"]
    with within(busan.agency):
        assert not ReportReminder.everything.exists()
    with within(central.agency):
        assert latest_reminder(Actor.of(central.officer), year).asked_on == clock.today()


def test_nobody_is_reminded_twice_a_day(opened, year, central):
    reminded(central, year)
    with pytest.raises(Refused, match="already|이미"):
        reminded(central, year)
    with clock.travel(clock.now() + timedelta(days=1)):
        assert len(reminded(central, year)) == 2


def test_a_reminder_of_what_was_handed_in_meanwhile_tells_nobody(opened, year, busan, central):
    reminded(central, year)
    handed_in(busan)
    follow_at(busan.agency)
    assert "performance_report.reminded" not in told(busan)


def test_a_reminder_read_twice_tells_once(opened, year, busan, central):
    reminded(central, year)
    with within(busan.agency):
        one = ReportReminder.everything.get(assessed=busan.agency)
        assert [report_opening.notice_reminder(one, actor=FOLLOWER) for _ in range(2)] == [True, False]
    assert told(busan).count("performance_report.reminded") == 1


def test_only_central_reminds(opened, year, busan, central):
    with within(busan.agency), pytest.raises(PermissionDenied):
        remind_agencies(year, actor=Actor.of(busan.officer))
    with pytest.raises(PermissionDenied):
        reminded(central, year, who="auditor")


# ---- malware that is found out late

def test_what_a_late_scan_says_reaches_the_sealed_report(opened, busan, central):
    file = attach(busan, "A1-1")
    with within(busan.agency):
        FileScan.everything.filter(file=file.file).update(state="waiting")
    handed_in(busan)
    with within(busan.agency):
        assert ReportFile.everything.get().scan == "waiting"
    assert follow_at(busan.agency) == 0
    with within(busan.agency):
        FileScan.everything.filter(file=file.file).update(state="clean")
    assert follow_at(busan.agency) == 1
    with within(central.agency):
        assert ReportFile.everything.get().scan == "clean"


# ---- at the same moment

@pytest.mark.django_db(transaction=True)
def test_opened_twice_at_the_same_moment_there_is_one_report(transactional_db):
    busan, centre = people_of("busan", province=Province.objects.get(code="26")), people_of("central", kind="central")
    frozen_set(centre.agency, [busan.agency])
    with within(busan.agency):
        part = Participation.everything.get(assessed=busan.agency)
    at_once(busan, *[lambda: report_opening.notice_participation(part, actor=FOLLOWER)] * 2)
    with within(busan.agency):
        assert (Report.everything.count(), ReportEntry.everything.count()) == (1, 3)
    assert told(busan) == ["performance_report.opened"]
