"""Who is told of self-inspections, monitoring visits and corrective actions."""
from accounts.models import Role
from accounts.queries import accounts_holding
from aftercare.watching_stages import MonitoringStage
from core import clock
from panels.queries.tied import tied_staff
from providers.queries import people_of


def people_of_row(row):
    """The accounts that act for the provider that the row is about."""
    return people_of(row.provider)


def desk_of_row(row):
    """The officers and managers of the agency; of an unannounced visit nobody whom something ties to the provider."""
    desk = accounts_holding(Role.OFFICER, Role.MANAGER)
    return desk.exclude(pk__in=tied_staff(row.provider)) if not getattr(row, "is_announced", True) else desk


def managers_of_row(_row):
    """The managers, for what leads to a sanction."""
    return accounts_holding(Role.MANAGER)


def people_still_visited(monitoring):
    """Whom to remind of the day: the provider's people, as long as it is announced and to come."""
    is_to_come = monitoring.is_announced and monitoring.stage == MonitoringStage.PLANNED and monitoring.visit.starts_at > clock.now()
    return people_of_row(monitoring) if is_to_come else ()
