"""What left the house and how it stands; the agency's own words."""
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core.access_log import note_access
from core.admin import HouseAdmin
from correspondence import workflow
from correspondence.forms import TemplateTextForm
from correspondence.models import Delivery, TemplateText
from correspondence.permissions import can_send_again


@admin.register(Delivery)
class DeliveryAdmin(HouseAdmin):
    """Who got what and when: for staff who read cases."""

    list_display = ["what", "address", "state", "sent_at"]
    list_filter = ["state"]
    list_select_related = ["notice"]
    search_fields = ["address", "notice__title"]
    ordering = ["-pk"]
    fields = ["address", "what", "channel", "state", "attempts", "asked_at", "tried_at", "sent_at", "error", "message_id"]
    actions = ["send_again"]

    def has_module_permission(self, request):
        return request.actor.reads_cases or request.actor.may_administer

    def has_view_permission(self, request, obj=None):
        return self.has_module_permission(request)

    def get_actions(self, request):
        return super().get_actions(request) if can_send_again(request.actor) else {}

    def get_object(self, request, object_id, from_field=None):
        delivery = super().get_object(request, object_id, from_field)
        if delivery:
            note_access(request, delivery, "delivery.read")
        return delivery

    @admin.display(description=gettext_lazy("message"), ordering="notice__title")
    def what(self, delivery):
        return delivery.notice.title

    @admin.action(description=gettext_lazy("Send again"))
    def send_again(self, request, chosen):
        count = sum(bool(workflow.send_again(delivery, actor=request.actor)) for delivery in chosen)
        said = ngettext("%(count)d message is on its way again.", "%(count)d messages are on their way again.", count)
        messages.success(request, said % {"count": count})


@admin.register(TemplateText)
class TemplateTextAdmin(HouseAdmin):
    """Saving writes a new version; what people were sent before stays as it was."""

    form = TemplateTextForm
    change_form_template = "admin/correspondence/text_form.html"
    may_be_added = may_be_changed = True
    list_display = ["event", "language", "version", "subject", "written_at", "written_by"]
    list_display_links = ["event", "subject"]
    list_filter = ["language"]
    list_select_related = ["written_by__person"]
    search_fields = ["event", "subject"]
    ordering = ["event", "language", "-version"]

    def get_urls(self):
        preview = self.admin_site.admin_view(self.preview)
        return [path("preview/", preview, name="correspondence_templatetext_preview"), *super().get_urls()]

    def preview(self, request):
        """What people would get, in a window of its own; nothing is kept."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        form = TemplateTextForm(request.POST)
        context = {**self.admin_site.each_context(request), "title": _("Preview"), "form": form, "opts": self.opts}
        if form.is_valid():
            context["subject"], context["body"] = form.instance.preview()
        return TemplateResponse(request, "admin/correspondence/preview.html", context)

    def save_model(self, request, obj, form, change):
        text = workflow.write_text(obj.event, obj.language, subject=obj.subject, body=obj.body, actor=request.actor)
        obj.pk, obj.public_id, obj.version = text.pk, text.public_id, text.version

    def log_addition(self, request, obj, message):
        """The workflow has recorded it."""

    log_change = log_addition
