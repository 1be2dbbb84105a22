"""How a request gets its arrival, its agency, its language, its headers and its refusals."""
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.db import OperationalError, transaction
from django.http import FileResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.shortcuts import render
from django.urls import get_script_prefix, reverse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.module_loading import import_string

from core import access_log, clock, security_events
from core.addresses import addressed
from core.errors import Refused, Unavailable
from core.failures import out_of_order
from core.framing import is_framed
from core.public_pages import kept_answer
from core.reception import ARRIVAL
from core.tenancy import nationwide, within


class ArrivalMiddleware:
    """The moment the request came in, before it waited for its turn: what decides whether something was in time."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.arrived_at = request.META.get(ARRIVAL) or clock.now()
        return self.get_response(request)


class HeadersMiddleware:
    """What every answer carries, errors included. Nothing is kept by a cache unless its view says so."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if not is_framed(response):
            response.headers.setdefault("X-Frame-Options", "DENY")
        response.headers.setdefault("Permissions-Policy", "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()")
        if not response.has_header("Cache-Control"):
            patch_cache_control(response, private=True, no_store=True)
        return response


class AgencyMiddleware:
    """By host if an agency has that domain, else by the first path segment, which moves into the script prefix."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.accesses = []
        request.agency, prefix, request.on_own_domain = find_agency(request)
        kept = kept_answer(request, asked_language(request) or settings.LANGUAGE_CODE)
        if kept is not None:
            return kept
        if request.agency is None:
            with nationwide():
                return self.get_response(request)
        if request.path_info + "/" == prefix[len(get_script_prefix()) - 1:]:
            query = request.META.get("QUERY_STRING")
            return HttpResponsePermanentRedirect(f"{prefix}?{query}" if query else prefix)      # /busan → /busan/
        stand_under(request, prefix)
        request.urlconf = settings.AGENCY_URLCONF
        with addressed(prefix, settings.AGENCY_URLCONF), security_events.collected() as request.security_events:
            response = self.at_the_agency(request)
        if response.streaming and not isinstance(response, FileResponse):
            response.streaming_content = each_row_at(request.agency, prefix, response.streaming_content)
        return response

    def at_the_agency(self, request):
        with within(request.agency):
            response = self.get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)      # inner layers turn exceptions into responses: none would reach `within`
            else:
                write_what_happened(request, response)
        if response.status_code >= 500 and (request.accesses or request.security_events):
            with within(request.agency):            # it happened although the page failed: a transaction of its own
                write_what_happened(request, response)
        return response


def write_what_happened(request, response):
    """Readings, and events that stay whatever was undone."""
    access_log.write(request, response)
    security_events.write(request.security_events)


def each_row_at(agency, prefix, rows):
    """A stream outlives the request's transaction and address, so it brings its own."""
    with addressed(prefix, settings.AGENCY_URLCONF), within(agency):
        yield from rows


def find_agency(request):
    """The agency a request is addressed to, the prefix it stands under, whether by its own domain; or (None, None, False)."""
    host = request.get_host().partition(":")[0]
    slug = request.path_info.lstrip("/").partition("/")[0]
    mount = get_script_prefix()
    agency, by_domain = import_string(settings.TENANT_LOOK_UP)(host=host, slug=slug)
    return agency, agency and (mount if by_domain else f"{mount}{agency.slug}/"), by_domain


def stand_under(request, prefix):
    """Move the prefix from path_info into the script name; request.path stays whole."""
    request.path_info = "/" + request.path[len(prefix):]
    request.META["SCRIPT_NAME"] = request.script_name = prefix.rstrip("/")
    request.META["PATH_INFO"] = request.path_info


class LanguageMiddleware:
    """Korean, or what `?lang=` says; no cookie and no Accept-Language, so that a page in a cache is one page."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.asked_language = asked_language(request)
        with translation.override(request.asked_language or settings.LANGUAGE_CODE):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language())
        if request.asked_language and response.status_code in (301, 302, 303):
            keep_language(response, request.asked_language)
        return response


def asked_language(request):
    asked = request.GET.get("lang", "")
    return asked if asked in dict(settings.LANGUAGES) else ""


def keep_language(response, language):
    """A person who reads English is not sent on to Korean."""
    to = urlsplit(response["Location"])
    if not to.netloc and "lang=" not in to.query:
        response["Location"] = to._replace(query=f"{to.query}&lang={language}".lstrip("&")).geturl()


class RefusalMiddleware:
    """A rule said no: its sentence goes to the person, as a fragment for htmx, else as a message where they came from."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, OperationalError):
            return out_of_order(request)
        if not isinstance(exception, (Refused, Unavailable)):
            return None
        if request.htmx:
            return render(request, "components/refusal.html", {"sentence": exception}, status=409)
        messages.error(request, str(exception))
        return HttpResponseRedirect(where_they_came_from(request))


def where_they_came_from(request):
    """The page whose button was pressed, if it is ours; else the front door. Never the refused address itself by GET."""
    referer = request.headers.get("referer", "")
    ours = url_has_allowed_host_and_scheme(referer, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    came_from = urlsplit(referer).path
    looping = came_from == request.path and request.method == "GET"
    if ours and not looping:
        return referer
    return reverse("after_sign_in" if request.user.is_authenticated else "home" if request.agency else "regions")
