"""The assessor pool: who may be asked to assess here, and by whom they are employed."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from core.errors import Refused
from core.forms import filled, refused_in
from core.tenancy import find_or_404
from desk.forms import PoolForm
from desk.pages import desk_page
from desk.views.case import READERS, WORKERS
from panels.models import PoolMember
from panels.permissions import can_keep_pool
from panels.queries import pool_members
from panels.workflow import add_to_pool, leave_pool

PAGE = 50


@staff(*READERS)
def pool(request):
    return pool_page(request, PoolForm(filled(request), actor=request.actor))


@require_POST
@staff(*WORKERS)
def join_pool(request):
    form = PoolForm(request.POST, actor=request.actor)
    if form.is_valid():
        try:
            add_to_pool(**form.cleaned_data, actor=request.actor)
        except Refused as refusal:
            refused_in(form, refusal)
        else:
            messages.success(request, _("The assessor is in the pool and can be assigned to cases."))
            return redirect("desk_pool")
    return pool_page(request, form)


@require_POST
@staff(*WORKERS)
def out_of_pool(request, public_id):
    leave_pool(find_or_404(PoolMember, request.actor, public_id=public_id), actor=request.actor)
    messages.success(request, _("The assessor has left the pool. What they have assessed stays."))
    return redirect("desk_pool")


def pool_page(request, form):
    page = Paginator(pool_members(request.actor), PAGE).get_page(request.GET.get("page"))
    return desk_page(request, "desk/pool.html", {"page": page, "form": form, "may_keep": can_keep_pool(request.actor)})
