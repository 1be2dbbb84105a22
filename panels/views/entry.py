"""What an assessor reads of their own entry, and what they keep of it themselves."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from core import clock
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from panels import pledge, queries, workflow
from panels.fitness import hindrances, remarks
from panels.forms import AbsenceForm, EmployerForm, EndEmployerForm, LoadForm
from panels.models import Absence, Employment


def own_entry(request):
    """Who is not in the pool has no entry."""
    member = queries.my_entry(request.actor)
    if member is None:
        raise Http404
    return member


@staff(Role.ASSESSOR)
def entry(request):
    return entry_page(request, queries.my_entry(request.actor))


@require_POST
@staff(Role.ASSESSOR)
def employer(request):
    member, form = own_entry(request), EmployerForm(request.POST)
    if carried_out(request, form, lambda said: workflow.add_employer(member, **said, actor=request.actor), _("The employer is noted.")):
        return redirect("my_entry")
    return entry_page(request, member, form)


@require_POST
@staff(Role.ASSESSOR)
def employer_ended(request, public_id):
    member, employment = own_entry(request), find_or_404(Employment, request.actor, public_id=public_id, member__user=request.actor.user)
    form = EndEmployerForm(request.POST, employment=employment)
    if carried_out(request, form, lambda said: workflow.end_employer(employment, **said, actor=request.actor),
                   _("The end is noted. For three years it stays a reason to ask.")):
        return redirect("my_entry")
    return entry_page(request, member, form)


@require_POST
@staff(Role.ASSESSOR)
def absence(request):
    member, form = own_entry(request), AbsenceForm(request.POST)
    if carried_out(request, form, lambda said: workflow.add_absence(member, **said, actor=request.actor),
                   _("The agency sees that you are not available then.")):
        return redirect("my_entry")
    return entry_page(request, member, form)


@require_POST
@staff(Role.ASSESSOR)
def no_absence(request, public_id):
    workflow.remove_absence(find_or_404(Absence, request.actor, public_id=public_id, member__user=request.actor.user), actor=request.actor)
    messages.success(request, _("These days are free again."))
    return redirect("my_entry")


@require_POST
@staff(Role.ASSESSOR)
def load(request):
    member = own_entry(request)
    form = LoadForm(request.POST, member=member)
    if carried_out(request, form, lambda said: workflow.choose_load(member, **said, actor=request.actor),
                   _("The agency sees how many cases you take on.")):
        return redirect("my_entry")
    return entry_page(request, member, form)


@staff(Role.ASSESSOR)
def pledge_page(request):
    """This year's pledge: read, then signed."""
    member = own_entry(request)
    if request.method == "POST":
        workflow.sign_pledge(member, request.POST.get("version", ""), actor=request.actor)
        messages.success(request, _("Thank you. Your pledge is on record for a year."))
        return redirect("my_entry")
    return render(request, "panels/pledge.html", {
        "member": member, "text": pledge.Text(), "pledges": queries.facts_of(member)["pledges"],
        "holds": pledge.holds(member.signed_on, clock.today())})


def entry_page(request, member, form=None):
    """`form`: one that came back with something to correct."""
    if member is None:
        return render(request, "panels/entry.html", {"member": None})
    facts, typed = queries.facts_of(member), filled(request) if form is None else None
    offered = {"employer": EmployerForm(typed), "absence": AbsenceForm(typed), "load": LoadForm(typed, member=member)}
    ends = {one.pk: EndEmployerForm(employment=one) for one in facts["employments"] if one.to_on is None}
    offered |= {ending.prefix: ending for ending in ends.values()}
    if form is not None:
        offered[form.prefix] = form
    today = clock.today()
    return render(request, "panels/entry.html", facts | {
        "member": member, "forms": offered, "ends_at": "my_end_employer", "removes_at": "my_remove_absence", "today": today,
        "employments": [(one, offered.get(ends[one.pk].prefix) if one.pk in ends else None) for one in facts["employments"]],
        "holds": pledge.holds(member.signed_on, today), "notes": hindrances(member, today) + remarks(member)})
