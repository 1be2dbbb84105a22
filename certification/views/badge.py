"""What a program reads that checks a digital badge: the badge, its picture, the agency's keys, the status lists."""
from functools import wraps

from django.http import Http404, HttpResponse, JsonResponse

from accounts import directory
from accounts.guards import public
from certification import queries
from certification.views.register import found_entry
from core.addresses import absolute_url, did_of, national_url
from core.files import serve


def open_to_scripts(view):
    """Whoever checks a badge in a browser reads these from another site."""
    @wraps(view)
    def opened(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        response["Cache-Control"] = "public, max-age=60"
        return response
    return opened


@public
@open_to_scripts
def register_badge(request, number):
    """The signed credential, byte for byte."""
    badge = found_badge(request, number)
    return HttpResponse(badge.document, content_type="application/vc")


@public
@open_to_scripts
def register_badge_picture(request, number):
    """The picture that holds the credential."""
    badge = found_badge(request, number)
    return serve(badge.picture, f"{number}.png", inline=True)


@public
@open_to_scripts
def badge_status(request, purpose):
    """A status list, a JWT."""
    kept = queries.status_list(request.agency, purpose)
    if kept is None:
        raise Http404
    return HttpResponse(kept.token, content_type="application/vc+jwt")


@public
@open_to_scripts
def agency_did(request):
    """did:web of an agency: the keys that its badges are signed with, the newest first."""
    keys, did = list(queries.badge_keys(request.agency))[::-1], did_of(absolute_url(request.agency, "home"))
    if not keys:
        raise Http404
    methods = [{"id": f"{did}#{key.name}", "type": "JsonWebKey2020", "controller": did, "publicKeyJwk": key.jwk} for key in keys]
    return JsonResponse({"@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/suites/jws-2020/v1"], "id": did,
                         "verificationMethod": methods, "assertionMethod": [method["id"] for method in methods]})


@public
@open_to_scripts
def national_did(request):
    """did:web of the installation: it signs nothing itself, and leads to the agencies."""
    host = did_of(national_url("regions"))
    return JsonResponse({"@context": ["https://www.w3.org/ns/did/v1"], "id": host, "service": [
        {"id": f"{host}#{agency.slug}", "type": "CertifyingAgency", "serviceEndpoint": f"{absolute_url(agency, 'agency_did')}"}
        for agency in directory.agencies()]})


def found_badge(request, number):
    badge = queries.badge_of(found_entry(request, number).certificate_id)
    if badge is None:
        raise Http404
    return badge

