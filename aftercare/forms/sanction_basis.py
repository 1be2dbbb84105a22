"""On what sanctions are based, by ground, as a manager words it for a framework."""
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from aftercare.forms.sanction import area
from aftercare.models import Sanction
from core.forms import HouseForm

LONGEST = 500


class SanctionBasesForm(HouseForm):
    """Two questions for each ground: in Korean, and in English for the English letters."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for ground, label in Sanction.Ground.choices:
            self.fields[f"{ground}_ko"] = area(label, LONGEST, rows=2)
            self.fields[f"{ground}_en"] = area(format_lazy(_("{ground}, in English"), ground=label), LONGEST, rows=2, required=False)

    def words(self):
        """{ground: (Korean, English)}"""
        return {ground: (self.cleaned_data[f"{ground}_ko"], self.cleaned_data[f"{ground}_en"]) for ground in Sanction.Ground.values}


def written(bases):
    """How they stand in the form. `bases`: {ground: Basis}."""
    return {f"{ground}_{language}": getattr(one, language) for ground, one in bases.items() for language in ("ko", "en")}
