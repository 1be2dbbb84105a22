"""A provider's change reports in the portal: which there are, one begun, written and handed in, its answer."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import signed_in
from aftercare import permissions, queries, workflow
from aftercare.changes import ChangeKind
from aftercare.forms.change import ObjectionForm
from aftercare.models import ChangeFile, ChangeReport
from aftercare.queries.change import certificates_touched
from aftercare.views.change_page import change_page, keep_and_go_on
from certification.queries.printed import living_certificates, printed_otherwise
from core.access_log import note_access
from core.errors import Refused
from core.tenancy import find_or_404
from core.viewing import hand_out, kind_of_access
from evaluations.views.portal_files import paper
from providers.models import Provider
from providers.permissions import role_in
from providers.queries import my_providers


def found(request, public_id):
    report = find_or_404(ChangeReport, request.actor, public_id=public_id)
    if request.actor.is_staff and role_in(request.actor, report.provider) is None:
        note_access(request, report.provider, "change.read")
    return report


@signed_in
def changes(request):
    """One's reports, what is to be confirmed, what differs, and what can be reported."""
    actor = request.actor
    holders = [(one, list(living_certificates(one))) for one in my_providers(actor)]
    return render(request, "aftercare/changes.html", {
        "reports": list(queries.own_reports(actor)), "naming": list(queries.reports_naming(actor)), "kinds": ChangeKind.choices,
        "holders": [(one, rows, printed_otherwise(one) if rows else []) for one, rows in holders if rows],
        "has_provider": bool(holders)})


@signed_in
def new_change(request, public_id):
    """Which certificates a kind touches, and where it is begun. The address says the kind; a site is chosen."""
    provider = find_or_404(Provider, request.actor, public_id=public_id)
    kind = request.POST.get("kind") or request.GET.get("kind", "")
    if kind not in ChangeKind or not permissions.can_write_change(request.actor, provider):
        raise Http404
    sites, site = sites_chosen(request, provider)
    if request.method == "POST":
        try:
            return redirect("portal_change", workflow.start_change(provider, kind, site=site, actor=request.actor).public_id)
        except Refused as refusal:
            messages.warning(request, str(refusal))
    return render(request, "aftercare/change_new.html", {
        "provider": provider, "kind": ChangeKind(kind), "sites": sites, "site": site,
        "certificates": certificates_touched(provider, kind, site) or list(living_certificates(provider))})


def sites_chosen(request, provider):
    """(the sites of its certificates, the one that was chosen or None)"""
    sites = list(dict.fromkeys(one.offering.site for one in living_certificates(provider) if one.offering))
    wanted = request.POST.get("site") or request.GET.get("site", "")
    return sites, next((one for one in sites if str(one.public_id) == wanted), None)


@signed_in
def change(request, public_id):
    """A draft as its form; handed in, what stands and what was answered. Every button of the form saves first."""
    report = found(request, public_id)
    if request.method == "POST":
        return keep_and_go_on(request, report)
    return change_page(request, report)


@require_POST
@signed_in
def withdraw_change(request, public_id):
    workflow.withdraw_change(found(request, public_id), actor=request.actor)
    messages.success(request, _("It is withdrawn. The certificate stays as it is."))
    return redirect("portal_changes")


@require_POST
@signed_in
def answer_noticed(request, public_id):
    report, form = found(request, public_id), ObjectionForm(request.POST)
    if not form.is_valid():
        return change_page(request, report, objecting=form)
    workflow.answer_noticed(report, objection=form.cleaned_data["objection"], actor=request.actor)
    messages.success(request, _("The agency has your answer."))
    return redirect("portal_change", public_id)


@require_POST
@signed_in
def confirm_succession(request, public_id):
    workflow.confirm_succession(found(request, public_id), actor=request.actor)
    messages.success(request, _("You have confirmed that you follow this organisation. The agency decides about the certificates."))
    return redirect("portal_change", public_id)


@signed_in
def change_file(request, public_id):
    """For the provider's people and for staff; the latter are noted."""
    kept = find_or_404(ChangeFile, request.actor, public_id=public_id)
    is_giver = role_in(request.actor, kept.report.provider) is not None
    if not is_giver:
        note_access(request, kept.report.provider, "change.file", kind=kind_of_access(request))
    page = "portal_change" if is_giver else "desk_change"
    return hand_out(request, kept.file, kept.name, to_giver=is_giver, back=(reverse(page, args=[kept.report.public_id]), str(kept.report)))


@signed_in
def change_receipt(request, public_id):
    return own_paper(found(request, public_id), "receipt", _("receipt-of-change-%(number)s.pdf"), request)


@signed_in
def change_letter(request, public_id):
    return own_paper(found(request, public_id), "letter", _("answer-to-change-%(number)s.pdf"), request)


def own_paper(report, which, name, request):
    """Not for the successor: it is the provider's."""
    letter = getattr(report, which)
    if letter is None or not (request.actor.reads_cases or role_in(request.actor, report.provider)):
        raise Http404
    return paper(queries.in_language(letter, get_language()), name % {"number": report.number})
