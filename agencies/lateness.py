"""A report after its last day is accepted; what the year's set takes off for it, said before it is sent."""
from decimal import Decimal

from core import clock


def days_late(due_on, arrived_at):
    """Whole and begun days after 24:00 in Seoul of the last day; 0 in time."""
    return max(0, (clock.seoul(arrived_at).date() - due_on).days) if arrived_at >= clock.end_of(due_on) else 0


def deduction(indicator_set, days):
    """Points off for so many days late, at most what the set names."""
    return min(Decimal(days) * indicator_set.late_per_day, indicator_set.late_most)
