"""Builds the demonstration, as the web role, agency by agency. Only where DEMO is set, and only into an empty house."""
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from accounts.models import Agency
from desk.demonstration.build import build


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--if-empty", action="store_true", help="do nothing, and do not complain, if there are agencies already")

        parser.add_argument("--small", action="store_true", help="the finished rounds with few applications: for tests")

    def handle(self, *args, if_empty, small, **options):
        if not settings.DEMO:
            raise CommandError("The demonstration has invented people and numbers: it is built only where DEMO is set.")
        if Agency.objects.exists():
            if if_empty:
                return
            raise CommandError("There are agencies already; the demonstration is built into an empty house only.")
        build(small=small)
        self.stdout.write(f"The demonstration is built: {Agency.objects.count()} agencies.")
