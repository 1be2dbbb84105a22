"""The desk's frame: Django's admin for one agency. Rights are memberships here; Django's own flags are never asked."""
from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.queries.council import waiting_in_bodies
from core.admin import HouseAdmin
from desk.appeals import appeals_waiting, handling_of
from desk.changes import changes_for
from desk.complaints import complaints_today
from desk.helping import helping_waits
from desk.navigation import navigation
from desk.proposals import proposals_waiting
from desk.sanctions import sanction_work
from desk.supporting import support_waits
from desk.today import (
    announcements_for,
    bulletins_to_read,
    cases_to_go_on,
    challenges_for,
    duties_late,
    is_empty,
    providers_to_decide,
    troubles,
)
from desk.training_enrolment import enrolments_waiting
from desk.watching import watching_waiting

NOT_OURS = {"password_change", "password_change_done", "view_on_site"}    # accounts have pages of their own; the last looks past the door

HEADINGS = {"accounts": gettext_lazy("People"), "certification": gettext_lazy("Certification"), "core": gettext_lazy("Records"),
            "correspondence": gettext_lazy("Messages and their texts")}


class Desk(admin.AdminSite):
    index_template = "admin/index.html"
    enable_nav_sidebar = False

    def register(self, model_or_iterable, admin_class=None, **options):
        """Only tables behind the door: packages bring some that know no agency (allauth's addresses and second factors)."""
        if admin_class and issubclass(admin_class, HouseAdmin):
            super().register(model_or_iterable, admin_class, **options)

    def get_urls(self):
        return [one for one in super().get_urls() if getattr(one, "name", None) not in NOT_OURS]

    def has_permission(self, request):
        return request.actor.is_staff

    def login(self, request, extra_context=None):
        if request.user.is_authenticated:
            raise PermissionDenied
        return redirect_to_login(request.GET.get("next", reverse("admin:index")))

    def index(self, request, extra_context=None):
        actor = request.actor
        today = {"waiting": providers_to_decide(actor), "cases": cases_to_go_on(actor),
                 "announcements": announcements_for(actor), "challenges": challenges_for(actor), "appeals": appeals_waiting(actor),
                 "handling": handling_of(actor), "duties": duties_late(actor), "watching": watching_waiting(actor),
                 "complaints": complaints_today(actor), "helping": helping_waits(actor), "changes": changes_for(actor),
                 "proposals": proposals_waiting(actor), "bulletins": bulletins_to_read(actor), "supporting": support_waits(actor),
                 "enrolling": enrolments_waiting(actor), **sanction_work(actor),
                 "troubles": troubles(actor), "in_bodies": waiting_in_bodies(actor)}
        nothing = all(is_empty(part) for part in today.values())
        return super().index(request, {"title": _("Today"), "nothing": nothing} | today | (extra_context or {}))

    def get_app_list(self, request, app_label=None):
        """An app's name is the programmer's word."""
        groups = super().get_app_list(request, app_label)
        for group in groups:
            group["name"] = HEADINGS.get(group["app_label"], group["name"])
        return groups

    def each_context(self, request):
        return super().each_context(request) | {"desk_nav": navigation(request), "site_title": request.agency.name}
