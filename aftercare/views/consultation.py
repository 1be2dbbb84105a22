"""The provider's consultations: asked for, an offer answered, who comes, the report read and rated; and the files that go with one."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import signed_in
from aftercare import permissions, queries, workflow
from aftercare.forms.consultation import AcceptOfferForm, CallOffForm, DeclineOfferForm, ObjectForm, RatingForm, RequestForm, SharingForm
from aftercare.models import Consultation, ConsultationVisit, SharedCopy
from aftercare.queries.consultation import AGREE
from aftercare.workflow.consultation import HELPED, may_call_off
from certification.queries import certificates_of
from core.access_log import note_access
from core.file_names import content_disposition
from core.forms import carried_out, filled
from core.ics import TYPE, appointment
from core.tenancy import find_or_404, found
from core.viewing import hand_out, kind_of_access
from correspondence.queries import open_deadlines
from providers.permissions import role_in

PAGE = 20
Stage = Consultation.Stage


@signed_in
def consultations(request):
    """What is under way and was, and for which certificates one can be asked for."""
    page = Paginator(queries.own_consultations(request.actor).order_by("-begun_at", "-pk"), PAGE).get_page(request.GET.get("page"))
    held = [one for one in certificates_of(request.actor) if one.state in HELPED]
    open_for = set(queries.own_consultations(request.actor).filter(queries.IS_OPEN).values_list("certificate", flat=True))
    return render(request, "aftercare/consultations.html", {
        "page": page, "certificates": [(one, one.pk in open_for) for one in held]})


@signed_in
def ask(request, public_id):
    certificate = found(certificates_of(request.actor), public_id)
    form = RequestForm(filled(request), indicators=queries.topics_for(request.actor, certificate),
                       pieces=queries.pieces_of(request.actor, certificate))
    made = carried_out(request, form, lambda _said: workflow.ask_consulting(certificate, **form.facts(), actor=request.actor),
                       _("Your request has arrived. The agency looks for somebody who can come, and you are told who it is."))
    if made:
        return redirect("portal_consultation", made.public_id)
    may_ask = permissions.can_ask_for_help(request.actor, certificate.provider)
    return render(request, "aftercare/ask_consulting.html", {
        "certificate": certificate, "form": form, "may_ask": may_ask, "is_held": certificate.state in HELPED,
        "running": queries.open_of(request.actor, certificate)})


def own(request, public_id):
    return found(queries.own_consultations(request.actor), public_id)


@signed_in
def consultation(request, public_id):
    return consultation_page(request, own(request, public_id))


def consultation_page(request, row, **corrected):
    """`corrected`: a form that came back with something to correct, under its name."""
    actor, stage = request.actor, row.stage
    acts = permissions.can_ask_for_help(actor, row.provider)
    report, rating = queries.report_of(actor, row), queries.rating_of(actor, row)
    pieces = queries.pieces_of(actor, row.certificate) if acts and row.is_open else []
    told = row.consultant if stage in (Stage.TOLD, Stage.AGREED, Stage.REPORTED, Stage.CLOSED) else None
    forms = {"accept": AcceptOfferForm(pieces=pieces), "decline": DeclineOfferForm(), "object": ObjectForm(), "call_off": CallOffForm(),
             "rate": RatingForm(), "share": SharingForm(pieces=not_shared(pieces, queries.copies_of(actor, row)))} | corrected
    return render(request, "aftercare/consultation.html", {
        "consultation": row, "acts": acts, "told": told, "report": report, "rating": rating, "forms": forms,
        "copies": list(queries.copies_of(actor, row)), "visits": list(queries.visits_of(actor, row)),
        "due": open_deadlines(queries.TELLING, subject=row, kind=AGREE).first() if stage == Stage.TOLD else None,
        "may_object": stage == Stage.TOLD and not queries.was_objected(row), "may_rate": report is not None and rating is None,
        "may_call_off": acts and may_call_off(actor, row), "advice": queries.advice_in(row, report), "steps": queries.steps_in(report)})


def not_shared(pieces, copies):
    """What can still be shown."""
    known = {(one.kind, one.code, one.name) for one in copies}
    return [one for one in pieces if (one.kind, one.code, one.name[:220]) not in known]


def done(request, row, form, work, sentence, name):
    if carried_out(request, form, lambda _said: work(), sentence, beside_only=True):
        return redirect("portal_consultation", row.public_id)
    return consultation_page(request, row, **{name: form})


@require_POST
@signed_in
def accept_offer(request, public_id):
    row = own(request, public_id)
    form = AcceptOfferForm(request.POST, pieces=queries.pieces_of(request.actor, row.certificate))
    return done(request, row, form, lambda: workflow.accept_offer(row, **form.facts(), actor=request.actor),
                _("Thank you. The agency looks for somebody who can come."), "accept")


@require_POST
@signed_in
def decline_offer(request, public_id):
    row, form = own(request, public_id), DeclineOfferForm(request.POST)
    return done(request, row, form, lambda: workflow.decline_offer(row, **form.cleaned_data, actor=request.actor),
                _("The agency is told that you do not need it."), "decline")


@require_POST
@signed_in
def share(request, public_id):
    row = own(request, public_id)
    form = SharingForm(request.POST, pieces=queries.pieces_of(request.actor, row.certificate))
    return done(request, row, form, lambda: workflow.share_more(row, form.chosen(), actor=request.actor) or True,
                _("The consultant can read a copy of it."), "share")


@require_POST
@signed_in
def agree(request, public_id):
    row = own(request, public_id)
    workflow.agree_consultant(row, actor=request.actor)
    return said(request, row, _("It is agreed. The consultant sets a day with you."))


def said(request, row, sentence):
    messages.success(request, sentence)
    return redirect("portal_consultation", row.public_id)


@require_POST
@signed_in
def object_to(request, public_id):
    row, form = own(request, public_id), ObjectForm(request.POST)
    return done(request, row, form, lambda: workflow.object_to_consultant(row, **form.cleaned_data, actor=request.actor),
                _("The agency looks for somebody else."), "object")


@require_POST
@signed_in
def call_off(request, public_id):
    row, form = own(request, public_id), CallOffForm(request.POST)
    return done(request, row, form, lambda: workflow.call_off(row, **form.cleaned_data, actor=request.actor),
                _("It is called off. Everybody who knew of it is told."), "call_off")


@require_POST
@signed_in
def rate(request, public_id):
    row, form = own(request, public_id), RatingForm(request.POST)
    return done(request, row, form, lambda: workflow.rate_consultation(row, **form.cleaned_data, actor=request.actor),
                _("Thank you. The consultation is closed."), "rate")


@signed_in
def visit_calendar(request, public_id):
    """For both sides' calendars."""
    visit = find_or_404(ConsultationVisit, request.actor, public_id=public_id)
    content = appointment(
        visit.public_id, starts_at=visit.starts_at, ends_at=visit.ends_at, place=visit.place, sequence=visit.times_moved,
        cancelled=visit.dropped_at is not None, title=_("Consultation: %(provider)s") % {"provider": visit.consultation.provider_name})
    response = HttpResponse(content, content_type=TYPE)
    response.headers["Content-Disposition"] = content_disposition(f"{visit.consultation.number}.ics", False)
    return response


@signed_in
def shared_file(request, public_id):
    """The copy's bytes: for the provider, staff who read cases, and the consultant while it lasts; the latter two are noted."""
    copy = find_or_404(SharedCopy, request.actor, public_id=public_id, file__isnull=False)
    row = copy.consultation
    is_giver = role_in(request.actor, row.provider) is not None
    if not is_giver:
        note_access(request, row, "consultation.file", kind=kind_of_access(request))
    page = "portal_consultation" if is_giver else "desk_consultation" if request.actor.reads_cases else "consult_case"
    return hand_out(request, copy.file, copy.name, to_giver=is_giver, back=(reverse(page, args=[row.public_id]), str(row)))
