"""One field, area or indicator of a set at the Central institute's desk: written while it is a draft, read as a card after."""
from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from agencies import permissions, queries, workflow
from agencies.forms.indicator_rows import (
    AreaOfSetForm,
    FieldForm,
    FigureForms,
    SetIndicatorForm,
    figures_in,
    figures_text,
    label_of_figures,
)
from agencies.houses import central_only
from agencies.models import EvaluationArea, EvaluationField, ManagementIndicator
from agencies.queries.indicator_set import facts_of_figures
from core.errors import Refused
from core.forms import filled, refused_in
from core.tenancy import current_agency_id, find_or_404
from desk.pages import desk_page
from desk.views.management_set import CONFLICT, KEEPERS, READERS, found_set

FORMS = {"field": FieldForm, "area": AreaOfSetForm, "indicator": SetIndicatorForm}
MODELS = {"field": EvaluationField, "area": EvaluationArea, "indicator": ManagementIndicator}


@staff(*KEEPERS)
@central_only
def add_field(request, public_id):
    return added(request, found_set(request, public_id), "field")


@staff(*KEEPERS)
@central_only
def add_area(request, public_id):
    field = found_row(request, "field", public_id)
    return added(request, field.indicator_set, "area", field=field)


@staff(*KEEPERS)
@central_only
def add_indicator(request, public_id):
    area = found_row(request, "area", public_id)
    return added(request, area.indicator_set, "indicator", area=area)


def added(request, indicator_set, kind, **above):
    """The empty form, with a code that is free; the row stands at the end of what it was added to."""
    form = form_of(request, kind, indicator_set, initial={"code": next_code(request.actor, indicator_set, kind, *above.values()), **above})
    figures = figures_of(request, kind, [])
    if is_right(request, form, figures):
        try:
            row = workflow.add_row(MODELS[kind], indicator_set, form.texts(), figures=figures_in(figures or []), actor=request.actor)
        except Refused as refusal:
            refused_in(form, refusal)
        else:
            messages.success(request, _("It is added to the set."))
            return redirect(f"management_{kind}", row.public_id)
    return desk_page(request, "desk/management_row.html", {"form": form, "figures": figures, "set": indicator_set, "kind": kind})


def next_code(actor, indicator_set, kind, above=None):
    """The first that is free after those beside it: C, A3, A1-4."""
    taken = {row.code for rows in queries.rows_of(actor, indicator_set).values() for row in rows}
    tries = (f"{above.code}{'-' if kind == 'indicator' else ''}{number}" for number in range(1, len(taken) + 2)) if above else (
        chr(letter) for letter in range(ord("A"), ord("Z") + 1))
    return next((code for code in tries if code not in taken), "")


@staff(*READERS)
@central_only
def set_row(request, public_id, kind):
    """A draft's row is a form for those who keep the set, a card for all others."""
    row = found_row(request, kind, public_id)
    if row.indicator_set.published_at or not permissions.can_keep_set(request.actor):
        history = queries.history_of(request.actor, row) if kind == "indicator" else []
        return desk_page(request, "desk/management_card.html", {"row": row, "set": row.indicator_set, "kind": kind, "history": history})
    form = form_of(request, kind, row.indicator_set, instance=row)
    figures = figures_of(request, kind, facts_of_figures(row) if kind == "indicator" else [])
    return written(request, row, form, figures) if is_right(request, form, figures) else row_page(request, row, form, figures)


def is_right(request, form, figures):
    """Both are asked, so that all that is wrong is said at once."""
    answers = [form.is_valid(), figures is None or figures.is_valid()] if request.method == "POST" else [False]
    return all(answers)


def written(request, row, form, figures):
    """Kept and read again; too late: both texts."""
    said = None if figures is None else figures_in(figures)
    try:
        saved = workflow.save_row(row, form.texts(), figures=said, base=form.cleaned_data["base"], actor=request.actor)
    except Refused as refusal:
        refused_in(form, refusal)
        return row_page(request, row, form, figures)
    if saved.conflict:
        return row_page(request, saved.row, form, figures, status=CONFLICT, base=saved.row.revision, theirs=both(saved.row, form, said))
    messages.success(request, _("It is saved in the set."))
    return redirect(f"management_{row.kind}", row.public_id)


def both(row, form, said):
    """[(label, what was typed, what stands there by now)], figures too."""
    texts = form.against(row)
    mine, their = (figures_text(said), figures_text(facts_of_figures(row))) if said is not None else ("", "")
    return texts + ([(label_of_figures(), mine, their)] if mine != their else [])


@require_POST
@staff(*KEEPERS)
@central_only
def move_row(request, public_id, kind, up):
    row = found_row(request, kind, public_id)
    workflow.move_row(row, up=up, actor=request.actor)
    return redirect(f"{reverse('management_set', args=[row.indicator_set.public_id])}#{kind}-{row.public_id}")


@require_POST
@staff(*KEEPERS)
@central_only
def remove_row(request, public_id, kind):
    row = found_row(request, kind, public_id)
    workflow.remove_row(row, actor=request.actor)
    messages.success(request, _("%(row)s is removed from the set.") % {"row": row})
    return redirect("management_set", row.indicator_set.public_id)


def found_row(request, kind, public_id):
    return find_or_404(MODELS[kind], request.actor, public_id=public_id, agency=current_agency_id())


def form_of(request, kind, indicator_set, **given):
    more = {} if kind == "field" else {"indicator_set": indicator_set}
    return FORMS[kind](filled(request), actor=request.actor, **given, **more)


def figures_of(request, kind, stands):
    return FigureForms(filled(request), initial=stands, prefix="figures") if kind == "indicator" else None


def row_page(request, row, form, figures, *, status=200, **more):
    problems = queries.problems_of(request.actor, row.indicator_set)
    base = request.POST.get("base", "") if request.method == "POST" else row.revision
    return desk_page(request, "desk/management_row.html", {
        "row": row, "set": row.indicator_set, "kind": row.kind, "form": form, "figures": figures, "base": base,
        "missing": [one.sentence for one in problems if one.row == row]} | more, status=status)
