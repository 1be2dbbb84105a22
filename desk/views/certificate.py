"""Certificates at the desk: the list, one with its history and documents, and what is decided about it."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from accounts.guards import fresh, staff
from accounts.models import Role
from aftercare import workflow as aftercare
from certification import shown, workflow
from certification.forms.certificate import ConfirmSurrenderForm, DeclineSurrenderForm
from certification.forms.certificate_list import WantedForm
from certification.models import Certificate, SurrenderRequest
from certification.queries.certificate_life import certificate_counts, certificates_found, surrenders_waiting
from core.access_log import note_access
from core.forms import carried_out
from core.models import AccessEntry
from core.tables import CSV, XLSX, write_csv
from core.tenancy import current_agency, find_or_404
from desk.certificates import DEEDS, LIST, everything_of_certificate, list_book, list_rows
from desk.pages import desk_page
from desk.views.case import READERS
from desk.views.edition_file import attached

PAGE = 50
CONFIRMERS = (Role.MANAGER, Role.DIRECTOR)
COLUMNS = (("number", gettext_lazy("Certificate number")), ("name", gettext_lazy("Organisation")), ("", gettext_lazy("Service")),
           ("from", gettext_lazy("From")), ("to", gettext_lazy("Last day")), ("", gettext_lazy("State")))


@staff(*READERS)
def certificates(request):
    form = WantedForm(request.GET)
    wanted, (counts, years, total) = form.wanted(), certificate_counts(request.actor)
    paginator = Paginator(certificates_found(request.actor, **wanted), PAGE)
    if not (wanted["words"] or wanted["year"] or wanted["service"]):
        paginator.count = counts.get(wanted["state"], 0) if wanted["state"] else total              # known already
    return desk_page(request, "desk/certificates.html", {
        "form": form, "page": paginator.get_page(request.GET.get("page")), "wanted": wanted, "years": years,
        "heads": heads(wanted["sort"]), "states": [(key, words, counts.get(key, 0)) for key, words in form.states],
        "waiting": list(surrenders_waiting(request.actor)[:PAGE])})


def heads(sort):
    """[(words, what a click sorts by or "", how it is sorted now)]"""
    now, way = sort.lstrip("-"), "descending" if sort.startswith("-") else "ascending"
    return [(words, (f"-{key}" if sort == key else key) if key else "", way if key and key == now else "") for key, words in COLUMNS]


@staff(*READERS)
def certificates_xlsx(request):
    """The list as it was narrowed."""
    return attached(list_book(listed(request), shown.word), XLSX, "certificates.xlsx")


@staff(*READERS)
def certificates_csv(request):
    return attached(write_csv([column.label for column in LIST], list_rows(listed(request), shown.word)), CSV, "certificates.csv")


def listed(request):
    note_access(request, current_agency(), "certificate.list", kind=AccessEntry.Kind.EXPORT)
    return certificates_found(request.actor, **WantedForm(request.GET).wanted())


def found(request, public_id):
    """The certificate behind the door, and the note that its holder's data were read."""
    certificate = find_or_404(Certificate, request.actor, public_id=public_id)
    note_access(request, certificate, "certificate.read" if request.method == "GET" else "certificate.decide")
    return certificate


@staff(*READERS)
def certificate(request, public_id):
    return certificate_page(request, found(request, public_id))


def certificate_page(request, certificate, form=None):
    """`form`: one that came back with something to correct."""
    context = everything_of_certificate(request, certificate, form)
    offered = [one for _deed, _why, one in context["deeds"]] + [context["confirm"], context["decline"]]
    if form is not None and not any(form is one for one in offered):        # it has moved on meanwhile: the form is gone
        for sentence in [words for several in form.errors.values() for words in several]:
            messages.error(request, sentence)
    return desk_page(request, "desk/certificate.html", context)


def decided(request, public_id, key, work, sentence):
    """One deed: what is wrong stands beside its question, and what was typed stays."""
    certificate = found(request, public_id)
    form = next(deed.form for deed in DEEDS if deed.key == key)(request.POST)
    if carried_out(request, form, lambda said: work(certificate, **said, actor=request.actor), sentence):
        return redirect("desk_certificate", public_id)
    return certificate_page(request, certificate, form)


@require_POST
@fresh
@staff(Role.DIRECTOR)
def reinstate_certificate(request, public_id):
    return decided(request, public_id, "reinstate", aftercare.lift_suspension, _("The suspension is lifted, and the provider is told."))


@require_POST
@fresh
@staff(Role.DIRECTOR)
def prolong_certificate(request, public_id):
    return decided(request, public_id, "prolong", workflow.prolong, _("It is prolonged, and the provider is told."))


@require_POST
@fresh
@staff(*CONFIRMERS)
def confirm_surrender(request, public_id):
    return answered(request, public_id, ConfirmSurrenderForm, aftercare.confirm_surrender, _("It is taken back, and the provider is told."))


@require_POST
@staff(*CONFIRMERS)
def decline_surrender(request, public_id):
    return answered(request, public_id, DeclineSurrenderForm, workflow.decline_surrender,
                    _("It is declined, and the provider is told why."))


def answered(request, public_id, kind, work, sentence):
    asked, form = find_or_404(SurrenderRequest, request.actor, public_id=public_id), kind(request.POST)
    certificate = found(request, asked.certificate.public_id)
    if carried_out(request, form, lambda said: work(asked, **said, actor=request.actor), sentence):
        return redirect("desk_certificate", certificate.public_id)
    return certificate_page(request, certificate, form)
