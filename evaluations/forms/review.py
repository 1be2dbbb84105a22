"""What assessors type about a case. Which judgement needs a reason the workflow says."""
from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import HouseForm
from evaluations.models.review import Judgement, Verdict

LONG = Judgement._meta.get_field("reason").max_length


class JudgementForm(HouseForm):
    """`base_version` says which text its writer had before the eyes; the page writes it in anew."""

    base_version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=1_000_000)
    verdict = forms.ChoiceField(label=_("Judgement"), choices=Verdict.choices, widget=forms.RadioSelect, required=False)
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 5}), max_length=LONG, required=False,
                             help_text=_("Needed for everything but “met”. Until you hand in, it may wait."))


class SettleForm(JudgementForm):
    verdict = forms.ChoiceField(label=_("The team's judgement"), choices=Verdict.choices, widget=forms.RadioSelect)
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 5}), max_length=LONG, required=False,
                             help_text=_("Needed where you differed, and for everything but “met”."))
