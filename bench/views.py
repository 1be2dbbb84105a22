"""The reference, and a list as plain as a list can be."""
from django.db import transaction
from django.http import HttpResponse

from accounts.guards import public
from providers.models import Provider


@public
@transaction.non_atomic_requests
def hello(request):
    return HttpResponse("hello")


@public
def listing(request):
    """Twenty rows, the agency named in the query too, so that it shows the same with and without walls."""
    rows = Provider.everything.filter(agency_id=request.agency.pk).order_by("pk")[:20]
    return HttpResponse("\n".join(row.name for row in rows))
