"""Improvement plans: an agency's own, those that Central follows, and what an item has come to."""
from dataclasses import dataclass, field
from itertools import count

from django.db.models import Exists, OuterRef

from accounts.actors import Actor
from agencies.followup_rules import last_day
from agencies.models import (
    FollowUp,
    ImprovementItem,
    ImprovementPlan,
    IndicatorSet,
    ItemRemark,
    ManagementIndicator,
    Participation,
    Progress,
    ProgressCheck,
    PublishedResult,
)
from agencies.stages import OPEN_TO_CENTRAL
from core import clock
from core.tenancy import current_agency_id
from panels.queries import approval_of, steps_of

SUBJECT, KIND, PAGE = "agencies.improvementplan", "improvement_plan", "improvement_plan"
COUNTING = Actor.system("items of improvement plans in figures")


# ---- an agency's own

def own_plans(actor):
    return ImprovementPlan.objects.visible_to(actor).filter(agency=current_agency_id()).select_related("participation__indicator_set")


def own_items(actor):
    rows = ImprovementItem.objects.visible_to(actor).filter(agency=current_agency_id())
    return rows.select_related("plan__participation__indicator_set", "indicator", "responsible_user__person", "written_by__person")


def own_follow_ups(actor):
    """Central's word that this agency is followed up, the latest year first."""
    return FollowUp.objects.visible_to(actor).filter(assessed=current_agency_id()).order_by("-year")


def own_published(actor):
    """The years in which this agency was assessed and whose results are published, the latest first."""
    years = PublishedResult.objects.visible_to(COUNTING).filter(assessed=current_agency_id(), standing="assessed",
                                                                published_at__isnull=False)
    rows = Participation.objects.visible_to(actor).filter(assessed=current_agency_id(), standing="assessed",
                                                          year__in=years.order_by().values("year"))
    return rows.select_related("indicator_set").order_by("-year")


def published_years():
    """{year} of everything that is published."""
    rows = PublishedResult.objects.visible_to(COUNTING).filter(published_at__isnull=False)
    return set(rows.order_by().values_list("year", flat=True))


def indicators_left(actor, plan):
    """Those of the year's set that have no item yet."""
    taken = ImprovementItem.objects.visible_to(actor).filter(plan=plan).order_by().values("indicator")
    rows = ManagementIndicator.objects.visible_to(actor).filter(indicator_set=plan.participation.indicator_set_id)
    return rows.exclude(pk__in=taken).order_by("position")


def approval_of_plan(plan):
    """The latest, or None before anybody gave it to be approved."""
    return approval_of(SUBJECT, plan.public_id, KIND)


def steps_of_plan(plan):
    approval = approval_of_plan(plan)
    return list(steps_of(approval)) if approval else []


def last_day_of(plan):
    """Until when everything is done: the day of the next report, from today on; a plan that is written late has one too."""
    frozen = {one.year: one for one in IndicatorSet.objects.visible_to(COUNTING).filter(year__gt=plan.year, published_at__isnull=False)}
    days = (last_day(year, frozen.get(year + 1)) for year in count(plan.year))
    return next(day for day in days if day >= clock.today())


# ---- at Central

def followed_plans(actor):
    """Approved or closed, of other agencies. Empty anywhere but at Central."""
    rows = ImprovementPlan.objects.visible_to(actor).filter(central=current_agency_id(), stage__in=OPEN_TO_CENTRAL)
    return rows.select_related("agency", "participation__indicator_set")


def followed_items(actor):
    return ImprovementItem.objects.visible_to(actor).filter(plan__in=followed_plans(actor).order_by().values("pk")).select_related(
        "plan__agency", "indicator", "responsible_user__person")


def followed_checks(actor):
    return ProgressCheck.objects.visible_to(actor).filter(agency=current_agency_id()).select_related("plan__participation", "plan__agency")


# ---- what became of an item

@dataclass(frozen=True)
class Standing:
    """An item with what was reported of it and what Central said, the earliest first."""

    item: ImprovementItem
    reports: list[Progress] = field(default_factory=list)           # sent
    remarks: list[ItemRemark] = field(default_factory=list)

    @property
    def closing(self):
        """The remark that ended it, or None."""
        return next((one for one in self.remarks if one.closes), None)

    @property
    def is_closed(self):
        return self.closing is not None

    @property
    def latest(self):
        return self.reports[-1] if self.reports else None

    @property
    def state(self):
        """closed, or what was last reported, or nothing yet."""
        return "closed" if self.is_closed else self.latest.state if self.latest else "not_reported"


def standings_of(actor, plan):
    """[Standing] in the order of the set; as many statements for one item as for thirty."""
    rows = ImprovementItem.objects.visible_to(actor).filter(plan=plan).select_related(
        "plan", "indicator", "responsible_user__person", "written_by__person")
    return standings_for(actor, rows.order_by("indicator__position", "pk"))


def standings_for(actor, items):
    items = list(items)
    found = {one.pk: Standing(one) for one in items}
    reports = Progress.objects.visible_to(actor).filter(item__in=items, sent_at__isnull=False).select_related("check_of")
    for one in reports.prefetch_related("files").order_by("check_of__due_on", "pk"):
        found[one.item_id].reports.append(one)
    for said in ItemRemark.objects.visible_to(actor).filter(item__in=items).select_related("written_by__person").order_by("pk"):
        found[said.item_id].remarks.append(said)
    return list(found.values())


def checks_of(actor, plan):
    return list(ProgressCheck.objects.visible_to(actor).filter(plan=plan).order_by("due_on"))


def items_closed_by_year(actor=COUNTING):
    """{(agency's id, year): (items closed, items in all)} of plans that are approved or closed: what this house may count."""
    closing = ItemRemark.objects.visible_to(actor).filter(item=OuterRef("pk"), closes=True)
    items = ImprovementItem.objects.visible_to(actor).filter(plan__stage__in=OPEN_TO_CENTRAL).order_by()
    found: dict = {}
    for agency, year, is_closed in items.values_list("agency", "plan__year", Exists(closing)):
        done, total = found.get((agency, year), (0, 0))
        found[agency, year] = (done + is_closed, total + 1)
    return found
