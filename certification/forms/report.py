"""What somebody reports about a certificate."""
from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts import limits
from accounts.forms import HOUR
from certification.models import RegisterReport
from core.errors import Unavailable
from core.forms import HouseForm


class ReportForm(HouseForm):
    """No name is asked for, and an address only if somebody wants an answer."""

    kind = forms.ChoiceField(label=gettext_lazy("What is it about?"), widget=forms.RadioSelect, choices=[
        (one.value, one.label) for one in RegisterReport.Kind if one != RegisterReport.Kind.SERVICE])       # that is a complaint: ADR 39
    words = forms.CharField(label=gettext_lazy("What did you see?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 6}),
                            help_text=gettext_lazy("When and where it was helps us most. Please name no persons and no illnesses."))
    email = forms.EmailField(label=gettext_lazy("E-mail, if you want an answer"), required=False, max_length=254,
                             widget=forms.EmailInput(attrs={"autocomplete": "email"}))
    consents = forms.BooleanField(label=gettext_lazy("I agree that the agency uses my address to answer me."), required=False)

    def __init__(self, *args, peer="", **kwargs):
        super().__init__(*args, **kwargs)
        self.peer = peer

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("email") and not cleaned.get("consents"):
            self.add_error("consents", _("Without your agreement we may not keep the address. Tick here, or leave the address empty."))
        if not self.errors:
            self.count_try()
        return cleaned

    def count_try(self):
        try:
            free = limits.reserve(f"report:{self.peer}", settings.REPORT_LIMIT, HOUR)
        except Unavailable:
            raise forms.ValidationError(_("Reports cannot be received for a moment because a part of the system does not answer. "
                                          "Please try again in a few minutes, or call the agency.")) from None
        if not free:
            raise forms.ValidationError(_("Many reports came from your connection just now. Please wait an hour, or call the agency."))

    def facts(self):
        return {name: self.cleaned_data[name] for name in ("kind", "words", "email")}


class ReportOutcomeForm(HouseForm):
    outcome = forms.CharField(label=gettext_lazy("What came of it"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
                              help_text=gettext_lazy("Only colleagues read this."))
