"""The case page."""
from django.http import Http404

from accounts.guards import staff


@staff()
def case(request, public_id):
    raise Http404
