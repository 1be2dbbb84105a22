"""A place in a run: asked for, approved, given by the host in the order of asking, taken up, given up, told once."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from core.models import AuditEvent
from core.tenancy import within
from correspondence.models import Deadline, Notice
from tests.correspondence.conftest import work_off  # noqa: F401  the worker
from tests.factories.training import enrolled
from tests.training.enrolling import (
    ask,
    change_run,
    deed,
    first_class,
    follow,
    later,
    move_classes,
    now,
    placed,
    run_at,
    staff,
    told,
)
from training.models import Enrolment, Run
from training.queries import enrolment as queries
from training.queries.enrolling import enrolling_of
from training.seats import offered_until
from training.stages import EnrolmentStage as Stage
from training.workflow import enrolment as workflow
from training.workflow import enrolment_telling as telling

pytestmark = pytest.mark.django_db


def approval_on(place):
    deed(place, workflow.change_training_settings, asks_approval=True, by="trainer")


def full_run(central, busan, **fields):
    """One seat, taken by Busan's officer; her manager waits."""
    run = run_at(central, seats=1, **fields)
    first, second = ask(busan, run), ask(busan, run, by="manager")
    follow(central, busan)
    return run, first, second


# ---- enrolling oneself

def test_who_enrols_has_a_seat_at_the_host_within_its_next_job_and_at_home_at_once(busan, central):
    far, near = run_at(central), run_at(busan)
    row, own = ask(busan, far, needs=" 휠체어 "), ask(busan, near, by="employee")
    assert (row.stage, row.needs, row.host_id) == (Stage.ASKED, "휠체어", central.agency.pk)
    assert own.stage == Stage.ENROLLED and own.seen_stage == Stage.ENROLLED
    assert follow(central) == 1 and follow(central) == 0
    assert now(busan, row).stage == Stage.ENROLLED
    with within(busan.agency):
        verbs = set(AuditEvent.everything.filter(verb__startswith="enrolment.").values_list("verb", flat=True))
    assert verbs == {"enrolment.asked", "enrolment.enrolled"}


@pytest.mark.parametrize("fields, sentence", [
    ({"stage": "cancelled", "cancel_reason": "x"}, "does not take place"), ({"stage": "finished"}, "is over"),
    ({"enrol_from_at": clock.now() + timedelta(days=2)}, "Enrolment begins on"),
    ({"enrol_until_at": clock.now() - timedelta(hours=1)}, "Enrolment ended on")])
def test_outside_its_days_nobody_enrols_and_is_told_why(fields, sentence, busan, central):
    run = run_at(central)
    change_run(central, run, **fields)
    with pytest.raises(Refused, match=sentence):
        ask(busan, run)


def test_in_a_run_that_is_not_announced_nobody_enrols(busan):
    with pytest.raises(Refused, match="not announced yet"):
        ask(busan, run_at(busan, stage="draft", published_at=None))


def test_in_a_run_that_has_begun_or_has_no_classes_nobody_enrols(busan, central):
    run = run_at(central)
    change_run(central, run, enrol_until_at=clock.now() + timedelta(days=40))
    with later(days=21), pytest.raises(Refused, match="has begun"):
        ask(busan, run)
    with within(central.agency):
        run.classes.all().delete()
    with pytest.raises(Refused, match="no classes"):
        ask(busan, run)


def test_enrolled_once_and_again_after_leaving(busan, central):
    run = run_at(central)
    row = ask(busan, run)
    with pytest.raises(Refused, match="Enrolled in this run already"):
        ask(busan, run)
    deed(busan, workflow.cancel_enrolment, row, by="officer")
    assert ask(busan, run).stage == Stage.ASKED


@pytest.mark.parametrize("role", ["observer", "committee", "consultant", "owner"])
def test_who_does_not_learn_here_does_not_enrol(role, busan, central):
    with pytest.raises(PermissionDenied):
        ask(busan, run_at(central), by=role)


def test_another_agencys_own_run_is_not_for_us(busan, daegu):
    run = run_at(daegu)
    with within(busan.agency):
        assert not Run.objects.visible_to(Actor.of(busan.officer)).filter(pk=run.pk).exists()
    with pytest.raises(Refused, match="another agency"):
        ask(busan, run)


# ---- approval

def test_where_the_house_approves_nothing_is_handed_in_before(busan, central):
    approval_on(busan)
    run = run_at(central)
    row = ask(busan, run)
    assert row.stage == Stage.REQUESTED and row.asked_at is None
    follow(central, busan)
    assert now(busan, row).stage == Stage.REQUESTED and told(busan) == ["enrolment.requested"]
    with within(central.agency):
        assert not Enrolment.objects.visible_to(Actor.of(central.trainer)).exists()
    deed(busan, workflow.approve_enrolment, row, by="manager")
    follow(central)
    assert now(busan, row).stage == Stage.ENROLLED and now(busan, row).approved_by_id == busan.manager.pk


def test_nobody_approves_for_themselves_and_only_managers_and_the_director_do(busan, central):
    approval_on(busan)
    row = ask(busan, run_at(central), by="manager")
    for who in ("manager", "officer", "trainer", "employee"):
        with pytest.raises(PermissionDenied):
            deed(busan, workflow.approve_enrolment, row, by=who)
        with pytest.raises(PermissionDenied):
            deed(busan, workflow.refuse_enrolment, row, reason="x", by=who)
    with within(busan.agency):
        assert [queries.to_approve(Actor.of(getattr(busan, who))).count() for who in ("manager", "director", "officer")] == [0, 1, 0]
        assert queries.approvers(row) == [busan.director]
    deed(busan, workflow.approve_enrolment, row, by="director")
    with pytest.raises(Refused, match="decided already"):
        deed(busan, workflow.refuse_enrolment, row, reason="x", by="director")


def test_a_refusal_has_a_reason_that_the_person_is_told(busan, central):
    approval_on(busan)
    row = ask(busan, run_at(central))
    with pytest.raises(Refused, match="Write the reason") as refused:
        deed(busan, workflow.refuse_enrolment, row, reason=" ", by="manager")
    assert refused.value.field == "reason"
    deed(busan, workflow.refuse_enrolment, row, reason="업무 일정", by="manager")
    follow(busan)
    assert told(busan)[-1] == "enrolment.refused" and now(busan, row).why == "업무 일정"


def test_what_nobody_approved_before_the_run_began_is_closed_and_told(busan, central):
    approval_on(busan)
    row = ask(busan, run_at(central))
    with later(days=21):
        with pytest.raises(Refused, match="has begun"):
            deed(busan, workflow.approve_enrolment, row, by="manager")
        follow(busan)
    assert now(busan, row).stage == Stage.CLOSED_OUT and "not approved before" in now(busan, row).why
    assert told(busan)[-1] == "enrolment.closed_out"


def test_how_the_house_enrols_its_trainer_and_managers_say(busan):
    for who in ("officer", "director", "employee"):
        with pytest.raises(PermissionDenied):
            deed(busan, workflow.change_training_settings, asks_approval=True, by=who)
    deed(busan, workflow.change_training_settings, asks_approval=True, by="manager")
    deed(busan, workflow.change_training_settings, asks_approval=False, by="trainer")
    with within(busan.agency):
        assert not queries.asks_approval(Actor.of(busan.officer))


# ---- seats

def test_who_asked_first_is_first_then_the_waiting_list_then_a_sentence(busan, daegu, central):
    run = run_at(central, seats=1, waiting_seats=1)
    first, second, third = ask(daegu, run), ask(busan, run), ask(busan, run, by="manager")
    follow(central, busan, daegu)
    assert [now(*one).stage for one in ((daegu, first), (busan, second), (busan, third))] == ["enrolled", "waiting", "closed_out"]
    assert "places on the waiting list were taken" in now(busan, third).why
    assert told(busan) == ["enrolment.waiting", "enrolment.closed_out"] and told(daegu) == ["enrolment.enrolled"]


def test_one_person_has_one_seat_from_whichever_house(busan, daegu, central):
    run = run_at(central)
    with within(daegu.agency):
        staff(daegu, 0)
        enrol_at_daegu = enrolled(daegu, busan.officer, run, stage=Stage.ASKED, placed_at=None)
    row = ask(busan, run)
    follow(central)
    assert now(daegu, enrol_at_daegu).stage == Stage.ENROLLED
    assert now(busan, row).stage == Stage.CLOSED_OUT and "from another agency" in now(busan, row).why


def test_only_the_hosts_job_and_keepers_place(busan, central):
    run = run_at(central)
    for place, who in ((central, "employee"), (busan, "trainer")):
        with pytest.raises(PermissionDenied):
            deed(place, workflow.place_enrolments, run, by=who)


def test_a_seat_that_becomes_free_is_offered_and_taken_up(busan, central):
    _run, first, second = full_run(central, busan)
    deed(busan, workflow.cancel_enrolment, first, by="officer")
    follow(central, busan)
    second = now(busan, second)
    assert second.stage == Stage.OFFERED and second.offer_until_at > clock.now() and told(busan)[-1] == "enrolment.offered"
    with pytest.raises(PermissionDenied):
        deed(busan, workflow.accept_seat, second, by="officer")
    deed(busan, workflow.accept_seat, second, by="manager")
    follow(central, busan)
    assert now(busan, second).stage == Stage.ENROLLED and now(busan, second).seen_stage == Stage.ENROLLED
    assert told(busan)[-1] == "enrolment.enrolled"
    with pytest.raises(Refused, match="No seat is offered"):
        deed(busan, workflow.accept_seat, second, by="manager")


def test_an_offer_that_nobody_takes_up_lapses_and_goes_to_the_next(busan, daegu, central):
    run, first, second = full_run(central, busan)
    third = ask(daegu, run)
    follow(central)
    deed(busan, workflow.cancel_enrolment, first, by="officer")
    follow(central, busan)
    with later(days=6):
        with pytest.raises(Refused, match="The offer has ended"):
            deed(busan, workflow.accept_seat, second, by="manager")
        follow(central, busan, daegu)
    assert now(busan, second).stage == Stage.LAPSED and now(daegu, third).stage == Stage.OFFERED
    assert told(busan)[-1] == "enrolment.lapsed" and told(daegu)[-1] == "enrolment.offered"
    with pytest.raises(Refused, match="The offer has ended"):
        deed(busan, workflow.accept_seat, second, by="manager")


def test_more_seats_are_offered_and_the_waiting_list_closes_when_the_run_begins(busan, daegu, central):
    run, _first, second = full_run(central, busan)
    third = ask(daegu, run)
    follow(central)
    change_run(central, run, seats=2)
    follow(central)
    assert [now(busan, second).stage, now(daegu, third).stage] == ["offered", "waiting"]
    with later(days=21):
        follow(central, busan, daegu)
        assert follow(central, busan, daegu) == 0
    assert [now(busan, second).stage, now(daegu, third).stage] == ["lapsed", "closed_out"]
    assert "began before" in now(daegu, third).why and told(daegu)[-1] == "enrolment.closed_out"


@pytest.mark.parametrize("at, hours, until", [
    ("2026-11-30T10:00+09:00", 24, "2026-12-01T10:00+09:00"),           # a Monday
    ("2026-11-30T20:00+09:00", 24, "2026-12-02T12:00+09:00"),           # after hours: noon of the next day
    ("2026-11-30T03:00+09:00", 24, "2026-12-01T12:00+09:00"),           # before hours: noon of that day
    ("2026-12-04T15:00+09:00", 24, "2026-12-07T12:00+09:00"),           # Saturday: Monday noon
    ("2026-12-23T15:00+09:00", 48, "2026-12-28T12:00+09:00")])          # Christmas, then a weekend
def test_an_offer_ends_in_office_hours_and_never_after_the_run_has_begun(at, hours, until):
    at, until = clock.datetime.fromisoformat(at), clock.datetime.fromisoformat(until)
    assert offered_until(at, hours, at + timedelta(days=30)) == until
    assert offered_until(at, hours, at + timedelta(hours=2)) == at + timedelta(hours=2)


# ---- leaving

def test_after_the_day_a_seat_is_given_up_only_with_a_reason_and_marked(busan, central):
    run = run_at(central)
    row, other = ask(busan, run), ask(busan, run, by="employee")
    follow(central)
    with later(days=16):                                                    # 24:00 of the seventeenth day is the end
        assert deed(busan, workflow.cancel_enrolment, other, by="employee").is_late is False
    with later(days=18):
        with pytest.raises(Refused, match="last day for cancelling has passed") as refused:
            deed(busan, workflow.cancel_enrolment, row, by="officer")
        assert refused.value.field == "reason"
        assert deed(busan, workflow.cancel_enrolment, row, reason="병가", by="officer").is_late is True
        with pytest.raises(Refused, match="nothing to cancel"):
            deed(busan, workflow.cancel_enrolment, row, reason="병가", by="officer")


def test_once_the_run_has_begun_a_seat_is_not_given_up(busan, central):
    run = run_at(central)
    row = ask(busan, run)
    follow(central)
    with later(days=21), pytest.raises(Refused, match="noted as absent"):
        deed(busan, workflow.cancel_enrolment, row, reason="x", by="officer")


def test_after_a_class_was_moved_leaving_is_free_again_and_everybody_is_told_once(busan, central):
    run = run_at(central)
    row = ask(busan, run)
    follow(central, busan)
    day = first_class(central, run).starts_at
    with later(days=19):                                                    # too late by the new day as well
        move_classes(central, run, days=1)
        assert follow(busan) == 1 and follow(busan) == 0
        assert told(busan) == ["enrolment.enrolled", "enrolment.moved"]
        with within(busan.agency):
            held = Deadline.everything.get(closed_at=None)
            assert held.last_day == clock.seoul(day).date() + timedelta(days=1)
        assert deed(busan, workflow.cancel_enrolment, row, by="officer").is_late is False
        follow(busan)
    with within(busan.agency):
        assert not Deadline.everything.filter(closed_at=None).exists()
    assert told(busan) == ["enrolment.enrolled", "enrolment.moved"]         # what they did themselves they know


def test_who_enrols_after_a_move_is_told_of_no_move(busan, central):
    run = run_at(central, seats=1)
    move_classes(central, run, days=1)
    ask(busan, run)
    ask(busan, run, by="manager")
    follow(central, busan)
    assert follow(busan) == 0 and told(busan) == ["enrolment.enrolled", "enrolment.waiting"]


def test_others_are_taken_out_by_the_training_officer_with_a_reason_that_they_are_told(busan, daegu, central):
    run = run_at(central)
    row = ask(busan, run)
    follow(central)
    for place, who in ((busan, "director"), (busan, "employee"), (central, "trainer")):
        with pytest.raises(PermissionDenied):
            deed(place, workflow.cancel_enrolment, row, reason="x", by=who)
    with pytest.raises(Refused, match="the person reads it"):
        deed(busan, workflow.cancel_enrolment, row, by="trainer")
    deed(busan, workflow.cancel_enrolment, row, reason="인사 이동", by="trainer")
    follow(busan)
    assert told(busan) == ["enrolment.cancelled"]


def test_a_cancelled_run_ends_all_enrolments_and_tells_everybody(busan, daegu, central, work_off):          # noqa: F811
    run, seated, waiting = full_run(central, busan)
    approval_on(daegu)
    requested = ask(daegu, run)
    change_run(central, run, stage="cancelled", cancel_reason="강사 사정")
    follow(central, busan, daegu)
    assert [now(busan, seated).stage, now(busan, waiting).stage, now(daegu, requested).stage] == ["closed_out"] * 3
    assert told(busan)[-2:] == ["enrolment.run_cancelled"] * 2 and told(daegu)[-1] == "enrolment.run_cancelled"
    work_off(busan)
    with within(busan.agency):
        notice = Notice.everything.filter(event="enrolment.run_cancelled", recipient=busan.officer).get()
        assert "강사 사정" in notice.body and "취소되었습니다" in notice.title and "/busan/training/enrolments/" in notice.link


# ---- told, reminded

def test_telling_and_closing_are_the_jobs_alone_and_twice_is_once(busan, central):
    run = run_at(central)
    row = ask(busan, run)
    for work in (telling.tell_participant, telling.tell_of_move, telling.close_request):
        with pytest.raises(PermissionDenied):
            deed(busan, work, row, by="manager")
    follow(central, busan)
    with within(busan.agency):
        for work in (telling.tell_participant, telling.tell_of_move, telling.close_request):
            assert work(row, actor=Actor.system("again")) is False
    assert told(busan) == ["enrolment.enrolled"]


def test_the_first_class_is_reminded_of_on_its_ladder(busan, central, work_off):                             # noqa: F811
    run = run_at(central)
    ask(busan, run)
    follow(central, busan)
    work_off(busan)
    with within(busan.agency):
        held = Deadline.everything.get()
        assert (held.kind, held.ladder) == ("enrolment.first_class", [-7, -1])
        assert held.last_day == clock.seoul(first_class(busan, run).starts_at).date()
        body = Notice.everything.get(event="enrolment.enrolled").body
    assert "첫째 시간" in body and "교육장 1" in body


# ---- who sees what

def test_nobody_at_the_neighbour_agency_sees_an_enrolment_and_how_one_stands_is_ones_own(busan, daegu, central):
    run = run_at(central)
    row = ask(busan, run)
    follow(central)
    with within(daegu.agency):
        actor = Actor.of(daegu.trainer)
        assert not queries.participants(actor, run).exists() and enrolling_of(actor, run).enrolment is None
    with within(busan.agency):
        mine, other = (enrolling_of(Actor.of(one), run) for one in (busan.officer, busan.employee))
    assert (mine.enrolment.pk, mine.is_in, mine.may_enrol) == (row.pk, True, False)
    assert (other.enrolment, other.is_in, other.may_enrol) == (None, False, True)
    assert placed(central, run) == 0
