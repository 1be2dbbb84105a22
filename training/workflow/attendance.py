"""The host notes who was there: by a tap in the list, from the paper sheet, as a correction with its reason."""
from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import clock
from core.tenancy import current_agency_id
from core.workflow import lock, record, refuse_if, require
from training.class_permissions import can_correct_attendance
from training.models import Attendance, Enrolment
from training.permissions import can_run_class
from training.presence import BEFORE, last_day_of, of_moments
from training.queries.attendance import HELD, presence_in, presence_of
from training.stages import TAKES_PART, RunStage

Source = Attendance.Source


class Mark(models.TextChoices):
    """What one tap says."""

    WHOLE = "whole", gettext_lazy("present")
    CAME = "came", gettext_lazy("came now")
    LEFT = "left", gettext_lazy("leaves now")
    ABSENT = "absent", gettext_lazy("absent")


@transaction.atomic
def note_presence(class_session, enrolment, mark, *, actor, at=None):
    """One tap in the trainer's list. `at`: another moment than now, for who came or left."""
    enrolment = lock(enrolment)
    require(can_run_class(actor, class_session))
    _refuse_strangers(class_session, [enrolment])
    refuse_if(class_session.run.stage != RunStage.OPEN, _("This run is over. What is wrong is corrected with a reason."))
    refuse_if(clock.now() < class_session.starts_at - BEFORE, _("This class has not begun. Its list opens 30 minutes before."))
    refuse_if(clock.today() > last_day_of(class_session),
              _("The list is ticked on the day of the class. Type in the paper sheet, or correct it with a reason."))
    note = _noted(class_session, enrolment, Source.LIST, actor=actor,
                  **_moments(class_session, mark, at or clock.now(), presence_of(actor, enrolment, class_session)))
    record("training.attendance_noted", enrolment, actor=actor, class_session=class_session.pk, mark=str(mark), minutes=note.minutes)
    return note


def _moments(class_session, mark, at, known):
    if mark in (Mark.WHOLE, Mark.ABSENT):
        return {"minutes": class_session.minutes if mark == Mark.WHOLE else 0}
    refuse_if(not class_session.starts_at - BEFORE <= at <= class_session.ends_at + BEFORE,
              _("That is no time of this class, which lasts from %(starts)s to %(ends)s."), field="at",
              starts=f"{clock.seoul(class_session.starts_at):%H:%M}", ends=f"{clock.seoul(class_session.ends_at):%H:%M}")
    came, left = (at, known.left_at) if mark == Mark.CAME else (known.came_at, at)
    refuse_if(came and left and came >= left, _("Who leaves has come before."), field="at")
    return {"minutes": of_moments(class_session, came, left, Source.LIST).minutes, "came_at": came, "left_at": left}


@transaction.atomic
def type_sheet(class_session, minutes, *, actor):
    """From paper: {enrolment: minutes}. Whose minutes are known so already are not noted again. Returns how many were noted."""
    require(can_run_class(actor, class_session))
    refuse_if(class_session.run.stage != RunStage.OPEN, _("This run is over. What is wrong is corrected with a reason."))
    refuse_if(clock.now() < class_session.starts_at, _("This class has not begun."))
    locked = Enrolment.everything.select_for_update(of=("self",), no_key=True).filter(pk__in=[one.pk for one in minutes])
    _refuse_strangers(class_session, list(locked.order_by("pk")))
    for one, length in minutes.items():
        refuse_if(length > class_session.minutes, longer(class_session), name=one.name)
    known = presence_in(actor, class_session.run, [class_session])
    changed = [(one, length) for one, length in minutes.items() if differs(known[one.pk][class_session.pk], length)]
    for one, length in changed:
        _noted(class_session, one, Source.SHEET, minutes=length, actor=actor)
    if changed:
        record("training.sheet_typed", class_session, actor=actor, count=len(changed))
    return len(changed)


def longer(class_session):
    """With the name of whose row it is."""
    return _("%%(name)s: this class has only %(minutes)d minutes.") % {"minutes": class_session.minutes}


def differs(presence, minutes):
    return not presence.source or presence.minutes != minutes


@transaction.atomic
def correct_attendance(class_session, enrolment, *, minutes, reason, actor):
    """After the day, or when a scan or a note is wrong: the reason is shown to the participant."""
    enrolment = lock(enrolment)
    require(can_correct_attendance(actor, enrolment))
    _refuse_strangers(class_session, [enrolment])
    refuse_if(class_session.run.stage not in HELD, _("This run is cancelled."))
    refuse_if(clock.now() < class_session.starts_at, _("This class has not begun."), field="class_session")
    refuse_if(minutes > class_session.minutes, longer(class_session), field="minutes", name=enrolment.name)
    refuse_if(not reason.strip(), _("Say why it is corrected."), field="reason")
    note = _noted(class_session, enrolment, Source.CORRECTION, minutes=minutes, reason=reason.strip(), actor=actor)
    record("training.attendance_corrected", enrolment, actor=actor, class_session=class_session.pk, minutes=minutes, reason=note.reason)
    return note


def _noted(class_session, enrolment, source, *, minutes, actor, **more):
    return Attendance.objects.create(
        house_id=enrolment.agency_id, enrolment=enrolment, class_session=class_session, minutes=minutes,
        of_minutes=class_session.minutes, source=source, noted_at=clock.now(), noted_by=actor.user, **more)


def _refuse_strangers(class_session, enrolments):
    """Only who has a seat in the run of the class, in a run of this house."""
    wrong = [one for one in enrolments if one.run_id != class_session.run_id or one.stage not in TAKES_PART
             or one.host_id != current_agency_id()]
    refuse_if(wrong, _("Somebody on this list has no seat in the run."))
