"""Who may do what in the management evaluation. Central's and an agency's roles are told apart by where they act."""
from accounts.models import Role
from agencies.models import GroupMember
from agencies.models.rating import ASKING, RatingSheet
from core.tenancy import current_agency
from panels.queries import is_recused, may_read


def at_central():
    return current_agency().is_central


def can_keep_set(actor):
    """Draft, copy and change a set of indicators, say who takes part: Central's officers and managers."""
    return at_central() and (actor.is_system or actor.has(Role.OFFICER, Role.MANAGER))


def can_freeze_set(actor):
    """Freeze it: from then on every agency is evaluated by it."""
    return at_central() and actor.has(Role.MANAGER, Role.DIRECTOR)


def can_exempt_afterwards(actor):
    """Take an agency out of an evaluation that has begun."""
    return at_central() and actor.has(Role.MANAGER)


def can_write_report(actor):
    """Write the agency's own report, several at once."""
    return not at_central() and actor.has(Role.OFFICER, Role.MANAGER)


def can_approve_report(actor):
    """Hand it in, or send it back to those who wrote it."""
    return not at_central() and actor.has(Role.DIRECTOR)


def can_release_report(actor):
    """Give it on to the director, who has not written it: the manager."""
    return not at_central() and actor.has(Role.MANAGER)


def can_send_report_back(actor):
    return not at_central() and actor.has(Role.MANAGER, Role.DIRECTOR)


def can_follow_evaluations(actor):
    """What the other side wrote is told here by a job, and by nobody else."""
    return actor.is_system


def can_remind_agencies(actor):
    """All that have not handed in, at once."""
    return at_central() and actor.has(Role.OFFICER, Role.MANAGER)


def can_ask_consulting(actor):
    """Ask Central for consulting, and take it back."""
    return not at_central() and actor.has(Role.OFFICER, Role.MANAGER)


def can_answer_consulting(actor):
    """Agree upon a day and a consultant, decline, write down what came of it: Central's officers and managers."""
    return at_central() and actor.has(Role.OFFICER, Role.MANAGER)


def can_keep_groups(actor):
    """Groups of assessors, who rates which agency, rounds of questions, visits: Central's officers and managers."""
    return at_central() and actor.has(Role.OFFICER, Role.MANAGER)


def can_rate(actor, sheet):
    """Write on a sheet: the assessor whose it is, while it has not ended and their declaration says that nothing ties them."""
    if not at_central() or actor.user is None or actor.user.pk != sheet.user_id or sheet.ended_at is not None:
        return False
    return actor.has(Role.ASSESSOR) and may_read(actor.user, sheet.participation.public_id)


def rates_with(actor, consensus):
    """The actor's own sheet of the agency and area, or None."""
    if actor.user is None:
        return None
    mine = RatingSheet.objects.visible_to(ASKING).filter(participation=consensus.participation_id, area=consensus.area_id, ended_at=None,
                                                         user=actor.user).first()
    return mine if mine and can_rate(actor, mine) else None


def can_close_consensus(actor, consensus):
    """Note what was discussed, and close: who leads the group and rates there, or Central's officers and managers."""
    if can_keep_groups(actor):
        return not is_recused(actor.user, consensus.participation.public_id)
    leads = GroupMember.objects.visible_to(ASKING).filter(area=consensus.area_id, user=actor.user, is_lead=True, ended_at=None)
    return rates_with(actor, consensus) is not None and leads.exists()


def can_answer_questions(actor):
    """The agency's officers and managers."""
    return not at_central() and actor.has(Role.OFFICER, Role.MANAGER)


def can_remark(actor):
    """On the closing statement, for the agency."""
    return not at_central() and actor.has(Role.OFFICER, Role.MANAGER, Role.DIRECTOR)


def can_note_on_site(actor, site):
    """Who rates the agency in any area, and Central's officers and managers."""
    if can_keep_groups(actor):
        return True
    mine = RatingSheet.objects.visible_to(ASKING).filter(participation=site.participation_id, ended_at=None, user=actor.user)
    return actor.user is not None and any(can_rate(actor, one) for one in mine.select_related("participation")[:1])


def can_calculate(actor):
    """Bonus and deductions, corrections, words for the agency, calculations, answers to objections: Central's officers and managers."""
    return at_central() and actor.has(Role.OFFICER, Role.MANAGER)


def can_tell_results(actor):
    """The preliminary notice to all, and publishing: Central's manager."""
    return at_central() and actor.has(Role.MANAGER)


def can_approve_results(actor):
    return at_central() and actor.has(Role.DIRECTOR)


def can_object(actor):
    """For the agency, about its own result: officers and managers."""
    return not at_central() and actor.has(Role.OFFICER, Role.MANAGER)


def can_disclose(actor):
    """Post the result on the agency's public page."""
    return not at_central() and actor.has(Role.MANAGER, Role.DIRECTOR)


def can_follow_results(actor):
    """What the other house wrote is told here by a job, and by nobody else."""
    return actor.is_system


def can_keep_figures(actor):
    """Certification in figures is counted by a job at each agency, and by nobody's hand."""
    return not at_central() and actor.is_system


def can_keep_satisfaction(actor):
    """Bring in what citizens and providers said, and have the figures of a year worked out: Central's officers and managers."""
    return at_central() and actor.has(Role.OFFICER, Role.MANAGER)


def can_write_plan(actor):
    """The agency's improvement plan and what is reported of it: officers and managers."""
    return not at_central() and actor.has(Role.OFFICER, Role.MANAGER)


def can_release_plan(actor):
    return not at_central() and actor.has(Role.MANAGER)


def can_approve_plan(actor):
    """With it the plan is open to Central: the agency's director."""
    return not at_central() and actor.has(Role.DIRECTOR)


def can_send_plan_back(actor):
    return not at_central() and actor.has(Role.MANAGER, Role.DIRECTOR)


def can_follow_up(actor):
    """Days of checks, remarks, the end of an item: Central's officers and managers."""
    return at_central() and actor.has(Role.OFFICER, Role.MANAGER)


def can_close_plan(actor):
    """With items that are still open: Central's manager."""
    return at_central() and actor.has(Role.MANAGER)
