"""Completion decided by hand, a certificate issued again, and a certificate checked by number and name."""
from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import HouseForm
from training.models import Completion


class DecisionForm(HouseForm):
    prefix = "decision"
    outcome = forms.ChoiceField(label=_("Result"), choices=Completion.Outcome.choices, widget=forms.RadioSelect)
    reason = forms.CharField(label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
                             help_text=_("The participant reads it. It stays with the completion, with your name."))
    case_number = forms.CharField(label=_("Number of the case in which they practised"), max_length=40, required=False,
                                  help_text=_("For a practice in an evaluation that counts for this course; otherwise leave it empty."))


class ReissueForm(HouseForm):
    prefix = "reissue"
    reason = forms.CharField(label=_("Why it is issued again"), max_length=300, required=False)


class CheckForm(HouseForm):
    number = forms.CharField(label=_("Number of the certificate"), max_length=40,
                             help_text=_("As it stands at the top, for example 제2026-교육-0123호."))
    name = forms.CharField(label=_("Name of the person"), max_length=60, help_text=_("As it stands on the certificate."))
