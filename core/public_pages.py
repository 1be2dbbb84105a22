"""Public pages for a newspaper's front page: kept in memory by what they depend on, answered without a query, 304 when unchanged."""
import functools
import hashlib

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse, HttpResponseNotModified, QueryDict
from django.utils.http import parse_etags
from django.utils.module_loading import import_string
from django.utils.translation import get_language

from core import clock

LIMIT = 2000
READING = ("GET", "HEAD")
_kept: dict[tuple, tuple[bytes, str]] = {}


def kept_page(view):
    """Keep a public view's answer by agency, its generation, language, Seoul's date, release and address. No token, no person in it.

    What is kept is answered by AgencyMiddleware, before a transaction, a session or this view is needed (`kept_answer`).
    """

    @transaction.non_atomic_requests
    @functools.wraps(view)
    def served(request, *args, **kwargs):
        request.is_public_page = True
        request.GET = QueryDict(f"lang={request.asked_language}" if request.asked_language else "")     # nothing else makes a page
        response = view(request, *args, **kwargs)
        if request.method not in READING or response.status_code != 200:
            return response
        return _answer(request, *_keep(_key(request, get_language()), response))

    return served


def kept_answer(request, language):
    """The page as it is kept, or None. Asked once the agency is known."""
    kept = _kept.get(_key(request, language)) if request.method in READING else None
    if kept is None:
        return None
    response = _answer(request, *kept)
    response["Content-Language"] = language
    if response.status_code == 200:
        response["Content-Length"] = str(len(response.content))
    return response


def _key(request, language):
    agency = request.agency
    depends_on = (agency.pk, agency.public_generation) if agency else import_string(settings.NATIONAL_GENERATION)()
    return depends_on, language, clock.today(), settings.RELEASE, request.on_own_domain, request.path


def _keep(key, response):
    body = response.content
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    if len(_kept) >= LIMIT:
        _kept.clear()
    _kept[key] = body, etag
    return body, etag


def _answer(request, body, etag):
    known = parse_etags(request.headers.get("If-None-Match", ""))
    if etag in (one.removeprefix("W/") for one in known) or known == ["*"]:        # a proxy that compresses weakens the tag
        response = HttpResponseNotModified()
    else:
        response = HttpResponse(body)
    response["ETag"] = etag
    response["Cache-Control"] = "public, max-age=60"
    return response


def forget_pages():
    _kept.clear()
