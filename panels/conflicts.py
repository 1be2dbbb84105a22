"""What ties a person to an applicant, found in facts. Pure: ties and the applicant in, findings with their sentences out.

Grounds of exclusion (제척) close the case to somebody whatever anybody says; reasons to ask (기피·회피) want a manager's word. After the
decree on social service agencies, art. 10(5)-(8), and ISO/IEC 17065, 4.2.10.
"""
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.calendar import months_before
from core.wording import day_in_words

MONTHS_AFTER_CONSULTING = 24        # who consulted a provider assesses it no earlier (ISO/IEC 17065, 4.2.10: customary)
MONTHS_AFTER_LEAVING = 36
EMPLOYED, OWNS, RELATED, CONSULTED, ACTS_FOR = "employed", "owns", "related", "consulted", "acts_for"
WORKS = (EMPLOYED, OWNS, ACTS_FOR)


class Kind(TextChoices):
    ACTS_FOR = "acts_for", _("acts for the provider")
    SAME_PERSON = "same_person", _("acts for the provider under another account")
    EMPLOYED = "employed", _("employed at the provider")
    SAME_CORPORATION = "same_corporation", _("employer with the provider's business number")
    OWNS = "owns", _("owner or officer of the provider")
    RELATED = "related", _("related to the provider's people")
    CONSULTED = "consulted", _("consulted the provider within 24 months")
    FORMER_EMPLOYER = "former_employer", _("worked for the provider within three years")
    COMPETITOR = "competitor", _("works for a competitor")


def to_ask(kind):
    """Whether it is a reason to ask only, which a manager may overrule."""
    return kind in (Kind.FORMER_EMPLOYER, Kind.COMPETITOR)


@dataclass(frozen=True)
class Tie:
    """One fact: a line of the ledger, or that the person acts for a provider. `subject`: a provider, or a business by its number."""

    kind: str
    subject: UUID
    label: str = ""
    from_on: date | None = None
    to_on: date | None = None
    other_account: bool = False

    def lasts(self, today, months=0):
        """Whether it has not ended, or not longer ago than so many months."""
        return self.to_on is None or self.to_on >= months_before(today, months)


@dataclass(frozen=True)
class Applicant:
    """Who applies; `business`: what a ledger calls its business number; `competitors`: {subject: name} of those who offer the same
    service in the same district."""

    subject: UUID
    business: UUID
    name: str
    competitors: Mapping[UUID, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Conflict:
    kind: Kind
    name: str                       # of the business that the fact is about
    from_on: date | None = None
    to_on: date | None = None

    @property
    def excludes(self):
        return not to_ask(self.kind)

    @property
    def sentence(self):
        return SENTENCES[self.kind]() % {"name": self.name}

    @property
    def fact(self):
        """Since when, until when; empty where nobody noted it."""
        if self.to_on:
            return gettext("until %(day)s") % {"day": day_in_words(self.to_on)}
        return gettext("since %(day)s") % {"day": day_in_words(self.from_on)} if self.from_on else ""

    @property
    def words(self):
        return f"{self.sentence} ({self.fact})" if self.fact else self.sentence


SENTENCES = {
    Kind.ACTS_FOR: lambda: gettext("Acts for the provider in this system."),
    Kind.SAME_PERSON: lambda: gettext("The same person acts for the provider under another account."),
    Kind.EMPLOYED: lambda: gettext("Is employed at the provider."),
    Kind.SAME_CORPORATION: lambda: gettext("Works for %(name)s, which has the provider's business registration number."),
    Kind.OWNS: lambda: gettext("Owns the provider or is an officer of it."),
    Kind.RELATED: lambda: gettext("Is related to people of the provider."),
    Kind.CONSULTED: lambda: gettext("Has consulted the provider within the last 24 months."),
    Kind.FORMER_EMPLOYER: lambda: gettext("Worked for the provider within the last three years."),
    Kind.COMPETITOR: lambda: gettext("Works for %(name)s, which offers the same service in the same district."),
}


def find_conflicts(ties: Iterable[Tie], applicant: Applicant, *, today: date) -> list[Conflict]:
    """Grounds of exclusion first, each kind once for a business."""
    found = {}
    for tie in ties:
        kind = _kind_of(tie, applicant, today)
        if kind:
            name = tie.label or applicant.competitors.get(tie.subject, applicant.name)
            found.setdefault((kind, name), Conflict(kind, name, tie.from_on, tie.to_on))
    return sorted(found.values(), key=lambda one: (to_ask(one.kind), Kind.values.index(one.kind), one.name))


def _kind_of(tie, applicant, today):
    """What this tie is for this applicant, or None."""
    if tie.subject not in (applicant.subject, applicant.business):
        return Kind.COMPETITOR if tie.kind in WORKS and tie.lasts(today) and tie.subject in applicant.competitors else None
    if tie.kind == CONSULTED:
        return Kind.CONSULTED if tie.lasts(today, MONTHS_AFTER_CONSULTING) else None
    if tie.lasts(today):
        return _standing(tie, applicant)
    return Kind.FORMER_EMPLOYER if tie.kind in WORKS and tie.lasts(today, MONTHS_AFTER_LEAVING) else None


def _standing(tie, applicant):
    if tie.kind == ACTS_FOR:
        return Kind.SAME_PERSON if tie.other_account else Kind.ACTS_FOR
    if tie.kind == EMPLOYED and tie.subject == applicant.business:
        return Kind.SAME_CORPORATION
    return {EMPLOYED: Kind.EMPLOYED, OWNS: Kind.OWNS, RELATED: Kind.RELATED}.get(tie.kind)
