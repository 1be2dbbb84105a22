"""The errata of an edition, each where it belongs."""
from django.utils.translation import get_language

from certification.models import Erratum
from certification.wording import short_label


def errata_of(actor, version):
    """In the order in which they were noted."""
    return Erratum.objects.visible_to(actor).filter(version=version).select_related("noted_by__person").order_by("noted_at", "pk")


def errata_shown(actor, version):
    """Those of texts in the page's language, and of texts without one: what a reader finds beside the text."""
    shown = ("", "en" if get_language() == "en" else "ko")
    return [erratum for erratum in errata_of(actor, version) if erratum.language in shown]


def with_errata(errata, rows):
    """Gives each row its `errata`, each with the name of its text."""
    beside = {}
    for one in errata:
        one.label = short_label(one.field)
        beside.setdefault(one.about, []).append(one)
    for row in rows:
        row.errata = beside.get((row.kind, row.pk), [])
    return rows
