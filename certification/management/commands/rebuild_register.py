"""Write the public register anew from certificates and their events."""
from accounts.actors import Actor
from certification.workflow import rebuild_register
from core.commands import AgencyCommand


class Command(AgencyCommand):
    help = __doc__

    def handle_at(self, agency, **options):
        count = rebuild_register(actor=Actor.system("rebuilding the register"))
        self.stdout.write(f"{agency.slug}: {count} entries")
