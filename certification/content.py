"""The content of an edition as it comes from a file or stands in a draft, and what is wrong with it."""
import re
from collections import Counter
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from certification.models import Area, Criterion, Indicator
from certification.wording import LANGUAGES
from core.typed import refuse_invisible_in_lines
from providers.models import ServiceType

REQUIRED = {"areas": ("name", "description", "plain"), "criteria": ("name",),
            "indicators": ("name", "question", "description", "document_check", "onsite_check")}
OPTIONAL = {"areas": (), "criteria": (), "indicators": ("mistakes",)}
BESIDE = {"areas": {"code"}, "criteria": {"code", "area"}, "indicators": {"code", "criterion", "evidence", "legal_basis", "applies_to"}}
MODELS = {"areas": Area, "criteria": Criterion, "indicators": Indicator}
CODE = re.compile(r"[0-9A-Za-z가-힣]+([.-][0-9A-Za-z가-힣]+)*")
MOST = 500              # rows of a kind: a file of another sort is not read through


@dataclass(frozen=True)
class Problem:
    """`place`: which row of its kind, from 0; -1 where it is about the whole."""

    kind: str
    place: int
    code: str
    sentence: str


def problems_of(content):
    """Sentences, each naming the code it is about; none if the content may become an edition."""
    return [problem.sentence for problem in find_problems(content)]


def find_problems(content):
    """Each Problem with the row that it is about."""
    if broken := _broken_shape(content):
        return broken
    rows = {kind: content.get(kind, []) for kind in MODELS}
    nameless = [Problem(kind, place, "", _("Every area, criterion and indicator needs a code."))
                for kind in MODELS for place, row in enumerate(rows[kind]) if not row.get("code")]
    if nameless:
        return nameless
    services = set(ServiceType.objects.values_list("code", flat=True))
    times = Counter(row["code"] for kind in rows.values() for row in kind)
    above = {"criteria": {row["code"] for row in rows["areas"]}, "indicators": {row["code"] for row in rows["criteria"]}}
    return [Problem(kind, place, row["code"], sentence) for kind in MODELS for place, row in enumerate(rows[kind])
            for sentence in _problems_of_row(kind, row, times, above.get(kind), services)]


def _broken_shape(content):
    """What makes it no framework at all: said at once, since nothing else can be looked at."""
    if not isinstance(content, dict) or not all(isinstance(content.get(kind, []), list) for kind in MODELS):
        return [Problem("", -1, "", _("The file has no lists of areas, criteria and indicators."))]
    found = [Problem(kind, place, "", _("Row %(row)s of “%(kind)s” is not written as a row.") % {"row": place + 1, "kind": kind})
             for kind in MODELS for place, row in enumerate(content.get(kind, [])[:MOST]) if not _is_row(row)]
    return found + [Problem(kind, -1, "", _("More than %(most)s rows of “%(kind)s”.") % {"most": MOST, "kind": kind})
                    for kind in MODELS if len(content.get(kind, [])) > MOST]


def _is_row(row):
    """Texts are texts; evidence is a list of pairs, services a list of codes."""
    return (isinstance(row, dict) and all(isinstance(value, str) for name, value in row.items() if name not in ("evidence", "applies_to"))
            and isinstance(row.get("applies_to", []), list) and all(isinstance(code, str) for code in row.get("applies_to", []))
            and isinstance(row.get("evidence", []), list)
            and all(isinstance(piece, dict) and all(isinstance(text, str) for text in piece.values()) for piece in row.get("evidence", [])))


def _problems_of_row(kind, row, times, above, services):
    if times[row["code"]] > 1:
        yield _("The code %(code)s stands there twice.") % {"code": row["code"]}
    if not CODE.fullmatch(row["code"]):
        yield _("%(code)s: a code has digits, letters, dots and hyphens.") % {"code": row["code"]}
    yield from _problems_of_texts(kind, row)
    if kind == "criteria" and row.get("area") not in above:
        yield _("The criterion %(code)s stands under no area.") % {"code": row["code"]}
    if kind == "indicators":
        if row.get("criterion") not in above:
            yield _("The indicator %(code)s stands under no criterion.") % {"code": row["code"]}
        yield from _problems_of_indicator(row, services)


def _problems_of_texts(kind, row):
    """Missing in a language, too long, not to be seen, or under a name that no field has."""
    known = {f"{stem}_{language}" for stem in REQUIRED[kind] + OPTIONAL[kind] for language in LANGUAGES}
    for name in sorted(set(row) - known - BESIDE[kind]):
        yield _("%(code)s has a text that has no place: “%(name)s”.") % {"code": row["code"], "name": name}
    stems = (*REQUIRED[kind], *(stem for stem in OPTIONAL[kind] if any(map(row.get, _both(stem)))))
    for name in (name for stem in stems for name in _both(stem)):
        if not str(row.get(name) or "").strip():
            yield _("%(code)s: “%(field)s” is missing.") % {"code": row["code"], "field": _field(kind, name).verbose_name}
    for name in sorted(set(row) & (known | {"code", "legal_basis"})):
        limit = _field(kind, name).max_length
        if limit and len(row[name]) > limit:
            yield _("%(code)s: “%(field)s” is longer than %(limit)s characters.") % {
                "code": row["code"], "field": _field(kind, name).verbose_name, "limit": limit}
        yield from _unseen(row["code"], row[name])


def _unseen(code, text):
    try:
        refuse_invisible_in_lines(text)
    except ValidationError as failure:
        yield f"{code}: {' '.join(failure.messages)}"


def _problems_of_indicator(row, services):
    if not all(piece.get(language, "").strip() for piece in row.get("evidence", []) for language in LANGUAGES):
        yield _("%(code)s: a piece of evidence is not named in both languages.") % {"code": row["code"]}
    for service in sorted(set(row.get("applies_to", [])) - services):
        yield _("%(code)s names a service that does not exist: “%(service)s”.") % {"code": row["code"], "service": service}


def _both(stem):
    return [f"{stem}_{language}" for language in LANGUAGES]


def _field(kind, name):
    return MODELS[kind]._meta.get_field(name)
