"""What agencies did in the network, as one number per agency and year: step 1 of the four.

Another count (meetings attended, tasks done, cases) is one more line of COUNTED: a query (actor) → {(agency's id, year): number}.
"""
from collections import Counter

from django.db.models import Count
from django.db.models.functions import ExtractYear

from agencies.models import Activity, SupportRequest
from agencies.permissions import at_central
from agencies.queries.activity import OUT
from agencies.support_stages import GIVEN
from core.tenancy import current_agency_id


def published_activities(actor):
    """By the year in which each began."""
    return _by_year(Activity.objects.visible_to(actor).filter(**OUT), "from_on")


def granted_requests(actor):
    """By the year in which each was decided, in Seoul."""
    return _by_year(SupportRequest.objects.visible_to(actor).filter(stage__in=GIVEN), "decided_at")


COUNTED = (published_activities, granted_requests)


def network_activity(actor):
    """{(agency's id, year): number}: everything of COUNTED together; an agency reads its own."""
    total: Counter = Counter()
    for count in COUNTED:
        total.update(count(actor))
    return dict(total)


def _by_year(rows, field):
    rows = rows if at_central() else rows.filter(agency=current_agency_id())
    found = rows.annotate(year=ExtractYear(field)).order_by().values_list("agency", "year").annotate(number=Count("pk"))
    return {(agency, year): number for agency, year, number in found}
