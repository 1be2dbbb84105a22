"""Pages."""
from django.http import Http404

from accounts.guards import signed_in


@signed_in
def applications(request, public_id=None):
    raise Http404


@signed_in
def application(request, public_id=None):
    raise Http404


@signed_in
def report(request, public_id=None):
    raise Http404
