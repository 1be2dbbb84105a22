"""Attendance where the run is held: the trainer's list on a phone, the paper sheet, a run's minutes, and corrections."""
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import signed_in
from core import clock
from core.access_log import note_access
from core.forms import carried_out, filled
from core.models import AccessEntry
from core.tenancy import current_agency_id, find_or_404
from desk.training import training_page
from desk.views.edition_file import attached
from desk.views.training_enrolment import is_open_now
from training.attendance_paper import attendance_pdf
from training.class_permissions import can_correct_attendance, can_follow_run
from training.forms.attendance import CorrectionForm, MomentOfClassForm, PaperSheetForm
from training.models import ClassSession, Enrolment, Run
from training.permissions import can_run_class, is_participant
from training.presence import BEFORE, day_of, last_day_of, last_hour_of, shows_code
from training.queries import attendance as queries
from training.queries.test import best_scores
from training.workflow import attendance as workflow
from training.workflow.attendance import Mark

PAGE = 50
PDF = "application/pdf"


def own_class(request, public_id):
    """A class of this house that the actor may run; to others it is unknown."""
    found = find_or_404(ClassSession, request.actor, public_id=public_id, agency=current_agency_id())
    if not can_run_class(request.actor, found):
        raise Http404
    return found


@signed_in
def classes(request):
    """What somebody runs, for their phone: today's first."""
    past = "past" in request.GET
    page = Paginator(queries.classes_to_run(request.actor, past=past), PAGE).get_page(request.GET.get("page"))
    return training_page(request, "desk/training_classes.html", {"page": page, "past": past, "today": clock.today()})


@signed_in
def class_list(request, public_id):
    return class_page(request, own_class(request, public_id))


@require_POST
@signed_in
def note_presence(request, public_id):
    """One tap; or with a time that was typed."""
    one = own_class(request, public_id)
    who = person_of(request, one)
    mark = request.POST.get("mark", "")
    if mark not in Mark:
        raise Http404
    form = MomentOfClassForm(request.POST) if "at" in request.POST else None
    if form is None or form.is_valid():
        note_access(request, who, "training.attendance")
        workflow.note_presence(one, who, mark, at=form and form.moment_in(one), actor=request.actor)
        return redirect(f"{reverse('training_class', args=[public_id])}#p-{who.public_id}")
    return class_page(request, one, typed=(who, form))


def person_of(request, class_session):
    """Whom the button was about: only somebody in the run of this class."""
    who = queries.participants_of(request.actor, class_session.run)
    return next((one for one in who if str(one.public_id) == request.POST.get("who")), None) or _unknown()


def _unknown():
    raise Http404


def class_page(request, class_session, typed=(None, None)):
    """`typed`: (whose, a form that came back)."""
    people = list(queries.participants_of(request.actor, class_session.run))
    known = queries.presence_in(request.actor, class_session.run, [class_session])
    note_access(request, class_session, "training.class")
    rows = [{"who": one, "here": known[one.pk][class_session.pk], "form": typed[1] if one == typed[0] else MomentOfClassForm(auto_id=False)}
            for one in people]
    now = clock.now()
    opened = now >= class_session.starts_at - BEFORE
    return training_page(request, "desk/training_class.html", {
        "class": class_session, "run": class_session.run, "rows": rows, "here": sum(row["here"].minutes > 0 for row in rows),
        "absent": sum(row["here"].is_absent for row in rows), "open": sum(not row["here"].source for row in rows), "opened": opened,
        "may_tick": class_session.run.is_open and opened and clock.today() <= last_day_of(class_session),
        "may_type": class_session.run.is_open,
        "shows_code": class_session.run.is_open and shows_code(class_session, now), "typed": typed[0], "Mark": Mark})


@signed_in
def type_sheet(request, public_id):
    """The paper sheet, all people on one form."""
    one = own_class(request, public_id)
    people = list(queries.participants_of(request.actor, one.run))
    known = queries.presence_in(request.actor, one.run, [one])
    form = PaperSheetForm(filled(request), class_session=one, people=people, known=known)
    note_access(request, one, "training.sheet")
    if carried_out(request, form, lambda _said: workflow.type_sheet(one, form.minutes(), actor=request.actor), _("The sheet is kept.")):
        return redirect("training_class", public_id)
    return training_page(request, "desk/training_sheet.html", {"class": one, "run": one.run, "form": form})


@signed_in
def sheet_pdf(request, public_id):
    """To print before the class."""
    one = own_class(request, public_id)
    people = list(queries.participants_of(request.actor, one.run))
    note_access(request, one, "training.sheet", kind=AccessEntry.Kind.EXPORT)
    content = attendance_pdf(one, people, "en" if get_language() == "en" else "ko")
    return attached(content, PDF, f"attendance-{day_of(one)}-{one.number}.pdf")


@signed_in
def run_attendance(request, public_id):
    """Minutes of everybody in every class, where the run is held."""
    run = find_or_404(Run, request.actor, public_id=public_id, agency=current_agency_id())
    if not can_follow_run(request.actor, run):
        raise Http404
    classes = queries.classes_in(request.actor, run)
    known, best = queries.presence_in(request.actor, run, classes), best_scores(request.actor, run)
    page = Paginator(queries.participants_of(request.actor, run), PAGE).get_page(request.GET.get("page"))
    note_access(request, run, "training.attendance")
    rows = [{"who": one, "cells": [(lesson, known[one.pk][lesson.pk]) for lesson in classes],
             "total": sum(known[one.pk][lesson.pk].minutes for lesson in classes), "best": best.get(one.pk)} for one in page]
    return training_page(request, "desk/training_run_attendance.html", {
        "run": run, "classes": classes, "page": page, "rows": rows, "of": sum(lesson.minutes for lesson in classes)})


@signed_in
def attendance(request, public_id):
    """Of one person: for themselves, their house and the house that holds the run, which may correct it."""
    enrolment = find_or_404(Enrolment, request.actor, public_id=public_id)
    if not enrolment.takes_part:
        raise Http404
    lessons = queries.classes_in(request.actor, enrolment.run)
    may = can_correct_attendance(request.actor, enrolment)
    form = CorrectionForm(filled(request), classes=lessons) if may and lessons else None
    if form and carried_out(request, form, lambda said: workflow.correct_attendance(
            enrolment=enrolment, **said, actor=request.actor), _("The attendance is corrected.")):
        return redirect("training_attendance", public_id)
    return person_page(request, enrolment, lessons, form)


def person_page(request, enrolment, lessons, form):
    known = queries.presence_in(request.actor, enrolment.run, lessons)[enrolment.pk]
    note_access(request, enrolment, "training.attendance")
    now, opens_at = clock.now(), last_hour_of(lessons)
    return training_page(request, "desk/training_attendance.html", {
        "enrolment": enrolment, "run": enrolment.run, "rows": [(one, known[one.pk], shows_code(one, now)) for one in lessons],
        "total": sum(one.minutes for one in known.values()), "of": sum(one.minutes for one in lessons), "form": form,
        "history": queries.history_of(request.actor, enrolment), "is_own": is_participant(request.actor, enrolment),
        "is_open": is_open_now(enrolment, opens_at), "opens_at": opens_at})
