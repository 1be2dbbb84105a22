"""Pages of the management evaluation are Central's or an agency's: at the other house they are not there."""
from functools import wraps

from django.http import Http404

from agencies.permissions import at_central


def _only(central):
    """Below the guard: who may open an address at all is asked before."""
    def mark(view):
        @wraps(view)
        def at_the_right_house(request, *args, **kwargs):
            if at_central() != central:
                raise Http404
            return view(request, *args, **kwargs)
        return at_the_right_house
    return mark


only_at_central = _only(True)
only_at_agencies = _only(False)
