"""Who assesses a case: chosen from the pool, asked for a declaration first, replaced with a reason."""
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.permissions import same_person
from core import clock
from core.workflow import lock, record, refuse_if, require
from evaluations.models import Application, Assignment
from evaluations.permissions import can_assign
from evaluations.queries.conflict import case_conflicts
from evaluations.queries.parts import assignments_in_force
from evaluations.stages import ASSIGNED_IN, Stage
from evaluations.teams import SIZES
from evaluations.workflow.review import lay_out_when_all_in
from evaluations.workflow.team import lapse_challenges
from panels.fitness import hindrances
from panels.permissions import can_overrule
from panels.queries import is_recused, member_of_pool
from panels.workflow import ask_declaration, overrule

SUBJECT, DECLARATION = "evaluations.application", "declaration"        # the page where one declares


@transaction.atomic
def assign_assessor(application, user, *, is_lead=False, overruling="", replaces=None, actor):
    """One more assessor. The case opens to them once they have declared that nothing ties them to it.

    `overruling`: why a manager assigns them although there is a reason to ask. `replaces`: the ended assignment in whose place they come.
    """
    application = lock(application)
    require(can_assign(actor, application))
    refuse_if(application.stage not in ASSIGNED_IN, _("Assessors are assigned before the document review ends."))
    refuse_if(application.reviewed_at, _("The document review of this case is over."))
    refuse_the_unfit(user, is_lead)
    refuse_if(_works_already(application, user), _("This assessor is assigned already."))
    refuse_if(is_recused(user, application.matter), _("This assessor stands back from this case."))
    refuse_if(assignments_in_force(application).count() >= max(SIZES), _("A team has at most three assessors."))
    if is_lead:
        refuse_if(assignments_in_force(application).filter(is_lead=True).exists(), _("This case has a lead assessor already."))
    refuse_if(replaces and not _may_be_replaced(replaces, application), _("Somebody has come in the place of this assessor already."),
              field="replaces")
    weigh_conflicts(application, user, overruling, actor)
    assignment = Assignment.everything.create(
        application=application, user=user, is_lead=is_lead, label=label_of(application)[:200], assigned_at=clock.now(),
        assigned_by=actor.user, replaces=replaces)
    record("application.assigned", application, actor=actor, assignment=assignment.pk, account=user.pk, is_lead=is_lead,
           replaces=replaces and replaces.pk)
    ask_declaration(user, subject_type=SUBJECT, matter=application.matter, label=assignment.label, actor=actor, page=DECLARATION)
    return assignment


def _may_be_replaced(assignment, application):
    """It has ended, in this case, and nobody has come in its place."""
    ended = Assignment.everything.filter(pk=assignment.pk, application=application, ended_at__isnull=False)
    return ended.exists() and not Assignment.everything.filter(replaces=assignment).exists()


def refuse_the_unfit(user, is_lead):
    """Not in the pool, a closed account, a qualification that has lapsed, a pledge older than a year; a lead who may not lead."""
    member = member_of_pool(user)
    refuse_if(member is None or not user.is_active, _("This person is not in the assessor pool."))
    against = hindrances(member, clock.today())
    refuse_if(against, _("This assessor cannot be assigned: %(reasons)s"), field="assessor", reasons=" ".join(against))
    refuse_if(is_lead and not member.may_lead, _("This assessor does not lead teams. Choose another lead."), field="is_lead")


def _works_already(application, user):
    """Under whichever of their accounts."""
    working = assignments_in_force(application)
    return working.filter(Q(user=user) | Q(user__person=user.person_id) if user.person_id else Q(user=user)).exists()


def weigh_conflicts(application, user, overruling, actor, subject_type=SUBJECT):
    """A ground of exclusion refuses; a reason to ask refuses unless a manager overrules it with a reason. `subject_type`: of what they
    would assess, where an app above names it."""
    found = case_conflicts(application, user)
    excluding = [one.words for one in found if one.excludes]
    refuse_if(excluding, _("This assessor is excluded from this case: %(grounds)s"), field="assessor", grounds=" ".join(excluding))
    if not found:
        return
    sentences = " ".join(one.words for one in found)
    refuse_if(not can_overrule(actor), _("There is a reason to ask first: %(reasons)s A manager may assign this assessor all the same."),
              field="assessor", reasons=sentences)
    refuse_if(actor.acting_for and any(same_person(one, user) for one in actor.people),
              _("Nobody overrules a reason to ask about themselves, nor for somebody whom they cover."), field="overruling")
    refuse_if(not overruling.strip(), _("There is a reason to ask first: %(reasons)s If you assign this assessor all the same, write why."),
              field="overruling", reasons=sentences)
    overrule(user, found, subject_type=subject_type, matter=application.matter, reason=overruling, actor=actor)


@transaction.atomic
def end_assignment(assignment, *, reason, actor):
    """The assessor no longer works on the case; what they wrote is kept and shown to nobody."""
    application = lock(Application.everything.get(pk=assignment.application_id))
    assignment = lock(assignment)
    require(can_assign(actor, application))
    refuse_if(assignment.ended_at, _("This assignment has ended already."))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    refuse_if(application.reviewed_at, _("The document review of this case is over."))
    return finish_assignment(application, assignment, reason=reason.strip(), actor=actor)


def finish_assignment(application, assignment, *, reason, actor):
    """For those who have asked whether the actor may, and hold both rows."""
    assignment.ended_at, assignment.ended_reason = clock.now(), reason
    assignment.save(update_fields=["ended_at", "ended_reason"])
    lapse_challenges([assignment], actor=actor)
    record("application.assignment_ended", application, actor=actor, assignment=assignment.pk, account=assignment.user_id,
           reason=reason)
    if application.stage == Stage.DOCUMENT_REVIEW:
        lay_out_when_all_in(application, actor=actor)               # perhaps this was the one whom the others waited for
    return assignment


def label_of(application):
    """What somebody may know before the declaration: number, organisation, site, service."""
    return f"{application.number} {application.provider_name} {application.site_name}, {application.service_type}"
