"""Providers at the desk: the list, one provider, and the decision about it."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from accounts import directory
from accounts.guards import staff
from accounts.models import Role
from aftercare.queries import reports_about
from core.access_log import note_access
from core.errors import Refused
from core.forms import filled, refused_in
from core.tenancy import find_or_404
from desk.forms import ClosingForm, OwnerForm, RefusalForm, SearchForm
from desk.pages import desk_page
from providers import permissions, queries, workflow
from providers.history import way_so_far
from providers.models import Provider
from providers.stages import Stage

READERS = (Role.OFFICER, Role.MANAGER, Role.DIRECTOR, Role.AUDITOR)
DECIDERS = (Role.OFFICER, Role.MANAGER)
PAGE = 50
COLUMNS = (("name", gettext_lazy("Name")), ("", gettext_lazy("Business number")), ("district", gettext_lazy("District")),
           ("stage", gettext_lazy("State")), ("registered", gettext_lazy("Registered on")), ("", gettext_lazy("Due")))


@staff(*READERS)
def providers(request):
    actor, form = request.actor, SearchForm(request.GET, districts=directory.districts_of(request.agency.province_id))
    wanted, counts = form.wanted(), queries.stage_counts(actor)
    paginator = Paginator(queries.providers_found(actor, **wanted), PAGE)
    if not (wanted["words"] or wanted["district"]):
        paginator.count = counts.get(wanted["stage"], 0) if wanted["stage"] else sum(counts.values())       # known already
    page = paginator.get_page(request.GET.get("page"))
    found = list(page.object_list)
    due = queries.confirmations_due(actor, found)
    return desk_page(request, "desk/providers.html", {
        "form": form, "page": page, "rows": [(row, due.get(row.pk)) for row in found], "wanted": wanted, "heads": heads(wanted["sort"]),
        "stages": [(stage, label, counts.get(stage, 0)) for stage, label in Stage.choices]},
        waiting=counts.get(Stage.REGISTERED, 0))


def heads(sort):
    """[(words, what a click sorts by or "", how it is sorted now)]: the first click on another column sorts upwards."""
    now = {"sort": sort.lstrip("-"), "way": "descending" if sort.startswith("-") else "ascending"}
    return [(words, (f"-{key}" if sort == key else key) if key else "", now["way"] if key and key == now["sort"] else "")
            for key, words in COLUMNS]


@staff(*READERS)
def provider(request, public_id):
    return provider_page(request, found_provider(request, public_id))


@require_POST
@staff(*DECIDERS)
def confirm(request, public_id):
    provider = found_provider(request, public_id)
    workflow.confirm_provider(provider, actor=request.actor)
    messages.success(request, _("The registration is confirmed, and the provider is being told."))
    return redirect("desk_provider", public_id)


@require_POST
@staff(*DECIDERS)
def refuse(request, public_id):
    return decided(request, found_provider(request, public_id), RefusalForm, workflow.refuse_provider,
                   _("The registration is refused, and the provider is being told why."))


@require_POST
@staff(*DECIDERS)
def close(request, public_id):
    return decided(request, found_provider(request, public_id), ClosingForm, workflow.close_provider,
                   _("The registration has ended, and the provider is being told why."))


def found_provider(request, public_id):
    """The provider behind the door, and the note that its people's data were read."""
    provider = find_or_404(Provider, request.actor, public_id=public_id)
    note_access(request, provider, "provider.read" if request.method == "GET" else "provider.decide")
    return provider


def decided(request, provider, form_class, work, sentence):
    """A decision with its reason; what is wrong stands beside the question, and the reason stays written."""
    form = form_class(request.POST)
    if form.is_valid():
        try:
            work(provider, actor=request.actor, reason=form.cleaned_data["reason"])
        except Refused as refusal:
            if refusal.field is None:
                raise                               # decided already: the form is gone, the sentence stands above the page
            refused_in(form, refusal)
        else:
            messages.success(request, sentence)
            return redirect("desk_provider", provider.public_id)
    return provider_page(request, provider, form)


def provider_page(request, provider, form=None):
    """`form`: a reason, or the owner's address, when it came back with something to correct."""
    actor, documents = request.actor, list(queries.documents_of(request.actor, provider))
    before, after = queries.successions_of(actor, provider)
    return desk_page(request, "desk/provider.html", {
        "provider": provider, "sites": queries.sites_of(actor, provider), "due": queries.confirmation_due(provider),
        "documents": [row for row in documents if not row.replaced_at], "earlier": [row for row in documents if row.replaced_at],
        "way": way_so_far(actor, provider), "similar": queries.similar_providers(actor, provider),
        "changes": list(reports_about(actor, provider=provider)), "before": before, "after": after,
        "may_decide": permissions.can_decide(actor, provider), **people_of(request, provider, form), **reason_forms(request, form)})


def people_of(request, provider, corrected):
    """Who acts for it, acted for it, asks to; and the form for its owner while there is none. `corrected`: if it came back."""
    actor = request.actor
    may_invite = provider.stage != Stage.CLOSED and permissions.can_invite_owner(actor, provider)
    return {
        "people": queries.members_of(actor, provider), "past": queries.past_members_of(actor, provider),
        "asked": queries.requests_to_join(actor, provider), "may_invite_owner": may_invite,
        "invitations": queries.open_invitations_of(actor, provider) if may_invite else [],
        "owner": corrected if isinstance(corrected, OwnerForm) else OwnerForm(initial={"language": "ko"}),
        "acts_by_proxy": permissions.acts_by_proxy(actor, provider), "may_enter": permissions.can_take_in(actor),
    }


def reason_forms(request, corrected):
    """Both forms of a decision: empty, as kept after an expired session, or with something to correct."""
    if not isinstance(corrected, (RefusalForm, ClosingForm)):
        typed = filled(request) or {}
        refusal, closing = (form(typed if f"{form.prefix}-reason" in typed else None) for form in (RefusalForm, ClosingForm))
        return {"refusal": refusal, "closing": closing}
    name = "refusal" if isinstance(corrected, RefusalForm) else "closing"
    return {"refusal": RefusalForm(), "closing": ClosingForm(), name: corrected}
