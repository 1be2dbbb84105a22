"""Check each agency's public log: the chain, its signed heads, and that it tells the same as the certificates."""
from django.core.management.base import CommandError

from certification.queries import log_differences
from core.commands import AgencyCommand


class Command(AgencyCommand):
    help = __doc__

    def handle(self, *args, **options):
        self.broken = []
        super().handle(*args, **options)
        if self.broken:
            raise CommandError(f"The public log does not hold at: {', '.join(self.broken)}")

    def handle_at(self, agency, **options):
        differences = log_differences()
        self.stdout.write(f"{agency.slug}: {'whole' if not differences else f'{len(differences)} differences'}")
        for sentence in differences:
            self.stdout.write(f"  {sentence}")
        if differences:
            self.broken.append(agency.slug)
