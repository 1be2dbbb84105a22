"""Of each agency one line: whether it takes part in the year's evaluation, and why it does not."""
from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.models import Participation
from core.forms import HouseForm


class ParticipationForm(HouseForm):
    """`stands`: {agency's id: (standing, reason)}, as said or as proposed."""

    def __init__(self, *args, agencies, stands, **kwargs):
        super().__init__(*args, **kwargs)
        self.agencies = agencies
        for one in agencies:
            standing, reason = stands[one.pk]
            self.fields[f"standing-{one.pk}"] = forms.ChoiceField(
                label=_("%(agency)s: takes part") % {"agency": one.name}, choices=Participation.Standing.choices, initial=standing)
            self.fields[f"reason-{one.pk}"] = forms.CharField(
                label=_("%(agency)s: reason") % {"agency": one.name}, max_length=300, required=False, initial=reason)

    def clean(self):
        found = super().clean()
        for one in self.agencies:
            if found.get(f"standing-{one.pk}") == Participation.Standing.EXEMPT and not found.get(f"reason-{one.pk}", "").strip():
                self.add_error(f"reason-{one.pk}", _("An exemption names its legal reason."))
        return found

    def said(self):
        """{agency's id: (standing, reason)}."""
        return {one.pk: (self.cleaned_data[f"standing-{one.pk}"], self.cleaned_data[f"reason-{one.pk}"]) for one in self.agencies}

    @cached_property
    def rows(self):
        """[(agency, standing, reason)]."""
        return [(one, self[f"standing-{one.pk}"], self[f"reason-{one.pk}"]) for one in self.agencies]


class ExemptForm(HouseForm):
    reason = forms.CharField(label=gettext_lazy("Legal reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))
