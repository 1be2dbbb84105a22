"""Walk each agency's audit chain, name the first broken position, say how many events wait for their place."""
from django.core.management.base import CommandError

from core.audit import first_broken_position, not_yet_linked
from core.commands import AgencyCommand


class Command(AgencyCommand):
    help = __doc__

    def handle(self, *args, **options):
        self.broken = []
        super().handle(*args, **options)
        if self.broken:
            raise CommandError(f"The audit trail is broken at: {', '.join(self.broken)}")

    def handle_at(self, agency, **options):
        position, waiting = first_broken_position(), not_yet_linked()
        state = "whole" if position is None else f"broken at {position}"
        self.stdout.write(f"{agency.slug}: {state}, {waiting} not yet linked")
        if position is not None:
            self.broken.append(agency.slug)
