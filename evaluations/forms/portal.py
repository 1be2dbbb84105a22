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


class CompanyForm(HouseForm):
    """What an open page says of itself."""

    version = forms.IntegerField()
    left = forms.BooleanField(required=False)


def yes_or_no(label, yes, no):
    """Nothing is chosen for anybody."""
    return forms.TypedChoiceField(label=label, coerce=lambda value: value == "yes", choices=[("yes", yes), ("no", no)],
                                  widget=forms.RadioSelect)


class PledgeForm(HouseForm):
    """The pledge, and each consent by itself (Personal Information Protection Act, art. 22)."""

    agreed = forms.BooleanField(label=_("I have read the pledge and make it for our organisation."))
    personal_data = forms.BooleanField(label=_("We agree to the collection and use of personal data."))
    asks_authorities = yes_or_no(_("May the agency ask the authorities for dispositions?"), _("Yes, it may ask"),
                                 _("No, we hand in a confirmation"))
    shows_head_name = yes_or_no(_("May the public register show the representative's name?"), _("Yes, it may be shown"),
                                _("No, leave it out"))


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
