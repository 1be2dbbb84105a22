"""The provider's appeal: begun in time, written by its people alone, handed in once by the owner, sealed, taken back, or on paper."""
import json
from datetime import date, datetime, time, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.utils import translation

from accounts.actors import Actor
from core import clock
from core.clock import SEOUL
from core.errors import Refused
from core.models import AuditEvent
from core.tenancy import within
from correspondence.models import Deadline, Letter
from evaluations import tasks, workflow
from evaluations.models import Appeal, AppealEvidence, AppealFile, AppealPoint
from evaluations.queries.appeal import period_of
from evaluations.workflow.appeal import FILES
from providers.workflow import remove_evidence
from tests.evaluations.appealing import TEXT, appeal_of, appealed, begun, hand_in, point_on, refused, told, write
from tests.evaluations.batch import decided
from tests.files import pdf


@pytest.fixture
def path(busan):
    return refused(busan)


def test_the_announcement_of_a_refusal_opens_thirty_calendar_days(path):
    with within(path.place.agency):
        deadline = Deadline.everything.get(kind="appeal.hand_in", subject_id=str(path.application.pk))
        assert (deadline.days, deadline.rule, deadline.event_on) == (30, "calendar", clock.today())
        assert period_of(path.application, path.decision).due_at == deadline.due_at


def test_the_period_that_nobody_used_is_closed_once_it_is_over_and_takes_nothing_from_a_paper_in_time(path, busan):
    with within(busan.agency):
        due = Deadline.everything.get(kind="appeal.hand_in").due_at
    with clock.travel(due + timedelta(minutes=5)):
        assert tasks.close_appeal_periods() == 0                # what arrived in time may be under way
    with clock.travel(due + timedelta(hours=2)):
        assert (tasks.close_appeal_periods(), tasks.close_appeal_periods()) == (1, 0)
        with within(busan.agency):
            assert Deadline.everything.get(kind="appeal.hand_in").outcome == "lapsed"
            with pytest.raises(PermissionDenied):
                workflow.close_appeal_periods(actor=path.officer)
            assert workflow.start_appeal_on_paper(path.fresh(), arrived_at=due - timedelta(days=1), actor=path.officer)


def test_a_decision_announced_before_has_the_same_days(path):
    with within(path.place.agency):
        due = Deadline.everything.get(kind="appeal.hand_in").due_at
        Deadline.everything.filter(kind="appeal.hand_in").update(closed_at=clock.now())
        assert period_of(path.application, path.decision).due_at == due
    assert begun(path).due_at == due


def test_a_draft_has_a_point_for_each_ground_and_one_for_the_decision_as_a_whole(path):
    appeal = begun(path)
    with within(path.place.agency):
        points = list(appeal.points.all())
        assert [(one.code, one.told) for one in points] == [("1.1.2", "기록이 빠져 있습니다."), ("", "")]
        assert begun(path).pk == appeal.pk


def test_the_last_second_of_the_last_day_is_taken_and_the_first_after_it_is_not(busan):
    with clock.travel(datetime(2026, 3, 2, 10, tzinfo=SEOUL)):
        path = refused(busan)
        begun(path)
        write(path)
    last = datetime(2026, 4, 1, 23, 59, 59, tzinfo=SEOUL)
    with pytest.raises(Refused) as refusal:
        hand_in(path, arrived_at=last + timedelta(seconds=1))
    assert "until 1 April 2026" in str(refusal.value) and "administrative" in str(refusal.value)
    assert hand_in(path, arrived_at=last).stage == "handed_in"


def test_an_end_on_a_holiday_moves_on(busan):
    with clock.travel(datetime(2026, 4, 5, 10, tzinfo=SEOUL)):              # thirty days later is 5 May, a holiday
        path = refused(busan)
        with within(busan.agency):
            assert period_of(path.application, path.decision).last_day == date(2026, 5, 6)


def test_nobody_begins_one_when_the_days_are_over(path):
    with pytest.raises(Refused, match="could be handed in until"):
        begun(path, arrived_at=clock.now() + timedelta(days=40))
    with within(path.place.agency):
        assert not Appeal.everything.exists()


def test_what_was_typed_too_late_is_named_and_not_written(path):
    begun(path)
    with pytest.raises(Refused, match="could be handed in until"):
        write(path, arrived_at=clock.now() + timedelta(days=40))
    with within(path.place.agency):
        assert point_on(path).text == ""


def test_only_a_refusal_that_was_announced_can_be_appealed_against(busan):
    path = decided(busan, unmet=["1.1.2"])
    with pytest.raises(Refused, match="no announced refusal"):
        begun(path)


def test_owners_and_editors_write_and_only_the_owner_hands_in(busan):
    path = refused(busan)
    begun(path)
    for nobody in (busan.officer, busan.neighbour, busan.assessor, busan.director):
        with pytest.raises(PermissionDenied):
            write(path, by=nobody)
        with pytest.raises(PermissionDenied):
            begun(path, by=nobody)
    write(path)
    with within(busan.agency):
        path.provider.members.create(agency=busan.agency, user=busan.colleague, role="editor", joined_at=clock.now())
    write(path, text=TEXT + "!", by=busan.colleague)
    with pytest.raises(PermissionDenied):
        hand_in(path, by=busan.colleague)
    assert hand_in(path).handed_in_by == path.owner


def test_an_older_page_never_overwrites_a_newer_text(path):
    begun(path)
    write(path)
    assert write(path, text="다른 글", base=0).conflict
    with within(path.place.agency):
        assert point_on(path).text == TEXT


def test_something_has_to_be_said(path):
    begun(path)
    with pytest.raises(Refused, match="Nothing is written yet"):
        hand_in(path)


def test_handed_in_it_has_a_number_a_seal_a_receipt_and_its_clock(path):
    appealed(path)
    with within(path.place.agency):
        appeal = appeal_of(path)
        content = json.loads(appeal.canonical)
        assert appeal.number == f"{clock.today().year}-A001" and len(appeal.sha256) == 64
        assert [(one["indicator"], one["text"]) for one in content["points"]] == [("1.1.2", TEXT)]
        assert (appeal.answer_deadline.days, appeal.answer_deadline.rule) == (14, "calendar")
        assert Deadline.everything.get(kind="appeal.hand_in").outcome == "appealed"
        letter = Letter.everything.get(kind="appeal.receipt")
        assert appeal.receipt_id == letter.pk and "이의신청 접수증" in letter.title and appeal.sha256 in json.dumps(letter.blocks)


def test_it_is_handed_in_once_and_never_changes(path):
    appealed(path)
    with pytest.raises(Refused, match="was handed in on"):
        hand_in(path)
    with pytest.raises(Refused, match="was handed in on"):
        write(path, text="나중의 글")
    assert begun(path).stage == "handed_in"
    with within(path.place.agency):
        for change in ({"sha256": "0" * 64}, {"number": "2026-A999"}):
            with pytest.raises(IntegrityError), transaction.atomic():
                Appeal.everything.update(**change)
        with pytest.raises(IntegrityError), transaction.atomic():
            AppealPoint.everything.update(text="몰래")
        with pytest.raises(IntegrityError), transaction.atomic():
            Appeal.everything.update(stage="draft", arrived_at=appeal_of(path).due_at)


def test_a_decision_has_one_appeal(path):
    appealed(path)
    with within(path.place.agency), pytest.raises(IntegrityError, match="one_appeal_for_a_decision"), transaction.atomic():
        old = appeal_of(path)
        Appeal.everything.create(application=old.application, decision=old.decision, begun_at=clock.now(), begun_by=path.owner,
                                 told_on=old.told_on, due_at=old.due_at)


def test_files_go_along_as_they_are_when_it_is_handed_in(path, busan):
    begun(path)
    write(path)
    with within(busan.agency):
        owner = path.as_(path.owner)
        link = FILES.attach_upload(point_on(path), SimpleUploadedFile("기록.pdf", pdf()), actor=owner, arrived_at=clock.now())
        remove_evidence(link.evidence, actor=owner)
        with pytest.raises(Refused, match="taken out of the library"):
            hand_in(path)
        link.delete()
        link = FILES.attach_upload(point_on(path), SimpleUploadedFile("기록.pdf", pdf() + b"\n"), actor=owner, arrived_at=clock.now())
        assert not AppealEvidence.objects.visible_to(Actor.of(busan.manager)).exists()
    hand_in(path)
    with within(busan.agency):
        sealed = AppealFile.everything.get()
        assert sealed.sha256 == link.evidence.file.sha256 == json.loads(appeal_of(path).canonical)["points"][0]["files"][0]["sha256"]
        assert AppealFile.objects.visible_to(Actor.of(busan.manager)).get() == sealed


def test_a_draft_is_the_providers_alone_and_nobody_of_the_case_ever_reads_it(path, busan, daegu):
    begun(path)
    write(path)
    with within(busan.agency):
        def readers():
            people = ("officer", "manager", "director", "auditor", "assessor", "committee", "observer", "neighbour", "admin")
            return {who for who in people if Appeal.objects.visible_to(Actor.of(getattr(busan, who))).exists()}
        assert readers() == set()
    hand_in(path)
    with within(busan.agency):
        assert readers() == {"officer", "manager", "director", "auditor"}
        assert Appeal.objects.visible_to(Actor.of(path.owner)).exists()
    with within(daegu.agency):
        assert not Appeal.objects.visible_to(Actor.of(daegu.officer)).exists()


def test_its_people_and_the_desk_are_told_and_nobody_else(path, busan):
    appealed(path)
    assert told(path, "appeal.received") == {path.owner}
    assert told(path, "appeal.handed_in") == {busan.officer, busan.manager}


def test_the_owner_takes_it_back_before_it_is_answered(path, busan):
    appealed(path)
    with within(busan.agency):
        with pytest.raises(PermissionDenied):
            workflow.withdraw_appeal(appeal_of(path), reason="", actor=path.officer)
        workflow.withdraw_appeal(appeal_of(path), reason="다음 해에 신청하겠습니다.", actor=path.as_(path.owner))
        assert Deadline.everything.get(kind="appeal.answer").outcome == "withdrawn"
        with pytest.raises(Refused, match="no longer waits"):
            workflow.withdraw_appeal(appeal_of(path), reason="", actor=path.as_(path.owner))
        with pytest.raises(IntegrityError), transaction.atomic():
            Appeal.everything.update(withdrawn_reason="다른 까닭")
    assert told(path, "appeal.withdrawn") == {busan.officer, busan.manager}
    assert begun(path).stage == "withdrawn"                                 # there is no second one


# ---- on paper

def entered(path, arrived_at, by=None):
    with within(path.place.agency):
        return workflow.start_appeal_on_paper(path.fresh(), arrived_at=arrived_at, actor=by or path.officer)


def test_on_paper_the_officer_enters_it_and_the_papers_arrival_counts(busan):
    path = refused(busan, days_ago=40)
    arrived = clock.now() - timedelta(days=12)
    with within(busan.agency), pytest.raises(PermissionDenied):
        workflow.start_appeal_on_paper(path.fresh(), arrived_at=arrived, actor=path.as_(path.owner))
    entered(path, arrived)
    write(path, by=busan.officer)
    appeal = hand_in(path, by=busan.officer)
    with within(busan.agency):
        assert (appeal.arrived_at, appeal.answer_deadline.event_on) == (arrived, clock.seoul(arrived).date())
        assert json.loads(appeal.canonical)["on_paper"] is True
        assert AuditEvent.everything.filter(verb="appeal.entered_from_paper").count() == 1


def test_paper_that_came_too_late_or_before_the_result_is_refused(busan):
    path = refused(busan, days_ago=40)
    for moment, words in ((clock.now(), "could be handed in until"), (clock.now() - timedelta(days=50), "before the result"),
                          (clock.now() + timedelta(days=1), "still to come")):
        with pytest.raises(Refused, match=words):
            entered(path, moment)


def test_what_the_provider_writes_itself_the_agency_does_not_take_over(path):
    begun(path)
    write(path)
    with pytest.raises(Refused, match="writing an appeal here itself"):
        entered(path, clock.now())
    hand_in(path)
    with pytest.raises(Refused, match="one appeal"):
        entered(path, clock.now())


def test_the_sentence_names_the_day_in_korean_too(path):
    with translation.override("ko"), pytest.raises(Refused, match="행정심판"):
        begun(path, arrived_at=clock.now() + timedelta(days=40))


def test_a_draft_entered_from_paper_keeps_the_papers_time_for_the_desk_and_not_for_the_provider(busan):
    path = refused(busan, days_ago=40)
    entered(path, clock.now() - timedelta(days=20))
    write(path, by=busan.officer)
    with within(busan.agency), pytest.raises(Refused, match="could be handed in until"):
        workflow.hand_in_appeal(appeal_of(path), actor=path.as_(path.owner), arrived_at=clock.now())
    assert hand_in(path, by=busan.officer).stage == "handed_in"
    with within(busan.agency), pytest.raises(PermissionDenied):             # its owner alone takes it back
        workflow.withdraw_appeal(appeal_of(path), reason="x", actor=path.officer)


def test_a_closing_day_that_was_taken_back_takes_nothing_from_the_provider(busan):
    """The letter named a last day; the office then turned out to be open before it."""
    told = clock.seoul(clock.now()).date()
    last = told + timedelta(days=30)
    closed = [(last + timedelta(days=number)).isoformat() for number in range(5)]
    busan.agency.closing_days = closed
    busan.agency.save()
    path = refused(busan)
    busan.agency.closing_days = []
    busan.agency.save()
    late = datetime.combine(last + timedelta(days=5), time(0), SEOUL) - timedelta(minutes=1)
    with clock.travel(late):
        begun(path, arrived_at=late)
        write(path, arrived_at=late)
        assert hand_in(path, arrived_at=late).due_at > late
