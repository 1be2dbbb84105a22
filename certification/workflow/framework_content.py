"""The content of an edition as it comes from a file: what is wrong with it, and its rows."""
from collections import Counter

from django.utils.translation import gettext as _

from certification.models import Area, Criterion, Indicator
from providers.models import ServiceType

LANGUAGES = ("ko", "en")
REQUIRED = {"areas": ("name", "description", "plain"), "criteria": ("name",),
            "indicators": ("name", "question", "description", "document_check", "onsite_check")}
OPTIONAL = {"areas": (), "criteria": (), "indicators": ("mistakes",)}
BESIDE = {"areas": {"code"}, "criteria": {"code", "area"}, "indicators": {"code", "criterion", "evidence", "legal_basis", "applies_to"}}
MODELS = {"areas": Area, "criteria": Criterion, "indicators": Indicator}


def problems_of(content):
    """Sentences, each naming the code it is about; none if the content may become an edition."""
    rows = {kind: content.get(kind, []) for kind in MODELS}
    codes = Counter(row.get("code") or "" for kind in rows.values() for row in kind)
    if codes[""]:
        return [_("Every area, criterion and indicator needs a code.")]
    found = [_("The code %(code)s stands there twice.") % {"code": code} for code, times in codes.items() if times > 1]
    found += [problem for kind in MODELS for row in rows[kind] for problem in _problems_of_texts(kind, row)]
    found += _problems_of_places(rows)
    services = set(ServiceType.objects.values_list("code", flat=True))
    return found + [problem for row in rows["indicators"] for problem in _problems_of_indicator(row, services)]


def _problems_of_texts(kind, row):
    """Missing in a language, too long, or under a name that no field has."""
    known = {f"{stem}_{language}" for stem in REQUIRED[kind] + OPTIONAL[kind] for language in LANGUAGES}
    for name in sorted(set(row) - known - BESIDE[kind]):
        yield _("%(code)s has a text that has no place: “%(name)s”.") % {"code": row["code"], "name": name}
    required = {f"{stem}_{language}" for stem in REQUIRED[kind] for language in LANGUAGES}
    required |= {f"{stem}_{language}" for stem in OPTIONAL[kind] for language in LANGUAGES if any(map(row.get, _both(stem)))}
    for name in sorted(required):
        if not str(row.get(name) or "").strip():
            yield _("%(code)s: “%(field)s” is missing.") % {"code": row["code"], "field": _field(kind, name).verbose_name}
    for name in sorted(set(row) & (known | {"code", "legal_basis"})):
        limit = _field(kind, name).max_length
        if limit and len(str(row[name])) > limit:
            yield _("%(code)s: “%(field)s” is longer than %(limit)s characters.") % {
                "code": row["code"], "field": _field(kind, name).verbose_name, "limit": limit}


def _problems_of_places(rows):
    """Each criterion under an area, each indicator under a criterion."""
    areas, criteria = ({row["code"] for row in rows[kind]} for kind in ("areas", "criteria"))
    for row in rows["criteria"]:
        if row.get("area") not in areas:
            yield _("The criterion %(code)s stands under no area.") % {"code": row["code"]}
    for row in rows["indicators"]:
        if row.get("criterion") not in criteria:
            yield _("The indicator %(code)s stands under no criterion.") % {"code": row["code"]}


def _problems_of_indicator(row, services):
    if not all(str(piece.get(language) or "").strip() for piece in row.get("evidence", []) for language in LANGUAGES):
        yield _("%(code)s: a piece of evidence is not named in both languages.") % {"code": row["code"]}
    for service in sorted(set(row.get("applies_to", [])) - services):
        yield _("%(code)s names a service that does not exist: “%(service)s”.") % {"code": row["code"], "service": service}


def _both(stem):
    return [f"{stem}_{language}" for language in LANGUAGES]


def _field(kind, name):
    return MODELS[kind]._meta.get_field(name)


def write_rows(version, content):
    """Areas, criteria and indicators of a draft, in the order of the file."""
    areas = _write(version, Area, content["areas"])
    criteria = _write(version, Criterion, content["criteria"], area=areas)
    _write(version, Indicator, content["indicators"], criterion=criteria)


def _write(version, model, rows, **wholes):
    """{code: row}. `wholes` says which field names its whole by a code, and where that is found."""
    made = []
    for position, row in enumerate(rows, start=1):
        above = {name: found[row[name]] for name, found in wholes.items()}
        made.append(model(version=version, position=position, **row | above))
    return {row.code: row for row in model.everything.bulk_create(made)}
