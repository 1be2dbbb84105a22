"""Pages of one house only: Central's are unknown at an agency, an agency's at Central."""
from functools import wraps

from django.http import Http404

from agencies.permissions import at_central


def _only(central):
    """Below the guard: at the other house there is no such page."""
    def mark(view):
        @wraps(view)
        def asked(request, *args, **kwargs):
            if at_central() != central:
                raise Http404
            return view(request, *args, **kwargs)
        return asked
    return mark


central_only = _only(True)
agencies_only = _only(False)
