"""A sanction for its provider: what is proposed, what it says to it, what was decided; and for those who propose about it."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import signed_in, staff
from accounts.models import Role
from aftercare import permissions, workflow
from aftercare.forms.sanction import OpinionForm, ProposalForm, StatementForm
from aftercare.models import SanctionFile
from aftercare.queries import sanction as queries
from aftercare.sanction_approvals import ANSWERING, DECISION
from aftercare.sanction_stages import TAKEN
from aftercare.views.sanction_parts import decision_in_words, evidence, handling, proposed_in_words
from aftercare.workflow.sanction_handlers import choices_for
from aftercare.workflow.sanction_partly import decided_before
from aftercare.workflow.sanction_statement import why_no_statement
from core.access_log import note_access
from core.errors import Refused
from core.files import serve
from core.forms import carried_out, filled, refused_in
from core.tenancy import find_or_404
from core.viewing import hand_out, kind_of_access
from evaluations.forms.declaration import DeclarationForm, InterestForm
from evaluations.views.declaration import ELSEWHERE, declared, onward
from panels.models import Declaration
from providers.permissions import role_in

HANDLE = (Role.ASSESSOR, Role.COMMITTEE, Role.OFFICER, Role.MANAGER)
UNPROCESSABLE = 422
ELSEWHERE[DECISION] = ELSEWHERE[ANSWERING] = "sanction_declaration"
PAGES = {"opinion": "portal_sanction_statement", "urgent": "portal_sanction_urgent", "appeal": "portal_sanction_appeal",
         "order": "portal_sanction_order"}


@signed_in
def portal_sanctions(request):
    return render(request, "aftercare/sanctions.html", {"sanctions": list(queries.own_sanctions(request.actor))})


def own(request, public_id):
    """A sanction of one's own organisation; the desk's, where it enters what came on paper."""
    sanction = queries.told_sanctions(request.actor).filter(public_id=public_id).first()
    if sanction is None or not (role_in(request.actor, sanction.provider) or permissions.can_write_statement(request.actor, sanction)):
        raise Http404
    return sanction


@signed_in
def portal_sanction(request, public_id):
    sanction = own(request, public_id)
    return render(request, "aftercare/sanction.html", {"sanction": sanction, **told(request, sanction), **may(request, sanction)})


def told(request, sanction):
    """What the agency has told, and what the provider has said."""
    actor, appeal = request.actor, queries.appeal_against(request.actor, sanction)
    return {"appeal": appeal, "was_decided": decided_before(appeal), "proposed": proposed_in_words(sanction),
            "decided": decision_in_words(sanction) if sanction.stage in TAKEN else "", "evidence": evidence(actor, sanction),
            "letters": queries.letters_of(actor, sanction), "appeal_until": queries.appeal_deadline(sanction),
            "statements": [queries.statement_of(actor, sanction, kind) for kind in ("opinion", "urgent", "appeal")],
            "reports": queries.order_reports(actor, sanction)}


def may(request, sanction):
    """Which buttons the page shows."""
    actor, at = request.actor, request.arrived_at
    writes, appeal = permissions.can_write_statement(actor, sanction), queries.appeal_against(actor, sanction)
    return {"may_state": writes and not why_no_statement(sanction, "opinion", at),
            "may_be_heard_after": writes and may_say_to_it(sanction, at),
            "may_report": writes and not why_no_statement(sanction, "order", at) and not queries.reports_waiting(sanction).exists(),
            "may_appeal": writes and not why_no_statement(sanction, "appeal", at),
            "may_withdraw": appeal and appeal.is_open and permissions.can_hand_in_statement(actor, sanction)}


def may_say_to_it(sanction, at):
    """Something to a suspension at once, once."""
    said = queries.statement_of(queries.TELLING, sanction, "urgent")
    return not why_no_statement(sanction, "urgent", at) and not (said and said.arrived_at)


@signed_in
def statement(request, public_id, kind):
    """What is typed is kept with every button; one of them hands it in."""
    sanction = own(request, public_id)
    row = queries.statement_of(request.actor, sanction, kind)
    stands = {"text": row.text, "waives_hearing": row.waives_hearing, "version": row.version} if row else {"version": 0}
    form = StatementForm(filled(request), request.FILES or None, kind=kind, initial=stands)
    if request.method == "POST" and form.is_valid() and kept(request, sanction, kind, form):
        return redirect("portal_sanction", public_id) if request.POST.get("do") == "hand_in" else redirect(request.path)
    return statement_page(request, sanction, kind, row, form)


def statement_page(request, sanction, kind, row, form):
    actor = request.actor
    return render(request, "aftercare/sanction_statement.html", {
        "sanction": sanction, "kind": kind, "form": form, "statement": row, "closed": why_no_statement(sanction, kind, request.arrived_at),
        "files": queries.files_of(actor, sanction, row) if row else [], "evidence": evidence(actor, sanction),
        "may_hand_in": permissions.can_hand_in_statement(actor, sanction),
        "proposed": proposed_in_words(sanction), "decided": decision_in_words(sanction) if kind not in ("opinion", "urgent") else ""},
        status=UNPROCESSABLE if form.is_bound and form.errors else 200)


def kept(request, sanction, kind, form):
    """Whether it was kept, and handed in if that was asked; a refusal stands in the form, with what was typed."""
    is_in = request.POST.get("do") == "hand_in"
    try:
        keep(request, sanction, kind, form, is_in)
    except Refused as refusal:
        refused_in(form, refusal)
        return False
    messages.success(request, _("It is handed in.") if is_in else _("It is kept. Only your organisation reads it."))
    return True


def keep(request, sanction, kind, form, is_in):
    said, how = form.cleaned_data, {"actor": request.actor, "arrived_at": request.arrived_at}
    row = workflow.save_statement(sanction, kind, text=said["text"], base_version=said["version"], upload=said["file"],
                                  waives_hearing=said.get("waives_hearing", False), **how)
    form.data = {**form.data.dict(), "version": row.row.version}        # after a conflict these words may take the others' place, knowingly
    if row.conflict:
        raise Refused(_("Somebody of your organisation wrote meanwhile. Their words stand below yours: copy what you need, and save."))
    if is_in:
        workflow.hand_in_statement(sanction, kind, base_version=row.row.version, **how)


@require_POST
@signed_in
def remove_file(request, public_id):
    row = find_or_404(SanctionFile, request.actor, public_id=public_id, statement__isnull=False)
    own(request, row.sanction.public_id)
    said = workflow.remove_statement_file(row, actor=request.actor, arrived_at=request.arrived_at)
    return redirect(PAGES[said.kind], row.sanction.public_id)


@require_POST
@signed_in
def withdraw(request, public_id):
    sanction = own(request, public_id)
    appeal = queries.appeal_against(request.actor, sanction)
    if appeal is None:
        raise Http404
    workflow.withdraw_sanction_appeal(appeal, actor=request.actor)
    messages.success(request, _("The appeal is withdrawn. The decision stands."))
    return redirect("portal_sanction", public_id)


@signed_in
def sanction_file(request, public_id):
    """For its provider's people, staff, and who handles it; the latter two are noted."""
    row = find_or_404(SanctionFile, request.actor, public_id=public_id)
    sanction, is_own = row.sanction, role_in(request.actor, row.sanction.provider) is not None
    if not is_own:
        note_access(request, sanction, "sanction.file", kind=kind_of_access(request))
    page = "portal_sanction" if is_own else "desk_sanction" if request.actor.reads_cases else "handle_sanction"
    return hand_out(request, row.file, row.name, to_giver=is_own and row.statement_id is not None,
                    back=(reverse(page, args=[sanction.public_id]), str(sanction)))


@signed_in
def sanction_letter(request, public_id):
    """The signed bytes; until they are made there is none."""
    sanction = queries.sanction_of_letter(request.actor, public_id)
    letter = queries.letter_of_sanction(sanction, public_id) if sanction else None
    if letter is None or letter.file is None:
        raise Http404
    return serve(letter.file, f"{letter.number}.pdf")


@staff(*HANDLE)
def declaration(request, public_id):
    """Before anything opens, or later."""
    asked = find_or_404(Declaration, request.actor, public_id=public_id, user=request.actor.user, subject_type__in=(DECISION, ANSWERING))
    form = (DeclarationForm if asked.answered_at is None or "answer" in request.POST else InterestForm)(filled(request))
    place = queries.place_declared(request.actor, asked)
    ahead = reverse("handle_sanction", args=[place.sanction.public_id]) if place else onward(request.actor, asked)
    if request.method == "POST" and form.is_valid() and declared(request, asked, form, workflow.declare_for_sanction):
        return redirect(request.path if form.facts()["has_interest"] else ahead)
    return render(request, "evaluations/assess/declaration.html", {"declaration": asked, "form": form, "onward": ahead})


@staff(*HANDLE)
def handle(request, public_id):
    """A post hands in one's opinion, or, by who leads, the proposal."""
    place = handling(request, public_id)
    if place.declaration:
        return redirect("sanction_declaration", place.declaration.public_id)
    options = [(one.value, one.label) for one in choices_for(place.row)]
    form = (ProposalForm if place.proposes else OpinionForm)(filled(request), choices=options)
    if carried_out(request, form, lambda said: given(place, said, request.actor), _("Thank you. It is handed in.")):
        return redirect("handle_sanction", public_id)
    return render(request, "aftercare/handle_sanction.html", {
        "place": place, "sanction": place.sanction, "form": form if place.waits_for_me else None, **place.shown(request.actor)},
        status=UNPROCESSABLE if form.is_bound and form.errors else 200)


def given(place, said, actor):
    if place.proposes:
        return workflow.propose(place.row, **said, actor=actor)
    return workflow.give_opinion(place.handler, **said, actor=actor)
