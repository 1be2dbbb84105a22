"""Every write about a provider that a person would name."""
from providers.workflow.change import carry_change, move_site, note_pause, note_succession
from providers.workflow.document import add_document
from providers.workflow.evidence import (
    add_evidence,
    describe_evidence,
    put_evidence,
    remove_evidence,
    replace_evidence,
    take_into_library,
)
from providers.workflow.imports import import_dispositions, import_national_holders, import_providers
from providers.workflow.invitation import accept_invitation, invite_colleague, invite_owner, withdraw_invitation
from providers.workflow.join_request import accept_join, ask_to_join, decline_join
from providers.workflow.people import change_role, end_membership, hand_over, leave_provider
from providers.workflow.provider import (
    close_provider,
    confirm_provider,
    correct_provider,
    refuse_provider,
    register_again,
    register_by_proxy,
    register_provider,
)
from providers.workflow.site import add_offering, add_site, change_offering, change_site, remove_site
from providers.workflow.standing import bar_provider, enter_disposition, lift_bar, withdraw_disposition
from providers.workflow.upload import PART, begin_upload, discard_upload, expire_uploads, finish_upload, take_part

__all__ = [
    "PART", "accept_invitation", "accept_join", "add_document", "add_evidence", "add_offering", "add_site", "ask_to_join", "bar_provider",
    "begin_upload", "carry_change", "change_offering", "change_role", "change_site", "close_provider", "confirm_provider",
    "correct_provider", "decline_join", "describe_evidence", "discard_upload", "end_membership", "enter_disposition", "expire_uploads",
    "finish_upload", "hand_over", "import_dispositions", "import_national_holders", "import_providers", "invite_colleague",
    "invite_owner", "leave_provider", "lift_bar", "move_site", "note_pause", "note_succession", "put_evidence", "refuse_provider",
    "register_again", "register_by_proxy", "register_provider", "remove_evidence", "remove_site", "replace_evidence", "take_into_library",
    "take_part", "withdraw_disposition", "withdraw_invitation",
]
