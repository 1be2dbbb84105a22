"""What people type at the door, about themselves, about roles and about an agency; brought to clean values."""
import re
from datetime import date

from allauth.account import forms as allauth
from allauth.core import context
from django import forms
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.validators import RegexValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts import limits
from accounts.models import Agency, Role, User
from accounts.models.people import keyed
from accounts.passwords import AT_AN_AGENCY, SHORTEST
from accounts.workflow.people import national_number
from core import clock
from core.forms import DayField, HouseForm, UploadField, compose_words, day_input, watch_words
from core.peers import peer

HOUR, QUARTER = 60 * 60, 15 * 60
MOBILE = re.compile(r"01[016789][0-9]{7,8}")
EARLIEST_BIRTH = date(1900, 1, 1)
TELEPHONE = RegexValidator(r"^[0-9]{2,4}(-[0-9]{3,4}){1,2}$", gettext_lazy("Write the telephone number with hyphens, like 051-000-0000."))
HOST = RegexValidator(r"^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$", gettext_lazy("Write only the host, like quality.example.kr."))


class CountedForm:
    """For forms at the door that send a message: each one counts by place and by address, whether there is such an account or not."""

    counted_as = ""

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            limits.reserve_or_say(f"{self.counted_as}:{peer(context.request)}", settings.DOOR_LIMIT, HOUR)
            limits.reserve_or_say(f"message:{keyed(self.cleaned_data['email'].lower())[:32]}", settings.MESSAGE_LIMIT, HOUR)
        return cleaned


class OurWords:
    """allauth's questions in the words of the house."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        words = {"login": _("E-mail"), "email": _("E-mail"), "password1": _("Password"), "password2": _("Password, once more")}
        for name, label in words.items():
            if name in self.fields:
                self.fields[name].label = label


class SignInForm(OurWords, allauth.LoginForm):
    pass


class SignUpForm(OurWords, CountedForm, allauth.SignupForm):
    counted_as = "signup"

    def try_save(self, request):
        """A known address takes as long as a new one: the hash is what takes time."""
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])
        return super().try_save(request)


class ResetPasswordForm(OurWords, CountedForm, allauth.ResetPasswordForm):
    counted_as = "reset"


class ChangePasswordForm(allauth.ChangePasswordForm):
    def clean_oldpassword(self):
        """Who found an open session has no more tries than at the door."""
        limits.reserve_or_say(f"again:{self.user.pk}", settings.SIGN_IN_LIMIT, QUARTER)
        old = super().clean_oldpassword()
        limits.forget(f"again:{self.user.pk}")
        return old


class AboutYouForm(HouseForm):
    name = forms.CharField(label=gettext_lazy("Full name"), max_length=60, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    birth_on = DayField(label=gettext_lazy("Date of birth"))
    phone = forms.CharField(label=gettext_lazy("Mobile number"), max_length=20, widget=forms.TextInput(
        attrs={"type": "tel", "inputmode": "tel", "autocomplete": "tel-national"}))

    def clean_birth_on(self):
        day = self.cleaned_data["birth_on"]
        if not EARLIEST_BIRTH <= day <= clock.today():
            raise forms.ValidationError(_("Please check the date of birth."))
        return day

    def clean_phone(self):
        number = national_number(self.cleaned_data["phone"])
        if not MOBILE.fullmatch(number):
            raise forms.ValidationError(_("Write a Korean mobile number, like 010-0000-0000."))
        return number


class LanguageForm(HouseForm):
    language = forms.ChoiceField(
        label=gettext_lazy("Language of pages and messages"), choices=[("ko", "한국어"), ("en", "English")], widget=forms.RadioSelect)


class InviteForm(HouseForm):
    email = forms.EmailField(label=gettext_lazy("E-mail"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "off"}))
    role = forms.ChoiceField(label=gettext_lazy("Role"), choices=Role.choices)
    language = forms.ChoiceField(label=gettext_lazy("Language of the message"), choices=settings.LANGUAGES)


class RoleForm(HouseForm):
    role = forms.ChoiceField(label=gettext_lazy("Role"), choices=Role.choices)


class NewPasswordForm(HouseForm):
    """The password of the account that an invitation opens."""

    password1 = forms.CharField(label=gettext_lazy("Password"), strip=False, max_length=200, widget=forms.PasswordInput(
        attrs={"autocomplete": "new-password"}))
    password2 = forms.CharField(label=gettext_lazy("Password, once more"), strip=False, max_length=200, widget=forms.PasswordInput(
        attrs={"autocomplete": "new-password"}))

    def __init__(self, *args, email, at_an_agency, **kwargs):
        super().__init__(*args, **kwargs)
        self.holder = User(email=email)
        self.holder.is_invited = at_an_agency
        self.fields["password1"].help_text = _("At least %(number)d characters. A sentence that only you know is a good password.") % {
            "number": AT_AN_AGENCY if at_an_agency else SHORTEST}

    def clean_password1(self):
        password = self.cleaned_data["password1"]
        validate_password(password, self.holder)
        return password

    def clean_password2(self):
        if self.cleaned_data.get("password1") not in (None, self.cleaned_data["password2"]):
            raise forms.ValidationError(_("The two passwords are not the same."))
        return self.cleaned_data["password2"]


class AccountForm(HouseForm):
    email = forms.EmailField(label=gettext_lazy("E-mail of the account"), max_length=254, widget=forms.EmailInput(
        attrs={"autocomplete": "off"}))

    def clean_email(self):
        return self.cleaned_data["email"].lower()


class CloseAgencyForm(HouseForm):
    closed_on = DayField(label=gettext_lazy("Closed from this day on"))


class AgencyFacts(forms.ModelForm):
    """Agency is no tenant row, it is the tenant; `facts` is what the workflow takes."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        watch_words(self)

    def clean(self):
        super().clean()
        return compose_words(self.cleaned_data)

    @property
    def facts(self):
        return {name: self.cleaned_data[name] for name in self._meta.fields}


class OpenAgencyForm(AgencyFacts):
    admin_email = forms.EmailField(label=gettext_lazy("E-mail of the first administrator"), max_length=254)
    language = forms.ChoiceField(label=gettext_lazy("Language of the message"), choices=settings.LANGUAGES)

    class Meta:
        model = Agency
        fields = ["name_ko", "name_en", "kind", "province", "slug", "domain", "opened_on"]
        widgets = {"opened_on": day_input()}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["opened_on"].required = True
        self.fields["slug"].help_text = _("The last part of the agency's address, like busan. It never changes.")
        self.fields["domain"].help_text = _("Only for public pages. May be left empty.")
        self.fields["domain"].validators.append(HOST)
        self.fields["province"].empty_label = _("None: the whole nation")


class AgencyForm(AgencyFacts):
    scheme_ko = forms.CharField(label=gettext_lazy("Name of the certification in Korean"), max_length=60, required=False)
    scheme_en = forms.CharField(label=gettext_lazy("Name of the certification in English"), max_length=80, required=False)
    closed_days = forms.CharField(
        label=gettext_lazy("Closing days"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Days beside public holidays on which the office is closed, one a line, like 2026-12-31."))

    class Meta:
        model = Agency
        fields = ["name_ko", "name_en", "phone", "email", "hours_ko", "hours_en", "address_ko", "address_en", "primary_colour",
                  "city_assents", "city_assents_sanctions", "months_listed"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        own = self.instance.labels.get("scheme", {})
        self.initial |= {"scheme_ko": own.get("ko", ""), "scheme_en": own.get("en", "")}
        self.initial["closed_days"] = "\n".join(self.instance.closing_days)
        self.fields["phone"].validators.append(TELEPHONE)
        self.fields["primary_colour"].help_text = _("As # and six digits, like #256ef4. Empty: the blue of the house.")
        self.fields["city_assents"].help_text = _(
            "An announcement that the manager has released then waits for an observer of the city, and for the director after that.")
        self.fields["city_assents_sanctions"].help_text = _(
            "A decision about a sanction that the manager has released then waits for an observer of the city first.")
        self.fields["months_listed"].help_text = _("After that it is found by its number and its code only.")
        self.fields["scheme_ko"].help_text = self.fields["scheme_en"].help_text = _("Empty: the usual name.")

    def clean_primary_colour(self):
        return self.cleaned_data["primary_colour"].lower()

    def clean_closed_days(self):
        days = []
        for line in self.cleaned_data["closed_days"].split():
            try:
                days.append(date.fromisoformat(line).isoformat())
            except ValueError:
                raise forms.ValidationError(_("“%(line)s” is no date. Write it like 2026-12-31."), params={"line": line[:20]}) from None
        return sorted(set(days))

    @property
    def facts(self):
        own = {language: self.cleaned_data[f"scheme_{language}"] for language in ("ko", "en") if self.cleaned_data[f"scheme_{language}"]}
        labels = {key: value for key, value in self.instance.labels.items() if key != "scheme"} | ({"scheme": own} if own else {})
        return super().facts | {"labels": labels, "closing_days": self.cleaned_data["closed_days"]}


class EmblemForm(HouseForm):
    mark = UploadField(label=gettext_lazy("Certification mark"), required=False, help_text=gettext_lazy("A square picture, PNG or JPEG."))
    seal = UploadField(label=gettext_lazy("Seal"), required=False,
                       help_text=gettext_lazy("The square seal printed on documents, PNG or JPEG."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["accept"] = ".png,.jpg,.jpeg"
