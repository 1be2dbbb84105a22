"""An agency's register whole, for spreadsheets and programs, and its news for feed readers."""
from django.conf import settings
from django.http import HttpResponse, HttpResponseNotModified, StreamingHttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.http import parse_etags
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.guards import public
from certification import queries
from certification.open_data import csv_of, json_of, page_address
from core import clock
from core.addresses import absolute_url
from core.public_pages import kept_page
from core.tables import CSV

NEWS = 50


@public
def register_csv(request):
    return whole_file(request, "csv", CSV, csv_of)


@public
def register_json(request):
    return whole_file(request, "json", "application/json", lambda rows, day: json_of(rows, day, request.agency.name_ko))


def whole_file(request, form, content_type, written):
    """Streamed, and not even asked for where the reader has it: it depends on the agency's generation and the day, like its pages."""
    agency, day = request.agency, clock.today()
    tag = f'W/"{agency.pk}.{agency.public_generation}.{day:%y%m%d}.{settings.RELEASE}.{form}"'
    if tag in parse_etags(request.headers.get("If-None-Match", "")):
        answer = HttpResponseNotModified()
    else:
        rows = queries.register_rows(agency, day)[:queries.MOST_IN_FILE]
        answer = StreamingHttpResponse(written(rows, day), content_type=content_type)
        answer["Content-Disposition"] = f'attachment; filename="register-{agency.slug}-{day}.{form}"'
    answer["ETag"], answer["Cache-Control"], answer["Access-Control-Allow-Origin"] = tag, "public, max-age=60", "*"
    return answer


@public
@kept_page
def register_atom(request):
    """The last changes, the newest first."""
    agency = request.agency
    changes = queries.latest_changes(agency, NEWS)
    names = queries.titles_of(agency, {change.number for change in changes})
    feed = Atom1Feed(title=_("%(agency)s: certified providers") % {"agency": agency.name}, description=None, language=get_language(),
                     link=absolute_url(agency, "register"), feed_url=absolute_url(agency, "register_atom"))
    for change in changes:
        address = page_address(agency, change.number)
        feed.add_item(title=f"{names.get(change.number, change.number)}: {change.get_kind_display()}", link=address, description=None,
                      unique_id=f"{address}#{change.at:%Y%m%dT%H%M%S%f}", updateddate=change.at, pubdate=change.at)
    answer = HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
    answer["Access-Control-Allow-Origin"] = "*"
    return answer
