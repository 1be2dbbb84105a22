"""How a certificate's state is shown: its shape, its word in a list, its sentence on the pass and on the page of the check."""
from django.utils.translation import gettext as _

from certification.models.certificate import State

SHAPES = {
    State.UPCOMING: "todo", State.VALID: "valid", State.EXPIRING: "expiring", State.SUSPENDED: "suspended", State.REVOKED: "revoked",
    State.SURRENDERED: "expired", State.SUPERSEDED: "expired", State.EXPIRED: "expired",
}


def word(state):
    return {
        State.UPCOMING: _("not yet valid"), State.VALID: _("valid"), State.EXPIRING: _("expiring soon"), State.SUSPENDED: _("suspended"),
        State.REVOKED: _("revoked"), State.SURRENDERED: _("surrendered"), State.SUPERSEDED: _("renewed by another"),
        State.EXPIRED: _("no longer valid"),
    }[state]


def sentence(state):
    """As a whole sentence, for the pass."""
    return {
        State.UPCOMING: _("This certification has not begun yet"), State.VALID: _("This certification is valid"),
        State.EXPIRING: _("This certification is valid and ends soon"), State.SUSPENDED: _("This certification is suspended"),
        State.REVOKED: _("This certification was revoked"), State.SURRENDERED: _("This certification was given back"),
        State.SUPERSEDED: _("A newer certification has taken its place"), State.EXPIRED: _("This certification has expired"),
    }[state]


def answer(state):
    """What somebody is told who checks a plaque on a wall."""
    if state in (State.VALID, State.EXPIRING):
        return _("This certification is valid now")
    return sentence(state)
