"""What a provider's people note for themselves: the form of an answer with other words."""
from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from evaluations.forms.portal import LONGEST, AnswerForm


class DiagnosisAnswerForm(AnswerForm):
    explanation = forms.CharField(
        label=_("Note for ourselves"), required=False, widget=forms.Textarea(attrs={"rows": 6}), strip=False,
        help_text=_("What is there, what is missing, who sees to it. Only the people of your organisation read this."),
        validators=[MaxLengthValidator(LONGEST)])
