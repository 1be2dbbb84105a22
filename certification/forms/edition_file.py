"""An edition in a file: read through first, then a draft as a whole or not at all."""
import json
from dataclasses import dataclass

from django import forms
from django.core import signing
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certification.content import find_problems
from certification.workbook import NAMES, content_from
from core.errors import Refused
from core.file_names import clean_name
from core.forms import HouseForm
from core.tables import Problem as InTable
from core.wording import speaks_korean
from providers.models import ServiceType

LARGEST = 2 * 1024 * 1024       # a JSON file: a hundred times the sample
KEPT_FOR = 60 * 60              # seconds between reading a file through and making the draft
ROOM = 1_000_000                # characters in which the page can carry it: well below what a form may send
SEAL = "an edition that was read through"


@dataclass(frozen=True)
class Wrong:
    """One thing that is wrong: on which sheet, in which row, of which code."""

    sheet: str
    place: str
    code: str
    sentence: str


class EditionFileForm(HouseForm):
    """The first sending reads a file through. If nothing is wrong the page carries it, sealed for this person and this framework, so that
    the second sending needs no file; nothing is stored for what may never become a draft."""

    file = forms.FileField(label=gettext_lazy("File"), help_text=gettext_lazy("Excel (.xlsx) or JSON, as an edition is saved here."))
    label_ko = forms.CharField(label=gettext_lazy("Label in Korean"), max_length=40)
    label_en = forms.CharField(label=gettext_lazy("Label in English"), max_length=60)
    is_sample = forms.BooleanField(label=gettext_lazy("These are sample texts, not yet the agency's own"), required=False)

    def __init__(self, *args, actor, framework, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = ".xlsx,.json"
        self.fields["file"].required = not self.data.get("sealed")
        self.whose = [actor.user.pk, framework.pk if framework else None]
        self.name, self.wrong, self.content = "", [], None

    def clean(self):
        found = super().clean()
        if "file" in self.errors:
            return found
        try:
            self.name, self.content, self.wrong = self._read(found.get("file"))
        except Refused as refusal:
            self.add_error("file", str(refusal))
        return found

    def _read(self, file):
        """(name, content, [Wrong]) of the file that was chosen, else of the one that was read through before."""
        if file:
            return clean_name(file.name), *read_edition(file)
        try:
            whose, name, content = signing.loads(self.data.get("sealed", ""), salt=SEAL, max_age=KEPT_FOR)
        except signing.BadSignature:
            whose = None
        if whose != self.whose:
            raise Refused(_("The file that was read through is no longer kept. Please choose it again."))
        return name, content, [_told(problem, {}) for problem in find_problems(content)]

    @property
    def is_right(self):
        """A file was read and nothing in it is wrong; what stands beside it may still be."""
        return self.is_bound and not self.errors.get("file") and self.content is not None and not self.wrong

    @property
    def sealed(self):
        """What the page carries to the second sending; empty for what is too large for that: then the file is chosen again."""
        words = signing.dumps([self.whose, self.name, self.content], salt=SEAL, compress=True) if self.is_right else ""
        return words if len(words) <= ROOM else ""

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
