"""Named reads about visits: the visit and its items; the day, before it is agreed and after; what was amended since the lock."""
from visits.queries.amendment import Stands, amendments_of, item_agreed, stands_at, stands_of, written_at
from visits.queries.plan import (
    dates_offered_between,
    is_planned,
    kit_of,
    offer_of,
    offered_dates,
    open_offers,
    request_of,
    requests_to_answer,
    team_still_to_go,
    visits_of_people,
)
from visits.queries.visit import (
    OWN_PAGE,
    Coverage,
    Tile,
    agreed_of,
    before_and_after,
    coverage_of,
    entries_of,
    findings_of,
    items_of,
    judged_by_all,
    kept_aside,
    members_of,
    my_finding,
    my_visits,
    next_to_agree,
    not_agreed,
    number_kept_aside,
    officers_of,
    photos_of,
    place_of,
    team_of,
    tiles_of,
    visit_of,
    visits_done,
    waits_for,
)

__all__ = [
    "Coverage", "OWN_PAGE", "Stands", "Tile", "agreed_of", "amendments_of", "before_and_after", "coverage_of", "dates_offered_between",
    "entries_of", "findings_of", "is_planned", "item_agreed", "items_of", "judged_by_all", "kept_aside", "kit_of", "members_of",
    "my_finding", "my_visits", "next_to_agree", "not_agreed", "number_kept_aside", "offer_of", "offered_dates", "officers_of",
    "open_offers", "photos_of", "place_of", "request_of", "requests_to_answer", "stands_at", "stands_of", "team_of", "team_still_to_go",
    "tiles_of", "visit_of", "visits_done", "visits_of_people", "waits_for", "written_at",
]
