"""A request for project support, the decision on it, the report of what was done, and what became of it."""
from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.forms.activity import FindForm, persons, won
from agencies.models import SupportRequest
from agencies.support_stages import SupportStage
from agencies.workflow.support import FACTS
from core.forms import DayField, HouseForm, UploadField

DECISION = ("outcome", "granted", "help_words", "reason", "due_on")
REPORT = ("text", "reach", "used", "explanation")


def lines(label, rows, most, hint="", required=False):
    """What is missing the workflow says beside it."""
    return forms.CharField(label=label, required=required, max_length=most, help_text=hint, widget=forms.Textarea(attrs={"rows": rows}))


class FindSupportForm(FindForm):
    stage = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("All")), *SupportStage.choices])


class SupportForm(HouseForm):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label=_("Title of the project"), max_length=120)
    kind = forms.ChoiceField(label=_("Support asked for"), choices=SupportRequest.Kind.choices, widget=forms.RadioSelect)
    amount = won(_("Amount asked for, in won"), help_text=_("Only where money is asked for."))
    from_on = DayField(label=_("First day"))
    until_on = DayField(label=_("Last day"))
    purpose = lines(_("Purpose"), 4, 2000, _("What is to be better afterwards, and for whom."), required=True)
    plan = lines(_("Plan"), 8, 4000, _("Steps, people, and what each part costs."), required=True)

    def __init__(self, *args, row=None, **kwargs):
        stands = {name: getattr(row, name) for name in ("version", *FACTS)} if row else None
        super().__init__(*args, initial=stands, **kwargs)

    def facts(self):
        return {name: self.cleaned_data[name] for name in FACTS}


class PaperForm(HouseForm):
    file = UploadField(label=_("Paper"))


class VersionForm(HouseForm):
    """What the page showed."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class DecisionForm(HouseForm):
    outcome = forms.ChoiceField(label=_("Decision on the request"), choices=SupportRequest.Outcome.choices, widget=forms.RadioSelect)
    granted = won(_("Amount granted, in won"), help_text=_("Where it is granted in part."))
    help_words = lines(_("Help that is given"), 3, 2000, _("The agency reads it."))
    reason = lines(_("Reasons of the decision"), 3, 2000, _("The agency reads it."))
    due_on = DayField(label=_("Report wanted by"), required=False, help_text=_("Usually thirty days after the project ends."))

    def __init__(self, *args, row, decision=None, **kwargs):
        stands = {name: getattr(decision, name) for name in DECISION} if decision else None
        super().__init__(*args, initial=stands, **kwargs)
        if row.kind != SupportRequest.Kind.AMOUNT:
            del self.fields["granted"]

    def facts(self):
        return {"granted": None} | {name: self.cleaned_data[name] for name in self.fields}


class ApproveSupportForm(HouseForm):
    seen = forms.CharField(widget=forms.HiddenInput)
    has_read = forms.BooleanField(label=_("I have read the request and the decision, and approve it."))


class ReportForm(HouseForm):
    version = forms.IntegerField(widget=forms.HiddenInput)
    text = lines(_("What was done"), 8, 4000, _("And what came of it."))
    reach = persons(_("Persons reached"))
    used = won(_("Amount used, in won"))
    explanation = lines(_("Why more was used than granted"), 3, 1000, _("Only where that is so."))
    file = UploadField(label=_("Paper"), required=False)

    def __init__(self, *args, row, report=None, **kwargs):
        stands = {name: getattr(report, name) for name in REPORT} if report else {}
        super().__init__(*args, initial={**stands, "version": report.version if report else 0}, **kwargs)
        if row.granted is None:
            for name in ("used", "explanation"):
                del self.fields[name]

    def facts(self):
        return {"used": None, "explanation": ""} | {name: self.cleaned_data[name] for name in REPORT if name in self.fields}


class AnswerReportForm(HouseForm):
    words = lines(_("Answer to the report"), 3, 2000, _("The agency reads it."))
    due_on = DayField(label=_("Report wanted again by"), required=False, help_text=_("Only where you ask again."))


class BecameForm(HouseForm):
    words = lines(_("What became of it"), 3, 2000, _("A year later, or whenever it is known."))
