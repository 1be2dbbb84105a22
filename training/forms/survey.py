"""The survey of a run as it is filled in."""
from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import HouseForm, watch_words
from training.models import SurveyQuestion
from training.queries.survey import AGREEMENT


class SurveyForm(HouseForm):
    """Agreement has to be given, words may be left out."""

    def __init__(self, *args, questions, **kwargs):
        super().__init__(*args, **kwargs)
        self.questions = {f"q_{one.pk}": one for one in questions}
        for name, one in self.questions.items():
            self.fields[name] = _field(one)
        watch_words(self)

    def answers(self):
        """{question pk: 1 to 5, or words}."""
        return {one.pk: self.cleaned_data[name] for name, one in self.questions.items() if self.cleaned_data.get(name)}

    def lines(self):
        return [(one, self[name]) for name, one in self.questions.items()]


def _field(question):
    if question.kind == SurveyQuestion.Kind.LIKERT:
        return forms.TypedChoiceField(label=question.text, choices=AGREEMENT, coerce=int, widget=forms.RadioSelect)
    return forms.CharField(label=question.text, required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
                           help_text=_("Please write no names."))
