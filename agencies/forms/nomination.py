"""A nomination as it is written: texts, figures, pictures."""
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from agencies.forms.case_call import long_words
from agencies.forms.report import long_text, one_line_end
from core.forms import HouseForm, UploadField

FIGURES = range(1, 5)           # rows of figures
PIECES = (("name", _("What is counted"), 60), ("before", _("Before the case"), 30), ("after", _("After the case"), 30),
          ("unit", _("Unit"), 20))
TEXTS = ("summary", "problem", "done", "changed", "contact_name", "contact_at", "news")


class BeginNominationForm(HouseForm):
    title = forms.CharField(label=_("Title of the case"), max_length=120)


class NominationForm(HouseForm):
    """A draft demands nothing but a title: everything else may be empty."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(label=_("Title of the case"), max_length=120)
    theme = forms.ChoiceField(label=_("Field of the case"), required=False)
    summary = long_words(_("Summary"), 3, 600, _("In three or four sentences: it stands in the list of cases."), required=False)
    problem = long_text(_("What was the problem"), 7)
    done = long_text(_("What was done"), 9, _("So that another agency could do the same: who, how, with what."))
    changed = long_text(_("What changed by it"), 7)
    contact_name = forms.CharField(label=_("Person to ask"), max_length=60, required=False,
                                   help_text=_("Shown with the case once it is selected."))
    contact_at = forms.CharField(label=_("Telephone or e-mail of the office"), max_length=120, required=False)
    news = long_words(_("What is new since an earlier nomination"), 3, 2000,
                      _("Only if your agency has nominated this case in an earlier call."), required=False)

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, initial=what_stands(row), **kwargs)
        self.row = row
        self.fields["theme"].choices = [("", _("Choose a field")), *row.call.theme_choices]
        for number in FIGURES:
            for piece, label, most in PIECES:
                self.fields[f"figure-{number}-{piece}"] = forms.CharField(label=label, max_length=most, required=False)

    @property
    def figure_rows(self):
        return [(number, [self[f"figure-{number}-{piece}"] for piece, _label, _most in PIECES]) for number in FIGURES]

    @property
    def keeps(self):
        """Which questions a browser keeps."""
        return " ".join(name for name in self.fields if name != "version")

    def clean(self):
        said = super().clean()
        for number in FIGURES:
            given = {piece: (said.get(f"figure-{number}-{piece}") or "").strip() for piece, _label, _most in PIECES}
            if any(given.values()) and not given["name"]:
                self.add_error(f"figure-{number}-name", gettext("Say what is counted."))
        return said

    def facts(self):
        said = self.cleaned_data
        chosen = self.row.call.themes[int(said["theme"])] if said["theme"] else ("", "")
        figures = [{piece: said[f"figure-{number}-{piece}"].strip() for piece, _label, _most in PIECES} for number in FIGURES]
        return {"base_version": said["version"], "title": said["title"].strip(), "theme_ko": chosen[0], "theme_en": chosen[1],
                "figures": [one for one in figures if one["name"]], **{name: one_line_end(said[name]) for name in TEXTS}}


def what_stands(row):
    """What the form opens with."""
    place = next((str(number) for number, (ko, _en) in enumerate(row.call.themes) if ko == row.theme_ko), "")
    stands = {"version": row.version, "title": row.title, "theme": place, **{name: getattr(row, name) for name in TEXTS}}
    for number, figure in enumerate(row.figures, 1):
        stands |= {f"figure-{number}-{piece}": figure.get(piece, "") for piece, _label, _most in PIECES}
    return stands


class PictureForm(HouseForm):
    file = UploadField(label=_("Picture"), help_text=_("PNG or JPEG. It is made anew without what the camera wrote into it."))
    alternative = forms.CharField(label=_("What the picture shows"), max_length=200,
                                  help_text=_("Read out to those who cannot see it."))


class HandInNominationForm(HouseForm):
    seen = forms.CharField(widget=forms.HiddenInput)
    has_read = forms.BooleanField(label=_("I have read the nomination and hand it in for our agency. If it is selected it is published."))
