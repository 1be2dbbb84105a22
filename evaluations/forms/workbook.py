"""A workbook of the self-assessment handed in again: read through before anything is kept."""
from django import forms
from django.utils.translation import gettext_lazy as _

from core.errors import Refused
from core.forms import HouseForm
from evaluations.workbook import read_workbook


class WorkbookForm(HouseForm):
    """`found` holds what was read; with `found.problems` nothing is kept."""

    file = forms.FileField(label=_("The workbook you have filled in"), allow_empty_file=True,
                           help_text=_("Excel (.xlsx), as it was saved here."))

    def __init__(self, *args, application, codes, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = ".xlsx"
        self.application, self.codes, self.found = application, codes, None

    def clean(self):
        given = super().clean()
        if "file" in given:
            try:
                self.found = read_workbook(given["file"].file, self.application, self.codes, name=given["file"].name)
            except Refused as refusal:
                self.add_error("file", str(refusal))
        return given

    def is_valid(self):
        return super().is_valid() and not self.problems

    @property
    def problems(self):
        return self.found.problems if self.found else []
