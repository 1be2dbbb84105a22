"""In a module of its own: an AppConfig is imported before any model may be."""
from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    default_site = "desk.site.Desk"
