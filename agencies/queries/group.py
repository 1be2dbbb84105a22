"""The groups of assessors of a year, and who would rate which agency: the matrix that the officer confirms."""
from collections import defaultdict
from dataclasses import dataclass, field

from accounts.actors import Actor
from accounts.models import User
from agencies.conflicts import Conflict
from agencies.models import AssessorPlace, Consensus, EvaluationArea, GroupMember, ManagementIndicator, Participation
from agencies.models.rating import AT_LEAST, RatingSheet
from agencies.queries.conflict import conflicts_with
from panels.models import Declaration, PoolMember
from panels.queries import pool_members

COUNTING = Actor.system("how far the ratings are")


def judged_indicators(actor, indicator_set):
    """Those that assessors rate, in their order."""
    rows = ManagementIndicator.objects.visible_to(actor).filter(indicator_set=indicator_set).exclude(rated_by="quantitative")
    return rows.select_related("area").order_by("position")


def judged_areas(actor, indicator_set):
    """Areas in which something is rated."""
    judged = judged_indicators(actor, indicator_set).order_by().values("area")
    return EvaluationArea.objects.visible_to(actor).filter(pk__in=judged).order_by("position")


def assessed_in(actor, indicator_set):
    rows = Participation.objects.visible_to(actor).filter(indicator_set=indicator_set, standing=Participation.Standing.ASSESSED)
    return rows.select_related("assessed", "indicator_set").order_by("assessed")


def members_of(actor, indicator_set):
    rows = GroupMember.objects.visible_to(actor).filter(indicator_set=indicator_set, ended_at=None)
    return rows.select_related("user__person", "area").order_by("area__position", "-is_lead", "pk")


def groups_of(actor, indicator_set):
    """[(area, [member with `place`])]"""
    members, by_area = list(members_of(actor, indicator_set)), defaultdict(list)
    places = {one.user_id: one for one in places_of(actor, [one.user_id for one in members])}
    for one in members:
        one.place = places.get(one.user_id)
        by_area[one.area_id].append(one)
    return [(area, by_area[area.pk]) for area in judged_areas(actor, indicator_set)]


def places_of(actor, users):
    return AssessorPlace.objects.visible_to(actor).filter(user__in=users).select_related("home", "work")


def offered_assessors(actor):
    """Accounts of the pool, by name."""
    return User.objects.filter(pk__in=PoolMember.objects.visible_to(actor).filter(left_at=None).values("user")).select_related(
        "person").order_by("person__name", "pk")


def fitness_of(actor, user):
    """The entry in the pool as panels.fitness reads it, or None."""
    return pool_members(actor).filter(user=user).first()


@dataclass(frozen=True)
class Place:
    """Somebody of the group at one agency: what stands against it, and the sheet where it is confirmed."""

    member: GroupMember
    conflicts: list[Conflict]
    sheet: RatingSheet | None = None

    @property
    def rates(self):
        return not self.conflicts


@dataclass(frozen=True)
class Cell:
    area: EvaluationArea
    places: list[Place] = field(default_factory=list)

    @property
    def rating(self):
        return [one for one in self.places if one.rates]

    @property
    def left_out(self):
        return [one for one in self.places if not one.rates]

    @property
    def is_thin(self):
        return len(self.rating) < AT_LEAST


def matrix_of(actor, indicator_set):
    """[(participation, [Cell])]: who would rate whom, agency by agency, in few statements however many."""
    areas, members = list(judged_areas(actor, indicator_set)), list(members_of(actor, indicator_set))
    rows, by_area = list(assessed_in(actor, indicator_set)), defaultdict(list)
    for one in members:
        by_area[one.area_id].append(one)
    conflicts = conflicts_with({one.user_id: one.user for one in members}.values(), rows)
    sheets = {(one.participation_id, one.area_id, one.user_id): one for one in RatingSheet.objects.visible_to(COUNTING).filter(
        participation__in=rows, ended_at=None)}
    return [(row, [Cell(area, [Place(one, conflicts[one.user_id, row.pk], sheets.get((row.pk, area.pk, one.user_id)))
                               for one in by_area[area.pk]]) for area in areas]) for row in rows]


@dataclass(frozen=True)
class Progress:
    """How far an agency is in an area: numbers only, nobody's rating."""

    area: EvaluationArea
    assigned: int = 0
    declared: int = 0
    handed_in: int = 0
    consensus: Consensus | None = None

    @property
    def state(self):
        """none, waiting, rating, in or closed."""
        if not self.assigned:
            return "none"
        if self.consensus and self.consensus.closed_at:
            return "closed"
        if self.handed_in == self.assigned >= AT_LEAST:
            return "in"
        return "rating" if self.declared else "waiting"


def progress_of(actor, indicator_set):
    """[(participation, [Progress])] for whoever sees the participations."""
    rows, areas = list(assessed_in(actor, indicator_set)), list(judged_areas(actor, indicator_set))
    counted = defaultdict(lambda: [0, 0, 0])
    declared = _declared([row.public_id for row in rows])
    for sheet in RatingSheet.objects.visible_to(COUNTING).filter(participation__in=rows, ended_at=None).select_related("participation"):
        numbers = counted[sheet.participation_id, sheet.area_id]
        numbers[0] += 1
        numbers[1] += (sheet.participation.public_id, sheet.user_id) in declared
        numbers[2] += sheet.handed_in_at is not None
    found = {(one.participation_id, one.area_id): one for one in Consensus.objects.visible_to(COUNTING).filter(participation__in=rows)}
    return [(row, [Progress(area, *counted[row.pk, area.pk], found.get((row.pk, area.pk))) for area in areas]) for row in rows]


def _declared(matters):
    """{(matter, account's id)} of who declared that nothing ties them."""
    return set(Declaration.objects.visible_to(COUNTING).filter(matter__in=matters, has_interest=False).values_list("matter", "user"))


def participation_for(actor, public_id):
    rows = Participation.objects.visible_to(actor).filter(public_id=public_id, standing=Participation.Standing.ASSESSED)
    return rows.select_related("assessed", "indicator_set").first()


def sheet_at_desk(actor, public_id):
    """A sheet, whatever its state, of an agency that the actor sees: nothing of what stands on it."""
    rows = RatingSheet.objects.visible_to(COUNTING).filter(public_id=public_id, participation__in=Participation.objects.visible_to(actor))
    return rows.select_related("participation__assessed", "participation__indicator_set", "area").first()
