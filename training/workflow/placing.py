"""The house that holds a run gives seats: in the order of asking, then from the waiting list; and ends what can no longer be."""
from django.db import transaction
from django.utils.translation import gettext_noop as _

from accounts.actors import Actor
from core import clock
from core.tenancy import current_agency_id
from core.workflow import lock, move, record, require
from correspondence.queries import closing_days
from training.models import Enrolment
from training.permissions import can_follow_training, can_keep_training
from training.queries.enrolment import PENDING, SEATED, times_of
from training.seats import offered_until
from training.stages import EnrolmentStage, RunStage

HOUSE = Actor.system("placing of enrolments")
NO_RUN = _("The run does not take place.")
BEGUN = _("The run began before a seat became free.")
FULL = _("All seats and all places on the waiting list were taken.")
TWICE = _("You are enrolled in this run from another agency already.")
OVER = _("The run was over.")
NOT_APPROVED = _("It was not approved before the run began.")


@transaction.atomic
def place_enrolments(run, *, actor):
    """Everybody who asked gets a seat, a place on the waiting list or a sentence; free seats are offered. Twice is once.

    Returns how many enrolments changed.
    """
    require((can_follow_training(actor) or can_keep_training(actor)) and run.agency_id == current_agency_id())
    run = lock(run)
    rows = Enrolment.everything.filter(host_id=run.agency_id, run=run, asked_at__isnull=False)
    rows = sorted(rows.order_by("pk").select_for_update(of=("self",), no_key=True), key=lambda one: (one.asked_at, one.pk))
    placing = Placing(run, rows, actor)
    placing.carry_out()
    unseen = [one for one in rows if one.seen_stage != one.stage]
    for one in unseen:
        one.seen_stage = one.stage
    Enrolment.everything.bulk_update(unseen, ["seen_stage"])
    return placing.changed


class Placing:
    """A locked run with its locked enrolments, in the order of the queue."""

    def __init__(self, run, rows, actor):
        self.run, self.rows, self.actor, self.now, self.changed = run, rows, actor, clock.now(), 0
        self.begins_at = times_of(HOUSE, run).begins_at
        self.closing_days = tuple(closing_days())

    def of(self, *stages):
        return [one for one in self.rows if one.stage in stages]

    def carry_out(self):
        if self.run.stage == RunStage.CANCELLED:
            return self.close(NO_RUN, *PENDING, EnrolmentStage.ENROLLED)
        if self.run.stage != RunStage.OPEN:
            return self.close(OVER, *PENDING)
        self.lapse()
        if self.begins_at is not None and self.begins_at <= self.now:
            return self.close(BEGUN, *PENDING)
        return self.give_seats()

    def lapse(self):
        for one in self.of(EnrolmentStage.OFFERED):
            if one.offer_until_at <= self.now:
                self.put(one, EnrolmentStage.LAPSED, ended_at=self.now)

    def give_seats(self):
        """The waiting list first, then who asked since."""
        free = self.run.seats - len(self.of(*SEATED))
        for one in self.of(EnrolmentStage.WAITING)[:max(0, free)]:
            until = offered_until(self.now, self.run.accept_hours, self.begins_at, self.closing_days)
            self.put(one, EnrolmentStage.OFFERED, offer_until_at=until)
            free -= 1
        there = {one.user_id for one in self.of(*SEATED, EnrolmentStage.WAITING)}
        waiting = len(self.of(EnrolmentStage.WAITING))
        for one in self.of(EnrolmentStage.ASKED):
            if one.user_id in there:
                self.end(one, TWICE)
                continue
            if free > 0 and not waiting:
                self.put(one, EnrolmentStage.ENROLLED, placed_at=self.now)
                free -= 1
            elif waiting < self.run.waiting_seats:
                self.put(one, EnrolmentStage.WAITING)
                waiting += 1
            else:
                self.end(one, FULL)
                continue
            there.add(one.user_id)

    def close(self, reason, *stages):
        for one in self.of(*stages):
            self.end(one, reason)

    def end(self, one, reason):
        self.put(one, EnrolmentStage.CLOSED_OUT, reason=reason, ended_at=self.now)

    def put(self, one, stage, **facts):
        """What belongs to the state is written before it, as the database asks for it."""
        for name, value in facts.items():
            setattr(one, name, value)
        if facts:
            one.save(update_fields=list(facts))
        step = move(one, stage)
        record(f"enrolment.{stage}", one, actor=self.actor, run=self.run.pk, **step)
        self.changed += 1
