"""A provider's duties: the page with everything it owes and did, and its calendar address."""
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import public, signed_in
from aftercare import workflow
from aftercare.feeds import id_in
from aftercare.queries.duty_calendar import days_of, feed_for, memberships_of, overview_of
from core import clock, ics
from core.tenancy import find_or_404
from providers.models import Provider


@signed_in
def portal_duties(request):
    return render(request, "aftercare/duties.html", {
        "overview": overview_of(request.actor), "memberships": memberships_of(request.actor), "today": clock.today()})


@require_POST
@signed_in
def portal_renew_duty_feed(request, public_id):
    workflow.renew_feed(find_or_404(Provider, request.actor, public_id=public_id), actor=request.actor)
    messages.success(request, _("Here is your new calendar address. An older one no longer works."))
    return redirect("portal_duties")


@require_POST
@signed_in
def portal_end_duty_feed(request, public_id):
    workflow.end_feed(find_or_404(Provider, request.actor, public_id=public_id), actor=request.actor)
    messages.success(request, _("The calendar address no longer works."))
    return redirect("portal_duties")


@public
def duty_feed(request, token):
    """Days and kinds of duties, for whoever holds the address. What does not open says nothing about why."""
    public_id = id_in(token)
    feed = feed_for(public_id) if public_id else None
    if feed is None:
        raise Http404
    with translation.override(feed.user.language):
        days = [(one.public_id, one.due_on, _("Last day: %(duty)s") % {"duty": one}, one.moved) for one in days_of(feed)]
        content = ics.calendar_of_days(days, name=_("Duties of our certification"))
    return HttpResponse(content, content_type=ics.TYPE, headers={
        "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer"})
