"""The questions a program may ask, and how they are answered."""
from urllib.parse import urlencode

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from ninja import NinjaAPI, Query
from ninja.errors import ValidationError

from accounts import directory
from certification import queries
from certification.api import said
from certification.api import schemas as s
from certification.api.problems import answer_problem, answer_unreadable, bad_parameter, problem
from certification.forms.register import Wanted
from certification.open_data import NATION, Rows, licence_said
from core import clock
from core.problems import Problem

WRONG, UNKNOWN = {400: s.ProblemSaid}, {404: s.ProblemSaid}
api = NinjaAPI(title="Register of certified social services", version="1", docs_url=None, openapi_url=None, urls_namespace="api_v1",
               description="Public, read only, without a key. Times are UTC, days are Seoul's.")
api.add_exception_handler(Problem, answer_problem)
api.add_exception_handler(ValidationError, answer_unreadable)


@api.get("certificates", url_name="api_certificates", response={200: s.Certificates, **WRONG},
         summary=_("Certificates, as the register finds them"))
def certificates(request, asked: Query[s.Asked]):
    rows = queries.certificates_found(agency_of(asked.agency), words=Wanted.of(request.GET, "district").words,
                                      services=services_of(asked.service), district=district_of(asked.district), sort=asked.sort,
                                      **({"statuses": tuple(asked.status)} if asked.status else {}))
    count, start, as_row = queries.counted(rows), (asked.page - 1) * queries.A_PAGE, Rows()
    has_next = asked.page < queries.LAST_PAGE and start + queries.A_PAGE < count
    address = f"{settings.SITE_URL}/api/v1/certificates?" + urlencode(
        [*((name, value) for name, values in request.GET.lists() for value in values if name != "page"), ("page", asked.page + 1)])
    return {"count": count, "page": asked.page, "next": address if has_next else None, "licence": licence_said(NATION),
            "certificates": [as_row.row(entry) for entry in rows[start:start + queries.A_PAGE]]}


@api.get("certificates/{number}", url_name="api_certificate", response={200: s.CertificateDetail, **UNKNOWN}, summary=_("One certificate"))
def certificate(request, number: str):
    entry = queries.entry_by_number(number)
    if entry is None:
        raise problem("unknown")
    return Rows().row(entry) | said.details(entry)


@api.get("agencies", url_name="api_agencies", response=s.Agencies, summary=_("The agencies that certify"))
def agencies(request):
    return {"agencies": [said.agency(one) for one in directory.agencies()]}


@api.get("services", url_name="api_services", response=s.Services, summary=_("The services that are certified"))
def services(request):
    return {"services": [{"key": one.code, "name_ko": one.name_ko, "name_en": one.name_en, "is_sample": one.is_sample}
                         for one in queries.service_codes().values()]}


@api.get("frameworks", url_name="api_frameworks", response=s.Editions, summary=_("Published editions of the criteria"))
def frameworks(request):
    return {"frameworks": [said.edition(one) for one in queries.published_versions()]}


@api.get("frameworks/{version}", url_name="api_framework", response={200: s.EditionWhole, **UNKNOWN}, summary=_("One edition, whole"))
def framework(request, version: str):
    found = queries.published_version(version)
    if found is None:
        raise problem("unknown")
    return said.edition(found) | {"areas": said.areas(queries.tree_of(queries.CITIZEN, found))}


@api.get("changes", url_name="api_changes", response={200: s.Changes, **WRONG}, summary=_("What changed, in an order that misses nothing"))
def changes(request, asked: Query[s.Since]):
    place = queries.place_in(asked.since)
    if place is None or not queries.is_known(place):
        raise problem("bad-cursor", errors=[{"parameter": "since", "detail": str(said.BEGIN_ANEW)}])
    found, more = queries.changes_since(place)
    last = queries.place_of(found[-1]) if found else place
    return {"changes": [said.change(one) for one in found], "next": queries.cursor_of(last), "more": more}


@api.get("statistics", url_name="api_statistics", response=s.Statistics, summary=_("Valid now, ever certified; by agency, service, year"))
def statistics(request):
    generation, day = directory.generation(), clock.today()
    return said.statistics(queries.register_counts(None, generation, day), queries.register_given(None, generation, day))


@api.get("snapshots/", url_name="api_snapshots", response=s.Snapshots, summary=_("The whole register of each month, as files"))
def snapshots(request):
    return {"licence": licence_said(NATION), "snapshots": [said.snapshot(one) for one in queries.snapshots()]}


def agency_of(key):
    found = next((one for one in directory.agencies() if one.slug == key), None)
    if key and found is None:
        raise bad_parameter("agency", said.NO_SUCH_KEY)
    return found


def services_of(keys):
    known = queries.service_codes() if keys else {}
    if any(key not in known for key in keys):
        raise bad_parameter("service", said.NO_SUCH_KEY)
    return tuple(known[key].pk for key in keys)


def district_of(code):
    found = queries.district_of_code(code) if code else None
    if code and found is None:
        raise bad_parameter("district", said.NO_SUCH_KEY)
    return found
