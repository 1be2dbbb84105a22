"""Every result worked out again from its stored inputs: the same to the byte, or the command fails and names which."""
from django.core.management.base import BaseCommand, CommandError

from accounts.models import Agency
from agencies.models import Calculation
from agencies.scoring import score
from agencies.working import to_json
from core.tenancy import within


class Command(BaseCommand):
    help = "Work out every calculation of the management evaluation again from its stored inputs and compare it to the byte."

    def handle(self, *args, **options):
        different = checked = 0
        for agency in Agency.objects.filter(kind=Agency.Kind.CENTRAL):
            with within(agency):
                for one in Calculation.everything.select_related("participation__assessed").iterator():
                    checked += 1
                    if to_json(score(one.inputs)) != one.scored:
                        different += 1
                        self.stderr.write(f"{one.participation}: calculation {one.number} comes out differently")
        if different:
            raise CommandError(f"{different} of {checked} calculations come out differently.")
        self.stdout.write(f"{checked} calculations come out the same to the byte.")
