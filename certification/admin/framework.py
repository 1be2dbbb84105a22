"""Staff tables of the scheme: looked into here, written by workflow."""
from django.contrib import admin
from django.contrib.admin import display
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from certification.models import Framework, FrameworkVersion, Round
from core.admin import HouseAdmin
from core.wording import day_in_words


class PublishedFilter(admin.SimpleListFilter):
    title = _("published")
    parameter_name = "published"

    def lookups(self, request, model_admin):
        return [("yes", _("published")), ("no", _("draft"))]

    def queryset(self, request, queryset):
        return queryset.filter(published_at__isnull=self.value() == "no") if self.value() in ("yes", "no") else queryset


@admin.register(Framework)
class FrameworkAdmin(HouseAdmin):
    list_display = ["name", "number_key", "number_shown", "validity_years", "published"]
    list_display_links = ["name"]
    list_filter = [PublishedFilter]
    fields = readonly_fields = ["name_ko", "name_en", "number_key", "number_shown", "serial_digits", "validity_years", "published"]

    @display(description=_("name"))
    def name(self, framework):
        return framework.name

    @display(description=_("published on"), ordering="published_at")
    def published(self, framework):
        return framework.published_at


@admin.register(FrameworkVersion)
class FrameworkVersionAdmin(HouseAdmin):
    list_display = ["label", "scheme", "number", "sample", "indicators", "published"]
    list_display_links = ["label"]
    list_filter = [PublishedFilter, "is_sample"]
    list_select_related = ["framework"]
    ordering = ["-number", "-pk"]
    fields = readonly_fields = ["scheme", "number", "label_ko", "label_en", "sample", "indicators", "drafted", "published"]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(indicator_count=Count("indicators"))

    @display(description=_("label"))
    def label(self, version):
        return version.label

    @display(description=_("framework"), ordering="framework")
    def scheme(self, version):
        return version.framework

    @display(description=_("sample"), boolean=True, ordering="is_sample")
    def sample(self, version):
        return version.is_sample

    @display(description=_("indicators"), ordering="indicator_count")
    def indicators(self, version):
        return version.indicator_count

    @display(description=_("drafted on"))
    def drafted(self, version):
        return version.drafted_at

    @display(description=_("published on"), ordering="published_at")
    def published(self, version):
        return version.published_at


@admin.register(Round)
class RoundAdmin(HouseAdmin):
    list_display = ["name", "year", "kind", "edition", "opens_at", "closes", "announced"]
    list_display_links = ["name"]
    list_filter = [PublishedFilter, "kind", "year"]
    list_select_related = ["version"]
    search_fields = ["name_ko", "name_en"]
    ordering = ["-year", "-opens_at", "-pk"]
    fields = readonly_fields = ["version", "year", "kind", "name_ko", "name_en", "quota", "opens_at", "closes", "document_review_until",
                                "site_visits_until", "final_evaluation_on", "results_on", "announced"]

    @display(description=_("name"))
    def name(self, round):
        return round.name

    @display(description=_("version of the framework"), ordering="version")
    def edition(self, round):
        return round.version.label

    @display(description=_("applications until"), ordering="closes_at")
    def closes(self, round):
        return f"{day_in_words(round.last_day)} {round.closing_time}"

    @display(description=_("announced on"), ordering="published_at")
    def announced(self, round):
        return round.published_at and day_in_words(round.published_at)
