"""Management commands run at one agency, or at each in turn."""
from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand

from core.addresses import at_home_of
from core.tenancy import within


class AgencyCommand(BaseCommand):
    """Write `handle_at(agency)`; each agency has its own transaction, so one failure undoes one agency."""

    def add_arguments(self, parser):
        parser.add_argument("--agency", help="slug; without it, every agency")

    def handle(self, *args, agency=None, **options):
        agencies = apps.get_model(settings.TENANT_MODEL).objects.order_by("pk")
        for one in agencies.filter(slug=agency) if agency else agencies:
            with within(one), at_home_of(one):
                self.handle_at(one, **options)
