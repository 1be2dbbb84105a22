"""Classes of a run: written while it is a draft, moved once it is announced; who teaches them."""
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.tenancy import current_agency_id
from core.workflow import lock, record, refuse_if, require
from training.models import ClassSession, ClassTrainer, Trainer
from training.permissions import can_keep_training
from training.stages import RunStage

FAR = 10_000                        # numbers that no class has: two never share one while they are counted anew


@transaction.atomic
def add_class(run, *, title, starts_at, ends_at, place="", trainers=(), actor):
    """A class of a draft. `trainers`: of the house's pool. Classes are numbered by when they begin."""
    run = _ours(run, actor)
    _refuse_unless_draft(run)
    refuse_unfit(run, starts_at, ends_at)
    last = ClassSession.everything.filter(run=run).count()
    one = ClassSession.everything.create(run=run, number=FAR + last, title=title, starts_at=starts_at, ends_at=ends_at, place=place)
    _set_trainers(one, trainers)
    _number(run)
    record("run.class_added", run, actor=actor, class_session=one.pk, starts_at=starts_at.isoformat(), ends_at=ends_at.isoformat())
    return ClassSession.everything.get(pk=one.pk)


@transaction.atomic
def change_class(class_session, *, title, starts_at, ends_at, place="", trainers=(), actor):
    """Of a draft: as it is now, nobody has been told anything else."""
    run = _ours(class_session.run, actor)
    _refuse_unless_draft(run)
    refuse_unfit(run, starts_at, ends_at, besides=class_session)
    one = lock(class_session)
    one.title, one.starts_at, one.ends_at, one.place = title, starts_at, ends_at, place
    one.save(update_fields=["title", "starts_at", "ends_at", "place"])
    _set_trainers(one, trainers)
    _number(run)
    record("run.class_changed", run, actor=actor, class_session=one.pk, starts_at=starts_at.isoformat(), ends_at=ends_at.isoformat())
    return one


@transaction.atomic
def remove_class(class_session, *, actor):
    """From a draft, with who was to teach it."""
    run = _ours(class_session.run, actor)
    _refuse_unless_draft(run)
    record("run.class_removed", run, actor=actor, class_session=class_session.pk)
    ClassTrainer.everything.filter(class_session=class_session).delete()
    class_session.delete()
    _number(run)
    return run


@transaction.atomic
def move_class(class_session, *, starts_at, ends_at, place="", actor):
    """Of an announced run, before the class begins: calendars take the new time over, and whoever enrolled is told by their own house."""
    run = _ours(class_session.run, actor)
    refuse_if(run.stage != RunStage.OPEN, _("Only a class of an announced run is moved."))
    one = lock(class_session)
    refuse_if(one.starts_at <= clock.now(), _("This class has begun already. It cannot be moved any more."), field="starts_at")
    refuse_if(starts_at <= clock.now(), _("A class cannot be moved into the past."), field="starts_at")
    refuse_unfit(run, starts_at, ends_at, besides=one)
    was = (one.starts_at, one.ends_at, one.place)
    if was == (starts_at, ends_at, place):
        return one
    one.starts_at, one.ends_at, one.place = starts_at, ends_at, place
    one.sequence, one.moved_at = one.sequence + 1, clock.now()
    one.save(update_fields=["starts_at", "ends_at", "place", "sequence", "moved_at"])
    record("run.class_moved", run, actor=actor, class_session=one.pk, was=was[0].isoformat(), starts_at=starts_at.isoformat(),
           ends_at=ends_at.isoformat(), sequence=one.sequence)
    return one


@transaction.atomic
def change_trainers(class_session, *, trainers, actor):
    """Who teaches it, as long as the run is not over."""
    run = _ours(class_session.run, actor)
    refuse_if(run.stage not in (RunStage.DRAFT, RunStage.OPEN), _("This run is over. Nothing can be changed in it."))
    one = lock(class_session)
    _set_trainers(one, trainers)
    record("run.trainers_changed", run, actor=actor, class_session=one.pk, trainers=[trainer.pk for trainer in trainers])
    return one


def refuse_unfit(run, starts_at, ends_at, besides=None):
    """Begins before it ends, lies in the year of its run on Seoul's calendar, and overlaps with no other class of it."""
    refuse_if(ends_at <= starts_at, _("A class ends after it begins."), field="ends_at")
    days = {clock.seoul(starts_at).year, clock.seoul(ends_at).year}
    refuse_if(days != {run.year}, _("This run belongs to %(year)s: its classes are held in that year."), field="starts_at", year=run.year)
    others = ClassSession.everything.filter(run=run, starts_at__lt=ends_at, ends_at__gt=starts_at)
    other = others.exclude(pk=besides.pk if besides else None).first()
    refuse_if(other, _("It overlaps with “%(other)s”."), field="starts_at", other=other)


def _set_trainers(one, trainers):
    """Those of the pool who have not ended; who is there already stays, whoever else goes."""
    wanted = {trainer.pk for trainer in trainers}
    standing = ClassTrainer.everything.filter(class_session=one)
    standing.exclude(trainer__in=wanted).delete()
    there = set(standing.values_list("trainer", flat=True))
    for trainer in Trainer.everything.filter(agency=current_agency_id(), pk__in=wanted - there, ended_at=None):
        ClassTrainer.everything.create(run=one.run, class_session=one, trainer=trainer, user=trainer.user, name=trainer.name)


def _number(run):
    """1, 2, … by when they begin; over numbers that nobody has."""
    rows = list(ClassSession.everything.filter(run=run).order_by("starts_at", "pk"))
    if [one.number for one in rows] == list(range(1, len(rows) + 1)):
        return
    for base in (2 * FAR, 1):
        for place, one in enumerate(rows):
            one.number = base + place
        ClassSession.everything.bulk_update(rows, ["number"])


def _refuse_unless_draft(run):
    refuse_if(run.stage != RunStage.DRAFT, _("This run is announced: its classes are moved, not added, changed or removed."))


def _ours(run, actor):
    require(can_keep_training(actor) and run.agency_id == current_agency_id())
    return lock(run)
