"""What stands on a round's announcement, kept at the desk: documents, files, questions; and who may still apply late."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from certification import workflow
from certification.forms.round import AttachmentForm, DocumentFormSet, LateAccessForm, QuestionForm
from certification.models import RoundAttachment, RoundQuestion
from certification.queries import announced_parts
from core.errors import Refused
from core.forms import carried_out, filled
from core.tenancy import current_agency_id, find_or_404
from desk.pages import desk_page
from desk.views.case import WORKERS
from desk.views.round import found_round, round_page

NAMES = ("code", "name_ko", "name_en", "need", "note_ko", "note_en")


@staff(*WORKERS)
def round_documents(request, public_id):
    """The whole list at once, in its order; a line whose name is emptied is gone."""
    round = found_round(request, public_id)
    rows = [{name: getattr(one, name) for name in NAMES} for one in announced_parts(request.actor, round)["documents"]]
    forms = DocumentFormSet(filled(request), initial=rows, prefix="documents")
    if request.method == "POST" and forms.is_valid():
        try:
            workflow.set_documents(round, forms.documents(), actor=request.actor)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("The documents to hand in are kept."))
            return redirect("desk_round", public_id)
    return desk_page(request, "desk/round_documents.html", {"round": round, "forms": forms})


@require_POST
@staff(*WORKERS)
def add_attachment(request, public_id):
    round, form = found_round(request, public_id), AttachmentForm(request.POST, request.FILES)
    if carried_out(request, form, lambda said: workflow.add_attachment(round, said["file"], actor=request.actor), _("The file is added.")):
        return redirect("desk_round", public_id)
    return round_page(request, round, attachment=form)


@require_POST
@staff(*WORKERS)
def remove_attachment(request, public_id):
    attachment = find_or_404(RoundAttachment, request.actor, public_id=public_id, agency=current_agency_id())
    workflow.remove_attachment(attachment, actor=request.actor)
    messages.success(request, _("The file is removed."))
    return redirect("desk_round", attachment.round.public_id)


@staff(*WORKERS)
def add_question(request, public_id):
    round, form = found_round(request, public_id), QuestionForm(filled(request), actor=request.actor)
    if carried_out(request, form, lambda said: workflow.add_question(round, form.facts(), actor=request.actor), _("The answer is kept.")):
        return redirect("desk_round", public_id)
    return desk_page(request, "desk/round_part_form.html", {"round": round, "form": form, "heading": _("A question and its answer")})


@staff(*WORKERS)
def change_question(request, public_id):
    question = find_or_404(RoundQuestion, request.actor, public_id=public_id, agency=current_agency_id())
    form = QuestionForm(filled(request), actor=request.actor, instance=question)
    if carried_out(request, form, lambda said: workflow.change_question(question, form.facts(), actor=request.actor),
                   _("The answer is kept.")):
        return redirect("desk_round", question.round.public_id)
    return desk_page(request, "desk/round_part_form.html", {
        "round": question.round, "form": form, "heading": _("A question and its answer")})


@staff(Role.MANAGER)
def late_access(request, public_id):
    round, form = found_round(request, public_id), LateAccessForm(filled(request), actor=request.actor)
    if carried_out(request, form, lambda said: workflow.grant_late_access(round, **said, actor=request.actor),
                   _("The provider may still apply, and is being told.")):
        return redirect("desk_round", public_id)
    return desk_page(request, "desk/round_part_form.html", {"round": round, "form": form, "heading": _("Let one provider apply late"),
        "words": _("Until then an application of this provider is in time. The reason stands on its case page and in the audit trail.")})
