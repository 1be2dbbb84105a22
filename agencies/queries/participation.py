"""Who takes part in a year: what was said, what the law suggests, and of whom nothing is said yet."""
from datetime import date
from typing import NamedTuple

from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import Agency
from agencies.models import Participation
from core import clock


class Proposal(NamedTuple):
    standing: str
    reason: str


def participation_of(actor, indicator_set):
    """The rows of one set, by the agencies' order."""
    rows = Participation.objects.visible_to(actor).filter(indicator_set=indicator_set)
    return rows.select_related("assessed__province").order_by("assessed__province__code", "assessed")


def open_agencies():
    """Provincial agencies that are not closed today."""
    today = clock.today()
    provincial = Agency.objects.filter(Q(closed_on=None) | Q(closed_on__gt=today), kind=Agency.Kind.PROVINCIAL)
    return provincial.select_related("province").order_by("province__code", "pk")


def unsaid_agencies(actor, indicator_set):
    """Open agencies of which nothing was said yet."""
    said = Participation.objects.visible_to(actor).filter(indicator_set=indicator_set).values("assessed")
    return open_agencies().exclude(pk__in=said)


def proposals_for(indicator_set, agencies):
    """{agency's id: Proposal} from the day each opened. An agency whose day is not known is proposed as assessed."""
    return {agency.pk: proposal_for(agency.opened_on, indicator_set.results_of) for agency in agencies}


def proposal_for(opened_on, results_of):
    """Not open in the year that is looked at: nothing to assess. Open for less than a year at its end: may be left out."""
    if opened_on and opened_on > date(results_of, 12, 31):
        return Proposal(Participation.Standing.NOT_OPEN, "")
    if opened_on and opened_on > date(results_of, 1, 1):
        return Proposal(Participation.Standing.EXEMPT, _("Open for less than a year at the end of %(year)s (Act on social service "
                                                         "institutes, article 34 and its decree)") % {"year": results_of})
    return Proposal(Participation.Standing.ASSESSED, "")
