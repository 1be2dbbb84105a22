"""The way of a draft to everybody at the desk: the mapping, the preview, publishing, and the word to providers with who has read it."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from certification import permissions, queries, workflow
from certification.forms.edition import ConsultationForm, MappingForm, TellingForm
from certification.models import EarlyNotice
from certification.queries.edition import difference_of
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from desk.pages import desk_page
from desk.views.edition import DRAFTERS, PUBLISHERS, READERS, found_edition
from desk.workflow.edition import publish_edition as publish
from evaluations.queries import running_cases

PAGE = 50


@staff(*READERS)
def edition_mapping(request, public_id):
    """Readers read it, drafters correct it: `settle_mapping` asks who."""
    actor, version = request.actor, found_edition(request, public_id)
    mapping, form = list(queries.mapping_of(actor, version)), None
    if version.follows and not version.published_at and permissions.can_draft_framework(actor):
        form = mapping_form(request, version, mapping)
        if carried_out(request, form, lambda _said: workflow.settle_mapping(version, form.pairs(), actor=actor),
                       _("The mapping is kept. If an indicator comes or goes, look through it again.")):
            return redirect("desk_edition_preview", public_id)
    return desk_page(request, "desk/edition_mapping.html", {
        "version": version, "form": form, "mapping": mapping, "kinds": kinds_of(mapping),
        "dropped": [row.old for row in mapping if row.new is None]})


def mapping_form(request, version, mapping):
    before = {}
    for row in mapping:
        if row.old and row.new:
            before.setdefault(row.new_id, []).append(row.old.code)
    rows = [queries.rows_of(request.actor, one)["indicators"] for one in (version, version.follows)]
    return MappingForm(filled(request), indicators=rows[0], old=rows[1], before=before)


def kinds_of(mapping):
    """{new indicator's id: what the mapping says of it}."""
    return {row.new_id: row.get_kind_display() for row in mapping if row.new_id}


@require_POST
@staff(*DRAFTERS)
def propose_mapping(request, public_id):
    workflow.propose_mapping(found_edition(request, public_id), actor=request.actor)
    messages.success(request, _("The mapping is proposed from the edition in force. Please look through it."))
    return redirect("desk_edition_mapping", public_id)


@staff(*READERS)
def edition_preview(request, public_id):
    """What would be otherwise, for whom, and what is still in the way."""
    actor, version = request.actor, found_edition(request, public_id)
    rows = queries.rows_of(actor, version)
    affected = queries.affected_by(actor, version)
    return desk_page(request, "desk/edition_preview.html", {
        "version": version, "missing": [] if version.published_at else queries.missing_in(rows), "affected": affected,
        "editions": counted(actor, affected),
        "difference": difference_of(actor, version.follows, version) if version.follows else None,
        "needs_mapping": bool(version.follows and not version.mapped_at), "has_indicators": bool(rows["indicators"]),
        "may_publish": permissions.can_publish_framework(actor), "may_draft": permissions.can_draft_framework(actor)})


def counted(actor, affected):
    """[(edition, running cases, valid certificates)]; nothing is counted for whoever may not see cases."""
    if not actor.reads_cases:
        return [(edition, None, None) for edition in affected["editions"]]
    cases, certificates = running_cases(actor), affected["certificates"]
    return [(edition, cases.get(edition.pk, 0), certificates.get(edition.pk, 0)) for edition in affected["editions"]]


@require_POST
@staff(*PUBLISHERS)
def publish_edition(request, public_id):
    publish(found_edition(request, public_id), actor=request.actor)
    messages.success(request, _("The edition is published. Now tell the providers, so that they can prepare."))
    return redirect("desk_edition", public_id)


@staff(*PUBLISHERS)
def tell_providers(request, public_id):
    """Asked while it is a draft, told once it is published."""
    version = found_edition(request, public_id)
    kind, tell = (TellingForm, workflow.tell_providers) if version.published_at else (ConsultationForm, workflow.consult_providers)
    form = kind(filled(request))
    notice = carried_out(request, form, lambda said: tell(version, **said, actor=request.actor),
                         _("The message is on its way to all confirmed providers."))
    if notice:
        return redirect("desk_early_notice", notice.public_id)
    return desk_page(request, "desk/early_notice_form.html", {"version": version, "form": form})


@staff(*READERS)
def early_notice(request, public_id):
    """How many have read it, and who has not."""
    actor, notice = request.actor, find_or_404(EarlyNotice, request.actor, public_id=public_id)
    page = Paginator(queries.unread_members(actor, notice), PAGE).get_page(request.GET.get("page"))
    return desk_page(request, "desk/early_notice.html", {
        "notice": notice, "version": notice.version, "page": page, "counts": queries.told_counts(actor, notice),
        "may_remind": permissions.can_publish_framework(actor)})


@require_POST
@staff(*PUBLISHERS)
def remind_unread(request, public_id):
    workflow.remind_unread(find_or_404(EarlyNotice, request.actor, public_id=public_id), actor=request.actor)
    messages.success(request, _("Those who have not read it are being reminded."))
    return redirect("desk_early_notice", public_id)
