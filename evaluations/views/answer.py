"""One indicator: the question, the answer that is kept while one writes, the documents that support it."""
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import ngettext

from accounts.guards import signed_in
from certification.queries import errata_shown, with_errata
from core import clock, presence
from core.errors import Refused
from core.file_names import clean_name
from core.forms import UploadField, filled
from core.wording import moment_in_words
from evaluations import permissions, queries, workflow
from evaluations.forms.portal import AnswerForm
from evaluations.views.portal import found

PAGE = "evaluations/portal/answer.html"
OFFERED = 100               # of the library, the newest
UNPROCESSABLE, CONFLICT = 422, 409


@signed_in
def answer(request, public_id):
    """One form, so that no button loses what another would have kept: each saves the text; documents are kept apart from it."""
    answer = own_answer(request.actor, public_id)
    form = AnswerForm(filled(request), initial={"rating": answer.rating, "explanation": answer.explanation, "version": answer.version})
    is_open = answer.application.is_writable
    if request.method != "POST":
        return page(request, answer, form) if is_open else redirect("portal_application", answer.application.public_id)
    if not is_open:
        return page(request, answer, form, status=CONFLICT, is_closed=True)
    turned_away = change_documents(request, answer)
    if not form.is_valid():
        return page(request, answer, form, status=UNPROCESSABLE, turned_away=turned_away)
    saved = workflow.save_answer(answer, rating=form.cleaned_data["rating"], explanation=form.cleaned_data["explanation"],
                                 base_version=form.cleaned_data["version"], actor=request.actor)
    return after_saving(request, saved, form, turned_away)


def own_answer(actor, public_id):
    """An answer of one of the actor's own applications; its provider knows what the actor is there."""
    row = found(queries.own_answers(actor), public_id)
    return queries.read_with_role(actor, row, row.application.provider)


def after_saving(request, saved, form, turned_away):
    if saved.is_closed:
        return page(request, saved.answer, form, status=CONFLICT, is_closed=True)
    if saved.conflict:
        return page(request, saved.answer, form, status=CONFLICT, theirs=saved.answer)
    if request.htmx:
        return render(request, f"{PAGE}#saved", {"answer": saved.answer, "saved_when": saved_when(saved.answer)})
    if turned_away:
        form = AnswerForm(initial=form.cleaned_data | {"version": saved.answer.version})
        return page(request, saved.answer, form, turned_away=turned_away)
    return HttpResponseRedirect(way_on(request, saved.answer))


def saved_when(answer):
    """14:03, with the day in front if it was not today."""
    if answer.saved_at is None:
        return ""
    moment = clock.seoul(answer.saved_at)
    return f"{moment:%H:%M}" if moment.date() == clock.today() else moment_in_words(moment)


def way_on(request, answer):
    """The next indicator, the list, or this page again where the documents are."""
    pressed = request.POST.get("do", "")
    if pressed == "next":
        codes = list(queries.answers_of(request.actor, answer.application).values_list("public_id", flat=True))
        after = codes[codes.index(answer.public_id) + 1:]
        return reverse("portal_answer", args=after[:1]) if after else reverse("portal_application", args=[answer.application.public_id])
    here = reverse("portal_answer", args=[answer.public_id])
    return f"{here}#evidence" if pressed in ("upload", "library") or "remove" in request.POST else here


def change_documents(request, answer):
    """Uploads, choices of the library, removals, as far as they are asked for. Returns [(name, sentence)] of what was not taken."""
    actor, uploads = request.actor, request.FILES.getlist("files")
    library = queries.own_evidence(request.actor).filter(provider=answer.application.provider)
    refused = attach_each(uploads, workflow.attach_upload, answer, actor)
    came = len(uploads) - len(refused)
    refused += attach_each(chosen(request, library, "document"), workflow.attach_evidence, answer, actor)
    for link in chosen(request, queries.evidence_of(actor, answer), "remove"):
        workflow.detach_evidence(link, actor=actor)
    if came:
        messages.success(request, ngettext("%(count)d file has arrived.", "%(count)d files have arrived.", came) % {"count": came})
    return refused


def attach_each(documents, attach, answer, actor):
    """One that is refused does not hold up the others. Returns [(name, sentence)] of those."""
    refused = []
    for document in documents:
        try:
            attach(answer, document, actor=actor)
        except Refused as refusal:
            refused.append((clean_name(document.name or ""), str(refusal)))
    return refused


def chosen(request, rows, name):
    """Those of the rows whose public ids were sent under this name; whatever else was sent is nobody's."""
    wanted = set(request.POST.getlist(name))
    return [row for row in rows if str(row.public_id) in wanted] if wanted else []


def company_of(actor, answer):
    """The others who are in this answer just now; and from here on the actor is there too."""
    there = presence.come(answer, actor.user.pk)
    return {"others": list(queries.named(there)) if there else [], "saved_when": saved_when(answer)}


def page(request, answer, form, *, status=200, **more):
    actor, application = request.actor, answer.application
    may_write = application.is_writable and permissions.can_write(actor, application)
    rows = list(queries.answers_of(actor, application))
    place = next(number for number, row in enumerate(rows) if row.pk == answer.pk)
    links = list(queries.evidence_of(actor, answer))
    attached = [link.evidence_id for link in links]
    with_errata(errata_shown(actor, answer.indicator.version_id), [answer.indicator])
    template = f"{PAGE}#trouble" if request.htmx else PAGE
    return render(request, template, {
        "answer": answer, "application": application, "indicator": answer.indicator, "form": form, "links": links,
        "saved_when": saved_when(answer), "upload": UploadField(), "person": kept_under(actor),
        "library": list(queries.library_of(actor, application.provider).exclude(pk__in=attached)[:OFFERED]),
        "place": place + 1, "total": len(rows), "before": rows[place - 1] if place else None,
        "after": rows[place + 1] if place + 1 < len(rows) else None,
        "may_write": may_write, **(company_of(actor, answer) if may_write else {}), **more}, status=status)


def kept_under(actor):
    """What a browser keeps is kept under this: the same for one account, and telling nothing of it."""
    return salted_hmac("typed in this browser", str(actor.user.pk), algorithm="sha256").hexdigest()[:16]
