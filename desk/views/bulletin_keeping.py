"""Bulletins as the Central institute keeps them: written, counted, sent, and who has read them."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from agencies.forms.bulletin import BulletinForm, CorrectionForm, FileForm, ReasonForm
from agencies.houses import central_only
from agencies.models import BulletinFile
from agencies.network_permissions import can_keep_bulletins
from agencies.queries import bulletin as queries
from agencies.stages import BulletinStage
from agencies.workflow import bulletin as workflow
from agencies.workflow import bulletin_sent as afterwards
from agencies.workflow.addressing import addressees_of
from core.forms import carried_out, filled
from core.tenancy import current_agency_id, find_or_404, found
from desk.pages import desk_page
from desk.views.case import READERS, WORKERS

PAGE = 30


def own(request, public_id):
    return found(queries.bulletins_open(request.actor).filter(agency=current_agency_id()), public_id)


@staff(*READERS)
@central_only
def kept(request):
    page = Paginator(queries.kept_bulletins(request.actor), PAGE).get_page(request.GET.get("page"))
    return desk_page(request, "desk/kept_bulletins.html", {"page": page, "may_keep": can_keep_bulletins(request.actor)})


@staff(*WORKERS)
@central_only
def write(request):
    form = BulletinForm(filled(request), actor=request.actor)
    if made := carried_out(request, form, lambda _said: workflow.write_bulletin(to=form.to(), **form.words(), actor=request.actor),
                           _("The draft is kept. Add files, or look at whom it reaches.")):
        return redirect("network_send_bulletin", made.public_id)
    return desk_page(request, "desk/bulletin_write.html", {"form": form, "bulletin": None})


@staff(*WORKERS)
@central_only
def change(request, public_id):
    row = own(request, public_id)
    form = BulletinForm(filled(request), actor=request.actor, bulletin=row, to=addressees_of(row))
    if carried_out(request, form, lambda said: workflow.change_bulletin(row, to=form.to(), base_version=said["version"], **form.words(),
                                                                        actor=request.actor), _("The draft is changed.")):
        return redirect("network_send_bulletin", row.public_id)
    return desk_page(request, "desk/bulletin_write.html", {"form": form, "bulletin": row})


@require_POST
@staff(*WORKERS)
@central_only
def discard(request, public_id):
    workflow.discard_bulletin(own(request, public_id), actor=request.actor)
    messages.success(request, _("The draft is discarded."))
    return redirect("network_kept_bulletins")


@require_POST
@staff(*WORKERS)
@central_only
def add_file(request, public_id):
    row, form = own(request, public_id), FileForm(request.POST, request.FILES)
    if carried_out(request, form, lambda said: workflow.attach_file(row, said["file"], actor=request.actor), _("The file is added.")):
        return redirect("network_send_bulletin", row.public_id)
    return send_page(request, row, form)


@require_POST
@staff(*WORKERS)
@central_only
def remove_file(request, public_id):
    row = workflow.remove_file(find_or_404(BulletinFile, request.actor, public_id=public_id, agency=current_agency_id()),
                               actor=request.actor)
    messages.success(request, _("The file is removed."))
    return redirect("network_send_bulletin", row.public_id)


@staff(*WORKERS)
@central_only
def send(request, public_id):
    """What will be sent, with which files, and how many persons at which agencies it reaches."""
    row = own(request, public_id)
    if request.method != "POST":
        return send_page(request, row, FileForm())
    workflow.send_bulletin(row, actor=request.actor)
    messages.success(request, _("The bulletin is sent. Each agency's people are told within a minute."))
    return redirect("network_bulletin_readers", row.public_id)


def send_page(request, row, form):
    if row.stage != BulletinStage.DRAFT:
        return redirect("network_bulletin_readers", row.public_id)
    reach = queries.reach_of(request.actor, row)
    counted, to = [one.delivery.persons for one in reach], addressees_of(row)
    return desk_page(request, "desk/bulletin_send.html", {
        "bulletin": row, "form": form, "files": queries.files_with(row), "reach": reach, "is_counting": None in counted,
        "persons": sum(one or 0 for one in counted), "to": to, "role_names": [Role(one).label for one in to.roles]})


@require_POST
@staff(*WORKERS)
@central_only
def count_again(request, public_id):
    row = workflow.count_again(own(request, public_id), actor=request.actor)
    messages.success(request, _("Each agency counts anew; that takes up to a minute."))
    return redirect("network_send_bulletin", row.public_id)


@staff(*READERS)
@central_only
def readers(request, public_id):
    return readers_page(request, own(request, public_id), ReasonForm())


def readers_page(request, row, form):
    if row.stage == BulletinStage.DRAFT:
        return redirect("network_bulletin", row.public_id)
    reach, is_out = queries.reach_of(request.actor, row), row.stage == BulletinStage.SENT
    return desk_page(request, "desk/bulletin_readers.html", {
        "bulletin": row, "reach": reach, "form": form, "reminder": queries.last_reminder(request.actor, row),
        "done": sum(one.done for one in reach), "persons": sum(len(one.readings) for one in reach),
        "left": sum(len(one.left) for one in reach), "may_keep": is_out and can_keep_bulletins(request.actor)})


@require_POST
@staff(*WORKERS)
@central_only
def remind(request, public_id):
    row = own(request, public_id)
    afterwards.remind_readers(row, actor=request.actor)
    messages.success(request, _("Whoever has not read it is reminded within a minute."))
    return redirect("network_bulletin_readers", row.public_id)


@staff(*WORKERS)
@central_only
def correct(request, public_id):
    row = own(request, public_id)
    form = CorrectionForm(filled(request), request.FILES or None, bulletin=row, files=queries.files_with(row))
    if carried_out(request, form, lambda said: afterwards.correct_bulletin(row, base_version=said["version"], **form.facts(),
                                                                           actor=request.actor),
                   _("The corrected bulletin is sent. Everybody is asked to read it again.")):
        return redirect("network_bulletin_readers", row.public_id)
    return desk_page(request, "desk/bulletin_correct.html", {"form": form, "bulletin": row})


@require_POST
@staff(*WORKERS)
@central_only
def withdraw(request, public_id):
    row, form = own(request, public_id), ReasonForm(request.POST)
    if carried_out(request, form, lambda said: afterwards.withdraw_bulletin(row, reason=said["reason"], actor=request.actor),
                   _("The bulletin is withdrawn. Its readers are told why.")):
        return redirect("network_bulletin_readers", row.public_id)
    return readers_page(request, row, form)
