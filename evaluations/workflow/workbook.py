"""A workbook of the self-assessment handed in again: kept until it is looked at, carried out as it was shown, or gone."""
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.workflow import lock, record, refuse_if, require
from evaluations.models import Answer, WorkbookRun
from evaluations.models.workbook import KEPT
from evaluations.permissions import can_write
from evaluations.queries.parts import answers_in
from evaluations.workbook import CHANGED, CONFLICT, digest_of, lines_of


@dataclass(frozen=True)
class CarriedOut:
    """Codes of the answers that were written, and of conflicts that still wait for a choice."""

    written: list
    waiting: list


@transaction.atomic
def take_in_workbook(application, found, *, name, actor):
    """Keep what was read without a mistake; nothing is written yet. Whoever hands in a second one has dropped the first."""
    application = lock(application)
    require(can_write(actor, application))
    refuse_if(found.problems, _("The workbook has mistakes."))
    WorkbookRun.everything.filter(application=application, uploaded_by=actor.user).delete()
    now = clock.now()
    run = WorkbookRun.everything.create(application=application, name=name, rows=found.rows, left_out=found.left_out, uploaded_at=now,
                                        uploaded_by=actor.user, expires_at=now + KEPT)
    record("application.workbook_handed_in", application, actor=actor, rows=len(found.rows))
    return run


def _locked(run):
    """A second click finds it gone."""
    try:
        return lock(run)
    except WorkbookRun.DoesNotExist:
        refuse_if(True, _("This workbook was carried out or dropped already."))


@transaction.atomic
def carry_out_workbook(run, digest, *, taken, kept, actor):
    """Write what was shown, all of it or nothing. Where somebody changed an answer meanwhile, only what was chosen: the codes `taken`
    from the workbook, those `kept` as they stand; the others wait. Returns CarriedOut."""
    application, run = lock(run.application), _locked(run)
    require(run.uploaded_by_id == actor.user.pk and can_write(actor, application))
    refuse_if(run.is_over, _("This workbook was kept for a day only. Hand it in again."))
    lines = lines_of(run.rows, answers_in(application).select_for_update(of=("self",), no_key=True))
    refuse_if(digest != digest_of(lines), _("Somebody has changed an answer since you looked. Nothing was written; look at it again."))
    write = [line for line in lines if line.action == CHANGED or (line.action == CONFLICT and line.code in taken)]
    _write(write, actor)
    waiting = [line.code for line in lines if line.action == CONFLICT and line.code not in {*taken, *kept}]
    if waiting:
        run.rows = {code: run.rows[code] for code in waiting}
        run.save(update_fields=["rows"])
    else:
        run.delete()
    record("application.workbook_carried_out", application, actor=actor, indicators=[line.code for line in write], waiting=waiting)
    return CarriedOut([line.code for line in write], waiting)


def _write(lines, actor):
    rows = [line.answer for line in lines]
    for row, line in zip(rows, lines, strict=True):
        row.rating, row.explanation, row.version = line.rating, line.explanation, row.version + 1
        row.saved_at, row.saved_by = clock.now(), actor.user
    Answer.everything.bulk_update(rows, ["rating", "explanation", "version", "saved_at", "saved_by"])


@transaction.atomic
def drop_workbook(run, *, actor):
    """It is not carried out."""
    run = _locked(run)
    require(run.uploaded_by_id == actor.user.pk)
    record("application.workbook_dropped", run.application, actor=actor)
    run.delete()


@transaction.atomic
def erase_workbooks(*, actor):
    """What nobody carried out within a day is gone. Returns how many."""
    require(actor.is_system)
    over = list(WorkbookRun.everything.filter(expires_at__lte=clock.now()).select_related("application"))
    for run in over:
        record("application.workbook_expired", run.application, actor=actor)
        run.delete()
    return len(over)
