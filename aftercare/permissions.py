"""Who may do what with duties and with what follows from them."""
from accounts.models import Role
from providers.permissions import acts_by_proxy, can_edit, can_manage_people, covers_a_member, role_in


def can_plan(actor):
    """Set the plan of duties, demand one that it does not hold, move or waive one."""
    return actor.is_system or actor.has(Role.OFFICER, Role.MANAGER)


def can_fulfil(actor):
    """Note a duty as done: the workflow of what fulfils it has asked whether its actor may."""
    return actor.is_system or bool(actor.user)


def can_keep_sanction(actor, sanction=None):
    """Drafts a sanction, sends its notice, notes its hearing: the desk, but nobody who acts for the provider."""
    return actor.has(Role.OFFICER, Role.MANAGER) and (sanction is None or not tied_to(actor, sanction))


def tied_to(actor, sanction):
    """Acts for the provider, or covers somebody who does."""
    return role_in(actor, sanction.provider) is not None or covers_a_member(actor, sanction.provider)


def can_suspend_at_once(actor, sanction):
    """Only the director, and only what an officer has drafted."""
    return actor.has(Role.DIRECTOR) and not tied_to(actor, sanction)


def can_lift(actor):
    """A suspension whose order is met."""
    return actor.has(Role.DIRECTOR)


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
