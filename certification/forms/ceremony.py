"""What staff write about a ceremony, and what guests answer."""
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from certification.models import CeremonyGuest
from core.forms import DayField, HouseForm, MomentField

MOST = 20


class CeremonyForm(HouseForm):
    name = forms.CharField(label=_("Name of the guest"), max_length=80)
    starts_at = MomentField(label=_("Begins"))
    place = forms.CharField(label=_("Place"), max_length=120)
    answer_until = DayField(label=_("Answers until"))
    words = forms.CharField(label=_("What guests should know"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3}))


class GuestForm(HouseForm):
    organisation = forms.CharField(label=_("Organisation"), max_length=80)
    name = forms.CharField(label=_("Guest's name"), max_length=60, required=False, help_text=_("Erased six months after the ceremony."))
    seat = forms.CharField(label=_("Seat"), max_length=20, required=False)
    persons = forms.IntegerField(label=_("Number of persons"), min_value=0, max_value=MOST, initial=1)


class ReplyForm(HouseForm):
    reply = forms.ChoiceField(label=_("Do you come?"), choices=CeremonyGuest.Reply, widget=forms.RadioSelect)
    persons = forms.IntegerField(label=_("Number of persons"), min_value=1, max_value=MOST, required=False, initial=1)
    name = forms.CharField(label=_("Who receives the certificate"), max_length=60, required=False,
                           help_text=_("For the seat and for being called. Erased six months after the ceremony."))

    def clean(self):
        said = super().clean()
        if said.get("reply") == CeremonyGuest.Reply.COMES and not said.get("persons") and "persons" not in self.errors:
            self.add_error("persons", gettext("Write how many come."))
        return said
