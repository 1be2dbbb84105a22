"""Whether everything works, for those who watch over it."""
from django.conf import settings
from django.db import transaction
from django.http import JsonResponse

from accounts.guards import public
from desk.health import state_of_the_house, warnings


@public
@transaction.non_atomic_requests
def healthz(request):
    parts, waits = state_of_the_house()
    failing = [name for name, works in parts.items() if not works]
    answer = {"status": "failing" if failing else "ok", "failing": failing, "warnings": warnings(), **parts, **waits,
              "release": settings.RELEASE}
    return JsonResponse(answer, status=503 if failing else 200)
