"""What the committee types: a vote, papers, what was discussed, and the grounds of what was refused or deferred."""
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.forms import HouseForm
from evaluations.models import Decision
from evaluations.workflow.committee import grounds_field
from panels.workflow.discussion import LONGEST
from panels.workflow.paper_votes import field_of

Kind = Decision.Kind
VOTES = {  # (what is chosen, what it means)
    Kind.AWARD: (_("Certify"), _("The certificate is valid from the day of the announcement.")),
    Kind.REFUSE: (_("Do not certify"), _("The provider is told the reason for each indicator, and how to object.")),
    Kind.DEFER: (_("Defer"), _("The case goes back to the place, or comes before the committee again.")),
    "confirm": (_("Confirm the result"), _("It becomes final with the director's approval.")),      # of the management evaluation
    "return": (_("Return it"), _("It is looked at anew and comes before the committee again.")),
    "recommend": (_("Recommend it"), _("The institution that keeps the indicators is advised to accept the proposal.")),
    "advise_against": (_("Advise against it"), _("The institution is advised not to accept the proposal, with what was discussed.")),
    "postpone": (_("Put it off"), _("It comes before the body again.")),
}


class VoteForm(HouseForm):
    choice = forms.ChoiceField(label=_("Your vote"), widget=forms.RadioSelect)

    def __init__(self, *args, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["choice"].choices = [(choice, VOTES[choice][0] if choice in VOTES else choice) for choice in choices]

    def options(self):
        """[(radio button, its words, what it means)]."""
        return [(option, VOTES[option.data["value"]][1] if option.data["value"] in VOTES else "") for option in self["choice"]]


class DiscussionForm(HouseForm):
    base = forms.IntegerField(widget=forms.HiddenInput)
    discussion = forms.CharField(label=_("What was discussed"), required=False, max_length=LONGEST,
                                 widget=forms.Textarea(attrs={"rows": 5}),
                                 help_text=_("It stands in the minutes. No names are needed; closing the meeting freezes it."))


class OpenPapersForm(HouseForm):
    """Person by person, what the paper says; whoever handed none in is left empty. `seats`: those who may still vote."""

    def __init__(self, *args, seats, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.seats = {field_of(seat): seat for seat in seats}
        offered = [("", gettext("no paper")), *[(choice, words_of(choice)) for choice in choices]]
        for name, seat in self.seats.items():
            self.fields[name] = forms.ChoiceField(label=str(seat.user), choices=offered, required=False)

    def papers(self):
        """{seat: choice}."""
        return {seat: self.cleaned_data[name] for name, seat in self.seats.items() if self.cleaned_data.get(name)}


class SecretPapersForm(HouseForm):
    """Who handed a paper in, and how many papers say what."""

    def __init__(self, *args, seats, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.seats, self.choices = {field_of(seat): seat for seat in seats}, choices
        for name, seat in self.seats.items():
            self.fields[name] = forms.BooleanField(label=gettext("%(name)s has handed in a paper") % {"name": seat.user}, required=False)
        for choice in choices:
            self.fields[f"count_{choice}"] = forms.IntegerField(
                label=gettext("Papers that say “%(choice)s”") % {"choice": words_of(choice)}, min_value=0, max_value=999, initial=0)

    def papers(self):
        """([seat], {choice: how many})."""
        seats = [seat for name, seat in self.seats.items() if self.cleaned_data.get(name)]
        return seats, {choice: self.cleaned_data[f"count_{choice}"] for choice in self.choices}


def words_of(choice):
    return str(VOTES[choice][0]) if choice in VOTES else choice


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
