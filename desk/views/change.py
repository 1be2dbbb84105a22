"""Change reports at the desk: the list, one with before and after, what is asked, proposed, decided; one entered for a provider."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import fresh, staff
from aftercare import queries, workflow
from aftercare.changes import ChangeKind
from aftercare.forms.change import AcceptForm, EnterForm, ProposeForm, ReasonForm, SuccessorPaperForm
from aftercare.models import ChangedCertificate, ChangeReport
from aftercare.queries.change import LISTS
from certification.queries.printed import living_certificates
from core.access_log import note_access
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from desk.changes import everything_of_change
from desk.pages import desk_page
from desk.views.case import READERS, WORKERS
from providers.models import Provider

PAGE = 50


@staff(*READERS)
def changes(request):
    which, kind, words = (request.GET.get(name, "") for name in ("which", "kind", "q"))
    which = which if which in LISTS else ""
    page = Paginator(queries.changes_found(request.actor, which=which, kind=kind, words=words), PAGE).get_page(request.GET.get("page"))
    return desk_page(request, "desk/changes.html", {
        "page": page, "which": which, "kind": kind, "words": words, "counts": queries.change_counts(request.actor),
        "kinds": ChangeKind.choices})


def found(request, public_id):
    """The report behind the door, and the note that its people's data were read. A draft is the provider's."""
    report = find_or_404(ChangeReport, request.actor, public_id=public_id, arrived_at__isnull=False)
    note_access(request, report.provider, "change.read" if request.method == "GET" else "change.decide")
    return report


@staff(*READERS)
def change(request, public_id):
    return change_page(request, found(request, public_id))


def change_page(request, report, **corrected):
    return desk_page(request, "desk/change.html", everything_of_change(request, report, **corrected))


def done(request, public_id, name, form, work, sentence):
    """One deed: what is wrong stands beside its question, and what was typed stays. `work` takes the report and what was said."""
    report = found(request, public_id)
    if carried_out(request, form, lambda said: work(report, said), sentence, beside_only=True):
        return redirect("desk_change", public_id)
    return change_page(request, report, **{name: form})


@require_POST
@staff(*WORKERS)
def ask_back(request, public_id):
    return done(request, public_id, "ask", ReasonForm(request.POST, prefix="ask"),
                lambda report, said: workflow.ask_back(report, **said, actor=request.actor), _("The provider is asked, and the days run."))


@require_POST
@staff(*WORKERS)
def propose_decision(request, public_id):
    form = ProposeForm(request.POST, kind=found(request, public_id).kind)
    return done(request, public_id, "propose", form,
                lambda report, _said: workflow.propose_decision(report, **form.facts(), actor=request.actor),
                _("It is proposed and waits for the manager."))


@require_POST
@staff(*WORKERS)
def send_back_proposal(request, public_id):
    return done(request, public_id, "back", ReasonForm(request.POST, prefix="back"),
                lambda report, said: workflow.send_back_proposal(report, **said, actor=request.actor),
                _("It is sent back to the officers."))


@require_POST
@fresh
@staff(*WORKERS)
def accept_change(request, public_id):
    return done(request, public_id, "accept", AcceptForm(request.POST),
                lambda report, said: workflow.accept_change(report, **said, actor=request.actor),
                _("It is accepted, and what follows is done. The provider is being told."))


@require_POST
@fresh
@staff(*WORKERS)
def refuse_change(request, public_id):
    return done(request, public_id, "refuse", ReasonForm(request.POST, prefix="refuse"),
                lambda report, said: workflow.refuse_change(report, **said, actor=request.actor),
                _("It is not accepted, and the provider is being told why."))


@require_POST
@staff(*WORKERS)
def note_successor(request, public_id):
    return done(request, public_id, "paper", SuccessorPaperForm(request.POST, request.FILES),
                lambda report, said: workflow.note_paper_of_successor(report, **said, actor=request.actor),
                _("The successor's confirmation is kept."))


@require_POST
@staff(*WORKERS)
def correct_after(request, public_id):
    row = find_or_404(ChangedCertificate, request.actor, public_id=public_id)
    report = found(request, row.report.public_id)
    workflow.correct_after(row, actor=request.actor)
    messages.success(request, _("The correction is drafted and waits for the manager."))
    return redirect("desk_change", report.public_id)


@staff(*WORKERS)
def enter_change(request, public_id):
    """First the kind and the site, by get; then what came on paper or was noticed."""
    provider = find_or_404(Provider, request.actor, public_id=public_id)
    note_access(request, provider, "change.enter")
    kind, certificates = request.GET.get("kind", ""), list(living_certificates(provider))
    sites = list(dict.fromkeys(one.offering.site for one in certificates if one.offering))
    site = next((one for one in sites if str(one.public_id) == request.GET.get("site")), None)
    form = EnterForm(filled(request), request.FILES or None, kind=kind, agency=request.agency) if kind in ChangeKind else None
    made = form and carried_out(request, form, lambda _said: workflow.enter_change(
        provider, kind, site=site, **form.facts(), actor=request.actor), _("It is entered, and the provider is being told."))
    if made:
        return redirect("desk_change", made.public_id)
    return desk_page(request, "desk/change_enter.html", {
        "provider": provider, "form": form, "kind": kind, "kinds": ChangeKind.choices, "sites": sites, "site": site,
        "certificates": certificates})
