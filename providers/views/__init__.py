"""The portal's pages: one's providers, one provider, its sites and services, its documents."""
from providers.views.document import document, document_to_add
from providers.views.provider import ask_again, correct, portal, provider_page, register
from providers.views.site import offering, offering_to_add, site, site_to_add, site_to_remove

__all__ = [
    "ask_again", "correct", "document", "document_to_add", "offering", "offering_to_add", "portal", "provider_page", "register",
    "site", "site_to_add", "site_to_remove",
]
