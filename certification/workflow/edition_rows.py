"""The rows of a draft edition, one by one: added, written, moved, numbered anew, removed."""
from django.db import transaction
from django.utils.translation import gettext as _

from certification.content import CODE
from certification.models import Area, Criterion, Indicator
from certification.permissions import can_draft_framework
from certification.workflow.framework_content import refuse_published, refuse_unclean, renew_if_shown
from certification.workflow.mapping import map_again
from core.drafts import LAST, Saved, keep_places, overwrite, swapped
from core.workflow import lock, record, refuse_if, require

ABOVE = {Criterion: "area", Indicator: "criterion"}
BELOW = {Area: (Criterion, "area"), Criterion: (Indicator, "criterion")}


@transaction.atomic
def add_row(model, version, texts, *, actor):
    """A new area, criterion or indicator, at the end of what it stands under. Texts may still be missing."""
    version = _held(version, actor)
    row = model(version=version, position=LAST, **texts)
    _refuse_what_cannot_be(row)
    row.save()
    return _written(version, row, "added", actor, came_or_went=model is Indicator)


@transaction.atomic
def save_row(row, texts, *, base, actor):
    """Keep what was typed, however incomplete. An older page never overwrites a newer text: then both are shown. Returns Saved."""
    version = _held(row.version, actor)
    row = lock(row)
    if all(getattr(row, name) == value for name, value in texts.items()):
        return Saved(row)
    if base != row.revision:
        return Saved(row, conflict=True)
    overwrite(row, texts, above=ABOVE.get(type(row)))
    _refuse_what_cannot_be(row)
    row.save()
    return Saved(_written(version, row, "written", actor, fields=sorted(texts), revision=row.revision))


@transaction.atomic
def move_row(row, *, up, actor):
    """Before or after its neighbour under the same heading; at the end of the row it stays."""
    version = _held(row.version, actor)
    row = lock(row)
    beside = swapped(_siblings(row), row, up=up)
    if beside is None:
        return row
    keep_places(beside)
    return _written(version, row, "moved", actor, up=up)


@transaction.atomic
def remove_row(row, *, actor):
    """Out of the draft. What something stands under stays until that is gone."""
    version = _held(row.version, actor)
    row = lock(row)
    if type(row) in BELOW:
        model, name = BELOW[type(row)]
        refuse_if(model.everything.filter(**{name: row}).exists(), _("Something still stands under it. Move or remove that first."))
    if isinstance(row, Indicator):
        version.mappings.filter(new=row).delete()
    record(f"framework.{row.kind}_removed", row, actor=actor, version=version.pk, code=row.code)
    row.delete()
    _put_in_order(version)
    map_again(version, came_or_went=isinstance(row, Indicator))
    renew_if_shown(version)
    return version


@transaction.atomic
def renumber(version, *, actor):
    """Codes from the places: 1, 1.1, 1.1.1. A page that was opened before keeps no old code."""
    version = _held(version, actor)
    changed = [(row, code) for row, code in _numbered(version) if row.code != code]
    for model in (Area, Criterion, Indicator):
        rows = [(row, code) for row, code in changed if isinstance(row, model)]
        for place, (row, _code) in enumerate(rows):
            row.code, row.revision = f"~{place}", row.revision + 1
        model.everything.bulk_update([row for row, _code in rows], ["code", "revision"])        # out of each other's way first
        for row, code in rows:
            row.code = code
        model.everything.bulk_update([row for row, _code in rows], ["code"])
    record("framework.version_renumbered", version, actor=actor, rows=len(changed))
    renew_if_shown(version)
    return len(changed)


def _numbered(version):
    """[(row, the code of its place)]."""
    found, areas = [], list(version.areas.order_by("position"))
    criteria, indicators = list(version.criteria.order_by("position")), list(version.indicators.order_by("position"))
    for a, area in enumerate(areas, start=1):
        found.append((area, f"{a}"))
        for c, criterion in enumerate((one for one in criteria if one.area_id == area.pk), start=1):
            found.append((criterion, f"{a}.{c}"))
            leaves = (one for one in indicators if one.criterion_id == criterion.pk)
            found += [(leaf, f"{a}.{c}.{i}") for i, leaf in enumerate(leaves, start=1)]
    return found


def _held(version, actor):
    """The draft, ours until the end."""
    version = lock(version)
    require(can_draft_framework(actor))
    refuse_published(version)
    return version


def _written(version, row, verb, actor, *, came_or_went=False, **facts):
    _put_in_order(version)
    map_again(version, came_or_went=came_or_went)
    record(f"framework.{row.kind}_{verb}", row, actor=actor, version=version.pk, code=row.code, **facts)
    renew_if_shown(version)
    return row


def _put_in_order(version):
    """Places of all rows from 1, as they are read: an indicator's place counts through the whole edition."""
    for model in (Area, Criterion, Indicator):
        keep_places([row for row, _code in _numbered(version) if isinstance(row, model)])


def _siblings(row):
    above = ABOVE.get(type(row))
    rows = type(row).everything.filter(version=row.version_id)
    return (rows.filter(**{above: getattr(row, f"{above}_id")}) if above else rows).order_by("position", "pk")


def _refuse_what_cannot_be(row):
    """An own code in the whole edition, under something of the same edition, nothing longer than there is room for."""
    refuse_if(not CODE.fullmatch(row.code), _("A code has digits, letters, dots and hyphens."), field="code")
    taken = any(model.everything.filter(version=row.version, code=row.code).exclude(pk=row.pk if model is type(row) else None).exists()
                for model in (Area, Criterion, Indicator))
    refuse_if(taken, _("The code %(code)s is taken in this edition."), field="code", code=row.code)
    above = ABOVE.get(type(row))
    refuse_if(above and getattr(row, above).version_id != row.version_id, _("Choose a place in the same edition."), field=above)
    refuse_unclean(row, exclude=[field.name for field in row._meta.fields if getattr(row, field.attname) in ("", [])])
