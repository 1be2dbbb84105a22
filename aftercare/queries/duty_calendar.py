"""A provider's duties as its own page and its calendar show them: what is to do now, what comes, what was done."""
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from accounts.actors import Actor
from aftercare.models import Duty, DutyFeed
from aftercare.models.duty import own_provider
from aftercare.stages import DutyStage
from core import clock
from providers.models import ProviderMember

READING = Actor.system("a calendar reads the days of duties")
DONE_SHOWN = 60


@dataclass(frozen=True)
class Overview:
    now: list           # open and begun, those that are late first
    coming: list        # [(first day of a month, duties due in it)]
    past: list          # done, waived, lapsed, the newest first
    several: bool       # of more than one provider


def own_duties(actor):
    rows = Duty.objects.visible_to(actor).filter(own_provider(actor))
    return rows.select_related("certificate", "provider").prefetch_related("changes")


def overview_of(actor):
    """Everything that the actor's providers owe and did."""
    today, rows = clock.today(), own_duties(actor)
    still = list(rows.filter(stage=DutyStage.OPEN).order_by("due_on", "pk"))
    past = list(rows.exclude(stage=DutyStage.OPEN).order_by("-due_on", "-pk")[:DONE_SHOWN])
    now = [one for one in still if one.opens_on <= today]
    return Overview(now, by_month([one for one in still if one.opens_on > today]), past,
                    len({one.provider_id for one in (*still, *past)}) > 1)


def by_month(duties):
    months: dict[date, list[Duty]] = {}
    for one in duties:
        months.setdefault(one.due_on.replace(day=1), []).append(one)
    return sorted(months.items())


def memberships_of(actor):
    """The providers that the actor acts for, each with the actor's calendar address of it, or None."""
    mine = ProviderMember.objects.visible_to(READING).filter(user=actor.user, left_at=None).select_related("provider").order_by("pk")
    feeds = {one.provider_id: one for one in DutyFeed.objects.visible_to(actor).filter(user=actor.user, ended_at=None)}
    return [(one.provider, feeds.get(one.provider_id)) for one in mine]


def feed_for(public_id):
    """The calendar address in force with that id whose person still acts for its provider, or None."""
    feed = DutyFeed.objects.visible_to(READING).filter(public_id=public_id, ended_at=None).select_related("user").first()
    if feed is None or not feed.user.is_active:
        return None
    members = ProviderMember.objects.visible_to(READING).filter(provider=feed.provider_id, user=feed.user_id, left_at=None)
    return feed if members.exists() else None


def days_of(feed):
    """What a calendar is told: open duties that the provider knows of, and those that were done; not what is owed no more."""
    rows = Duty.objects.visible_to(READING).filter(provider=feed.provider_id, announced=True, stage__in=(DutyStage.OPEN, DutyStage.DONE))
    return rows.annotate(moved=Count("changes")).order_by("due_on", "pk")
