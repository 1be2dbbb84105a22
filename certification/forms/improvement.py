"""Proposing an improvement of an indicator, and answering it."""
from django import forms
from django.utils.translation import gettext_lazy as _

from certification.models import ImprovementProposal
from core.forms import HouseForm

Outcome = ImprovementProposal.Outcome


class ImprovementForm(HouseForm):
    reason = forms.CharField(label=_("What should become better"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))


class ImprovementAnswerForm(HouseForm):
    outcome = forms.ChoiceField(label=_("Answer"), choices=[(one, one.label) for one in (Outcome.TAKEN, Outcome.REJECTED)],
                                widget=forms.RadioSelect)
    answer = forms.CharField(label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))
