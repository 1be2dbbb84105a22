"""Who is at the same thing just now: kept in Redis for less than a minute and nowhere else. Without Redis nobody is seen."""
from functools import cache

import redis
from django.conf import settings

from core import clock
from core.tenancy import current_agency_id

SECONDS = 45                # a page says every 15 seconds that it is still there


@cache
def _board():
    return redis.Redis.from_url(settings.LIMITS_URL, socket_timeout=0.5, socket_connect_timeout=0.5)


def _place(thing):
    return f"poom:here:{current_agency_id()}:{thing._meta.label_lower}:{thing.pk}"


def come(thing, who):
    """Note that this account is at this thing. Returns the ids of the other accounts that are there."""
    now, place = clock.real_now().timestamp(), _place(thing)
    try:
        with _board().pipeline(transaction=True) as pipe:
            pipe.zremrangebyscore(place, 0, now - SECONDS)
            pipe.zadd(place, {str(who): now})
            pipe.expire(place, SECONDS)
            pipe.zrange(place, 0, -1)
            there = pipe.execute()[-1]
    except redis.RedisError:
        return []
    return sorted(int(one) for one in there if int(one) != who)


def leave(thing, who):
    """Gone on: the others need not wait until it is forgotten."""
    try:
        _board().zrem(_place(thing), str(who))
    except redis.RedisError:
        return
