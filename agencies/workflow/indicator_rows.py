"""The rows of a draft set, one by one: fields, areas and indicators with their figures, added, written, moved, removed."""
from django.db import transaction
from django.utils.translation import gettext as _

from agencies.formula import check_formula, check_names
from agencies.models import EvaluationArea, EvaluationField, ManagementIndicator
from agencies.queries.indicator_set import facts_of_figures
from agencies.workflow.set_content import held, write_figures
from certification.content import CODE
from certification.workflow.framework_content import refuse_unclean
from core.drafts import LAST, Saved, keep_places, overwrite, swapped
from core.workflow import lock, record, refuse_if

ABOVE = {EvaluationArea: "field", ManagementIndicator: "area"}
BELOW = {EvaluationField: (EvaluationArea, "field"), EvaluationArea: (ManagementIndicator, "area")}


@transaction.atomic
def add_row(model, indicator_set, texts, *, figures=(), actor):
    """A new field, area or indicator at the end of what it stands under. Texts may still be missing."""
    indicator_set = held(indicator_set, actor)
    row = model(indicator_set=indicator_set, position=LAST, **texts)
    _refuse_what_cannot_be(row, figures)
    row.save()
    write_figures(indicator_set, {row: figures})
    return _written(indicator_set, row, "added", actor)


@transaction.atomic
def save_row(row, texts, *, figures=None, base, actor):
    """Keep what was typed, however incomplete; `figures` replace those of an indicator. An older page never overwrites a newer text: then
    both are shown. Returns Saved."""
    indicator_set = held(row.indicator_set, actor)
    row = lock(row)
    stands = facts_of_figures(row) if isinstance(row, ManagementIndicator) else []
    if all(getattr(row, name) == value for name, value in texts.items()) and figures in (None, stands):
        return Saved(row)
    if base != row.revision:
        return Saved(row, conflict=True)
    overwrite(row, texts, above=ABOVE.get(type(row)))
    _refuse_what_cannot_be(row, stands if figures is None else figures)
    row.save()
    if figures is not None:
        row.figures.all().delete()
        write_figures(indicator_set, {row: figures})
    return Saved(_written(indicator_set, row, "written", actor, fields=sorted(texts), revision=row.revision))


@transaction.atomic
def move_row(row, *, up, actor):
    """Before or after its neighbour under the same heading; at the end of the row it stays."""
    indicator_set = held(row.indicator_set, actor)
    row = lock(row)
    beside = swapped(_siblings(row), row, up=up)
    if beside is None:
        return row
    keep_places(beside)
    return _written(indicator_set, row, "moved", actor, up=up)


@transaction.atomic
def remove_row(row, *, actor):
    """Out of the draft. What something stands under stays until that is gone."""
    indicator_set = held(row.indicator_set, actor)
    row = lock(row)
    if type(row) in BELOW:
        model, name = BELOW[type(row)]
        refuse_if(model.everything.filter(**{name: row}).exists(), _("Something still stands under it. Move or remove that first."))
    else:
        row.figures.all().delete()
    record(f"indicator_set.{row.kind}_removed", row, actor=actor, indicator_set=indicator_set.pk, code=row.code)
    row.delete()
    _put_in_order(indicator_set)
    return indicator_set


def _written(indicator_set, row, verb, actor, **facts):
    _put_in_order(indicator_set)
    record(f"indicator_set.{row.kind}_{verb}", row, actor=actor, indicator_set=indicator_set.pk, code=row.code, **facts)
    return row


def _put_in_order(indicator_set):
    """Places of all rows from 1, as they are read: an indicator's place counts through the whole set."""
    fields, areas, indicators = (list(model.everything.filter(indicator_set=indicator_set).order_by("position", "pk"))
                                 for model in (EvaluationField, EvaluationArea, ManagementIndicator))
    areas = [area for field in fields for area in areas if area.field_id == field.pk]
    indicators = [leaf for area in areas for leaf in indicators if leaf.area_id == area.pk]
    for rows in (fields, areas, indicators):
        keep_places(rows)


def _siblings(row):
    above = ABOVE.get(type(row))
    rows = type(row).everything.filter(indicator_set=row.indicator_set_id)
    return (rows.filter(**{above: getattr(row, f"{above}_id")}) if above else rows).order_by("position", "pk")


def _refuse_what_cannot_be(row, figures):
    """An own code in the whole set, under something of the same set, and of an indicator a formula that can be worked out."""
    refuse_if(not CODE.fullmatch(row.code), _("A code has digits, letters, dots and hyphens."), field="code")
    taken = any(model.everything.filter(indicator_set=row.indicator_set, code=row.code).exclude(pk=row.pk if model is type(row) else None)
                .exists() for model in (EvaluationField, EvaluationArea, ManagementIndicator))
    refuse_if(taken, _("The code %(code)s is taken in this set."), field="code", code=row.code)
    above = ABOVE.get(type(row))
    refuse_if(above and getattr(row, above).indicator_set_id != row.indicator_set_id, _("Choose a place in the same set."), field=above)
    refuse_unclean(row, exclude=[field.name for field in row._meta.fields if getattr(row, field.attname) in ("", None)])
    if isinstance(row, ManagementIndicator):
        _refuse_bad_formula(row, figures)


def _refuse_bad_formula(row, figures):
    """Names that are not declared, what divides by nothing, a formula where nothing is counted. An empty one is missing, not wrong."""
    names = check_names([one["name"] for one in figures])
    refuse_if(row.formula and not row.is_counted,
              _("A qualitative indicator is rated by assessors alone. Take the formula out, or choose another kind."), field="formula")
    refuse_if(figures and not row.is_counted,
              _("A qualitative indicator asks for no figures. Take them out, or choose another kind."), field="rated_by")
    if row.formula:
        row.formula = check_formula(row.formula, names, target=row.target)
