"""Materials of a run at the desk of its house: files and links."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from core.forms import carried_out
from desk.views.performance_report import found
from desk.views.training_run import own, run_page
from training.forms.run import MaterialForm, MaterialLinkForm
from training.models import Material, MaterialLink
from training.permissions import KEEPERS
from training.queries.run import own_materials
from training.workflow import material as workflow


@require_POST
@staff(*KEEPERS)
def add_file(request, public_id):
    run = own(request, public_id)
    form = MaterialForm(request.POST, request.FILES, actor=request.actor, run=run)
    if carried_out(request, form, lambda said: workflow.add_material(run, said["file"], class_session=said["class_session"],
                                                                     actor=request.actor), _("The file is added.")):
        return redirect("training_keep_run", run.public_id)
    return run_page(request, run, file_form=form)


@require_POST
@staff(*KEEPERS)
def add_link(request, public_id):
    run = own(request, public_id)
    form = MaterialLinkForm(request.POST, actor=request.actor, run=run)
    if carried_out(request, form, lambda said: workflow.add_material_link(run, **said, actor=request.actor), _("The link is added.")):
        return redirect("training_keep_run", run.public_id)
    return run_page(request, run, link_form=form)


@require_POST
@staff(*KEEPERS)
def remove_file(request, public_id):
    return removed(request, found(own_materials(request.actor, Material), public_id))


@require_POST
@staff(*KEEPERS)
def remove_link(request, public_id):
    return removed(request, found(own_materials(request.actor, MaterialLink), public_id))


def removed(request, one):
    run = workflow.remove_material(one, actor=request.actor)
    messages.success(request, _("Removed. Nobody opens it from here any more."))
    return redirect("training_keep_run", run.public_id)
