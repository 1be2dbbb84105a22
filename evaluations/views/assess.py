"""Pages."""
from django.http import Http404

from accounts.guards import signed_in


@signed_in
def home(request, public_id=None):
    raise Http404


@signed_in
def declaration(request, public_id=None):
    raise Http404


@signed_in
def case(request, public_id=None):
    raise Http404


@signed_in
def consolidation(request, public_id=None):
    raise Http404
