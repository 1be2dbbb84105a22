"""Bulletins as those read them who are addressed."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from agencies.models import BulletinFile
from agencies.network_permissions import can_keep_bulletins
from agencies.permissions import at_central
from agencies.queries import bulletin as queries
from agencies.stages import BulletinStage
from agencies.workflow import reading as workflow
from core.files import serve_copy
from core.tenancy import find_or_404, found
from desk.pages import desk_page

PAGE = 30


@staff()
def bulletins(request):
    page = Paginator(queries.own_readings(request.actor), PAGE).get_page(request.GET.get("page"))
    return desk_page(request, "desk/bulletins.html", {"page": page, "reads_kept": at_central() and request.actor.reads_cases})


@staff()
def bulletin(request, public_id):
    """Opened by whoever is addressed, it is read; who asks for the head only has read nothing."""
    row = found(queries.bulletins_open(request.actor), public_id)
    if request.method == "GET":
        workflow.note_read(row, actor=request.actor)
    mine = queries.own_reading(request.actor, row)
    return desk_page(request, "desk/bulletin.html", {
        "bulletin": row, "files": queries.files_with(row), "editions": list(row.editions.all()), "mine": mine,
        "has_confirmed": bool(mine and mine.confirmed_edition >= row.edition > 0),
        "asks": bool(mine and row.confirm_by and row.stage == BulletinStage.SENT),
        "reads_kept": at_central() and request.actor.reads_cases,
        "may_keep": can_keep_bulletins(request.actor) and row.stage == BulletinStage.DRAFT})


@require_POST
@staff()
def confirm(request, public_id):
    row, seen = found(queries.bulletins_open(request.actor), public_id), request.POST.get("edition", "")
    workflow.confirm_bulletin(row, seen=int(seen) if seen.isdecimal() and len(seen) < 6 else 0, actor=request.actor)
    messages.success(request, _("You have confirmed that you read the bulletin."))
    return redirect("network_bulletin", row.public_id)


@staff()
def bulletin_file(request, public_id):
    """Whoever reads the bulletin gets its files; of a withdrawn one nobody does."""
    file = find_or_404(BulletinFile, request.actor, public_id=public_id)
    if not queries.files_with(file.bulletin).filter(pk=file.pk).exists():
        raise Http404
    return serve_copy(file)
