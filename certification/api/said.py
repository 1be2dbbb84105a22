"""Rows of the database as what a program is told of them."""
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from accounts import directory
from certification.open_data import page_address
from certification.queries import STATUSES, verify_address
from core import clock
from core.addresses import absolute_url, national_url
from core.wording import seoul_day

BEGIN_ANEW = _("Begin again without a cursor, and compare with what you have.")
NO_SUCH_KEY = _("No such key.")


def details(entry):
    """What stands on a certificate's page besides its row."""
    indicators = ("code", "name_ko", "name_en")
    return {
        "verify_url": verify_address(entry.code),
        "history": [{name: event[name] for name in ("kind", "on", "until", "reason")} for event in entry.history],
        "areas": [{name: area.get(name, "") for name in (*indicators, "plain_ko", "plain_en")} | {
            "indicators": [{name: one.get(name, "") for name in indicators} for one in area["indicators"]]} for area in entry.areas],
        "documents": entry.documents,
    }


def agency(one):
    home = f"{settings.SITE_URL}{one.prefix}"
    return {"key": one.slug, "name_ko": one.name_ko, "name_en": one.name_en, "kind": one.kind,
            "province": one.province.code if one.province else "", "domain": one.domain or "", "closed_on": one.closed_on,
            "url": home, "register_url": f"{home}register/"}


def edition(version):
    return {"id": version.public_id, "agency": version.agency.slug, "name_ko": version.framework.name_ko,
            "name_en": version.framework.name_en, "label_ko": version.label_ko, "label_en": version.label_en,
            "is_sample": version.is_sample, "published_on": seoul_day(version.published_at),
            "url": absolute_url(version.agency, "framework_version", version.public_id)}


def areas(tree):
    return [named(area, "description_ko", "description_en") | {"criteria": [
        named(criterion) | {"indicators": [indicator(one) for one in leaves]} for criterion, leaves in criteria]}
        for area, criteria in tree]


def indicator(one):
    return named(one, "question_ko", "question_en", "description_ko", "description_en", "legal_basis") | {"services": one.applies_to}


def named(row, *besides):
    return {name: getattr(row, name) for name in ("code", "name_ko", "name_en", *besides)}


def change(one):
    return {"number": one.number, "agency": one.agency.slug, "kind": one.kind, "at": one.at, "url": page_address(one.agency, one.number)}


def statistics(now, by_year):
    """Of counted groups; agencies by their keys."""
    slugs = {one.pk: one.slug for one in directory.agencies()}
    groups: dict = {}
    for row in now:
        group = groups.setdefault((slugs[row["agency"]], row["service_type__code"]), dict.fromkeys(STATUSES, 0))
        group[row["status"]] += row["count"]
    counted = [{"agency": slug, "service": code} | group for (slug, code), group in sorted(groups.items())]
    years = sorted(({"year": row["year"], "agency": slugs[row["agency"]], "service": row["service_type__code"], "count": row["given"]}
                    for row in by_year), key=lambda one: (one["year"], one["agency"], one["service"]))
    return {"as_of": clock.today(), "valid_now": sum(group["valid"] + group["expiring"] for group in counted),
            "ever_certified": sum(row["count"] for row in years), "now": counted, "by_year": years}


def snapshot(one):
    return {"month": one.month, "form": one.form, "taken_on": one.taken_on, "count": one.count, "size": one.size, "sha256": one.sha256,
            "url": national_url("api_snapshot", one.name)}
