"""A citizen reports something about a certificate; staff look into it, say what came of it, and a year later the words are gone."""
from django.db import transaction
from django.utils.translation import gettext as _

from certification.models import Certificate, RegisterReport
from certification.permissions import can_handle_reports
from certification.stages import ReportStage
from core import clock
from core.calendar import months_before
from core.tenancy import current_agency
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import notify

KEPT_MONTHS = 12                                # after it came; the form says so
NOTHING = {"words": "", "email": "", "outcome": ""}


@transaction.atomic
def report_entry(entry, *, kind, words, email, actor, arrived_at):
    """What somebody typed on the page of a certificate. Officers and managers are told that it came, not what it says."""
    refuse_if(kind not in RegisterReport.Kind, _("Choose what it is about."), field="kind")
    refuse_if(not words.strip(), _("Write what you saw."), field="words")
    certificate = Certificate.everything.get(pk=entry.certificate_id)
    report = RegisterReport.objects.create(certificate=certificate, kind=kind, words=words.strip(), email=email.lower(),
                                           arrived_at=arrived_at)
    notify("register.reported", report, actor=actor, number=certificate.number_shown,
           link=("desk_report", report.public_id))
    record("register.reported", report, actor=actor, certificate=certificate.pk, kind=kind)
    return report


@transaction.atomic
def take_up_report(report, *, actor):
    """Somebody looks into it: their name stands beside it. One that was closed too early is taken up again."""
    report = lock(report)
    require(can_handle_reports(actor))
    refuse_if(report.erased_at, _("What was reported is erased. It can no longer be looked into."))
    step = move(report, ReportStage.READ)
    report.handled_by, report.closed_at = actor.user, None
    report.save(update_fields=["handled_by", "closed_at"])
    record("register.report_taken_up", report, actor=actor, **step)
    return report


@transaction.atomic
def close_report(report, *, outcome, actor):
    """What came of it, for colleagues who ask later."""
    report = lock(report)
    require(can_handle_reports(actor))
    refuse_if(not outcome.strip(), _("Write what came of it."), field="outcome")
    report.outcome, report.closed_at, report.handled_by = outcome.strip(), clock.now(), actor.user
    report.save(update_fields=["outcome", "closed_at", "handled_by"])
    step = move(report, ReportStage.CLOSED)
    record("register.report_closed", report, actor=actor, **step)
    return report


@transaction.atomic
def erase_reports(*, actor):
    """A year after it came what was typed is gone, whatever its state; that something was reported, what about and when stays."""
    before = clock.day_start(months_before(clock.today(), KEPT_MONTHS))
    old = RegisterReport.everything.filter(arrived_at__lt=before, erased_at=None)
    count = old.update(**NOTHING, erased_at=clock.now())
    if count:
        record("register.reports_erased", current_agency(), actor=actor, count=count)
    return count
