"""The page of a complaint put together: what was told, who has it, what may be done now, each with its form."""
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.models import Role
from aftercare import permissions, workflow
from aftercare.complaint_stages import ComplaintStage
from aftercare.forms import complaint_desk as forms
from aftercare.models import Complaint
from aftercare.queries import complaint as queries
from core import clock

Stage = ComplaintStage


@dataclass(frozen=True)
class Deed:
    form: Any
    work: Any
    sentence: Any


DEEDS = {
    "admit": Deed(forms.HandlersForm, workflow.admit_complaint, _("It is looked into. Those named are told.")),
    "aside": Deed(forms.AsideForm, workflow.set_complaint_aside, _("The answer stands under the reporter's code.")),
    "handlers": Deed(forms.HandlersForm, workflow.name_handlers_of_complaint, _("It is in other hands now. Those named are told.")),
    "ask_reporter": Deed(forms.AskReporterForm, workflow.ask_reporter, _("The question stands under the reporter's code.")),
    "ask_provider": Deed(forms.AskProviderForm, workflow.ask_provider, _("The provider is asked, and told by when.")),
    "extend": Deed(forms.ProlongForm, workflow.extend_complaint, _("The time is prolonged, and the reporter reads why.")),
    "visit": Deed(forms.VisitForm, workflow.demand_visit_for_complaint, _("The visit is added, and is listed among the duties.")),
    "answer": Deed(forms.AnswerForm, workflow.answer_complaint, _("The answer stands under the reporter's code.")),
    "reopen": Deed(forms.ButtonForm, workflow.reopen_complaint, _("It is looked into once more.")),
    "close": Deed(forms.ButtonForm, workflow.close_complaint, _("It is concluded.")),
}


def form_of(name, complaint, actor, posted=None):
    """The form of a deed with the choices that this complaint leaves."""
    more: dict[str, Any] = {}
    if name in ("admit", "handlers"):
        people = queries.may_be_named(complaint)
        managers = queries.may_be_named(complaint, Role.MANAGER)
        here = [one.pk for one in people]
        me = actor.user.pk if actor.user.pk in here else ""
        more = {"people": people, "managers": managers,
                "initial": {"officer": complaint.officer_id or me, "manager": complaint.manager_id or ""}}
    elif name == "aside":
        more = {"others": queries.others_like(actor, complaint)}
    elif name == "visit":
        more = {"initial": {"opens_on": clock.today()}}
    return DEEDS[name].form(posted, auto_id=f"{name}_%s", **more)


def deeds_now(actor, complaint):
    """The names of what this person may do with it as it stands; the workflow asks again."""
    triages, handles = permissions.can_triage(actor), permissions.can_handle_complaint(actor, complaint)
    now = []
    if complaint.stage == Stage.NEW and triages:
        now = ["admit", "aside"]
    elif complaint.stage == Stage.HANDLING and handles:
        now = ["answer", "ask_reporter"]
        now += ["ask_provider"] if complaint.provider_id else []
        now += ["visit"] if complaint.certificate_id else []
        now += [] if complaint.extended_at or complaint.deadline.is_over else ["extend"]
        now += ["aside"]
    elif complaint.stage == Stage.ANSWERED and handles:
        now = ["close", "reopen"]
    elif complaint.stage == Stage.ANSWERED and triages and complaint.officer_id is None:
        now = ["close"]
    if complaint.stage in (Stage.HANDLING, Stage.ANSWERED) and permissions.can_name_handlers(actor):
        now.append("handlers")
    return now


def everything_of_complaint(request, complaint, **corrected):
    """`corrected`: a form that came back with something to correct, under its deed's name."""
    actor = request.actor
    forms_now = {name: corrected.get(name) or form_of(name, complaint, actor) for name in deeds_now(actor, complaint)}
    forms_now |= {name: form for name, form in corrected.items() if name in DEEDS}
    return {
        "complaint": complaint, "said": list(complaint.said.select_related("by__person")), "files_count": queries.how_many_files(complaint),
        "inquiries": list(queries.inquiries_of(actor, complaint)), "follows": list(complaint.follows.all()), "forms": forms_now,
        "may_look": permissions.can_handle_complaint(actor, complaint), "look": corrected.get("look") or forms.LookForm(auto_id="look_%s"),
        "is_waiting_for_other": complaint.stage == Stage.HANDLING and not permissions.can_handle_complaint(actor, complaint)}


def complaints_today(actor):
    """What stands on the desk's first page: how many are new, mine and late; None for everybody else, and if there is nothing."""
    if not permissions.can_triage(actor):
        return None
    counts = queries.complaint_counts(actor)
    rows = list(queries.complaints_found(actor, "new")[:5]) + list(queries.complaints_found(actor, "mine").exclude(stage=Stage.NEW)[:5])
    return {"counts": counts, "rows": rows} if rows or counts["late"] else None


def columns():
    """[(code, label)] of the figures' columns."""
    return [("open", _("not answered yet")), *Complaint.Outcome.choices]


def figures(year):
    table, sums = queries.figures_of_year(year)
    rows = [(label, [table[code][column] for column, _label in columns()]) for code, label in Complaint.Category.choices]
    return rows, [sums[column] for column, _label in columns()]


