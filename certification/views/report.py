"""Reporting something about a certificate: a page of its own, for whoever stands before the plaque, without an account."""
from django.shortcuts import redirect, render

from accounts.guards import public
from certification import workflow
from certification.forms.report import ReportForm
from certification.views.register import found_entry
from core.errors import Refused
from core.forms import filled, refused_in
from core.peers import peer
from core.public_pages import kept_page


@public
def register_report(request, number):
    """What is typed goes to the agency's staff; what the house does not allow stands in the form, which keeps it."""
    entry, is_open = found_entry(request, number), not request.agency.is_closed
    form = ReportForm(filled(request), peer=peer(request))
    if request.method == "POST" and is_open and form.is_valid() and reported(request, entry, form):
        return redirect("register_reported", number)
    return render(request, "certification/report.html", {"entry": entry, "form": form, "is_open": is_open})


def reported(request, entry, form):
    try:
        workflow.report_entry(entry, **form.facts(), actor=request.actor, arrived_at=request.arrived_at)
    except Refused as refusal:
        refused_in(form, refusal)
        return False
    return True


@public
@kept_page
def register_reported(request, number):
    return render(request, "certification/reported.html", {"entry": found_entry(request, number)})
