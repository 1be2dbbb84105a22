"""What people enter about a provider, its sites, services, documents and people, as clean values."""
import re
import unicodedata

from django import forms
from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.forms import CountedForm
from core.forms import DayField, HouseForm, TenantForm, UploadField, day_input
from providers import business_number, places, telephone
from providers.models import Disposition, Offering, Provider, ProviderDocument, ProviderMember, ServiceType, Site
from providers.queries import districts_of, similar_confirmed
from providers.workflow.invitation import GIVEN

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


def phone_field():
    return DigitsField(telephone, label=_("Telephone"), help_text=_("With the area code, like 051-000-0000."),
                       widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"}))


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


class SiteForm(AddressForm):
    taken = frozenset({"name"})

    phone = phone_field()

    class Meta:
        model = Site
        fields = ["name", "district", "postcode", "address_base", "address_detail", "phone", "opening_hours", "latitude", "longitude"]
        widgets = {"postcode": forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "postal-code"}),
                   "opening_hours": forms.Textarea(attrs={"rows": 3}),
                   "latitude": forms.TextInput(attrs={"inputmode": "decimal"}),
                   "longitude": forms.TextInput(attrs={"inputmode": "decimal"})}
        help_texts = {"opening_hours": _("As people should read it, a line a day if need be. May stay empty."),
                      "latitude": _("Degrees north, like 35.152700. For the map; may stay empty."),
                      "longitude": _("Degrees east, like 128.991200.")}

    swapped = False                                         # whether the other way round would be right

    def __init__(self, data=None, *args, **kwargs):
        super().__init__(_turned_round(data), *args, **kwargs)

    def clean(self):
        values = super().clean()
        latitude, longitude = values.get("latitude"), values.get("longitude")
        if latitude is not None and longitude is not None and (sentence := places.problem(latitude, longitude)):
            self.swapped = places.are_swapped(latitude, longitude)
            self.add_error("latitude", sentence)
        return values


def _turned_round(data):
    """The button “the other way round” sends the form with `swap`."""
    if data is None or "swap" not in data:
        return data
    data = data.copy()
    data["latitude"], data["longitude"] = data.get("longitude", ""), data.get("latitude", "")
    return data


class OfferingFacts(WorkflowForm):
    """Registration and price range of a service; whether the prices fit together the workflow says."""

    price_low = WonField(label=_("Price from, in won"), help_text=_(
        "Where you set the price within the range of the price elasticity system. All three may stay empty."))
    price_high = WonField(label=_("Price to, in won"), help_text=_("The same as above if there is only one price."))
    price_per = forms.ChoiceField(label=_("The price is for"), required=False, choices=[("", _("Choose")), *Offering.Per.choices])


class OfferingForm(OfferingFacts):
    taken = frozenset({"service_type", "price_low"})

    service_type = forms.ModelChoiceField(ServiceType.objects.all(), label=_("Service"), empty_label=_("Choose"))

    class Meta:
        model = Offering
        fields = ["service_type", "registration_number", "registered_on", "price_low", "price_high", "price_per"]
        widgets = {"registered_on": day_input()}
        help_texts = {"registration_number": _("As it stands on the provider registration certificate. May stay empty.")}


class OfferingChangeForm(OfferingFacts):
    taken = frozenset({"is_active", "price_low"})

    class Meta:
        model = Offering
        fields = ["registration_number", "registered_on", "price_low", "price_high", "price_per", "is_active"]
        widgets = OfferingForm.Meta.widgets


class DocumentForm(HouseForm):
    kind = forms.ChoiceField(label=_("Kind of document"), choices=ProviderDocument.Kind.choices)
    file = UploadField(label=_("File"))


WHAT_THEY_DO = {
    ProviderMember.Role.OWNER: _("decides about people, writes, hands in and withdraws"),
    ProviderMember.Role.EDITOR: _("writes and hands in"),
    ProviderMember.Role.VIEWER: _("only reads"),
}


def role_field(roles):
    """Each role with what it may do."""
    choices = [(role, format_lazy("{role}: {may}", role=role.label, may=WHAT_THEY_DO[role])) for role in roles]
    return forms.ChoiceField(label=_("Role"), choices=choices, widget=forms.RadioSelect)


class InviteColleagueForm(CountedForm, HouseForm):
    counted_as = "colleague"

    email = forms.EmailField(label=_("E-mail of your colleague"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "off"}))
    role = role_field(GIVEN)
    language = forms.ChoiceField(label=_("Language of the message"), choices=settings.LANGUAGES)


class MemberRoleForm(HouseForm):
    role = role_field(ProviderMember.Role)


class AcceptJoinForm(HouseForm):
    role = role_field(GIVEN)


class JoinForm(HouseForm):
    business_number = DigitsField(business_number, label=_("Business registration number"),
                                  widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}))
    words = forms.CharField(label=_("Who you are and what you do there"), max_length=300, required=False,
                            widget=forms.Textarea(attrs={"rows": 3}), help_text=_("The owner reads this. May stay empty."))




class DispositionForm(HouseForm):
    prefix = "disposition"
    kind = forms.ChoiceField(label=_("Kind of disposition"), choices=[("", _("Choose")), *Disposition.Kind.choices])
    from_on = DayField(label=_("Imposed on"))
    to_on = DayField(label=_("In force until"), required=False, help_text=_("For a suspension of business. May stay empty."))
    authority = forms.CharField(label=_("Authority"), max_length=80, help_text=_("Who imposed it, like 부산광역시 사상구청."))
    note = forms.CharField(label=_("Note"), required=False, max_length=300)


class BarForm(HouseForm):
    prefix = "bar"
    barred_until = DayField(label=_("Barred until"), help_text=_("The last day on which the provider may not apply."))
    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
                             help_text=_("The provider reads this as it stands."))


class EndingForm(HouseForm):
    """Why one of the rows no longer counts."""

    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, prefix=f"end-{row.public_id}", **kwargs)
