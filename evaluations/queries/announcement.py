"""Announcements of results, what waits for one, and what was told."""
from evaluations.models import Announcement, AnnouncementItem, Decision
from evaluations.stages import Stage


def announcements_of(actor):
    """The newest first."""
    return Announcement.objects.visible_to(actor).select_related("round").order_by("-drafted_at", "-pk")


def decisions_to_announce(actor, round, *, but=None):
    """Decided cases of a round that stand in no announcement; with `but`, those of that announcement too. In the order of deciding."""
    taken = AnnouncementItem.objects.visible_to(actor)
    taken = taken.exclude(announcement=but) if but else taken
    rows = Decision.objects.visible_to(actor).filter(application__round=round, application__stage=Stage.DECIDED)
    return rows.exclude(pk__in=taken.values("decision")).select_related("application__service_type").order_by("decided_at", "pk")


def items_of_announcement(actor, announcement):
    """Its cases in the order in which certificates are numbered."""
    rows = AnnouncementItem.objects.visible_to(actor).filter(announcement=announcement)
    return rows.select_related("decision__application__service_type", "letter__file").order_by("position", "pk")


def announced_letter(actor, application):
    """The latest letter with the result of a case, or None; for the provider's people once it is announced."""
    rows = AnnouncementItem.objects.visible_to(actor).filter(decision__application=application, letter__isnull=False)
    found = rows.select_related("letter__file").order_by("-announcement__announced_at", "-pk").first()
    return found and found.letter
