"""What staff look for in the list of certificates, from the address: what makes no sense is left out."""
from django import forms
from django.utils.translation import gettext_lazy as _

from certification.queries import STATUSES
from certification.queries.certificate_life import SORTS
from core.forms import HouseForm
from providers.models import ServiceType

WORDS = (_("valid"), _("expiring soon"), _("suspended"), _("revoked"), _("expired or ended"))


class WantedForm(HouseForm):
    q = forms.CharField(label=_("Certificate number or name"), required=False, max_length=80)
    state = forms.ChoiceField(required=False, choices=[("", ""), *((key, key) for key in STATUSES)])
    year = forms.IntegerField(label=_("Year"), required=False, min_value=2000, max_value=2200)
    service = forms.ModelChoiceField(label=_("Service"), required=False, queryset=ServiceType.objects.order_by("position"),
                                     to_field_name="code", empty_label=_("All services"))
    sort = forms.ChoiceField(required=False, choices=[(way + key, key) for key in SORTS for way in ("", "-")])

    states = list(zip(STATUSES, WORDS, strict=True))

    def wanted(self):
        self.is_valid()
        found = self.cleaned_data
        return {"words": found.get("q", ""), "state": found.get("state", ""), "year": found.get("year"), "service": found.get("service"),
                "sort": found.get("sort") or "-number"}
