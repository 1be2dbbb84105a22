"""What waits for somebody at the desk, by their role."""
from dataclasses import dataclass, is_dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Role
from aftercare.queries.duty_board import late_duties
from agencies.queries.bulletin import readings_left
from core.models import Pulse
from core.poison import poisoned_errands
from core.tenancy import current_agency_id
from evaluations.next_steps import days_in_stage, is_late, work_of
from evaluations.queries import announcements_to_decide, open_challenges, waiting_at_desk
from providers.queries import confirmations_due, waiting_for_confirmation

SHOWN = 10
MANY_UNLINKED = 100         # the linker comes every few seconds: so many mean that it does not


@dataclass(frozen=True)
class Waiting:
    """Providers that wait for this person's decision."""

    rows: list              # (provider, its running period or None)
    count: int


def providers_to_decide(actor):
    """For those who decide: the longest waiting first; None for everybody else."""
    if not actor.has(Role.OFFICER, Role.MANAGER):
        return None
    rows = list(waiting_for_confirmation(actor)[:SHOWN + 1])
    count = len(rows) if len(rows) <= SHOWN else waiting_for_confirmation(actor).count()
    due = confirmations_due(actor, rows[:SHOWN])
    return Waiting([(row, due.get(row.pk)) for row in rows[:SHOWN]], count)


@dataclass(frozen=True)
class WaitingCases:
    """Cases that officers and managers have to go on with."""

    rows: list              # (case, what is to be done, days in its stage, whether these are too many)
    count: int


def cases_to_go_on(actor):
    """For those who work on cases: whoever has stood longest first; None for everybody else."""
    if not actor.has(Role.OFFICER, Role.MANAGER):
        return None
    rows = list(waiting_at_desk(actor)[:SHOWN + 1])
    count = len(rows) if len(rows) <= SHOWN else waiting_at_desk(actor).count()
    return WaitingCases([(row, work_of(row), days_in_stage(row), is_late(row)) for row in rows[:SHOWN]], count)


@dataclass(frozen=True)
class LateDuties:
    """Duties that should have been done by now."""

    rows: list
    count: int


def duties_late(actor):
    """For those who follow them up: the longest ago first; None for everybody else."""
    if not actor.has(Role.OFFICER, Role.MANAGER):
        return None
    rows = list(late_duties(actor)[:SHOWN + 1])
    return LateDuties(rows[:SHOWN], len(rows) if len(rows) <= SHOWN else late_duties(actor).count())


@dataclass(frozen=True)
class WaitingBulletins:
    """Readings that are still owed."""

    rows: list
    count: int


def announcements_for(actor):
    """What the manager has to release, the city to agree to and the director to approve."""
    return list(announcements_to_decide(actor)) if actor.has(Role.MANAGER, Role.DIRECTOR, Role.OBSERVER) else []


def challenges_for(actor):
    """What the manager has to decide, the longest waiting first."""
    return list(open_challenges(actor)) if actor.has(Role.MANAGER) else []


def bulletins_to_read(actor):
    """What the Central institute has sent to this person and is still to be read or confirmed, the nearest day first."""
    rows = list(readings_left(actor)[:SHOWN + 1])
    return WaitingBulletins(rows[:SHOWN], len(rows) if len(rows) <= SHOWN else readings_left(actor).count())


def troubles(actor):
    """[(sentence, address)]: what does not go by itself, for those who look after the system."""
    found = []
    if actor.may_administer and (stuck := poisoned_errands(actor).count()):
        found.append((ngettext("%(count)d piece of work is stuck.", "%(count)d pieces of work are stuck.", stuck) % {"count": stuck},
                      reverse("stuck_work")))
    pulse = Pulse.objects.filter(agency=current_agency_id()).first() if actor.may_audit else None
    if pulse and pulse.not_yet_linked > MANY_UNLINKED:
        found.append((_("%(count)d events of the audit trail are not yet linked.") % {"count": pulse.not_yet_linked},
                      reverse("admin:core_auditevent_changelist")))
    return found


def is_empty(part):
    """Of what stands on the first page: a number, rows, or several of them together."""
    several = tuple(vars(part).values()) if is_dataclass(part) else tuple(part.values()) if isinstance(part, dict) else part
    return all(map(is_empty, several)) if isinstance(several, tuple) else not several
