"""Completion: worked out by the run's rule, decided by hand, late, anew; each house does its own part."""
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from core.models import Errand
from core.tenancy import within
from correspondence.models import Notice
from panels.fitness import hindrances
from panels.models import Qualification
from panels.queries.pool import member_of_pool
from tests.factories.panels import PoolMemberFactory, QualificationFactory
from tests.factories.training import CourseFactory, enrolled
from tests.training.completing import SYSTEM, anew, by_hand, current, finish, follow, fresh, noted, past_run, took_part
from training.completion_rule import Facts, unmet
from training.models import Completion, Enrolment, Run
from training.models import TestAttempt as Attempt
from training.workflow.completion import complete_late
from training.workflow.completion_told import note_in_pool, tell_completion

pytestmark = pytest.mark.django_db
DONE, NOT = Completion.Outcome.COMPLETED, Completion.Outcome.NOT_COMPLETED


def errands(place, task):
    with within(place.agency):
        return list(Errand.everything.filter(task=task).values_list("arguments", flat=True))


def test_the_rule_of_the_run_says_who_has_completed(busan, central):
    course_valid = {"course__valid_months": 12}
    run = past_run(central, least_score=60, **course_valid)
    good = took_part(busan, busan.officer, run, minutes=(180, 108))         # 80 percent to the minute
    absent = took_part(busan, busan.manager, run, minutes=(180, 107))
    silent = took_part(busan, busan.director, run, survey=False)
    failed = took_part(central, central.officer, run)
    for place, one, score in ((busan, good, 60), (busan, absent, 90), (busan, silent, 90), (central, failed, 59)):
        with within(place.agency):
            Attempt.everything.create(host=central.agency, enrolment=one, number=1, order=[], begun_at=clock.now(),
                                          handed_in_at=clock.now(), graded_at=clock.now(), score=score)
    finish(central, run)
    outcomes = [current(central, one).outcome for one in (good, absent, silent, failed)]
    assert outcomes == [DONE, NOT, NOT, NOT]
    done = current(central, good)
    year = clock.today().year
    assert done.number == f"제{year}-교육-0001호" and (done.minutes, done.of_minutes, done.score) == (288, 360, 60)
    assert done.valid_until > clock.today() + timedelta(days=350) and done.house_name == "부산광역시사회서비스원"
    assert fresh(central, good).stage == "completed" and fresh(central, absent).stage == "not_completed"
    assert fresh(central, run).stage == "finished" and fresh(central, run).finished_at
    assert errands(central, "training.tasks.make_completion_paper") == [{"completion_id": done.pk}]


def test_what_is_missing_is_said_in_sentences():
    rule = SimpleNamespace(least_percent=100, asks_survey=True, asks_test=True, least_score=60)
    assert unmet(rule, Facts(360, 360, True, 60)) == []
    words = " ".join(unmet(rule, Facts(359, 360, False, None)))
    assert "359 of 360" in words and "survey" in words and "not passed" in words
    assert unmet(SimpleNamespace(least_percent=80, asks_survey=False, asks_test=False), Facts(288, 360, False)) == []


def test_a_run_is_finished_after_its_last_class_with_attendance_noted_and_once(busan, central):
    run = past_run(central, days=1)
    with within(central.agency):
        last = run.classes.order_by("-ends_at").first()
        last.starts_at, last.ends_at = clock.now(), clock.now() + timedelta(hours=1)
        last.save()
    one = took_part(busan, busan.officer, run, minutes=(180, 0))
    with pytest.raises(Refused, match="last class.*2교시.*ends on"):
        finish(central, run)
    over = past_run(central)
    someone = enrolled(busan, busan.officer, over)
    with pytest.raises(Refused, match="attendance is noted yet for: Class 1: 1교시, Class 2"):
        finish(central, over)
    noted(over, someone, 180, 180)
    finish(central, over)
    with pytest.raises(Refused, match="announced and not finished"):
        finish(central, over)
    with pytest.raises(Refused, match="no classes"):
        finish(central, past_run(central, classes=0))
    with within(busan.agency):
        assert not Completion.everything.filter(enrolment=one).exists()


def test_who_still_waits_when_the_run_is_finished_gets_no_seat(busan, central):
    run = past_run(central)
    took_part(busan, busan.officer, run)
    waiting = enrolled(busan, busan.manager, run, stage="waiting", placed_at=None)
    finish(central, run)
    waiting = fresh(busan, waiting)
    assert (waiting.stage, waiting.reason) == ("closed_out", "The run is over.")


@pytest.mark.parametrize("who", ["director", "employee", "auditor", "assessor", "admin"])
def test_only_the_hosts_keepers_finish_a_run(who, central):
    run = past_run(central)
    with pytest.raises(PermissionDenied):
        finish(central, run, by=who)


def test_another_houses_keeper_finishes_and_decides_nothing(busan, central):
    run = past_run(central)
    one = took_part(busan, busan.officer, run)
    with pytest.raises(PermissionDenied):
        finish(busan, run)
    finish(central, run)
    with pytest.raises(PermissionDenied):
        by_hand(busan, one, NOT)
    with pytest.raises(PermissionDenied):
        anew(busan, run)


def test_by_hand_either_way_with_a_reason_and_a_name_and_not_about_oneself(busan, central):
    run = past_run(central)
    late = took_part(busan, busan.officer, run, minutes=(180, 30))
    own = took_part(central, central.trainer, run, minutes=(0, 0))
    with pytest.raises(Refused, match="once the run is finished"):
        by_hand(central, late, DONE)
    finish(central, run)
    with pytest.raises(Refused, match="write the reason"):
        by_hand(central, late, DONE, reason=" ")
    with pytest.raises(Refused, match="what stands already"):
        by_hand(central, late, NOT)
    with pytest.raises(Refused, match="your own completion"):
        by_hand(central, own, DONE)
    with pytest.raises(Refused, match="Choose a result"):
        by_hand(central, late, "perhaps")
    with pytest.raises(Refused, match="too long"):
        by_hand(central, late, DONE, reason="가" * 300, case_number="부산-2026-0012")
    by_hand(central, late, DONE, case_number="부산-2026-0012")
    done = current(central, late)
    assert done.by_hand and done.decided_by == central.trainer and done.number_place == 1 and "부산-2026-0012" in done.reason
    assert anew(central, run) == 0                              # what was decided by hand stays
    by_hand(central, late, NOT, by="manager")
    with within(central.agency):
        assert list(Completion.everything.filter(enrolment=late).order_by("pk").values_list("outcome", "is_current", "number_place")) == [
            (NOT, False, None), (DONE, False, 1), (NOT, True, None)]


def test_a_correction_of_attendance_is_worked_out_anew_with_the_history_kept(busan, central):
    run = past_run(central)
    one, same = took_part(busan, busan.officer, run), took_part(busan, busan.manager, run)
    with pytest.raises(Refused, match="not finished yet"):
        anew(central, run)
    finish(central, run)
    number = current(central, one).number
    noted(run, one, 180, 170, source="correction")
    assert anew(central, run) == 1
    again = current(central, one)
    assert again.minutes == 350 and again.number == number                   # still completed: the number and the paper stay
    noted(run, one, 180, 10, source="correction")
    assert anew(central, run) == 1 and current(central, one).outcome == NOT and fresh(central, one).stage == "not_completed"
    with within(central.agency):
        assert Completion.everything.filter(enrolment=one).count() == 3 and Completion.everything.filter(enrolment=same).count() == 1


def test_who_answers_the_survey_later_completes_by_the_hosts_job_within_thirty_days(busan, central):
    run, old = past_run(central), past_run(central)
    one, late = (took_part(busan, busan.officer, each, survey=False) for each in (run, old))
    for each in (run, old):
        finish(central, each)
    follow(central, busan)
    assert current(central, one).outcome == NOT
    with within(busan.agency):
        Enrolment.everything.filter(pk__in=[one.pk, late.pk]).update(survey_at=clock.now())
    with within(central.agency):
        Run.everything.filter(pk=old.pk).update(finished_at=clock.now() - timedelta(days=31))
    follow(central)
    assert current(central, one).outcome == DONE and current(central, late).outcome == NOT
    assert follow(central) == 0
    with pytest.raises(PermissionDenied), within(central.agency):
        complete_late(Completion.everything.get(enrolment=late), scores={}, actor=Actor.of(central.trainer))


def test_a_test_that_was_passed_later_completes_too(busan, central):
    run = past_run(central, least_score=60)
    one = took_part(busan, busan.officer, run)
    finish(central, run)
    with within(busan.agency):
        Attempt.everything.create(host=central.agency, enrolment=one, number=1, order=[], begun_at=clock.now(),
                                      handed_in_at=clock.now(), graded_at=clock.now() + timedelta(seconds=1), score=80)
    follow(central)
    assert current(central, one).outcome == DONE and current(central, one).score == 80


def asked(place):
    """Which events wait to be told at this house."""
    return sorted(one["event"] for one in errands(place, "correspondence.tasks.announce"))


def test_each_house_tells_its_own_people_once(busan, daegu, central):
    run = past_run(central)
    took_part(busan, busan.officer, run)
    took_part(daegu, daegu.officer, run, minutes=(0, 180))
    took_part(central, central.officer, run)
    finish(central, run)
    assert asked(central) == ["completion.completed"] and asked(busan) == []      # its own people at once, others by their house's job
    follow(busan, daegu, central)
    follow(busan, daegu, central)
    assert asked(busan) == ["completion.completed"] and asked(daegu) == ["completion.not_completed"] and len(asked(central)) == 1
    with within(busan.agency):
        told = Completion.everything.get()
        assert tell_completion(told, actor=SYSTEM) is False and asked(busan) == ["completion.completed"]
        with pytest.raises(PermissionDenied):
            tell_completion(told, actor=Actor.of(busan.trainer))


def test_a_completion_that_is_withdrawn_is_told_with_the_reason(busan, central):
    run = past_run(central)
    one = took_part(busan, busan.officer, run)
    finish(central, run)
    follow(busan)
    by_hand(central, one, NOT, reason="대리 출석이 확인되었습니다.")
    follow(busan)
    assert asked(busan) == ["completion.completed", "completion.withdrawn"]
    with within(busan.agency):
        assert not Notice.everything.exists()                   # told by the errand, not here


def test_neighbours_see_no_completion(busan, daegu, central):
    run = past_run(central)
    one = took_part(busan, busan.assessor, run)
    took_part(busan, busan.employee, run)
    finish(central, run)

    def seen(place, who):
        with within(place.agency):
            return Completion.objects.visible_to(Actor.of(who)).count()
    assert [seen(busan, busan.assessor), seen(busan, busan.trainer), seen(central, central.trainer)] == [1, 2, 2]
    assert [seen(daegu, daegu.trainer), seen(busan, busan.owner), seen(central, central.employee)] == [0, 0, 0]
    assert current(busan, one).name == str(busan.assessor)


# ---- assessors

def pool_entry(place, user):
    with within(place.agency):
        return PoolMemberFactory(user=user)


def qualifications(place):
    with within(place.agency):
        return sorted(Qualification.everything.values_list("kind", "number", "valid_until"))


def test_a_course_that_qualifies_is_noted_in_the_pool_and_a_refresher_extends_it(busan, central):
    pool_entry(busan, busan.assessor)
    with within(central.agency):
        first = CourseFactory(name_ko="심사위원 양성과정", qualifies=True, valid_months=24)
        refresher = CourseFactory(name_ko="심사위원 보수과정", qualifies=True, valid_months=24)
    past = past_run(central, days=800, course=first)
    took_part(busan, busan.assessor, past)
    took_part(busan, busan.officer, past)                       # in no pool
    finish(central, past)
    follow(busan)
    (kind, number, until), = qualifications(busan)
    assert kind == "심사위원 양성과정" and number == f"제{clock.today().year}-교육-0001호" and until < clock.today()
    with within(busan.agency):
        assert "심사위원 양성과정" in hindrances(member_of_pool(busan.assessor), clock.today())[0]        # expired: cannot be assigned
    run = past_run(central, course=refresher)
    took_part(busan, busan.assessor, run)
    finish(central, run)
    follow(busan)
    follow(busan)
    assert [(kind, until > clock.today()) for kind, _number, until in qualifications(busan)] == [
        ("심사위원 보수과정", True), ("심사위원 양성과정", False), ("심사위원 양성과정", True)]
    with within(busan.agency):
        assert hindrances(member_of_pool(busan.assessor), clock.today()) == []


def test_other_courses_qualify_nobody_and_what_is_withdrawn_is_taken_out_again(busan, central):
    member = pool_entry(busan, busan.assessor)
    with within(busan.agency):
        QualificationFactory(member=member, kind="석사", number="2020-1")
    plain, run = past_run(central), past_run(central, course__qualifies=True)
    took_part(busan, busan.assessor, plain)
    one = took_part(busan, busan.assessor, run)
    finish(central, plain)
    finish(central, run)
    follow(busan)
    assert len(qualifications(busan)) == 2
    with pytest.raises(PermissionDenied), within(busan.agency):
        note_in_pool(Completion.everything.get(enrolment=one), actor=Actor.of(busan.officer))
    by_hand(central, one, NOT)
    follow(busan)
    assert [row[0] for row in qualifications(busan)] == ["석사"]


def test_who_joins_the_pool_later_brings_the_course_along(busan, central):
    run = past_run(central, course__qualifies=True)
    took_part(busan, busan.assessor, run)
    finish(central, run)
    follow(busan)
    assert qualifications(busan) == []
    pool_entry(busan, busan.assessor)
    follow(busan)
    assert len(qualifications(busan)) == 1
    with within(busan.agency):
        assert note_in_pool(Completion.everything.get(), actor=SYSTEM) is False
