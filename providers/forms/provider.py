"""A provider and its documents, as clean values."""
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.forms import HouseForm, TenantForm, UploadField
from providers import business_number
from providers.forms.fields import AddressForm, DigitsField, phone_field
from providers.models import Provider, ProviderDocument
from providers.queries import similar_confirmed


class ProviderForm(AddressForm):
    taken = frozenset({"business_number"})                  # a second click leads to one's own provider, not to an error

    business_number = DigitsField(business_number, label=_("Business registration number"),
                                  help_text=_("Ten digits, with or without hyphens. A unique number (고유번호) is possible too."),
                                  widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}))
    phone = phone_field()

    class Meta:
        model = Provider
        fields = ["name", "name_en", "business_number", "head_name", "phone", "email",
                  "district", "postcode", "address_base", "address_detail"]
        widgets = {"postcode": forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "postal-code"})}
        help_texts = {"name": _("As it stands on the business registration certificate."),
                      "name_en": _("For the English pages. May stay empty."),
                      "address_base": _("Road and number, like 부산광역시 사상구 광장로 00.")}

    def facts(self):
        return {name: self.cleaned_data[name] for name in self.Meta.fields if name in self.fields}


class RegisterForm(ProviderForm):
    """Similar providers are shown before it is handed in: name and district of confirmed ones, nothing else."""

    not_ours = forms.BooleanField(label=_("None of these is our organisation"), required=False)
    certificate = UploadField(label=_("Copy of the business registration certificate"))
    similar: list[tuple[str, str]] = []
    taken_number = ""                       # set when somebody else has registered it: they may ask to join

    def clean(self):
        values = super().clean()
        asked = {name: values.get(name) for name in ("name", "district", "address_base")}
        if all(asked.values()):
            self.similar = similar_confirmed(**asked, number=values.get("business_number", ""))
            if self.similar and not values.get("not_ours"):
                self.add_error("not_ours", gettext("Look at the similar organisations first: is one of them yours?"))
        return values


class ProxyForm(ProviderForm):
    """What came on paper, entered by the agency."""

    certificate = UploadField(label=_("Copy of the business registration certificate"))
    paper = UploadField(label=_("Scan of the registration on paper"))


class ReachForm(TenantForm):
    """What a confirmed provider may still change by itself."""

    phone = phone_field()

    class Meta:
        model = Provider
        fields = ["name_en", "phone", "email"]

    def facts(self):
        return dict(self.cleaned_data)


class DocumentForm(HouseForm):
    kind = forms.ChoiceField(label=_("Kind of document"), choices=ProviderDocument.Kind.choices)
    file = UploadField(label=_("File"))
