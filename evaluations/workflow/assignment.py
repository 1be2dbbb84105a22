"""Who assesses a case: chosen from the pool, asked for a declaration first, replaced with a reason."""
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.calendar import months_before
from core.workflow import lock, record, refuse_if, require
from evaluations.models import Application, Assignment
from evaluations.permissions import can_assign
from evaluations.queries.parts import assignments_in_force
from evaluations.stages import Stage
from evaluations.workflow.review import lay_out_when_all_in
from panels.models import Involvement, PoolMember
from panels.queries import is_recused
from panels.workflow import ask_declaration
from providers.models import ProviderMember

SUBJECT, DECLARATION = "evaluations.application", "declaration"        # the page where one declares
STAGES = (Stage.SUBMITTED, Stage.SCREENING, Stage.DOCUMENT_REVIEW)
MONTHS_APART = 24           # who consulted a provider assesses it no earlier (ISO/IEC 17065, 4.2.10: customary)
EXCLUDING = (Involvement.Kind.EMPLOYED, Involvement.Kind.OWNS, Involvement.Kind.RELATED)


@transaction.atomic
def assign_assessor(application, user, *, is_lead=False, actor):
    """One more assessor. The case opens to them once they have declared that nothing ties them to it."""
    application = lock(application)
    require(can_assign(actor, application))
    refuse_if(application.stage not in STAGES, _("Assessors are assigned before the document review ends."))
    refuse_if(application.reviewed_at, _("The document review of this case is over."))
    in_pool = PoolMember.everything.filter(user=user, left_at=None).exists()
    refuse_if(not in_pool or not user.is_active, _("This person is not in the assessor pool."))
    refuse_if(assignments_in_force(application).filter(user=user).exists(), _("This assessor is assigned already."))
    refuse_if(tie_to_provider(user, application.provider), _("This assessor has a tie to the provider and cannot assess it."))
    refuse_if(is_recused(user, application.matter), _("This assessor stands back from this case."))
    if is_lead:
        refuse_if(assignments_in_force(application).filter(is_lead=True).exists(), _("This case has a lead assessor already."))
    assignment = Assignment.everything.create(
        application=application, user=user, is_lead=is_lead, label=label_of(application)[:200], assigned_at=clock.now(),
        assigned_by=actor.user)
    record("application.assigned", application, actor=actor, assignment=assignment.pk, account=user.pk, is_lead=is_lead)
    ask_declaration(user, subject_type=SUBJECT, matter=application.matter, label=assignment.label, actor=actor, page=DECLARATION)
    return assignment


@transaction.atomic
def end_assignment(assignment, *, reason, actor):
    """The assessor no longer works on the case; what they wrote is kept and shown to nobody."""
    application = lock(Application.everything.get(pk=assignment.application_id))
    assignment = lock(assignment)
    require(can_assign(actor, application))
    refuse_if(assignment.ended_at, _("This assignment has ended already."))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    refuse_if(application.reviewed_at, _("The document review of this case is over."))
    assignment.ended_at, assignment.ended_reason = clock.now(), reason.strip()
    assignment.save(update_fields=["ended_at", "ended_reason"])
    record("application.assignment_ended", application, actor=actor, assignment=assignment.pk, account=assignment.user_id,
           reason=reason.strip())
    if application.stage == Stage.DOCUMENT_REVIEW:
        lay_out_when_all_in(application, actor=actor)               # perhaps this was the one whom the others waited for
    return assignment


def label_of(application):
    """What somebody may know before the declaration: number, organisation, site, service."""
    return f"{application.number} {application.provider_name} {application.site_name}, {application.service_type}"


def tie_to_provider(user, provider):
    """Whether this person acts for it, works for it, owns it, is related, or advised it within 24 months. Persons are compared."""
    if user.person_id is None:
        return False
    if ProviderMember.everything.filter(provider=provider, user__person=user.person_id, left_at=None).exists():
        return True
    noted = Involvement.everything.filter(person=user.person_id, subject=provider.public_id)
    if noted.filter(kind__in=EXCLUDING, to_on=None).exists():
        return True
    since = months_before(clock.today(), MONTHS_APART)
    advised = noted.filter(kind=Involvement.Kind.CONSULTED)
    return advised.filter(to_on=None).exists() or advised.filter(to_on__gte=since).exists()
