"""One's own sessions, ended from another browser."""
from django.db import transaction
from django.utils.translation import gettext as _

from accounts import sessions
from accounts.permissions import is_self
from accounts.workflow.people import record_at_home
from core.workflow import lock, refuse_if, require


@transaction.atomic
def end_session(user, handle, *, actor):
    """That browser is signed out with its next request."""
    user = lock(user)
    require(is_self(actor, user))
    refuse_if(not sessions.end_one(user, handle), _("This session has ended already."))
    record_at_home("session.ended", user, actor=actor)
    return user


@transaction.atomic
def end_sessions(user, *, actor):
    """Every browser is signed out; who did it keeps their own by `sessions.keep_own`."""
    user = lock(user)
    require(is_self(actor, user))
    sessions.end_all_of(user)
    record_at_home("sessions.ended", user, actor=actor)
    return user
