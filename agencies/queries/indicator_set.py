"""The sets of the Central institute: which there are, one as a tree, an indicator over the years."""
from decimal import Decimal

from django.db.models import Count

from agencies.models import EvaluationArea, EvaluationField, IndicatorSet, ManagementIndicator, SetGuide
from core.tenancy import current_agency_id

ROW = ("code", "name_ko", "name_en")
CARD = (*ROW, "points", "rated_by", "share", "formula", "target", "definition_ko", "definition_en", "look_ko", "look_en", "evidence_ko",
        "evidence_en", "source", "kept_by")
FIGURE = ("name", "label_ko", "label_en", "unit_ko", "unit_en", "is_whole")


def sets_of(actor):
    """The institute's own, drafts too for those who keep them, the latest year first."""
    own = IndicatorSet.objects.visible_to(actor).filter(agency=current_agency_id())
    return own.annotate(indicator_count=Count("indicators")).order_by("-year")


def frozen_sets(actor):
    """Those by which agencies are evaluated, at the Central institute, the latest year first."""
    return sets_of(actor).filter(published_at__isnull=False, agency__kind="central")


def set_before(actor, year):
    """The frozen set of the latest earlier year, or None."""
    return sets_of(actor).filter(year__lt=year, published_at__isnull=False).first()


def rows_of(actor, indicator_set):
    """{"fields", "areas", "indicators": in the order of the set}, each knowing what it stands under, indicators with `its_figures`."""
    rows = {name: list(model.objects.visible_to(actor).filter(indicator_set=indicator_set).order_by("position")) for name, model in (
        ("fields", EvaluationField), ("areas", EvaluationArea))}
    leaves = ManagementIndicator.objects.visible_to(actor).filter(indicator_set=indicator_set)
    rows["indicators"] = list(leaves.select_related("follows").prefetch_related("figures").order_by("position"))
    fields, areas = ({row.pk: row for row in rows[name]} for name in ("fields", "areas"))
    for area in rows["areas"]:
        area.field = fields[area.field_id]
    for leaf in rows["indicators"]:
        leaf.area, leaf.its_figures = areas[leaf.area_id], list(leaf.figures.all())
    return rows


def tree_of(rows):
    """[(field, [(area, [indicator, …]), …]), …]; fields and areas know the `points` of what stands under them."""
    tree = []
    for field in rows["fields"]:
        areas = [(area, [leaf for leaf in rows["indicators"] if leaf.area_id == area.pk])
                 for area in rows["areas"] if area.field_id == field.pk]
        for area, leaves in areas:
            area.points = sum_of(leaves)
        field.points = sum((area.points for area, _leaves in areas), Decimal(0))
        tree.append((field, areas))
    return tree


def sum_of(indicators):
    return sum((one.points for one in indicators), Decimal(0))


def content_of(rows):
    """What `write_rows` takes, of rows as `rows_of` gives them."""
    return {"fields": [_facts(row, ROW) for row in rows["fields"]],
            "areas": [_facts(row, ROW) | {"field": row.field.code} for row in rows["areas"]],
            "indicators": [_facts(row, CARD) | {"area": row.area.code, "figures": facts_of_figures(row)}
                           for row in rows["indicators"]]}


def facts_of_figures(indicator):
    """An indicator's figures as they are written, in their order."""
    return [_facts(one, FIGURE) for one in indicator.figures.all()]


def _facts(row, names):
    return {name: getattr(row, name) for name in names}


def continued_by_name(content, earlier):
    """{code: the earlier indicator of the same Korean name}, for a set that is no copy."""
    by_name = {one.name_ko: one for one in earlier}
    return {row["code"]: by_name[row["name_ko"]] for row in content if row["name_ko"] in by_name}


def dropped_from(actor, indicator_set, indicators):
    """What was asked the year before and nothing continues."""
    if indicator_set.follows is None:
        return []
    kept = {one.follows_id for one in indicators}
    return [one for one in rows_of(actor, indicator_set.follows)["indicators"] if one.pk not in kept]


def history_of(actor, indicator):
    """The indicator in every year: what it continues, itself, what continues it, the latest first; each row with its set. One query."""
    rows = ManagementIndicator.objects.visible_to(actor).filter(agency=indicator.agency_id).select_related("indicator_set")
    known = {row.pk: row for row in rows.order_by("indicator_set__year", "position")}
    chain, one = [], known.get(indicator.follows_id)
    while one is not None:
        chain.append(one)
        one = known.get(one.follows_id)
    later = {indicator.pk}
    for row in known.values():
        if row.follows_id in later:
            later.add(row.pk)
    family = {row.pk for row in chain} | later
    return sorted((row for row in known.values() if row.pk in family), key=lambda row: (-row.indicator_set.year, row.position))


def guides_of(actor, indicator_set):
    """{language: the guide}, made or asked for."""
    guides = SetGuide.objects.visible_to(actor).filter(indicator_set=indicator_set).select_related("file")
    return {guide.language: guide for guide in guides}
