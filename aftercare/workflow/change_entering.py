"""Change reports that the agency enters: from paper, or noticed by itself; what the provider says to it; the successor's word."""
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from aftercare.change_stages import OPEN_CHANGE
from aftercare.changes import ChangeKind
from aftercare.models import ChangeEvidence, ChangeReport
from aftercare.permissions import can_confirm_succession, can_enter_change, can_write_change
from aftercare.workflow.change import new_report, take_in
from aftercare.workflow.change_checks import FIELDS
from core import clock
from core.workflow import lock, record, refuse_if, require
from correspondence.workflow import close_deadlines, notify, open_deadline
from providers.workflow.evidence import put_evidence

OBJECTION, Origin = "change.objection", ChangeReport.Origin
OLDEST = timedelta(days=400)


@transaction.atomic
def enter_change(provider, kind, *, origin, facts, happened_on, until_on, note, arrived_at, upload, actor, site=None):
    """What came on paper counts from the day of the paper, and its scan is kept. What the agency has noticed itself the provider is told,
    and it may object for seven days."""
    provider = lock(provider)
    require(can_enter_change(actor, provider))
    is_paper = origin == Origin.PAPER
    refuse_if(is_paper and upload is None, _("Add the scan of the paper."), field="upload")
    refuse_if(is_paper and arrived_at is None, _("Fill in when the paper arrived."), field="arrived_at")
    refuse_if(not is_paper and not note.strip(), _("Write what was noticed, and where: the provider reads it."), field="note")
    arrived_at = arrived_at if is_paper else clock.now()
    refuse_if(arrived_at > clock.now(), _("This moment is still to come. Enter when the report on paper arrived."), field="arrived_at")
    refuse_if(arrived_at < clock.now() - OLDEST, _("That is more than a year ago. Look at the stamp once more."), field="arrived_at")
    report = new_report(provider, kind, site, actor=actor, origin=origin)
    report.facts = {name: facts.get(name, "") for name in FIELDS[report.kind]}
    report.happened_on, report.until_on, report.note = happened_on, until_on, note.strip()
    report.save()
    if upload:
        ChangeEvidence.everything.create(report=report, evidence=put_evidence(provider, upload, actor=actor).evidence, added_at=clock.now())
    report = take_in(report, actor=actor, arrived_at=arrived_at)
    record("change.entered", report, actor=actor, origin=origin)
    return _told(report, actor)


def _told(report, actor):
    link = ("portal_change", report.public_id)
    if report.origin == Origin.PAPER:
        notify("change.entered_paper", report, actor=actor, link=link)
        return report
    report.objects_until = open_deadline(report, kind=OBJECTION, event_on=clock.today(), actor=actor).last_day
    report.save(update_fields=["objects_until"])
    notify("change.noticed", report, actor=actor, link=link, due=report.objects_until)
    return report


@transaction.atomic
def answer_noticed(report, *, objection, actor):
    """The provider says that it is so (nothing written) or what is not, once and within the seven days."""
    report = lock(report)
    require(can_write_change(actor, report.provider))
    refuse_if(report.objects_until is None, _("There is nothing to answer here."))
    refuse_if(report.objected_at, _("You have answered this already."))
    refuse_if(not report.waits_for_objection or report.stage not in OPEN_CHANGE,
              _("The time for an objection is over. Please call the agency."))
    report.objection, report.objected_at = objection.strip(), clock.now()
    report.save(update_fields=["objection", "objected_at"])
    close_deadlines(report, kind=OBJECTION, actor=actor, outcome="objected" if report.objection else "agreed")
    record("change.objected" if report.objection else "change.agreed", report, actor=actor)
    notify("change.objected", report, actor=actor, link=("desk_change", report.public_id))
    return report


@transaction.atomic
def confirm_succession(report, *, actor):
    """The successor says that it follows; once."""
    report = lock(report)
    require(can_confirm_succession(actor, report))
    refuse_if(report.kind != ChangeKind.SUCCESSION or report.stage not in OPEN_CHANGE, _("This report no longer waits for you."))
    refuse_if(report.successor_confirmed_at, _("You have confirmed this already."))
    report.successor_confirmed_at, report.successor_confirmed_by = clock.now(), actor.user
    report.save(update_fields=["successor_confirmed_at", "successor_confirmed_by"])
    record("change.successor_confirmed", report, actor=actor)
    notify("change.successor_confirmed", report, actor=actor, link=("desk_change", report.public_id))
    return report


@transaction.atomic
def note_paper_of_successor(report, *, upload, actor):
    """The successor's word came on paper: its scan is kept, and it counts as confirmed."""
    report = lock(report)
    require(can_enter_change(actor, report.provider))
    refuse_if(report.kind != ChangeKind.SUCCESSION or report.stage not in OPEN_CHANGE, _("This report no longer waits for it."))
    refuse_if(report.successor_confirmed_at, _("The successor has confirmed this already."))
    evidence = put_evidence(report.provider, upload, actor=actor).evidence
    report.files.get_or_create(file=evidence.file, defaults={"name": evidence.name, "sha256": evidence.file.sha256,
                                                             "handed_in_at": clock.now()})
    report.successor_confirmed_at, report.successor_confirmed_by = clock.now(), actor.user
    report.save(update_fields=["successor_confirmed_at", "successor_confirmed_by"])
    record("change.successor_on_paper", report, actor=actor, file=evidence.file_id)
    return report
