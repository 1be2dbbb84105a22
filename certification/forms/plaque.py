"""What people write about a plaque."""
from django import forms
from django.utils.translation import gettext_lazy as _

from certification.models import PlaqueOrder
from core import clock
from core.forms import DayField, HouseForm


class OrderPlaqueForm(HouseForm):
    size = forms.ChoiceField(label=_("Size"), choices=PlaqueOrder.Size, widget=forms.RadioSelect, initial=PlaqueOrder.Size.A3)
    delivery = forms.ChoiceField(label=_("How it reaches you"), choices=PlaqueOrder.Delivery, widget=forms.RadioSelect,
                                 initial=PlaqueOrder.Delivery.CEREMONY)
    address = forms.CharField(label=_("Address, if it is sent"), max_length=260, required=False, widget=forms.Textarea(attrs={"rows": 2}))


class ApproveProofForm(HouseForm):
    seen = forms.CharField(widget=forms.HiddenInput, max_length=36)


class ObjectForm(HouseForm):
    prefix = "object"
    objection = forms.CharField(label=_("What is wrong"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
                                help_text=_("The agency reads this as it stands."))


class MadeForm(HouseForm):
    prefix = "made"
    on = DayField(label=_("Made on"), initial=clock.today)


class HandOverForm(HouseForm):
    prefix = "hand"
    on = DayField(label=_("Handed over on"), initial=clock.today)
    received_by = forms.CharField(label=_("Received by"), max_length=60, help_text=_("Name or office of who took it."))


class ReturnedForm(HouseForm):
    prefix = "back"
    on = DayField(label=_("Returned on"), initial=clock.today)


class CancelPlaqueForm(HouseForm):
    prefix = "cancel"
    reason = forms.CharField(label=_("Reason"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
                             help_text=_("The provider reads this as it stands."))
