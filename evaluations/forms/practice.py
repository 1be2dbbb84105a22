"""Practice cases: copied, read through, judged."""
from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import HouseForm
from evaluations.queries.practice import cases_to_copy
from visits.models import Judgement
from visits.models.finding import Reason

LONG, GROUNDS = 4000, 2000


class PracticeForm(HouseForm):
    application = forms.ModelChoiceField(label=_("Closed case"), queryset=None, empty_label=_("Choose"))
    title = forms.CharField(label=_("Title"), max_length=80, help_text=_("It names nobody: “Practice 3, child development”."))

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["application"].queryset = cases_to_copy(actor)


class PracticeItemForm(HouseForm):
    explanation = forms.CharField(label=_("What the provider says of itself"), max_length=LONG, required=False,
                                  widget=forms.Textarea(attrs={"rows": 8}))
    seen = forms.CharField(label=_("What was seen on site"), max_length=LONG, required=False, widget=forms.Textarea(attrs={"rows": 5}),
                           help_text=_("Without the judgement: assessors are to come to it themselves."))
    reason = forms.CharField(label=_("Reason of the agreed judgement"), max_length=LONG, required=False,
                             widget=forms.Textarea(attrs={"rows": 4}), help_text=_("Shown once an assessor has handed in."))


class PracticeJudgementForm(HouseForm):
    judgement = forms.ChoiceField(label=_("Judgement"), choices=Judgement.choices, widget=forms.RadioSelect, required=False)
    reason_code = forms.ChoiceField(label=_("Kind of reason"), choices=[("", _("Choose")), *Reason.choices], required=False)
    text = forms.CharField(label=_("Grounds"), max_length=GROUNDS, required=False, widget=forms.Textarea(attrs={"rows": 4}))
