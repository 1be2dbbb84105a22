"""Pages."""
from django.http import Http404

from accounts.guards import signed_in


@signed_in
def home(request, public_id=None):
    raise Http404


@signed_in
def meeting(request, public_id=None):
    raise Http404
