"""An agency's certification in figures: kept as it was counted, and told to the Central institute without small numbers."""
from django.db import transaction

from accounts.models import Agency
from agencies.models import CertificationAggregate, CertificationCount
from agencies.models.aggregate import KEYS
from agencies.permissions import can_keep_figures
from agencies.small_numbers import as_told
from core import clock
from core.workflow import record, require

WRITTEN = ["as_of", "counted_at", *KEYS]


@transaction.atomic
def keep_figures(agency, years, *, actor):
    """`years`: {year: (day, {key: number})} as they stand now. Safe to do twice; says in the trail what has changed. Returns the years that
    have."""
    require(can_keep_figures(actor))
    known = {row.year: row.figures for row in CertificationCount.everything.filter(agency=agency)}
    changed = sorted(year for year, (_day, counts) in years.items() if known.get(year) != counts)
    now = clock.now()
    CertificationCount.everything.bulk_create(
        [CertificationCount(agency=agency, year=year, as_of=day, counted_at=now, **counts) for year, (day, counts) in years.items()],
        update_conflicts=True, unique_fields=["agency", "year"], update_fields=WRITTEN)
    for central in Agency.objects.filter(kind=Agency.Kind.CENTRAL):
        CertificationAggregate.everything.bulk_create(
            [CertificationAggregate(agency=agency, central=central, year=year, as_of=day, counted_at=now, **as_told(counts))
             for year, (day, counts) in years.items()],
            update_conflicts=True, unique_fields=["agency", "central", "year"], update_fields=WRITTEN)
    if changed:
        record("certification.counted", agency, actor=actor, years=changed)
    return changed
