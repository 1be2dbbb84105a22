"""Eligibility screening (요건검토): a checklist, filled in from the data where they say it, decided by the officer with reasons."""
from django.db import transaction
from django.utils.translation import gettext as _

from certification.models import Round
from certification.queries import live_certificate_of
from core import clock
from core.calendar import months_before
from core.workflow import lock, record, refuse_if, require
from correspondence.workflow import close_deadlines, notify, open_deadline
from evaluations.models import ScreeningCheck
from evaluations.models.screening import Requirement
from evaluations.permissions import can_screen
from evaluations.stages import Stage
from evaluations.workflow.stage import step
from providers import stages as provider_stages

MONTHS_OF_BUSINESS = 36


@transaction.atomic
def begin_screening(application, *, actor):
    """The officer takes the case up; each requirement gets its row, with what the data say."""
    application = lock(application)
    require(can_screen(actor, application))
    facts = step(application, Stage.SCREENING)
    suggested = what_the_data_say(application)
    ScreeningCheck.everything.bulk_create(
        [ScreeningCheck(application=application, requirement=one, position=place, suggested=suggested[one])
         for place, one in enumerate(Requirement, 1)], ignore_conflicts=True)
    record("application.screening_begun", application, actor=actor, **facts)
    return application


def what_the_data_say(application):
    """{requirement: True, False, or None where the data do not say}."""
    offering, notice = application.offering, clock.seoul(application.round.published_at).date()
    since = offering.registered_on
    return {
        Requirement.REGISTERED: bool(offering.registration_number or since) or None,
        Requirement.EXPERIENCE: None if since is None else since <= months_before(notice, MONTHS_OF_BUSINESS),
        Requirement.NO_DISPOSITION: None,
        Requirement.OPERATING: application.provider.stage == provider_stages.Stage.CONFIRMED and offering.is_active,
        Requirement.NOT_BARRED: None,
        Requirement.NO_CERTIFICATE: application.round.kind == Round.Kind.RENEWAL or live_certificate_of(offering) is None,
    }


@transaction.atomic
def note_check(check, *, met, reason="", actor):
    """What the officer found for one requirement; whatever is not met has its reason."""
    check = lock(check)
    application = check.application
    require(can_screen(actor, application))
    refuse_if(application.stage != Stage.SCREENING, _("The screening of this case is over."))
    refuse_if(not met and not reason.strip(), _("Please write why it is not met."), field="reason")
    check.met, check.reason, check.checked_at, check.checked_by = met, reason.strip(), clock.now(), actor.user
    check.save(update_fields=["met", "reason", "checked_at", "checked_by"])
    record("application.checked", application, actor=actor, requirement=check.requirement, met=met, reason=reason.strip())
    return check


@transaction.atomic
def pass_screening(application, *, actor):
    """Every requirement is met: the case goes on to the document review."""
    application = lock(application)
    require(can_screen(actor, application))
    checks = list(application.checks.all())
    open_ones = [check.get_requirement_display() for check in checks if check.met is None]
    refuse_if(open_ones, _("Not yet checked: %(list)s"), list=" · ".join(open_ones))
    unmet = [check.get_requirement_display() for check in checks if not check.met]
    refuse_if(unmet, _("Not met: %(list)s. Return the application with the reason."), list=" · ".join(unmet))
    facts = step(application, Stage.DOCUMENT_REVIEW)
    close_deadlines(application, kind="application.screen", actor=actor)
    open_deadline(application, kind="application.review", event_on=clock.today(), actor=actor)
    record("application.screened", application, actor=actor, **facts)
    notify("application.screened", application, actor=actor, link=("portal_application", application.public_id))
    return application
