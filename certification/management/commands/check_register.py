"""Compare the public register with certificates and their events, field by field. `rebuild_register` mends what it finds."""
from django.core.management.base import CommandError

from certification.workflow import check_register
from core.commands import AgencyCommand


class Command(AgencyCommand):
    help = __doc__

    def handle(self, *args, **options):
        self.differing = 0
        super().handle(*args, **options)
        if self.differing:
            raise CommandError(f"{self.differing} differences. `manage.py rebuild_register` writes the register anew.")

    def handle_at(self, agency, **options):
        found = check_register()
        for number, field, there, wanted in found:
            self.stdout.write(f"{agency.slug}: {number} {field}: {there!r} instead of {wanted!r}" if field
                              else f"{agency.slug}: {number} is missing")
        self.stdout.write(f"{agency.slug}: {len(found)} differences")
        self.differing += len(found)
