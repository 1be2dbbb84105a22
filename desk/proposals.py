"""A card for those who propose: the indicator, what its figures say, earlier proposals; and the frame in which this person reads it."""
from django.db.models import Q
from django.shortcuts import render

from accounts.actors import Actor
from accounts.models import Role
from agencies.figures import FEW
from agencies.insight_chart import ranges_of
from agencies.models import IndicatorSet
from agencies.models.proposal import STAFF_WHO_PROPOSE
from agencies.network_permissions import can_propose_for_framework, can_propose_for_set
from agencies.queries import history_of
from agencies.queries import insight as years
from agencies.queries.indicator_set import sets_of
from agencies.queries.proposal import answers_to_release, open_on, published_on, received_proposals, tasks_of_draft
from agencies.stages import ProposalStage
from certification.queries import versions_of
from certification.queries.edition import editions_of
from desk.pages import desk_page
from evaluations.figures import IndicatorFigures
from evaluations.models import IndicatorInsight
from providers.models import Provider, ProviderMember
from providers.permissions import EDITORS

TELLING = Actor.system("what rounds say of an indicator, without a name")
SHOWN = 10


def proposal_page(request, template, context, status=200):
    """In the desk's frame for staff, in everybody's own for assessors and providers."""
    if request.actor.is_staff:
        return desk_page(request, template, {"frame": "desk/proposal_desk.html", **context}, status=status)
    return render(request, template, {"frame": "desk/proposal_portal.html", **context}, status=status)


def providers_edited(actor):
    """Providers for which this person may propose; none for staff and assessors, who propose for themselves."""
    rows = Provider.objects.visible_to(actor)
    if actor.user is None or actor.has(*STAFF_WHO_PROPOSE, Role.ASSESSOR):
        return rows.none()
    mine = ProviderMember.objects.visible_to(actor).filter(user=actor.user, left_at=None, role__in=EDITORS)
    return rows.filter(pk__in=mine.values("provider")).order_by("name", "pk")


def may_propose_for_framework(actor, providers):
    return can_propose_for_framework(actor) or bool(providers)


def sets_to_propose_for(actor):
    """The latest set that is in force, as everybody who may propose for it reads it; at most one."""
    if not can_propose_for_set(actor):
        return []
    rows = IndicatorSet.objects.visible_to(actor).filter(published_at__isnull=False, agency__kind="central")
    return list(rows.select_related("agency").order_by("-year")[:1])


def editions_to_propose_for(actor, providers):
    """The agency's edition in force of each of its frameworks."""
    if not may_propose_for_framework(actor, providers):
        return []
    latest: dict = {}
    for one in versions_of(actor):
        latest.setdefault(one.framework_id, one)
    return list(latest.values())


def card_of_set(actor, indicator):
    """A management indicator: the latest year of it that was worked out, and earlier proposals over its years."""
    history = history_of(actor, indicator)
    insight, figures = figures_of_years(actor, history) if can_propose_for_set(actor) or actor.is_staff else (None, None)
    return {"indicator": indicator, "history": history, "figures": figures, "rows": [figures], "insight": insight, "least": FEW,
            "chart": ranges_of([figures]) if figures and insight.agencies >= FEW else None,
            "earlier": published_on(actor, indicator, {one.code for one in history})[:SHOWN],
            "open": open_on(actor, indicator, "management_indicator")}


def figures_of_years(actor, history):
    """(insight, IndicatorFigures) of the latest year that says something of this indicator, or (None, None)."""
    for row in history:
        insight = years.latest_year_insight(actor, row.indicator_set)
        kept = [one for one in insight.indicators if one["code"] == row.code] if insight else []
        if kept:
            return insight, years.IndicatorFigures.of(kept[0], row.name)
    return None, None


def card_of_criteria(actor, indicator, providers):
    """An indicator of the criteria: what its last finished round says, if that is of five cases or more."""
    told = may_propose_for_framework(actor, providers) or actor.is_staff
    return {"indicator": indicator, "shares": shares_of(actor, indicator) if told else [], "least": FEW,
            "earlier": published_on(actor, indicator, {indicator.code})[:SHOWN], "open": open_on(actor, indicator, "indicator")}


def shares_of(actor, indicator):
    """[(which, Share)] of at least five; how assessors differ only for staff and assessors."""
    row = IndicatorInsight.objects.visible_to(TELLING).filter(indicator=indicator).order_by("-insight__worked_out_at", "-pk").first()
    if row is None:
        return []
    figures = IndicatorFigures.of(row)
    names = ["rate", "documents", "site"] if actor.is_staff or actor.has(Role.ASSESSOR) else ["rate"]
    return [(name, getattr(figures, name)) for name in names if getattr(figures, name) and getattr(figures, name).of >= FEW]


# ---- what waits, for those who keep indicators

def drafts_of(actor, task):
    """{key: (words, draft)}: versions into which this change can be worked: not published, of its own kind."""
    if task.proposal.is_management:
        rows = sets_of(actor).filter(published_at=None)
    else:
        rows = editions_of(actor).filter(published_at=None, framework=task.proposal.version.framework_id)
    return {str(one.public_id): (str(one), one) for one in rows}


def open_drafts(actor):
    """[(draft, its tasks)] of sets and editions that are being written."""
    drafts = [*sets_of(actor).filter(published_at=None), *editions_of(actor).filter(published_at=None)]
    return [(one, list(tasks_of_draft(actor, one))) for one in drafts]


def proposals_waiting(actor):
    """For officers, managers and the director: (unanswered, answers to release), or None where nothing waits."""
    unanswered = received_proposals(actor).filter(stage=ProposalStage.HANDED_IN).count() if actor.has(Role.OFFICER, Role.MANAGER) else 0
    own = Q(drafted_by=actor.user) | Q(proposal__author=actor.user)
    release = answers_to_release(actor).exclude(own).count() if actor.has(Role.MANAGER, Role.DIRECTOR) else 0
    return (unanswered, release) if unanswered or release else None
