"""Who does what in the network of the agencies: contacts, proposals, bulletins, papers, activities, support, bodies."""
from accounts.models import Role
from accounts.permissions import same_person
from agencies.models.proposal import STAFF_WHO_PROPOSE, IndicatorProposal
from agencies.permissions import at_central
from core.tenancy import current_agency, current_agency_id
from providers.permissions import can_edit


def can_keep_contacts(actor):
    """The agency's own lines of the contact book: officers, managers and who administers."""
    return actor.has(Role.OFFICER, Role.MANAGER, Role.ADMIN)


def can_propose_for_set(actor):
    """A change of what agencies are evaluated by: any agency's staff, and Central's assessors."""
    return actor.has(*STAFF_WHO_PROPOSE) or (at_central() and actor.has(Role.ASSESSOR))


def can_propose_for_framework(actor, provider=None):
    """A change of the agency's own criteria: its staff, its assessors, and who edits for a provider."""
    return actor.has(*STAFF_WHO_PROPOSE, Role.ASSESSOR) or (provider is not None and can_edit(actor, provider))


def can_write_proposal(actor, proposal):
    """Change, hand in, withdraw: its author's side, and never the keeper's for them."""
    if proposal.agency_id != current_agency_id():
        return False
    if proposal.source == IndicatorProposal.Source.PROVIDER:
        return can_edit(actor, proposal.provider)
    if proposal.source == IndicatorProposal.Source.ASSESSOR:
        return actor.user is not None and actor.user.pk == proposal.author_id
    return actor.has(*STAFF_WHO_PROPOSE)


def can_keep_proposals(actor):
    """Put them before a body, draft their answer, work them in: the keeper's officers and managers."""
    return actor.has(Role.OFFICER, Role.MANAGER)


def can_release_answer(actor, answer):
    """A manager or the director, who has neither proposed it nor drafted the answer."""
    return actor.has(Role.MANAGER, Role.DIRECTOR) and not any(
        same_person(one, other) for one in actor.people for other in (answer.drafted_by, answer.proposal.author))


def can_settle_proposals(actor):
    """With the version that is published: whoever may publish one."""
    return actor.has(Role.MANAGER, Role.DIRECTOR) or actor.may_administer


def can_follow_proposals(actor):
    """What the other side wrote is told here by a job, and by nobody else."""
    return actor.is_system


def can_keep_bulletins(actor):
    """Write, send, correct and withdraw bulletins, remind of them: Central's officers and managers."""
    return at_central() and actor.has(Role.OFFICER, Role.MANAGER)


def can_follow_bulletins(actor):
    """Who is addressed at an agency is found there by a job, and by nobody else."""
    return actor.is_system


def can_keep_papers(actor):
    """The agency's own papers in the library: officers, managers and trainers."""
    return actor.has(Role.OFFICER, Role.MANAGER, Role.TRAINER)


def can_write_activities(actor):
    """Draft a public activity, correct it, add pictures: the agency's officers and managers."""
    return actor.has(Role.OFFICER, Role.MANAGER)


def can_publish_activities(actor):
    """Before everybody, and taken back: the agency's managers."""
    return actor.has(Role.MANAGER)


def can_ask_support(actor):
    """Ask Central for help with a project, and report of it: an agency's officers and managers."""
    return not at_central() and actor.has(Role.OFFICER, Role.MANAGER)


def can_draft_support(actor):
    """Draft the decision on a request, and answer its report: Central's officers and managers."""
    return at_central() and actor.has(Role.OFFICER, Role.MANAGER)


def can_release_support(actor):
    return at_central() and actor.has(Role.MANAGER)


def can_approve_support(actor):
    return at_central() and actor.has(Role.DIRECTOR)


def can_send_support_back(actor):
    return at_central() and actor.has(Role.MANAGER, Role.DIRECTOR)


def can_follow_support(actor):
    """What the other house wrote is told here by a job, and by nobody else."""
    return actor.is_system


def can_keep_councils(actor):
    """Found a body of the network, lay down places, call its meetings, keep minutes and tasks: Central's officers and managers."""
    return at_central() and actor.has(Role.OFFICER, Role.MANAGER)


def can_name_holders(actor, place):
    """Whom the agency sends: its own officers, managers and who administers."""
    return place.member_id == current_agency().pk and actor.has(Role.OFFICER, Role.MANAGER, Role.ADMIN)


def can_follow_councils(actor):
    """What the other house wrote is taken up here by a job, and by nobody else."""
    return actor.is_system


def can_report_task(actor, task):
    """Its owner, at their own agency."""
    return task.responsible_id == current_agency().pk and actor.user is not None and actor.user.pk == task.owner_id


def can_give_task_on(actor, task):
    """To another owner: the officers and managers of its agency."""
    return task.responsible_id == current_agency().pk and actor.has(Role.OFFICER, Role.MANAGER)
