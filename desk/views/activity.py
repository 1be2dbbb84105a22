"""Public activities at the desk: those of all agencies are read, the agency's own are drafted, published, corrected and withdrawn."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from agencies.forms.activity import ActivityForm, FindActivityForm, PhotoForm, PublishForm, ReasonForm
from agencies.network_permissions import can_publish_activities, can_write_activities
from agencies.queries import activity as queries
from agencies.workflow import activity as workflow
from agencies.workflow import activity_photo as pictures
from core.files import serve_copy
from core.forms import carried_out, filled
from core.tenancy import found
from desk.pages import desk_page
from desk.views.case import READERS, WORKERS

PAGE = 20


@staff()
def activities(request):
    """What all agencies published, and what it comes to per agency and year."""
    form = FindActivityForm(request.GET, years=queries.years_of(request.actor))
    wanted = form.wanted()
    rows = queries.activities_found(request.actor, **wanted)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    return desk_page(request, "desk/activities.html", {
        "form": form, "wanted": wanted, "page": page, "cards": queries.as_cards(request.actor, page.object_list),
        "sums": queries.sums_of(rows), "may_write": can_write_activities(request.actor)})


@staff(*READERS)
def own_activities(request):
    page = Paginator(queries.own_activities(request.actor), PAGE).get_page(request.GET.get("page"))
    return desk_page(request, "desk/own_activities.html", {"page": page, "may_write": can_write_activities(request.actor)})


@staff()
def activity_page(request, public_id):
    return page_of(request, found(queries.readable(request.actor), public_id))


def page_of(request, activity, **forms):
    """`forms`: one that came back with something to correct."""
    actor, is_own = request.actor, activity.agency_id == request.agency.pk
    may_publish = is_own and can_publish_activities(actor) and not activity.is_over
    may_write = is_own and not activity.is_over and (may_publish or (can_write_activities(actor) and not activity.is_published))
    return desk_page(request, "desk/activity.html", {
        "activity": activity, "is_own": is_own, "may_write": may_write,
        "photos": queries.photos_of(actor, activity) if is_own else queries.photos_seen(actor, activity),
        "versions": queries.versions_of(actor, activity) if is_own else (),
        "publish": PublishForm(initial={"version": activity.version}) if may_publish and not activity.is_published else None,
        "withdraw": forms.get("withdraw") or (ReasonForm(prefix="withdraw") if may_write else None)})


@staff(*WORKERS)
def add_activity(request):
    form = ActivityForm(filled(request))
    made = carried_out(request, form, lambda _said: workflow.draft_activity(**form.facts(), actor=request.actor),
                       _("The draft is kept. Nobody outside your agency reads it before it is published."))
    if made:
        return redirect("network_activity", made.public_id)
    return desk_page(request, "desk/activity_form.html", {"form": form, "activity": None})


@staff(*WORKERS)
def change_activity(request, public_id):
    activity = found(queries.own_activities(request.actor), public_id)
    form = ActivityForm(filled(request), activity=activity)
    if carried_out(request, form, lambda said: workflow.change_activity(
            activity, base_version=said["version"], why=said.get("why", ""), **form.facts(), actor=request.actor), _("Saved.")):
        return redirect("network_activity", public_id)
    return desk_page(request, "desk/activity_form.html", {"form": form, "activity": activity})


@require_POST
@staff(Role.MANAGER)
def publish_activity(request, public_id):
    activity, form = found(queries.own_activities(request.actor), public_id), PublishForm(request.POST)
    if carried_out(request, form, lambda said: workflow.publish_activity(activity, base_version=said["version"], actor=request.actor),
                   _("It is published: staff of all agencies and citizens read it."), beside_only=True):
        return redirect("network_activity", public_id)
    return page_of(request, activity)


@require_POST
@staff(*WORKERS)
def withdraw_activity(request, public_id):
    activity, form = found(queries.own_activities(request.actor), public_id), ReasonForm(request.POST, prefix="withdraw")
    if carried_out(request, form, lambda said: workflow.withdraw_activity(activity, **said, actor=request.actor),
                   _("It is withdrawn. Only your agency still sees it."), beside_only=True):
        return redirect("network_activity", public_id)
    return page_of(request, activity, withdraw=form)


@staff(*WORKERS)
def add_photo(request, public_id):
    activity, form = found(queries.own_activities(request.actor), public_id), PhotoForm(filled(request), request.FILES or None)
    if carried_out(request, form, lambda said: pictures.add_photo(
            activity, said["file"], alt_ko=said["alt_ko"], alt_en=said["alt_en"], actor=request.actor), _("The picture is added.")):
        return redirect("network_activity", public_id)
    return desk_page(request, "desk/activity_photo.html", {"form": form, "activity": activity})


@staff()
def photo(request, public_id):
    return serve_copy(found(queries.photos_unheld(request.actor), public_id), inline=True)


@require_POST
@staff(*WORKERS)
def remove_photo(request, public_id):
    activity = pictures.remove_photo(found(queries.own_photos(request.actor), public_id), actor=request.actor)
    messages.success(request, _("The picture is removed."))
    return redirect("network_activity", activity.public_id)
