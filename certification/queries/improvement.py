"""Proposals to improve indicators: all of them, and those that concern an indicator of a draft."""
from django.db.models import F, Q

from accounts.actors import Actor
from accounts.models import Membership, Role
from accounts.permissions import same_person
from certification.models import ImprovementProposal, IndicatorMapping

ASKING = Actor.system("who else may answer a proposal")
EDITIONS_BACK = 5


def improvements_of(actor):
    """The open ones first, the latest first among each."""
    rows = ImprovementProposal.objects.visible_to(actor).select_related("indicator__version", "proposed_by__person", "answered_by__person")
    return rows.order_by(F("answered_at").desc(nulls_first=True), "-proposed_at", "-pk")


def open_improvements(actor):
    return improvements_of(actor).filter(outcome="")


def is_others_to_answer(actor, proposal):
    """Whoever proposed it leaves the answer to somebody else who edits the criteria, if there is anybody. Persons are compared."""
    proposer = proposal.proposed_by
    if not any(same_person(one, proposer) for one in actor.people):
        return False
    editors = Membership.objects.visible_to(ASKING).filter(role__in=(Role.OFFICER, Role.MANAGER, Role.ADMIN), ended_at=None)
    theirs = Q(user=proposer) | Q(user__person=proposer.person_id) if proposer.person_id else Q(user=proposer)
    return editors.filter(user__is_active=True).exclude(theirs).exists()


def improvements_for(actor, indicator):
    """Of this indicator and of those from which it came, edition by edition; by its code where no edition goes before."""
    came_from = _came_from(actor, indicator)
    about = Q(indicator__in=came_from) if indicator.version.follows_id else Q(indicator__code=indicator.code)
    return improvements_of(actor).filter(about | Q(indicator=indicator))


def _came_from(actor, indicator):
    known, here = set(), {indicator.pk}
    for _edition in range(EDITIONS_BACK):
        rows = IndicatorMapping.objects.visible_to(actor).filter(new__in=here, old__isnull=False)
        here = set(rows.values_list("old", flat=True)) - known
        known |= here
        if not here:
            break
    return known
