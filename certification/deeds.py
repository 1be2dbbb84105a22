"""What may be done with a certificate now, by whom, and why not: for the page that offers it. The workflow asks again."""
from django.utils.translation import gettext as _

from certification.models.certificate import State
from certification.permissions import can_reissue, can_relieve
from core import clock
from panels.queries.tied import is_tied

IN_FORCE = (State.VALID, State.EXPIRING)
LIVING = (State.UPCOMING, *IN_FORCE, State.SUSPENDED)


def why_not(deed, actor, certificate):
    """The sentence that stands where the form would, or an empty one."""
    state = certificate.state
    ended = certificate.ended_on and (deed != "reinstate" or certificate.is_past_sanction)      # in force again until a later end
    if ended or state not in LIVING:
        return _("This certificate has ended already.") if ended else _("This certificate has expired.")
    return _by_state(deed, certificate, state) or _by_person(deed, actor, certificate)


def _by_state(deed, certificate, state):
    suspended = certificate.suspended_from and (certificate.suspended_to is None or certificate.suspended_to >= clock.today())
    if deed == "reinstate" and not suspended:
        return _("It is not suspended.")
    if deed in ("reissue", "correct") and state == State.SUSPENDED:
        return _("While it is suspended, nothing is printed anew of it.")
    return ""


def _by_person(deed, actor, certificate):
    if deed in ("reissue", "correct"):
        return "" if can_reissue(actor) else _("Officers and managers do this.")
    if not can_relieve(actor):
        return _("Only the director decides this.")
    if is_tied(actor, certificate.provider):
        return _("Something ties you to this provider. Somebody else decides about its certificate.")
    return ""
