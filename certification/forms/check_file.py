"""The PDF that somebody wants to know about: any bytes are taken, since whatever is wrong with them is the answer."""
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy

from core.file_types.reasons import SENTENCES
from core.forms import HouseForm


class CheckFileForm(HouseForm):
    file = forms.FileField(
        label=gettext_lazy("PDF file of the certificate"), allow_empty_file=True,
        help_text=gettext_lazy("Up to 50 MB. It is looked at and not kept."),
        widget=forms.FileInput(attrs={"accept": ".pdf,application/pdf"}))

    def clean_file(self):
        file = self.cleaned_data["file"]
        if not file.size:
            raise forms.ValidationError(SENTENCES["empty"])
        if file.size > settings.FILE_LIMIT:
            raise forms.ValidationError(str(SENTENCES["too_large"]).format(limit=settings.FILE_LIMIT // (1024 * 1024)))
        return file
