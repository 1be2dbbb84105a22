"""The provider's appeal against an announced refusal: its page, one point with its files, handing in, taking it back."""
from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import signed_in
from core.access_log import note_access
from core.errors import Refused
from core.forms import UploadField, filled
from core.tenancy import find_or_404
from core.viewing import hand_out, kind_of_access
from evaluations import permissions, queries, workflow
from evaluations.forms.appeal import PointForm, WithdrawForm
from evaluations.models import Appeal, AppealFile
from evaluations.queries.appeal import OPEN, period_of
from evaluations.stages import AppealStage
from evaluations.views.answer import CONFLICT, UNPROCESSABLE, kept_under, saved_when
from evaluations.views.drawer import OFFERED
from evaluations.views.places import Contested
from evaluations.views.portal import found
from evaluations.views.portal_files import paper
from evaluations.views.supplement import change_documents, stays_at_files
from evaluations.workflow.appeal import arrival_of, why_closed
from providers.permissions import role_in

PAGE = "evaluations/portal/appeal_point.html"


@require_POST
@signed_in
def begin(request, public_id):
    application = found(queries.own_applications(request.actor), public_id)
    try:
        appeal = workflow.start_appeal(application, actor=request.actor, arrived_at=request.arrived_at)
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return redirect("portal_application", public_id)
    return redirect("portal_appeal", appeal.public_id)


@signed_in
def appeal(request, public_id):
    """A draft as a list of its grounds; handed in, where it stands and what was answered."""
    appeal = found(queries.own_appeals(request.actor), public_id)
    return appeal_page(request, appeal)


def appeal_page(request, appeal, withdraw=None):
    actor, at = request.actor, arrival_of(appeal, request.actor, request.arrived_at)
    closed = why_closed(appeal, at) if appeal.stage == AppealStage.DRAFT else ""
    rows = queries.points_of(actor, appeal, written=appeal.stage != AppealStage.DRAFT)
    return render(request, "evaluations/portal/appeal.html", {
        "appeal": appeal, "application": appeal.application, "rows": rows, "closed": closed,
        "last_day": period_of(appeal.application, appeal.decision).last_day, "is_open": appeal.stage in OPEN,
        "may_write": not closed and permissions.can_write_appeal(actor, appeal),
        "may_hand_in": permissions.can_hand_in_appeal(actor, appeal),
        "may_withdraw": permissions.can_withdraw_appeal(actor, appeal), "handlers": list(queries.handlers_of(actor, appeal)),
        "is_entered_by_desk": actor.is_staff and role_in(actor, appeal.application.provider) is None,
        "written": [one for one in rows if one.point.is_written], "withdraw": withdraw or WithdrawForm()})


@require_POST
@signed_in
def hand_in(request, public_id):
    appeal = found(queries.own_appeals(request.actor), public_id)
    try:
        workflow.hand_in_appeal(appeal, actor=request.actor, arrived_at=request.arrived_at)
        messages.success(request, _("Your appeal has arrived. Its receipt is being made, and you are told the answer."))
    except Refused as refusal:
        messages.warning(request, str(refusal))
    return redirect("portal_appeal", public_id)


@require_POST
@signed_in
def withdraw(request, public_id):
    appeal, form = found(queries.own_appeals(request.actor), public_id), WithdrawForm(request.POST)
    if not form.is_valid():
        return appeal_page(request, appeal, form)
    workflow.withdraw_appeal(appeal, **form.cleaned_data, actor=request.actor)
    messages.success(request, _("The appeal is withdrawn. The decision stands."))
    return redirect("portal_appeal", public_id)


@signed_in
def point(request, public_id):
    """One form: every button saves the text, documents are kept apart from it. Too late, the text stays on the page."""
    point = found(queries.own_points(request.actor), public_id)
    form = PointForm(filled(request), initial={"explanation": point.text, "version": point.version})
    if request.method != "POST":
        return point_page(request, point, form)
    try:
        return kept(request, point, form)
    except Refused as refusal:
        return point_page(request, point, form, status=CONFLICT, closed=str(refusal))


def kept(request, point, form):
    closed = why_closed(point.appeal, arrival_of(point.appeal, request.actor, request.arrived_at))
    if closed:
        return point_page(request, point, form, status=CONFLICT, closed=closed)
    turned_away = change_documents(request, Contested(point))
    if not form.is_valid():
        return point_page(request, point, form, status=UNPROCESSABLE, turned_away=turned_away)
    given = form.cleaned_data
    saved = workflow.save_point(point, text=given["explanation"], base_version=given["version"], actor=request.actor,
                                arrived_at=request.arrived_at)
    if saved.conflict:
        return point_page(request, point, form, status=CONFLICT, theirs=saved.answer)
    return after_saving(request, saved.answer, form, turned_away)


def after_saving(request, point, form, turned_away):
    if request.htmx:
        return render(request, f"{PAGE}#saved", {"answer": point, "saved_when": saved_when(point)})
    if turned_away:
        form = PointForm(initial=form.cleaned_data | {"version": point.version})
        return point_page(request, point, form, turned_away=turned_away)
    here = reverse("portal_appeal_point", args=[point.public_id])
    whole = reverse("portal_appeal", args=[point.appeal.public_id])
    return HttpResponseRedirect(f"{here}#evidence" if stays_at_files(request) else f"{whole}#point-{point.position}")


def point_page(request, point, form, *, status=200, closed="", **more):
    actor, appeal, place = request.actor, point.appeal, Contested(point)
    links, closed = list(queries.documents_beside(point)), closed or why_closed(appeal, arrival_of(appeal, actor, request.arrived_at))
    may_write = not closed and permissions.can_write_appeal(actor, appeal)
    library = queries.library_of(actor, appeal.application.provider).exclude(pk__in=[link.evidence_id for link in links])
    return render(request, f"{PAGE}#trouble" if request.htmx else PAGE, {
        "answer": point, "appeal": appeal, "application": appeal.application, "form": form, "links": links,
        "last_day": period_of(appeal.application, appeal.decision).last_day, "saved_when": saved_when(point), "upload": UploadField(),
        "closed": closed, "may_write": may_write, "upload_place": place.words,
        "half_uploads": list(queries.half_uploads_of(actor, place.words)), "was_typed": request.method == "POST",
        "person": kept_under(actor), "library": list(library[:OFFERED]) if may_write else [], **more}, status=status)


@signed_in
def appeal_file(request, public_id):
    """For the provider's people, staff and who handles the appeal; the latter are noted."""
    sealed = find_or_404(AppealFile, request.actor, public_id=public_id)
    appeal = sealed.point.appeal
    is_giver = role_in(request.actor, appeal.application.provider) is not None
    if not is_giver:
        note_access(request, appeal.application, "case.file", kind=kind_of_access(request))
    page = "portal_appeal" if is_giver else "desk_appeal" if request.actor.reads_cases else "assess_appeal"
    return hand_out(request, sealed.file, sealed.name, to_giver=is_giver, back=(reverse(page, args=[appeal.public_id]), str(appeal)))


@signed_in
def appeal_letter(request, public_id):
    return own_paper(request, public_id, "letter", _("answer-to-appeal-%(number)s.pdf"))


@signed_in
def appeal_receipt(request, public_id):
    return own_paper(request, public_id, "receipt", _("receipt-of-appeal-%(number)s.pdf"))


def own_paper(request, public_id, which, name):
    """The letter that the row points at, once it is made: for its provider, staff, and who handles it."""
    appeal = find_or_404(Appeal, request.actor, public_id=public_id)
    letter = getattr(appeal, which)
    if letter is None:
        raise Http404
    return paper(letter, name % {"number": appeal.number})
