"""A frozen set with groups of assessors at Central, for the tests of ratings."""
from decimal import Decimal
from types import SimpleNamespace

from accounts.actors import Actor
from accounts.models import Province, Role
from agencies.models import Consensus, EvaluationArea, ManagementRating, Participation, RatingSheet
from agencies.workflow.assignment import confirm_assignment, declare_for_rating
from agencies.workflow.group import add_to_group
from agencies.workflow.rating import begin_sheet, hand_in_sheet, save_rating
from core import clock
from core.tenancy import within
from panels.models import Declaration, PoolMember
from tests import factories as f
from tests.agencies.sets import frozen_set

GIVEN = {"A1-1": 80, "A1-2": 70}


def assessors(central, number):
    """Of Central's pool; the cast's assessor comes first."""
    PoolMember.objects.create(user=central.assessor, joined_at=clock.now())
    return [central.assessor, *(another(central) for _ in range(number - 1))]


def another(central):
    """One more of the pool."""
    user = f.MembershipFactory(agency=central.agency, role=Role.ASSESSOR).user
    PoolMember.objects.create(user=user, joined_at=clock.now())
    return user


def year_with_groups(central, *agencies, number=2):
    """Everybody in the only area that assessors rate; all of them live in Seoul and work in Sejong."""
    made = frozen_set(central.agency, [one.agency for one in agencies])
    with within(central.agency):
        officer, people = Actor.of(central.officer), assessors(central, number)
        area = EvaluationArea.everything.get(indicator_set=made, code="A1")
        home, work = Province.objects.get(code="11"), Province.objects.get(code="36")
        members = [add_to_group(made, area, user, home=home, work=work, actor=officer) for user in people]
        return SimpleNamespace(set=made, area=area, people=people, members=members, officer=officer, home=home, work=work)


def confirmed(central, *agencies, number=2):
    """Confirmed, and everybody has declared that nothing ties them."""
    year = year_with_groups(central, *agencies, number=number)
    with within(central.agency):
        confirm_assignment(year.set, actor=year.officer)
        for user in year.people:
            declare_all(user)
    return year


def declare_all(user):
    for one in Declaration.everything.filter(user=user, answered_at=None):
        declare_for_rating(one, has_interest=False, statement="", actor=Actor.of(user))


def sheet_of(user, agency):
    return RatingSheet.everything.select_related("participation__indicator_set", "participation__assessed", "area").get(
        user=user, participation__assessed=agency.agency, ended_at=None)


def rate(user, agency, given=GIVEN, *, hands_in=True, comment="근거가 분명합니다."):
    """This assessor's sheet, written and handed in."""
    actor = Actor.of(user)
    sheet = begin_sheet(sheet_of(user, agency), actor=actor)
    for row in ManagementRating.everything.filter(sheet=sheet).select_related("indicator", "sheet__participation__indicator_set"):
        save_rating(row, first=Decimal(given[row.indicator.code]), comment=comment, base_version=row.version, actor=actor)
    return hand_in_sheet(sheet, actor=actor) if hands_in else sheet


def consensus_at(agency):
    return Consensus.everything.select_related("participation__indicator_set", "area").get(participation__assessed=agency.agency)


def participation_of(agency):
    return Participation.everything.select_related("assessed", "indicator_set").get(assessed=agency.agency)
