"""Consulting at the desk: the consultants' list, consultations, who could come, an offer."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from aftercare import permissions, queries, workflow
from aftercare.forms.consultant import AddConsultantForm, EntryForm
from aftercare.forms.consultation import CallOffForm, ChooseForm, OfferForm
from aftercare.models import Consultant, Consultation
from aftercare.queries.consultation import LISTS
from aftercare.views.consult import entry_kept
from aftercare.workflow.consultation import HELPED, may_call_off
from certification.models import Certificate
from core.access_log import note_access
from core.errors import Refused
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from correspondence.queries import open_deadlines
from desk.pages import desk_page
from desk.views.case import READERS, WORKERS

PAGE = 50
Stage = Consultation.Stage


@staff(*READERS)
def consultants(request):
    """The list, and who could be taken onto it."""
    form = AddConsultantForm(filled(request))
    made = carried_out(request, form, lambda said: workflow.add_consultant(said["user"], actor=request.actor),
                       _("Taken onto the list. Now note what they know."))
    if made:
        return redirect("desk_consultant", made.public_id)
    page = Paginator(queries.consultants_found(request.actor), PAGE).get_page(request.GET.get("page"))
    loads = queries.loads_of(list(page))
    return desk_page(request, "desk/consultants.html", {
        "page": page, "rows": [(one, loads[one.pk]) for one in page], "satisfaction": queries.satisfaction(request.actor),
        "form": form if permissions.can_keep_consultants(request.actor) else None})


@staff(*READERS)
def consultant(request, public_id):
    one = find_or_404(Consultant, request.actor, public_id=public_id)
    note_access(request, one, "consultant.read")
    form = EntryForm(filled(request), initial=EntryForm.initial_of(one), areas=queries.areas_now(request.actor),
                     province=request.agency.province_id)
    if request.method == "POST" and entry_kept(request, one, form):
        return redirect("desk_consultant", public_id)
    done = queries.consultations_found(request.actor).filter(consultant=one)[:PAGE]
    return desk_page(request, "desk/consultant.html", {
        "consultant": one, "form": form if permissions.can_keep_consultants(request.actor) else None, "consultations": list(done),
        "satisfaction": queries.satisfaction(request.actor, one), "load": queries.loads_of([one])[one.pk]})


@require_POST
@staff(*WORKERS)
def set_active(request, public_id):
    one = find_or_404(Consultant, request.actor, public_id=public_id)
    workflow.set_consultant_active(one, "on" in request.POST, actor=request.actor)
    messages.success(request, _("It is saved."))
    return redirect("desk_consultant", public_id)


@staff(*READERS)
def consultations(request):
    which = request.GET.get("which", "open")
    which = which if which in LISTS else ""
    page = Paginator(queries.consultations_found(request.actor, which), PAGE).get_page(request.GET.get("page"))
    return desk_page(request, "desk/consultations.html", {
        "page": page, "which": which, "counts": queries.consultation_counts(request.actor),
        "satisfaction": queries.satisfaction(request.actor)})


def found(request, public_id):
    """The consultation behind the door, and the note that its people's data were read."""
    row = find_or_404(Consultation, request.actor, public_id=public_id)
    note_access(request, row, "consultation.read" if request.method == "GET" else "consultation.work")
    return row


@staff(*READERS)
def consultation(request, public_id):
    return consultation_page(request, found(request, public_id))


def consultation_page(request, row, form=None, problem=""):
    actor = request.actor
    works = permissions.can_arrange(actor, row)
    report = queries.report_of(actor, row)
    fits = queries.fits_for(actor, row) if row.stage == Stage.ASKED else []
    return desk_page(request, "desk/consultation.html", {
        "consultation": row, "works": works, "fits": [one for one in fits if one.is_free], "left_out": [one for one in fits if one.against],
        "askings": list(queries.askings_of(actor, row)), "copies": list(queries.copies_of(actor, row)),
        "visits": list(queries.visits_of(actor, row)), "report": report, "advice": queries.advice_in(row, report),
        "steps": queries.steps_in(report), "rating": queries.rating_of(actor, row), "problem": problem,
        "due": open_deadlines(actor, subject=row).first(),
        "call_off": (form or CallOffForm()) if works and may_call_off(actor, row) else None})


@require_POST
@staff(*WORKERS)
def choose(request, public_id):
    row, form = found(request, public_id), ChooseForm(request.POST)
    if not form.is_valid():
        raise Http404
    who = find_or_404(Consultant, request.actor, public_id=form.cleaned_data["consultant"])
    try:
        workflow.choose_consultant(row, who, actor=request.actor)
    except Refused as refusal:
        return consultation_page(request, row, problem=str(refusal))
    messages.success(request, _("The consultant is asked, and answers within five working days."))
    return redirect("desk_consultation", public_id)


@require_POST
@staff(*WORKERS)
def take_back(request, public_id):
    workflow.take_back_asking(found(request, public_id), actor=request.actor)
    messages.success(request, _("It waits for a consultant again. Whoever was asked is told."))
    return redirect("desk_consultation", public_id)


@require_POST
@staff(*WORKERS)
def agree(request, public_id):
    workflow.agree_consultant(found(request, public_id), actor=request.actor)
    messages.success(request, _("It is agreed, since the provider did not object in its days."))
    return redirect("desk_consultation", public_id)


@require_POST
@staff(*WORKERS)
def call_off(request, public_id):
    row, form = found(request, public_id), CallOffForm(request.POST)
    if carried_out(request, form, lambda said: workflow.call_off(row, **said, actor=request.actor),
                   _("It is called off. Everybody who knew of it is told."), beside_only=True):
        return redirect("desk_consultation", public_id)
    return consultation_page(request, row, form)


@require_POST
@staff(*WORKERS)
def close(request, public_id):
    workflow.close_consultation(found(request, public_id), actor=request.actor)
    messages.success(request, _("It is closed. The provider may still rate it."))
    return redirect("desk_consultation", public_id)


@staff(*WORKERS)
def offer(request, public_id):
    certificate = find_or_404(Certificate, request.actor, public_id=public_id)
    note_access(request, certificate, "certificate.read")
    form = OfferForm(filled(request), indicators=queries.topics_for(request.actor, certificate))
    made = carried_out(request, form, lambda _said: workflow.offer_consulting(certificate, **form.facts(), actor=request.actor),
                       _("It is offered, and the provider is told."))
    if made:
        return redirect("desk_consultation", made.public_id)
    return desk_page(request, "desk/offer_consulting.html", {
        "certificate": certificate, "form": form, "is_held": certificate.state in HELPED,
        "running": queries.open_of(request.actor, certificate)})
