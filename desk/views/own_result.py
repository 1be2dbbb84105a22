"""An agency's own results at its desk: every number with its working, objections, the letter, the public page."""
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.guards import staff
from accounts.models import Role
from agencies.forms.result import DiscloseForm, ObjectionForm
from agencies.houses import agencies_only
from agencies.models import Disclosure, Result, ResultLetter
from agencies.permissions import can_disclose, can_object
from agencies.queries.published import own_disclosures
from agencies.queries.result import objections_of, scored_of
from agencies.queries.result_names import indicators_in, names_in
from agencies.shown_result import working_of
from agencies.workflow.disclosure import post_disclosure
from agencies.workflow.objection import object_to
from core.access_log import note_access
from core.files import serve_copy
from core.forms import carried_out, filled
from core.models import AccessEntry
from core.tenancy import find_or_404
from desk.pages import desk_page

READERS = (Role.OFFICER, Role.MANAGER, Role.DIRECTOR, Role.AUDITOR, Role.OBSERVER)


@staff(*READERS)
@agencies_only
def own_results(request):
    """All years; the one that still moves comes first."""
    rows = Result.objects.visible_to(request.actor).order_by("-year")
    return desk_page(request, "desk/management_own_results.html", {
        "rows": rows, "disclosures": {one.result_id: one for one in own_disclosures(request.actor)}})


def found(request, public_id):
    row = find_or_404(Result, request.actor, public_id=public_id, assessed=request.agency)
    note_access(request, row, "management.result")
    return row


@staff(*READERS)
@agencies_only
def own_result(request, public_id):
    row, actor = found(request, public_id), request.actor
    part = row.participation
    return desk_page(request, "desk/management_own_result.html", {
        "result": row, "working": working_of(scored_of(row), names_in(actor, part.indicator_set), row.feedback),
        "objections": objections_of(actor, row), "is_open": is_open(request, row),
        "may_object": can_object(actor) and is_open(request, row),
        "letters": ResultLetter.objects.visible_to(actor).filter(result=row),
        "disclosure": Disclosure.objects.visible_to(actor).filter(result=row).first()})


def is_open(request, row):
    """Whether what arrives now is in time."""
    return not row.is_final and request.arrived_at < row.objections_until


@staff(Role.OFFICER, Role.MANAGER)
@agencies_only
def object_to_result(request, public_id):
    row = found(request, public_id)
    taken = [one.indicator_id for one, _answer in objections_of(request.actor, row)]
    left = [one for one in indicators_in(request.actor, row.participation.indicator_set) if one.pk not in taken]
    form = ObjectionForm(filled(request), indicators=left, with_bonus=None not in taken)
    if carried_out(request, form, lambda said: object_to(
            row, form.about(), grounds=said["grounds"], arrived_at=request.arrived_at, actor=request.actor),
            _("The objection is sent to the Central institute.")):
        return redirect("management_own_result", public_id)
    return desk_page(request, "desk/management_object.html", {"result": row, "form": form, "is_open": is_open(request, row)})


@staff(*READERS)
@agencies_only
def letter(request, public_id):
    row = find_or_404(ResultLetter, request.actor, public_id=public_id, assessed=request.agency)
    if not row.path:
        raise Http404
    note_access(request, row, "letter.download", kind=AccessEntry.Kind.DOWNLOAD)
    return serve_copy(row)


@staff(Role.MANAGER, Role.DIRECTOR, Role.OFFICER, Role.AUDITOR)
@agencies_only
def disclose(request, public_id):
    """The clock of thirty days, and the button that posts it."""
    row = find_or_404(Disclosure, request.actor, public_id=public_id, agency=request.agency)
    may_post = can_disclose(request.actor) and row.published_at is None
    form = DiscloseForm(filled(request)) if may_post else None
    if form and carried_out(request, form, lambda said: post_disclosure(row, **said, actor=request.actor),
                            _("It stands on the public page.")):
        return redirect("management_disclose", public_id)
    return desk_page(request, "desk/management_disclose.html", {"row": row, "form": form})
