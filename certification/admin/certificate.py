"""Certificates at the desk: looked into, never edited; what happens to them goes through workflow."""
from django.contrib import admin
from django.contrib.admin import display
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from certification.models import Certificate
from certification.queries import STATUSES
from certification.queries.register import conditions
from certification.templatetags.register import state_of
from core import clock
from core.admin import HouseAdmin, VisibleFilter

WORDS = dict(zip(STATUSES, (_("valid"), _("expiring soon"), _("suspended"), _("revoked"), _("expired or ended")), strict=True))


class StateFilter(admin.SimpleListFilter):
    """Told from the dates, as on the public page; what was revoked long ago is found among all."""

    title, parameter_name = _("State"), "state"

    def lookups(self, request, model_admin):
        return list(WORDS.items())

    def queryset(self, request, queryset):
        wanted = conditions(clock.today()).get(self.value())
        return queryset if wanted is None else queryset.filter(wanted)


@admin.register(Certificate)
class CertificateAdmin(HouseAdmin):
    list_display = ["number_shown", "provider_name", "service_type", "valid_from", "valid_to", "state"]
    list_select_related = ["service_type"]
    list_filter = [StateFilter, "year", "origin", ("framework", VisibleFilter)]
    search_fields = ["number", "number_shown", "provider_name", "site_name", "code"]
    ordering = ["-valid_from", "-pk"]
    fields = ["number_shown", "number", "state", "provider_name", "provider_name_en", "head_name", "site_name", "address", "phone",
              "service_type", "framework", "version", "valid_from", "valid_to", "suspended_from", "suspended_to", "ended_on", "ended_as",
              "origin", "issued_at", "code", "public_page", "documents"]
    readonly_fields = ["state", "public_page", "documents"]

    @display(description=_("State"))
    def state(self, certificate):
        return state_of(certificate)

    @display(description=_("What citizens see"))
    def public_page(self, certificate):
        address = reverse("register_entry", args=[certificate.number])
        return format_html('<a href="{}">{}</a>', address, certificate.number)

    @display(description=_("Certificate and plaque"))
    def documents(self, certificate):
        address = reverse("portal_certificate", args=[certificate.public_id])
        return format_html('<a href="{}">{}</a>', address, _("Certificate and plaque"))
