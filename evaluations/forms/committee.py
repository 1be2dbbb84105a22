"""What the committee types: a vote, and the grounds of what was refused or deferred."""
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.forms import HouseForm
from evaluations.models import Decision
from evaluations.workflow.committee import grounds_field

Kind = Decision.Kind
VOTES = {  # (what is chosen, what it means)
    Kind.AWARD: (_("Certify"), _("The certificate is valid from the day of the announcement.")),
    Kind.REFUSE: (_("Do not certify"), _("The provider is told the reason for each indicator, and how to object.")),
    Kind.DEFER: (_("Defer"), _("The case goes back to the place, or comes before the committee again.")),
}


class VoteForm(HouseForm):
    choice = forms.ChoiceField(label=_("Your vote"), widget=forms.RadioSelect)

    def __init__(self, *args, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["choice"].choices = [(choice, VOTES[choice][0] if choice in VOTES else choice) for choice in choices]

    def options(self):
        """[(radio button, its words, what it means)]."""
        return [(option, VOTES[option.data["value"]][1] if option.data["value"] in VOTES else "") for option in self["choice"]]


class GroundsForm(HouseForm):
    """One question for each item that was refused or deferred. `items`: [(item, must)]."""

    def __init__(self, *args, items, **kwargs):
        super().__init__(*args, **kwargs)
        self.items = {grounds_field(item): item for item, _must in items}
        for item, must in items:
            hint = gettext("The letter tells these words.") if must else gettext(
                "The letter tells the reason for each indicator; these words stand above them.")
            self.fields[grounds_field(item)] = forms.CharField(
                label=gettext("Grounds: %(case)s") % {"case": item.subject_label}, required=must, max_length=2000, help_text=hint,
                widget=forms.Textarea(attrs={"rows": 3}))

    def grounds(self):
        """{agenda item's id: words}."""
        return {self.items[name].pk: words for name, words in self.cleaned_data.items() if name in self.items}
