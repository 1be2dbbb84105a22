"""Who was in which class how long, for whoever may see the enrolments; and the classes that somebody runs."""
from accounts.models import User
from core import clock
from core.tenancy import current_agency_id
from training import presence
from training.models import Attendance, ClassSession, ClassTrainer, Enrolment, Run, Scan
from training.permissions import can_keep_training
from training.stages import TAKES_PART, RunStage

HELD = (RunStage.OPEN, RunStage.FINISHED)


def participants_of(actor, run):
    """Who has a seat, agency by agency."""
    return Enrolment.objects.visible_to(actor).filter(run=run, stage__in=TAKES_PART).order_by("house", "name", "pk")


def classes_in(actor, run):
    """In their order, with the run in memory."""
    rows = list(ClassSession.objects.visible_to(actor).filter(run=run).order_by("starts_at", "number"))
    for row in rows:
        row.run = run
    return rows


def presence_in(actor, run, classes=None):
    """{enrolment pk: {class pk: Presence}}: every participant that the actor sees, every class. The newest note counts, else the scans."""
    classes = classes_in(actor, run) if classes is None else classes
    people = list(participants_of(actor, run).values_list("pk", flat=True))
    notes = {(row.enrolment_id, row.class_session_id): row for row in notes_of(actor, class_session__in=classes, enrolment__in=people)}
    scans = {}
    for row in Scan.objects.visible_to(actor).filter(class_session__in=classes, enrolment__in=people):
        scans.setdefault((row.enrolment_id, row.class_session_id), {})[row.kind] = row.at
    return {who: {one.pk: _counted(one, notes.get((who, one.pk)), scans.get((who, one.pk), {})) for one in classes} for who in people}


def _counted(class_session, note, scans):
    return presence.of_note(class_session, note) if note else presence.of_scans(class_session, scans)


def notes_of(actor, **wanted):
    """The newest last."""
    return Attendance.objects.visible_to(actor).filter(**wanted).order_by("noted_at", "pk")


def presence_of(actor, enrolment, class_session):
    """Of one person in one class."""
    scans = dict(Scan.objects.visible_to(actor).filter(enrolment=enrolment, class_session=class_session).values_list("kind", "at"))
    return _counted(class_session, notes_of(actor, enrolment=enrolment, class_session=class_session).last(), scans)


def history_of(actor, enrolment):
    """Every scan and every note, the newest first; the names of who noted only for the house whose people they are."""
    notes = list(notes_of(actor, enrolment=enrolment).select_related("class_session"))
    names = dict(User.objects.filter(pk__in={row.noted_by_id for row in notes if row.agency_id == current_agency_id()})
                 .values_list("pk", "person__name"))
    rows = [{"at": row.noted_at, "class": row.class_session, "note": row, "by": names.get(row.noted_by_id, "")} for row in notes]
    scans = Scan.objects.visible_to(actor).filter(enrolment=enrolment).select_related("class_session")
    rows += [{"at": row.at, "class": row.class_session, "scan": row} for row in scans]
    return sorted(rows, key=lambda one: one["at"], reverse=True)


def classes_to_run(actor, *, past=False):
    """Classes of this house that the actor may run: from today on the next first, or those that were, the latest first."""
    begins = clock.day_start(clock.today())
    rows = ClassSession.objects.visible_to(actor).filter(agency=current_agency_id(), run__stage__in=HELD)
    if not can_keep_training(actor):
        taught = ClassTrainer.objects.visible_to(actor).filter(user=actor.user, class_session__agency=current_agency_id())
        rows = rows.filter(pk__in=taught.values("class_session"))
    rows = rows.filter(ends_at__lte=begins) if past else rows.filter(ends_at__gt=begins)
    return rows.select_related("run__course").order_by("-starts_at" if past else "starts_at", "pk")


def runs_held(actor):
    """Runs of this house that were announced."""
    return Run.objects.visible_to(actor).filter(agency=current_agency_id(), stage__in=HELD).select_related("course")


def own_enrolment(actor, run):
    """Of the actor in this run at this house, or None."""
    mine = Enrolment.objects.visible_to(actor).filter(agency=current_agency_id(), run=run, user=actor.user)
    return mine.filter(stage__in=TAKES_PART).select_related("run__course").first()
