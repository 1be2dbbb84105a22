"""What is said of a file: before it comes in parts, and in the library."""
from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import DayField, HouseForm


class UploadForm(HouseForm):
    """What the browser knows of a file before the first part."""

    place = forms.CharField(max_length=120)
    name = forms.CharField(max_length=255)
    size = forms.IntegerField(min_value=0, max_value=2**40)
    sha256 = forms.RegexField(r"^[0-9a-f]{64}$")


class PartForm(HouseForm):
    """The head of a part."""

    offset = forms.IntegerField(min_value=0)
    sha256 = forms.RegexField(r"^[0-9a-f]{64}$")


class PeriodForm(HouseForm):
    covers_from = DayField(label=_("Covers the period from"), required=False)
    covers_to = DayField(label=_("Covers the period until"), required=False, help_text=_("For reports, plans and records. May stay empty."))
    expires_on = DayField(label=_("Valid until"), required=False, help_text=_("For insurance policies and certificates that expire."))

    def clean(self):
        values = super().clean()
        begins, ends = values.get("covers_from"), values.get("covers_to")
        if begins and ends and begins > ends:
            self.add_error("covers_to", _("The period ends before it begins."))
        return values


class NewerForm(HouseForm):
    """The newer version of a document."""

    file = forms.FileField(label=_("New version"))
