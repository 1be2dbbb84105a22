"""The report of a supported project: written, sent, accepted or asked again; what became of it; and what counts for step 1."""
import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.utils import translation

from accounts.actors import Actor
from agencies.models import SupportFile, SupportReport
from agencies.queries.network_activity import granted_requests, network_activity, published_activities
from agencies.steps import read_steps
from agencies.tasks.support import tell_of_support
from agencies.workflow import support, support_report
from agencies.workflow.support_telling import tell_agency, tell_central
from core import clock
from core.errors import Refused
from core.models import AuditEvent, FileScan
from core.tenancy import within
from tests.agencies import supporting as s
from tests.agencies.test_support import deadline_of
from tests.files import pdf, upload

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


# ---- the report, and what became of it

def test_reported_with_figures_and_accepted(busan, central):
    row = s.granted(busan, central)
    report = s.write(busan, row)
    s.at(busan, support_report.attach_to_report, report, upload(pdf(), "figures.pdf"))
    with within(central.agency):
        assert not SupportReport.objects.visible_to(Actor.of(central.officer)).exists()
    s.send(busan, row)
    assert deadline_of(busan).outcome == "done" and not s.reports(busan, row)[0].is_late
    tell_of_support(central.agency)
    s.at(central, support_report.accept_report, s.fresh(central, row), words="잘 보았습니다.")
    tell_of_support(busan.agency)
    assert s.told(central) == ["support.asked", "support.reported"] and s.told(busan) == ["support.granted", "support.done"]
    found = s.reports(central, row)[0]
    assert (found.used, found.reach, found.accepted, found.answer) == (4_900_000, 120, True, "잘 보았습니다.")
    with within(busan.agency):
        verbs = [one.verb for one in AuditEvent.everything.filter(verb__startswith="support.").order_by("pk")]
    assert verbs[:3] == ["support.begun", "support.asked", "support.told"] and verbs[-1] == "support.told"


def test_after_the_day_a_report_is_taken_and_said_to_be_late(busan, central):
    row = s.granted(busan, central)
    s.write(busan, row)
    s.send(busan, row, at_moment=clock.end_of(s.in_days(91)))
    assert s.reports(busan, row)[0].is_late and deadline_of(busan).outcome == "late"


def test_asked_again_the_days_begin_anew_and_the_first_report_stays(busan, central):
    row = s.reported(busan, central)
    for field, wrong in (("words", {"words": " ", "due_on": s.in_days(20)}), ("due_on", {"words": "x", "due_on": None}),
                         ("due_on", {"words": "x", "due_on": s.in_days(-1)})):
        with pytest.raises(Refused) as refused:
            s.at(central, support_report.ask_again, row, **wrong)
        assert refused.value.field == field
    s.at(central, support_report.ask_again, row, words="집행 내역을 덧붙여 주십시오.", due_on=s.in_days(120))
    tell_of_support(busan.agency)
    assert s.told(busan)[-1] == "support.asked_again" and deadline_of(busan).due_at == clock.end_of(s.in_days(120))
    assert deadline_of(busan).closed_at is None
    s.write(busan, row, text="집행 내역")
    s.send(busan, row)
    assert [(one.number, one.text) for one in s.reports(central, row)] == [(1, "주말 돌봄을 열었습니다."), (2, "집행 내역")]
    s.at(central, support_report.accept_report, s.fresh(central, row))
    assert s.fresh(busan, row).stage == "done"


@pytest.mark.parametrize(("field", "wrong"), [
    ("used", {"used": -1}), ("explanation", {"used": 5_000_001}), ("explanation", {"used": 5_000_001, "explanation": " "}),
    ("text", {"text": " "}), ("reach", {"reach": -1})])
def test_impossible_reports_are_refused_beside_their_field(field, wrong, busan, central):
    row = s.granted(busan, central)
    with pytest.raises(Refused) as refused:
        s.write(busan, row, **wrong)
    assert refused.value.field == field and s.reports(busan, row) == []


def test_more_than_granted_is_taken_with_an_explanation_and_the_database_wants_one_too(busan, central):
    row = s.granted(busan, central)
    s.write(busan, row, used=5_000_001, explanation="초과분은 기관이 부담하였습니다.")
    s.send(busan, row)
    report = s.reports(central, row)[0]
    assert report.used == 5_000_001
    with within(busan.agency), pytest.raises(IntegrityError):
        SupportReport.everything.create(request=row, central=central.agency, number=2, granted=5, used=6, text="x", sent_at=clock.now(),
                                        written_at=clock.now(), written_by=busan.officer, answered_at=clock.now(), accepted=True)
    with within(busan.agency), pytest.raises(IntegrityError, match="sent stays"):
        SupportReport.everything.filter(pk=report.pk).update(used=1)


def test_of_help_without_money_no_amount_is_used(busan, central):
    row = s.granted(busan, central, kind="advice", amount=None, help_words="자문 3회")
    with pytest.raises(Refused) as refused:
        s.write(busan, row, used=1)
    assert refused.value.field == "used"
    s.write(busan, row, used=None)
    assert s.send(busan, row).sent_at


def test_nothing_is_sent_before_it_is_whole_nor_from_an_older_page_nor_twice(busan, central):
    row = s.granted(busan, central)
    with pytest.raises(Refused, match="first"):
        s.send(busan, row)
    s.write(busan, row, used=None)
    with pytest.raises(Refused, match="how much"):
        s.send(busan, row)
    s.write(busan, row, base=1)
    with pytest.raises(Refused, match="Somebody else"):
        s.write(busan, row, base=1)
    with pytest.raises(Refused, match="changed since"):
        s.send(busan, row, base=1)
    report = s.send(busan, row, base=2)
    for work in (lambda: s.write(busan, row, base=2), lambda: s.send(busan, row, base=2),
                 lambda: s.at(busan, support_report.attach_to_report, report, upload(pdf(), "x.pdf"))):
        with pytest.raises(Refused, match="No report is wanted"):
            work()


def test_reports_are_written_by_the_agency_and_answered_by_central_alone(busan, central):
    row = s.granted(busan, central)
    for by in ("auditor", "director"):
        with pytest.raises(PermissionDenied):
            s.write(busan, row, by=by)
    s.write(busan, row)
    with pytest.raises(PermissionDenied):
        s.send(busan, row, by="auditor")
    s.send(busan, row)
    for place, by in ((busan, "manager"), (central, "auditor"), (central, "director")):
        with pytest.raises(PermissionDenied):
            s.at(place, support_report.accept_report, row, by=by)


def test_what_became_of_it_is_told_once_the_report_is_accepted(busan, central):
    early = s.reported(busan, central)
    with pytest.raises(Refused, match="once the report is accepted"):
        s.at(busan, support.tell_what_became, early, "계속 운영합니다.")
    row = s.done(busan, central)
    with pytest.raises(Refused) as refused:
        s.at(busan, support.tell_what_became, row, " ")
    assert refused.value.field == "words"
    with pytest.raises(PermissionDenied):
        s.at(busan, support.tell_what_became, row, "x", by="auditor")
    s.at(busan, support.tell_what_became, row, "1년 뒤에도 운영합니다.")
    assert s.fresh(central, row).became == "1년 뒤에도 운영합니다." and tell_of_support(central.agency) > 0
    assert s.told(central)[-1] == "support.became"


def test_what_a_scan_says_later_is_noted_for_central(busan, central):
    row = s.begun(busan)
    file = s.at(busan, support.attach_plan, row, upload(pdf(), "plan.pdf"))
    with within(busan.agency):
        FileScan.everything.filter(file=file.file).update(state="waiting")
    s.at(busan, support.hand_in_request, row, base_version=1)
    with within(central.agency):
        assert SupportFile.everything.get().is_held_back
    with within(busan.agency):
        FileScan.everything.filter(file=file.file).update(state="clean")
    assert tell_of_support(busan.agency) == 1
    with within(central.agency):
        assert not SupportFile.everything.get().is_held_back


def test_only_the_job_tells(busan, central):
    row = s.asked(busan)
    for work, place in ((tell_central, central), (tell_agency, busan)):
        with pytest.raises(PermissionDenied):
            s.at(place, work, row)


# ---- the figures of step 1

def test_published_activities_and_granted_requests_are_counted_per_agency_and_year(busan, daegu, central):
    s.published(busan)
    s.published(busan, title_ko="오래전", from_on=s.in_days(-800), until_on=s.in_days(-800))
    s.drafted(busan)
    s.published(daegu)
    s.granted(busan, central)
    s.asked(busan, central)
    refused = s.asked(busan, central)
    s.decided(central, refused, outcome="refused", reason="x", due_on=None)
    year, before, now = s.in_days(-3).year, s.in_days(-800).year, clock.today().year
    with within(central.agency):
        actor = Actor.of(central.officer)
        assert published_activities(actor) == {(busan.agency.pk, year): 1, (busan.agency.pk, before): 1, (daegu.agency.pk, year): 1}
        assert granted_requests(actor) == {(busan.agency.pk, now): 1}
        cells = read_steps(actor)
        assert cells.cell("activity", busan.agency.pk, before).number == 1 and cells.cell("activity", daegu.agency.pk, year).number == 1
    with within(busan.agency):
        found = network_activity(Actor.of(busan.officer))
    assert sum(found.values()) == 3 and {agency for agency, _year in found} == {busan.agency.pk}


def test_told_once_however_often_it_is_asked(busan, central):
    row = s.asked(busan, central)
    assert s.told(central) == ["support.asked"]
    s.at(central, told_again, row, tell_central)
    assert s.told(central) == ["support.asked"]
    row = s.decided(central, row)
    tell_of_support(busan.agency)
    s.at(busan, told_again, row, tell_agency)
    assert (s.told(busan), s.told(central)) == (["support.granted"], ["support.asked"])


def told_again(row, work, *, actor):
    """As a second worker would, with the row it has read before."""
    return work(row, actor=Actor.system("a second worker"))
