"""The library of papers: searched and read by staff of all agencies, kept by each agency for its own."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from agencies.forms.bulletin import FileForm, ReasonForm
from agencies.forms.paper import FindPaperForm, PaperForm
from agencies.models import PaperFile
from agencies.network_permissions import can_keep_papers
from agencies.queries import paper as queries
from agencies.stages import PaperStage
from agencies.workflow import paper as workflow
from core.files import serve_copy
from core.forms import carried_out, filled
from core.tenancy import current_agency_id, find_or_404, found
from desk.pages import desk_page

PAGE = 20
KEEPERS = (Role.OFFICER, Role.MANAGER, Role.TRAINER)


def own(request, public_id):
    return found(queries.own_papers(request.actor), public_id)


@staff()
def papers(request):
    form = FindPaperForm(request.GET)
    wanted = form.wanted()
    page = Paginator(queries.papers_found(request.actor, **wanted), PAGE).get_page(request.GET.get("page"))
    return desk_page(request, "desk/library.html", {
        "form": form, "wanted": wanted, "page": page, "rows": queries.with_hits(request.actor, list(page), wanted["words"]),
        "is_search": any(wanted.values()), "may_keep": can_keep_papers(request.actor)})


@staff(*KEEPERS)
def own_papers(request):
    page = Paginator(queries.own_papers(request.actor), PAGE).get_page(request.GET.get("page"))
    return desk_page(request, "desk/library_own.html", {"page": page})


@staff(*KEEPERS)
def write(request):
    form = PaperForm(filled(request))
    if made := carried_out(request, form, lambda _said: workflow.write_paper(**form.facts(), actor=request.actor),
                           _("The draft is kept. Add its files, then publish it.")):
        return redirect("network_paper", made.public_id)
    return desk_page(request, "desk/library_write.html", {"form": form, "paper": None})


@staff()
def paper(request, public_id):
    return paper_page(request, found(queries.papers_open(request.actor), public_id))


def paper_page(request, row, *, file_form=None, reason_form=None):
    keeps = row.agency_id == current_agency_id() and can_keep_papers(request.actor)
    return desk_page(request, "desk/library_paper.html", {
        "paper": row, "files": queries.files_of(request.actor, row), "editions": queries.editions_of(request.actor, row),
        "keeps_draft": keeps and row.is_draft, "may_renew": keeps and row.stage == PaperStage.PUBLISHED,
        "may_withdraw": keeps and row.stage in (PaperStage.PUBLISHED, PaperStage.REPLACED),
        "file_form": file_form or FileForm(), "reason_form": reason_form or ReasonForm()})


@staff(*KEEPERS)
def change(request, public_id):
    row = own(request, public_id)
    form = PaperForm(filled(request), paper=row)
    if carried_out(request, form, lambda said: workflow.change_paper(row, base_version=said["version"], **form.facts(),
                                                                     actor=request.actor), _("The draft is changed.")):
        return redirect("network_paper", row.public_id)
    return desk_page(request, "desk/library_write.html", {"form": form, "paper": row})


@require_POST
@staff(*KEEPERS)
def add_file(request, public_id):
    row, form = own(request, public_id), FileForm(request.POST, request.FILES)
    if carried_out(request, form, lambda said: workflow.attach_file(row, said["file"], actor=request.actor), _("The file is added.")):
        return redirect("network_paper", row.public_id)
    return paper_page(request, row, file_form=form)


@staff()
def paper_file(request, public_id):
    """Through the paper's door: what is not out, or was withdrawn, gives others nothing."""
    file = find_or_404(PaperFile, request.actor, public_id=public_id)
    return serve_copy(found(queries.files_of(request.actor, file.paper), file.public_id))


@require_POST
@staff(*KEEPERS)
def remove_file(request, public_id):
    row = workflow.remove_file(find_or_404(PaperFile, request.actor, public_id=public_id, agency=current_agency_id()), actor=request.actor)
    messages.success(request, _("The file is removed."))
    return redirect("network_paper", row.public_id)


@require_POST
@staff(*KEEPERS)
def publish(request, public_id):
    row = workflow.publish_paper(own(request, public_id), actor=request.actor)
    messages.success(request, _("The paper is in the library. All agencies find it."))
    return redirect("network_paper", row.public_id)


@require_POST
@staff(*KEEPERS)
def discard(request, public_id):
    workflow.discard_paper(own(request, public_id), actor=request.actor)
    messages.success(request, _("The draft is discarded."))
    return redirect("network_own_papers")


@require_POST
@staff(*KEEPERS)
def begin_edition(request, public_id):
    newer = workflow.begin_edition(own(request, public_id), actor=request.actor)
    messages.success(request, _("A newer edition is begun. The one before stays in force until you publish it."))
    return redirect("network_change_paper", newer.public_id)


@require_POST
@staff(*KEEPERS)
def withdraw(request, public_id):
    row, form = own(request, public_id), ReasonForm(request.POST)
    if carried_out(request, form, lambda said: workflow.withdraw_paper(row, reason=said["reason"], actor=request.actor),
                   _("The paper is withdrawn.")):
        return redirect("network_paper", row.public_id)
    return paper_page(request, row, reason_form=form)
