"""Public pages for a newspaper's front page: kept in memory by what they depend on, answered without a query, 304 when unchanged."""
import functools
import hashlib
from typing import NamedTuple
from urllib.parse import urlencode

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse, HttpResponseNotModified, QueryDict
from django.utils.http import parse_etags
from django.utils.module_loading import import_string
from django.utils.translation import get_language

from core import clock
from core.framing import is_framed, let_frame

LIMIT = 2000
ASKED_LIMIT, ASKED_BYTES = 400, 200_000         # pages that a query makes: of those a stranger can ask for any number
VALUES, VALUE = 20, 80                          # how many, and of how many characters, make a page that is kept
READING = ("GET", "HEAD")
ALWAYS = ("Access-Control-Allow-Origin", "Access-Control-Expose-Headers")       # what an answer keeps besides its type, unchanged or not


class Page(NamedTuple):
    body: bytes
    etag: str
    content_type: str
    disposition: str | None
    always: tuple[tuple[str, str], ...]
    is_framed: bool


_kept: dict[tuple, Page] = {}
_asked: dict[tuple, Page] = {}                  # apart, so that ten thousand words searched for push out no front page
_parameters: dict[tuple, tuple[str, ...]] = {}  # {where: what makes a page there}; nothing is answered for a place that is not in it


def kept_page(view=None, *, parameters=()):
    """Keep a public view's answer by agency, its generation, language, Seoul's date, release and address. No token, no person in it.

    `parameters` names what may stand in the query: these make pages of their own, anything else is taken out of `request.GET`.
    What is kept is answered by AgencyMiddleware, before a transaction, a session or this view is needed (`kept_answer`).
    """
    if view is None:
        return functools.partial(kept_page, parameters=parameters)

    @transaction.non_atomic_requests
    @functools.wraps(view)
    def served(request, *args, **kwargs):
        request.is_public_page = True
        query = _query(request, parameters)
        request.GET = QueryDict(urlencode([*query, *([("lang", request.asked_language)] if request.asked_language else [])]))
        response = view(request, *args, **kwargs)
        if request.method not in READING or response.status_code != 200 or response.streaming or not _is_small(query):
            return response
        _remember(_place(request), parameters, LIMIT, _parameters)
        return _answer(request, _keep(_key(request, get_language(), query), query, response))

    return served


def kept_answer(request, language):
    """The page as it is kept, or None. Asked once the agency is known."""
    parameters = _parameters.get(_place(request)) if request.method in READING else None
    if parameters is None:
        return None
    query = _query(request, parameters)
    page = (_asked if query else _kept).get(_key(request, language, query))
    if page is None:
        return None
    response = _answer(request, page)
    response["Content-Language"] = language
    if response.status_code == 200:
        response["Content-Length"] = str(len(response.content))
    return response


def _query(request, parameters):
    """What makes the page, always in the view's own order; what was left blank makes none."""
    return tuple((name, value) for name in parameters for value in request.GET.getlist(name) if value)


def _is_small(query):
    return len(query) <= VALUES and all(len(value) <= VALUE for _name, value in query)


def _place(request):
    return request.agency and request.agency.pk, request.on_own_domain, request.path


def _key(request, language, query):
    agency = request.agency
    depends_on = (agency.pk, agency.public_generation) if agency else import_string(settings.NATIONAL_GENERATION)()
    return depends_on, language, clock.today(), settings.RELEASE, request.on_own_domain, request.path, query


def _keep(key, query, response):
    body = response.content
    page = Page(body, f'"{hashlib.sha256(body).hexdigest()[:32]}"', response["Content-Type"], response.get("Content-Disposition"),
                tuple((name, response[name]) for name in ALWAYS if response.has_header(name)), is_framed(response))
    if not query:
        _remember(key, page, LIMIT, _kept)
    elif len(body) <= ASKED_BYTES:
        _remember(key, page, ASKED_LIMIT, _asked)
    return page


def _remember(key, value, limit, store):
    if len(store) >= limit and key not in store:
        store.clear()
    store[key] = value


def _answer(request, page):
    known = parse_etags(request.headers.get("If-None-Match", ""))
    if page.etag in (one.removeprefix("W/") for one in known) or known == ["*"]:    # a proxy that compresses weakens the tag
        response = HttpResponseNotModified()
    else:
        response = HttpResponse(page.body, content_type=page.content_type)
        if page.disposition:
            response["Content-Disposition"] = page.disposition
    response["ETag"] = page.etag
    response["Cache-Control"] = "public, max-age=60"
    for name, value in page.always:
        response[name] = value
    return let_frame(response) if page.is_framed else response


def forget_pages():
    for store in (_kept, _asked, _parameters):
        store.clear()
