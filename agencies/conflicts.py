"""What ties an assessor to an agency that is evaluated. Pure: facts in, findings with their sentences out. Each of them excludes."""
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.calendar import months_before
from core.wording import day_in_words

MONTHS_AFTER_CONSULTING = 24
MONTHS_AFTER_LEAVING = 36


class Kind(TextChoices):
    MEMBER = "member", _("belongs to the agency")
    SAME_PERSON = "same_person", _("belongs to the agency under another account")
    EMPLOYED = "employed", _("employed at the agency")
    FORMER = "former", _("belonged to the agency within three years")
    HOME = "home", _("lives in the agency's province")
    WORK = "work", _("works in the agency's province")
    CONSULTED = "consulted", _("consulted the agency within 24 months")
    RELATED = "related", _("related to the agency's people")
    RECUSED = "recused", _("stands back from this agency")


@dataclass(frozen=True)
class Tie:
    """One fact about an assessor and one agency."""

    kind: str                       # as Kind; EMPLOYED and CONSULTED carry their days
    from_on: date | None = None
    to_on: date | None = None


@dataclass(frozen=True)
class Conflict:
    kind: Kind
    from_on: date | None = None
    to_on: date | None = None

    @property
    def words(self):
        fact = self._fact()
        return f"{SENTENCES[self.kind]()} ({fact})" if fact else SENTENCES[self.kind]()

    def _fact(self):
        if self.to_on:
            return gettext("until %(day)s") % {"day": day_in_words(self.to_on)}
        return gettext("since %(day)s") % {"day": day_in_words(self.from_on)} if self.from_on else ""


SENTENCES = {
    Kind.MEMBER: lambda: gettext("Belongs to this agency."),
    Kind.SAME_PERSON: lambda: gettext("The same person belongs to this agency under another account."),
    Kind.EMPLOYED: lambda: gettext("Is employed at this agency."),
    Kind.FORMER: lambda: gettext("Belonged to this agency within the last three years."),
    Kind.HOME: lambda: gettext("Lives in the agency's province."),
    Kind.WORK: lambda: gettext("Works in the agency's province."),
    Kind.CONSULTED: lambda: gettext("Has consulted this agency within the last 24 months."),
    Kind.RELATED: lambda: gettext("Is related to people of this agency."),
    Kind.RECUSED: lambda: gettext("Stands back from this agency."),
}


def find_conflicts(ties: Iterable[Tie], *, today: date) -> list[Conflict]:
    """Each kind once, in the order of the kinds."""
    found = {}
    for tie in ties:
        kind = _kind_of(tie, today)
        if kind:
            found.setdefault(kind, Conflict(kind, tie.from_on, tie.to_on))
    return sorted(found.values(), key=lambda one: Kind.values.index(one.kind))


def _kind_of(tie, today):
    """What this fact is today, or None when it lies too far back."""
    if tie.kind == Kind.CONSULTED:
        return Kind.CONSULTED if _lasts(tie, today, MONTHS_AFTER_CONSULTING) else None
    if tie.kind in (Kind.EMPLOYED, Kind.RELATED):
        if _lasts(tie, today):
            return Kind(tie.kind)
        return Kind.FORMER if tie.kind == Kind.EMPLOYED and _lasts(tie, today, MONTHS_AFTER_LEAVING) else None
    return Kind(tie.kind)


def _lasts(tie, today, months=0):
    return tie.to_on is None or tie.to_on >= months_before(today, months)
