"""What staff and providers write about a certificate after it was given: days and reasons, what is printed anew."""
from django import forms
from django.utils.translation import gettext_lazy as _

from accounts import directory
from certification.models import CertificateDocument
from certification.workflow.certificate_facts import PRINTED
from core import clock
from core.forms import DayField, HouseForm

PUBLIC = _("Everybody reads it on the certificate's page, and the provider is told. No names of persons.")
Kind = CertificateDocument.Kind


def reason_field(help_text=PUBLIC):
    return forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}), help_text=help_text)


class ReinstateForm(HouseForm):
    prefix = "reinstate"
    on = DayField(label=_("Valid again from"), initial=clock.today)
    reason = reason_field()


class ProlongForm(HouseForm):
    prefix = "prolong"
    to_on = DayField(label=_("New last day"))
    reason = reason_field()


class ConfirmSurrenderForm(HouseForm):
    prefix = "confirm"
    on = DayField(label=_("Ends on"), help_text=_("The first day on which it is no more."))


class DeclineSurrenderForm(HouseForm):
    prefix = "decline"
    reason = reason_field(_("The provider reads this as it stands."))


class SurrenderForm(HouseForm):
    on = DayField(label=_("Give back on"), initial=clock.today, help_text=_("The first day on which it is no more."))
    reason = reason_field(_("The agency reads this as it stands."))
    understood = forms.BooleanField(label=_("We know that the certification ends with it, and that it cannot be taken back once the "
                                            "agency has confirmed it."))


class ReissueForm(HouseForm):
    kinds = forms.MultipleChoiceField(label=_("What is made anew"), choices=[
        (Kind.CERTIFICATE, _("the certificate, Korean and English")), (Kind.PLAQUE, _("the plaque"))],
        widget=forms.CheckboxSelectMultiple, initial=[Kind.CERTIFICATE])
    reason = reason_field(_("What happened to the paper. Only staff read it."))


class CorrectionForm(HouseForm):
    """What is printed now, to be corrected."""

    provider_name = forms.CharField(label=_("Name of the organisation"), max_length=80)
    provider_name_en = forms.CharField(label=_("Name in English"), max_length=120, required=False)
    head_name = forms.CharField(label=_("Name of the representative"), max_length=60)
    site_name = forms.CharField(label=_("Name of the site"), max_length=80)
    address = forms.CharField(label=_("Address"), max_length=260, widget=forms.Textarea(attrs={"rows": 2}))
    district = forms.ChoiceField(label=_("District"), help_text=_("It is not printed: the register finds the place by it."))
    effective_on = DayField(label=_("As of"), initial=clock.today, help_text=_("Since when it is so; for a misprint, the first day of the "
                                                                            "certificate."))
    reason = reason_field()

    def __init__(self, *args, agency, **kwargs):
        super().__init__(*args, **kwargs)
        districts = [(district.code, str(district)) for district in directory.districts_of(agency.province_id)]
        known = self.initial.get("district") in dict(districts)                 # else it has ended: nobody shall take the first by mistake
        self.fields["district"].choices = districts if known else [("", _("Choose a district of this region.")), *districts]

    def facts(self):
        return {name: self.cleaned_data[name] for name in (*PRINTED, "district")}

    def told(self, facts):
        """[(label, what was printed, what is printed instead)] of what a correction changes."""
        districts = dict(self.fields["district"].choices)
        return [(self.fields[name].label, *(districts.get(value, value) if name == "district" else value for value in values))
                for name, *values in facts]


class ApproveCorrectionForm(HouseForm):
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
