"""Fields and forms that those of providers, sites and people are made of."""
import re
import unicodedata

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import TenantForm
from providers import telephone
from providers.queries import districts_of

PRICE_AT_MOST = 100_000_000         # won


class DigitsField(forms.CharField):
    """A number that people write with hyphens and spaces; kept as digits. `kind` knows what is right and how it is shown."""

    def __init__(self, kind, **kwargs):
        super().__init__(max_length=30, **kwargs)
        self.kind = kind

    def clean(self, value):
        number = self.kind.plain(super().clean(value))
        sentence = self.kind.problem(number) if number else None
        if sentence:
            raise forms.ValidationError(sentence)
        return number

    def prepare_value(self, value):
        stored = isinstance(value, str) and value.isascii() and value.isdigit() and not self.kind.problem(value)
        return self.kind.formatted(value) if stored else value


class WonField(forms.IntegerField):
    """An amount that people write with commas and 원."""

    def __init__(self, **kwargs):
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
        super().__init__(min_value=0, max_value=PRICE_AT_MOST, required=False, widget=widget, **kwargs)

    def to_python(self, value):
        return super().to_python(re.sub(r"[\s,원]", "", unicodedata.normalize("NFKC", value or "")))

    def prepare_value(self, value):
        return f"{value:,}" if isinstance(value, int) else value


def phone_field(**more):
    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"})
    return DigitsField(telephone, label=_("Telephone"), help_text=_("With the area code, like 051-000-0000."), widget=widget, **more)


class WorkflowForm(TenantForm):
    """`taken`: fields whose being taken already the workflow finds out, and says beside the field."""

    taken: frozenset[str] = frozenset()

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() | self.taken


class AddressForm(WorkflowForm):
    """What forms with an address have in common: the districts of the agency's own province."""

    def __init__(self, *args, agency, **kwargs):
        super().__init__(*args, **kwargs)
        district = self.fields["district"]
        district.queryset = districts_of(agency)
        district.empty_label = _("Choose")
        if not district.queryset.exists():
            district.help_text = _("No districts are entered for this agency's province yet. Please ask the agency.")
