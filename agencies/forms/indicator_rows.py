"""One field, area or indicator of a draft set, Korean and English side by side, and the figures of an indicator."""
from django import forms
from django.forms import formset_factory
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.models import EvaluationArea, EvaluationField, ManagementIndicator
from agencies.models.indicator_set import FIGURE
from certification.forms.edition import RowForm
from certification.wording import as_kept
from core.forms import HouseForm

MOST_FIGURES = 20
PAIRS = ("definition", "look", "evidence")
COUNTED = ("points", "rated_by", "share", "formula", "target")
ALONE = ("source", "kept_by")


class SetRowForm(RowForm):
    """Code and Korean name have to be there now; the page says what else is missing before the set is frozen."""

    needed = ("code", "name_ko", "field", "area", "points", "rated_by")
    stems, counted_names, alone = ("name",), (), ()

    @property
    def pairs(self):
        return [(self[f"{stem}_ko"], self[f"{stem}_en"]) for stem in self.stems]

    @property
    def above(self):
        return [self[name] for name in ("code", "field", "area") if name in self.fields]

    @property
    def counted(self):
        return [self[name] for name in self.counted_names]

    @property
    def beside(self):
        return [self[name] for name in self.alone]

    def against(self, row):
        """[(label, what was typed, what stands there by now)] for a page that came too late."""
        typed = [(str(self[name].label), self.cleaned_data[name], getattr(row, name)) for name in self._meta.fields]
        texts = [(label, *(as_kept("" if said is None else str(said)) for said in (mine, their))) for label, mine, their in typed]
        return [(label, mine, their) for label, mine, their in texts if mine.strip() != their.strip()]


class FieldForm(SetRowForm):
    class Meta:
        model = EvaluationField
        fields = ["code", "name_ko", "name_en"]


class AreaOfSetForm(SetRowForm):
    class Meta:
        model = EvaluationArea
        fields = ["code", "field", "name_ko", "name_en"]
        labels = {"field": gettext_lazy("Stands under")}

    def __init__(self, *args, indicator_set, **kwargs):
        super().__init__(*args, **kwargs)
        only_of(self.fields["field"], indicator_set)


class SetIndicatorForm(SetRowForm):
    stems, counted_names, alone = ("name", *PAIRS), COUNTED, ALONE

    class Meta:
        model = ManagementIndicator
        fields = ["code", "area", "name_ko", "name_en", *COUNTED, *(f"{stem}_{language}" for stem in PAIRS for language in ("ko", "en")),
                  *ALONE]
        labels = {"area": gettext_lazy("Stands under")}
        widgets = {"formula": forms.Textarea(attrs={"rows": 2, "spellcheck": "false", "class": "formula"})} | {
            f"{stem}_{language}": forms.Textarea(attrs={"rows": 4}) for stem in PAIRS for language in ("ko", "en")}
        help_texts = {
            "share": gettext_lazy("Of a mixed indicator only; the rest is rated by assessors."),
            "formula": gettext_lazy("Gives a rating from 0 to 100, by the names of the figures below and target. Signs: + - * / ( ), "
                                    "functions: min, max, abs, between."),
            "target": gettext_lazy("What the formula calls target."),
            "evidence_ko": gettext_lazy("One piece a line."), "evidence_en": gettext_lazy("One piece a line, in the same order.")}

    def __init__(self, *args, indicator_set, **kwargs):
        super().__init__(*args, **kwargs)
        only_of(self.fields["area"], indicator_set)

    def texts(self):
        share = self.cleaned_data["share"]
        return super().texts() | {"share": self._meta.model._meta.get_field("share").default if share is None else share}


def only_of(field, indicator_set):
    field.queryset = field.queryset.filter(indicator_set=indicator_set).order_by("position")
    field.empty_label = None


class FigureForm(HouseForm):
    """A number that agencies report; the formula calls it by its name."""

    name = forms.CharField(label=gettext_lazy("name in the formula"), max_length=30, validators=[FIGURE])
    label_ko = forms.CharField(label=gettext_lazy("label in Korean"), max_length=120)
    label_en = forms.CharField(label=gettext_lazy("label in English"), max_length=200, required=False)
    unit_ko = forms.CharField(label=gettext_lazy("unit in Korean"), max_length=20, required=False)
    unit_en = forms.CharField(label=gettext_lazy("unit in English"), max_length=30, required=False)
    is_whole = forms.BooleanField(label=gettext_lazy("a whole number"), required=False)


FigureForms = formset_factory(FigureForm, extra=2, max_num=MOST_FIGURES, validate_max=True, can_delete=True)


def figures_in(forms_of_figures):
    """What the workflow writes, of a formset that is valid."""
    return [{name: one.cleaned_data[name] for name in FigureForm.base_fields} for one in forms_of_figures
            if one.cleaned_data and not one.cleaned_data.get("DELETE") and one.cleaned_data.get("name")]


def figures_text(figures):
    """One a line, to compare what two people wrote."""
    return "\n".join(f"{one['name']}: {one['label_ko']} ({one['unit_ko'] or '-'})" for one in figures)


def label_of_figures():
    return _("Figures")
