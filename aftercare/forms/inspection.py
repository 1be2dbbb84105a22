"""What a provider writes of an indicator in its self-inspection."""
from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from aftercare.models import Change, InspectionRow
from core.forms import HouseForm
from evaluations.models.answer import Rating

LONGEST = InspectionRow._meta.get_field("text").max_length


def long_text(label, rows=7, help_text=""):
    return forms.CharField(label=label, required=False, widget=forms.Textarea(attrs={"rows": rows}), strip=False, help_text=help_text,
                           validators=[MaxLengthValidator(LONGEST)])      # not max_length: a browser would cut pasted text without a word


def one_ending(text):
    """Browsers send line ends of two characters; what is sealed and compared has one."""
    return text.replace("\r\n", "\n").rstrip()


class InspectionRowForm(HouseForm):
    """A draft demands nothing: everything may be empty."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    rating = forms.ChoiceField(label=_("Our organisation"), choices=Rating.choices, required=False, widget=forms.RadioSelect)
    change = forms.ChoiceField(label=_("Since the last time"), choices=Change.choices, required=False, widget=forms.RadioSelect)
    explanation = long_text(_("If something changed: what?"), help_text=_("Who does what, since when. Add files where they show it."))

    def clean_explanation(self):
        return one_ending(self.cleaned_data["explanation"])
