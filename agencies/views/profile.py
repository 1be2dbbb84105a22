"""The public page of an agency about itself: what it does, whom to call, what is known of its work."""
from django.shortcuts import render

from accounts.guards import public
from agencies.queries.contact import public_contacts
from agencies.queries.published import disclosed_here
from certification.queries.register_list import register_tally
from core import clock
from core.public_pages import kept_page


@public
@kept_page
def profile(request):
    agency, results = request.agency, disclosed_here(request.actor)
    return render(request, "agencies/profile.html", {
        "contacts": public_contacts(request.actor), "result": next((one for one in results if one.grade), None),
        "certified": None if agency.is_central else register_tally(agency.pk, agency.public_generation, clock.today()).valid})
