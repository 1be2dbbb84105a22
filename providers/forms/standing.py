"""Dispositions, bars and why they end, as clean values."""
from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import DayField, HouseForm
from providers.models import Disposition


class DispositionForm(HouseForm):
    prefix = "disposition"
    kind = forms.ChoiceField(label=_("Kind of disposition"), choices=[("", _("Choose")), *Disposition.Kind.choices])
    from_on = DayField(label=_("Imposed on"))
    to_on = DayField(label=_("In force until"), required=False, help_text=_("For a suspension of business. May stay empty."))
    authority = forms.CharField(label=_("Authority"), max_length=80, help_text=_("Who imposed it, like 부산광역시 사상구청."))
    note = forms.CharField(label=_("Note"), required=False, max_length=300)


class BarForm(HouseForm):
    prefix = "bar"
    barred_until = DayField(label=_("Barred until"), help_text=_("The last day on which the provider may not apply."))
    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
                             help_text=_("The provider reads this as it stands."))


class EndingForm(HouseForm):
    """Why one of the rows no longer counts."""

    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, prefix=f"end-{row.public_id}", **kwargs)
