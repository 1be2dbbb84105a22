"""A public activity, its pictures, and what is looked for among all of them."""
from django import forms
from django.utils.translation import gettext_lazy as _

from accounts import directory
from agencies.models import Activity
from agencies.typed_numbers import read_number, shown_number
from agencies.workflow.activity import FACTS
from core.forms import DayField, HouseForm, UploadField


class WholeNumberField(forms.CharField):
    """Digits as people type them, with commas; what is no whole number gets its sentence, and stays in the field."""

    def __init__(self, *, unit="", empty=None, most=None, **kwargs):
        super().__init__(**{"required": False, "max_length": 30, "widget": forms.TextInput(attrs={"inputmode": "numeric"})} | kwargs)
        self.unit, self.empty, self.most = unit, empty, most

    def clean(self, value):
        digits = read_number(super().clean(value), unit=self.unit, is_whole=True)
        number = int(digits) if digits else self.empty
        if number is not None and self.most is not None and number > self.most:
            raise forms.ValidationError(_("This number is too large."))
        return number

    def prepare_value(self, value):
        return shown_number(str(value)) if isinstance(value, int) else value


MOST_WON, MOST_PERSONS = 10**13, 100_000_000


def won(label, **more):
    return WholeNumberField(label=label, unit="원", most=MOST_WON, **more)


def persons(label, **more):
    return WholeNumberField(label=label, unit="명", most=MOST_PERSONS, **more)


class FindForm(HouseForm):
    """From the address; what makes no sense there is left out."""

    q = forms.CharField(label=_("Words"), required=False, max_length=80)
    agency = forms.ChoiceField(label=_("Agency"), required=False)
    year = forms.ChoiceField(label=_("Year"), required=False)

    def __init__(self, *args, years, **kwargs):
        super().__init__(*args, **kwargs)
        here = [(one.slug, one.name) for one in directory.agencies()]
        self.fields["agency"].choices = [("", _("All")), *here]
        self.fields["year"].choices = [("", _("All")), *((str(one), str(one)) for one in years)]

    def wanted(self):
        self.is_valid()
        return {"words": self.cleaned_data.get("q", ""), **{
            name: self.cleaned_data.get(name, "") for name in self.fields if name != "q"}}


class FindActivityForm(FindForm):
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("All")), *Activity.Kind.choices])


class ActivityForm(HouseForm):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title_ko = forms.CharField(label=_("Title in Korean"), max_length=120)
    title_en = forms.CharField(label=_("Title in English"), max_length=160, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=Activity.Kind.choices)
    from_on = DayField(label=_("First day"))
    until_on = DayField(label=_("Last day"))
    place = forms.CharField(label=_("Place"), max_length=120, required=False)
    partners = forms.CharField(label=_("Partners"), max_length=200, required=False, help_text=_("Who took part, separated by commas."))
    cost = won(_("Cost in won"), empty=0, help_text=_("0 or empty where it cost nothing."))
    reach = persons(_("Persons reached"), empty=0)
    text_ko = forms.CharField(label=_("Text in Korean"), max_length=4000, widget=forms.Textarea(attrs={"rows": 8}))
    text_en = forms.CharField(label=_("Text in English"), max_length=6000, required=False, widget=forms.Textarea(attrs={"rows": 5}))

    def __init__(self, *args, activity=None, **kwargs):
        stands = {name: getattr(activity, name) for name in ("version", *FACTS)} if activity else None
        super().__init__(*args, initial=stands, **kwargs)
        if activity and activity.is_published:
            self.fields["why"] = forms.CharField(label=_("Why it is corrected"), max_length=300, required=False,
                                                 help_text=_("Only your agency reads it, beside what stood there before."))

    def facts(self):
        return {name: self.cleaned_data[name] for name in FACTS}


class PhotoForm(HouseForm):
    file = UploadField(label=_("Picture"), help_text=_("JPG, PNG or HEIC. Where and when it was taken is removed."))
    alt_ko = forms.CharField(label=_("What the picture shows, in Korean"), max_length=200, required=False,
                             help_text=_("For people who cannot see it, in one sentence."))
    alt_en = forms.CharField(label=_("What the picture shows, in English"), max_length=250, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = ".jpg,.jpeg,.png,.heic"


class PublishForm(HouseForm):
    version = forms.IntegerField(widget=forms.HiddenInput)


class ReasonForm(HouseForm):
    reason = forms.CharField(label=_("Reason"), required=False, max_length=300)
