"""Numbers without gaps: a counter row taken in the transaction that uses the number, so that what is undone gives it back."""
from django.db import transaction

from core.models import Series


@transaction.atomic
def next_number(series, year):
    """The next number of this agency's series in that year, from 1. Whoever asks meanwhile waits until this transaction ends."""
    counter = _counter(series, year)
    counter.last += 1
    counter.save(update_fields=["last"])
    return counter.last


@transaction.atomic
def start_after(series, year, number):
    """Numbers up to this one were given before the system: the next is higher. Never lowers a counter."""
    counter = _counter(series, year)
    if counter.last < number:
        counter.last = number
        counter.save(update_fields=["last"])
    return counter.last


def _counter(series, year):
    Series.everything.bulk_create([Series(name=series, year=year)], ignore_conflicts=True)
    return Series.everything.select_for_update().get(name=series, year=year)
