"""The letter with the result: what was decided, why, indicator by indicator, and what one may do about it."""
from dataclasses import dataclass
from datetime import date

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _
from django.utils.translation import override

from core.calendar import years_less_a_day
from core.wording import formal_day, seoul_day
from correspondence.events import find_kind
from correspondence.queries import last_day_from
from correspondence.workflow import write_letter
from evaluations.models import Decision
from evaluations.queries.appeal import HAND_IN


@dataclass(frozen=True)
class Foreseen:
    """What will be printed of a certificate that is not issued yet."""

    number_shown: str
    valid_from: date
    valid_to: date


def result_letter(application, decision, certificate, told_on):
    """(title, blocks), in Korean as official letters are. `told_on`: the day in Seoul from which the time to appeal runs."""
    prefetch_related_objects([decision], "per_indicator__required__indicator")
    with override("ko"):
        title = _("Result of the quality certification %(year)s (%(number)s)") % {
            "year": application.round.year, "number": application.number}
        return title, [*_opening(application), *_outcome(decision, certificate, told_on)]


def foreseen_letter(decision, planned_for):
    """The same before the announcement, as it will go out then: only the certificate's number is not given yet."""
    certificate, application = None, decision.application
    if decision.kind == Decision.Kind.AWARD:
        day, years = seoul_day(planned_for), application.round.version.framework.validity_years
        with override("ko"):
            certificate = Foreseen(_("given in the order of the list"), day, years_less_a_day(day, years))
    return result_letter(application, decision, certificate, seoul_day(planned_for))


def write_result_letter(application, decision, certificate, told_on, *, actor):
    """The letter to the provider, written in the transaction of the announcement."""
    title, blocks = result_letter(application, decision, certificate, told_on)
    return write_letter(application, kind=f"result.{decision.kind}", addressee=application.provider_name, title=title, blocks=blocks,
                        actor=actor)


def paragraph(text, **how):
    return "paragraph", {"text": text, **how}


def _opening(application):
    return [
        paragraph(_("We thank you for working for the quality of social services.")),
        paragraph(_("The application that you handed in was evaluated by document review, site visit and final evaluation. "
                    "We tell you the result as follows.")),
        ("table", {"headers": [_("Receipt number"), _("Organisation and site"), _("Service")],
                   "rows": [[application.number, f"{application.provider_name} {application.site_name}", str(application.service_type)]],
                   "widths": [20, 50, 30]}),
    ]


def _outcome(decision, certificate, told_on):
    if decision.kind == Decision.Kind.AWARD:
        return _certified(certificate)
    rows = [[one.required.code, one.required.indicator.name_ko, one.text]
            for one in decision.per_indicator.all()]
    reasons = [("table", {"headers": [_("Code"), _("Indicator"), _("Reason")], "rows": rows, "widths": [12, 38, 50]})] if rows else []
    grounds = [paragraph(decision.grounds, numbered=False)] if decision.grounds else []
    if decision.kind == Decision.Kind.DEFER:
        return [paragraph(_("Result: deferred. We will tell you how the evaluation goes on.")), *grounds, *reasons]
    return [
        paragraph(_("Result: not certified. The reasons are the following.")), *grounds, *reasons,
        *_ways_to_appeal(told_on),
        paragraph(_("You may apply again in a later round. Not being certified says nothing about the registration as a provider.")),
    ]


def _ways_to_appeal(told_on):
    """What is open to whoever disagrees (Administrative Procedures Act art. 26; General Act on Public Administration art. 36)."""
    last, days = last_day_from(HAND_IN, told_on), find_kind(HAND_IN).days
    return [
        paragraph(_("Whoever disagrees may appeal within %(days)d days of being told, until %(day)s, indicator by indicator, by this "
                    "system or in writing. The appeal is dealt with by persons who took no part in this decision, and is answered within "
                    "14 days, which can be prolonged once by 10 days.") % {"days": days, "day": formal_day(last, "ko")}),
        paragraph(_("Beside the appeal an administrative appeal may be filed within 90 days of learning of the decision, or a lawsuit "
                    "brought before the administrative court, as the laws on them provide. Whoever has appealed may count from the day on "
                    "which they were told its outcome.")),
    ]


def _certified(certificate):
    return [
        paragraph(_("Result: certified.")),
        ("table", {"headers": [_("Certificate"), _("Valid")], "widths": [40, 60], "rows": [[
            certificate.number_shown, f"{formal_day(certificate.valid_from, 'ko')} ~ {formal_day(certificate.valid_to, 'ko')}"]]}),
        paragraph(_("The certificate and the plaque are handed over separately. For the three years of the certificate you examine "
                    "yourself every year, and changes of the head, the address or the service are to be told within 14 days.")),
    ]
