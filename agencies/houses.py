"""Pages of one house only: Central's are unknown at an agency, an agency's at Central."""
from functools import wraps

from django.http import Http404

from agencies.permissions import at_central


def central_only(view):
    @wraps(view)
    def at_central_only(request, *args, **kwargs):
        if not at_central():
            raise Http404
        return view(request, *args, **kwargs)
    return at_central_only


def agencies_only(view):
    @wraps(view)
    def at_agencies_only(request, *args, **kwargs):
        if at_central():
            raise Http404
        return view(request, *args, **kwargs)
    return at_agencies_only
