"""What is typed about a change: the provider's report of each kind, what the desk enters, asks, decides."""
from django import forms
from django.utils.translation import gettext_lazy as _

from accounts import directory
from aftercare.changes import RULES, ChangeKind
from aftercare.models import ChangeReport
from aftercare.workflow.change_checks import FIELDS
from core.forms import DayField, HouseForm, MomentField, UploadField
from providers import business_number
from providers.forms.fields import DigitsField
from providers.models import Succession
from providers.models.provider import POSTCODE

SINCE = {
    ChangeKind.SUSPENSION: _("First day without business"), ChangeKind.CLOSURE: _("Day of the closure"),
    ChangeKind.SUCCESSION: _("Day of the succession")}


class ChangeForm(HouseForm):
    """One report. While it is a draft everything may be empty; what is missing the workflow says when it is handed in."""

    besides = frozenset({"version"})                                   # fields of every kind

    version = forms.IntegerField(widget=forms.HiddenInput)
    head_name = forms.CharField(label=_("Name of the representative"), max_length=60)
    name = forms.CharField(label=_("Name of the organisation"), max_length=80,
                           help_text=_("As it stands on the business registration certificate."))
    name_en = forms.CharField(label=_("Name in English"), max_length=120)
    site_name = forms.CharField(label=_("Name of the site"), max_length=80)
    district = forms.ChoiceField(label=_("City, county or district"))
    postcode = forms.CharField(label=_("Postcode"), max_length=5, validators=[POSTCODE],
                               widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "postal-code"}))
    address_base = forms.CharField(label=_("Road-name address"), max_length=150)
    address_detail = forms.CharField(label=_("Building, floor, room"), max_length=100)
    manner = forms.ChoiceField(label=_("How it passes"), widget=forms.RadioSelect, choices=Succession.Manner.choices)
    successor_name = forms.CharField(label=_("Name of the successor"), max_length=80)
    successor_number = DigitsField(business_number, label=_("Business registration number of the successor"),
                                   widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}))
    happened_on = DayField(label=_("Day on which it changed"))
    until_on = DayField(label=_("Last day without business"))
    note = forms.CharField(label=_("What the agency should know"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, kind, agency, **kwargs):
        super().__init__(*args, **kwargs)
        wanted = {*self.besides, *FIELDS[kind], "happened_on", "note", *(["until_on"] if kind == ChangeKind.SUSPENSION else [])}
        for name in [name for name in self.fields if name not in wanted]:
            del self.fields[name]
        for field in self.fields.values():
            field.required = False
        if kind in SINCE:
            self.fields["happened_on"].label = SINCE[kind]
        if RULES[kind].may_lie_ahead:
            self.fields["happened_on"].help_text = _("It may lie ahead: it is to be reported two months before.")
        if "district" in self.fields:
            self.fields["district"].choices = [("", _("Choose")), *(
                (one.code, str(one)) for one in directory.districts_of(agency.province_id))]
        self.kind = kind

    def facts(self):
        said = self.cleaned_data
        return {"facts": {name: said.get(name, "") for name in FIELDS[self.kind]}, "happened_on": said.get("happened_on"),
                "until_on": said.get("until_on"), "note": said.get("note", "")}


class EnterForm(ChangeForm):
    """The same, entered by the agency."""

    besides = frozenset({"origin", "arrived_at", "upload"})

    origin = forms.ChoiceField(label=_("How it came"), widget=forms.RadioSelect, choices=[
        (ChangeReport.Origin.PAPER, _("The provider has reported it on paper")),
        (ChangeReport.Origin.NOTICED, _("The agency has noticed it; the provider is told and may object for 7 days"))])
    arrived_at = MomentField(label=_("When the report on paper arrived"))
    upload = UploadField(label=_("Scan of the paper"))

    def __init__(self, *args, kind, agency, **kwargs):
        super().__init__(*args, kind=kind, agency=agency, **kwargs)
        self.fields["origin"].required = True
        self.fields["note"].label = _("What was noticed, and where")
        self.order_fields(["origin", "arrived_at", "upload"])

    def facts(self):
        said = self.cleaned_data
        return super().facts() | {"origin": said["origin"], "arrived_at": said.get("arrived_at"), "upload": said.get("upload")}


class ReasonForm(HouseForm):
    """For one deed of the desk; `prefix` tells it from the others of the page."""

    reason = forms.CharField(label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
                             help_text=_("The provider reads this as it stands."))


class ProposeForm(HouseForm):
    prefix = "propose"
    follows = forms.ChoiceField(label=_("What follows"), widget=forms.RadioSelect, choices=[
        ("continues", _("The certificate goes on under the successor")), ("ends", _("The certificate ends"))])
    words = forms.CharField(label=_("Reason of the decision"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
                            help_text=_("It stands in the letter to the provider."))

    def __init__(self, *args, kind, **kwargs):
        super().__init__(*args, **kwargs)
        if kind != ChangeKind.SUCCESSION:
            del self.fields["follows"]

    def facts(self):
        return {"continues": self.cleaned_data.get("follows") == "continues", "words": self.cleaned_data["words"]}


class AcceptForm(HouseForm):
    prefix = "accept"
    words = forms.CharField(label=_("Words for the letter"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))


class SuccessorPaperForm(HouseForm):
    prefix = "paper"
    upload = UploadField(label=_("Scan of the successor's confirmation"))


class ObjectionForm(HouseForm):
    prefix = "object"
    objection = forms.CharField(label=_("What is not correct"), required=False, max_length=2000,
                                widget=forms.Textarea(attrs={"rows": 4}),
                                help_text=_("Leave it empty if what the agency has noticed is correct."))
