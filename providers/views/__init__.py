"""The portal's pages: one's providers, one provider, its people, its sites and services, its documents."""
from providers.views.document import document, document_to_add
from providers.views.joining import colleague_invitation, join
from providers.views.people import (
    invitation_to_withdraw,
    join_to_accept,
    join_to_decline,
    leave,
    people,
    person,
    person_to_end,
    person_to_hand_to,
)
from providers.views.provider import ask_again, correct, portal, provider_page, register
from providers.views.site import offering, offering_to_add, site, site_to_add, site_to_remove

__all__ = [
    "ask_again", "colleague_invitation", "correct", "document", "document_to_add", "invitation_to_withdraw", "join", "join_to_accept",
    "join_to_decline", "leave", "offering", "offering_to_add", "people", "person", "person_to_end", "person_to_hand_to", "portal",
    "provider_page", "register", "site", "site_to_add", "site_to_remove",
]
