"""One area, criterion or indicator at the desk: added, written, moved, removed while it is a draft; read with its errata after."""
from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from certification import permissions, queries, workflow
from certification.forms.edition import AreaForm, CriterionForm, ErratumForm, IndicatorForm
from certification.models import Area, Criterion, Indicator
from certification.wording import fields_of, label_of, text_of
from core.errors import Refused
from core.forms import carried_out, filled, refused_in
from core.tenancy import current_agency_id, find_or_404
from desk.pages import desk_page
from desk.views.edition import DRAFTERS, PUBLISHERS, READERS, found_edition

FORMS = {"area": AreaForm, "criterion": CriterionForm, "indicator": IndicatorForm}
MODELS = {"area": Area, "criterion": Criterion, "indicator": Indicator}
CONFLICT = 409


@staff(*DRAFTERS)
def add_area(request, public_id):
    return added(request, found_edition(request, public_id), "area")


@staff(*DRAFTERS)
def add_criterion(request, public_id):
    area = found_row(request, "area", public_id)
    return added(request, area.version, "criterion", area=area)


@staff(*DRAFTERS)
def add_indicator(request, public_id):
    criterion = found_row(request, "criterion", public_id)
    return added(request, criterion.version, "indicator", criterion=criterion)


def added(request, version, kind, **above):
    """The empty form, with a code that is free; the row stands at the end of what it was added to."""
    form = form_of(request, kind, version, initial={"code": next_code(request.actor, version, kind, *above.values()), **above})
    if request.method == "POST" and form.is_valid():
        try:
            row = workflow.add_row(MODELS[kind], version, form.texts(), actor=request.actor)
        except Refused as refusal:
            refused_in(form, refusal)
        else:
            messages.success(request, _("It is added to the draft."))
            return redirect(f"desk_{kind}", row.public_id)
    return desk_page(request, "desk/edition_row.html", {"form": form, "version": version, "kind": kind})


def next_code(actor, version, kind, above=None):
    """The first that is free after those beside it: 3.1.4."""
    taken = {row.code for rows in queries.rows_of(actor, version).values() for row in rows}
    stem = f"{above.code}." if above else ""
    return next(f"{stem}{number}" for number in range(1, len(taken) + 2) if f"{stem}{number}" not in taken)


@staff(*READERS)
def edition_row(request, public_id, kind):
    """A draft's row is a form for those who draft, words for all others."""
    row = found_row(request, kind, public_id)
    if row.version.published_at or not permissions.can_draft_framework(request.actor):
        return words_of(request, row)
    form = form_of(request, kind, row.version, instance=row)
    if request.method != "POST":
        return row_page(request, row, form)
    return written(request, row, form)


def written(request, row, form):
    """Kept and read again; too late: both texts."""
    if form.is_valid():
        try:
            saved = workflow.save_row(row, form.texts(), base=form.cleaned_data["base"], actor=request.actor)
        except Refused as refusal:
            refused_in(form, refusal)
        else:
            if saved.conflict:
                return row_page(request, saved.row, form, status=CONFLICT, theirs=form.against(saved.row), base=saved.row.revision)
            messages.success(request, _("It is saved in the draft."))
            return redirect(f"desk_{row.kind}", row.public_id)
    return row_page(request, row, form, base=request.POST.get("base", ""))


@require_POST
@staff(*DRAFTERS)
def move_row(request, public_id, kind, up):
    row = found_row(request, kind, public_id)
    workflow.move_row(row, up=up, actor=request.actor)
    return redirect(f"{reverse('desk_edition', args=[row.version.public_id])}#{kind}-{row.public_id}")


@require_POST
@staff(*DRAFTERS)
def remove_row(request, public_id, kind):
    row = found_row(request, kind, public_id)
    workflow.remove_row(row, actor=request.actor)
    messages.success(request, _("%(row)s is removed from the draft.") % {"row": row})
    return redirect("desk_edition", row.version.public_id)


@staff(*PUBLISHERS)
def note_erratum(request, public_id, kind):
    row = found_row(request, kind, public_id)
    form = ErratumForm(filled(request), kind=kind)
    if carried_out(request, form, lambda said: workflow.note_erratum(row, **said, actor=request.actor),
                   _("The erratum stands beside the text, on the public page too.")):
        return redirect(f"desk_{kind}", public_id)
    return words_of(request, row, form)


def found_row(request, kind, public_id):
    return find_or_404(MODELS[kind], request.actor, public_id=public_id, agency=current_agency_id())


def form_of(request, kind, version, **given):
    return FORMS[kind](filled(request), actor=request.actor, **given, **({} if kind == "area" else {"version": version}))


def row_page(request, row, form, *, status=200, **more):
    missing = [sentence for other, sentence in queries.missing_in(queries.rows_of(request.actor, row.version)) if other == row]
    about = list(queries.improvements_for(request.actor, row)) if row.kind == "indicator" else []
    return desk_page(request, "desk/edition_row.html", {
        "row": row, "version": row.version, "kind": row.kind, "form": form, "base": row.revision, "missing": missing,
        "improvements": about} | more, status=status)


def words_of(request, row, erratum=None):
    """Every text as it stands, its errata, and for the manager the form of another one."""
    may_note = row.version.published_at and permissions.can_publish_framework(request.actor)
    [row] = queries.with_errata(queries.errata_of(request.actor, row.version), [row])
    texts = [(label_of(name), text_of(row, name)) for name in fields_of(row.kind)]
    return desk_page(request, "desk/edition_words.html", {
        "row": row, "version": row.version, "kind": row.kind, "texts": texts,
        "form": (erratum or ErratumForm(kind=row.kind)) if may_note else None})
