"""The assessor's own work on agencies, and what the group sees once all are in."""
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Exists, OuterRef, Q

from accounts.actors import Actor
from accounts.models import User
from agencies.models import (
    Consensus,
    Discussion,
    ManagementIndicator,
    ManagementRating,
    RatingSheet,
    Report,
    ReportEntry,
    ReportFile,
)
from agencies.models.rating import all_in, own_sheets
from agencies.stages import ReportStage
from panels.models import Declaration
from panels.queries import declaration_of, open_declarations

READING = Actor.system("the report of an agency that one rates")
SUBJECT = "agencies.participation"


# ---- one's own work

def ratings_to_declare(actor):
    """What this person was asked about agencies and has not answered, where they are still to rate."""
    mine = RatingSheet.objects.visible_to(READING).filter(user=actor.user, ended_at=None)
    return open_declarations(actor).filter(subject_type=SUBJECT, matter__in=mine.order_by().values("participation__public_id"))


def my_sheets(actor):
    """Sheets that are open to this person, those to write first; each with how many indicators are rated, and whether all are in."""
    rows = own_sheets(actor).select_related("participation__assessed", "participation__indicator_set", "area")
    return rows.annotate(total=Count("ratings"), rated=Count("ratings", filter=Q(ratings__first__isnull=False)),
                         is_in=Exists(RatingSheet.objects.visible_to(READING).filter(all_in(), pk=OuterRef("pk")))).order_by(
        "handed_in_at", "participation__assessed", "area__position")


def own_sheet(actor, public_id):
    """One's own, open to one; or None."""
    return my_sheets(actor).filter(public_id=public_id).first()


def own_rating(actor, public_id):
    rows = ManagementRating.objects.visible_to(READING).filter(public_id=public_id, sheet__in=own_sheets(actor).order_by().values("pk"))
    return rows.select_related("sheet__participation__assessed", "sheet__participation__indicator_set", "sheet__area",
                               "indicator__follows__indicator_set").first()


def ratings_on(sheet):
    """In the order of the indicators. For the assessor to whom the sheet is open."""
    rows = ManagementRating.objects.visible_to(READING).filter(sheet=sheet)
    return list(rows.select_related("indicator__area").order_by("indicator__position"))


def declaration_about(actor, sheet):
    return declaration_of(actor.user, sheet.participation.public_id)


# ---- what is rated

def report_of(participation):
    """What the agency has handed in, or None. For whoever rates it."""
    return Report.objects.visible_to(READING).filter(participation=participation, stage=ReportStage.SUBMITTED).first()


def entry_of(participation, indicator):
    rows = ReportEntry.objects.visible_to(READING).filter(report__participation=participation, indicator=indicator,
                                                          report__stage=ReportStage.SUBMITTED)
    return rows.select_related("report").first()


def files_of(entry):
    return list(ReportFile.objects.visible_to(READING).filter(entry=entry)) if entry else []


def figures_of(entry, indicator):
    """[(figure, what the agency says)]"""
    if entry is None:
        return []
    return [(one, entry.figures.get(one.name, "")) for one in indicator.figures.order_by("position")]


def evidence_for(actor, public_id):
    """A file of a report that the actor rates, or None."""
    rated = own_sheets(actor).order_by().values("participation") if actor.user else []
    rows = ReportFile.objects.visible_to(READING).filter(public_id=public_id, entry__report__stage=ReportStage.SUBMITTED,
                                                         entry__report__participation__in=rated)
    return rows.select_related("entry__report__participation").first()


# ---- together

@dataclass(frozen=True)
class Beside:
    """An indicator with what everybody gave it, and what was said."""

    indicator: ManagementIndicator
    ratings: list[ManagementRating]
    discussion: Discussion | None
    limit: int

    @property
    def spread(self):
        given = [one.final for one in self.ratings]
        return max(given) - min(given) if given else Decimal(0)

    @property
    def is_wide(self):
        """Further apart than the set lets pass in silence, alone or now."""
        return max(self.spread, self.discussion.spread if self.discussion else 0) > self.limit

    @property
    def lacks_note(self):
        return self.is_wide and not (self.discussion and self.discussion.note)


def consensus_for(actor, public_id):
    rows = Consensus.objects.visible_to(actor).filter(public_id=public_id)
    return rows.select_related("participation__assessed", "participation__indicator_set", "area", "closed_by__person").first()


def consensus_of(actor, sheet):
    """That of a sheet's agency and area, or None."""
    rows = Consensus.objects.visible_to(actor).filter(participation=sheet.participation_id, area=sheet.area_id)
    return rows.select_related("participation__assessed", "participation__indicator_set", "area").first()


def is_open(consensus):
    """Whether everybody has handed in."""
    return Consensus.objects.visible_to(READING).filter(all_in(), pk=consensus.pk).exists()


def beside(actor, consensus):
    """[Beside] as far as the actor may see it: nothing before all are in."""
    rows = ManagementRating.objects.visible_to(actor).filter(sheet__participation=consensus.participation_id, sheet__area=consensus.area_id,
                                                             sheet__ended_at=None)
    given, indicators = defaultdict(list), {}
    for one in rows.select_related("indicator", "sheet__user__person").order_by("indicator__position", "sheet_id"):
        indicators[one.indicator_id] = one.indicator
        given[one.indicator_id].append(one)
    said = {one.indicator_id: one for one in Discussion.objects.visible_to(actor).filter(consensus=consensus).select_related(
        "written_by__person")}
    limit = consensus.participation.indicator_set.discuss_over
    return [Beside(indicators[pk], ratings, said.get(pk), limit) for pk, ratings in given.items()]


def group_progress(consensus):
    """[(account, whether handed in)] in numbers only, for whoever sees the consensus."""
    rows = RatingSheet.objects.visible_to(READING).filter(participation=consensus.participation_id, area=consensus.area_id, ended_at=None)
    return [(one.user, one.handed_in_at) for one in rows.select_related("user__person").order_by("pk")]


def discussion_for(actor, public_id):
    rows = Discussion.objects.visible_to(actor).filter(public_id=public_id)
    return rows.select_related("consensus__participation__indicator_set", "consensus__area", "indicator").first()


def final_ratings(participation):
    """{indicator's id: [final rating]} of closed areas: what is scored. For workflows and pages that may know of it."""
    return final_ratings_in([participation]).get(participation.pk, {})


def final_ratings_in(participations):
    """{participation's id: {indicator's id: [final rating]}}, the same for many at once."""
    closed = Consensus.objects.visible_to(READING).filter(
        participation=OuterRef("sheet__participation"), area=OuterRef("sheet__area"), closed_at__isnull=False)
    rows = ManagementRating.objects.visible_to(READING).filter(
        Exists(closed), sheet__participation__in=participations, sheet__ended_at=None)
    found: dict = defaultdict(lambda: defaultdict(list))
    for part, indicator, final in rows.order_by("sheet_id").values_list("sheet__participation", "indicator", "final"):
        found[part][indicator].append(final)
    return {part: dict(given) for part, given in found.items()}


def areas_not_closed(participation):
    """Those in which somebody rates and whose consensus is not closed."""
    return Consensus.objects.visible_to(READING).filter(participation=participation, closed_at=None).select_related("area")


@dataclass(frozen=True)
class Held:
    """A sheet as the desk sees it: whose, declared, begun, in; no rating."""

    sheet: RatingSheet
    declaration: Declaration | None
    rated: int
    total: int


def sheets_at(actor, participation):
    """[(area, consensus or None, [Held])] of an agency, for whoever sees its participation."""
    rows = RatingSheet.objects.visible_to(READING).filter(participation=participation, ended_at=None)
    rows = rows.select_related("user__person", "area", "participation").annotate(
        total=Count("ratings"), rated=Count("ratings", filter=Q(ratings__first__isnull=False))).order_by("area__position", "pk")
    asked = {one.user_id: one for one in Declaration.objects.visible_to(READING).filter(matter=participation.public_id)}
    found = {one.area_id: (one.area, one, []) for one in Consensus.objects.visible_to(actor).filter(
        participation=participation).select_related("area").order_by("area__position")}
    for one in rows:
        found.setdefault(one.area_id, (one.area, None, []))[2].append(Held(one, asked.get(one.user_id), one.rated, one.total))
    return list(found.values())


# ---- who is told

def account_of_member(member):
    return User.objects.filter(pk=member.user_id, is_active=True)


def group_of(consensus):
    sheets = RatingSheet.objects.visible_to(READING).filter(participation=consensus.participation_id, area=consensus.area_id, ended_at=None)
    return User.objects.filter(pk__in=sheets.order_by().values("user"), is_active=True)
