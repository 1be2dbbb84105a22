"""Independent: nobody, staff and auditors included, sees a judgement before all of the team's are in."""
from django.db.models import Exists, OuterRef, Q

from accounts.actors import Actor
from visits.models.item import VisitItem
from visits.models.team import VisitMember

ASKING = Actor.system("whether all judgements of an item are in")


def current_members():
    return VisitMember.objects.visible_to(ASKING).filter(ended_at=None)


def items_all_in(items, findings):
    """Those of the items that every current member of their team has judged. `findings`: every Finding, unlooked at."""
    judged = findings.filter(item=OuterRef(OuterRef("pk")), author=OuterRef("user")).exclude(judgement="")
    team = current_members().filter(visit=OuterRef("visit"))
    return items.filter(Exists(team)).exclude(Exists(team.filter(~Exists(judged))))


def seen_by(actor, findings):
    """One's own, and those of the team of today on items where all are in. A replaced member's sheet stays unseen, except by its author."""
    own = Q(author=actor.user) if actor.user else Q(pk__in=())
    of_the_team = Exists(current_members().filter(visit=OuterRef("item__visit"), user=OuterRef("author")))
    return own | (Q(item__in=items_all_in(VisitItem.objects.visible_to(actor), findings)) & Q(of_the_team))
