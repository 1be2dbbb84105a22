"""What staff write about a briefing, and what people type to register for one."""
from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts import limits
from accounts.forms import HOUR
from accounts.models.people import keyed
from certification.forms.round import TOO_LATE
from certification.models import Briefing
from certification.round_calendar import briefing_disorder
from core.errors import Unavailable
from core.forms import HouseForm, MomentField, TenantForm
from providers.forms import phone_field


class BriefingForm(TenantForm):
    starts_at = MomentField(label=gettext_lazy("Begins"))
    ends_at = MomentField(label=gettext_lazy("Ends"))
    register_until = MomentField(label=gettext_lazy("Registration until"), help_text=TOO_LATE)
    seats = forms.IntegerField(label=gettext_lazy("Number of seats"), min_value=1, max_value=5000)
    link = forms.URLField(label=gettext_lazy("Address of the video meeting"), required=False, max_length=300, assume_scheme="https",
                          help_text=gettext_lazy("Only those who have a seat are told it, by e-mail."))

    class Meta:
        model = Briefing
        fields = ["name_ko", "name_en", "starts_at", "ends_at", "place_ko", "place_en", "link", "seats", "register_until"]
        labels = {"name_ko": gettext_lazy("Name in Korean"), "name_en": gettext_lazy("Name in English"),
                  "place_ko": gettext_lazy("Place in Korean"), "place_en": gettext_lazy("Place in English")}

    def __init__(self, *args, round, asks_reason=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.round = round
        if asks_reason:
            self.fields["reason"] = forms.CharField(
                label=gettext_lazy("Reason of the change"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
                help_text=gettext_lazy("Everybody reads it on the announcement, and whoever registered is told."))

    def clean(self):
        cleaned = super().clean()
        for field, sentence in briefing_disorder(cleaned, self.round):
            self.add_error(field, sentence)
        if not cleaned.get("place_ko") and not cleaned.get("link"):
            self.add_error("place_ko", _("Write a place, or the address of a video meeting."))
        return cleaned

    def facts(self):
        return {name: self.cleaned_data[name] for name in self._meta.fields}

    def _post_clean(self):
        """Nothing is assigned here: the workflow writes."""


class CallOffForm(HouseForm):
    prefix = "off"
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
                             help_text=gettext_lazy("Everybody reads it on the announcement, and whoever registered is told."))


class RegisterForm(HouseForm):
    """Who comes. Each try counts by place and by address, whether that address is registered or not."""

    name = forms.CharField(label=gettext_lazy("Full name"), max_length=60, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    organisation = forms.CharField(label=gettext_lazy("Affiliation"), max_length=80,
                                   widget=forms.TextInput(attrs={"autocomplete": "organization"}))
    phone = phone_field()
    email = forms.EmailField(label=gettext_lazy("E-mail"), max_length=254, help_text=gettext_lazy(
        "The confirmation goes there, with a file for your calendar."), widget=forms.EmailInput(attrs={"autocomplete": "email"}))
    consents = forms.BooleanField(label=gettext_lazy("I agree that the agency uses these data for the briefing."))

    def __init__(self, *args, peer="", **kwargs):
        super().__init__(*args, **kwargs)
        self.peer = peer

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            count_try(f"briefing:{self.peer}", settings.BRIEFING_LIMIT)
            count_try(f"message:{keyed(cleaned['email'].lower())[:32]}", settings.MESSAGE_LIMIT)
        return cleaned

    def facts(self):
        return {name: self.cleaned_data[name] for name in ("name", "organisation", "phone", "email")}


def count_try(key, limit):
    """A place among the tries, or a sentence beside what was typed."""
    try:
        free = limits.reserve(key, limit, HOUR)
    except Unavailable:
        raise forms.ValidationError(_("Registration is paused for a moment because a part of the system does not answer. "
                                      "Please try again in a few minutes.")) from None
    if not free:
        raise forms.ValidationError(_("There were too many tries. Please wait a while and try again."))
