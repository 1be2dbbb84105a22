"""The picture of the plaque on the wall, with its holder's consent: its hash is its tag, so that a browser asks for it once."""
from django.http import Http404, HttpResponseNotModified
from django.utils.http import parse_etags

from accounts.guards import public
from certification import queries
from certification.views.register import found_entry
from core.files import serve

KEPT = "public, max-age=300"            # consent may end, and so may the certificate: nobody keeps it for longer


@public
def register_picture(request, number):
    picture = queries.shown_picture(found_entry(request, number))
    if picture is None:
        raise Http404
    tag = f'"{picture.file.sha256}"'
    known = {one.removeprefix("W/") for one in parse_etags(request.headers.get("If-None-Match", ""))}
    response = HttpResponseNotModified() if tag in known else serve(picture.file, f"{number}.png", inline=True)
    response["ETag"], response["Cache-Control"] = tag, KEPT
    return response
