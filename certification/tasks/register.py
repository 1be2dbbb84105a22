"""Jobs of the register: it follows its providers, is checked, filed each month; citizens' reports end."""
import logging

from celery import shared_task

from accounts.actors import Actor
from certification import workflow
from core.models import Pulse
from core.tasks import every_agency
from core.tenancy import nationwide, within
from providers.models import Provider

SNAPSHOTS = Actor.system("the month's file of the register")
REGISTER = Actor.system("keeping the register")
logger = logging.getLogger(__name__)


def follow_provider(provider_id):
    """What a provider says of its hours, prices and telephone reaches the register."""
    workflow.follow_provider(Provider.everything.get(pk=provider_id), actor=REGISTER)


def note_edit(provider_id, fields):
    """A provider has edited something that its certificates print."""
    workflow.note_edit(Provider.everything.get(pk=provider_id), fields, actor=REGISTER)


@shared_task
def check_registers():
    """Every night: is the register what the certificates say? Returns how many differences there are; /healthz says so as well."""
    found = 0
    for agency in every_agency():
        with within(agency):
            differences = workflow.check_register()
        Pulse.objects.update_or_create(agency=agency, defaults={"differences": len(differences)})
        if differences:
            logger.error("The register of agency %s differs from its certificates: %s", agency.slug,
                         ", ".join(f"{number} {field or 'missing'}" for number, field, *_values in differences[:20]))
        found += len(differences)
    return found


@shared_task
def erase_reports():
    """What citizens typed in a report ends a year after it came. Returns how many were erased."""
    erased = 0
    for agency in every_agency():
        with within(agency):
            erased += workflow.erase_reports(actor=REGISTER)
    return erased


@shared_task
def make_snapshots():
    """On the first of a month, or as soon after it as somebody calls. Returns how many files were made."""
    with nationwide():
        return len(workflow.make_snapshots(actor=SNAPSHOTS))
