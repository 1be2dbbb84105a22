"""What the desk types about a monitoring visit: when, who, what is looked at; and why one is demanded."""
from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import DayField, HouseForm, MomentField
from evaluations.forms.visit import HOURS, MomentsForm
from visits.models.visit import USUAL_HOURS


class DemandVisitForm(HouseForm):
    """A visit that the plan of duties does not hold."""

    opens_on = DayField(label=_("Not before"))
    due_on = DayField(label=_("At the latest on"))
    announced = forms.TypedChoiceField(label=_("Told beforehand"), widget=forms.RadioSelect, coerce=lambda said: said == "yes", choices=[
        ("yes", _("The provider is told the day")), ("no", _("Unannounced: the provider learns nothing before it has been carried out"))])
    reason = forms.CharField(label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
                             help_text=_("The provider reads it, of an unannounced visit afterwards."))

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("opens_on"), cleaned.get("due_on")
        if first and last and last < first:
            self.add_error("due_on", _("The last day lies before the first."))
        return cleaned


class PlanMonitoringForm(MomentsForm):
    """`candidates`: of the pool; `indicators`: {code: Indicator}; `busy(members, moments, hours)`: sentences against a day."""

    moments = ("starts_at",)
    starts_at = MomentField(label=_("Beginning of the visit"))
    hours = forms.TypedChoiceField(label=_("Planned hours"), choices=HOURS, coerce=int, initial=USUAL_HOURS)
    team = forms.MultipleChoiceField(label=_("Who goes there"), widget=forms.CheckboxSelectMultiple,
                                     error_messages={"required": _("Choose two or three assessors.")})
    lead = forms.ChoiceField(label=_("Who leads"))
    overruling = forms.CharField(label=_("Why somebody goes there although there is a reason to ask"), max_length=1000, required=False,
                                 widget=forms.Textarea(attrs={"rows": 2}), help_text=_("Only a manager may do so."))
    codes = forms.MultipleChoiceField(label=_("What is looked at"), widget=forms.CheckboxSelectMultiple,
                                      error_messages={"required": _("Choose what is looked at.")})

    def __init__(self, *args, candidates, indicators, busy=None, **kwargs):
        super().__init__(*args, against=self.against_team if busy else None, **kwargs)
        self.busy, self.members = busy, {str(one.member.public_id): one.member for one in candidates if not one.forbidden}
        self.people = {str(one.member.public_id): one.member.user for one in candidates if not one.forbidden}
        names = {str(one.member.public_id): one.name for one in candidates if not one.forbidden}
        self.fields["team"].choices = list(names.items())
        self.fields["lead"].choices = [("", _("Choose")), *names.items()]
        self.fields["codes"].choices = [(code, f"{code} {one.name}") for code, one in indicators.items()]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("lead") and cleaned.get("team") and cleaned["lead"] not in cleaned["team"]:
            self.add_error("lead", _("Who leads goes there too: tick this person as well."))
        return cleaned

    def against_team(self, moments, hours):
        return self.busy([self.members[key] for key in self.cleaned_data.get("team", ())], moments, hours)

    def facts(self):
        said = self.cleaned_data
        return {"starts_at": said["starts_at"], "hours": said["hours"], "overruling": said["overruling"], "codes": said["codes"],
                "team": [(self.people[key], key == said["lead"]) for key in said["team"]]}


class AddAssessorForm(HouseForm):
    prefix = "add"
    assessor = forms.ChoiceField(label=_("Assessor"))
    is_lead = forms.BooleanField(label=_("Leads the team"), required=False)
    overruling = forms.CharField(label=_("Why somebody goes there although there is a reason to ask"), max_length=1000, required=False,
                                 widget=forms.Textarea(attrs={"rows": 2}), help_text=_("Only a manager may do so."))

    def __init__(self, *args, candidates, **kwargs):
        super().__init__(*args, **kwargs)
        free = [one for one in candidates if not one.forbidden]
        self.people = {str(one.member.public_id): one.member.user for one in free}
        self.fields["assessor"].choices = [("", _("Choose")), *((str(one.member.public_id), one.name) for one in free)]

    def chosen(self):
        return self.people[self.cleaned_data["assessor"]]


class MoveMonitoringForm(MomentsForm):
    prefix = "move"
    moments = ("starts_at",)
    starts_at = MomentField(label=_("New beginning"))
    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
                             help_text=_("The team reads it, and the provider where the visit is announced."))


class CallOffForm(HouseForm):
    prefix = "off"
    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
                             help_text=_("The team reads it, and the provider where the visit is announced."))
