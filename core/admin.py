"""Staff tables: Django's admin for one agency, behind the door, with our own audit."""
from django.contrib import admin
from django.contrib.admin.filters import RelatedFieldListFilter
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from core.audit import record
from core.forms import AgencyAware, narrow
from core.models import AuditEvent
from core.tenancy import Ownership, current_agency_id


def shown_here(model, actor):
    """What other agencies published answers at the door too; the desk shows its own."""
    rows = model.objects.visible_to(actor)
    return rows.filter(agency=current_agency_id()) if model.ownership in (Ownership.PUBLISHED, Ownership.PUBLIC) else rows


class VisibleFilter(RelatedFieldListFilter):
    """The stock filter lists its choices by the default manager, past the door."""

    def field_choices(self, field, request, model_admin):
        return [(row.pk, str(row)) for row in shown_here(field.related_model, request.actor)]


class HouseAdmin(admin.ModelAdmin):
    """A tenant table at the desk: staff look, the agency's admin edits, what workflow owns is read only."""

    form = AgencyAware
    list_per_page = 50
    show_full_result_count = False
    may_be_added = may_be_changed = may_be_deleted = False      # said aloud by the table that allows it

    def get_queryset(self, request):
        return shown_here(self.model, request.actor).order_by(*(self.get_ordering(request) or ["pk"]))

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if field:
            narrow(field, request.actor)
        return field

    def has_module_permission(self, request):
        return request.actor.is_staff

    def has_view_permission(self, request, obj=None):
        return request.actor.is_staff

    def has_add_permission(self, request):
        return self.may_be_added and request.actor.may_administer

    def has_change_permission(self, request, obj=None):
        return self.may_be_changed and request.actor.may_administer

    def has_delete_permission(self, request, obj=None):
        return self.may_be_deleted and request.actor.may_administer

    def history_view(self, request, object_id, extra_context=None):
        """The row's part of the audit trail, as far as this actor may read it; Django's own log is never asked."""
        row = self.get_object(request, unquote(object_id))
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        told = AuditEvent.objects.visible_to(request.actor).filter(subject_type=row._meta.label_lower, subject_id=str(row.pk))
        history = [{"at": event.at, "words": event.verb, "actor_label": getattr(getattr(event, "label", None), "actor_label", "")}
                   for event in told.select_related("label").order_by("-at", "-pk")[:500]]
        context = {**self.admin_site.each_context(request), "title": _("History"), "subtitle": str(row), "object": row, "opts": self.opts,
                   "history": history, **(extra_context or {})}
        return TemplateResponse(request, "admin/object_history.html", context)

    def log_addition(self, request, obj, message):
        return note("added", obj, request)

    def log_change(self, request, obj, message):
        return note("changed", obj, request, message)

    def log_deletions(self, request, queryset):
        return [note("deleted", row, request) for row in queryset]


def note(what, row, request, message=None):
    """django_admin_log has no agency and so no wall: the audit trail takes its place."""
    changed = [name for part in message or [] for name in part.get("changed", {}).get("fields", [])]
    return record(f"admin.{what}", row, actor=request.actor, fields=changed)
