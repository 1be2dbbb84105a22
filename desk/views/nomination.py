"""An agency's nominations: begun, written while the page saves, with pictures, taken back."""
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from agencies.case_permissions import can_nominate
from agencies.forms.nomination import BeginNominationForm, NominationForm, PictureForm
from agencies.houses import agencies_only
from agencies.queries import case_call as calls
from agencies.queries import nomination as queries
from agencies.workflow import nomination as workflow
from core.errors import Refused
from core.files import serve
from core.forms import carried_out, filled
from core.tenancy import found
from desk.nominating import nomination_page
from desk.pages import desk_page
from desk.views.case import READERS, WORKERS
from desk.views.case_call import call_page
from evaluations.views.answer import CONFLICT, UNPROCESSABLE, kept_under

PAGE = "desk/nomination_text.html"


@require_POST
@staff(*WORKERS)
@agencies_only
def begin(request, public_id):
    call, form = found(calls.calls_of(request.actor), public_id), BeginNominationForm(request.POST)
    made = carried_out(request, form, lambda said: workflow.begin_nomination(call, title=said["title"], actor=request.actor),
                       _("The nomination is begun. It is saved while you write."), beside_only=True)
    if made:
        return redirect("write_nomination", made.public_id)
    return call_page(request, call, begin=form)


@staff(*READERS)
@agencies_only
def nomination(request, public_id):
    return nomination_page(request, found(queries.own_nominations(request.actor), public_id))


@staff(*WORKERS)
@agencies_only
def write(request, public_id):
    """One form that the page saves by itself; without JavaScript the button does."""
    row = found(queries.own_nominations(request.actor), public_id)
    form = NominationForm(filled(request), row=row)
    if request.method != "POST":
        return text_page(request, row, form)
    saved = saved_by(request, row, form)
    if saved is None:
        return text_page(request, row, form, status=UNPROCESSABLE)
    if saved.is_closed or saved.conflict:
        theirs = None if saved.is_closed else saved.row
        return text_page(request, saved.row, form, status=CONFLICT, is_closed=saved.is_closed, theirs=theirs)
    if request.htmx:
        return render(request, f"{PAGE}#saved", {"row": saved.row})
    return HttpResponseRedirect(reverse("nomination", args=[public_id]))


def saved_by(request, row, form):
    """Saved, or None if the form has something to correct."""
    if not form.is_valid():
        return None
    try:
        return workflow.save_nomination(row, **form.facts(), actor=request.actor)
    except Refused as refusal:
        form.add_error(refusal.field, str(refusal))
        return None


def text_page(request, row, form, *, status=200, **more):
    context = {"row": row, "form": form, "person": kept_under(request.actor), "is_open": row.is_draft,
               "may_write": row.is_draft and can_nominate(request.actor), **more}
    if request.htmx:
        return render(request, f"{PAGE}#trouble", context, status=status)
    return desk_page(request, PAGE, context, status=status)


@require_POST
@staff(*WORKERS)
@agencies_only
def add_picture(request, public_id):
    row, form = found(queries.own_nominations(request.actor), public_id), PictureForm(request.POST, request.FILES)
    if carried_out(request, form, lambda said: workflow.add_picture(
            row, said["file"], alternative=said["alternative"], actor=request.actor), _("The picture is there."), beside_only=True):
        return redirect("nomination", public_id)
    return nomination_page(request, row, picture=form)


@staff(*READERS)
@agencies_only
def picture(request, public_id):
    """Before the scan its own agency sees it, nobody else."""
    row = found(queries.own_pictures(request.actor), public_id)
    return serve(row.file, row.name, inline=True, to_giver=True)


@require_POST
@staff(*WORKERS)
@agencies_only
def remove_picture(request, public_id):
    row = workflow.remove_picture(found(queries.own_pictures(request.actor), public_id), actor=request.actor)
    messages.success(request, _("The picture is removed."))
    return redirect("nomination", row.public_id)


@require_POST
@staff(*WORKERS)
@agencies_only
def withdraw(request, public_id):
    workflow.withdraw_nomination(found(queries.own_nominations(request.actor), public_id), actor=request.actor)
    messages.success(request, _("The nomination is withdrawn."))
    return redirect("nomination", public_id)
