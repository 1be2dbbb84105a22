"""The assessor pool at the desk: who may be asked to assess here, found by what they know, where they go, and whether they can be asked."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import directory
from accounts.guards import staff
from core import clock
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from desk.forms import PoolForm, PoolSearchForm
from desk.pages import desk_page
from desk.views.case import READERS, WORKERS
from evaluations.queries import work_of
from panels.fitness import hindrances, remarks
from panels.models import PoolMember
from panels.permissions import can_keep_pool
from panels.queries import pool_found
from panels.workflow import add_to_pool, leave_pool

PAGE = 50


@staff(*READERS)
def pool(request):
    return pool_page(request)


@require_POST
@staff(*WORKERS)
def join_pool(request):
    form = PoolForm(request.POST, actor=request.actor)
    if carried_out(request, form, lambda said: add_to_pool(**said, actor=request.actor),
                   _("The assessor is in the pool and can be assigned to cases.")):
        return redirect("desk_pool")
    return pool_page(request, form)


@require_POST
@staff(*WORKERS)
def out_of_pool(request, public_id):
    leave_pool(find_or_404(PoolMember, request.actor, public_id=public_id), actor=request.actor)
    messages.success(request, _("The assessor has left the pool. What they have assessed stays."))
    return redirect("desk_pool")


def pool_page(request, form=None):
    """`form`: one that came back with something to correct."""
    actor, today, may_keep = request.actor, clock.today(), can_keep_pool(request.actor)
    search = PoolSearchForm(request.GET, districts=directory.districts_of(request.agency.province_id))
    wanted = search.wanted()
    page = Paginator(pool_found(actor, **wanted), PAGE).get_page(request.GET.get("page"))
    members = list(page.object_list)
    work = work_of(actor, [member.user for member in members])
    return desk_page(request, "desk/pool.html", {
        "page": page, "search": search, "is_narrowed": any(wanted.values()), "may_keep": may_keep,
        "rows": [(member, work[member.user_id], hindrances(member, today), remarks(member)) for member in members],
        "form": form or (PoolForm(filled(request), actor=actor) if may_keep else None)})
