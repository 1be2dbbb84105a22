"""A person's calendar address: made, renewed (the older one ends), ended."""
from django.db import transaction

from aftercare.models import DutyFeed
from aftercare.permissions import can_follow_duties
from core import clock
from core.workflow import lock, record, require


@transaction.atomic
def renew_feed(provider, *, actor):
    """A new address for this person; whoever knows the older one reads nothing any more."""
    provider = lock(provider)
    require(can_follow_duties(actor, provider))
    _end(provider, actor)
    feed = DutyFeed.everything.create(provider=provider, user=actor.user, made_at=clock.now())
    record("duty_feed.made", feed, actor=actor)
    return feed


@transaction.atomic
def end_feed(provider, *, actor):
    """No address any more. Returns whether there was one."""
    provider = lock(provider)
    require(can_follow_duties(actor, provider))
    return _end(provider, actor)


def _end(provider, actor):
    older = list(DutyFeed.everything.filter(provider=provider, user=actor.user, ended_at=None).select_for_update())
    for feed in older:
        feed.ended_at = clock.now()
        feed.save(update_fields=["ended_at"])
        record("duty_feed.ended", feed, actor=actor)
    return bool(older)
