"""What a provider writes against an assessor, and what the manager decides about it."""
from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from core.forms import HouseForm
from evaluations.models import Challenge

LONGEST = Challenge._meta.get_field("reason").max_length


class ChallengeForm(HouseForm):
    reason = forms.CharField(
        label=_("Why you doubt that this assessor is impartial"), widget=forms.Textarea(attrs={"rows": 7}),
        validators=[MaxLengthValidator(LONGEST)],           # not max_length: a browser would cut pasted text without a word
        help_text=_("Name facts: a family tie, a dispute, work for you or for a competitor, and since when."))

    def clean_reason(self):
        return self.cleaned_data["reason"].replace("\r\n", "\n")


class DecideChallengeForm(HouseForm):
    is_granted = forms.TypedChoiceField(
        label=_("Decision"), widget=forms.RadioSelect, coerce=lambda said: said == "grant",
        choices=[("grant", _("Grant: the assessor leaves the case")), ("reject", _("Reject: the assessor stays"))])
    reason = forms.CharField(label=_("Reason of the decision"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4}),
                             help_text=_("The provider reads this as it stands."))

    def __init__(self, *args, challenge, **kwargs):
        super().__init__(*args, prefix=f"challenge-{challenge.public_id}", **kwargs)
