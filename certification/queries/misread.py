"""What somebody may have meant who found nothing: a number typed in another way, other places, other services."""
import re

from certification.models.register import number_key
from certification.queries.register import BESIDES, MOST, PAGE, entries, months_of_their_own
from certification.queries.register_list import narrowed
from core import clock
from core.search import term, wanted_terms, words_of
from core.statements import Blank, written_once

LOOK_ALIKE = str.maketrans("oOlI", "0011")           # what is read off a plaque
CENTURY, YEARS_BACK, SERIALS = 2000, 12, 8


def number_typed(words):
    """(year, serial, words that stand beside them) of 제2026-012호, 2026-12, BS-QC-2O26-O12, 26-12, 2026012; or None."""
    pieces = [piece.translate(LOOK_ALIKE) if re.search(r"\d", piece) else piece for piece in re.findall(r"\w+", " ".join(words_of(words)))]
    figures = [found for piece in pieces for found in re.findall(r"[0-9]+", piece)]
    if len(figures) == 1 and 6 <= len(figures[0]) <= 9:                # 2026012
        figures = [figures[0][:4], figures[0][4:]]
    if len(figures) < 2 or len(figures[-1]) > 7 or not int(figures[-1]):
        return None
    year, serial = figures[-2], int(figures[-1])
    if len(year) not in (2, 4):
        return None
    beside = " ".join(re.sub(r"[0-9]+", " ", " ".join(pieces)).split())
    return int(year) + (CENTURY if len(year) == 2 else 0), serial, beside


def entries_of_number(words, agency=None):
    """Those of this year and serial, however it was typed: 제2026-012호, 2026-12, BS-QC-2026-012. Several agencies may have it."""
    read = number_typed(words)
    if read is None:
        return []
    year, serial, beside = read
    rows = entries().filter(terms__contains=[term(number_key(year, serial)), *wanted_terms(beside)])
    if agency:
        rows = rows.filter(agency=agency)
    return list(rows.select_related("service_type", "agency").order_by("agency", "pk")[:PAGE])


def entries_like_number(words, agency=None):
    """Where that number was never given: the same serial of other years, two figures changed about, one figure too many or too few."""
    read = number_typed(words)
    if read is None:
        return []
    year, serial, _beside = read
    figures = f"{serial:03}"
    turned = {int(figures[:at] + figures[at + 1] + figures[at] + figures[at + 2:]) for at in range(len(figures) - 1)}
    cut = {int(figures[:at] + figures[at + 1:]) for at in range(len(figures))}
    meant = {(other, serial) for other in range(year - YEARS_BACK, year + YEARS_BACK + 1)} | {(year, other) for other in turned | cut}
    wanted = [term(number_key(*pair)) for pair in meant if pair != (year, serial) and pair[1]]
    rows = entries().filter(terms__overlap=wanted, **({"agency": agency} if agency else {}))
    return list(rows.defer(*BESIDES).order_by("-valid_from", "pk")[:SERIALS])


def found_elsewhere(agency, wanted, by):
    """[(district or agency, service)] of what the same words, year and price find anywhere, whatever the service; a thousand at most."""
    anywhere = narrowed(agency, statuses=wanted.statuses, price=wanted.price, year=wanted.year)
    terms = anywhere.terms_of(wanted.words)
    return _elsewhere(anywhere, by, bool(terms), clock.today(), months_of_their_own()).rows(most=MOST, terms=terms)


@written_once
def _elsewhere(anywhere, by, has_words, day, months):
    return anywhere.rows(Blank("terms") if has_words else None, day).order_by().values_list(f"{by}_id", "service_type_id")
