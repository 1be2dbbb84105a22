"""Beat as it is on bad days: down, twice at once, killed in the middle; its messages lost, and the queue empty each time."""
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

from aftercare.tasks import duty as duties
from aftercare.tasks import sanction as sanctions
from certification.tasks import certificate as certificates
from core import clock, outbox
from core.models import Errand
from correspondence import tasks as reminders
from evaluations.tasks import announce_due_at
from tests.aftercare.conftest import seoul

JOBS = (announce_due_at, reminders.send_rungs_at, duties.follow_at, certificates.follow_at, sanctions.follow_at)
READS = [                                               # (module, what it reads first, the job that goes on from it)
    (reminders, "deadlines_to_remind", reminders.send_rungs_at), (duties, "certificates_to_lapse", duties.follow_at),
    (certificates, "run_out", certificates.follow_at), (sanctions, "decided_due", sanctions.follow_at),
]
WRITES = [(reminders.workflow, ("send_rung", "send_together")), (duties.workflow, ("lapse_duties", "plan_duties", "take_effect")),
          (certificates.workflow, ("note_expired", "hold_end"))]
MESSAGES = ("deadline.several", "deadline.escalated", "deadline.near", "deadline.over")


class Killed(BaseException):
    """The process is gone: nothing after this line was done, and nobody noted why."""


def beat(agency, moment, turn):
    """Every job once, in an order of its own each time: which message a worker takes first nobody promises."""
    with clock.travel(moment):
        for job in (*JOBS[turn % len(JOBS):], *JOBS[:turn % len(JOBS)]):
            job(agency)


@contextmanager
def overtaken(agency):
    """Of two beats at once: what one has read the other has done by the time it comes to it."""
    with ExitStack() as stack:
        for module, name, job in READS:
            stack.enter_context(patch.object(module, name, _stale(getattr(module, name), job, agency)))
        yield


def _stale(read, job, agency):
    inside = []

    def read_and_wait(*asked):
        found = read(*asked)
        found = found if isinstance(found, tuple) else list(found)
        if not inside:
            inside.append(True)
            job(agency)
            inside.clear()
        return found
    return read_and_wait


def killed(agency, moment, turn):
    """A beat whose worker dies in the middle of the first thing that it writes."""
    with ExitStack() as stack:
        for module, names in WRITES:
            for name in names:
                stack.enter_context(patch.object(module, name, _dying(getattr(module, name))))
        try:
            beat(agency, moment, turn)
        except Killed:
            return True
    return False


def _dying(write):
    def write_and_die(*about, **named):
        write(*about, **named)
        raise Killed
    return write_and_die


def tell(agency, is_killed=False):
    """The errands that tell people of what was reminded of, as a sweeper finds them; killed: each dies once between its effect and being
    marked as done, and is done again when its lease is over."""
    waiting = Errand.everything.filter(done_at=None, task="correspondence.tasks.announce", arguments__event__in=MESSAGES)
    for pk in list(waiting.order_by("pk").values_list("pk", flat=True)):
        if is_killed:
            with patch.object(outbox, "finish", _dying(lambda _errand: None)):
                try:
                    outbox.run(agency, pk)
                except Killed:
                    Errand.everything.filter(pk=pk).update(leased_until=None)
        outbox.run(agency, pk)


def hours(day, what):
    """When beat comes on a day on which nothing comes, reminders do, something turns at midnight, or something is announced at ten."""
    found = {"": [(10, 0)], "nine": [(9, 0)], "midnight": [(0, 1), (9, 0)], "announcement": [(0, 1), (9, 0), (10, 0), (10, 10)]}[what]
    return [seoul(day.year, day.month, day.day, *hour) for hour in found]
