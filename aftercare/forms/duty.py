"""What officers say of duties: which they look for, another last day, none at all, one more; and a line of the plan."""
import re
from datetime import date

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts import directory
from aftercare.models import DutyKind
from aftercare.models.duty import LADDER
from aftercare.queries.duty_board import STATES
from core import clock
from core.forms import DayField, HouseForm

READ = _("The provider reads this as it stands.")
SAMPLE = "1.2.1 2.2.2 3.1.1 3.2.1"
CODE = re.compile(r"\d+(\.\d+){1,3}")
FARTHEST = 366                          # days from the last day within which people are reminded
WORDS = (_("overdue"), _("to be done now"), _("to come"), _("done"), _("not demanded or lapsed"))


def reason_field(help_text=READ):
    return forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}), help_text=help_text)


class DutiesWantedForm(HouseForm):
    """From the address: what makes no sense is left out."""

    state = forms.ChoiceField(required=False, choices=[("", ""), *((key, key) for key in STATES)])
    kind = forms.ChoiceField(label=_("Duty"), required=False, choices=[("", _("All duties")), *DutyKind.choices])
    month = forms.CharField(label=_("Due in"), required=False, max_length=7, widget=forms.DateInput(attrs={"type": "month"}))
    district = forms.ChoiceField(label=_("District"), required=False)
    certificate = forms.UUIDField(required=False)
    states = list(zip(STATES, WORDS, strict=True))

    def __init__(self, *args, agency, **kwargs):
        super().__init__(*args, **kwargs)
        places = [(one.code, str(one)) for one in directory.districts_of(agency.province_id)]
        self.fields["district"].choices = [("", _("All districts")), *places]

    def clean_month(self):
        typed = self.cleaned_data["month"]
        try:
            return date.fromisoformat(f"{typed}-01") if typed else None
        except ValueError:
            raise forms.ValidationError("") from None

    def wanted(self):
        self.is_valid()
        found = self.cleaned_data
        return {"kind": found.get("kind", ""), "month": found.get("month"), "district": found.get("district", "")}

    @property
    def state_wanted(self):
        return self.cleaned_data.get("state", "")


class MoveDutyForm(HouseForm):
    prefix = "move"
    to_on = DayField(label=_("New last day"))
    reason = reason_field()


class WaiveDutyForm(HouseForm):
    prefix = "waive"
    reason = reason_field()


class DemandDutyForm(HouseForm):
    kind = forms.ChoiceField(label=_("Duty"), choices=DutyKind, widget=forms.RadioSelect)
    opens_on = DayField(label=_("From"), initial=clock.today)
    due_on = DayField(label=_("To be done by"))
    reason = reason_field()
    unannounced = forms.BooleanField(label=_("Unannounced: the provider hears of it when it has been carried out"), required=False)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("unannounced") and cleaned.get("kind") == DutyKind.SELF_INSPECTION:
            self.add_error("unannounced", gettext("A self-inspection is done by the provider, who has to know of it."))
        return cleaned


class RuleForm(HouseForm):
    """A line of the plan."""

    years = forms.CharField(label=_("Years after the announcement"), max_length=40,
                            help_text=_("Numbers with commas. A certificate announced in 2026 with “1, 2” has it in 2027 and 2028."))
    month_from = forms.TypedChoiceField(label=_("From month"), coerce=int, choices=[(n, str(n)) for n in range(1, 13)])
    month_to = forms.TypedChoiceField(label=_("Through month"), coerce=int, choices=[(n, str(n)) for n in range(1, 13)],
                                      help_text=_("It is due on the last day of this month."))
    ladder = forms.CharField(label=_("Reminders"), max_length=120, help_text=_(
        "Days from the last day, with commas: -30 is thirty days before it, 0 the day itself, 7 a week after it. "
        "Of the last one the manager is told as well, if it lies after the last day."))
    sample = forms.CharField(label=_("Indicators that are always looked at"), required=False, max_length=200,
                             help_text=_("Codes with spaces between them, such as 1.2.1 2.2.2."))
    sample_size = forms.IntegerField(label=_("Indicators looked at, at least"), min_value=1, max_value=200)

    def __init__(self, *args, kind, codes, **kwargs):
        super().__init__(*args, **kwargs)
        self.codes = codes
        if kind == DutyKind.SELF_INSPECTION:                # looks at all of them
            del self.fields["sample"], self.fields["sample_size"]

    def clean_years(self):
        years = self.numbers("years")
        if not all(0 <= year <= 10 for year in years):
            raise forms.ValidationError(gettext("Years after the announcement lie between 0 and 10."))
        return sorted(years)

    def clean_ladder(self):
        rungs = self.numbers("ladder")
        if not all(abs(rung) <= FARTHEST for rung in rungs):
            raise forms.ValidationError(gettext("Reminders lie within a year of the last day."))
        return sorted(rungs)

    def numbers(self, name):
        words = re.split(r"[,\s]+", self.cleaned_data[name].strip().strip(",").replace("−", "-"))
        if not all(re.fullmatch(r"[+-]?\d{1,4}", word) for word in words):
            raise forms.ValidationError(gettext("Write whole numbers with commas between them."))
        if len({int(word) for word in words}) < len(words):
            raise forms.ValidationError(gettext("One of the numbers stands there twice."))
        return [int(word) for word in words]

    def clean_sample(self):
        codes = re.split(r"[,\s]+", self.cleaned_data["sample"].strip()) if self.cleaned_data["sample"].strip() else []
        unknown = [code for code in codes if not CODE.fullmatch(code) or (self.codes and code not in self.codes)]
        if unknown:
            raise forms.ValidationError(gettext("The criteria know no indicator %(codes)s.") % {"codes": ", ".join(unknown)})
        return list(dict.fromkeys(codes))

    def clean(self):
        cleaned = super().clean()
        if (cleaned.get("month_from") or 0) > (cleaned.get("month_to") or 12):
            self.add_error("month_to", gettext("The last month lies before the first one."))
        return cleaned


def written(rule):
    """How a line stands in the form."""
    return {"years": ", ".join(map(str, rule.years)), "month_from": rule.month_from, "month_to": rule.month_to,
            "ladder": ", ".join(map(str, rule.ladder)), "sample": " ".join(rule.sample), "sample_size": rule.sample_size}


USUAL = {           # what a line begins with that is not there yet
    DutyKind.SELF_INSPECTION: {"years": "1, 2, 3", "month_from": 5, "month_to": 5},
    DutyKind.MONITORING_VISIT: {"years": "2", "month_from": 6, "month_to": 10, "sample": SAMPLE, "sample_size": 6},
}
for _usual in USUAL.values():
    _usual["ladder"] = ", ".join(map(str, LADDER))
