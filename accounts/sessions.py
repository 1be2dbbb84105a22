"""How long a session lives: idle and absolute limits by the real clock; and what ends them all."""
from django.conf import settings
from django.contrib.auth import SESSION_KEY, update_session_auth_hash
from django.db.models import F

from accounts.models import Affiliation, User
from core import clock

SEEN_EVERY = 60         # seconds between two notes that somebody is still there


def begin(request, user):
    """At sign-in: note when it began and how long it may lie idle."""
    at_an_agency = user.is_operator or Affiliation.objects.filter(user=user).exists()
    now = clock.real_now().timestamp()
    request.session["began"] = request.session["seen"] = now
    request.session["idle"] = settings.SESSION_IDLE_STAFF if at_an_agency else settings.SESSION_IDLE


def enforce(request):
    """End a session that is over. Returns the account's id if one was signed in with this session, over or not."""
    session = request.session
    was = session.get(SESSION_KEY)
    if was is None:
        return None
    now = clock.real_now().timestamp()
    began, seen = session.setdefault("began", now), session.setdefault("seen", now)
    if now - seen > session.get("idle", settings.SESSION_IDLE_STAFF) or now - began > settings.SESSION_ABSOLUTE:
        session.flush()
    elif now - seen > SEEN_EVERY:
        session["seen"] = now
    return int(was)


def end_all_of(user):
    """The next request of each of this account's sessions is a stranger's."""
    User.objects.filter(pk=user.pk).update(session_epoch=F("session_epoch") + 1)
    user.refresh_from_db(fields=["session_epoch"])


def keep_own(request):
    """What somebody did ended all of their sessions; the one they did it in goes on, under a new key."""
    request.user.refresh_from_db(fields=["session_epoch"])
    update_session_auth_hash(request, request.user)
