"""Others of the house enrolled in a run: by ticks, or by a spreadsheet that is read through first."""
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.guards import staff
from core.file_names import content_disposition
from core.forms import carried_out, filled
from core.tables import XLSX
from core.tenancy import find_or_404
from desk.training import training_page
from desk.views.training_enrolment_house import SETTLERS
from training.forms.enrolment import ChooseForm, EnrolFileForm, template
from training.models import Run
from training.workflow import enrolment as workflow


def run_of(request, public_id):
    return find_or_404(Run, request.actor, public_id=public_id)


@staff(*SETTLERS)
def enrol_others(request, public_id):
    run = run_of(request, public_id)
    form = ChooseForm(filled(request), actor=request.actor, run=run)
    if carried_out(request, form, lambda _said: workflow.enrol_many(run, form.chosen(), actor=request.actor),
                   _("They are enrolled. Each is told with a message.")):
        return redirect("training_participants", public_id)
    return training_page(request, "desk/training_enrol_others.html", {"run": run, "form": form})


@staff(*SETTLERS)
def enrol_file(request, public_id):
    """Read through, and entered only when nothing is wrong and that button was pressed."""
    run, typed = run_of(request, public_id), filled(request)
    form = EnrolFileForm(typed, request.FILES or None, actor=request.actor, run=run)
    is_read = form.is_valid() and form.is_right
    if request.POST.get("do") == "other":
        form = EnrolFileForm(actor=request.actor, run=run)
    elif request.POST.get("do") == "enrol" and is_read and carried_out(
            request, form, lambda _said: workflow.enrol_many(run, form.people, actor=request.actor),
            _("They are enrolled. Each is told with a message.")):
        return redirect("training_participants", public_id)
    return training_page(request, "desk/training_enrol_file.html", {"run": run, "form": form})


@staff(*SETTLERS)
def enrol_template(request, public_id):
    run_of(request, public_id)
    title = _("People to enrol")
    response = HttpResponse(template(title), content_type=XLSX)
    response.headers["Content-Disposition"] = content_disposition(f"{title}.xlsx")
    return response
