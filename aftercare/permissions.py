"""Who may do what with duties and with what follows from them."""
from django.utils.translation import gettext as _

from accounts.models import Role
from panels.queries.tied import is_tied
from providers.permissions import EDITORS, acts_by_proxy, can_decide, can_edit, can_manage_people, covers_a_member, role_in


def can_plan(actor):
    """Carry out the plan of duties, and see what can be demanded beside it."""
    return actor.is_system or actor.has(Role.OFFICER, Role.MANAGER)


def can_plan_for(actor, provider):
    """Demand a duty that the plan does not hold, move, return or waive one: never of a provider to which something ties them."""
    return actor.is_system or (can_decide(actor, provider) and not is_tied(actor, provider))


def can_fulfil(actor):
    """Note a duty as done: the workflow of what fulfils it has asked whether its actor may."""
    return actor.is_system or bool(actor.user)


def can_set_plan(actor):
    """Change a framework's plan: every certificate follows it."""
    return actor.is_system or actor.has(Role.MANAGER)


def can_follow_duties(actor, provider):
    """Have a calendar address of a provider's duties: its own people."""
    return bool(actor.user) and provider.members.filter(user=actor.user, left_at=None).exists()


def can_inspect(actor, provider):
    """Write and hand in a self-inspection or a corrective action: owners and editors, and the agency for whom it came on paper."""
    return can_edit(actor, provider)


def can_watch(actor, provider):
    """Read what was handed in and answer it, plan a monitoring visit: officers and managers, never about a provider to which
    something ties them."""
    return actor.is_system or (can_decide(actor, provider) and not is_tied(actor, provider))


def why_tied(actor, provider):
    """The sentence for officers and managers who find no button here, or empty."""
    if actor.is_system or not can_plan(actor) or can_plan_for(actor, provider):
        return ""
    return _("Something ties you to this provider: you act for it, or its ties list you. Somebody else decides about it.")


def can_triage(actor):
    """Say what becomes of a complaint that nobody handles yet. Whom something ties to the provider finds none: see Complaint.audience."""
    return actor.has(Role.OFFICER, Role.MANAGER)


def can_handle_complaint(actor, complaint):
    """The officer in charge and the manager named: they ask, answer, close, and may look at who told it. No delegate does."""
    named = {complaint.officer_id, complaint.manager_id} - {None}
    return can_triage(actor) and actor.acting_for is None and actor.user.pk in named


def can_name_handlers(actor):
    """A manager gives it into other hands."""
    return actor.has(Role.MANAGER)


def can_keep_consultants(actor):
    """The list of consultants, and what the agency gave to whom: officers and managers."""
    return actor.has(Role.OFFICER, Role.MANAGER)


can_see_grants = can_keep_consultants


def can_give(actor, provider):
    """Note and strike out what was given, answer whoever named a good case: never of a provider they belong to."""
    return can_decide(actor, provider)


def can_keep_entry_of(actor, consultant):
    """What they know, where and when they come: whoever keeps the list, and the consultant."""
    return can_keep_consultants(actor) or (actor.has(Role.CONSULTANT) and actor.user.pk == consultant.user_id)


def can_ask_for_help(actor, provider):
    """Owners and editors ask for a consultation, answer an offer, share, agree, object, rate, and name good cases."""
    return role_in(actor, provider) in EDITORS


def can_arrange(actor, consultation):
    """Officers and managers, but never for a provider they belong to."""
    return can_decide(actor, consultation.provider)


def can_offer(actor, certificate):
    return can_decide(actor, certificate.provider)


def can_consult(actor, consultation):
    """Whoever was asked to come, and nobody for them."""
    who = consultation.consultant
    return who is not None and actor.has(Role.CONSULTANT) and actor.user.pk == who.user_id


def can_write_change(actor, provider):
    """Report a change: who edits for the provider."""
    return can_edit(actor, provider)


def can_hand_in_change(actor, report):
    """What ends or hands on a certificate an owner signs; the rest whoever edits."""
    return can_manage_people(actor, report.provider) if report.rule.needs_manager else can_edit(actor, report.provider)


def can_confirm_succession(actor, report):
    """An owner of the successor."""
    return report.successor is not None and can_manage_people(actor, report.successor)


def can_enter_change(actor, provider):
    """Enters what came on paper or what the agency has noticed, and goes on with it; never about an organisation of one's own."""
    return can_decide(actor, provider)


def can_decide_change(actor, report):
    """Succession and closure the manager, the rest the desk."""
    return can_decide(actor, report.provider) and (actor.has(Role.MANAGER) or not report.rule.needs_manager)


def can_keep_sanction(actor, sanction=None):
    """Drafts a sanction, sends its notice, notes its hearing: the desk, but nobody who acts for the provider."""
    return actor.has(Role.OFFICER, Role.MANAGER) and (sanction is None or not tied_to(actor, sanction))


def tied_to(actor, about):
    """Acts for the provider of a sanction or a certificate, covers somebody who does, or is tied to it by the ledger."""
    return role_in(actor, about.provider) is not None or covers_a_member(actor, about.provider) or is_tied(actor, about.provider)


def can_suspend_at_once(actor, sanction):
    """Only the director, and only what an officer has drafted."""
    return actor.has(Role.DIRECTOR) and not tied_to(actor, sanction)


def can_lift(actor, certificate):
    """A suspension whose order is met."""
    return actor.has(Role.DIRECTOR) and not tied_to(actor, certificate)


def can_write_statement(actor, sanction):
    """The provider's people, or the desk for what came on paper while nobody of it has an account."""
    return can_edit(actor, sanction.provider)


def can_hand_in_statement(actor, sanction):
    """An owner; what came on paper, the desk."""
    return can_manage_people(actor, sanction.provider) or acts_by_proxy(actor, sanction.provider)


def can_give_opinion(actor, handler):
    """One's own."""
    return actor.user is not None and handler.user_id == actor.user.pk and handler.ended_at is None


def can_carry_out(actor):
    """What was approved, on its day."""
    return actor.is_system
