"""A place in a run: asked for, approved, taken up, given up; in the participant's house. The host places (`placing`)."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.permissions import same_person
from core import clock
from core.errors import Refused
from core.tenancy import current_agency, current_agency_id
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import notify
from training.models import Enrolment, TrainingSettings
from training.permissions import can_act_for, can_approve_enrolment, can_enrol_others, can_learn
from training.queries.enrolling import MAY_LEAVE
from training.queries.enrolment import LOOKING, asks_approval, is_learner_here, times_of
from training.seats import is_late, obstacle
from training.stages import EnrolmentStage
from training.workflow.placing import HOUSE, place_enrolments

__all__ = ["accept_seat", "approve_enrolment", "cancel_enrolment", "change_training_settings", "enrol", "enrol_many", "place_enrolments",
           "refuse_enrolment"]
MANY = 300


@transaction.atomic
def enrol(run, *, actor, needs=""):
    """Oneself. Where the house approves it waits for a manager or the director, else it is handed in at once."""
    require(can_learn(actor))
    run = _begin(run)
    row = _ask(run, actor.user, actor, needs, waits=asks_approval(LOOKING))
    return _placed(row)


@transaction.atomic
def enrol_many(run, people, *, actor):
    """Others of the house, `people`: [(account, needs)], all or nobody. Who enrols themselves along needs the approval that all need."""
    require(can_enrol_others(actor))
    refuse_if(not people, _("Choose at least one person."), field="people")
    refuse_if(len(people) > MANY, _("At most %(most)s people at once."), field="people", most=MANY)
    run, approves, rows = _begin(run), asks_approval(LOOKING), []
    for user, needs in people:
        try:
            rows.append(_ask(run, user, actor, needs, waits=approves and any(same_person(user, one) for one in actor.people)))
        except Refused as refusal:
            raise Refused(_("%(name)s: %(sentence)s") % {"name": user, "sentence": refusal}, "people") from refusal
    _placed(rows[-1])
    return rows


def _begin(run):
    """The run, ours where this house holds it: who is placed at once waits for who is being placed."""
    here = current_agency_id()
    refuse_if(run.agency_id != here and not run.agency.is_central, _("This run is for people of another agency."))
    if run.agency_id == here:
        run = lock(run)
    else:
        run.refresh_from_db()
    refuse_if(why := obstacle(run, times_of(LOOKING, run).begins_at, clock.now()), why or "")
    return run


def _ask(run, user, actor, needs, *, waits):
    refuse_if(not is_learner_here(user), _("Nobody of this agency who may take part in training."))
    now, facts = clock.now(), {"user": user, "name": str(user)[:60], "house": current_agency().name_ko, "needs": needs.strip()}
    stage = EnrolmentStage.REQUESTED if waits else EnrolmentStage.ASKED
    row = Enrolment(host_id=run.agency_id, run=run, stage=stage, begun_at=now, begun_by=actor.user, asked_at=None if waits else now,
                    told_sequence=times_of(LOOKING, run).sequence, **facts)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as failure:
        if failure.__cause__.diag.constraint_name != "enrolled_once":
            raise
        raise Refused(_("Enrolled in this run already.")) from None
    record(f"enrolment.{stage}", row, actor=actor, run=run.pk, user=user.pk)
    if waits:
        notify("enrolment.requested", row, actor=actor, link=("training_to_approve",))
    return row


@transaction.atomic
def approve_enrolment(enrolment, *, actor):
    """A manager or the director of the house, never for themselves. Handed in now: this is the place in the queue."""
    enrolment, run = _requested(enrolment, actor)
    times = times_of(LOOKING, run)
    refuse_if(not run.is_open or times.begins_at is None or times.begins_at <= clock.now(),
              _("This run has begun, is over or does not take place. Nobody can be enrolled any more."))
    enrolment.asked_at = enrolment.approved_at = clock.now()
    enrolment.approved_by = actor.user
    enrolment.save(update_fields=["asked_at", "approved_at", "approved_by"])
    step = move(enrolment, EnrolmentStage.ASKED)
    record("enrolment.approved", enrolment, actor=actor, run=run.pk, **step)
    return _placed(enrolment)


@transaction.atomic
def refuse_enrolment(enrolment, *, reason, actor):
    """With a reason that the person reads."""
    enrolment, run = _requested(enrolment, actor)
    refuse_if(not reason.strip(), _("Write the reason."), field="reason")
    enrolment.reason, enrolment.ended_at, enrolment.ended_by = reason.strip(), clock.now(), actor.user
    enrolment.save(update_fields=["reason", "ended_at", "ended_by"])
    step = move(enrolment, EnrolmentStage.REFUSED)
    record("enrolment.refused", enrolment, actor=actor, run=run.pk, reason=enrolment.reason, **step)
    return enrolment


def _requested(enrolment, actor):
    enrolment, run = _locked(enrolment)
    require(can_approve_enrolment(actor, enrolment))
    refuse_if(enrolment.stage != EnrolmentStage.REQUESTED, _("This enrolment is decided already, or was taken back."))
    return enrolment, run


@transaction.atomic
def accept_seat(enrolment, *, actor):
    """Take up the seat that was offered. Of a moment too late, and of a lapse at the same moment, the lock decides."""
    enrolment, run = _locked(enrolment)
    require(can_act_for(actor, enrolment))
    was_offered = enrolment.stage == EnrolmentStage.OFFERED
    refuse_if(enrolment.stage == EnrolmentStage.LAPSED or (was_offered and enrolment.offer_until_at <= clock.now()),
              _("The offer has ended. The seat goes to the next on the waiting list."))
    refuse_if(not was_offered, _("No seat is offered to you at the moment."))
    refuse_if(not run.is_open, _("This run does not take place, or is over."))
    enrolment.placed_at = clock.now()
    enrolment.save(update_fields=["placed_at"])
    step = move(enrolment, EnrolmentStage.ENROLLED)
    record("enrolment.accepted", enrolment, actor=actor, run=run.pk, **step)
    return _placed(enrolment)


@transaction.atomic
def cancel_enrolment(enrolment, *, actor, reason=""):
    """Given up. A seat after the day for it only with a reason, and marked; and with a reason whenever somebody else does it."""
    enrolment, run = _locked(enrolment)
    require(can_act_for(actor, enrolment))
    refuse_if(enrolment.stage not in MAY_LEAVE, _("There is nothing to cancel any more."))
    times, now, seated = times_of(LOOKING, run), clock.now(), enrolment.stage == EnrolmentStage.ENROLLED
    refuse_if(seated and times.begins_at and times.begins_at <= now,
              _("This run has begun. Whoever does not come is noted as absent."))
    late, reason = seated and is_late(run, times, enrolment.placed_at, now), reason.strip()
    refuse_if(late and not reason, _("The last day for cancelling has passed. Write the reason."), field="reason")
    refuse_if(actor.user.pk != enrolment.user_id and not reason, _("Write the reason; the person reads it."), field="reason")
    facts = {"reason": reason, "is_late": late, "ended_at": now, "ended_by": actor.user}
    for name, value in facts.items():
        setattr(enrolment, name, value)
    enrolment.save(update_fields=list(facts))
    step = move(enrolment, EnrolmentStage.CANCELLED)
    record("enrolment.cancelled", enrolment, actor=actor, run=run.pk, late=late, reason=reason, **step)
    return _placed(enrolment)


def _locked(enrolment):
    """(the enrolment, its run); where this house holds the run that first, as whoever places does."""
    run = enrolment.run
    if run.agency_id == current_agency_id():
        run = lock(run)
    return lock(enrolment), run


def _placed(enrolment):
    """Where this house holds the run, the host's part follows at once; else its job does it within a minute."""
    if enrolment.host_id == current_agency_id():
        place_enrolments(enrolment.run, actor=HOUSE)
        enrolment.refresh_from_db()
    return enrolment


@transaction.atomic
def change_training_settings(*, asks_approval, actor):
    """How the house enrols from now on. What waits for approval goes on waiting."""
    require(can_enrol_others(actor))
    row = TrainingSettings.everything.select_for_update(no_key=True).first()
    row = row or TrainingSettings()
    row.asks_approval, row.changed_at = asks_approval, clock.now()
    row.save()
    record("training_settings.changed", row, actor=actor, asks_approval=asks_approval)
    return row
