"""The catalogue of training for everybody who learns here: runs as a list and as a month, courses, a run's page and its calendar file."""
from django.core.paginator import Paginator
from django.http import HttpResponse

from accounts.guards import signed_in
from core import clock, ics
from core.files import serve_copy
from core.tenancy import current_agency_id, find_or_404
from desk.months import Month
from desk.training import training_page
from desk.views.performance_report import found
from training.forms.run import CatalogueForm
from training.models import Material
from training.permissions import can_keep_training
from training.queries import course as courses
from training.queries import run as queries
from training.stages import RunStage

PAGE = 20


@signed_in
def catalogue(request):
    """What is announced and not over, the next first."""
    form = CatalogueForm(request.GET)
    wanted = form.wanted()
    month = Month.from_words(request.GET.get("month", ""), None)
    runs = queries.coming_runs(request.actor, **wanted)
    if month:
        runs = queries.runs_in_month(request.actor, month.begins, month.after, **wanted)
    return training_page(request, "desk/training_catalogue.html", {
        "form": form, "wanted": wanted, "month": month, "page": Paginator(runs, PAGE).get_page(request.GET.get("page")),
        "months": Month.of(clock.today()).and_next(12), "is_search": any(wanted.values()) or bool(month)})


@signed_in
def calendar(request):
    """The classes of a month, a day each a box; on a phone the days that have one."""
    form, month = CatalogueForm(request.GET), Month.from_words(request.GET.get("month", ""), clock.today())
    wanted = form.wanted()
    runs = {run.pk: run for run in queries.runs_in_month(request.actor, month.begins, month.after, **wanted)}
    classes = list(queries.classes_in(request.actor, list(runs), month.begins, month.after))
    for one in classes:
        one.run = runs[one.run_id]
    return training_page(request, "desk/training_calendar.html", {
        "form": form, "wanted": wanted, "month": month, "weeks": month.weeks(classes), "count": len(classes)})


@signed_in
def courses_offered(request):
    form = CatalogueForm(request.GET)
    wanted = {name: value for name, value in form.wanted().items() if name != "seats"}
    page = Paginator(courses.offered_courses(request.actor, **wanted), PAGE).get_page(request.GET.get("page"))
    return training_page(request, "desk/training_courses_offered.html", {"form": form, "wanted": wanted, "page": page})


@signed_in
def course_page(request, public_id):
    course = found(courses.readable_courses(request.actor), public_id)
    return training_page(request, "desk/training_course.html", {
        "course": course, "duties": courses.duties_of(request.actor, course), "runs": queries.runs_of_course(request.actor, course),
        "may_keep": course.agency_id == current_agency_id() and can_keep_training(request.actor)})


@signed_in
def run_page(request, public_id):
    actor, run = request.actor, found(queries.readable_runs(request.actor), public_id)
    keeps = run.agency_id == current_agency_id() and can_keep_training(actor)
    teaches = queries.teaches_in(actor, run)
    files, links = queries.materials_of(actor, run)
    return training_page(request, "desk/training_run.html", {
        "run": run, "course": run.course, "classes": queries.classes_of(actor, run), "files": files, "links": links, "may_keep": keeps,
        "teaches": teaches, "sees_place": keeps or teaches or queries.takes_part(actor, run), "is_enrolling": run.is_enrolling(clock.now()),
        "duties": courses.duties_of(actor, run.course)})


@signed_in
def run_calendar(request, public_id):
    """Every class as an appointment; a later file of the same run replaces this one."""
    actor, run = request.actor, found(queries.readable_runs(request.actor), public_id)
    keeps = run.agency_id == current_agency_id() and can_keep_training(actor)
    sees_place = keeps or queries.teaches_in(actor, run) or queries.takes_part(actor, run)
    cancelled = run.stage == RunStage.CANCELLED
    body = ics.appointments([{
        "key": one.public_id, "starts_at": one.starts_at, "ends_at": one.ends_at, "title": f"{run.course.name}: {one.title}",
        "place": (one.place or run.place) if sees_place else "", "url": run.link if sees_place else "",
        "sequence": one.sequence + cancelled} for one in queries.classes_of(actor, run)], cancelled=cancelled)
    response = HttpResponse(body, content_type=ics.TYPE)
    response["Content-Disposition"] = 'attachment; filename="training.ics"'
    return response


@signed_in
def material(request, public_id):
    """Through the row's door: who takes part, who teaches, and the staff of the house that holds it."""
    return serve_copy(find_or_404(Material, request.actor, public_id=public_id))
