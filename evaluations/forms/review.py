"""What assessors type about a case. Which judgement needs a reason the workflow says."""
from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import HouseForm
from evaluations import review_reasons
from evaluations.models.review import Judgement, Verdict

LONG, NOTE = (Judgement._meta.get_field(name).max_length for name in ("reason", "note"))


def kinds_of_reason():
    return [("", _("Choose")), *review_reasons.choices()]


class VersionedForm(HouseForm):
    """`version` says which text its writer had before the eyes; the page writes it in anew."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=1_000_000)

    def words(self):
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class JudgementForm(VersionedForm):
    verdict = forms.ChoiceField(label=_("Judgement"), choices=Verdict.choices, widget=forms.RadioSelect, required=False)
    reason_code = forms.ChoiceField(label=_("Kind of reason"), choices=kinds_of_reason, required=False)
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 4}), max_length=LONG, required=False,
                             help_text=_("Until you hand in, it may wait."))
    note = forms.CharField(label=_("Note for the visit"), widget=forms.Textarea(attrs={"rows": 2}), max_length=NOTE, required=False,
                           help_text=_("What to look at or to ask on site. The visiting team reads it."))


class SettleForm(VersionedForm):
    verdict = forms.ChoiceField(label=_("The team's judgement"), choices=Verdict.choices, widget=forms.RadioSelect)
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 5}), max_length=LONG, required=False,
                             help_text=_("One sentence is enough. Needed where you differed, and for everything but “met”."))
