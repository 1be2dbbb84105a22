"""What a round asks of applicants, chosen while it is a draft: a box for each requirement, beside two of them a figure."""
from django import forms
from django.utils.translation import gettext_lazy as _

from certification.models.requirement import DEFAULTS, FIGURES, requirements_in
from core.forms import HouseForm

LABELS = {"months": _("For how many months?"), "years": _("For how many years?")}


class RequirementsForm(HouseForm):
    """A figure has its requirement before it; left empty where the box is empty."""

    months = forms.IntegerField(label=LABELS["months"], required=False, help_text=_("Counted back from the day of the announcement."))
    years = forms.IntegerField(label=LABELS["years"], required=False, help_text=_("Counted back from the day of the announcement."))

    def __init__(self, *args, kind, rows, **kwargs):
        self.may_ask = requirements_in(kind)
        asked = {row.requirement: row.asked for row in rows}
        stands = {f"ask_{code}": code in asked for code in self.may_ask}
        stands |= {name: asked.get(code, DEFAULTS[code])[name] for code, name in FIGURES.items()}
        super().__init__(*args, initial=stands, **kwargs)
        for code in self.may_ask:
            self.fields[f"ask_{code}"] = forms.BooleanField(label=code.label, required=False)
        self.order_fields(name for code in self.may_ask for name in (f"ask_{code}", FIGURES.get(code)) if name)

    def wanted(self):
        """{requirement: its figures}, of those chosen."""
        chosen = [code for code in self.may_ask if self.cleaned_data[f"ask_{code}"]]
        return {code: {FIGURES[code]: self.cleaned_data[FIGURES[code]]} if code in FIGURES else {} for code in chosen}
