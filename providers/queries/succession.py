"""Who follows whom, and whose sanctions count against a successor."""
from accounts.actors import Actor
from core import clock
from providers.models import BusinessPause, Succession

FOLLOWING = Actor.system("who follows whom")


def successions_of(actor, provider):
    """[what it followed, what followed it] as rows, the latest first."""
    rows = Succession.objects.visible_to(actor).select_related("predecessor", "successor").order_by("-happened_on", "-pk")
    return list(rows.filter(successor=provider)), list(rows.filter(predecessor=provider))


def sanctions_followed(successor, day=None):
    """Predecessors' ids, as a subquery: what stands against them stands on that day against the successor. Takes an OuterRef too."""
    rows = Succession.objects.visible_to(FOLLOWING).filter(successor=successor, sanctions_until__gte=day or clock.today())
    return rows.order_by().values("predecessor")


def pauses_of(actor, provider):
    return BusinessPause.objects.visible_to(actor).filter(provider=provider).order_by("from_on", "pk")
