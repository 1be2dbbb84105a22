"""What is typed about a supplement request: by assessors and officers who ask, by the provider who answers."""
from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from core.forms import DayField, HouseForm
from evaluations.forms.portal import LONGEST
from evaluations.models import SupplementItem

ASKED_AT_MOST = SupplementItem._meta.get_field("text").max_length
Kind = SupplementItem.Kind


def asking_field(**kwargs):
    return forms.CharField(**{"label": _("What is missing"), "max_length": ASKED_AT_MOST, "widget": forms.Textarea(attrs={"rows": 3}),
                              "help_text": _("The provider reads this as it stands.")} | kwargs)


class ProposeForm(HouseForm):
    """An assessor's proposal about the indicator on the page."""

    prefix = "propose"
    text = asking_field(help_text=_("The officer reads it and decides what the provider is asked. Your judgement stays unseen."))


class ItemForm(HouseForm):
    """One more item, chosen among what this case can be asked for."""

    prefix = "item"
    about = forms.ChoiceField(label=_("About"))
    text = asking_field()

    def __init__(self, *args, indicators, documents, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["about"].choices = [
            (f"{Kind.GENERAL}:", _("in general")),
            (_("Indicators"), [(f"{Kind.INDICATOR}:{one.code}", f"{one.code} {one.indicator.name}") for one in indicators]),
            *([(_("Documents to hand in"), [(f"{Kind.DOCUMENT}:{one.code}", one.name) for one in documents])] if documents else []),
        ]

    def facts(self):
        kind, _colon, code = self.cleaned_data["about"].partition(":")
        return {"kind": kind, "code": code, "text": self.cleaned_data["text"]}


class ChangeItemForm(HouseForm):
    text = asking_field()
    is_left_out = forms.BooleanField(label=_("Do not ask for this"), required=False)

    def __init__(self, *args, item, **kwargs):
        stands = {"text": item.text, "is_left_out": item.left_out_at is not None}
        super().__init__(*args, prefix=f"change-{item.position}", initial=stands, **kwargs)


class ExtendForm(HouseForm):
    prefix = "extend"
    to = DayField(label=_("New last day"))
    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}),
                             help_text=_("The provider reads this as it stands."))


class WithdrawItemForm(HouseForm):
    reason = forms.CharField(label=_("Why it is no longer asked for"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}),
                             help_text=_("The provider reads this as it stands."))

    def __init__(self, *args, item, **kwargs):
        super().__init__(*args, prefix=f"withdraw-{item.position}", **kwargs)


class ReplyForm(HouseForm):
    """The provider's words to one item; a draft may be empty."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    explanation = forms.CharField(
        label=_("Your answer"), required=False, widget=forms.Textarea(attrs={"rows": 9}), strip=False,
        validators=[MaxLengthValidator(LONGEST)])           # not max_length: a browser would cut pasted text without a word

    def clean_explanation(self):
        return self.cleaned_data["explanation"].replace("\r\n", "\n").rstrip()
