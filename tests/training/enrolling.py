"""What the tests of enrolment share."""
from contextlib import contextmanager
from datetime import timedelta

from accounts.actors import Actor
from core import clock
from core.models import Errand
from core.tenancy import within
from tests import factories as f
from tests.factories.training import run_with_classes
from training.models import ClassSession, Enrolment, Run
from training.tasks.enrolment import FOLLOWING, follow_at
from training.workflow import enrolment as workflow
from training.workflow.placing import place_enrolments


def run_at(place, **fields):
    with within(place.agency):
        return run_with_classes(**fields)


def deed(place, work, *args, by, **facts):
    """`by`: a role's name or an account."""
    with within(place.agency):
        return work(*args, actor=Actor.of(getattr(place, by) if isinstance(by, str) else by), **facts)


def ask(place, run, by="officer", **facts):
    return deed(place, workflow.enrol, run, by=by, **facts)


def staff(place, count, role="employee"):
    """Further people of the place."""
    with within(place.agency):
        return [f.MembershipFactory(role=role, user__person__name=f"{place.agency.slug}인{number}").user for number in range(count)]


def follow(*places):
    """What each house's own job does now. Returns how much."""
    return sum(follow_at(place.agency) for place in places)


def placed(place, run):
    with within(place.agency):
        return place_enrolments(run, actor=FOLLOWING)


def now(place, row):
    with within(place.agency):
        return Enrolment.everything.get(pk=row.pk)


def stages(place, run):
    """The states in the order of the queue, as this house sees them."""
    with within(place.agency):
        return list(Enrolment.everything.filter(run=run).order_by("asked_at", "pk").values_list("stage", flat=True))


def change_run(place, run, **fields):
    with within(place.agency):
        Run.everything.filter(pk=run.pk).update(**fields)


def move_classes(place, run, **by):
    """All of them by so much, as the host's officers do."""
    with within(place.agency):
        for one in ClassSession.everything.filter(run=run):
            one.starts_at, one.ends_at = one.starts_at + timedelta(**by), one.ends_at + timedelta(**by)
            one.sequence, one.moved_at = one.sequence + 1, clock.now()
            one.save()


def first_class(place, run):
    with within(place.agency):
        return ClassSession.everything.filter(run=run).order_by("starts_at").first()


def told(place):
    """[(event, account)] in the order in which people of this place were told."""
    with within(place.agency):
        rows = Errand.everything.filter(task="correspondence.tasks.announce").order_by("pk")
        return [one.arguments["event"] for one in rows if one.arguments["event"].startswith("enrolment.")]


@contextmanager
def later(**by):
    with clock.travel(clock.now() + timedelta(**by)):
        yield
