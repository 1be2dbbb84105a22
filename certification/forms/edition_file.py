"""An edition in a file: read through first, then a draft as a whole or not at all."""
import json
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certification.content import find_problems
from certification.workbook import NAMES, content_from
from core.errors import Refused
from core.forms import HouseForm
from core.tables import Problem as InTable
from core.wording import speaks_korean
from providers.models import ServiceType

LARGEST = 2 * 1024 * 1024       # a JSON file: a hundred times the sample


@dataclass(frozen=True)
class Wrong:
    """One thing that is wrong: on which sheet, in which row, of which code."""

    sheet: str
    place: str
    code: str
    sentence: str


class EditionFileForm(HouseForm):
    file = forms.FileField(label=gettext_lazy("File"), help_text=gettext_lazy("Excel (.xlsx) or JSON, as an edition is saved here."))
    label_ko = forms.CharField(label=gettext_lazy("Label in Korean"), max_length=40)
    label_en = forms.CharField(label=gettext_lazy("Label in English"), max_length=60)
    is_sample = forms.BooleanField(label=gettext_lazy("These are sample texts, not yet the agency's own"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = ".xlsx,.json"
        self.wrong, self.content = [], None

    def clean(self):
        found = super().clean()
        if "file" in found:
            try:
                self.content, self.wrong = read_edition(found["file"])
            except Refused as refusal:
                self.add_error("file", str(refusal))
        return found

    @property
    def counts(self):
        return {kind: len(self.content.get(kind, [])) for kind in NAMES} if self.content else {}


def read_edition(upload):
    """(content, [Wrong]). Raises Refused for what is neither workbook nor JSON."""
    if upload.name.lower().endswith(".json"):
        content, numbers = _from_json(upload), {}
    else:
        content, readings = content_from(upload.file, list(ServiceType.objects.order_by("position", "code")), name=upload.name)
        wrong = [_in_table(reading, problem) for reading in readings.values() for problem in reading.problems]
        if wrong:                               # what a row refers to may stand in one that could not be read
            return content, wrong
        numbers = {kind: [row.number for row in reading.rows] for kind, reading in readings.items()}
    return content, [_told(problem, numbers) for problem in find_problems(content)]


def _from_json(upload):
    if upload.size > LARGEST:
        raise Refused(_("The file is too large to be an edition of the criteria."))
    try:
        return json.loads(upload.read().decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Refused(_("This is no JSON file that can be read.")) from None


def _in_table(reading, problem: InTable):
    where = problem.place if problem.row else ""
    return Wrong(reading.sheet, where, "", problem.sentence)


def _told(problem, numbers):
    """In the workbook the row of the sheet, in JSON the place in its list."""
    sheet = NAMES[problem.kind][0 if speaks_korean() else 1] if problem.kind else ""
    if problem.place < 0:
        return Wrong(sheet, "", problem.code, problem.sentence)
    number = numbers[problem.kind][problem.place] if numbers else problem.place + 1
    return Wrong(sheet, _("row %(row)s") % {"row": number}, problem.code, problem.sentence)
