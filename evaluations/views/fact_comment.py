"""One fact of the draft report and what the provider says to it: kept while one writes, with files. Too late, the text stays."""
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from accounts.guards import signed_in
from core.errors import Refused
from core.forms import UploadField, filled
from evaluations import permissions, queries, workflow
from evaluations.draft_report import in_words
from evaluations.forms.fact_check import CommentForm
from evaluations.views.answer import CONFLICT, UNPROCESSABLE, kept_under, saved_when
from evaluations.views.drawer import OFFERED
from evaluations.views.places import Commented
from evaluations.views.portal import found
from evaluations.views.supplement import change_documents, stays_at_files
from evaluations.workflow.fact_check import why_closed

PAGE = "evaluations/portal/fact_comment.html"


@signed_in
def fact_comment(request, public_id):
    """One form: every button saves the text, documents are kept apart from it."""
    comment = found(queries.own_comments(request.actor), public_id)
    form = CommentForm(filled(request), initial={"kind": comment.kind, "explanation": comment.text, "version": comment.version})
    if request.method != "POST":
        return comment_page(request, comment, form)
    try:
        return kept(request, comment, form)
    except Refused as refusal:
        return comment_page(request, comment, form, status=CONFLICT, closed=str(refusal))


def kept(request, comment, form):
    closed = why_closed(comment.fact.check_of, request.arrived_at)
    if closed:
        return comment_page(request, comment, form, status=CONFLICT, closed=closed)
    turned_away = change_documents(request, Commented(comment))
    if not form.is_valid():
        return comment_page(request, comment, form, status=UNPROCESSABLE, turned_away=turned_away)
    given = form.cleaned_data
    saved = workflow.save_comment(comment, kind=given["kind"], text=given["explanation"], base_version=given["version"],
                                  actor=request.actor, arrived_at=request.arrived_at)
    if saved.conflict:
        return comment_page(request, comment, form, status=CONFLICT, theirs=saved.answer)
    return after_saving(request, saved.answer, form, turned_away)


def after_saving(request, comment, form, turned_away):
    if request.htmx:
        return render(request, f"{PAGE}#saved", {"answer": comment, "saved_when": saved_when(comment)})
    if turned_away:
        form = CommentForm(initial=form.cleaned_data | {"version": comment.version})
        return comment_page(request, comment, form, turned_away=turned_away)
    here = reverse("portal_fact_comment", args=[comment.public_id])
    report = reverse("portal_report", args=[comment.fact.check_of.application.public_id])
    return HttpResponseRedirect(f"{here}#evidence" if stays_at_files(request) else f"{report}#fact-{comment.fact.position}")


def comment_page(request, comment, form, *, status=200, closed="", **more):
    actor, check = request.actor, comment.fact.check_of
    application, place = check.application, Commented(comment)
    links, closed = list(queries.documents_beside(comment)), closed or why_closed(check, request.arrived_at)
    may_write = not closed and permissions.can_comment(actor, application)
    library = queries.library_of(actor, application.provider).exclude(pk__in=[link.evidence_id for link in links])
    return render(request, f"{PAGE}#trouble" if request.htmx else PAGE, {
        "answer": comment, "fact": comment.fact, "seen": in_words(comment.fact.seen), "check": check, "application": application,
        "form": form, "links": links, "saved_when": saved_when(comment), "upload": UploadField(), "closed": closed,
        "may_write": may_write, "upload_place": place.words, "half_uploads": list(queries.half_uploads_of(actor, place.words)),
        "was_typed": request.method == "POST", "person": kept_under(actor), "library": list(library[:OFFERED]) if may_write else [],
        **more}, status=status)
