"""Where an agency stands among all others, who stay without names, over five years; and what was said of it."""
from accounts.guards import staff
from agencies.figures import FEW
from agencies.houses import agencies_only
from agencies.insight_chart import strips_of
from agencies.queries import insight as queries
from agencies.queries.published import YEARS_SHOWN
from agencies.queries.satisfaction import own_scores
from desk.pages import desk_page
from desk.satisfaction import own_lines
from desk.views.own_result import READERS


@staff(*READERS)
@agencies_only
def position(request):
    """Only what is published is read."""
    results = queries.published_results(request.actor)
    positions = queries.positions_of(results, request.agency)
    latest = positions[0] if positions else None
    scores = own_scores(request.actor, request.agency, range(latest.year - YEARS_SHOWN + 1, latest.year + 1)) if latest else []
    return desk_page(request, "desk/evaluation_position.html", {
        "positions": positions, "latest": latest, "chart": strips_of(positions), "least": FEW, "satisfaction": own_lines(scores),
        "fields": queries.fields_beside(results[latest.year], request.agency) if latest else [],
        "is_sample": any(one.is_sample for rows in results.values() for one in rows)})
