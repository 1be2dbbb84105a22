"""Pages that only the Central institute has, and pages that only the agencies have."""
from functools import wraps

from django.http import Http404

from core.tenancy import current_agency


def _only(central):
    """Below the guard: at the other house there is no such page."""
    def mark(view):
        @wraps(view)
        def asked(request, *args, **kwargs):
            if current_agency().is_central != central:
                raise Http404
            return view(request, *args, **kwargs)
        return asked
    return mark


at_central = _only(True)
at_agencies = _only(False)
