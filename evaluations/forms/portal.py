"""What a provider enters while it applies: an answer, the pledge, why it withdraws."""
from uuid import UUID

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from core.forms import HouseForm
from evaluations.models.answer import Rating

LONGEST = 4000              # characters of an explanation


class AnswerForm(HouseForm):
    """A draft demands nothing: everything may be empty."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    rating = forms.ChoiceField(label=_("Our organisation"), choices=Rating.choices, required=False, widget=forms.RadioSelect)
    explanation = forms.CharField(
        label=_("How do you do it?"), required=False, widget=forms.Textarea(attrs={"rows": 9}), strip=False,
        help_text=_("It is enough if one sees who does what, and how often."),
        validators=[MaxLengthValidator(LONGEST)])           # not max_length: a browser would cut pasted text without a word

    def clean_explanation(self):
        """Browsers send line ends of two characters; what is sealed and compared has one."""
        return self.cleaned_data["explanation"].replace("\r\n", "\n").rstrip()


class PledgeForm(HouseForm):
    agreed = forms.BooleanField(label=_("I have read the pledge and make it for our organisation."))
    shows_head_name = forms.TypedChoiceField(
        label=_("May the public register show the representative's name?"), coerce=lambda value: value == "yes",
        choices=[("yes", _("Yes, it may be shown")), ("no", _("No, leave it out"))], widget=forms.RadioSelect,
        help_text=_("You may say no: it makes no difference to the evaluation."))


class WithdrawForm(HouseForm):
    reason = forms.CharField(label=_("Reason"), required=False, widget=forms.Textarea(attrs={"rows": 3}), max_length=1000,
                             help_text=_("May stay empty."))


class ApplyForm(HouseForm):
    """The button of an offering."""

    offering = forms.CharField()

    def clean_offering(self):
        try:
            return UUID(self.cleaned_data["offering"])
        except ValueError:
            raise forms.ValidationError(_("Choose a service.")) from None
