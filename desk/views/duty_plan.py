"""The plan of duties of the agency's frameworks, and what a line of it means for the certificates there are."""
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.guards import staff
from accounts.models import Role
from aftercare import workflow
from aftercare.forms.duty import USUAL, RuleForm, written
from aftercare.models import DutyKind, DutyRule
from aftercare.permissions import can_set_plan
from aftercare.queries.duty import rules_of
from aftercare.queries.duty_plan import indicator_codes, meaning_of, own_frameworks
from aftercare.queries.sanction_basis import in_words, kept_bases
from certification.models import Framework
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from desk.pages import desk_page
from desk.views.case import READERS


@staff(*READERS)
def plan(request):
    """Every framework with its lines; a kind without one can be given one."""
    frameworks = []
    for framework in own_frameworks(request.actor):
        rules = {rule.kind: rule for rule in rules_of(request.actor, framework)}
        lines = [(kind, rules.get(kind), meaning_of(request.actor, rules[kind]) if kind in rules else None) for kind in DutyKind]
        frameworks.append((framework, lines, in_words(kept_bases(framework))))
    return desk_page(request, "desk/duty_plan.html", {"frameworks": frameworks, "may_set": can_set_plan(request.actor)})


def kind_of(request):
    kind = request.GET.get("kind", DutyKind.SELF_INSPECTION)
    if kind not in DutyKind:
        raise Http404
    return kind


@staff(Role.MANAGER)
def rule(request, public_id):
    """A line of the kind in the address is looked at first, with what it means, and set then."""
    kind = kind_of(request)
    framework = find_or_404(Framework, request.actor, public_id=public_id, agency=request.agency)
    now = rules_of(request.actor, framework).filter(kind=kind).first()
    form = RuleForm(filled(request), kind=kind, codes=indicator_codes(request.actor, framework),
                    initial=written(now) if now else USUAL[DutyKind(kind)])
    only_looks = "look" in request.POST
    if not only_looks and carried_out(request, form, lambda said: workflow.set_rule(framework, kind, **said, actor=request.actor), _(
            "The plan is set. What it adds is planned within minutes; duties that are there stay as they are.")):
        return redirect("desk_duty_plan")
    looked = DutyRule(framework=framework, kind=kind, **form.cleaned_data) if only_looks and form.is_valid() else None
    return desk_page(request, "desk/duty_rule.html", {
        "framework": framework, "kind": DutyKind(kind), "rule": now, "form": form,
        "meaning": meaning_of(request.actor, looked) if looked else None})
