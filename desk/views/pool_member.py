"""One assessor of the pool at the desk: what officers keep of them, and what they have done."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from core import clock
from core.access_log import note_access
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from desk.pages import desk_page
from desk.views.case import READERS, WORKERS
from evaluations.queries import cases_of_assessor, work_of
from panels import queries, workflow
from panels.fitness import hindrances, remarks
from panels.forms import AbsenceForm, EmployerForm, EndEmployerForm, FieldsForm, LimitsForm, QualificationForm, TieForm
from panels.models import Absence, Employment, PoolMember, Qualification
from panels.permissions import can_keep_pool

CASES_SHOWN = 20


@staff(*READERS)
def pool_member(request, public_id):
    return member_page(request, found_member(request, public_id))


@require_POST
@staff(*WORKERS)
def pool_fields(request, public_id):
    member = found_member(request, public_id)
    form = FieldsForm(request.POST, member=member, province=request.agency.province_id)
    return kept(request, member, form, lambda said: workflow.choose_fields(
        member, list(said["service_types"]), list(said["districts"]), actor=request.actor), _("Services and districts are noted."))


@require_POST
@staff(*WORKERS)
def pool_limits(request, public_id):
    member = found_member(request, public_id)
    return kept(request, member, LimitsForm(request.POST, member=member),
                lambda said: workflow.choose_limits(member, **said, actor=request.actor), _("What they take on is noted."))


@require_POST
@staff(*WORKERS)
def pool_employer(request, public_id):
    member = found_member(request, public_id)
    return kept(request, member, EmployerForm(request.POST), lambda said: workflow.add_employer(member, **said, actor=request.actor),
                _("The employer is noted."))


@require_POST
@staff(*WORKERS)
def end_employer(request, public_id):
    employment = find_or_404(Employment, request.actor, public_id=public_id)
    return kept(request, found_member(request, employment.member.public_id), EndEmployerForm(request.POST, employment=employment),
                lambda said: workflow.end_employer(employment, **said, actor=request.actor),
                _("The end is noted. For three years it stays a reason to ask."))


@require_POST
@staff(*WORKERS)
def pool_qualification(request, public_id):
    member = found_member(request, public_id)
    return kept(request, member, QualificationForm(request.POST), lambda said: workflow.add_qualification(
        member, **said, actor=request.actor), _("The qualification is noted."))


@require_POST
@staff(*WORKERS)
def remove_qualification(request, public_id):
    qualification = find_or_404(Qualification, request.actor, public_id=public_id)
    workflow.remove_qualification(qualification, actor=request.actor)
    messages.success(request, _("The qualification is removed."))
    return redirect("desk_pool_member", qualification.member.public_id)


@require_POST
@staff(*WORKERS)
def pool_absence(request, public_id):
    member = found_member(request, public_id)
    return kept(request, member, AbsenceForm(request.POST), lambda said: workflow.add_absence(member, **said, actor=request.actor),
                _("The days away are noted."))


@require_POST
@staff(*WORKERS)
def remove_absence(request, public_id):
    absence = find_or_404(Absence, request.actor, public_id=public_id)
    workflow.remove_absence(absence, actor=request.actor)
    messages.success(request, _("These days are free again."))
    return redirect("desk_pool_member", absence.member.public_id)


@require_POST
@staff(*WORKERS)
def pool_tie(request, public_id):
    member = found_member(request, public_id)
    return kept(request, member, TieForm(request.POST), lambda said: workflow.note_tie(member, **said, actor=request.actor),
                _("The tie is noted, and is compared with every applicant."))


def found_member(request, public_id):
    """The entry behind the door, and the note that somebody's data were read."""
    members = queries.with_fitness(PoolMember.objects.visible_to(request.actor)).select_related("user__person")
    member = members.filter(public_id=public_id).first() or find_or_404(PoolMember, request.actor, public_id=public_id)
    note_access(request, member, "pool.read" if request.method == "GET" else "pool.work")
    return member


def kept(request, member, form, work, sentence):
    """What was typed is kept, or comes back with what is wrong beside it."""
    if carried_out(request, form, work, sentence):
        return redirect("desk_pool_member", member.public_id)
    return member_page(request, member, form)


def member_page(request, member, form=None):
    facts, actor, today = queries.facts_of(member), request.actor, clock.today()
    may_keep = can_keep_pool(actor) and member.left_at is None
    forms = forms_of(request, member, facts["employments"], form) if may_keep else {}
    return desk_page(request, "desk/pool_member.html", facts | {
        "member": member, "forms": forms, "may_keep": may_keep, "today": today, "removes": may_keep, "ends_at": "desk_end_employer",
        "removes_at": "desk_remove_absence" if may_keep else "", "ties": queries.ties_of(actor, member.user),
        "employments": [(one, forms.get(f"end-{one.public_id}")) for one in facts["employments"]],
        "work": work_of(actor, [member.user])[member.user_id], "cases": cases_of_assessor(actor, member.user)[:CASES_SHOWN],
        "forbidden": hindrances(member, today), "remarks": remarks(member)})


def forms_of(request, member, employments, corrected):
    """{prefix: form}: empty, as kept after an expired session, or with something to correct."""
    typed = filled(request) if corrected is None else None
    forms = [FieldsForm(None, member=member, province=request.agency.province_id), LimitsForm(None, member=member), EmployerForm(typed),
             QualificationForm(typed), AbsenceForm(typed), TieForm(typed),
             *(EndEmployerForm(employment=one) for one in employments if one.to_on is None)]
    offered = {form.prefix: form for form in forms}
    return offered | ({corrected.prefix: corrected} if corrected is not None else {})
