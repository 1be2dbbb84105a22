"""The recorder that works without a network: its shell, its service worker, and what it asks and sends."""
import hashlib
import json
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_POST

from accounts.guards import public, signed_in, staff
from accounts.models import Role
from core import clock
from core.access_log import note_access
from core.public_pages import kept_page
from core.tenancy import find_or_404
from visits import wire, workflow
from visits.forms import PhotoPartForm
from visits.models import Entry, Judgement, Reason, RecorderKey
from visits.pack import pack_of, secret_in_words
from visits.views.visit import find_visit

SCRIPT_FOLDER = "js/visits"
STYLES = ("tokens", "base", "frame", "controls", "signs", "lists", "recorder", "device", "print")
BAD = 400


@cache
def files_of_the_shell():
    """(the addresses of what the shell needs, their check value): read once, for they do not change while the site runs."""
    scripts = sorted(Path(finders.find(SCRIPT_FOLDER)).glob("*.js"))
    names = [f"{SCRIPT_FOLDER}/{script.name}" for script in scripts] + [f"css/{style}.css" for style in STYLES]
    names += ["js/preferences.js", "img/favicon.svg", "img/touch.png"]
    digest = hashlib.sha256()
    for name in names:
        digest.update(Path(finders.find(name)).read_bytes())
    return [static(name) for name in names], digest.hexdigest()


def shell_page(request):
    request.is_public_page = True           # nobody's name, no token: it stays on a device that several people use
    return render(request, "visits/recorder/shell.html", {
        "judgements": Judgement, "reasons": Reason.choices, "entries": Entry.Kind.choices, "scope": reverse("recorder")})


@staff(Role.ASSESSOR)
def recorder(request):
    """The page without a word about any visit; all of it is filled in on the device."""
    return shell_page(request)


@public
@kept_page
def recorder_worker(request):
    """The service worker of this agency's recorder: its version changes with anything that it keeps. A browser asks for a script of
    modules without saying who sits there, so it is open to all; it says nothing but what the recorder consists of."""
    files, digest = files_of_the_shell()
    pages = [f"{reverse('recorder')}?lang={language}" for language, _name in settings.LANGUAGES]
    whole = hashlib.sha256(digest.encode())
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            whole.update(shell_page(request).content)
    theme = [f"{reverse('theme_css')}?{request.agency.public_generation}"] if request.agency.primary_colour else []
    kept = {"version": whole.hexdigest()[:16], "files": [*pages, *files, *theme], "slug": request.agency.slug}
    script = f'import {{ work }} from "{static(SCRIPT_FOLDER + "/worker.js")}";\nwork({json.dumps(kept)});\n'
    return HttpResponse(script, content_type="text/javascript; charset=utf-8")


@staff(Role.ASSESSOR)
def recorder_manifest(request):
    """What a tablet needs to put the recorder on its first screen."""
    start = f"{reverse('recorder')}?lang={translation.get_language()}"
    return JsonResponse({
        "name": f"{request.agency.name} {translation.gettext('Site visits')}", "short_name": translation.gettext("Site visits"),
        "id": start, "start_url": start, "scope": reverse("recorder"), "display": "standalone",
        "background_color": "#ffffff", "theme_color": "#256ef4",
        "lang": translation.get_language(), "icons": [{"src": static("img/touch.png"), "sizes": "180x180", "type": "image/png"},
                                                      {"src": static("img/favicon.svg"), "sizes": "any", "type": "image/svg+xml"}],
    }, content_type="application/manifest+json")


@signed_in
def recorder_me(request):
    """Who is signed in, what a sending needs, and the keys of the visits that this person has on a device."""
    keys = RecorderKey.objects.visible_to(request.actor).select_related("visit").order_by("-taken_at")[:100]
    return JsonResponse({"person": str(request.actor.user.pk), "token": get_token(request), "now": clock.now().isoformat(),
                         "keys": {str(key.visit.public_id): secret_in_words(key) for key in keys}})


@require_POST
@staff(Role.ASSESSOR)
def take_visit(request, public_id):
    """The whole visit, to be taken along; and the key that seals what is recorded of it."""
    visit = find_visit(request, public_id)
    key = workflow.take_along(visit, actor=request.actor)
    return JsonResponse({"key": secret_in_words(key), "person": str(request.actor.user.pk), "pack": pack_of(request.actor, visit)})


def own_key(request, public_id):
    """That this person has taken the visit along, whether or not they are still in its team."""
    key = find_or_404(RecorderKey, request.actor, visit__public_id=public_id)
    note_access(request, key.visit, "visit.sync")
    return key


@require_POST
@signed_in
def sync_visit(request, public_id):
    key = own_key(request, public_id)
    try:
        device, sent = wire.batch_of(request.body)
    except wire.Unreadable:
        return JsonResponse({"sentence": translation.gettext("This is nothing that the recorder sends.")}, status=BAD)
    answers = workflow.take_batch(key, sent, device=device, actor=request.actor, arrived_at=request.arrived_at)
    return JsonResponse({"answers": [answer._asdict() | {"id": str(answer.id)} for answer in answers], "now": clock.now().isoformat(),
                         "format": wire.FORMAT})


@require_POST
@signed_in
def photo_part(request, public_id):
    """A part of a photo. Answers how many bytes of it are here, whatever came before: there the device goes on."""
    key = own_key(request, public_id)
    told = {"operation": "Upload-Operation", "begins": "Upload-Offset", "sha256": "Upload-Sha256"}
    form = PhotoPartForm({name: request.headers.get(header) for name, header in told.items()})
    if not form.is_valid():
        return JsonResponse({"sentence": translation.gettext("This is nothing that the recorder sends.")}, status=BAD)
    here = workflow.take_part(key, content=request.body, actor=request.actor, **form.cleaned_data)
    return JsonResponse({"received": here})
