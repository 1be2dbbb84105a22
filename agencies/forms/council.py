"""What is typed about bodies of the network: founding, places, holders, meetings, proposals, minutes, tasks."""
from django import forms
from django.utils.translation import gettext_lazy as _

from accounts import directory
from accounts.models import User
from agencies.forms.follow_up import words
from agencies.models import Council, Place
from core import clock
from core.forms import DayField, HouseForm, MomentField, UploadField
from panels.models import Seat


class CouncilForm(HouseForm):
    kind = forms.ChoiceField(label=_("Kind"), choices=Council.Kind.choices, widget=forms.RadioSelect, initial=Council.Kind.DIRECTORS)
    name_ko = forms.CharField(label=_("Name in Korean"), max_length=60)
    name_en = forms.CharField(label=_("Name in English"), max_length=100)
    field_ko = forms.CharField(label=_("Field in Korean"), max_length=60, required=False,
                               help_text=_("Of a working-level body: what it is about."))
    field_en = forms.CharField(label=_("Field in English"), max_length=80, required=False)
    rule = forms.ChoiceField(label=_("Quorum"), choices=Council.Rule.choices, initial=Council.Rule.HALF)


class PlacesForm(HouseForm):
    agencies = forms.MultipleChoiceField(label=_("Agencies"), widget=forms.CheckboxSelectMultiple, required=False)
    entitled = forms.ChoiceField(label=_("Who has the place"), choices=Place.Entitled.choices, widget=forms.RadioSelect,
                                 initial=Place.Entitled.NAMED)

    def __init__(self, *args, taken, **kwargs):
        """`taken`: ids of the agencies that have a place."""
        super().__init__(*args, **kwargs)
        self.open_now = [one for one in directory.agencies() if not one.is_closed and one.pk not in taken]
        self.fields["agencies"].choices = [(one.slug, one.name) for one in self.open_now]

    def chosen(self):
        return [one for one in self.open_now if one.slug in self.cleaned_data["agencies"]]


def person(label, people):
    return forms.ModelChoiceField(label=label, queryset=people, empty_label=_("Choose"))


class HolderForm(HouseForm):
    user = person(_("Who holds the place"), User.objects.none())
    from_on = DayField(label=_("First day"))
    to_on = DayField(label=_("Last day"), required=False, help_text=_("Empty: until it is ended."))

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, initial={"from_on": clock.today()}, **kwargs)
        self.fields["user"].queryset = people


class SubstituteForm(HouseForm):
    prefix = "substitute"
    meeting = forms.ModelChoiceField(label=_("Meeting"), queryset=None,
                                     to_field_name="public_id", empty_label=_("Choose"))
    user = person(_("Substitute"), User.objects.none())

    def __init__(self, *args, meetings, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset, self.fields["user"].queryset = meetings, people


class EndForm(HouseForm):
    prefix = "end"
    to_on = DayField(label=_("Last day"))


class CallForm(HouseForm):
    title = forms.CharField(label=_("Title"), max_length=120)
    meets_at = MomentField(label=_("Time"))
    place = forms.CharField(label=_("Place"), max_length=120, required=False)
    link = forms.URLField(label=_("Address of the video meeting"), required=False, assume_scheme="https",
                          help_text=_("It begins with https://."))

    def clean_link(self):
        link = self.cleaned_data["link"]
        if link and not link.startswith("https://"):
            raise forms.ValidationError(_("The address has to begin with https://."))
        return link


class TopicForm(HouseForm):
    prefix = "topic"
    title = forms.CharField(label=_("Title"), max_length=120)
    text = words(_("What the item is about"), 4, 4000)


class ProposalForm(HouseForm):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label=_("Title"), max_length=120)
    text = words(_("Your proposal and its reasons"), 8, 4000)
    file = UploadField(label=_("Paper for the agenda"), required=False)


class AnswerForm(HouseForm):
    answer = words(_("Answer"), 3, 2000, _("The agency reads it."))


class ResolutionForm(HouseForm):
    prefix = "resolution"
    text = words(_("Resolution"), 3, 2000)


class RemarkForm(HouseForm):
    prefix = "remark"
    remark = words(_("Remark of this meeting"), 3, 2000, _("What it corrects. The minutes themselves stay as they are."))


class MinutesForm(HouseForm):
    base_version = forms.IntegerField(widget=forms.HiddenInput)
    text = words(_("Minutes"), 16, 20000)


class TaskForm(HouseForm):
    prefix = "task"
    text = forms.CharField(label=_("What has to be done"), max_length=300)
    seat = forms.ModelChoiceField(label=_("Person in charge"), queryset=None, to_field_name="public_id", empty_label=_("Choose"))
    due_on = DayField(label=_("To be done by"))

    def __init__(self, *args, seats, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["seat"].queryset = seats


class TaskReportForm(HouseForm):
    prefix = "report"
    text = words(_("What was done"), 5, 4000)


class HeirForm(HouseForm):
    prefix = "heir"
    user = person(_("Person in charge"), User.objects.none())

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = people


class OfficeForm(HouseForm):
    office = forms.ChoiceField(label=_("Office"), choices=Seat.Office.choices)
