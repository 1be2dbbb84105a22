"""How long a session lives: idle and absolute limits by the real clock; what it knows of itself; and what ends it, or them all."""
from dataclasses import dataclass
from datetime import UTC, datetime

from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY, update_session_auth_hash
from django.db.models import F
from django.utils.crypto import constant_time_compare, salted_hmac

from accounts import devices, second_factor
from accounts.models import Affiliation, Session, User
from core import clock
from core.peers import peer

SEEN_EVERY = 60         # seconds between two notes that somebody is still there


def begin(request, user):
    """At sign-in: note when it began, where, and how long it may lie idle."""
    now = clock.real_now().timestamp()
    session = request.session
    session["began"] = session["seen"] = now
    session["agent"], session["address"] = request.headers.get("User-Agent", "")[:300], peer(request)
    know(session, user)


def know(session, user):
    """What every request asks and only a change of roles or factors changes: both end or renew the session."""
    session["works"] = works(user)
    session["factor"] = second_factor.has_one(user)
    session["idle"] = settings.SESSION_IDLE_STAFF if session["works"] else settings.SESSION_IDLE


def works(user):
    """For an agency, or for the nation as its operator: whose sessions lie idle less long, and who needs a second factor."""
    return user.is_operator or Affiliation.objects.filter(user=user).exists()


def enforce(request):
    """End a session that is over. Returns the account's id if one was signed in with this session, over or not."""
    session = request.session
    was = session.get(SESSION_KEY)
    if was is None:
        return None
    now = clock.real_now().timestamp()
    session.setdefault("began", now)
    seen = session.setdefault("seen", now)
    if is_over(session, now):
        session.flush()
    elif now - seen > SEEN_EVERY:
        session["seen"] = now
    return int(was)


def is_over(session, now):
    return now - session["seen"] > session.get("idle", settings.SESSION_IDLE_STAFF) or now - session["began"] > settings.SESSION_ABSOLUTE


def is_fresh(request):
    """Whether who sits there has shown within five minutes that it is them: by signing in, or by confirming it since."""
    records = get_authentication_records(request, request.user)
    last = max([request.session.get("began", 0), *(record["at"] for record in records if record.get("reauthenticated"))])
    return clock.real_now().timestamp() - last <= settings.CONFIRMED_FOR


def lacks_factor(request):
    """Must have a second factor and has none yet. Who has one is not asked again in this session."""
    session = request.session
    if not settings.SECOND_FACTOR_DEMANDED or session.get("factor"):
        return False
    if not {"works", "factor"} <= set(session.keys()) or session["works"]:
        know(session, request.user)
    return session["works"] and not session["factor"]


def end_all_of(user):
    """The next request of each of this account's sessions is a stranger's."""
    User.objects.filter(pk=user.pk).update(session_epoch=F("session_epoch") + 1)
    user.refresh_from_db(fields=["session_epoch"])


def keep_own(request):
    """What somebody did ended all of their sessions; the one they did it in goes on, under a new key."""
    request.user.refresh_from_db(fields=["session_epoch"])
    update_session_auth_hash(request, request.user)
    know(request.session, request.user)


@dataclass(frozen=True)
class Place:
    """One browser in which somebody is signed in. The handle names it in a form and opens nothing."""

    handle: str
    device: str
    address: str
    since: datetime
    seen: datetime
    is_this: bool


def places_of(user, session_key):
    """Where an account is signed in: this browser first, then the one seen last."""
    places = [place(row, session, session_key) for row, session in open_of(user)]
    return sorted(places, key=lambda one: (one.is_this, one.seen), reverse=True)


def open_of(user):
    """(row, what stands in it) of each session that would still be let in."""
    now, mark = clock.real_now(), user.get_session_auth_hash()
    for row in Session.objects.filter(account=user, expire_date__gt=now):
        session = row.get_decoded()
        is_current = constant_time_compare(session.get(HASH_SESSION_KEY, ""), mark)
        if is_current and "began" in session and not is_over(session, now.timestamp()):
            yield row, session


def place(row, session, session_key):
    since, seen = (datetime.fromtimestamp(session[name], UTC) for name in ("began", "seen"))
    return Place(handle_of(row.session_key), devices.in_words(session.get("agent", "")), session.get("address", ""), since, seen,
                 row.session_key == session_key)


def handle_of(session_key):
    return salted_hmac("accounts.session", session_key, algorithm="sha256").hexdigest()[:32]


def end_one(user, handle):
    """True if there was such a session of this account, and it is gone."""
    gone = [row.session_key for row, _session in open_of(user) if constant_time_compare(handle_of(row.session_key), handle)]
    return bool(Session.objects.filter(account=user, session_key__in=gone).delete()[0])
