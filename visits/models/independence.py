"""Independent: nobody, staff and auditors included, sees a judgement before all of those who have to judge the item are in."""
from django.db.models import Exists, ExpressionWrapper, F, IntegerField, OuterRef, Q

from accounts.actors import Actor
from visits.models.item import VisitItem
from visits.models.team import VisitMember

ASKING = Actor.system("whether all judgements of an item are in")


def current_members():
    return VisitMember.objects.visible_to(ASKING).filter(ended_at=None)


def judging_members():
    """Within a query of items: those of the team of today who have to judge the item, all of them unless it is given to one."""
    whose = ExpressionWrapper(OuterRef("judged_by"), output_field=IntegerField())
    team = current_members().filter(visit=OuterRef("visit")).annotate(whose=whose)
    return team.filter(Q(whose=None) | Q(user=F("whose")))


def items_all_in(items, findings):
    """Those of the items that everybody who has to has judged. `findings`: every Finding, unlooked at."""
    judged = findings.filter(item=OuterRef(OuterRef("pk")), author=OuterRef("user")).exclude(judgement="")
    team = judging_members()
    return items.filter(Exists(team)).exclude(Exists(team.filter(~Exists(judged))))


def seen_by(actor, findings):
    """One's own, and those of the team of today on items where all are in. A replaced member's sheet stays unseen, except by its author."""
    own = Q(author=actor.user) if actor.user else Q(pk__in=())
    of_the_team = Exists(current_members().filter(visit=OuterRef("item__visit"), user=OuterRef("author")))
    return own | (Q(item__in=items_all_in(VisitItem.objects.visible_to(actor), findings)) & Q(of_the_team))
