"""“We use this too”: what an agency says about using another's case."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from agencies.case_permissions import can_publish_reuse, can_write_reuse
from agencies.forms.good_case import ReuseForm
from agencies.houses import agencies_only
from agencies.queries import good_case as queries
from agencies.workflow import case_reuse as workflow
from core.forms import carried_out, filled
from core.tenancy import found
from desk.pages import desk_page
from desk.views.case import READERS, WORKERS


@staff(*READERS)
@agencies_only
def case_uses(request):
    return desk_page(request, "desk/case_uses.html", {"rows": list(queries.own_uses(request.actor)[:200])})


@staff(*WORKERS)
@agencies_only
def begin_use(request, public_id):
    case, form = found(queries.good_cases(request.actor), public_id), ReuseForm(filled(request))
    made = carried_out(request, form, lambda _said: workflow.begin_reuse(case, **form.facts(), actor=request.actor),
                       _("It is written down. Others read it once your manager or director shows it."))
    if made:
        return redirect("case_use", made.public_id)
    return desk_page(request, "desk/case_use.html", {"case": case, "form": form, "use": None})


@staff(*READERS)
@agencies_only
def case_use(request, public_id):
    use, actor = found(queries.own_uses(request.actor), public_id), request.actor
    form = ReuseForm(filled(request), use=use)
    if carried_out(request, form, lambda said: workflow.write_reuse(use, **form.facts(), base_version=said["version"], actor=actor),
                   _("Saved.")):
        return redirect("case_use", public_id)
    return desk_page(request, "desk/case_use.html", {
        "case": use.case, "use": use, "form": form, "may_write": can_write_reuse(actor), "may_publish": can_publish_reuse(actor),
        "may_withdraw": can_publish_reuse(actor) or (use.published_at is None and can_write_reuse(actor))})


@require_POST
@staff(Role.MANAGER, Role.DIRECTOR)
@agencies_only
def publish_use(request, public_id):
    workflow.publish_reuse(found(queries.own_uses(request.actor), public_id), actor=request.actor)
    messages.success(request, _("It stands with the case now. Everybody reads it."))
    return redirect("case_use", public_id)


@require_POST
@staff(Role.OFFICER, Role.MANAGER, Role.DIRECTOR)
@agencies_only
def withdraw_use(request, public_id):
    workflow.withdraw_reuse(found(queries.own_uses(request.actor), public_id), actor=request.actor)
    messages.success(request, _("It is taken back. Nobody else reads it any more."))
    return redirect("case_uses")
