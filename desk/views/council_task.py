"""Tasks that follow from resolutions: given by Central, reported on by their owners, answered by Central."""
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from agencies.forms.council import AnswerForm, HeirForm, TaskForm, TaskReportForm
from agencies.houses import central_only
from agencies.models import TaskReport
from agencies.network_permissions import can_give_task_on, can_keep_councils, can_report_task
from agencies.queries import council as queries
from agencies.workflow import council_task as workflow
from core import clock
from core.forms import carried_out, filled
from core.tenancy import find_or_404, found
from desk.pages import desk_page
from desk.views.case import WORKERS
from panels.models.body import held_on

PAGE = 30


@staff()
def tasks(request):
    state = request.GET.get("state", "")
    return desk_page(request, "desk/network_tasks.html", {
        "page": Paginator(queries.tasks_in(request.actor, state), PAGE).get_page(request.GET.get("page")),
        "state": state if state in ("late", "done") else "open"})


@staff(*WORKERS)
@central_only
def give(request, public_id):
    """A task that follows from a resolution, to somebody who sits in the body today."""
    resolution = found(queries.resolutions(request.actor), public_id)
    body = resolution.meeting.body
    seats = queries.council_seats(request.actor).filter(held_on(clock.today()), body=body, stands_for=None)
    form = TaskForm(filled(request), seats=seats)
    if carried_out(request, form, lambda said: workflow.give_task(resolution, actor=request.actor, **said),
                   _("The task is given. Its owner is told at their agency.")):
        return redirect("network_meeting", resolution.meeting.public_id)
    return desk_page(request, "desk/network_form.html", {"form": form, "title": _("Give a task"), "button": _("Give the task"),
                                                         "words": resolution.text, "back": body, "meeting": resolution.meeting})


@staff()
def task(request, public_id):
    """One task with all that was reported; its owner reports here."""
    row = found(queries.tasks(request.actor), public_id)
    form = TaskReportForm(filled(request))
    if carried_out(request, form, lambda said: workflow.report_task(row, **said, actor=request.actor),
                   _("The report on the task is sent to the Central institute.")):
        return redirect("network_task", public_id)
    return task_page(request, row, form=form)


def task_page(request, row, **forms):
    actor, reports = request.actor, list(queries.reports_on(request.actor, row))
    waits = any(one.answered_at is None for one in reports)
    return desk_page(request, "desk/network_task.html", {
        "task": row, "reports": reports, "form": TaskReportForm(), "answer": AnswerForm(),
        "may_report": can_report_task(actor, row) and not row.is_over and not waits and not row.owner_gone_at,
        "may_answer": can_keep_councils(actor) and not row.is_over, "heirs": HeirForm(people=queries.heirs_of(row)),
        "may_give_on": can_give_task_on(actor, row) and not row.is_over} | forms)


@require_POST
@staff(*WORKERS)
def give_on(request, public_id):
    row = found(queries.tasks(request.actor), public_id)
    form = HeirForm(request.POST, people=queries.heirs_of(row))
    if carried_out(request, form, lambda said: workflow.give_task_on(row, said["user"], actor=request.actor),
                   _("Somebody else is in charge from now on, and is told.")):
        return redirect("network_task", public_id)
    return task_page(request, row, heirs=form)


@require_POST
@staff(*WORKERS)
@central_only
def answer(request, public_id):
    report, form = find_or_404(TaskReport, request.actor, public_id=public_id), AnswerForm(request.POST)
    taken = request.POST.get("taken") == "1"
    if carried_out(request, form, lambda said: workflow.answer_report(report, taken=taken, **said, actor=request.actor),
                   _("The task is done.") if taken else _("The owner is asked again.")):
        return redirect("network_task", report.task.public_id)
    return task_page(request, report.task, answer=form)
