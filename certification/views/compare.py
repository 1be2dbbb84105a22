"""Up to four certificates side by side. The address holds which: nothing is remembered of who compares."""
from urllib.parse import urlencode

from django.shortcuts import render
from django.utils.translation import gettext as _

from accounts.guards import public
from certification import queries
from certification.queries.compare import AT_LEAST, AT_MOST
from certification.templatetags.register import said
from core import clock
from core.public_pages import kept_page


@public
@kept_page(parameters=("n",))
def register_compare(request):
    """At an agency its own, on the national site those of all."""
    chosen, ended, unknown = queries.to_compare(request.GET.getlist("n")[:AT_MOST * 5], request.agency)
    shown = chosen[:AT_MOST]
    offered = queries.comparable(shown) if shown and len(shown) < AT_MOST else []
    return render(request, "certification/compare.html", {
        "columns": [(entry, address_of(entry.number, shown, keeps=False)) for entry in shown], "left": chosen[AT_MOST:], "ended": ended,
        "unknown": [number[:40] for number in unknown], "areas": areas_of(shown), "is_table": len(shown) >= AT_LEAST,
        "offered": [(entry, address_of(entry.number, shown, keeps=True)) for entry in offered], "today": clock.today()})


def address_of(number, shown, *, keeps):
    """The query of the same page with this one added, or without it."""
    numbers = [entry.number for entry in shown if entry.number != number]
    return "?" + urlencode([("n", one) for one in numbers + ([number] if keeps else [])])


def areas_of(shown):
    """[(name of an area, [what was found there, certificate by certificate])]; editions may have different areas."""
    names = dict.fromkeys(said(area, "name") for entry in shown for area in entry.areas)
    return [(name, [found_in(entry, name) for entry in shown]) for name in names]


def found_in(entry, name):
    area = next((area for area in entry.areas if said(area, "name") == name), None)
    return _("all %(count)s indicators compliant") % {"count": len(area["indicators"])} if area else _("not part of its edition")
