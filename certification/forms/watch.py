"""The address that wants to be told. Each try counts by place and by address, whether that address is known or not."""
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy

from accounts.models.people import keyed
from certification.forms.briefing import count_try
from core.forms import HouseForm


class WatchForm(HouseForm):
    email = forms.EmailField(label=gettext_lazy("E-mail"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"}),
                             help_text=gettext_lazy("We first ask this address whether it wants the notices."))
    consents = forms.BooleanField(label=gettext_lazy("I agree that the agency uses my address for these notices."))

    def __init__(self, *args, peer="", **kwargs):
        super().__init__(*args, **kwargs)
        self.peer = peer

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            count_try(f"watch:{self.peer}", settings.WATCH_LIMIT)
            count_try(f"message:{keyed(cleaned['email'].lower())[:32]}", settings.MESSAGE_LIMIT)
        return cleaned
