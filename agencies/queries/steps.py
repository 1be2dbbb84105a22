"""Figures of the four steps as a page reads them: {(agency's id, year): Cell}. At Central of all agencies, at an agency its own."""
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import F, Value
from django.utils.translation import gettext as _

from agencies.models import CertificationAggregate, CertificationCount, Participation, PublishedResult, Result
from agencies.permissions import at_central
from agencies.stages import ResultStage
from core.tenancy import current_agency_id
from training.queries.coverage import counted_coverage, told_coverage

Standing = Participation.Standing
RESULT = ("assessed", "year", "standing", "total", "grade", "is_told", "told_stage")


class Cell(NamedTuple):
    """`number`: what it is sorted, drawn and compared by; None where only words can be told."""

    words: str
    number: Any = None
    is_hidden: bool = False
    note: str = ""


def counted_years(actor):
    """The rows of certification in figures: an agency's own as they are, at Central those it may read, small numbers left out."""
    if at_central():
        return list(CertificationAggregate.objects.visible_to(actor).filter(central=current_agency_id()))
    return list(CertificationCount.objects.visible_to(actor))


def figure_of(row, key):
    """One figure of such a row."""
    number = getattr(row, key)
    if row.hides(key):
        return Cell(_("fewer than 5") if not could_be_more(row, key) else _("hidden"), is_hidden=True)
    return Cell("–" if number is None else str(number), number)


def could_be_more(row, key):
    """Whether it is hidden for what it is made of, and may be any number."""
    return key == "median_days" or (key in ("finished", "applications") and (row.refused is None or row.certified is None))


def covered(actor):
    """Mandatory training: an agency's own as it was counted, at Central the share that agencies told. Until anything was it is not
    recorded."""
    if at_central():
        told = {(one.agency_id, one.year): _told_share(one.percent) for one in told_coverage(actor)}
    else:
        told = {(one.agency_id, one.year): share_of(one.covered, one.people) for one in counted_coverage(actor)}
    return {"coverage": told} if told else {}


def _told_share(percent):
    return Cell(_("hidden"), is_hidden=True) if percent is None else Cell(f"{percent} %", percent)


def certified(actor):
    return certified_in(counted_years(actor))


def certified_in(rows):
    return {"providers": {(row.agency_id, row.year): figure_of(row, "providers") for row in rows}}


def evaluated(actor):
    """Score and grade: as published; an agency's own as it was told, which is before that."""
    published = PublishedResult.objects.visible_to(actor).filter(published_at__isnull=False).annotate(
        is_told=Value(False), told_stage=Value(ResultStage.FINAL.value))
    if at_central():
        return of_results(published.values_list(*RESULT))
    own = {"assessed": current_agency_id()}
    told = Result.objects.visible_to(actor).filter(**own).annotate(
        standing=Value(Standing.ASSESSED.value), is_told=Value(True), told_stage=F("stage"))
    return of_results(published.filter(**own).order_by().values_list(*RESULT).union(told.order_by().values_list(*RESULT)))


def of_results(rows):
    """What the agency was told comes after what was published, and counts."""
    scores, grades = {}, {}
    for place, year, standing, total, grade, _is_told, stage in sorted(rows, key=lambda row: row[5]):
        if standing != Standing.ASSESSED:
            scores[place, year] = grades[place, year] = Cell(str(Standing(standing).label))
            continue
        note = "" if stage == ResultStage.FINAL else _("preliminary")
        scores[place, year] = Cell("–" if total is None else str(total), total, note=note)
        grades[place, year] = Cell(grade, total, note=note)
    return {"score": scores, "grade": grades}


def numbers(key, query):
    """Reads what a query gives as {(agency's id, year): number}."""
    return lambda actor: {key: {place: Cell(str(number), number) for place, number in query(actor).items()}}


def shares(key, query):
    """Reads what a query gives as {(agency's id, year): (of these, all)}. Of nothing there is no share."""
    return lambda actor: {key: {place: share_of(part, whole) for place, (part, whole) in query(actor).items()}}


def share_of(part, whole):
    if not whole:
        return Cell("–")
    percent = round(Decimal(100 * part) / whole, 1)
    return Cell(f"{percent} % ({part} / {whole})", percent)
