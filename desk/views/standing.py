"""What stands against a provider's application: dispositions that officers enter, bars that the manager sets."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from desk.cases import as_typed
from desk.pages import desk_page
from desk.views.provider import DECIDERS, READERS, found_provider
from providers import permissions, queries, workflow
from providers.forms import BarForm, DispositionForm, EndingForm
from providers.models import Bar, Disposition


@staff(*READERS)
def standing(request, public_id):
    return standing_page(request, found_provider(request, public_id))


@require_POST
@staff(*DECIDERS)
def add_disposition(request, public_id):
    provider = found_provider(request, public_id)
    return acted(request, provider, DispositionForm(request.POST),
                 lambda given: workflow.enter_disposition(provider, **given, actor=request.actor), _("The disposition is entered."))


@require_POST
@staff(*DECIDERS)
def withdraw_disposition(request, public_id):
    row = find_or_404(Disposition, request.actor, public_id=public_id)
    return acted(request, found_provider(request, row.provider.public_id), EndingForm(request.POST, row=row),
                 lambda given: workflow.withdraw_disposition(row, **given, actor=request.actor), _("The disposition no longer counts."))


@require_POST
@staff(Role.MANAGER)
def bar(request, public_id):
    provider = found_provider(request, public_id)
    return acted(request, provider, BarForm(request.POST),
                 lambda given: workflow.bar_provider(provider, **given, actor=request.actor), _("The provider is barred until that day."))


@require_POST
@staff(Role.MANAGER)
def lift_bar(request, public_id):
    row = find_or_404(Bar, request.actor, public_id=public_id)
    return acted(request, found_provider(request, row.provider.public_id), EndingForm(request.POST, row=row),
                 lambda given: workflow.lift_bar(row, **given, actor=request.actor), _("The bar is lifted."))


def acted(request, provider, form, work, sentence):
    if carried_out(request, form, work, sentence):
        return redirect("desk_standing", provider.public_id)
    return standing_page(request, provider, form)


def standing_page(request, provider, corrected=None):
    """`corrected`: the form that came back with something to correct."""
    actor, form = request.actor, offered(request, corrected)
    may_decide, may_bar = permissions.can_decide(actor, provider), permissions.can_bar(actor, provider)
    dispositions = [(row, form(EndingForm, row=row) if may_decide and not row.withdrawn_at else None)
                    for row in queries.dispositions_of(actor, provider)]
    bars = [(row, form(EndingForm, row=row) if may_bar and not row.lifted_at else None) for row in queries.bars_of(actor, provider)]
    adding = {"disposition": form(DispositionForm) if may_decide else None, "bar": form(BarForm) if may_bar else None}
    say_without_a_place(request, corrected, [one for _row, one in (*dispositions, *bars)] + list(adding.values()))
    return desk_page(request, "desk/standing.html", {"provider": provider, "dispositions": dispositions, "bars": bars, **adding})


def offered(request, corrected):
    """`form(Kind, **facts)`: the form that came back, or as it was kept after an expired session, or empty."""
    typed = filled(request) or {}
    return lambda kind, **facts: as_typed(kind(**facts), kind, facts, typed, corrected)


def say_without_a_place(request, corrected, forms):
    """Somebody else was faster and the form is gone: its sentence stands above the page."""
    if corrected is not None and not any(form is corrected for form in forms):
        for sentence in [words for several in corrected.errors.values() for words in several]:
            messages.error(request, sentence)

