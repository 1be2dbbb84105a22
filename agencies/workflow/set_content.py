"""The rows of a set as its content has them, and what every write to a set asks first."""
from decimal import Decimal

from django.utils.translation import gettext as _

from agencies.models import EvaluationArea, EvaluationField, Figure, ManagementIndicator
from agencies.permissions import can_keep_set
from core.workflow import lock, refuse_if, require


def held(indicator_set, actor):
    """The draft, ours until the end."""
    indicator_set = lock(indicator_set)
    require(can_keep_set(actor))
    refuse_frozen(indicator_set)
    return indicator_set


def refuse_frozen(indicator_set):
    refuse_if(indicator_set.published_at, _("This set is frozen and no longer changes. Begin the set of another year."))


def write_rows(indicator_set, content, follows=None):
    """Fields, areas, indicators and figures of a draft, in this order. `follows`: {code: the indicator it continues}."""
    fields = _write(indicator_set, EvaluationField, content["fields"])
    areas = _write(indicator_set, EvaluationArea, content["areas"], field=fields)
    rows = [{name: value for name, value in row.items() if name != "figures"} for row in content["indicators"]]
    rows = [row | {"points": Decimal(row["points"]), "follows": (follows or {}).get(row["code"])} for row in rows]
    rows = [row | ({"target": Decimal(row["target"])} if row.get("target") else {}) for row in rows]
    indicators = _write(indicator_set, ManagementIndicator, rows, area=areas)
    write_figures(indicator_set, {indicators[row["code"]]: row["figures"] for row in content["indicators"]})


def _write(indicator_set, model, rows, **wholes):
    """{code: row}. `wholes` says which field names its whole by a code, and where that is found."""
    made = [model(indicator_set=indicator_set, position=place, **row | {name: found[row[name]] for name, found in wholes.items()})
            for place, row in enumerate(rows, start=1)]
    return {row.code: row for row in model.everything.bulk_create(made)}


def write_figures(indicator_set, figures):
    """`figures`: {indicator: its figures in their order}."""
    Figure.everything.bulk_create(
        Figure(indicator_set=indicator_set, indicator=indicator, position=place, **facts)
        for indicator, several in figures.items() for place, facts in enumerate(several, start=1))
