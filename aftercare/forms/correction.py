"""What is typed about a corrective action: the provider's words, the agency's answer, what the check of its effect found."""
from django import forms
from django.utils.translation import gettext_lazy as _

from aftercare.forms.change import ReasonForm
from aftercare.forms.inspection import long_text, one_ending
from aftercare.models import CorrectiveAction
from core.forms import DayField, HouseForm

EFFECTS = [one for one in CorrectiveAction.Outcome.choices if one[0] in ("effective", "again", "sanction")]


class CorrectionForm(HouseForm):
    """A draft demands nothing: everything may be empty."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    cause = long_text(_("Cause: why did it come to this?"), 5)
    plan = long_text(_("What do you do about it?"), 6, _("What has been done already, what is still to be done, and who does it."))
    done_on = DayField(label=_("Carried out by"), required=False, help_text=_("The day by which all of it is done."))

    def clean_cause(self):
        return one_ending(self.cleaned_data["cause"])

    def clean_plan(self):
        return one_ending(self.cleaned_data["plan"])


class AnswerCorrectionForm(HouseForm):
    prefix = "answer"
    is_accepted = forms.TypedChoiceField(label=_("What you answer"), widget=forms.RadioSelect, choices=[
        ("accept", _("Accept the corrective action")), ("return", _("Return it to be completed"))],
        coerce=lambda said: said == "accept")
    reason = forms.CharField(label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
                             help_text=_("The provider reads this as it stands."))
    check_on = DayField(label=_("If accepted: effect checked from"), required=False,
                        help_text=_("A day after it has been carried out. The desk is reminded of it."))


class EffectForm(HouseForm):
    prefix = "effect"
    outcome = forms.ChoiceField(label=_("What the check found"), widget=forms.RadioSelect, choices=EFFECTS)
    reason = forms.CharField(label=_("What was looked at, and what it showed"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
                             help_text=_("The provider reads this as it stands."))


class DropForm(ReasonForm):
    prefix = "drop"


class ReturnInspectionForm(ReasonForm):
    prefix = "return"
    to_on = DayField(label=_("New last day"), required=False, help_text=_("May stay empty as long as the last day has not passed."))


class SeenForm(HouseForm):
    prefix = "seen"
    note = forms.CharField(label=_("Note of the agency"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2}),
                           help_text=_("May stay empty. The provider does not read it."))
