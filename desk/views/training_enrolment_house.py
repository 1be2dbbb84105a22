"""Enrolments at the desk: what waits for approval, who takes part in a run, how the house enrols."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from core import clock
from core.access_log import note_access
from core.file_names import content_disposition
from core.forms import carried_out, filled
from core.models import AccessEntry
from core.tables import XLSX
from core.tenancy import find_or_404
from core.wording import moment_in_words
from desk.training import training_page
from desk.views.training_enrolment import found
from training.forms.enrolment import ReasonForm, SettingsForm
from training.forms.participants import list_of
from training.models import Run
from training.models.course import READERS
from training.permissions import KEEPERS, can_enrol_others
from training.queries import enrolment as queries
from training.seats import obstacle
from training.stages import EnrolmentStage
from training.workflow import enrolment as workflow

PAGE = 50
APPROVERS, SETTLERS = (Role.MANAGER, Role.DIRECTOR), (Role.TRAINER, Role.MANAGER)


@staff(*APPROVERS)
def to_approve(request):
    page = Paginator(queries.to_approve(request.actor), PAGE).get_page(request.GET.get("page"))
    return training_page(request, "desk/training_to_approve.html", {"page": page})


@require_POST
@staff(*APPROVERS)
def approve(request, public_id):
    workflow.approve_enrolment(found(request, public_id), actor=request.actor)
    messages.success(request, _("It is approved and handed in."))
    return redirect("training_to_approve")


@staff(*APPROVERS)
def refuse(request, public_id):
    row, form = found(request, public_id), ReasonForm(filled(request))
    if carried_out(request, form, lambda said: workflow.refuse_enrolment(row, **said, actor=request.actor), _("It is not approved; "
                                                                                                          "the person is told why.")):
        return redirect("training_to_approve")
    return training_page(request, "desk/training_refuse.html", {"row": row, "form": form})


@staff(*SETTLERS)
def training_settings(request):
    form = SettingsForm(filled(request), initial={"asks_approval": queries.asks_approval(request.actor)})
    if carried_out(request, form, lambda said: workflow.change_training_settings(**said, actor=request.actor), _("It is kept.")):
        return redirect("training_settings")
    return training_page(request, "desk/training_settings.html", {"form": form})


@staff(*READERS)
def participants(request, public_id):
    run = find_or_404(Run, request.actor, public_id=public_id)
    note_access(request, run, "enrolment.list")
    rows, times = queries.participants(request.actor, run), queries.times_of(request.actor, run)
    return training_page(request, "desk/training_participants.html", {
        "run": run, "page": Paginator(rows, PAGE).get_page(request.GET.get("page")), "figures": figures_of(rows),
        "is_host": run.agency_id == request.agency.pk, "keeps": request.actor.has(*KEEPERS), "times": times,
        "may_enrol": can_enrol_others(request.actor) and not obstacle(run, times.begins_at, clock.now())})


def figures_of(rows):
    """[(state in words, how many)] of those there are, in the order of the way."""
    found = queries.counted(rows)
    return [(label, found[stage]) for stage, label in EnrolmentStage.choices if stage in found]


@staff(*KEEPERS)
def participants_file(request, public_id):
    """Every name and need in a file: who took it is noted."""
    run = find_or_404(Run, request.actor, public_id=public_id)
    note_access(request, run, "enrolment.list", kind=AccessEntry.Kind.EXPORT)
    content = list_of(queries.participants(request.actor, run), title=_("Participants"), about=[str(run), moment_in_words(clock.now())])
    response = HttpResponse(content, content_type=XLSX)
    response.headers["Content-Disposition"] = content_disposition(f"{_('Participants')} {run}.xlsx")
    return response
