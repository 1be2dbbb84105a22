"""The days on which a consultant comes: set, moved, dropped, done; fourteen days after the last one the report is due."""
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from aftercare.consultation_stages import ConsultationStage
from aftercare.models import Consultation, ConsultationVisit
from aftercare.permissions import can_consult
from aftercare.queries.consultation import REPORT
from core import clock
from core.workflow import lock, record, refuse_if, require
from correspondence.workflow import close_deadlines, notify, open_deadline

MOST_HOURS = 10


def _held(consultation, actor):
    consultation = lock(consultation)
    require(can_consult(actor, consultation))
    refuse_if(consultation.stage != ConsultationStage.AGREED, _("Visits are set while the consultation is under way."))
    return consultation


def _refuse_times(starts_at, hours):
    refuse_if(starts_at <= clock.now(), _("Name a time that is still to come."), field="starts_at")
    refuse_if(not 0 < hours <= MOST_HOURS, _("Write how many hours it takes, at most %(most)d."), field="hours", most=MOST_HOURS)


@transaction.atomic
def set_visit(consultation, *, starts_at, hours, place, actor):
    consultation = _held(consultation, actor)
    _refuse_times(starts_at, hours)
    visit = ConsultationVisit.everything.create(consultation=consultation, starts_at=starts_at, ends_at=starts_at + timedelta(hours=hours),
                                                place=place.strip() or consultation.address, set_at=clock.now())
    _count_days(consultation, actor)
    record("consultation.visit_set", visit, actor=actor, starts_at=starts_at)
    _tell("consultation.visit_set", visit, actor)
    return visit


def _planned(visit, actor):
    consultation = _held(visit.consultation, actor)
    visit = lock(visit)
    refuse_if(not visit.is_planned, _("This visit took place already or was dropped."))
    return consultation, visit


@transaction.atomic
def move_visit(visit, *, starts_at, hours, place, actor):
    _consultation, visit = _planned(visit, actor)
    _refuse_times(starts_at, hours)
    was, visit.starts_at, visit.ends_at = visit.starts_at, starts_at, starts_at + timedelta(hours=hours)
    visit.place, visit.times_moved = place.strip() or visit.place, visit.times_moved + 1
    visit.save(update_fields=["starts_at", "ends_at", "place", "times_moved"])
    record("consultation.visit_moved", visit, actor=actor, **{"from": was, "to": starts_at})
    _tell("consultation.visit_set", visit, actor)
    return visit


@transaction.atomic
def drop_visit(visit, *, actor):
    consultation, visit = _planned(visit, actor)
    visit.dropped_at = clock.now()
    visit.save(update_fields=["dropped_at"])
    _count_days(consultation, actor)
    record("consultation.visit_dropped", visit, actor=actor, starts_at=visit.starts_at)
    _tell("consultation.visit_dropped", visit, actor)
    return visit


@transaction.atomic
def note_visit_done(visit, *, actor):
    """It took place. With no other planned the report's days begin on that day."""
    consultation, visit = _planned(visit, actor)
    refuse_if(visit.starts_at > clock.now(), _("This visit is still to come."))
    visit.done_at = clock.now()
    visit.save(update_fields=["done_at"])
    record("consultation.visit_done", visit, actor=actor)
    _count_days(consultation, actor)
    return visit


def _count_days(consultation, actor):
    """The last visit is the last one that took place, when none is planned any more."""
    close_deadlines(consultation, kind=REPORT, actor=actor, outcome="moved")
    visits = ConsultationVisit.everything.filter(consultation=consultation, dropped_at=None)
    last = visits.exclude(done_at=None).order_by("-starts_at").first()
    if last and not visits.filter(done_at=None).exists():
        open_deadline(consultation, kind=REPORT, event_on=clock.seoul(last.starts_at).date(), actor=actor)


def _tell(event, visit, actor):
    whole: Consultation = visit.consultation
    notify(event, visit, actor=actor, number=whole.number, provider_name=whole.provider_name, starts_at=visit.starts_at, place=visit.place)
