"""How a person stands towards a run, and the one next step: what the run's page shows of enrolment."""
from dataclasses import dataclass
from datetime import datetime, timedelta

from core import clock
from training.models import Enrolment, Run
from training.permissions import can_act_for, can_enrol_others, can_learn
from training.queries.enrolment import Times, asks_approval, my_enrolment_in, times_of
from training.seats import free_to_leave_until, is_late, obstacle
from training.stages import GONE, EnrolmentStage

MAY_LEAVE = frozenset({EnrolmentStage.REQUESTED, EnrolmentStage.ASKED, EnrolmentStage.WAITING, EnrolmentStage.OFFERED,
                       EnrolmentStage.ENROLLED})


@dataclass(frozen=True)
class Enrolling:
    """`obstacle`: why one cannot enrol now, empty if one can. `enrolment`: the latest, which may be over."""

    run: Run
    times: Times
    enrolment: Enrolment | None
    obstacle: str
    may_enrol: bool
    may_enrol_others: bool
    asks_approval: bool

    @property
    def is_in(self):
        return self.enrolment is not None and self.enrolment.stage not in GONE


def enrolling_of(actor, run):
    times, mine = times_of(actor, run), my_enrolment_in(actor, run)
    why, learns = obstacle(run, times.begins_at, clock.now()) or "", can_learn(actor)
    is_in = mine is not None and mine.stage not in GONE
    return Enrolling(run, times, mine, why, learns and not why and not is_in, can_enrol_others(actor) and not why,
                     learns and asks_approval(actor))


@dataclass(frozen=True)
class Leaving:
    """Whether this enrolment can be given up by who looks, and whether that would be late; the reason is asked then."""

    may: bool
    is_late: bool
    by_other: bool
    until: datetime | None

    @property
    def last_day(self):
        return self.until and clock.seoul(self.until).date() - timedelta(days=1)


def leaving_of(actor, enrolment, times):
    now, run = clock.now(), enrolment.run
    begun = times.begins_at is not None and times.begins_at <= now
    seated = enrolment.stage == EnrolmentStage.ENROLLED
    may = can_act_for(actor, enrolment) and enrolment.stage in MAY_LEAVE and not (seated and begun)
    by_other = actor.user is not None and actor.user.pk != enrolment.user_id
    return Leaving(may, seated and is_late(run, times, enrolment.placed_at, now), by_other,
                   free_to_leave_until(run, times.begins_at) if times.begins_at else None)
