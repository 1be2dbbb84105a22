"""Results of a year before this system: one row for each agency."""
from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.models import Participation
from core.forms import HouseForm

GRADES = ("S", "A", "B", "C", "D")


class PastYearForm(HouseForm):
    """An agency that is left on "not yet open" is not entered."""

    year = forms.IntegerField(label=_("Year of the evaluation"), min_value=2019, max_value=2100)
    is_sample = forms.BooleanField(label=_("These are sample figures"), required=False,
                                   help_text=_("The public page says so."))

    def __init__(self, *args, agencies, **kwargs):
        super().__init__(*args, **kwargs)
        self.agencies = list(agencies)
        for one in self.agencies:
            self.fields[f"standing-{one.pk}"] = forms.ChoiceField(
                label=_("Takes part"), choices=Participation.Standing.choices, initial=Participation.Standing.NOT_OPEN)
            self.fields[f"total-{one.pk}"] = forms.DecimalField(label=_("Total"), required=False, max_digits=6, decimal_places=2,
                                                                min_value=0, max_value=102)
            self.fields[f"grade-{one.pk}"] = forms.ChoiceField(label=_("Grade"), required=False,
                                                               choices=[("", "–"), *((one, one) for one in GRADES)])
            self.fields[f"reason-{one.pk}"] = forms.CharField(label=_("Reason of an exemption"), required=False, max_length=300)

    def rows(self):
        """[(agency, its four fields)]"""
        return [(one, [self[f"{name}-{one.pk}"] for name in ("standing", "total", "grade", "reason")]) for one in self.agencies]

    def facts(self):
        said = self.cleaned_data
        return {one: (said[f"standing-{one.pk}"], said[f"reason-{one.pk}"], said[f"total-{one.pk}"], said[f"grade-{one.pk}"])
                for one in self.agencies if said[f"standing-{one.pk}"] != Participation.Standing.NOT_OPEN}
