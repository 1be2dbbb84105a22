"""What staff write of an edition: its labels, its rows in both languages, the mapping, errata, the word to providers."""
from itertools import zip_longest

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certification.models import Area, Criterion, FrameworkVersion, Indicator
from certification.queries import editions_of
from certification.wording import NO_LANGUAGE, ONE_LANGUAGE, as_kept, fields_of, label_of
from core.forms import DayField, HouseForm, TenantForm
from providers.models import ServiceType

LINES = {"name": 0, "question": 3, "description": 4, "plain": 3, "evidence": 5, "document_check": 4, "onsite_check": 4, "mistakes": 4}


class LabelsForm(TenantForm):
    class Meta:
        model = FrameworkVersion
        fields = ["label_ko", "label_en", "is_sample"]
        labels = {"is_sample": gettext_lazy("These are sample texts, not yet the agency's own")}


class NewEditionForm(HouseForm):
    """From an edition that is there."""

    source = forms.ModelChoiceField(label=gettext_lazy("Begin from"), queryset=None, empty_label=None)
    label_ko = forms.CharField(label=gettext_lazy("Label in Korean"), max_length=40)
    label_en = forms.CharField(label=gettext_lazy("Label in English"), max_length=60)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["source"].queryset = editions_of(actor)


class RowForm(TenantForm):
    """A row as it is written, Korean and English side by side. Only code and Korean name must be there; the page says what else is missing.

    `base`: the revision that the page was opened with. `needed`: what has to be there now.
    """

    needed = ("code", "name_ko", "area", "criterion")
    base = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.required = name in self.needed
            lines = LINES.get(name.rpartition("_")[0])
            if lines and isinstance(field.widget, forms.Textarea):
                field.widget.attrs["rows"] = lines
            if name.endswith("_en"):
                field.widget.attrs["lang"] = "en"

    @property
    def kind(self):
        return self._meta.model._meta.model_name

    @property
    def pairs(self):
        return [(self[f"{stem}_ko"], self[f"{stem}_en"]) for stem in ONE_LANGUAGE[self.kind]]

    @property
    def beside(self):
        """What has no language, after code and place."""
        return [self[name] for name in (*NO_LANGUAGE[self.kind], *(["applies_to"] if "applies_to" in self.fields else []))]

    @property
    def above(self):
        """Code and place."""
        return [self[name] for name in ("code", "area", "criterion") if name in self.fields]

    def texts(self):
        """What the workflow writes."""
        given = {name: self.cleaned_data[name] for name in self._meta.fields}
        return {name: as_kept(value) if isinstance(value, str) else value for name, value in given.items()}

    def against(self, row):
        """[(label, what was typed, what stands there by now)] for a page that came too late."""
        typed = [(name, self.data.get(name, ""), text_shown(row, name)) for name in ("code", *fields_of(self.kind))]
        return [(label_shown(name), mine, theirs) for name, mine, theirs in typed if as_kept(mine).strip() != theirs.strip()]

    def _post_clean(self):
        """Nothing is assigned here, and what cannot be the workflow says beside its field."""


def label_shown(name):
    return _("Code number") if name == "code" else label_of(name)


def text_shown(row, name):
    stem, _underscore, language = name.rpartition("_")
    return pieces_text(row.evidence, language) if stem == "evidence" else getattr(row, name)


def pieces_text(pieces, language):
    return "\n".join(piece.get(language, "") for piece in pieces)


class AreaForm(RowForm):
    class Meta:
        model = Area
        fields = ["code", *fields_of("area")]
        labels = {"code": gettext_lazy("Code number")}


class CriterionForm(RowForm):
    class Meta:
        model = Criterion
        fields = ["code", "area", *fields_of("criterion")]
        labels = {"code": gettext_lazy("Code number"), "area": gettext_lazy("Stands under")}

    def __init__(self, *args, version, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["area"].queryset = self.fields["area"].queryset.filter(version=version).order_by("position")
        self.fields["area"].empty_label = None


class IndicatorForm(RowForm):
    evidence_ko = forms.CharField(label=gettext_lazy("Evidence asked for, in Korean"), widget=forms.Textarea,
                                  help_text=gettext_lazy("One piece a line."))
    evidence_en = forms.CharField(label=gettext_lazy("Evidence asked for, in English"), widget=forms.Textarea,
                                  help_text=gettext_lazy("One piece a line, in the same order."))
    applies_to = forms.MultipleChoiceField(label=gettext_lazy("Services of which it is asked"), widget=forms.CheckboxSelectMultiple,
                                           help_text=gettext_lazy("None chosen: of all services."))

    class Meta:
        model = Indicator
        fields = ["code", "criterion", *(name for name in fields_of("indicator") if not name.startswith("evidence")), "applies_to"]
        labels = {"code": gettext_lazy("Code number"), "criterion": gettext_lazy("Stands under")}

    def __init__(self, *args, version, instance=None, initial=None, **kwargs):
        pieces = instance.evidence if instance else []
        stands = {f"evidence_{language}": pieces_text(pieces, language) for language in ("ko", "en")}
        super().__init__(*args, instance=instance, initial=stands | (initial or {}), **kwargs)
        self.fields["criterion"].queryset = self.fields["criterion"].queryset.filter(version=version).order_by("position")
        self.fields["criterion"].empty_label = None
        self.fields["applies_to"].choices = [(service.code, str(service)) for service in ServiceType.objects.order_by("position", "code")]
        self.fields["mistakes_ko"].help_text = self.fields["mistakes_en"].help_text = _("One mistake a line.")

    def texts(self):
        lines = [[line.strip() for line in self.cleaned_data[f"evidence_{language}"].splitlines()] for language in ("ko", "en")]
        pieces = [{"ko": ko, "en": en} for ko, en in zip_longest(*lines, fillvalue="") if ko or en]
        return super().texts() | {"evidence": pieces}


class MappingForm(HouseForm):
    """For each indicator the codes it had before; what becomes of the others follows from that."""

    def __init__(self, *args, indicators, old, before, **kwargs):
        super().__init__(*args, **kwargs)
        self.indicators, self.old = indicators, {one.code: one for one in old}
        for indicator in indicators:
            self.fields[self.name_of(indicator)] = forms.CharField(
                label=str(indicator), required=False, max_length=200, initial=", ".join(before.get(indicator.pk, [])))

    @staticmethod
    def name_of(indicator):
        return f"before-{indicator.public_id}"

    def clean(self):
        found = super().clean()
        for indicator in self.indicators:
            unknown = [code for code in codes_in(found.get(self.name_of(indicator), "")) if code not in self.old]
            if unknown:
                self.add_error(self.name_of(indicator), _("There is no indicator %(code)s in the edition before.") % {"code": unknown[0]})
        return found

    def pairs(self):
        """[(code before, code now)]."""
        return [(code, indicator.code) for indicator in self.indicators for code in codes_in(self.cleaned_data[self.name_of(indicator)])]

    @cached_property
    def rows(self):
        return [(indicator, self[self.name_of(indicator)]) for indicator in self.indicators]


def codes_in(text):
    """However they are set apart."""
    return [code for code in text.replace(",", " ").replace("·", " ").split() if code]


class ErratumForm(HouseForm):
    field = forms.ChoiceField(label=gettext_lazy("Which text"))
    new_text = forms.CharField(label=gettext_lazy("What it should say"), widget=forms.Textarea(attrs={"rows": 4}), max_length=4000)

    def __init__(self, *args, kind, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["field"].choices = [(name, label_of(name)) for name in fields_of(kind)]


class TellingForm(HouseForm):
    """What the manager adds to the message."""

    words_ko = forms.CharField(label=gettext_lazy("What you add, in Korean"), required=False, max_length=2000,
                               widget=forms.Textarea(attrs={"rows": 4}))
    words_en = forms.CharField(label=gettext_lazy("What you add, in English"), required=False, max_length=2000,
                               widget=forms.Textarea(attrs={"rows": 4, "lang": "en"}))


class ConsultationForm(TellingForm):
    answer_until = DayField(label=gettext_lazy("Opinions until"))
