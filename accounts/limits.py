"""How often somebody may try: a place is reserved in Redis before any password is looked at, so that a crowd cannot race past it."""
from functools import cache

import redis
from django import forms
from django.conf import settings
from django.utils.translation import gettext as _

from core.errors import Unavailable


@cache
def _counters():
    return redis.Redis.from_url(settings.LIMITS_URL, socket_timeout=1, socket_connect_timeout=1)


def reserve(key, limit, seconds):
    """True if this try is among the first `limit` within `seconds`. Raises Unavailable if the counters do not answer."""
    try:
        with _counters().pipeline(transaction=True) as pipe:
            pipe.incr(f"poom:limit:{key}")
            pipe.expire(f"poom:limit:{key}", seconds, nx=True)
            return pipe.execute()[0] <= limit
    except redis.RedisError:
        raise Unavailable(_("Sign-in is paused for a moment because a part of the system does not answer. "
                            "Nothing is lost; please try again in a few minutes.")) from None


def reserve_or_say(key, limit, seconds):
    """The same inside a form: too many tries, or counters that do not answer, are a sentence beside what was typed."""
    try:
        free = reserve(key, limit, seconds)
    except Unavailable as away:
        raise forms.ValidationError(str(away)) from None
    if not free:
        raise forms.ValidationError(_("There were too many tries. Please wait a while and try again."))


def forget(key):
    """Somebody got in: their earlier slips no longer count."""
    try:
        _counters().delete(f"poom:limit:{key}")
    except redis.RedisError:
        return
