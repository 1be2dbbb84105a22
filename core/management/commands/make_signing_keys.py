"""Make the signing keys that are missing: the root's, and one for each agency (or for `--agency` alone)."""
from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from core.signing_keys import make_keys


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--agency", help="slug; without it, every agency")

    def handle(self, *args, agency=None, **options):
        known = list(apps.get_model(settings.TENANT_MODEL).objects.order_by("pk").values_list("slug", flat=True))
        if agency and agency not in known:
            raise CommandError(f"There is no agency {agency!r}; there are: {', '.join(known)}")
        made = make_keys([agency] if agency else known)
        self.stdout.write(f"{settings.SIGNING_DIR}: keys made for {', '.join(made) or 'nobody, all were there'}")
