"""The page of one report in the portal: its form with its documents while it is written, and what is saved with each button."""
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from aftercare import permissions, queries, workflow
from aftercare.changes import last_day
from aftercare.forms.change import ChangeForm, ObjectionForm
from aftercare.models import ChangeReport
from aftercare.queries.change import certificates_touched, files_of, links_of
from aftercare.workflow.change import FILES
from aftercare.workflow.change_checks import facts_now
from aftercare.workflow.change_effects import follows_of
from core.errors import Refused
from core.forms import UploadField, refused_in
from correspondence.queries import closing_days
from evaluations.queries import own_evidence
from evaluations.views.drawer import chosen, for_each
from providers.permissions import role_in

UNPROCESSABLE, CONFLICT, OFFERED = 422, 409, 50


def form_of(request, report, data=None):
    initial = {**report.facts, "happened_on": report.happened_on, "until_on": report.until_on, "note": report.note,
               "version": report.version}
    return ChangeForm(data, initial=initial, kind=report.kind, agency=request.agency)


def change_page(request, report, form=None, status=200, **more):
    actor = request.actor
    is_own = role_in(actor, report.provider) is not None
    is_writable = report.is_writable and permissions.can_write_change(actor, report.provider)
    context = {
        "report": report, "is_own": is_own, "is_writable": is_writable,
        "may_hand_in": is_writable and permissions.can_hand_in_change(actor, report),
        "may_confirm": report.is_open and not report.successor_confirmed_at and permissions.can_confirm_succession(actor, report),
        "may_withdraw": is_own and report.stage in ("draft", "handed_in", "asked") and report.origin != "noticed"
        and permissions.can_write_change(actor, report.provider)}
    if is_writable:
        context |= writing(request, report, form)
    else:
        context |= standing(request, report, is_own)
    return render(request, "aftercare/change.html", context | more, status=status)


def writing(request, report, form):
    links = list(links_of(request.actor, report))
    library = own_evidence(request.actor).filter(provider=report.provider, replaced_at=None, removed_at=None)
    return {
        "form": form or form_of(request, report, getattr(request, "kept_form", None)), "links": links, "upload": UploadField(),
        "library": list(library.exclude(pk__in=[one.evidence_id for one in links])[:OFFERED]), "now": shown(report, facts_now(report)),
        "certificates": certificates_touched(report.provider, report.kind, report.site),
        "due": last_day(report.kind, report.happened_on, closing_days()) if report.happened_on else None}


def standing(request, report, is_own):
    """What was handed in; its papers only for its own people and staff."""
    actor = request.actor
    return {
        "rows": compared(report), "touched": list(queries.touched_by(actor, report)) if is_own or actor.reads_cases else [],
        "files": list(files_of(actor, report)), "what_follows": follows_of(report) if report.stage == "accepted" else (),
        "objecting": ObjectionForm() if is_own and report.waits_for_objection else None}


def shown(report, facts):
    """[(label, words)] of facts in the words of the form."""
    from_form = ChangeForm(kind=report.kind, agency=report.agency)
    words = []
    for name, field in from_form.fields.items():
        if name in facts:
            choices = dict(getattr(field, "choices", ()) or ())
            value = facts[name]
            words.append((field.label, choices.get(value, value)))
    return words


def compared(report):
    """[(label, before, after)]: what stood there when it was handed in, and what is reported."""
    before = dict(shown(report, report.before))
    return [(label, before.get(label, ""), after) for label, after in shown(report, report.facts)]


def keep_and_go_on(request, report):
    """Documents and words are kept; then, if that was the button, it is handed in. What is wrong stands beside its field."""
    form = form_of(request, report, request.POST)
    try:
        turned_away = change_documents(request, report)
        if not form.is_valid():
            return change_page(request, report, form, UNPROCESSABLE, turned_away=turned_away)
        kept = workflow.save_change(report, **form.facts(), base_version=form.cleaned_data["version"] or 0, actor=request.actor)
    except Refused as refusal:
        return refused_meanwhile(request, report, form, refusal)
    if kept.conflict:
        return saved_meanwhile(request, kept.row, form, turned_away)
    if request.POST.get("do") == "hand_in" and not turned_away:
        return hand_in(request, kept.row, form)
    return saved(request, kept.row, turned_away)


def refused_meanwhile(request, report, form, refusal):
    """Handed in meanwhile: what was typed stays to be read and copied."""
    messages.warning(request, str(refusal))
    typed = [(one.label, one.value()) for one in form.visible_fields() if one.value()]
    return change_page(request, ChangeReport.objects.visible_to(request.actor).get(pk=report.pk), status=CONFLICT, typed=typed)


def saved_meanwhile(request, report, form, turned_away):
    form.add_error(None, _("Somebody of your organisation saved this report meanwhile. What you typed is still here: compare it, "
                           "and save again."))
    at_version(form, report.version)
    return change_page(request, report, form, CONFLICT, turned_away=turned_away)


def at_version(form, version):
    """What was typed, to be saved upon this version."""
    form.data = form.data.copy()
    form.data["version"] = version


def saved(request, report, turned_away):
    if turned_away:
        return change_page(request, report, status=UNPROCESSABLE, turned_away=turned_away)
    messages.success(request, _("Saved. Nobody reads it before you hand it in."))
    return redirect("portal_change", report.public_id)


def hand_in(request, report, form):
    try:
        workflow.hand_in_change(report, actor=request.actor, arrived_at=request.arrived_at, declared="declared" in request.POST)
    except Refused as refusal:
        at_version(form, report.version)
        if refusal.field == "declared":
            return change_page(request, report, form, UNPROCESSABLE, undeclared=str(refusal))
        refused_in(form, refusal)
        return change_page(request, report, form, UNPROCESSABLE)
    messages.success(request, _("Your report has arrived. Its receipt is being made, and you are told the answer."))
    return redirect("portal_change", report.public_id)


def change_documents(request, report):
    """Uploads, choices of the library, removals. Returns [(name, sentence)] of what was not taken."""
    who = {"actor": request.actor, "arrived_at": request.arrived_at}
    refused = for_each(request.FILES.getlist("files"), lambda upload: FILES.attach_upload(report, upload, **who))
    library = own_evidence(request.actor).filter(provider=report.provider)
    refused += for_each(chosen(request, library, "document"), lambda one: FILES.attach_evidence(report, one, **who))
    for link in chosen(request, links_of(request.actor, report), "remove"):
        FILES.detach(link, **who)
    return refused
