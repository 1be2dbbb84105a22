"""Consulting of agencies: asked for by an agency, answered and written down at Central; both read the same page."""
from datetime import date

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from agencies import permissions
from agencies.forms.consulting import AcceptForm, AskForm, DeclineForm, RecordForm
from agencies.houses import agencies_only, central_only
from agencies.models import Consulting
from agencies.queries.consulting import consultings_of
from agencies.queries.report import own_participations, own_reports
from agencies.stages import ConsultingStage
from agencies.workflow import consulting as workflow
from core.forms import carried_out, filled
from core.tenancy import found
from desk.pages import desk_page
from desk.views.case import READERS, WORKERS

PAGE = 50


@staff(*READERS)
def agency_consultings(request):
    """At Central everybody's, at an agency its own with the years for which it may ask."""
    actor, central = request.actor, permissions.at_central()
    page = Paginator(consultings_of(actor), PAGE).get_page(request.GET.get("page"))
    return desk_page(request, "desk/agency_consultings.html", {
        "page": page, "central": central, "may_ask": [] if central else asked_for(actor)})


def asked_for(actor):
    """Years of which the report is not handed in and for which nothing is asked yet."""
    if not permissions.can_ask_consulting(actor):
        return []
    over = {one.participation_id for one in own_reports(actor) if one.is_sealed}
    over |= {one.participation_id for one in consultings_of(actor) if one.is_open and one.kind == Consulting.Kind.PRE}
    return [one for one in own_participations(actor) if one.is_assessed and one.out_at and one.pk not in over]


@staff(*WORKERS)
@agencies_only
def ask_consulting(request, public_id):
    participation, form = found(own_participations(request.actor), public_id), AskForm(filled(request))
    made = carried_out(request, form, lambda _said: workflow.ask_consulting(participation, **form.facts(), actor=request.actor),
                       _("Consulting is asked for. You are told as soon as it is answered."))
    if made:
        return redirect("agency_consulting", made.public_id)
    return desk_page(request, "desk/ask_agency_consulting.html", {"participation": participation, "form": form})


@staff(*READERS)
def agency_consulting(request, public_id):
    return consulting_page(request, found(consultings_of(request.actor), public_id))


def consulting_page(request, row, **forms):
    """`forms`: one that came back with something to correct."""
    actor, stage = request.actor, row.stage
    answers = permissions.can_answer_consulting(actor)
    asked, agreed = stage == ConsultingStage.ASKED, stage == ConsultingStage.ACCEPTED
    made = {"accept": (AcceptForm, asked, {}), "decline": (DeclineForm, asked, {}), "record": (RecordForm, agreed, {"on": row.on})}
    return desk_page(request, "desk/agency_consulting.html", {
        "row": row, "central": permissions.at_central(), "wished": [date.fromisoformat(day) for day in row.wished],
        "may_withdraw": asked and permissions.can_ask_consulting(actor),
        **{name: forms.get(name) or (form(prefix=name, initial=initial) if answers and now else None)
           for name, (form, now, initial) in made.items()}})


def answered(request, public_id, name, form, work, sentence):
    """One deed; what is wrong stands beside its question, and what was typed stays."""
    row = found(consultings_of(request.actor), public_id)
    if carried_out(request, form, lambda said: work(row, **said, actor=request.actor), sentence, beside_only=True):
        return redirect("agency_consulting", public_id)
    return consulting_page(request, row, **{name: form})


@require_POST
@staff(*WORKERS)
@agencies_only
def withdraw_consulting(request, public_id):
    workflow.withdraw_consulting(found(consultings_of(request.actor), public_id), actor=request.actor)
    messages.success(request, _("The request is withdrawn."))
    return redirect("agency_consulting", public_id)


@require_POST
@staff(*WORKERS)
@central_only
def accept_consulting(request, public_id):
    return answered(request, public_id, "accept", AcceptForm(request.POST, prefix="accept"), workflow.accept_consulting,
                    _("The day and the consultant are fixed, and the agency is being told."))


@require_POST
@staff(*WORKERS)
@central_only
def decline_consulting(request, public_id):
    return answered(request, public_id, "decline", DeclineForm(request.POST, prefix="decline"), workflow.decline_consulting,
                    _("It is declined, and the agency is being told why."))


@require_POST
@staff(*WORKERS)
@central_only
def record_consulting(request, public_id):
    return answered(request, public_id, "record", RecordForm(request.POST, prefix="record"), workflow.record_consulting,
                    _("It is written down, and the agency is being told."))
