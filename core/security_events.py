"""Events that stay although what they were about is undone: a refused file leaves nothing but this behind."""
from contextlib import contextmanager
from contextvars import ContextVar

from core.audit import record
from core.tenancy import current_agency

_noted: ContextVar = ContextVar("security events", default=None)


def note_event(verb, *, actor, **facts):
    """Written into the audit trail when the request is over, whatever it undid; outside of requests at once."""
    noted = _noted.get()
    if noted is None:
        record(verb, current_agency(), actor=actor, **facts)
    else:
        noted.append((verb, actor, facts))


@contextmanager
def collected():
    """Inside, events wait. Gives the list that `write` takes."""
    noted = []
    token = _noted.set(noted)
    try:
        yield noted
    finally:
        _noted.reset(token)


def write(noted):
    for verb, actor, facts in noted:
        record(verb, current_agency(), actor=actor, **facts)
    noted.clear()
