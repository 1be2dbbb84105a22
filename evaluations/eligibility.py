"""Eligibility as pure rules: what is known of an offering goes in, for each requirement met, not met or unknown comes out, with the fact.

Nothing here reads a table. What comes out can be kept as JSON and is said in the page's language when it is shown.
"""
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from certification.models import Requirement
from certification.models.requirement import ONLY_IN, requirement_in_words
from core.calendar import months_before
from core.wording import day_in_words
from providers.models import Disposition
from providers.stages import Stage as ProviderStage

DAYS = ("since", "notice", "imposed", "from", "to", "until", "as_of")      # values that are days
SUSPENSION = Disposition.Kind.SUSPENSION


@dataclass(frozen=True)
class Known:
    """What the tables say of one offering in one round. `notice`: the day of the announcement; `today`: of the asking."""

    notice: date
    today: date
    stage: str = ProviderStage.CONFIRMED
    is_active: bool = True
    registration_number: str = ""
    registered_on: date | None = None
    elsewhere: str = ""                         # the district, if it lies outside the agency's province
    dispositions: tuple[tuple[str, date, date | None, str], ...] = ()       # (kind, imposed, in force until, authority)
    dispositions_as_of: date | None = None      # when the agency entered the last one of anybody; None: it keeps none
    barred_until: date | None = None
    certificate: tuple[str, date] | None = None         # (number, last day) of the one that lives at this offering
    renewal: tuple[date, date] | None = None            # from when until when that one is renewed
    is_suspended: bool = False                          # that one is
    is_let_in_late: bool = False                        # its provider was granted late access that still holds
    is_in_time: bool = False                            # it was handed in: a renewal's days are no question any more
    may_be_certified: bool = True               # the service stands in the round
    is_national: bool = False
    national_until: date | None = None
    national_as_of: date | None = None          # when the list was brought in; None: there is none


@dataclass(frozen=True)
class Finding:
    """One requirement: `met` is None where the data do not say. `values` are strings, so that it can be kept."""

    requirement: str
    met: bool | None
    fact: str
    values: dict = field(default_factory=dict)
    asked: dict = field(default_factory=dict)

    @property
    def title(self):
        return requirement_in_words(self.requirement, self.asked)

    @property
    def words(self):
        """The fact behind it, in the page's language."""
        shown = {name: _shown(name, value) for name, value in self.values.items()}
        return str(FACTS[self.fact]) % shown if self.fact in FACTS else ""

    @property
    def state(self):
        """For `{% status %}`."""
        return {True: "done", False: "refused", None: "unknown"}[self.met]

    @property
    def verdict(self):
        return {True: _("met"), False: _("not met"), None: _("not known")}[self.met]

    def kept(self):
        return {"requirement": str(self.requirement), "met": self.met, "fact": self.fact, "values": self.values, "asked": self.asked}


@dataclass(frozen=True)
class Eligibility:
    """All findings of one offering together, as its people are told."""

    findings: list

    @property
    def those_unmet(self):
        return [one for one in self.findings if one.met is False]

    @property
    def unmet(self):
        return len(self.those_unmet)

    @property
    def is_refused(self):
        """The requirements without which no application is begun: what is certified already is renewed, not certified anew; and
        only that, in its time. Nor does anybody apply who is barred."""
        return self.is_barred or any(one.requirement in ONLY_IN for one in self.those_unmet)

    @property
    def is_barred(self):
        return any(one.requirement == Requirement.NOT_BARRED for one in self.those_unmet)

    @property
    def is_certified(self):
        """Refused in a round for first certifications, since it is certified already."""
        return any(one.requirement == Requirement.NO_CERTIFICATE for one in self.those_unmet)

    @property
    def unknown(self):
        return sum(one.met is None for one in self.findings)

    @property
    def state(self):
        return "refused" if self.unmet else "unknown" if self.unknown else "done"

    @property
    def words(self):
        if self.unmet:
            return ngettext("%(count)d requirement is not met", "%(count)d requirements are not met", self.unmet) % {"count": self.unmet}
        if self.unknown:
            return ngettext("%(count)d requirement is still to be looked up by the agency",
                            "%(count)d requirements are still to be looked up by the agency", self.unknown) % {"count": self.unknown}
        return gettext("Every requirement is met by what is entered here")


def eligibility_of(found):
    """None where nothing is asked."""
    return Eligibility(found) if found else None


def findings(asked, known):
    """[Finding] in the order of `asked`: [(requirement, its figures)]."""
    return [_finding(code, figures, RULES[code](known, figures)) for code, figures in asked if code in RULES]


def _finding(code, figures, said):
    met, fact, values = said
    kept = {name: value.isoformat() if isinstance(value, date) else str(value) for name, value in values.items()}
    return Finding(str(code), met, fact, kept, figures)


def _shown(name, value):
    if name in DAYS:
        return day_in_words(date.fromisoformat(value))
    return dict(Disposition.Kind.choices).get(value, value) if name == "kind" else value


# ---- the rules: (known, figures) -> met, fact, values

def _said(met, fact, **values):
    return met, fact, values


def _registered(known, _figures):
    if known.elsewhere:
        return _said(False, "elsewhere", place=known.elsewhere)
    if known.registration_number and known.registered_on:
        return _said(True, "registered", since=known.registered_on, number=known.registration_number)
    if known.registered_on:
        return _said(True, "registered_on", since=known.registered_on)
    return _said(True, "registered_as", number=known.registration_number) if known.registration_number else _said(None, "no_registration")


def _experience(known, figures):
    since = known.registered_on
    if since is None:
        return _said(None, "no_day")
    met = since <= months_before(known.notice, figures["months"])
    return _said(met, "in_business", since=since, notice=known.notice)


def _no_disposition(known, figures):
    first = months_before(known.notice, 12 * figures["years"])
    for kind, imposed, until, authority in known.dispositions:
        if max(imposed, until or imposed) > first:
            return _said(False, "disposition", kind=kind, imposed=imposed, authority=authority)
    if known.dispositions_as_of is None:
        return _said(None, "no_dispositions_kept")
    return _said(True, "no_disposition", as_of=known.dispositions_as_of, **{"from": first})


def _operating(known, _figures):
    if known.stage == ProviderStage.CLOSED:
        return _said(False, "closed")
    if known.stage == ProviderStage.REFUSED:
        return _said(False, "registration_refused")
    if not known.is_active:
        return _said(False, "not_offered")
    for kind, imposed, until, _authority in known.dispositions:
        if kind == SUSPENSION and imposed <= known.today and until and known.today <= until:
            return _said(False, "suspended", until=until)
    return _said(None, "not_confirmed") if known.stage == ProviderStage.REGISTERED else _said(True, "operating")


def _not_barred(known, _figures):
    if known.barred_until and known.today <= known.barred_until:
        return _said(False, "barred", until=known.barred_until)
    return _said(True, "not_barred")


def _no_certificate(known, _figures):
    if known.certificate is None:
        return _said(True, "not_certified")
    number, until = known.certificate
    return _said(False, "certified", number=number, until=until)


def _renewable(known, _figures):
    if known.certificate is None:
        return _said(False, "nothing_to_renew")
    (number, until), (opens_on, closes_on) = known.certificate, known.renewal
    if known.is_suspended:
        return _said(False, "renewed_once_in_force", number=number)
    if known.is_in_time:
        return _said(True, "renewed", number=number, until=until)
    if known.today < opens_on:
        return _said(False, "renewed_from", number=number, until=until, since=opens_on)
    if known.today > closes_on and not known.is_let_in_late:
        return _said(False, "renewed_no_more", number=number, until=until, notice=closes_on)
    return _said(True, "renewed", number=number, until=until)


def _service(known, _figures):
    return _said(True, "service_in_round") if known.may_be_certified else _said(False, "service_not_in_round")


def _not_national(known, _figures):
    if known.national_as_of is None:
        return _said(None, "no_list")
    if not known.is_national:
        return _said(True, "not_listed", as_of=known.national_as_of)
    if known.national_until is None:
        return _said(None, "listed_without_end", as_of=known.national_as_of)
    met = known.national_until < known.today
    return _said(met, "listed_before" if met else "listed", until=known.national_until)


RULES = {
    Requirement.REGISTERED: _registered, Requirement.EXPERIENCE: _experience, Requirement.NO_DISPOSITION: _no_disposition,
    Requirement.OPERATING: _operating, Requirement.NOT_BARRED: _not_barred, Requirement.NO_CERTIFICATE: _no_certificate,
    Requirement.SERVICE: _service, Requirement.NOT_NATIONAL: _not_national, Requirement.RENEWABLE: _renewable,
}
FACTS = {
    "elsewhere": _("The site lies in %(place)s, outside this province."),
    "registered": _("Registered on %(since)s under the number %(number)s."),
    "registered_on": _("Registered on %(since)s."),
    "registered_as": _("Registered under the number %(number)s."),
    "no_registration": _("Neither number nor day of the registration is entered for this service."),
    "no_day": _("The day of the registration is not entered for this service."),
    "in_business": _("Registered on %(since)s; the announcement is of %(notice)s."),
    "disposition": _("Disposition of %(imposed)s: %(kind)s (%(authority)s)."),
    "no_dispositions_kept": _("The agency has not entered any dispositions yet and will look them up."),
    "no_disposition": _("None is entered since %(from)s (as of %(as_of)s)."),
    "closed": _("The registration with the agency has ended."),
    "registration_refused": _("The registration with the agency was refused."),
    "not_offered": _("The service is no longer offered at this site."),
    "suspended": _("Business is suspended until %(until)s."),
    "not_confirmed": _("The agency has not confirmed the organisation yet."),
    "operating": _("Confirmed by the agency, and the service is offered."),
    "barred": _("Barred from applying until %(until)s."),
    "not_barred": _("No bar is entered."),
    "not_certified": _("There is no valid certificate for it."),
    "certified": _("Certificate %(number)s is valid until %(until)s."),
    "renewed": _("Certificate %(number)s is valid until %(until)s; this round renews it."),
    "nothing_to_renew": _("No certificate of this service at this site is valid: it is applied for in a round for first certifications."),
    "renewed_once_in_force": _("Certificate %(number)s is suspended. It can be renewed once the suspension has ended."),
    "renewed_from": _("Certificate %(number)s is valid until %(until)s. Its renewal can be applied for from %(since)s."),
    "renewed_no_more": _("Certificate %(number)s is valid until %(until)s. Its renewal could be applied for until %(notice)s. "
                         "Ask the agency."),
    "service_in_round": _("It stands among the services of the round."),
    "service_not_in_round": _("It does not stand among the services of the round."),
    "no_list": _("The agency has no list of the national scheme yet and will look it up."),
    "not_listed": _("Not on the national scheme's list (as of %(as_of)s)."),
    "listed_without_end": _("On the national scheme's list of %(as_of)s, which does not say until when."),
    "listed": _("Certified by the national scheme until %(until)s."),
    "listed_before": _("The certificate of the national scheme ended on %(until)s."),
}
