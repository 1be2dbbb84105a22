"""One thing that is written for the agency, with files beside it: kept while one writes, and too late the text stays on the page."""
from abc import ABC, abstractmethod

from django.http import HttpResponseRedirect
from django.shortcuts import render

from core.errors import Refused
from core.forms import UploadField, filled
from evaluations import queries
from evaluations.views.answer import CONFLICT, UNPROCESSABLE, kept_under, saved_when
from evaluations.views.drawer import OFFERED
from evaluations.views.supplement import change_documents, stays_at_files

PAGE = "evaluations/portal/written.html"


class WrittenPage(ABC):
    """What the page asks of the thing: subclasses say `place`, `form`, `keeps` (the fields that a browser keeps) and the rest; `template`
    where more is asked than an explanation: it extends this one."""

    template = PAGE
    place: type
    form: type
    keeps: str

    def __init__(self, row):
        self.row = row

    @property
    def files(self):
        return self.place(self.row)

    @abstractmethod
    def initial(self):
        """What stands there now."""

    @abstractmethod
    def why_closed(self, request):
        """The sentence for whoever comes too late, or empty."""

    @abstractmethod
    def may_write(self, actor):
        """Whether they may write it at all; the days are asked apart."""

    @abstractmethod
    def save(self, given, request):
        """Returns Saved."""

    @abstractmethod
    def addresses(self):
        """(its own page, its place in the whole)."""

    @abstractmethod
    def words(self):
        """What is this thing's own on the page: application, part, heading, ground_head, ground, last_day, hint, save, back."""


def written(request, page):
    """One form: every button saves the text, documents are kept apart from it."""
    form = page.form(filled(request), initial=page.initial())
    if request.method != "POST":
        return shown(request, page, form)
    try:
        return kept(request, page, form)
    except Refused as refusal:
        return shown(request, page, form, status=CONFLICT, closed=str(refusal))


def kept(request, page, form):
    closed = page.why_closed(request)
    if closed:
        return shown(request, page, form, status=CONFLICT, closed=closed)
    turned_away = change_documents(request, page.files)
    if not form.is_valid():
        return shown(request, page, form, status=UNPROCESSABLE, turned_away=turned_away)
    saved = page.save(form.cleaned_data, request)
    if saved.conflict:
        return shown(request, page, form, status=CONFLICT, theirs=saved.answer)
    return after_saving(request, type(page)(saved.answer), form, turned_away)


def after_saving(request, page, form, turned_away):
    if request.htmx:
        return render(request, f"{PAGE}#saved", {"answer": page.row, "saved_when": saved_when(page.row)})
    if turned_away:
        form = page.form(initial=form.cleaned_data | {"version": page.row.version})
        return shown(request, page, form, turned_away=turned_away)
    here, whole = page.addresses()
    return HttpResponseRedirect(f"{here}#evidence" if stays_at_files(request) else whole)


def shown(request, page, form, *, status=200, closed="", **more):
    actor, row, files = request.actor, page.row, page.files
    links, closed = list(queries.documents_beside(row)), closed or page.why_closed(request)
    may_write = not closed and page.may_write(actor)
    library = queries.library_of(actor, files.provider).exclude(pk__in=[link.evidence_id for link in links])
    here, whole = page.addresses()
    return render(request, f"{PAGE}#trouble" if request.htmx else page.template, {
        "answer": row, "form": form, "links": links, "here": here, "whole": whole, "keeps": page.keeps, **page.words(),
        "saved_when": saved_when(row), "upload": UploadField(), "closed": closed, "may_write": may_write, "upload_place": files.words,
        "half_uploads": list(queries.half_uploads_of(actor, files.words)), "was_typed": request.method == "POST",
        "person": kept_under(actor), "library": list(library[:OFFERED]) if may_write else [], **more}, status=status)
