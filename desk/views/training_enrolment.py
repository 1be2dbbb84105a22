"""Training of one's own: enrolled, where I am, a seat taken up or given up, the classes in a calendar."""
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from accounts.guards import staff
from core import clock, ics
from core.access_log import note_access
from core.file_names import content_disposition
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from desk.training import training_page
from desk.training_enrolment import calendar_entries, sorted_training
from training.completion_rule import may_still_answer
from training.forms.enrolment import NeedsForm, ReasonForm
from training.models import Enrolment, Run
from training.models.course import READERS
from training.permissions import LEARNERS, can_act_for
from training.presence import last_hour_of
from training.queries.enrolling import enrolling_of, leaving_of
from training.queries.enrolment import classes_in, times_of
from training.stages import EnrolmentStage
from training.workflow import enrolment as workflow

SAID = {EnrolmentStage.REQUESTED: gettext_lazy("It waits for the approval of a manager or the director."),
        EnrolmentStage.ENROLLED: gettext_lazy("You have a seat."), EnrolmentStage.WAITING: gettext_lazy("You are on the waiting list.")}
RECEIVED = gettext_lazy("Your enrolment is received. You are told within minutes whether you have a seat.")


@staff(*LEARNERS)
def my_training(request):
    return training_page(request, "desk/my_training.html", sorted_training(request.actor))


@staff(*LEARNERS)
def my_classes(request):
    """Every class that is still to come, for one's own calendar."""
    response = HttpResponse(ics.appointments(calendar_entries(request.actor)), content_type=ics.TYPE)
    response["Content-Disposition"] = content_disposition(f"{_('My classes')}.ics")
    return response


@staff(*LEARNERS)
def enrol(request, public_id):
    run, form = find_or_404(Run, request.actor, public_id=public_id), NeedsForm(filled(request))
    made = carried_out(request, form, lambda said: workflow.enrol(run, **said, actor=request.actor), _("Your enrolment is kept."))
    if made:
        return redirect("training_enrolment", made.public_id)
    return training_page(request, "desk/training_enrol.html", {"run": run, "form": form})


def found(request, public_id):
    row = find_or_404(Enrolment, request.actor, public_id=public_id)
    if row.user_id != request.user.pk:
        note_access(request, row, "enrolment.read" if request.method == "GET" else "enrolment.work")
    return row


def enrolment_page(request, row, form=None):
    actor, times, classes = request.actor, times_of(request.actor, row.run), list(classes_in(request.actor, row.run))
    opens_at = last_hour_of(classes)
    return training_page(request, "desk/training_enrolment.html", {
        "row": row, "run": row.run, "times": times, "classes": classes, "leaving": leaving_of(actor, row, times),
        "is_mine": row.user_id == request.user.pk, "may_act": can_act_for(actor, row), "said": SAID.get(row.stage, RECEIVED),
        "form": form or ReasonForm(), "enrolling": enrolling_of(actor, row.run), "reads_list": actor.has(*READERS),
        "opens_at": opens_at, "is_open": is_open_now(row, opens_at)})


def is_open_now(row, opens_at):
    """Whether the survey and the test of the run may be taken."""
    return may_still_answer(row) and opens_at is not None and clock.now() >= opens_at


@staff(*LEARNERS)
def enrolment(request, public_id):
    return enrolment_page(request, found(request, public_id))


@require_POST
@staff(*LEARNERS)
def accept(request, public_id):
    workflow.accept_seat(found(request, public_id), actor=request.actor)
    messages.success(request, _("You have a seat."))
    return redirect("training_enrolment", public_id)


@require_POST
@staff(*LEARNERS)
def cancel(request, public_id):
    row, form = found(request, public_id), ReasonForm(request.POST)
    if carried_out(request, form, lambda said: workflow.cancel_enrolment(row, **said, actor=request.actor), _("It is cancelled.")):
        return redirect("training_enrolment", public_id)
    return enrolment_page(request, row, form)
