"""What an agency reports of its items at a check: written with evidence, sent for all open items at once."""
from django.db import transaction
from django.utils.translation import gettext as _

from agencies.followup_notices import CHECK_DUE
from agencies.models import ImprovementItem, ItemRemark, Progress, ProgressFile
from agencies.permissions import can_follow_evaluations, can_write_plan
from agencies.workflow.shared_files import keep_once, note_scans
from core import clock
from core.files import store_upload
from core.workflow import lock, record, refuse_if, require
from correspondence.workflow import close_deadlines, keep_days, notify

FILES_AT_MOST = 10              # with one item at one check


@transaction.atomic
def notice_check(check, *, actor):
    """At the agency, by its job: a report is opened for each item that is not closed, its people are told and reminded. One that
    was moved is told anew; what was reminded of stays so."""
    require(can_follow_evaluations(actor))
    check = lock(check)
    if check.noticed_at:
        return False
    check.noticed_at = clock.now()
    check.save(update_fields=["noticed_at"])
    if not check.plan.is_over and not is_sent(check):
        _open_reports(check)
        keep_days([check], kind=CHECK_DUE, actor=actor)
        notify("follow_up.check_set", check, actor=actor, link=("own_progress_check", check.public_id), due_on=check.due_on)
    record("progress_check.noticed", check, actor=actor, due_on=check.due_on)
    return True


def _open_reports(check):
    there = set(Progress.everything.filter(check_of=check).values_list("item", flat=True))
    Progress.everything.bulk_create(Progress(check_of=check, central_id=check.agency_id, item=one) for one in open_items(check.plan)
                                    if one.pk not in there)


def open_items(plan):
    """Those that Central has not closed."""
    closed = ItemRemark.everything.filter(item__plan=plan, closes=True).order_by().values("item")
    return ImprovementItem.everything.filter(plan=plan).exclude(pk__in=closed).select_related("indicator").order_by("indicator__position")


def is_sent(check):
    return Progress.everything.filter(check_of=check, sent_at__isnull=False).exists()


@transaction.atomic
def write_progress(progress, *, state, text, base_version, actor):
    """State and words of one item, kept until all are sent. An older page overwrites nothing newer."""
    progress = _writable(progress, actor)
    refuse_if(not state, _("Choose the state of the item."), field="state")
    refuse_if(not text.strip(), _("Write what was done, or why nothing was."), field="text")
    refuse_if(progress.version != base_version, _("Somebody else has saved this meanwhile. Open the page anew and compare."))
    progress.state, progress.text, progress.version = state, text.strip(), progress.version + 1
    progress.written_at, progress.written_by = clock.now(), actor.user
    progress.save(update_fields=["state", "text", "version", "written_at", "written_by"])
    record("progress_check.written", progress, actor=actor, state=state, version=progress.version)
    return progress


@transaction.atomic
def attach_to_progress(progress, upload, *, actor):
    """Evidence. The same content is kept once."""
    require(can_write_plan(actor))
    stored, name = store_upload(upload, shelf=progress.item.plan.public_id, actor=actor)        # before the lock: a scan takes time
    progress = _writable(progress, actor)
    refuse_if(ProgressFile.everything.filter(progress=progress).count() >= FILES_AT_MOST,
              _("An item has at most %(number)d files at a check."), number=FILES_AT_MOST)
    file, is_new = keep_once(ProgressFile, stored, name, actor=actor, central_id=progress.central_id, progress=progress)
    if is_new:
        record("progress_check.file_added", progress, actor=actor, file=file.pk, sha256=stored.sha256)
    return file


@transaction.atomic
def remove_from_progress(file, *, actor):
    progress = _writable(file.progress, actor)
    record("progress_check.file_removed", progress, actor=actor, file=file.pk, sha256=file.sha256)
    file.delete()
    return progress


def _writable(progress, actor):
    require(can_write_plan(actor))
    progress = lock(progress)
    refuse_if_over(progress.item.plan)
    refuse_if(ItemRemark.everything.filter(item=progress.item_id, closes=True).exists(),
              _("This item is closed. Nothing more is reported of it."))
    refuse_if(progress.sent_at, _("This progress report was sent and can no longer be changed."))
    return progress


def refuse_if_over(plan):
    refuse_if(plan.is_over, _("This plan is closed. Nothing more is reported of it."))


@transaction.atomic
def send_progress(check, *, actor, arrived_at):
    """All open items at once, for good. After the day it is still taken."""
    require(can_write_plan(actor))
    plan = lock(check.plan)
    refuse_if_over(plan)
    check = lock(check)
    refuse_if(is_sent(check), _("This progress report was sent and can no longer be changed."))
    rows = list(Progress.everything.filter(check_of=check, item__in=open_items(plan)).select_related("item__indicator"))
    open_ones = [one.item.indicator.code for one in rows if not one.is_complete]
    refuse_if(not rows, _("No item is open. There is nothing to report."))
    refuse_if(open_ones, _("Every open item needs its state and words before you send. Still empty: %(list)s"), list=", ".join(open_ones))
    note_scans(ProgressFile.everything.filter(progress__in=rows))
    for one in rows:
        one.sent_at, one.version = arrived_at, one.version + 1
        one.save(update_fields=["sent_at", "version"])
    is_late = clock.seoul(arrived_at).date() > check.due_on
    close_deadlines(check, kind=CHECK_DUE, actor=actor, outcome="late" if is_late else "done")
    record("progress_check.sent", check, actor=actor, items=len(rows), is_late=is_late)
    return check


@transaction.atomic
def note_progress_scan(file, *, actor):
    """The scan for malware came after it was sent."""
    require(can_follow_evaluations(actor))
    state = file.file.scan_state
    if state == file.scan:
        return False
    ProgressFile.everything.filter(pk=file.pk).update(scan=state)
    return True


@transaction.atomic
def receive_progress(check, *, actor):
    """At Central, by its job: the officers are told, once for a check."""
    require(can_follow_evaluations(actor))
    check = lock(check)
    fresh = Progress.everything.filter(check_of=check, sent_at__isnull=False, received_at=None)
    if not fresh.update(received_at=clock.now()):
        return False
    notify("follow_up.progress_sent", check, actor=actor, link=("followed_plan", check.plan.public_id))
    record("progress_check.received", check, actor=actor)
    return True
