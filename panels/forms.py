"""What the secretary types: a body, a seat, a meeting; what is kept of an assessor in the pool."""
from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import District, User
from core import clock
from core.forms import DayField, HouseForm, MomentField, TenantForm
from panels.models import Body, Employment, Meeting, Seat
from panels.queries import may_have_a_seat
from panels.workflow.interest import NOTED_BY_HAND
from providers.models import ServiceType


class BodyForm(HouseForm):
    name_ko = forms.CharField(label=_("Name in Korean"), max_length=60)
    name_en = forms.CharField(label=_("Name in English"), max_length=100)


class SeatForm(HouseForm):
    """Only people with the role of a committee member may have a seat."""

    user = forms.ModelChoiceField(label=_("Committee member"), queryset=User.objects.none(), empty_label=_("Choose"))
    office = forms.ChoiceField(label=_("Office"), choices=Seat.Office.choices, initial=Seat.Office.MEMBER)
    from_on = DayField(label=_("First day"))
    to_on = DayField(label=_("Last day of the term, if it is known"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = may_have_a_seat()
        self.fields["from_on"].initial = clock.today


class EndSeatForm(HouseForm):
    to_on = DayField(label=_("Last day"))


class RenewSeatForm(HouseForm):
    to_on = DayField(label=_("Last day of the next term"))


class CastingForm(HouseForm):
    casting = forms.ChoiceField(label=_("Who decides at a tie in an open vote"), choices=Body.Casting.choices, widget=forms.RadioSelect)


class SubstituteForm(HouseForm):
    user = forms.ModelChoiceField(label=_("Substitute"), queryset=User.objects.none(), empty_label=_("Choose"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = may_have_a_seat()


class MeetingForm(TenantForm):
    meets_at = MomentField(label=_("Time"))

    class Meta:
        model = Meeting
        fields = ["body", "title", "meets_at", "place"]
        labels = {"body": _("Body"), "title": _("Title"), "place": _("Place")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = self.fields["body"].queryset.filter(published_at=None).order_by("name_ko", "pk")
        self.fields["body"].empty_label = _("Choose")


class EmployerForm(HouseForm):
    prefix, own_numbers = "employer", ("number",)
    name = forms.CharField(label=_("Name of the employer or business"), max_length=80)
    number = forms.CharField(label=_("Its business registration number"), required=False, max_length=14,
                             widget=forms.TextInput(attrs={"inputmode": "numeric"}),
                             help_text=_("Ten digits. With it conflicts of interest are found by themselves."))
    capacity = forms.ChoiceField(label=_("As what"), choices=Employment.Capacity.choices, initial=Employment.Capacity.EMPLOYED)
    from_on = DayField(label=_("Since"), required=False)
    to_on = DayField(label=_("Until, if it has ended"), required=False)


class EndEmployerForm(HouseForm):
    to_on = DayField(label=_("Last day of work"))

    def __init__(self, *args, employment, **kwargs):
        super().__init__(*args, prefix=f"end-{employment.public_id}", **kwargs)


class AbsenceForm(HouseForm):
    prefix = "absence"
    from_on = DayField(label=_("From"))
    to_on = DayField(label=_("Until (inclusive)"))
    note = forms.CharField(label=_("Note"), required=False, max_length=100)


class QualificationForm(HouseForm):
    prefix = "qualification"
    kind = forms.CharField(label=_("Qualification"), max_length=80)
    number = forms.CharField(label=_("Number"), required=False, max_length=40)
    valid_until = DayField(label=_("Valid until"), required=False, help_text=_("Empty if it does not expire."))


class TieForm(HouseForm):
    """What an officer has learned of somebody's ties."""

    prefix, own_numbers = "tie", ("business_number",)
    kind = forms.ChoiceField(label=_("Tie"), choices=[(kind.value, kind.label) for kind in NOTED_BY_HAND])
    business_number = forms.CharField(label=_("Business registration number"), max_length=14,
                                      widget=forms.TextInput(attrs={"inputmode": "numeric"}))
    label = forms.CharField(label=_("Name, if it is no provider here"), required=False, max_length=80)
    from_on = DayField(label=_("Since"), required=False)
    to_on = DayField(label=_("Until, if it has ended"), required=False)


class FieldsForm(HouseForm):
    """What an assessor knows, and where they go."""

    prefix = "fields"
    service_types = forms.ModelMultipleChoiceField(label=_("Services"), queryset=ServiceType.objects.order_by("position", "code"),
                                                   required=False, widget=forms.CheckboxSelectMultiple)
    districts = forms.ModelMultipleChoiceField(label=_("Districts"), queryset=District.objects.none(), required=False,
                                               widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args, member, province, **kwargs):
        chosen = {"service_types": [one.service_type_id for one in member.services.all()],
                  "districts": [one.district_id for one in member.districts.all()]}
        super().__init__(*args, initial=chosen, **kwargs)
        self.fields["districts"].queryset = District.objects.filter(province=province).order_by("code")


class LoadForm(HouseForm):
    """How many cases an assessor takes on."""

    prefix = "load"
    most_cases = forms.IntegerField(label=_("Cases at once, at most"), min_value=1, max_value=99,
                                    help_text=_("Cases whose document review is not over. A proposal of teams never goes above it."))

    def __init__(self, *args, member, **kwargs):
        super().__init__(*args, **{"initial": {"most_cases": member.most_cases}} | kwargs)


class LimitsForm(LoadForm):
    """The same, and whether they lead: for officers."""

    prefix = "limits"
    may_lead = forms.BooleanField(label=_("may lead a team"), required=False)

    def __init__(self, *args, member, **kwargs):
        super().__init__(*args, member=member, initial={"most_cases": member.most_cases, "may_lead": member.may_lead}, **kwargs)
