"""Editions of the criteria at the desk: which there are, one with everything that is missing, a new one, its labels and numbers."""
from collections import Counter

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from certification import permissions, queries, workflow
from certification.forms.edition import LabelsForm, NewEditionForm
from certification.models import FrameworkVersion
from core.forms import carried_out, filled
from core.tenancy import current_agency_id, find_or_404
from desk.pages import desk_page

READERS = (Role.OFFICER, Role.MANAGER, Role.DIRECTOR, Role.AUDITOR, Role.ADMIN)
DRAFTERS = (Role.OFFICER, Role.MANAGER, Role.ADMIN)
PUBLISHERS = (Role.MANAGER, Role.ADMIN)
PAGE = 30


@staff(*READERS)
def editions(request):
    page = Paginator(queries.editions_of(request.actor), PAGE).get_page(request.GET.get("page"))
    current = next((one.pk for one in queries.versions_of(request.actor)[:1]), None)
    return desk_page(request, "desk/editions.html", {
        "page": page, "current": current, "may_draft": permissions.can_draft_framework(request.actor)})


@staff(*DRAFTERS)
def new_edition(request):
    form = NewEditionForm(filled(request), actor=request.actor)
    version = carried_out(request, form, lambda said: workflow.copy_version(**said, actor=request.actor),
                          _("The draft begins as a copy. Nobody outside sees it yet."))
    if version:
        return redirect("desk_edition", version.public_id)
    return desk_page(request, "desk/edition_new.html", {"form": form})


@staff(*READERS)
def edition(request, public_id):
    """Areas, criteria and indicators in their order, each with what is missing in it."""
    actor, version = request.actor, found_edition(request, public_id)
    rows = queries.rows_of(actor, version)
    missing = [] if version.published_at else queries.missing_in(rows)
    is_draft = permissions.can_draft_framework(actor) and not version.published_at
    errata = queries.with_errata(queries.errata_of(actor, version) if version.published_at else [], every(rows))
    return desk_page(request, "desk/edition.html", {
        "version": version, "tree": tree(rows, missing), "missing": missing, "may_draft": is_draft,
        "errata": [row for row in errata if row.errata],
        "counts": {kind: len(several) for kind, several in rows.items()},
        "notices": told(actor, version), "improvements": 0 if version.published_at else queries.open_improvements(actor).count(),
        "may_publish": permissions.can_publish_framework(actor)})


def tree(rows, missing):
    """Nested as it is read; each row knows how many sentences there are about it."""
    about = Counter((row.kind, row.pk) for row, _sentence in missing)
    for row in every(rows):
        row.missing = about[row.kind, row.pk]
    return [(area, [(criterion, [leaf for leaf in rows["indicators"] if leaf.criterion_id == criterion.pk])
                    for criterion in rows["criteria"] if criterion.area_id == area.pk]) for area in rows["areas"]]


def every(rows):
    return [row for several in rows.values() for row in several]


def told(actor, version):
    """[(early notice, told, read)]."""
    notices = list(queries.early_notices_of(actor, version))
    counts = queries.read_counts(actor, notices) if notices else {}
    return [(notice, *counts.get(notice.pk, (0, 0))) for notice in notices]


@staff(*DRAFTERS)
def edition_labels(request, public_id):
    version = found_edition(request, public_id)
    form = LabelsForm(filled(request), actor=request.actor, instance=version)
    if carried_out(request, form, lambda said: workflow.change_labels(version, **said, actor=request.actor), _("The labels are changed.")):
        return redirect("desk_edition", public_id)
    return desk_page(request, "desk/edition_labels.html", {"form": form, "version": found_edition(request, public_id)})


@staff(*DRAFTERS)
def discard_edition(request, public_id):
    """Asked once more, with what goes with it."""
    version = found_edition(request, public_id)
    if request.method == "POST":
        workflow.discard_version(version, actor=request.actor)
        messages.success(request, _("The draft is discarded."))
        return redirect("desk_editions")
    if version.published_at:
        return redirect("desk_edition", public_id)
    counts = {kind: len(several) for kind, several in queries.rows_of(request.actor, version).items()}
    return desk_page(request, "desk/edition_discard.html", {"version": version, "counts": counts})


@require_POST
@staff(*DRAFTERS)
def renumber_edition(request, public_id):
    changed = workflow.renumber(found_edition(request, public_id), actor=request.actor)
    messages.success(request, ngettext("%(count)d code was changed.", "%(count)d codes were changed.", changed) % {"count": changed})
    return redirect("desk_edition", public_id)


def found_edition(request, public_id):
    """Published editions of other agencies are there to read, not here."""
    return find_or_404(FrameworkVersion, request.actor, public_id=public_id, agency=current_agency_id())
