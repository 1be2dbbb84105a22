"""Sanctions at the desk: the list, one with everything about it, its draft and its hearing."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import fresh, staff
from accounts.models import Role
from aftercare import permissions, workflow
from aftercare.forms import sanction as forms
from aftercare.models import Complaint, CorrectiveAction, Sanction, SanctionFile
from aftercare.queries import sanction as queries
from aftercare.queries.sanction_basis import in_words, usual_bases
from certification.models import Certificate
from core.access_log import note_access
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from desk.pages import desk_page
from desk.sanction_origin import after_complaint, after_correction, origin_of, with_basis
from desk.sanctions import DRAFTED, everything_of_sanction
from desk.tied import unless_tied
from desk.views.case import READERS, WORKERS

PAGE = 50
SEERS = (*READERS, Role.OBSERVER)
DROPPERS = (*WORKERS, Role.DIRECTOR)


@staff(*SEERS)
def sanctions(request):
    which = request.GET.get("which", "")
    which = which if which in queries.LISTS else ""
    page = Paginator(queries.sanctions_found(request.actor, which), PAGE).get_page(request.GET.get("page"))
    return desk_page(request, "desk/sanctions.html", {"page": page, "which": which, "counts": queries.sanction_counts(request.actor)})


def found(request, public_id):
    """The sanction behind the door, and the note that its provider's data were read."""
    sanction = find_or_404(Sanction, request.actor, public_id=public_id)
    if permissions.tied_to(request.actor, sanction):         # who acts for its provider reads it in the portal
        raise Http404
    note_access(request, sanction, "sanction.read" if request.method == "GET" else "sanction.work")
    return sanction


@staff(*SEERS)
def sanction(request, public_id):
    return sanction_page(request, found(request, public_id))


def sanction_page(request, sanction, **corrected):
    """`corrected`: a form that came back with something to correct, under its name."""
    context = everything_of_sanction(request, sanction, **corrected) | origin_of(request.actor, sanction)
    for name, form in corrected.items():
        if context.get(name) is not form:               # it has moved on meanwhile: the form is gone, its sentences are not
            for sentence in [words for several in form.errors.values() for words in several]:
                messages.error(request, sentence)
    return desk_page(request, "desk/sanction.html", context)


def acted(request, public_id, name, form, work, sentence):
    """One deed: what is wrong stands beside its question, and what was typed stays."""
    row = found(request, public_id)
    if carried_out(request, form, lambda said: work(row, **said, actor=request.actor), sentence):
        return redirect("desk_sanction", public_id)
    return sanction_page(request, row, **{name: form})


def drafting(request, certificate, opens_with, **origin):
    """The form of a draft; `origin`: what it follows from. A suspension whose order was not met is followed in any case."""
    before = queries.not_met(request.actor, certificate)
    bases = usual_bases(certificate.framework)
    opens_with = {"ground": "not_corrected"} if before and not origin else opens_with
    form = forms.SanctionForm(filled(request), initial=with_basis(bases, opens_with))
    shown = unless_tied(request, certificate.provider, form)
    made = carried_out(
        request, form, lambda said: workflow.draft_sanction(certificate, **said, **origin, follows=before, actor=request.actor),
        _("The sanction is drafted. The provider learns of it with the notice."))
    if made:
        return redirect("desk_sanction", made.public_id)
    return desk_page(request, "desk/sanction_form.html", {
        **shown, "bases": in_words(bases), "certificate": certificate, "follows": before, **origin})


@staff(*WORKERS)
def draft_sanction(request, public_id):
    """About this certificate."""
    return drafting(request, find_or_404(Certificate, request.actor, public_id=public_id), {})


@staff(*WORKERS)
def draft_after_correction(request, public_id):
    action = find_or_404(CorrectiveAction, request.actor, public_id=public_id)
    note_access(request, action, "correction.read")
    return drafting(request, action.certificate, after_correction(action), correction=action)


@staff(*WORKERS)
def draft_after_complaint(request, public_id):
    one = find_or_404(Complaint, request.actor, public_id=public_id, certificate__isnull=False)
    note_access(request, one, "complaint.work")
    return drafting(request, one.certificate, after_complaint(one), complaint=one)


@staff(*WORKERS)
def change_sanction(request, public_id):
    row = found(request, public_id)
    form = forms.SanctionForm(filled(request), initial={name: getattr(row, name) for name in DRAFTED})
    if carried_out(request, form, lambda said: workflow.change_sanction(row, **said, actor=request.actor), _("The draft is changed.")):
        return redirect("desk_sanction", public_id)
    return desk_page(request, "desk/sanction_form.html", {
        "form": form, "bases": in_words(usual_bases(row.certificate.framework)), "certificate": row.certificate, "sanction": row,
        **origin_of(request.actor, row)})


@require_POST
@staff(*WORKERS)
def add_file(request, public_id):
    form = forms.SanctionFileForm(request.POST, request.FILES)
    return acted(request, public_id, "file_form", form, lambda row, file, actor: workflow.add_sanction_file(row, file, actor=actor),
                 _("The file is added."))


@require_POST
@staff(*WORKERS)
def remove_file(request, public_id):
    row = find_or_404(SanctionFile, request.actor, public_id=public_id, statement=None)
    workflow.remove_sanction_file(row, actor=request.actor)
    messages.success(request, _("The file is removed."))
    return redirect("desk_sanction", row.sanction.public_id)


@require_POST
@fresh
@staff(*WORKERS)
def send_notice(request, public_id):
    workflow.send_notice(found(request, public_id), actor=request.actor)
    messages.success(request, _("The notice is sent. The provider's days run."))
    return redirect("desk_sanction", public_id)


@require_POST
@fresh
@staff(Role.DIRECTOR)
def suspend_at_once(request, public_id):
    return acted(request, public_id, "urgent_form", forms.AtOnceForm(request.POST), workflow.suspend_at_once,
                 _("It is suspended at once. The register says so, and the provider is told."))


@require_POST
@staff(*WORKERS)
def move_hearing(request, public_id):
    return acted(request, public_id, "move_form", forms.MoveHearingForm(request.POST), workflow.move_hearing,
                 _("The hearing is moved, and the provider is told."))


@require_POST
@staff(*WORKERS)
def note_hearing(request, public_id):
    return acted(request, public_id, "hearing_form", forms.HearingForm(request.POST), workflow.note_hearing, _("The hearing is noted."))


@require_POST
@staff(*DROPPERS)
def drop_sanction(request, public_id):
    return acted(request, public_id, "drop_form", forms.ReasonForm(request.POST), workflow.drop_sanction,
                 _("It is dropped. If the provider knew of it, it is told."))


@require_POST
@staff(*WORKERS)
def note_order(request, public_id):
    return acted(request, public_id, "order_form", forms.OrderForm(request.POST), workflow.note_order, _("It is noted."))


@require_POST
@staff(*WORKERS)
def return_order_report(request, public_id):
    return acted(request, public_id, "back_form", forms.ReturnReportForm(request.POST), workflow.return_order_report,
                 _("The report is returned, and the provider reads why."))
