"""Named reads about providers: themselves, their people, what is similar, what stands against them."""
from providers.queries.people import (
    deciders_of,
    desk_asked,
    herself,
    members_of,
    open_invitations_of,
    other_owners_of,
    own_numbers,
    own_requests,
    owners_asked,
    owners_of,
    owners_with,
    past_members_of,
    people_of,
    people_of_document,
    requests_to_join,
    who_asked,
)
from providers.queries.provider import (
    SORTS,
    USUAL_SORT,
    confirmation_due,
    confirmations_due,
    districts_of,
    documents_of,
    my_providers,
    providers_by_number,
    providers_found,
    sites_of,
    stage_counts,
    there_with,
    waiting_for_confirmation,
)
from providers.queries.similar import LinkedBy, linked_providers, similar_confirmed, similar_providers
from providers.queries.standing import (
    bars_of,
    dispositions_of,
    dispositions_of_providers,
    national_certificates,
    national_holders,
    national_list_since,
    standings_of,
)
from providers.queries.succession import pauses_of, sanctions_followed, successions_of

__all__ = [
    "LinkedBy", "SORTS", "USUAL_SORT", "bars_of", "confirmation_due", "confirmations_due", "deciders_of", "desk_asked", "dispositions_of",
    "dispositions_of_providers", "districts_of", "documents_of", "herself", "linked_providers", "members_of", "my_providers",
    "national_certificates", "national_holders", "national_list_since", "open_invitations_of", "other_owners_of", "own_numbers",
    "own_requests", "owners_asked", "owners_of", "owners_with", "past_members_of", "pauses_of", "people_of", "people_of_document",
    "providers_by_number", "providers_found", "requests_to_join", "sanctions_followed", "similar_confirmed", "similar_providers",
    "sites_of", "stage_counts", "standings_of", "successions_of", "there_with", "waiting_for_confirmation", "who_asked",
]
