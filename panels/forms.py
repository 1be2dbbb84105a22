"""What the secretary types: a body, a seat, a meeting."""
from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core import clock
from core.forms import DayField, HouseForm, MomentField, TenantForm
from panels.models import Meeting, Seat
from panels.queries import may_have_a_seat


class BodyForm(HouseForm):
    name_ko = forms.CharField(label=_("Name in Korean"), max_length=60)
    name_en = forms.CharField(label=_("Name in English"), max_length=100)


class SeatForm(HouseForm):
    """Only people with the role of a committee member may have a seat."""

    user = forms.ModelChoiceField(label=_("Committee member"), queryset=User.objects.none(), empty_label=_("Choose"))
    office = forms.ChoiceField(label=_("Office"), choices=Seat.Office.choices, initial=Seat.Office.MEMBER)
    from_on = DayField(label=_("First day"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = may_have_a_seat()
        self.fields["from_on"].initial = clock.today


class EndSeatForm(HouseForm):
    to_on = DayField(label=_("Last day"))


class MeetingForm(TenantForm):
    meets_at = MomentField(label=_("Time"))

    class Meta:
        model = Meeting
        fields = ["body", "title", "meets_at", "place"]
        labels = {"body": _("Body"), "title": _("Title"), "place": _("Place")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = self.fields["body"].queryset.order_by("name_ko", "pk")
        self.fields["body"].empty_label = _("Choose")
