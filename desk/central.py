"""Pages that only the Central institute has."""
from functools import wraps

from django.http import Http404

from core.tenancy import current_agency


def at_central(view):
    """Below the guard: at any other agency there is no such page."""
    @wraps(view)
    def asked(request, *args, **kwargs):
        if not current_agency().is_central:
            raise Http404
        return view(request, *args, **kwargs)
    return asked
