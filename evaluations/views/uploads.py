"""Files in parts, for the script of the drawer: begun, asked about, taken part by part, finished, given up. Whoever sends it, alone."""
from django.http import JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.guards import signed_in
from core.tenancy import find_or_404
from core.wording import moment_in_words, size_in_words
from evaluations.forms.evidence import PartForm, UploadForm
from evaluations.views.places import place_of
from providers import workflow
from providers.models import Upload

CONFLICT, UNPROCESSABLE = 409, 422


def wrong(form):
    return JsonResponse({"refusal": " ".join(words for several in form.errors.values() for words in several)}, status=UNPROCESSABLE)


@require_POST
@signed_in
def begin_upload(request):
    form = UploadForm(request.POST)
    if not form.is_valid():
        return wrong(form)
    facts = form.cleaned_data
    place = place_of(request.actor, facts.pop("place"))
    return JsonResponse(state_of(place.begin(request.actor, **facts)))


@signed_in
def upload(request, public_id):
    """How much of it is there: where to go on after whatever happened."""
    return JsonResponse(state_of(find_or_404(Upload, request.actor, public_id=public_id)))


@require_POST
@signed_in
def upload_part(request, public_id):
    form = PartForm({"offset": request.headers.get("Upload-Offset"), "sha256": request.headers.get("Upload-Sha256")})
    if not form.is_valid():
        return wrong(form)
    content = request.body                                  # before the lock: a slow sender holds up nobody
    upload = find_or_404(Upload, request.actor, public_id=public_id)
    part = workflow.take_part(upload, content=content, actor=request.actor, **form.cleaned_data)
    return JsonResponse(state_of(part.upload), status=200 if part.was_taken else CONFLICT)


@require_POST
@signed_in
def finish_upload(request, public_id):
    """Called again it answers the same; `attached` is the list of the drawer as it stands now."""
    upload = find_or_404(Upload, request.actor, public_id=public_id)
    place = place_of(request.actor, upload.place)
    upload = place.finish(request.actor, upload)
    links = place.links(request.actor)
    attached = links is not None and render_to_string(
        "evaluations/portal/parts/attached.html", {"links": list(links), "may_write": True}, request)
    then = place.page_after(upload.evidence) if upload.evidence else ""
    return JsonResponse(state_of(upload) | {"attached": attached or "", "then": then}, status=UNPROCESSABLE if upload.refusal else 200)


@require_POST
@signed_in
def discard_upload(request, public_id):
    workflow.discard_upload(find_or_404(Upload, request.actor, public_id=public_id), actor=request.actor)
    return JsonResponse({})


def state_of(upload):
    """What the script goes on from; once it is finished, the receipt or the reason."""
    address = reverse("portal_upload", args=[upload.public_id])
    state = {"address": address, "received": upload.received, "size": upload.size, "part": workflow.PART,
             "finished": upload.finished_at is not None, "refusal": upload.refusal}
    return state | ({"receipt": receipt_of(upload.evidence, upload.was_there)} if upload.evidence else {})


def receipt_of(evidence, was_there):
    file = evidence.file
    return {"name": evidence.name, "size": size_in_words(file.size), "sha256": file.sha256, "at": moment_in_words(evidence.added_at),
            "scan": file.scan_state, "was_there": was_there}
