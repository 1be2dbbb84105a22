"""The drawer of documents beside an answer or a document of the round: what it shows, and what its buttons do without any script."""
from django.contrib import messages
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.errors import Refused
from core.file_names import clean_name
from core.forms import UploadField
from evaluations import queries, workflow
from evaluations.documents import ends_on, expires_early
from evaluations.models import Answer, AnswerEvidence, GivenDocument
from evaluations.views.places import Attached
from providers import workflow as providers

OFFERED = 50                # of the library; the rest is found by its name
CHANGES = ("document", "newer", "remove", "discard")
PRESSED = ("upload", "library", "search")


def drawer_of(request, target, links=None):
    """What the drawer shows. `target`: an Answer or a Slot."""
    actor, application = request.actor, target.application
    place = Attached(target)
    links = list(place.links(actor)) if links is None else links
    for link in links:
        link.expires_early = expires_early(link.evidence, application.round)
    return {"links": links, **offered_to(request, target, links), "upload": UploadField(), "upload_place": place.words,
            "half_uploads": list(queries.half_uploads_of(actor, place.words)), "round_ends": ends_on(application.round)}


def offered_to(request, target, links):
    """What of the library is not beside the question yet, as far as it has the words that are looked for."""
    words, application = request.GET.get("q", ""), target.application
    model, code = (AnswerEvidence, target.indicator.code) if isinstance(target, Answer) else (GivenDocument, target.document.code)
    rows = queries.library_offered(request.actor, application.provider, code=code, model=model, words=words)
    library = list(rows.exclude(lineage__in=[link.evidence.lineage for link in links])[:OFFERED + 1])
    for document in library:
        document.expires_early = expires_early(document, application.round)
    return {"library": library[:OFFERED], "has_more": len(library) > OFFERED, "words": words}


def change_documents(request, target):
    """Uploads, choices of the library, removals, as far as they are asked for. Returns [(name, sentence)] of what was not taken."""
    if not (request.FILES or any(name in request.POST for name in CHANGES)):
        return []
    actor, place = request.actor, Attached(target)
    library = queries.own_evidence(actor).filter(provider=target.application.provider)
    refused = attach_each(request, request.FILES.getlist("files"), target)
    refused += for_each(chosen(request, library, "document"), lambda document: workflow.attach_evidence(target, document, actor=actor))
    refused += for_each(chosen(request, place.links(actor), "newer"), lambda link: workflow.take_newer(link, actor=actor))
    for link in chosen(request, place.links(actor), "remove"):
        workflow.detach_evidence(link, actor=actor)
    for upload in chosen(request, queries.half_uploads_of(actor, place.words), "discard"):
        providers.discard_upload(upload, actor=actor)
    return refused


def attach_each(request, uploads, target):
    """New files, each with its receipt; what the library had already is said by its name."""
    came = []
    refused = for_each(uploads, lambda upload: came.append(workflow.attach_upload(target, upload, actor=request.actor)))
    if came:
        words = ngettext("%(count)d file has arrived.", "%(count)d files have arrived.", len(came))
        messages.success(request, words % {"count": len(came)})
    for name in [link.evidence.name for link, is_new in came if not is_new]:
        messages.info(request, _("The library had this content already, as “%(name)s”. That document is used; nothing is kept twice.")
                      % {"name": name})
    return refused


def for_each(documents, work):
    """One that is refused does not hold up the others. Returns [(name, sentence)] of those."""
    refused = []
    for document in documents:
        try:
            work(document)
        except Refused as refusal:
            name = getattr(document, "name", "") or getattr(document, "evidence", "")
            refused.append((clean_name(str(name)), str(refusal)))
    return refused


def chosen(request, rows, name):
    """Those of the rows whose public ids were sent under this name; whatever else was sent is nobody's."""
    wanted = set(request.POST.getlist(name))
    return [row for row in rows if str(row.public_id) in wanted] if wanted else []


def stays_at_drawer(request):
    """Whether the button belongs to the drawer: then the page opens there again."""
    return request.POST.get("do", "") in PRESSED or any(name in request.POST for name in ("remove", "newer", "discard"))


def search_of(request):
    """The query of the address after a search in the library."""
    words = request.POST.get("q", "").strip() if request.POST.get("do") == "search" else ""
    return {"q": words} if words else {}
