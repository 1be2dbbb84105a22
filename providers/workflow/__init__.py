"""Every write about a provider that a person would name."""
from providers.workflow.document import add_document
from providers.workflow.evidence import add_evidence, remove_evidence
from providers.workflow.imports import import_dispositions, import_national_holders, import_providers
from providers.workflow.provider import (
    close_provider,
    confirm_provider,
    correct_provider,
    refuse_provider,
    register_again,
    register_provider,
)
from providers.workflow.site import add_offering, add_site, change_offering, change_site, remove_site
from providers.workflow.standing import bar_provider, enter_disposition, lift_bar, withdraw_disposition

__all__ = [
    "add_document", "add_evidence", "add_offering", "add_site", "bar_provider", "change_offering", "change_site", "close_provider",
    "confirm_provider", "correct_provider", "enter_disposition", "import_dispositions", "import_national_holders",
    "import_providers", "lift_bar", "refuse_provider", "register_again", "register_provider",
    "remove_evidence", "remove_site", "withdraw_disposition",
]
