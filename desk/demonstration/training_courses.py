"""Courses, runs and trainers of the demonstration: the runs behind a year's published figures, coming ones, a draft and a cancelled one."""
from dataclasses import dataclass, field
from datetime import date, timedelta

from accounts.models import Agency
from core import clock
from core.calendar import next_working_day
from core.tenancy import within
from desk.demonstration.cases import at, staff
from desk.demonstration.training_catalogue import BUSAN, COMING, COURSES, JOB, MANDATORY, SPECIALISED, TESTS, TRAINERS
from training.workflow import course as courses
from training.workflow import run as runs
from training.workflow.class_session import add_class
from training.workflow.material import add_material_link
from training.workflow.plan import plan_year
from training.workflow.test_question import add_test_question
from training.workflow.trainer import add_trainer, note_fee, note_paid

WRITTEN_ON = date(2024, 2, 5)
BEFORE, ENROLLED = timedelta(days=40), timedelta(days=7)            # before its classes a run is announced; enrolment ends
SPARE = 5                           # seats more than people come
EARLY = 3                           # months in which the figures are still the year's before


@dataclass
class Held:
    """Runs by whose they are; `published` with how many persons each counts. For the enrolments of the demonstration."""

    published: list = field(default_factory=list)       # [(Run, persons)], 14 of job training and 9 specialised, in the order of their days
    coming: list = field(default_factory=list)          # the Central institute's, enrolling now
    busan: list = field(default_factory=list)           # Busan's own: one that is over, one that comes


def published_year():
    """Whose figures the demonstration shows: this year's, or early in the year those of the one before."""
    today = clock.today()
    return today.year if today.month > EARLY else today.year - 1


def build_training_courses():
    """Returns Held."""
    held = Held()
    with within(Agency.objects.get(slug="central")):
        officer, taught = staff("officer", "central"), written(COURSES, staff("officer", "central"))
        trainers = pool(officer)
        held.published = [(held_run(taught[code], day, persons + SPARE, trainers, place, officer), persons)
                          for place, (code, persons, day) in enumerate(in_order())]
        held.coming = [held_run(taught[code], clock.today() + timedelta(days=days), 12 if place else 6, trainers, place, officer)
                       for place, (code, days) in enumerate(COMING)]
        pay(held.published[:6], officer)
        add_material_link(held.coming[0], name="개정 기준 해설 영상", address="https://video.example/standards", actor=officer)
        plan_year(published_year(), planned(), actor=staff("manager", "central"))
    with within(Agency.objects.get(slug="busan")):
        held.busan = busans()
    return held


def written(catalogue, keeper):
    """{code: Course}, offered, with tests and who has to have them."""
    found = {}
    with clock.travel(at(WRITTEN_ON, 10)):
        for one in catalogue:
            course = courses.write_course(**one._asdict(), target_en="", aims_en="", content_en="", asks_survey=True, attempts=3,
                                          actor=keeper)
            for text, choices, right in TESTS.get(one.code, ()):
                add_test_question(course, text_ko=text, choices=[{"ko": choice, "en": ""} for choice in choices], right=[right],
                                  actor=keeper)
            if one.code in MANDATORY:
                courses.add_duty(course, for_whom="staff", within_days=MANDATORY[one.code], from_on=WRITTEN_ON, actor=keeper)
            if one.qualifies:
                courses.add_duty(course, for_whom="assessors", within_days=365, from_on=WRITTEN_ON, actor=keeper)
            found[one.code] = courses.offer_course(course, actor=keeper)
    return found


def pool(keeper):
    with clock.travel(at(WRITTEN_ON, 11)):
        return [add_trainer(name=name, belongs_to=house, fields=subjects, email="", phone="", note="", user=None, actor=keeper)
                for name, house, subjects in TRAINERS]


def in_order():
    """(course, persons, day): the year's runs, spread from its second week until ten days ago, the specialised among the others."""
    year, rows = published_year(), [*JOB]
    for place, one in enumerate(SPECIALISED):
        rows.insert(1 + place * 5 // 2, one)
    first, last = date(year, 1, 8), min(date(year, 12, 18), clock.today() - timedelta(days=10))
    step = (last - first) / (len(rows) - 1)
    return [(code, persons, next_working_day(first + step * place)) for place, (code, persons) in enumerate(rows)]


def planned():
    """{category: (runs, persons)} of the year, by course."""
    category = {one.code: one.category for one in COURSES}
    rows: dict[str, tuple[int, int]] = {}
    for code, persons in (*JOB, *SPECIALISED):
        count, sum_of = rows.get(category[code], (0, 0))
        rows[category[code]] = (count + 1, sum_of + persons)
    return rows


def held_run(course, day, seats, trainers, place, keeper, *, announced=True):
    """Planned and announced well before its day, with two classes or one as long as the course says."""
    day = next_working_day(day)
    with clock.travel(min(at(day - BEFORE, 9), clock.real_now())):
        begins, until = clock.now(), at(day - ENROLLED, 18)
        run = runs.plan_run(course, year=day.year, seats=seats, enrol_from_at=begins, enrol_until_at=until, place="중앙교육장 2층 대강의실",
                            room_note="빔프로젝터, 무선 마이크 2개", cost_centre="교육운영비", actor=keeper)
        hours = ((10, 13), (14, 17))[:max(1, course.minutes // 180)]
        for number, (starts, ends) in enumerate(hours):
            teaches = trainers[(place + number) % len(trainers):][:1] if trainers else ()
            add_class(run, title=f"{course.name_ko} {('기초', '실습')[number]}", starts_at=at(day, starts), ends_at=at(day, ends),
                      trainers=teaches, actor=keeper)
        return runs.announce_run(run, actor=keeper) if announced else run


def pay(published, keeper):
    """Honoraria of the first runs, paid a week after."""
    for run, _persons in published:
        session = run.classes.first()
        trainer = run.trainers.filter(class_session=session).first().trainer
        fee = note_fee(trainer, run=run, minutes=session.minutes, amount=300_000, actor=keeper)
        note_paid(fee, paid_on=min(clock.seoul(session.ends_at).date() + timedelta(days=7), clock.today()), actor=keeper)


def busans():
    """Two own courses: runs that are over and to come, one cancelled for want of people, and a draft. Returns the first two."""
    keeper, today = staff("trainer", "busan"), clock.today()
    taught, first = written(BUSAN, keeper), today - timedelta(days=60)
    over = held_run(taught["BS-01"], first, 20, (), 0, keeper)
    coming = held_run(taught["BS-01"], today + timedelta(days=18), 20, (), 0, keeper)
    short = held_run(taught["BS-02"], today + timedelta(days=25), 15, (), 0, keeper)
    runs.cancel_run(short, reason="신청 인원이 5명에 미치지 못하여 다음 분기로 미룹니다.", actor=keeper)
    held_run(taught["BS-02"], today + timedelta(days=50), 15, (), 0, keeper, announced=False)
    return [over, coming]
