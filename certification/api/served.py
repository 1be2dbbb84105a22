"""How an answer goes out: to any site, kept like a public page, unchanged when nothing changed, and read only."""
import functools
import hashlib

from django.http import HttpResponse, HttpResponseNotModified
from django.urls import path
from django.utils.http import parse_etags
from django.views.decorators.csrf import csrf_exempt

from accounts.guards import public
from certification.api.problems import problem
from certification.api.reading import api
from core.problems import problem_answer
from core.public_pages import READING, kept_page

KEPT = {                        # by which parameters an answer is kept; what is not here is made each time
    "api_certificates": ("q", "agency", "district", "service", "status", "sort", "page"),
    "api_certificate": (), "api_agencies": (), "api_services": (), "api_frameworks": (), "api_framework": (), "api_statistics": (),
}


def addresses(prefix):
    """The addresses of the API with our own decoration, in the place of ninja's; without its root, which answers nothing."""
    return [path(f"{prefix}{pattern.pattern}", given(pattern.callback, pattern.name), name=pattern.name)
            for pattern in api.urls[0] if pattern.name.startswith("api_")]


def given(view, name):
    """Without a token because nothing is written, whatever is sent."""
    answered = read_only(view)
    if name in KEPT:
        return public(csrf_exempt(kept_page(answered, parameters=KEPT[name])))
    return public(csrf_exempt(unless_known(answered)))


def read_only(view):
    @functools.wraps(view)
    def served(request, *args, **kwargs):
        if request.method == "OPTIONS":
            return to_everybody(HttpResponse(status=204, headers={
                "Allow": "GET, HEAD, OPTIONS", "Access-Control-Allow-Methods": "GET, HEAD", "Access-Control-Allow-Headers": "If-None-Match",
                "Access-Control-Max-Age": "86400"}))
        if request.method not in READING:
            answer = problem_answer(problem("read-only"))
            answer["Allow"] = "GET, HEAD, OPTIONS"
            return to_everybody(answer)
        return to_everybody(as_get(view, request, *args, **kwargs))
    return served


def as_get(view, request, *args, **kwargs):
    """Ninja knows no HEAD; the server leaves the body out."""
    asked, request.method = request.method, "GET"
    try:
        return view(request, *args, **kwargs)
    finally:
        request.method = asked


def to_everybody(answer):
    answer["Access-Control-Allow-Origin"] = "*"
    answer["Access-Control-Expose-Headers"] = "ETag"
    return answer


def unless_known(view):
    """For what follows no page's generation: made each time, and not sent again when it is the same."""
    @functools.wraps(view)
    def served(request, *args, **kwargs):
        answer = view(request, *args, **kwargs)
        if request.method not in READING or answer.status_code != 200:
            return answer
        tag = f'"{hashlib.sha256(answer.content).hexdigest()[:32]}"'
        if tag in (one.removeprefix("W/") for one in parse_etags(request.headers.get("If-None-Match", ""))):
            answer = to_everybody(HttpResponseNotModified())
        answer["ETag"] = tag
        answer["Cache-Control"] = "public, no-cache"
        return answer
    return served
