"""The public page of an agency about itself: what it does, whom to call, what is known of its work."""
from django.core.paginator import Paginator
from django.shortcuts import render

from accounts.guards import public
from agencies.queries import activity as queries
from agencies.queries.contact import public_contacts
from agencies.queries.published import disclosed_here
from certification.queries.register_list import register_tally
from core import clock
from core.files import serve_copy
from core.public_pages import kept_page
from core.tenancy import found

LATEST, PAGE = 3, 24


@public
@kept_page
def profile(request):
    agency, results = request.agency, disclosed_here(request.actor)
    latest = queries.public_activities(request.actor)[:LATEST]
    return render(request, "agencies/profile.html", {
        "contacts": public_contacts(request.actor), "result": next((one for one in results if one.grade), None),
        "cards": queries.as_cards(request.actor, latest), "sums": queries.public_sums(request.actor),
        "certified": None if agency.is_central else register_tally(agency.pk, agency.public_generation, clock.today()).valid})


@public
@kept_page(parameters=("page",))
def activities(request):
    """Everything that this agency published, the latest first."""
    page = Paginator(queries.public_activities(request.actor), PAGE).get_page(request.GET.get("page"))
    return render(request, "agencies/activities.html", {"page": page, "cards": queries.as_cards(request.actor, page.object_list)})


@public
@kept_page
def activity(request, public_id):
    row = found(queries.public_activities(request.actor), public_id)
    return render(request, "agencies/activity.html", {"activity": row, "photos": queries.photos_seen(request.actor, row)})


@public
def photo(request, public_id):
    """Of what is published here, and of nothing else, whoever asks."""
    row = found(queries.photos_unheld(request.actor), public_id)
    found(queries.public_activities(request.actor), row.activity.public_id)
    return serve_copy(row, inline=True)
