"""Named reads about visits: the visit and its items; the day, before it is agreed and after."""
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
    findings_of,
    items_of,
    judged_by_all,
    members_of,
    my_finding,
    my_visits,
    next_to_agree,
    not_agreed,
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
    "OWN_PAGE", "Coverage", "Tile", "agreed_of", "before_and_after", "coverage_of", "dates_offered_between", "findings_of", "is_planned",
    "items_of", "judged_by_all", "kit_of", "members_of", "my_finding", "my_visits", "next_to_agree", "not_agreed", "offer_of",
    "offered_dates", "officers_of", "open_offers", "photos_of", "place_of", "request_of", "requests_to_answer", "team_of",
    "team_still_to_go", "tiles_of", "visit_of", "visits_done", "visits_of_people", "waits_for",
]
