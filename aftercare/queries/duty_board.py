"""The officers' board of duties: which are late, due, to come, done; narrowed by kind, month, district, certificate."""
from datetime import date

from django.db.models import Count, Q

from aftercare.models import Duty
from aftercare.stages import DutyStage
from core import clock

STATES = ("late", "now", "coming", "done", "dropped")


def conditions(today):
    """{state of the board: which duties are in it}"""
    still = Q(stage=DutyStage.OPEN)
    return {"late": still & Q(due_on__lt=today), "now": still & Q(opens_on__lte=today, due_on__gte=today),
            "coming": still & Q(opens_on__gt=today, due_on__gte=today), "done": Q(stage=DutyStage.DONE),
            "dropped": Q(stage__in=(DutyStage.WAIVED, DutyStage.LAPSED))}


def duties_narrowed(actor, *, kind="", month=None, district="", certificate=None):
    """All of them, whatever their state; `month` is a day of it, by the last day of the duty."""
    rows = Duty.objects.visible_to(actor)
    if kind:
        rows = rows.filter(kind=kind)
    if month:
        rows = rows.filter(due_on__gte=month.replace(day=1), due_on__lt=next_month(month))
    if district:
        rows = rows.filter(certificate__district__code=district)
    return rows.filter(certificate=certificate) if certificate else rows


def next_month(day):
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def duties_found(actor, *, state="", **narrowed):
    """Rows of the board, the nearest last day first; what was done, the latest first. Without a state: everything that is open."""
    rows, wanted = duties_narrowed(actor, **narrowed), conditions(clock.today())
    rows = rows.filter(wanted[state] if state else Q(stage=DutyStage.OPEN))
    order = ("-due_on", "-pk") if state in ("done", "dropped") else ("due_on", "pk")
    return rows.select_related("certificate__district").order_by(*order)


def duty_counts(actor, **narrowed):
    """{state: how many}, as it is narrowed otherwise, in one query."""
    counts = {state: Count("pk", filter=condition) for state, condition in conditions(clock.today()).items()}
    return duties_narrowed(actor, **narrowed).aggregate(**counts)


def late_duties(actor):
    """What should have been done by now, the longest ago first."""
    return duties_found(actor, state="late")
