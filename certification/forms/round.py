"""What staff write about a round: its announcement while it is a draft, more time later."""
from django import forms
from django.utils.translation import gettext_lazy as _

from certification.models import Round
from certification.queries import versions_of
from core.forms import HouseForm, MomentField, TenantForm, day_input
from providers.models import ServiceType

DAYS = ("document_review_until", "site_visits_until", "final_evaluation_on", "results_on")


class RoundForm(TenantForm):
    opens_at = MomentField(label=_("Applications from"))
    closes_at = MomentField(label=_("Applications until"),
                            help_text=_("The first moment that is too late: for 24:00 of the last day choose 00:00 of the next."))
    services = forms.ModelMultipleChoiceField(
        label=_("Services that may be certified"), required=False, widget=forms.CheckboxSelectMultiple,
        queryset=ServiceType.objects.order_by("position", "code"))

    class Meta:
        model = Round
        fields = ["name_ko", "name_en", "year", "kind", "version", "quota", "opens_at", "closes_at", *DAYS]
        labels = {"name_ko": _("Name in Korean"), "name_en": _("Name in English"), "year": _("Year"), "kind": _("Kind"),
                  "version": _("Edition of the criteria"), "quota": _("Places"), "document_review_until": _("Document review until"),
                  "site_visits_until": _("Site visits until"), "final_evaluation_on": _("Final evaluation on"),
                  "results_on": _("Results on")}
        widgets = {name: day_input() for name in DAYS}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["version"].queryset = versions_of(self.actor)
        self.fields["version"].empty_label = _("Choose")

    def facts(self):
        """What the workflow writes; the services beside it."""
        return {name: self.cleaned_data[name] for name in self._meta.fields}

    def _post_clean(self):
        """Nothing is assigned here, and what cannot be the workflow says beside its field."""


class ExtensionForm(HouseForm):
    prefix = "extend"
    closes_at = MomentField(label=_("Applications until"),
                            help_text=_("The first moment that is too late: for 24:00 of the last day choose 00:00 of the next."))
    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
