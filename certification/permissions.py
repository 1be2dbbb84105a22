"""What somebody may do with frameworks, rounds and certificates."""
from accounts.models import Role
from providers.permissions import can_edit, can_manage_people


def can_issue(actor):
    """The announcement that the director has approved, or the director."""
    return actor.is_system or actor.has(Role.DIRECTOR)


def can_import(actor):
    """Those who enter what was issued on paper before the system."""
    return actor.is_system or actor.has(Role.OFFICER, Role.MANAGER, Role.ADMIN)


def can_sanction(actor):
    """Suspension and revocation: a decision that has gone its whole way (aftercare). Nobody by hand."""
    return actor.is_system


def can_relieve(actor):
    """What is in the provider's favour, or by its own wish: a suspension lifted, a certificate prolonged or given back."""
    return actor.is_system or actor.has(Role.DIRECTOR)


def can_keep_documents(actor):
    """The worker that has made them."""
    return actor.is_system


def can_keep_log(actor):
    """The worker that links the public log and signs its head."""
    return actor.is_system


def can_change_look(actor):
    """Who issues, with which seal, mark and colour: what every certificate looks like from then on."""
    return actor.may_administer or actor.has(Role.DIRECTOR)


def can_ask_surrender(actor, certificate):
    """Gives a certificate back: an owner of its provider."""
    return can_manage_people(actor, certificate.provider)


def can_confirm_surrender(actor):
    """Takes back what its provider gives back by its own wish."""
    return actor.is_system or actor.has(Role.MANAGER, Role.DIRECTOR)


def can_reissue(actor):
    """Orders the same certificate once more for a lost paper, and drafts a correction, which the director approves."""
    return actor.has(Role.OFFICER, Role.MANAGER)


def can_order_plaque(actor, certificate):
    """Orders a plaque and reads its proof: who edits for the provider, and the desk for it."""
    return can_edit(actor, certificate.provider) or can_keep_plaques(actor)


def can_keep_plaques(actor):
    """Orders them from the maker, hands them over and takes them back."""
    return actor.has(Role.OFFICER, Role.MANAGER)


def can_keep_ceremonies(actor):
    return actor.has(Role.OFFICER, Role.MANAGER)


def can_answer_invitation(actor, guest):
    """Who edits for the invited provider; the desk, whom somebody has called."""
    return (guest.provider is not None and can_edit(actor, guest.provider)) or can_keep_ceremonies(actor)


def can_draft_framework(actor):
    """Writes an edition that nobody outside sees yet."""
    return actor.has(Role.OFFICER, Role.MANAGER) or actor.may_administer


def can_publish_framework(actor):
    """Founds the framework, and puts an edition in force for good."""
    return actor.has(Role.MANAGER) or actor.may_administer


def can_draft_rounds(actor):
    return actor.has(Role.OFFICER, Role.MANAGER)


def can_announce_rounds(actor):
    """Announces a round, prolongs it, and lets one provider in late."""
    return actor.has(Role.MANAGER)


def can_keep_briefings(actor):
    """Keeps briefings, their registrations and who came."""
    return can_draft_rounds(actor)


def can_give_back(actor, place):
    """Whoever holds the link of the message, or staff whom they called."""
    return actor.is_system or can_keep_briefings(actor)


def can_follow_provider(actor):
    """The worker that brings a provider's own words into the register."""
    return actor.is_system


def can_handle_reports(actor):
    """Looks into what citizens report, and says what came of it."""
    return actor.has(Role.OFFICER, Role.MANAGER)


def can_keep_watches(actor):
    """Whoever holds the signed link of a message, and the worker: nobody else knows who is told of what."""
    return actor.is_system
