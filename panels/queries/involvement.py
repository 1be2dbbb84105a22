"""The ledger of involvements, as conflict detection reads it."""
from accounts.actors import Actor
from panels.models import Involvement


def involvements_of(person, *, subject=None, matter=None):
    """What this person has had to do, all in all or with one subject or case, the latest first."""
    rows = Involvement.objects.visible_to(Actor.system("who has had to do with whom")).filter(person=person)
    if subject is not None:
        rows = rows.filter(subject=subject)
    if matter is not None:
        rows = rows.filter(matter=matter)
    return rows.order_by("-noted_at", "-pk")
