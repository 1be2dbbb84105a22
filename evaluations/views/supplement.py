"""What the agency asks a provider for: the request as a list of tasks, one item with its text and files, handing in."""
from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.guards import signed_in
from core.errors import Refused
from core.forms import UploadField, filled
from core.tenancy import found
from evaluations import permissions, queries, workflow
from evaluations.forms.supplement import ReplyForm
from evaluations.views.answer import CONFLICT, UNPROCESSABLE, kept_under, saved_when
from evaluations.views.drawer import OFFERED, chosen, for_each
from evaluations.views.places import Replied
from evaluations.workflow.supplement_answer import is_answered, why_closed
from providers import workflow as providers

LIST, PAGE = "evaluations/portal/supplement.html", "evaluations/portal/supplement_item.html"


@signed_in
def supplement(request, public_id):
    """The items as tasks; a post hands in, and asks once more where something is not answered."""
    asked = queries.own_supplement(request.actor, public_id)
    if asked is None:
        raise Http404
    if request.method != "POST":
        return list_page(request, asked)
    try:
        workflow.answer_supplement(asked, is_all="is_all" in request.POST, actor=request.actor, arrived_at=request.arrived_at)
        messages.success(request, _("Your supplement has arrived. Its receipt is being made."))
    except Refused as refusal:
        if refusal.field == "is_all":
            return list_page(request, asked, status=UNPROCESSABLE, asks_once_more=True)
        messages.warning(request, str(refusal))
    return redirect("portal_application", asked.application.public_id)


def list_page(request, asked, status=200, **more):
    application, replies = asked.application, list(queries.replies_of(request.actor, asked))
    still = [reply for reply in replies if reply.item.withdrawn_at is None]
    done = [reply for reply in still if is_answered(reply)]
    answered = next((one for one in queries.supplements_of(request.actor, application) if one.request.pk == asked.pk), None)
    return render(request, LIST, {
        "application": application, "asked": asked, "tasks": [(reply, state_of(reply), word_of(reply)) for reply in replies],
        "missing": [reply for reply in still if reply not in done], "done": len(done), "total": len(still),
        "is_open": asked.is_open(), "answered": answered, "may_submit": permissions.can_submit(request.actor, application),
        "first": next((reply for reply in still if reply not in done), None), **more}, status=status)


def state_of(reply):
    if reply.item.withdrawn_at:
        return "closed"
    return "done" if is_answered(reply) else "todo"


def word_of(reply):
    return {"closed": _("no longer asked for"), "done": _("answered"), "todo": _("not yet")}[state_of(reply)]


@signed_in
def supplement_item(request, public_id):
    """One form: every button saves the text, documents are kept apart from it. Too late, the text stays on the page."""
    reply = found(queries.own_replies(request.actor), public_id)
    form = ReplyForm(filled(request), initial={"explanation": reply.text, "version": reply.version})
    if request.method != "POST":
        return item_page(request, reply, form)
    try:
        return kept(request, reply, form)
    except Refused as refusal:
        return item_page(request, reply, form, status=CONFLICT, closed=str(refusal))


def kept(request, reply, form):
    closed = why_closed(reply.item, request.arrived_at)
    if closed:
        return item_page(request, reply, form, status=CONFLICT, closed=closed)
    turned_away = change_documents(request, Replied(reply))
    if not form.is_valid():
        return item_page(request, reply, form, status=UNPROCESSABLE, turned_away=turned_away)
    saved = workflow.save_reply(reply, text=form.cleaned_data["explanation"], base_version=form.cleaned_data["version"],
                                actor=request.actor, arrived_at=request.arrived_at)
    if saved.conflict:
        return item_page(request, reply, form, status=CONFLICT, theirs=saved.answer)
    return after_saving(request, saved.answer, form, turned_away)


def after_saving(request, reply, form, turned_away):
    if request.htmx:
        return render(request, f"{PAGE}#saved", {"answer": reply, "saved_when": saved_when(reply)})
    if turned_away:
        form = ReplyForm(initial=form.cleaned_data | {"version": reply.version})
        return item_page(request, reply, form, turned_away=turned_away)
    return HttpResponseRedirect(way_on(request, reply))


def way_on(request, reply):
    """The next item that is not answered, the list, or this page again where the documents are."""
    pressed, here = request.POST.get("do", ""), reverse("portal_supplement_item", args=[reply.public_id])
    if stays_at_files(request):
        return f"{here}#evidence"
    following = after(list(queries.replies_of(request.actor, reply.item.request_id)), reply) if pressed == "next" else None
    if following:
        return reverse("portal_supplement_item", args=[following.public_id])
    return reverse("portal_supplement", args=[reply.item.request.public_id])


def after(replies, reply):
    """The next one that is still asked for, or None."""
    return next((one for one in replies if one.item.position > reply.item.position and one.item.withdrawn_at is None), None)


def change_documents(request, place):
    """Uploads, choices of the library, removals. Returns [(name, sentence)] of what was not taken. `place`: Replied or Commented."""
    actor, uploads, who = request.actor, request.FILES.getlist("files"), {"actor": request.actor, "arrived_at": request.arrived_at}
    library = queries.own_evidence(actor).filter(provider=place.provider)
    refused = for_each(uploads, lambda upload: place.attach_upload(upload, **who))
    came = len(uploads) - len(refused)
    refused += for_each(chosen(request, library, "document"), lambda document: place.attach_evidence(document, **who))
    for link in chosen(request, place.links(actor), "remove"):
        place.detach(link, **who)
    for upload in chosen(request, queries.half_uploads_of(actor, place.words), "discard"):
        providers.discard_upload(upload, actor=actor)
    if came:
        messages.success(request, ngettext("%(count)d file has arrived.", "%(count)d files have arrived.", came) % {"count": came})
    return refused


def stays_at_files(request):
    """Whether the button belongs to the files: then the page opens there again."""
    return request.POST.get("do", "") in ("upload", "library") or "remove" in request.POST or "discard" in request.POST


def item_page(request, reply, form, *, status=200, closed="", **more):
    actor, asked = request.actor, reply.item.request
    application, replies = asked.application, list(queries.replies_of(actor, asked))
    links, closed = list(queries.documents_beside(reply)), closed or why_closed(reply.item, request.arrived_at)
    attached = [link.evidence_id for link in links]
    may_write = not closed and permissions.can_write_supplement(actor, application)
    template = f"{PAGE}#trouble" if request.htmx else PAGE
    return render(request, template, {
        "answer": reply, "item": reply.item, "asked": asked, "application": application, "form": form, "links": links,
        "saved_when": saved_when(reply), "upload": UploadField(), "closed": closed, "may_write": may_write,
        "upload_place": Replied(reply).words, "half_uploads": list(queries.half_uploads_of(actor, Replied(reply).words)),
        "was_typed": request.method == "POST", "person": kept_under(actor), "following": after(replies, reply),
        "library": list(queries.library_of(actor, application.provider).exclude(pk__in=attached)[:OFFERED]) if may_write else [],
        "place": next(place for place, one in enumerate(replies, 1) if one.pk == reply.pk), "total": len(replies), **more}, status=status)
