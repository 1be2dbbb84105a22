"""Teams of two or three: what a proposal is made from and says, in codes and in words. Pure, and without the solver (see proposal.py)."""
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

Key = Hashable
SIZES = (2, 3)                                      # of a team, its lead counted in
FIELD, ANY_FIELD, OTHER_FIELD = "field", "any_field", "other_field"
DISTRICT, ANY_DISTRICT, OTHER_DISTRICT, NO_CONFLICT = "district", "any_district", "other_district", "no_conflict"
EXCLUDED, TO_ASK, RECUSED, IN_TEAM, LAST_TIME = "excluded", "to_ask", "recused", "in_team", "last_time"
UNFIT, AWAY, FULL = "unfit", "away", "full"

REASONS = {
    FIELD: gettext_lazy("knows the service"), ANY_FIELD: gettext_lazy("no service noted"), OTHER_FIELD: gettext_lazy("another service"),
    DISTRICT: gettext_lazy("same district"), ANY_DISTRICT: gettext_lazy("no district noted"),
    OTHER_DISTRICT: gettext_lazy("another district"), NO_CONFLICT: gettext_lazy("no conflict of interest found"),
}
AGAINST = {                                         # in the order in which they are told
    EXCLUDED: gettext_lazy("excluded by law"), TO_ASK: gettext_lazy("reason to ask first"), RECUSED: gettext_lazy("stands back"),
    LAST_TIME: gettext_lazy("assessed this provider last time"), UNFIT: gettext_lazy("qualification or pledge lapsed"),
    AWAY: gettext_lazy("away"), FULL: gettext_lazy("has as many cases as they take on"), IN_TEAM: gettext_lazy("in the team already"),
}


@dataclass(frozen=True)
class Assessor:
    """`most`: cases at once, those in hand counted in. `load`: cases in hand already. Codes of service types and districts."""

    key: Key
    most: int
    load: int = 0
    may_lead: bool = True
    fields: frozenset[str] = frozenset()
    districts: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Case:
    """`barred`: {assessor's key: why}. `size`: how many are wanted, `has_lead`: those who are there already have a lead."""

    key: Key
    service: str
    district: str
    size: int = 2
    has_lead: bool = False
    barred: Mapping[Key, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Pair:
    """An assessor for a case. `reasons`: codes of what speaks for it, told by REASONS."""

    case: Key
    assessor: Key
    is_lead: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Vacancy:
    """A case whose team is not whole: so many are missing, how many could have been asked at all, and {why: of how many} not."""

    case: Key
    missing: int
    eligible: int
    lacks_lead: bool
    against: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Proposal:
    """`is_best`: proven to be within half a per cent of the best; else what was found in the time given."""

    pairs: tuple[Pair, ...]
    vacancies: tuple[Vacancy, ...]
    is_best: bool


def missing_in(team, size):
    """How many a case with this team still needs: up to its size, and one more where two have nobody who leads."""
    headless = not any(one.is_lead for one in team)
    return max(size - len(team), 1 if headless and len(team) < max(SIZES) else 0)


def reasons_in_words(codes, load):
    """What speaks for a pair, in one line; `load`: cases in hand with this proposal."""
    words = [str(REASONS[code]) for code in codes if code in REASONS]
    return " · ".join([*words, ngettext("%(count)s case in hand then", "%(count)s cases in hand then", load) % {"count": load}])


def vacancy_in_words(vacancy):
    """Why a team is not whole. `vacancy`: as it is kept, {missing, eligible, lacks_lead, against}."""
    eligible, against = vacancy["eligible"], vacancy["against"]
    if vacancy["lacks_lead"] and not vacancy["missing"]:
        sentence = _("Nobody of those who can be assigned may lead the team.")
    elif eligible == 0:
        sentence = _("Without those whom qualifications, conflicts or their load keep away, nobody can be assigned.")
    elif eligible <= vacancy["missing"]:
        sentence = ngettext("Without those whom qualifications, conflicts or their load keep away, %(count)s assessor can be assigned.",
                            "Without those whom qualifications, conflicts or their load keep away, %(count)s assessors can be assigned.",
                            eligible) % {"count": eligible}
    else:
        sentence = ngettext("%(count)s assessor could be assigned, but is needed for other cases up to what they take on.",
                            "%(count)s assessors could be assigned, but are needed for other cases up to what they take on.",
                            eligible) % {"count": eligible}
    kept = [_("%(why)s: %(count)s") % {"why": words, "count": against[code]} for code, words in AGAINST.items() if against.get(code)]
    return f"{sentence} ({', '.join(kept)})" if kept else sentence
