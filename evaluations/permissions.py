"""What somebody may do with an application. May it be known at all is the door's question, may it be done now the workflow's."""
from django.db.models import Q

from accounts.actors import Actor
from accounts.models import Role
from accounts.permissions import same_person
from evaluations.models import AppealHandler, Assignment
from panels.queries import conflicts_of, is_recused, matters_open_to, may_read, member_of_pool
from providers import permissions as providers
from providers.models import ProviderMember
from providers.stages import Stage as ProviderStage

DESK = (Role.OFFICER, Role.MANAGER)
COVERING = Actor.system("whether a delegate may act on a case")


def works_on(actor, application):
    """Officers and managers, but never on a case of a provider they belong to."""
    belongs_to_nobody = actor.is_system or (actor.has(*DESK) and providers.role_in(actor, application.provider) is None)
    return belongs_to_nobody and not stands_apart(actor, application)


def stands_apart(actor, application):
    """Whether somebody who acts for somebody else has to keep away from the case: what ties either of them to it counts, and that either
    of them assesses it or has done so."""
    if actor.acting_for is None:
        return False
    tied = conflicts_of((application.offering_id, one) for one in actor.people)
    if any(one.excludes for several in tied.values() for one in several):
        return True
    return any(_has_assessed(one, application) or is_recused(one, application.matter) for one in actor.people)


def _has_assessed(user, application):
    of_person = Q(user=user) | Q(user__person=user.person_id) if user.person_id else Q(user=user)
    return Assignment.objects.visible_to(COVERING).filter(of_person, application=application).exists()


def can_conduct_case(actor, application):
    """Hold the vote and keep the note on it: whoever works on the case, when neither they nor whom they act for assesses it or stands
    back from it."""
    if not works_on(actor, application):
        return False
    return actor.is_system or not any(_has_assessed(one, application) or is_recused(one, application.matter) for one in actor.people)


def can_make_practice(actor, application=None):
    """Copy a closed case for practice, read through it, publish it; not one of a provider they belong to."""
    return actor.has(*DESK) and (application is None or works_on(actor, application))


def can_practise(actor):
    """Assessors of the pool."""
    return actor.user is not None and actor.has(Role.ASSESSOR) and member_of_pool(actor.user) is not None


def can_work_out(actor):
    """Have the figures of a finished round worked out."""
    return actor.is_system or actor.has(*DESK)


can_screen = can_return = can_assign = can_plan_visit = can_close_fact_check = can_put_on_agenda = can_resume = works_on
can_ask_supplement = can_name_answerer = works_on


def can_lead_out(actor, application):
    """A manager: what reopens, prolongs or ends a case outside its usual way, always with a reason."""
    return works_on(actor, application) and actor.has(Role.MANAGER)


def can_propose_teams(actor):
    """Ask for a proposal, accept and discard it. Whether they may assign at each case is asked there."""
    return actor.has(*DESK)


def can_start(actor, provider):
    return providers.can_draft(actor, provider)


def can_start_on_paper(actor, provider):
    """Officers and managers, for a provider that they do not belong to and whose registration lasts."""
    return provider.stage != ProviderStage.CLOSED and providers.can_decide(actor, provider)


def enters(actor, application):
    """What came on paper the agency's people write and hand in for the provider."""
    return application.entered_by_proxy_at is not None and works_on(actor, application)


def can_write(actor, application):
    """Its owner and editors, and who enters it from paper, while nothing is handed in or it was returned."""
    return application.is_writable and (providers.can_draft(actor, application.provider) or enters(actor, application))


def can_submit(actor, application):
    is_confirmed = application.provider.stage == ProviderStage.CONFIRMED
    return providers.can_submit(actor, application.provider) or (is_confirmed and enters(actor, application))


def can_hand_over(actor):
    """Who assigns; of each case it is asked besides whether the actor belongs to its provider."""
    return actor.has(*DESK)


def can_challenge(actor, application):
    """Who hands in for the provider: its owner and editors, and who enters it from paper."""
    return can_submit(actor, application)


def can_decide_challenge(actor, challenge):
    """A manager who works on the case, and never about themselves."""
    of_whom = challenge.assignment.user
    is_own = any(same_person(one, of_whom) for one in actor.people)
    return actor.has(Role.MANAGER) and works_on(actor, challenge.application) and not is_own


def can_propose_supplement(actor, application):
    """Whoever works on the case, and its assessors."""
    return works_on(actor, application) or is_assessor_of(actor, application)


def can_write_supplement(actor, application):
    """Its owner and editors, and who enters it from paper. Which items are open the request says."""
    return providers.can_draft(actor, application.provider) or enters(actor, application)


can_comment = can_write_supplement          # on the facts of the draft report, while its round is open


def can_agree_visit(actor, application):
    """Its owner and editors, and who enters it from paper."""
    return can_write_supplement(actor, application)


def can_confirm_report(actor, application):
    """Only the owner speaks for the provider."""
    return providers.role_in(actor, application.provider) == ProviderMember.Role.OWNER


def can_answer_comments(actor, answerer):
    """Whoever answers for the team: see `answerer_of`. Nobody for them."""
    return answerer is not None and actor.user is not None and actor.user.pk == answerer.pk


def can_withdraw(actor, application):
    """Only the owner takes an application back; the agency what it entered itself, while there is no owner."""
    by_proxy = enters(actor, application) and not providers.has_owner(application.provider)
    return by_proxy or can_confirm_report(actor, application)


def is_assessor_of(actor, application):
    """Assigned to it, and bound to nobody in it by their own word."""
    if not actor.user:
        return False
    return _assignment(actor, application).exists() and may_read(actor.user, application.matter)


def _assignment(actor, application):
    return Assignment.objects.visible_to(actor).filter(application=application, user=actor.user, ended_at=None)


def can_judge(actor, sheet):
    """Its assessor, still assigned and bound to nobody in the case. Asked each time something is saved, hence in one statement."""
    if actor.user is None or sheet.user_id != actor.user.pk or sheet.assignment.ended_at:
        return False
    return matters_open_to(actor).filter(matter=sheet.application.matter).exists()


def can_consolidate(actor, application):
    """The lead assessor of the case."""
    if not actor.user:
        return False
    return _assignment(actor, application).filter(is_lead=True).exists() and may_read(actor.user, application.matter)


def can_announce(actor):
    """Once it is approved nobody presses a button: the minute comes."""
    return actor.is_system


def can_diagnose(actor, provider):
    """Its owner and editors themselves; nobody for them, not even the agency that enters for a provider what came on paper."""
    return provider.stage != ProviderStage.CLOSED and providers.role_in(actor, provider) in providers.EDITORS


def can_delete_diagnosis(actor, provider):
    """Only the owner: others wrote in it too."""
    return providers.role_in(actor, provider) == ProviderMember.Role.OWNER


def can_appeal(actor, application):
    """Its owner and editors write; what was announced the door has shown them."""
    return providers.can_draft(actor, application.provider)


def can_enter_appeal(actor, application):
    """Officers and managers, what came on paper."""
    return works_on(actor, application) and not actor.is_system


def can_write_appeal(actor, appeal):
    on_paper = appeal.entered_by_proxy_at is not None and works_on(actor, appeal.application)
    return on_paper or can_appeal(actor, appeal.application)


def can_hand_in_appeal(actor, appeal):
    """Only the owner signs; the agency what came on paper."""
    on_paper = appeal.entered_by_proxy_at is not None and works_on(actor, appeal.application)
    return on_paper or can_confirm_report(actor, appeal.application)


def can_withdraw_appeal(actor, appeal):
    """Only the owner; the agency what it entered itself, while there is no owner."""
    by_proxy = appeal.entered_by_proxy_at is not None and works_on(actor, appeal.application)
    return (by_proxy and not providers.has_owner(appeal.application.provider)) or can_confirm_report(actor, appeal.application)


def keeps_apart(actor, application):
    """Who belongs to the provider, or acts for somebody and is tied to the case."""
    return providers.role_in(actor, application.provider) is not None or stands_apart(actor, application)


def can_name_handlers(actor, appeal):
    return works_on(actor, appeal.application)


can_answer_appeal = can_name_handlers


def can_give_opinion(actor, handler):
    """Only who was named, and only after the declaration about this appeal."""
    is_own = actor.user is not None and actor.user.pk == handler.user_id
    return is_own and handler.ended_at is None and may_read(actor.user, handler.appeal.matter)


def can_propose_answer(actor, appeal):
    """Whoever leads those who handle it."""
    if actor.user is None:
        return False
    leading = AppealHandler.objects.visible_to(COVERING).filter(appeal=appeal, user=actor.user, ended_at=None, is_lead=True)
    return leading.exists() and may_read(actor.user, appeal.matter)
