"""Tables that staff look into: the audit trail, the access log, memberships. Nobody edits them here."""
import json

from django.contrib import admin
from django.contrib.admin import display
from django.contrib.admin.filters import ChoicesFieldListFilter
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from core.admin import HouseAdmin
from core.models import AccessEntry, AuditEvent

ERASED = _("a name that was erased")


def shown(name, words):
    """A field under the words of the page; the kernel's own columns have none."""
    @display(description=words, ordering=name)
    def value(_admin, row):
        told = getattr(row, f"get_{name}_display", None)
        return told() if told else getattr(row, name)
    return value


class KindFilter(ChoicesFieldListFilter):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.title = _("kind")


class ForAuditors(HouseAdmin):
    """Only auditors and the agency's administrator find it in their menu."""

    ordering = ["-at", "-pk"]
    when = shown("at", _("when"))
    subject_kind = shown("subject_type", _("kind of thing"))
    subject_number = shown("subject_id", _("number of the thing"))

    def has_module_permission(self, request):
        return request.actor.may_audit

    def has_view_permission(self, request, obj=None):
        return request.actor.may_audit


@admin.register(AuditEvent)
class AuditEventAdmin(ForAuditors):
    list_display = ["when", "who", "what", "about", "subject_kind", "place"]
    list_display_links = ["what"]
    list_select_related = ["label", "link"]
    date_hierarchy = "at"
    search_fields = ["verb", "subject_type", "subject_id", "label__actor_label", "label__subject_label"]
    fields = readonly_fields = ["when", "who", "what", "about", "subject_kind", "subject_number", "details", "place", "digest"]
    what = shown("verb", _("what"))

    @display(description=_("who"))
    def who(self, event):
        return event.label.actor_label if hasattr(event, "label") else ERASED

    @display(description=_("about"))
    def about(self, event):
        return event.label.subject_label if hasattr(event, "label") else ERASED

    @display(description=_("details"))
    def details(self, event):
        return json.dumps(event.facts, ensure_ascii=False)

    @display(description=_("place in the chain"))
    def place(self, event):
        return event.link.position if hasattr(event, "link") else _("not yet linked")

    @display(description=_("digest"))
    def digest(self, event):
        return event.link.digest if hasattr(event, "link") else "-"


@admin.register(AccessEntry)
class AccessEntryAdmin(ForAuditors):
    list_display = ["when", "who", "where", "kind_of_access", "doing", "whose"]
    list_display_links = ["doing"]
    list_filter = [("kind", KindFilter)]
    date_hierarchy = "at"
    search_fields = ["user_label", "subject_label", "work", "ip"]
    fields = readonly_fields = [
        "when", "who", "account", "where", "kind_of_access", "doing", "whose", "subject_kind", "subject_number", "why"]
    who = shown("user_label", _("who"))
    account = shown("user_id", _("account number"))
    where = shown("ip", _("from where"))
    kind_of_access = shown("kind", _("kind"))
    doing = shown("work", _("work"))
    whose = shown("subject_label", _("whose data"))
    why = shown("reason", _("reason"))


@admin.register(Membership)
class MembershipAdmin(ForAuditors):
    """With its history; granted and ended on the page “People and roles”."""

    list_display = ["user", "role", "began_at", "ended_at"]
    list_select_related = ["user__person"]
    list_filter = ["role"]
    search_fields = ["user__email", "user__person__name"]
    ordering = ["-began_at", "-pk"]
    fields = ["user", "role", "began_at", "ended_at"]
