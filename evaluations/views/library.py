"""A provider's library: every document it has given, where each is used, what it covers, and its versions."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import signed_in
from core.access_log import note_access
from core.forms import UploadField, carried_out, filled
from core.tenancy import found
from evaluations import queries
from evaluations.documents import expires_early
from evaluations.forms.evidence import NewerForm, PeriodForm
from evaluations.views.drawer import for_each
from evaluations.views.places import Kept, Replacing
from providers import workflow
from providers.permissions import can_edit

PAGE = 50


@signed_in
def library(request, public_id):
    provider, actor = found(queries.own_libraries(request.actor), public_id), request.actor
    if actor.is_staff:
        note_access(request, provider, "provider.library")
    turned_away = take_in(request, provider) if request.method == "POST" else []
    if request.method == "POST" and not turned_away:
        return redirect("portal_library", public_id)
    place, words = Kept(provider), request.GET.get("q", "")
    page = Paginator(queries.library_found(actor, provider, words), PAGE).get_page(request.GET.get("page"))
    uses = queries.uses_of(actor, page.object_list)
    return render(request, "evaluations/library/library.html", {
        "provider": provider, "page": page, "rows": [(one, uses[one.lineage], warning_of(one, uses[one.lineage])) for one in page],
        "words": words, "turned_away": turned_away, "upload": UploadField(), "may_write": can_edit(actor, provider),
        "half_uploads": list(queries.half_uploads_of(actor, place.words)), "upload_place": place.words})


def take_in(request, provider):
    """New documents, and uploads given up. Returns [(name, sentence)] of what was not taken."""
    def add(upload):
        taken = workflow.take_into_library(provider, upload, actor=request.actor)
        words = _("The library had this content already, as “%(name)s”. Nothing is kept twice.")
        words = _("“%(name)s” has arrived.") if taken.is_new else words
        messages.success(request, words % {"name": taken.evidence.name})

    half = queries.half_uploads_of(request.actor, Kept(provider).words)
    for upload in half.filter(public_id__in=request.POST.getlist("discard")):
        workflow.discard_upload(upload, actor=request.actor)
    return for_each(request.FILES.getlist("files"), add)


def warning_of(evidence, uses):
    """The draft whose round ends after this document's validity does, or None."""
    drafts = (use.application for use in uses if use.is_draft)
    return next((one for one in drafts if expires_early(evidence, one.round)), None)


@signed_in
def library_document(request, public_id):
    """One document: what it covers, its versions, where it is used. Saying more of it is done here too."""
    evidence, actor = found(queries.own_evidence(request.actor), public_id), request.actor
    about = {name: getattr(evidence, name) for name in ("covers_from", "covers_to", "expires_on")}
    form = PeriodForm(filled(request), initial=about)
    if carried_out(request, form, lambda facts: workflow.describe_evidence(evidence, actor=actor, **facts), _("Your changes are saved.")):
        return redirect("portal_library_document", public_id)
    return document_page(request, evidence, form)


def document_page(request, evidence, form, newer=None):
    actor, place = request.actor, Replacing(evidence)
    uses = queries.uses_of(actor, [evidence])[evidence.lineage]
    return render(request, "evaluations/library/document.html", {
        "evidence": evidence, "provider": evidence.provider, "form": form, "newer": newer or NewerForm(), "uses": uses,
        "versions": list(queries.versions_of(actor, evidence)), "warning": warning_of(evidence, uses), "upload": UploadField(),
        "may_write": evidence.is_in_use and can_edit(actor, evidence.provider), "upload_place": place.words,
        "half_uploads": list(queries.half_uploads_of(actor, place.words))})


@signed_in
def replace_document(request, public_id):
    evidence = found(queries.own_evidence(request.actor), public_id)
    newer = NewerForm(filled(request), request.FILES or None)

    def replace(given):
        return workflow.replace_evidence(evidence, given["file"], actor=request.actor)

    if came := carried_out(request, newer, replace, _("The new version is kept. Drafts that use the old one are offered it.")):
        return redirect("portal_library_document", came.public_id)
    about = {name: getattr(evidence, name) for name in ("covers_from", "covers_to", "expires_on")}
    return document_page(request, evidence, PeriodForm(initial=about), newer)


@require_POST
@signed_in
def remove_document(request, public_id):
    evidence = found(queries.own_evidence(request.actor), public_id)
    workflow.remove_evidence(evidence, actor=request.actor)
    messages.success(request, _("“%(name)s” is out of the library. What was handed in keeps it.") % {"name": evidence.name})
    return redirect("portal_library", evidence.provider.public_id)
