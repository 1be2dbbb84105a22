"""A provider's way so far, each recorded event in plain words."""
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy

from core.history import history_of, who_acted
from core.tenancy import current_agency

WORDS = {
    "provider.registered": gettext_lazy("Registered with the agency"),
    "provider.registered_again": gettext_lazy("Registered again after corrections"),
    "provider.corrected": gettext_lazy("Details changed"),
    "provider.confirmed": gettext_lazy("Registration confirmed"),
    "provider.refused": gettext_lazy("Registration refused"),
    "provider.closed": gettext_lazy("Registration ended by the agency"),
    "provider.site_added": gettext_lazy("Site added"),
    "provider.site_changed": gettext_lazy("Site changed"),
    "provider.site_removed": gettext_lazy("Site removed"),
    "provider.offering_added": gettext_lazy("Service added"),
    "provider.offering_changed": gettext_lazy("Service changed"),
    "provider.document_added": gettext_lazy("Document handed in"),
    "provider.registered_by_proxy": gettext_lazy("Taken in by the agency from paper"),
    "provider.member_joined": gettext_lazy("Somebody joined"),
    "provider.member_role_changed": gettext_lazy("Somebody's role changed"),
    "provider.member_ended": gettext_lazy("A membership ended by an owner"),
    "provider.member_left": gettext_lazy("Somebody left"),
    "provider.handed_over": gettext_lazy("Handed over to another owner"),
    "provider.imported": gettext_lazy("Entered from a spreadsheet of the agency"),
    "provider.import_changed": gettext_lazy("Details changed from a spreadsheet of the agency"),
    "provider.disposition_entered": gettext_lazy("Administrative disposition entered"),
    "provider.disposition_withdrawn": gettext_lazy("Administrative disposition no longer counts"),
    "provider.barred": gettext_lazy("Barred from applying"),
    "provider.bar_lifted": gettext_lazy("Bar lifted"),
}


@dataclass(frozen=True)
class Entry:
    words: str
    at: datetime
    who: str
    reason: str


def way_so_far(actor, provider):
    """Newest first. A provider's people read the agency's name where one of its staff acted; staff read who it was."""
    own = set(provider.members.values_list("user_id", flat=True))
    return [
        Entry(WORDS[event.verb], event.at, _who(event, own if not actor.reads_cases else None), event.facts.get("reason", ""))
        for event in history_of(provider) if event.verb in WORDS
    ]


def _who(event, own):
    if own is not None and event.actor_id not in own:
        return current_agency().name
    return who_acted(event)
