"""Where a request really comes from."""
from django.conf import settings


def peer(request):
    """The address of the person's side: REMOTE_ADDR, or what the outermost of our own proxies saw. Never what a stranger wrote."""
    if settings.PROXIES:
        seen = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
        if len(seen) >= settings.PROXIES:
            return seen[-settings.PROXIES]
    return request.META.get("REMOTE_ADDR") or "127.0.0.1"
