"""A site and what is offered there, as clean values."""
from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import day_input
from providers import places
from providers.forms.fields import AddressForm, WonField, WorkflowForm, phone_field
from providers.models import Offering, ServiceType, Site


class SiteForm(AddressForm):
    taken = frozenset({"name"})

    phone = phone_field()

    class Meta:
        model = Site
        fields = ["name", "district", "postcode", "address_base", "address_detail", "phone", "opening_hours", "latitude", "longitude"]
        widgets = {"postcode": forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "postal-code"}),
                   "opening_hours": forms.Textarea(attrs={"rows": 3}),
                   "latitude": forms.TextInput(attrs={"inputmode": "decimal"}),
                   "longitude": forms.TextInput(attrs={"inputmode": "decimal"})}
        help_texts = {"opening_hours": _("As people should read it, a line a day if need be. May stay empty."),
                      "latitude": _("Degrees north, like 35.152700. For the map; may stay empty."),
                      "longitude": _("Degrees east, like 128.991200.")}

    swapped = False                                         # whether the other way round would be right

    def __init__(self, data=None, *args, **kwargs):
        super().__init__(_turned_round(data), *args, **kwargs)

    def clean(self):
        values = super().clean()
        latitude, longitude = values.get("latitude"), values.get("longitude")
        if latitude is not None and longitude is not None and (sentence := places.problem(latitude, longitude)):
            self.swapped = places.are_swapped(latitude, longitude)
            self.add_error("latitude", sentence)
        return values


def _turned_round(data):
    """The button “the other way round” sends the form with `swap`."""
    if data is None or "swap" not in data:
        return data
    data = data.copy()
    data["latitude"], data["longitude"] = data.get("longitude", ""), data.get("latitude", "")
    return data


class OfferingFacts(WorkflowForm):
    """Registration and price range of a service; whether the prices fit together the workflow says."""

    price_low = WonField(label=_("Price from, in won"), help_text=_(
        "Where you set the price within the range of the price elasticity system. All three may stay empty."))
    price_high = WonField(label=_("Price to, in won"), help_text=_("The same as above if there is only one price."))
    price_per = forms.ChoiceField(label=_("The price is for"), required=False, choices=[("", _("Choose")), *Offering.Per.choices])


class OfferingForm(OfferingFacts):
    taken = frozenset({"service_type", "price_low"})

    service_type = forms.ModelChoiceField(ServiceType.objects.all(), label=_("Service"), empty_label=_("Choose"))

    class Meta:
        model = Offering
        fields = ["service_type", "registration_number", "registered_on", "price_low", "price_high", "price_per"]
        widgets = {"registered_on": day_input()}
        help_texts = {"registration_number": _("As it stands on the provider registration certificate. May stay empty.")}


class OfferingChangeForm(OfferingFacts):
    taken = frozenset({"is_active", "price_low"})

    class Meta:
        model = Offering
        fields = ["registration_number", "registered_on", "price_low", "price_high", "price_per", "is_active"]
        widgets = OfferingForm.Meta.widgets
