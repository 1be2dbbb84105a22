"""A list from elsewhere compared with the register: for each name, number or code what is known of it today."""
import re
from typing import NamedTuple

from certification.models import RegisterEntry
from certification.models.register import number_key
from certification.queries.register import KEY, entries
from core.codes import plain
from providers.names import name_key

MOST, EACH = 1000, 20                       # lines of a list; certificates that are shown of one line
TYPED = re.compile(r"(?:[A-Z-]+-)?제?\s*((?:19|20)[0-9]{2})\s*[-‐–]\s*0*([1-9][0-9]{0,8})\s*호?")
SHOWN = ("number", "number_shown", "code", "provider", "provider_name", "provider_name_en", "site_name", "known_as", "service_type",
         "agency", "valid_from", "valid_to", "suspended_from", "suspended_to", "ended_on", "ended_as")


class Answer(NamedTuple):
    """What is known of one line. `verdict`: valid, not_valid, several or unknown."""

    typed: str
    verdict: str
    entries: list[RegisterEntry]


def verdicts_of(lines, agency=None):
    """An Answer for each line, in their order; three questions to the database, however many lines there are."""
    rows = entries().filter(agency=agency) if agency else entries()
    rows = rows.select_related("service_type", "agency").only(*SHOWN, "service_type__name_ko", "service_type__name_en",
                                                              "service_type__code", "agency__slug", "agency__name_ko", "agency__name_en")
    rows = rows.order_by("agency", "provider_name", "provider", "-valid_from", "pk")
    keys = [keys_of(line) for line in lines]
    found: dict[str, dict] = {"code": {}, "number": {}, "known_as": {}}
    for name, lookup in (("code", "code__in"), ("number", "number__in"), ("known_as", "known_as__overlap")):
        wanted = sorted({key[name] for key in keys if key[name]})
        for entry in rows.filter(**{lookup: wanted})[:MOST * EACH] if wanted else ():
            value = getattr(entry, name)
            for one in value if name == "known_as" else [value]:
                found[name].setdefault(one, []).append(entry)
    return [answered(line, next((found[name][key[name]] for name in found if key[name] in found[name]), []))
            for line, key in zip(lines, keys, strict=True)]


def keys_of(line):
    """{what it is looked up by: as what}; empty where the line cannot be that."""
    upper = line.strip().upper()
    typed = TYPED.fullmatch(upper)
    return {"code": plain(line) or "", "number": upper if KEY.fullmatch(upper) and not upper.isdigit() else "",
            "known_as": number_key(*typed.groups()) if typed else name_key(line)}


def answered(line, rows):
    """One provider is judged by what it holds now; of several nobody can say which was meant."""
    if not rows:
        verdict = "unknown"
    elif len({(entry.agency_id, entry.provider) for entry in rows}) > 1:
        verdict = "several"
    else:
        verdict = "valid" if any(entry.is_in_force for entry in rows) else "not_valid"
    return Answer(line, verdict, sorted(rows, key=lambda entry: not entry.is_in_force)[:EACH])
