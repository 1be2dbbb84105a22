"""What stands on the one page about a case besides the results: who looked, who keeps away, what was decided before."""
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from accounts.actors import Actor
from accounts.models import District
from evaluations.models import AnnouncementItem, Assignment, Challenge, Decision
from evaluations.queries.committee import Papers
from evaluations.stages import ChallengeStage
from panels.models import Recusal
from panels.queries import overrulings_of
from providers.models import Offering

LOOKING = Actor.system("the one page about a case")


@dataclass(frozen=True)
class Summary:
    papers: Papers
    district: District
    team: list[Assignment]
    recusals: list[Recusal]
    overrulings: list
    challenges: list[Challenge]
    earlier: list[Decision]

    @property
    def unmet(self):
        return [row for area in self.papers.areas for row in area.unmet]

    @property
    def differing(self):
        return [row for area in self.papers.areas for row in area.differing]

    @property
    def amended(self):
        return [row for area in self.papers.areas for row in area.rows if row.amendments]

    @property
    def said(self):
        """What the provider said to the report, the latest round first."""
        return [one for round in self.papers.rounds for one in round.said]


def summary_of(papers):
    """For whoever has these papers."""
    case = papers.application
    return Summary(
        papers, _district(case), list(_team(case)),
        list(Recusal.objects.visible_to(LOOKING).filter(matter=case.matter).select_related("user__person").order_by("recused_at", "pk")),
        list(overrulings_of(LOOKING, case.matter)),
        list(Challenge.objects.visible_to(LOOKING).filter(application=case).exclude(stage=ChallengeStage.OPEN)
             .select_related("assignment__user__person").order_by("pk")),
        list(_earlier(case)))


def _district(case):
    return Offering.objects.visible_to(LOOKING).select_related("site__district").get(pk=case.offering_id).site.district


def _team(case):
    rows = Assignment.objects.visible_to(LOOKING).filter(application=case, ended_at=None)
    return rows.select_related("user__person").order_by("-is_lead", "pk")


def _earlier(case):
    """Decisions that were announced, about the same service at the same site; the latest first."""
    told = AnnouncementItem.objects.visible_to(LOOKING).filter(decision=OuterRef("pk"), announcement__announced_at__isnull=False)
    rows = Decision.objects.visible_to(LOOKING).filter(Q(application=case) | Q(application__offering=case.offering_id))
    return rows.filter(Exists(told)).select_related("application__round").order_by("-decided_at", "-pk")
