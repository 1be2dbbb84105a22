"""A change report (변경신고) written by its provider: begun, typed, documents put beside it, handed in once, or taken back."""
from django.db import transaction
from django.utils.translation import gettext as _

from aftercare.change_stages import OPEN_CHANGE, ChangeStage
from aftercare.changes import ChangeKind, last_day
from aftercare.models import ChangedCertificate, ChangeEvidence, ChangeFile, ChangeReport
from aftercare.permissions import can_hand_in_change, can_write_change
from aftercare.queries.change import certificates_touched, successor_of
from aftercare.workflow.change_checks import FIELDS, facts_now, printed_now, refuse_gone_files, refuse_nothing_touched, refuse_wrong
from aftercare.workflow.change_letters import write_receipt
from core import clock
from core.numbers import next_number
from core.versions import keep_words
from core.wording import seoul_day
from core.workflow import lock, move, record, refuse_if, require
from correspondence.models import Deadline
from correspondence.queries import closing_days
from correspondence.workflow import close_deadlines, hold_day, notify, open_deadline
from evaluations.workflow.attaching import Attaching

SERIES, REPORT, ANSWER, DECIDE = "change", "change.report", "change.answer", "change.decide"


@transaction.atomic
def start_change(provider, kind, *, actor, site=None):
    """A draft of this kind, with what stands there now. A second click finds the first."""
    provider = lock(provider)
    require(can_write_change(actor, provider))
    there = open_report(provider, kind, site)
    if there and there.stage == ChangeStage.DRAFT:
        return there
    return new_report(provider, kind, site, actor=actor)


def open_report(provider, kind, site):
    open_stages = (ChangeStage.DRAFT, *OPEN_CHANGE)
    return ChangeReport.everything.filter(provider=provider, kind=kind, site=site, stage__in=open_stages).first()


def new_report(provider, kind, site, *, actor, **marks):
    """For whoever has locked the provider and asked whether the actor may."""
    refuse_if(kind == ChangeKind.ADDRESS and site is None, _("Choose the site whose address has changed."), field="site")
    require(site is None or site.provider_id == provider.pk)
    there = open_report(provider, kind, site)
    refuse_if(there, _("A report of this kind is open already: %(number)s. It has to be answered first."),
              number=there and (there.number or "-"))
    refuse_nothing_touched(certificates_touched(provider, kind, site))
    report = ChangeReport(provider=provider, kind=kind, site=site, begun_at=clock.now(), begun_by=actor.user, **marks)
    report.facts = facts_now(report)
    report.save()
    record("change.begun", report, actor=actor, kind=kind, provider=provider.pk)
    return report


@transaction.atomic
def save_change(report, *, facts, happened_on, until_on, note, base_version, actor):
    """Keep what was typed. An older page never overwrites a newer text. Returns Kept. As soon as the day is known its last day is
    reminded of."""
    report = _writable(report, actor)
    words = {"facts": {name: facts.get(name, "") for name in FIELDS[report.kind]}, "happened_on": happened_on, "until_on": until_on,
             "note": note}
    kept = keep_words(report, words, base_version=base_version)
    if kept.is_new:
        record("change.saved", report, actor=actor, version=kept.row.version)
        _hold_last_day(kept.row, actor)
    return kept


def _hold_last_day(report, actor):
    if report.stage != ChangeStage.DRAFT or not report.happened_on:
        return
    due = last_day(report.kind, report.happened_on, closing_days())
    about = {"subject_type": report._meta.label_lower, "subject_id": str(report.pk), "kind": REPORT, "closed_at": None}
    running = Deadline.everything.filter(**about).first()
    if due >= clock.today() and not (running and running.last_day == due):
        hold_day(report, kind=REPORT, on=due, actor=actor)


def _writable(report, actor):
    report = lock(report)
    require(can_write_change(actor, report.provider))
    refuse_if(not report.is_writable, _("This report was handed in. It can no longer be changed."))
    return report


def _hold(report, actor, _arrived_at):
    """For its documents: the row stands for the case too, it has a provider."""
    report = _writable(report, actor)
    return report, report


FILES = Attaching(ChangeEvidence, "report", hold=_hold, count=lambda _case, report: report.evidence.count(), verb="change")


@transaction.atomic
def hand_in_change(report, *, actor, arrived_at, declared):
    """Once; and once more after the agency has asked back. Late is taken, and said."""
    report = lock(report)
    require(can_hand_in_change(actor, report))
    refuse_if(not report.is_writable, _("This report was handed in already. You are told the answer."))
    refuse_if(not declared, _("Please declare that what you report is so."), field="declared")
    lock(report.provider)
    refuse_gone_files(report)
    return take_in(report, actor=actor, arrived_at=arrived_at)


def take_in(report, *, actor, arrived_at):
    """Whole, dated, numbered, with its files as they are now. For those who have asked whether the actor may."""
    touched = certificates_touched(report.provider, report.kind, report.site)
    refuse_nothing_touched(touched)
    refuse_wrong(report, touched)
    is_first = report.arrived_at is None
    if is_first:
        year = clock.seoul(arrived_at).year
        report.number = f"{year}-N{next_number(SERIES, year):03}"
        report.arrived_at, report.handed_in_by = arrived_at, actor.user
    else:
        report.completed_at = arrived_at
    report.due_on = last_day(report.kind, report.happened_on, closing_days())
    report.before = printed_now(report, touched)
    report.version += 1                                     # every open page is an older one
    if report.kind == ChangeKind.SUCCESSION:
        report.successor = successor_of(report.facts["successor_number"])
    _keep_files(report, arrived_at)
    _keep_touched(report, touched)
    close_deadlines(report, actor=actor)
    report.decide_deadline = open_deadline(report, kind=DECIDE, event_on=seoul_day(arrived_at), actor=actor)
    if is_first:
        report.receipt = write_receipt(report, actor=actor)
    report.save()
    step = move(report, ChangeStage.HANDED_IN)
    record("change.handed_in", report, actor=actor, number=report.number, kind=report.kind, arrived_at=arrived_at, late=report.days_late,
           certificates=[one.pk for one in touched], **step)
    _tell(report, actor)
    return report


def _tell(report, actor):
    if report.origin == report.Origin.PORTAL:
        notify("change.received", report, actor=actor, link=("portal_change", report.public_id),
               arrived=report.completed_at or report.arrived_at)
    notify("change.handed_in", report, actor=actor, link=("desk_change", report.public_id), due=report.decide_deadline.last_day)
    if report.successor and not report.successor_confirmed_at:
        notify("change.successor_asked", report, actor=actor, link=("portal_change", report.public_id))


def _keep_files(report, at):
    there = set(report.files.values_list("file", flat=True))
    ChangeFile.everything.bulk_create(
        ChangeFile(report=report, file=one.evidence.file, name=one.evidence.name, sha256=one.evidence.file.sha256, handed_in_at=at)
        for one in report.evidence.select_related("evidence__file") if one.evidence.file_id not in there)


def _keep_touched(report, touched):
    there = set(report.touched.values_list("certificate", flat=True))
    ChangedCertificate.everything.bulk_create(ChangedCertificate(report=report, certificate=one) for one in touched if one.pk not in there)


@transaction.atomic
def withdraw_change(report, *, actor):
    """Taken back by its provider before it is answered; a draft is thrown away the same way."""
    report = lock(report)
    require(can_write_change(actor, report.provider) and report.origin != report.Origin.NOTICED)
    refuse_if(report.stage == ChangeStage.PROPOSED, _("The agency is about to decide it. Please call the agency."))
    was_draft = report.stage == ChangeStage.DRAFT
    step = move(report, ChangeStage.WITHDRAWN)
    close_deadlines(report, actor=actor, outcome="withdrawn")
    record("change.withdrawn", report, actor=actor, **step)
    if not was_draft:
        notify("change.withdrawn", report, actor=actor, link=("desk_change", report.public_id))
    return report
