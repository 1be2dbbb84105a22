"""Certificates side by side: those that were asked for, and what else could stand beside them."""
from django.db.models import Case, IntegerField, Value, When

from certification.queries.register import EXPIRING_SOON, KEY, VALID, conditions, entries
from core import clock

AT_LEAST, AT_MOST, OFFERED = 2, 4, 6
PARTS = ("service_type", "district", "agency")


def to_compare(numbers, agency=None):
    """(rows in force, in the order in which they were asked for; those that are not; numbers that are unknown here)."""
    wanted = [number for number in dict.fromkeys(numbers) if number]
    rows = entries().filter(number__in=[number for number in wanted if KEY.fullmatch(number)], **({"agency": agency} if agency else {}))
    known = {entry.number: entry for entry in rows.select_related(*PARTS).order_by("-pk")} if wanted else {}
    found = [known[number] for number in wanted if number in known]
    return ([entry for entry in found if entry.is_in_force], [entry for entry in found if not entry.is_in_force],
            [number for number in wanted if number not in known])


def comparable(chosen):
    """A few more of the same service at the same agency that are in force, those of the same district first."""
    first, by_status = chosen[0], conditions(clock.today())
    rows = entries().filter(by_status[VALID] | by_status[EXPIRING_SOON], agency=first.agency_id, service_type=first.service_type_id)
    near = Case(When(district=first.district_id, then=Value(0)), default=Value(1), output_field=IntegerField())
    rows = rows.exclude(pk__in=[entry.pk for entry in chosen]).order_by(near, "provider_name", "pk")
    return rows.select_related("district").only("number", "provider_name", "provider_name_en", "district")[:OFFERED]
