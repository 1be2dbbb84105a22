"""A list of names or numbers that somebody wants to know about: pasted, or as the first column of a spreadsheet."""
from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts import limits
from certification.queries.bulk import MOST
from core.errors import Refused, Unavailable
from core.forms import HouseForm
from core.tables import lines_of, lines_of_file

TEN_MINUTES = 600
HEADINGS = {
    "이름", "기관명", "제공기관", "제공기관명", "기관", "인증번호", "번호", "이름 또는 번호",
    "name", "number", "provider", "certificate number", "name or number"}


class BulkForm(HouseForm):
    """Nothing of it is kept: whatever cannot be seen in a pasted list is taken out, not refused."""

    words = forms.CharField(label=gettext_lazy("Names or numbers, one a line"), required=False, max_length=200_000, strip=False,
                            widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}))
    file = forms.FileField(label=gettext_lazy("Or a file"), required=False, allow_empty_file=True, help_text=gettext_lazy(
        "A spreadsheet (.xlsx) or a text file (.csv). Its first column is read."), widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}))

    def __init__(self, *args, peer="", **kwargs):
        super().__init__(*args, **kwargs)
        self.peer = peer
        self.fields["words"].validators = []

    def clean(self):
        cleaned = super().clean()
        if self.errors:
            return cleaned
        count_try(self.peer)
        try:
            lines = lines_of_file(cleaned["file"], MOST + 1) if cleaned.get("file") else lines_of(cleaned["words"])
        except Refused as refusal:
            raise forms.ValidationError(str(refusal)) from None
        self.lines = lines[1:] if lines and lines[0].casefold() in HEADINGS else lines
        if not self.lines:
            raise forms.ValidationError(_("Write or paste at least one name or number, or choose a file."))
        if len(self.lines) > MOST:
            raise forms.ValidationError(_("At most %(most)s lines at a time. Please divide the list."), params={"most": f"{MOST:,}"})
        return cleaned


def count_try(peer):
    """A place among the tries, or a sentence beside what was typed."""
    try:
        free = limits.reserve(f"bulk:{peer}", settings.BULK_LIMIT, TEN_MINUTES)
    except Unavailable:
        raise forms.ValidationError(_("Lists cannot be checked for a moment because a part of the system does not answer. "
                                      "Please try again in a few minutes.")) from None
    if not free:
        raise forms.ValidationError(_("Many lists were checked from your connection just now. Please wait ten minutes and try again."))
