"""Holders of certificates by what speaks for visiting them: a dozen statements, however many there are."""
from collections import Counter, defaultdict
from datetime import timedelta
from typing import NamedTuple

from django.db.models import Count, Max
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from aftercare.change_stages import ChangeStage
from aftercare.changes import ChangeKind
from aftercare.models import (
    Change,
    ChangedCertificate,
    Complaint,
    CorrectiveAction,
    Duty,
    DutyKind,
    InspectionSeal,
    Monitoring,
    MonitoringFinding,
    SealedRow,
)
from aftercare.risk import Known, Reason, reasons_of
from aftercare.stages import DutyStage
from aftercare.watching_stages import CARRIED_OUT, TO_WRITE, CorrectionStage
from certification.models import Certificate, RegisterReport
from certification.models.certificate import not_past_sanction
from core import clock

A_YEAR = timedelta(days=365)
REPORTED = {"moved": ChangeKind.ADDRESS, "heads": ChangeKind.HEAD, "successions": ChangeKind.SUCCESSION, "pauses": ChangeKind.SUSPENSION}
WITHOUT_GROUND = (Complaint.Outcome.UNFOUNDED, Complaint.Outcome.DUPLICATE, Complaint.Outcome.NO_GROUND)


class Holder(NamedTuple):
    certificate: Certificate
    known: Known
    reasons: list[Reason]
    visit: Duty | None                      # a monitoring visit that is open, be it planned or not

    @property
    def points(self):
        return sum(one.points for one in self.reasons)


def holders_by_risk(actor):
    """[Holder] of every certificate that holds or is suspended, what weighs most first; equal ones by number."""
    today = clock.today()
    rows = Certificate.objects.visible_to(actor).filter(not_past_sanction(), valid_from__lte=today)
    certificates = list(rows.select_related("service_type").order_by("year", "serial"))
    counted, last, visits = _counted(actor, certificates, today), _last_visits(actor), _open_visits(actor)
    found = []
    for one in certificates:
        since = last.get(one.pk) or one.valid_from
        known = Known(**{name: numbers[one.pk] for name, numbers in counted.items()}, never=one.pk not in last,
                      months=(today.year - since.year) * 12 + today.month - since.month - (today.day < since.day))
        found.append(Holder(one, known, reasons_of(known), visits.get(one.pk)))
    return sorted(found, key=lambda holder: -holder.points)


def _counted(actor, certificates, today):
    """{name of a count in Known: {certificate's id: number}}."""
    year_ago, actions = clock.now() - A_YEAR, CorrectiveAction.objects.visible_to(actor)
    return {
        "findings": _by(MonitoringFinding.objects.visible_to(actor).filter(judgement="noncompliant"), "monitoring__certificate"),
        "corrections": _by(actions.exclude(stage=CorrectionStage.CLOSED), "certificate"),
        "overdue": _by(actions.filter(stage__in=TO_WRITE, due_on__lt=today), "certificate"),
        "late": _by(Duty.objects.visible_to(actor).filter(stage=DutyStage.OPEN, due_on__lt=today), "certificate"),
        "reports": _by(RegisterReport.objects.visible_to(actor).filter(arrived_at__gte=year_ago), "certificate"),
        "complaints": _complaints(actor, certificates, year_ago), **_changes(actor, year_ago), "told_changes": _told_changes(actor)}


def _by(rows, path):
    return defaultdict(int, rows.order_by().values(path).annotate(number=Count("pk")).values_list(path, "number"))


def _complaints(actor, certificates, since):
    """Of the certificate; one about the provider as such counts for each that it holds."""
    rows = Complaint.objects.visible_to(actor).filter(arrived_at__gte=since).exclude(outcome__in=WITHOUT_GROUND)
    about, of_all = _by(rows.filter(certificate__isnull=False), "certificate"), _by(rows.filter(certificate=None), "provider")
    return {one.pk: about[one.pk] + of_all[one.provider_id] for one in certificates}


def _changes(actor, since):
    """{name of a count: {certificate's id: how many reports}} by the day on which they came, whatever has become of those that are open."""
    rows = ChangedCertificate.objects.visible_to(actor).filter(report__arrived_at__gte=since)
    rows = rows.exclude(report__stage__in=(ChangeStage.REFUSED, ChangeStage.WITHDRAWN))
    found = {name: defaultdict(int) for name in REPORTED}
    names = {kind: name for name, kind in REPORTED.items()}
    for kind, certificate, number in rows.order_by().values_list("report__kind", "certificate").annotate(Count("pk")):
        if kind in names:
            found[names[kind]][certificate] = number
    return found


def _told_changes(actor):
    """Of each certificate's last self-inspection."""
    seals = InspectionSeal.objects.visible_to(actor).order_by("inspection__duty__certificate", "-sealed_at", "-pk")
    latest = dict(seals.distinct("inspection__duty__certificate").values_list("pk", "inspection__duty__certificate"))
    rows = SealedRow.objects.visible_to(actor).filter(seal__in=latest, change=Change.CHANGED).values_list("seal", flat=True)
    return Counter(latest[seal] for seal in rows)


def _last_visits(actor):
    """{certificate's id: the day in Seoul on which the last monitoring visit began}."""
    rows = Monitoring.objects.visible_to(actor).filter(stage__in=CARRIED_OUT).order_by().values("certificate")
    return {pk: clock.seoul(at).date() for pk, at in rows.annotate(at=Max("visit__starts_at")).values_list("certificate", "at")}


def _open_visits(actor):
    rows = Duty.objects.visible_to(actor).filter(kind=DutyKind.MONITORING_VISIT, stage=DutyStage.OPEN, opens_on__lte=clock.today())
    return {duty.certificate_id: duty for duty in rows.order_by("-due_on", "-pk")}


def risk_in_words(reason, never=False):
    """What a reason says on the page, with its number."""
    number = reason.number
    if reason.code == "months":
        return (_("no visit yet, %(number)d months since it was certified") if never else _("%(number)d months since the last visit")) % {
            "number": number}
    return WORDS[reason.code](number) % {"number": number}


WORDS = {
    "findings": lambda n: ngettext("%(number)d indicator not met at an earlier visit", "%(number)d indicators not met at earlier visits",
                                   n),
    "corrections": lambda n: ngettext("%(number)d corrective action is open", "%(number)d corrective actions are open", n),
    "overdue": lambda n: ngettext("%(number)d of them is overdue", "%(number)d of them are overdue", n),
    "late": lambda n: ngettext("%(number)d duty is late", "%(number)d duties are late", n),
    "reports": lambda n: ngettext("%(number)d report from citizens within a year", "%(number)d reports from citizens within a year", n),
    "complaints": lambda n: ngettext("%(number)d complaint within a year", "%(number)d complaints within a year", n),
    "moved": lambda n: ngettext("%(number)d new address reported within a year", "%(number)d new addresses reported within a year", n),
    "heads": lambda n: ngettext("%(number)d new representative reported within a year",
                               "%(number)d new representatives reported within a year", n),
    "successions": lambda n: ngettext("%(number)d succession reported within a year", "%(number)d successions reported within a year", n),
    "pauses": lambda n: ngettext("%(number)d pause of business reported within a year",
                               "%(number)d pauses of business reported within a year", n),
    "told_changes": lambda n: ngettext("%(number)d indicator changed by its last self-inspection",
                                       "%(number)d indicators changed by its last self-inspection", n)}
