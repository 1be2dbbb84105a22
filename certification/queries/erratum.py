"""The errata of an edition, each where it belongs."""
from certification.models import Erratum
from certification.wording import short_label


def errata_of(actor, version):
    """In the order in which they were noted."""
    return Erratum.objects.visible_to(actor).filter(version=version).select_related("noted_by__person").order_by("noted_at", "pk")


def with_errata(errata, rows):
    """Gives each row its `errata` in the page's language and in none, each with the name of its text."""
    beside = {}
    for one in errata:
        one.label = short_label(one.field)
        beside.setdefault(one.about, []).append(one)
    for row in rows:
        row.errata = beside.get((row.kind, row.pk), [])
    return rows
