"""Who took part in the demonstration's runs: enrolled by their agencies, noted from the paper sheet, asked, tested, completed."""
from datetime import timedelta

from accounts.actors import Actor
from accounts.models import Agency, Membership, Role
from core import clock
from core.tenancy import within
from desk.demonstration.cases import staff
from desk.demonstration.people import Colleague
from training.models import SurveyQuestion
from training.permissions import LEARNERS
from training.queries.attendance import classes_in, participants_of, presence_in
from training.queries.survey import questions_of
from training.queries.test import best_scores, keys_of, questions_of_test
from training.tasks.enrolment import follow_at
from training.tasks.run import follow_runs_at
from training.tasks.test import follow_tests
from training.workflow.attendance import type_sheet
from training.workflow.completion import finish_run
from training.workflow.enrolment import enrol, enrol_many
from training.workflow.survey import answer_survey
from training.workflow.test import begin_attempt, hand_in

LOOKING = Actor.system("demonstration")
FAMILY = "강고권김나노류문민박배백서송신안양오우유윤이임장전정조차최하한허홍"
GIVEN = ("가온", "다솜", "라온", "보람", "새봄", "아라", "하람", "한결")
EACH = 3                            # employees of an agency, besides who has an office there
FEW = 3                             # runs that are lived through in the small demonstration
ABSENT = 19                         # every so many-eth comes to nothing
SAID = (
    "실제 사례로 설명하여 주셔서 업무에 바로 쓸 수 있었습니다.",
    "실습 시간이 조금 더 길면 좋겠습니다.",
    "자료를 미리 받아 볼 수 있어 좋았습니다.")


def employees(demonstration, houses):
    """Invited to each of these agencies."""
    for place, slug in enumerate(houses):
        for number in range(EACH):
            name = FAMILY[(place * EACH + number) % len(FAMILY)] + GIVEN[(place + 3 * number) % len(GIVEN)]
            demonstration.employ(Colleague(slug, f"employee{number + 1}", name, Role.EMPLOYEE))


def build_training_people(held, demonstration, *, small):
    """The runs behind the published figures are over; in the coming ones some have seats, in the first of them others wait for one."""
    houses = ["busan", "daegu", "central"] if small else [
        one.slug for one in Agency.objects.filter(closed_on=None).exclude(slug="nation").order_by("-kind", "slug")]
    employees(demonstration, houses)
    people = [(slug, user) for slug in houses for user in learners(slug)]
    for place, (run, persons) in enumerate(held.published[-FEW:] if small else held.published):
        live_through(run, taken(people, place, persons), houses)
    for place, run in enumerate(held.coming):
        ask_for(run, taken(people, place, 9 if place else run.seats + 2), houses, clock.real_now())
    with within(Agency.objects.get(slug="busan")):
        enrol(held.busan[1], actor=staff("officer", "busan"))


def learners(slug):
    with within(Agency.objects.get(slug=slug)):
        rows = Membership.objects.visible_to(LOOKING).filter(ended_at=None, role__in=LEARNERS - {Role.ASSESSOR, Role.ADMIN})
        found = {row.user_id: row.user for row in rows.select_related("user__person").order_by("pk")}
    return list(found.values())


def taken(people, place, number):
    """The next so many, another part of them for each run."""
    return [people[(place * 7 + one) % len(people)] for one in range(min(number, len(people)))]


def ask_for(run, people, houses, moment):
    """Each house enrols its people, the Central institute places them, each house hears of it."""
    asking = {slug: some for slug in houses if (some := [(user, "") for house, user in people if house == slug])}
    with clock.travel(moment):
        for slug, some in asking.items():
            with within(Agency.objects.get(slug=slug)):
                enrol_many(run, some, actor=staff("manager", slug))
        for slug in dict.fromkeys(("central", *asking)):
            follow_at(Agency.objects.get(slug=slug))
        follow_runs_at(Agency.objects.get(slug="central"))


def live_through(run, people, houses):
    ask_for(run, people, houses, run.enrol_from_at + timedelta(hours=2))
    with within(Agency.objects.get(slug="central")):
        classes, keeper = classes_in(LOOKING, run), staff("officer", "central")
        rows = list(participants_of(LOOKING, run))
        keys = keys_of(LOOKING, list(questions_of_test(LOOKING, run))) if run.asks_test else {}
    absent = {row.pk for place, row in enumerate(rows) if (run.number + place) % ABSENT == ABSENT - 1}
    with clock.travel(classes[-1].ends_at - timedelta(minutes=20)):
        for place, row in enumerate(rows):
            if row.pk not in absent:
                answers_of(row, place, keys)
        follow_tests(Agency.objects.get(slug="central"))
    with clock.travel(classes[-1].ends_at + timedelta(minutes=40)), within(Agency.objects.get(slug="central")):
        for one in classes:
            type_sheet(one, {row: 0 if row.pk in absent else one.minutes - (10 if place % 8 == 3 else 0)
                             for place, row in enumerate(rows)}, actor=keeper)
        finish_run(run, presence=presence_in(keeper, run), scores=best_scores(keeper, run), actor=keeper)


def answers_of(row, place, keys):
    """The survey of one person, and the test where there is one."""
    with within(Agency.objects.get(pk=row.agency_id)):
        actor = Actor.of(row.user)
        asked = questions_of(actor, row.run)
        said = {one.pk: 5 - (place + one.position) % 3 if one.kind == SurveyQuestion.Kind.LIKERT
                else SAID[place % len(SAID)] if place % 4 == 0 else "" for one in asked}
        answer_survey(row, said, actor=actor)
        if keys:
            attempt = begin_attempt(row, actor=actor)
            hand_in(attempt, {str(pk): right for pk, right in keys.items()}, actor=actor)
