"""Incentives at the desk: what was given to whom, taken along with a reason; good cases kept or thanked for."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from aftercare import permissions, queries, workflow
from aftercare.forms.incentive import ExportForm, GrantForm, NominationAnswerForm, NominationForm, ReasonForm
from aftercare.models import Grant, Nomination
from aftercare.workflow.consultation import HELPED
from certification.models import Certificate
from core.access_log import note_access
from core.forms import carried_out, filled
from core.models import AccessEntry
from core.tables import XLSX, Column, write_table
from core.tenancy import current_agency, find_or_404
from desk.pages import desk_page
from desk.views.case import READERS, WORKERS
from desk.views.edition_file import attached

PAGE = 50
LIST = (Column("day", "지원일", "Given on"), Column("provider", "기관명", "Organisation", width=30),
        Column("number", "인증번호", "Certificate"),
        Column("kind", "구분", "Kind"), Column("amount", "금액(원)", "Amount in won"), Column("words", "내용", "What was given", width=40),
        Column("decided", "결정", "Decided by", width=20), Column("struck", "말소 사유", "Struck out, why", width=30))


@staff(*READERS)
def grants(request):
    may_give = permissions.can_see_grants(request.actor)
    form = GrantForm(filled(request), certificates=queries.certificates_that_hold(request.actor) if may_give else [])
    if carried_out(request, form, lambda _said: workflow.note_grant(**form.facts(), actor=request.actor),
                   _("It is noted, and the provider is told.")):
        return redirect("desk_grants")
    return grants_page(request, form=form)


def grants_page(request, *, form=None, export=None):
    may_give = permissions.can_see_grants(request.actor)
    rows = queries.grants_found(request.actor, request.GET.get("kind", ""))
    count, amount = queries.grants_in_all(rows)
    return desk_page(request, "desk/grants.html", {
        "page": Paginator(rows, PAGE).get_page(request.GET.get("page")),
        "count": count, "amount": f"{amount:,}", "kinds": Grant.Kind.choices,
        "kind": request.GET.get("kind", ""), "may_give": may_give, "export": export or ExportForm(),
        "own": queries.providers_of(request.actor),
        "form": form or GrantForm(certificates=queries.certificates_that_hold(request.actor) if may_give else [])})


@require_POST
@staff(*WORKERS)
def strike(request, public_id):
    grant, form = find_or_404(Grant, request.actor, public_id=public_id), ReasonForm(request.POST)
    if not carried_out(request, form, lambda said: workflow.strike_grant(grant, **said, actor=request.actor),
                       _("It is struck out and counts no more.")):
        messages.warning(request, " ".join(words for several in form.errors.values() for words in several))
    return redirect("desk_grants")


@require_POST
@staff(*WORKERS)
def export(request):
    """The list as it was narrowed, with the reason in the access log and in the record."""
    rows, form = list(queries.grants_found(request.actor, request.GET.get("kind", ""))), ExportForm(request.POST)
    if not form.is_valid():
        return grants_page(request, export=form)
    workflow.export_grants(len(rows), reason=form.cleaned_data["reason"], actor=request.actor)
    note_access(request, current_agency(), "grant.list", kind=AccessEntry.Kind.EXPORT, reason=form.cleaned_data["reason"])
    return attached(write_table(LIST, (line(one) for one in rows), title=_("What the agency gave"), sentences=(
        _("Exported for: %(reason)s") % {"reason": form.cleaned_data["reason"]},)), XLSX, "grants.xlsx")


def line(one):
    return (one.given_on, one.provider.name, one.certificate.number_shown if one.certificate else "", one.get_kind_display(),
            one.amount if one.amount is not None else "", one.words, one.decided_by, one.struck_reason)


@staff(*READERS)
def nominations(request):
    page = Paginator(queries.nominations_found(request.actor), PAGE).get_page(request.GET.get("page"))
    return desk_page(request, "desk/nominations.html", {"page": page})


def found(request, public_id):
    row = find_or_404(Nomination, request.actor, public_id=public_id)
    note_access(request, row, "nomination.read" if request.method == "GET" else "nomination.answer")
    return row


@staff(*READERS)
def nomination(request, public_id):
    return nomination_page(request, found(request, public_id), NominationAnswerForm())


def nomination_page(request, row, form):
    may_answer = row.stage == Nomination.Stage.ARRIVED and permissions.can_give(request.actor, row.provider)
    return desk_page(request, "desk/nomination.html", {
        "nomination": row, "files": list(row.files.select_related("file")), "form": form if may_answer else None})


def answered(request, public_id, *, is_kept, sentence):
    row, form = found(request, public_id), NominationAnswerForm(request.POST)
    if carried_out(request, form, lambda said: workflow.answer_nomination(row, is_kept=is_kept, **said, actor=request.actor), sentence,
                   beside_only=True):
        return redirect("desk_nomination", public_id)
    return nomination_page(request, row, form)


@require_POST
@staff(*WORKERS)
def keep(request, public_id):
    return answered(request, public_id, is_kept=True, sentence=_("It is kept as a good case, and the provider is told."))


@require_POST
@staff(*WORKERS)
def thank(request, public_id):
    return answered(request, public_id, is_kept=False, sentence=_("The provider is thanked."))


@staff(*WORKERS)
def nominate(request, public_id):
    certificate = find_or_404(Certificate, request.actor, public_id=public_id)
    form = NominationForm(*([request.POST, request.FILES] if request.method == "POST" else []), by_desk=True)
    made = carried_out(request, form, lambda _said: workflow.nominate(certificate, **form.facts(), actor=request.actor),
                       _("It is named. Before anything of it is published the provider is asked."))
    if made:
        return redirect("desk_nomination", made.public_id)
    return desk_page(request, "desk/nominate.html", {"certificate": certificate, "form": form, "is_held": certificate.state in HELPED})
