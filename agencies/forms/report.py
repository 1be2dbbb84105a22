"""One indicator of a performance report: the text, each figure, what became of last year's findings; and the deeds about the whole."""
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from agencies.typed_numbers import read_number, shown_number
from core.forms import HouseForm

LONGEST = 20_000            # characters of a text


def long_text(label, rows, hint=""):
    """Not max_length: a browser would cut pasted text without a word."""
    return forms.CharField(label=label, required=False, strip=False, help_text=hint, widget=forms.Textarea(attrs={"rows": rows}),
                           validators=[MaxLengthValidator(LONGEST)])


class FigureField(forms.CharField):
    """A number with its unit; what is no number gets its sentence, and stays in the field."""

    def __init__(self, figure):
        super().__init__(label=f"{figure.label} ({figure.unit})" if figure.unit else figure.label, required=False, max_length=60,
                         widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "figure"}))
        self.figure = figure

    def clean(self, value):
        return read_number(super().clean(value), unit=self.figure.unit_ko, is_whole=self.figure.is_whole)


class EntryForm(HouseForm):
    """A draft demands nothing: everything may be empty."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    text = long_text(_("What was done, and what came of it"), 16)
    last_year = long_text(_("What became of last year's findings"), 5,
                          _("For each finding of the last evaluation what was done since. May stay empty."))

    def __init__(self, *args, figures, **kwargs):
        super().__init__(*args, **kwargs)
        self.names = {f"figure-{one.name}": one for one in figures}
        for name, figure in self.names.items():
            self.fields[name] = FigureField(figure)

    @property
    def figures(self):
        return [self[name] for name in self.names]

    @property
    def keeps(self):
        """Which questions a browser keeps."""
        return " ".join(("text", "last_year", *self.names))

    def clean_text(self):
        return one_line_end(self.cleaned_data["text"])

    def clean_last_year(self):
        return one_line_end(self.cleaned_data["last_year"])

    def facts(self):
        said = self.cleaned_data
        figures = {figure.name: said[name] for name, figure in self.names.items() if said[name]}
        return {"text": said["text"], "last_year": said["last_year"], "figures": figures, "base_version": said["version"]}


def one_line_end(words):
    """Browsers send line ends of two characters; what is sealed and compared has one."""
    return words.replace("\r\n", "\n").rstrip()


def what_stands(entry):
    """What the form opens with."""
    return {"text": entry.text, "last_year": entry.last_year, "version": entry.version,
            **{f"figure-{name}": shown_number(value) for name, value in entry.figures.items()}}


class SendBackForm(HouseForm):
    reason = forms.CharField(label=_("Why it is sent back"), widget=forms.Textarea(attrs={"rows": 3}), max_length=1000)


class HandInForm(HouseForm):
    """What the page showed, and how late it said the report is."""

    seen = forms.CharField(widget=forms.HiddenInput)
    agreed_days = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    has_read = forms.BooleanField(label=_("I have read the report and hand it in for our agency."))

    def clean_seen(self):
        if len(self.cleaned_data["seen"]) != 64:
            raise ValidationError(_("It was changed since this page was opened. Please read it again."))
        return self.cleaned_data["seen"]
