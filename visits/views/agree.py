"""What each of the team judged, beside each other, and what they agree on."""
import uuid

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.guards import staff
from accounts.models import Role
from core.forms import filled
from visits import permissions, queries, workflow
from visits.forms import AgreeForm
from visits.models import AgreedFinding
from visits.stages import Stage
from visits.views.item import both, find_item, is_conflict, tried, version_seen, words_of


def beginning(agreed, findings):
    """What stands, else what all of them say: their judgement, and the reason where it is the same."""
    if agreed:
        return words_of(agreed)
    same = {name: {getattr(finding, name) for finding in findings} for name in ("judgement", "reason_code")}
    return {name: values.pop() for name, values in same.items() if len(values) == 1}


def agree_on(request, item, form):
    given = form.cleaned_data
    return workflow.agree_finding(item, operation_id=given["operation_id"], base_version=given["base_version"], **form.words(),
                                  actor=request.actor, arrived_at=request.arrived_at)


@staff(Role.ASSESSOR)
def agree(request, public_id):
    item, actor = find_item(request, public_id), request.actor
    agreed = AgreedFinding.objects.visible_to(actor).filter(item=item).first()
    findings, all_in = list(queries.findings_of(actor, item)), queries.judged_by_all(item)
    form = AgreeForm(filled(request), initial=beginning(agreed, findings if all_in else ()))
    answer = tried(form, lambda form: agree_on(request, item, form)) if request.method == "POST" else None
    if answer and not is_conflict(answer):
        messages.success(request, _("%(code)s is agreed.") % {"code": item.code})
        following = queries.next_to_agree(item.visit, item)
        return redirect("visit_agree", following.public_id) if following else redirect("visit", item.visit.public_id)
    return render(request, "visits/agree.html", {
        "item": item, "visit": item.visit, "form": form, "agreed": agreed, "all_in": all_in, **both(form, answer),
        **beside(request, item, findings), "operation_id": uuid.uuid4(), "base_version": version_seen(form, agreed, answer)})


def of(finding, rows):
    return [row for row in rows if row.author_id == finding.author_id]


def beside(request, item, findings):
    """Each member's words with their photos, and whether this is the lead during the visit. Before all are in, only how many."""
    photos, entries = list(queries.photos_of(request.actor, item)), list(queries.entries_of(request.actor, item))
    stands = queries.stands_at(item) if item.visit.has_ended else None
    return {"amendments": stands.amendments if stands else [],
            "sheets": [(finding, of(finding, photos), of(finding, entries)) for finding in findings],
            "coverage": next(one for one in queries.coverage_of(item.visit) if one.item.pk == item.pk),
            "may_agree": item.visit.stage == Stage.UNDERWAY and permissions.can_lead(request.actor, item.visit)}
