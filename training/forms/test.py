"""An attempt at a test as it is filled in."""
from django import forms

from core.forms import HouseForm


class AttemptForm(HouseForm):
    """Nothing is required while it is a draft; what one chose and may not choose is left out by the workflow."""

    def __init__(self, *args, asked, kept, **kwargs):
        super().__init__(*args, **kwargs)
        self.asked = {f"q_{question.pk}": question for question, _choices in asked}
        for question, choices in asked:
            self.fields[f"q_{question.pk}"] = forms.TypedMultipleChoiceField(
                label=question.text, required=False, choices=choices, coerce=int, widget=forms.CheckboxSelectMultiple,
                initial=kept.get(str(question.pk), []))

    def answers(self):
        """{question pk: [places]}."""
        return {question.pk: self.cleaned_data.get(name, []) for name, question in self.asked.items()}

    def lines(self):
        return [(question, self[name]) for name, question in self.asked.items()]
