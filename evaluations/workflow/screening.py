"""Eligibility screening (요건검토): a checklist, filled in from the data where they say it, decided by the officer with reasons."""
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.workflow import lock, record, refuse_if, require
from correspondence.workflow import close_deadlines, notify, open_deadline
from evaluations.models import ScreeningCheck
from evaluations.permissions import can_screen
from evaluations.queries.eligibility import findings_of
from evaluations.stages import Stage
from evaluations.workflow.stage import refuse_while_asked, step


@transaction.atomic
def begin_screening(application, *, actor):
    """The officer takes the case up; each requirement of the round gets its row, with what the data say and by which fact."""
    application = lock(application)
    require(can_screen(actor, application))
    refuse_if(application.stage != Stage.SUBMITTED, _("The screening of this case has begun already."))
    facts = step(application, Stage.SCREENING)
    for place, found in enumerate(findings_of(application), 1):
        _write_check(application, place, found)
    record("application.screening_begun", application, actor=actor, **facts)
    return application


def _write_check(application, place, found):
    kept = found.kept()
    ScreeningCheck.everything.create(
        application=application, requirement=found.requirement, position=place, suggested=found.met,
        fact={name: kept[name] for name in ("fact", "values", "asked")})


def end_checks(application):
    """The application goes back: what was checked is kept, and the next screening begins anew."""
    ScreeningCheck.everything.filter(
        application=application, ended_at=None).update(ended_at=clock.now())


@transaction.atomic
def note_check(check, *, met, reason="", actor):
    """What the officer found for one requirement. Whatever is not met, and whatever the data say otherwise, has its reason."""
    check = lock(check)
    application = check.application
    require(can_screen(actor, application))
    refuse_if(application.stage != Stage.SCREENING or check.ended_at, _("The screening of this case is over."))
    refuse_if(not met and not reason.strip(), _("Please write why it is not met."), field="reason")
    check.met, check.reason, check.checked_at, check.checked_by = met, reason.strip(), clock.now(), actor.user
    refuse_if(check.is_overruled and not reason.strip(),
              _("The data say otherwise (%(fact)s). Please write why it is met nevertheless."), field="reason", fact=check.finding.words)
    check.save(update_fields=["met", "reason", "checked_at", "checked_by"])
    record("application.checked", application, actor=actor, requirement=check.requirement, met=met, reason=reason.strip(),
           suggested=check.suggested, overruled=check.is_overruled)
    return check


@transaction.atomic
def pass_screening(application, *, actor):
    """Every requirement is met: the case goes on to the document review."""
    application = lock(application)
    require(can_screen(actor, application))
    refuse_if(application.stage != Stage.SCREENING, _("The screening of this case is over."))
    refuse_while_asked(application)
    checks = list(application.checks.filter(ended_at=None))
    open_ones = [check.finding.title for check in checks if check.met is None]
    refuse_if(open_ones, _("Not yet checked: %(list)s"), list=" · ".join(open_ones))
    unmet = [check.finding.title for check in checks if not check.met]
    refuse_if(unmet, _("Not met: %(list)s. Return the application with the reason."), list=" · ".join(unmet))
    facts = step(application, Stage.DOCUMENT_REVIEW)
    close_deadlines(application, kind="application.screen", actor=actor)
    open_deadline(application, kind="application.review", event_on=clock.today(), actor=actor)
    record("application.screened", application, actor=actor, **facts)
    notify("application.screened", application, actor=actor, link=("portal_application", application.public_id))
    return application
