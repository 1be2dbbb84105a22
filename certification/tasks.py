"""Jobs of certification: the documents of a certificate; messages about briefings, reminders, and the end of what people typed."""
import logging
from datetime import timedelta

from celery import shared_task
from django.conf import settings
from django.utils import translation

from accounts.actors import Actor
from certification import workflow
from certification.briefing_mail import compose, has_something_to_say
from certification.documents import certificate_pdf, criteria_pdf, plaque_pdf
from certification.models import Briefing, BriefingPlace, CertificateDocument, FrameworkPaper, PrintBatch
from certification.queries import errata_of, errata_shown, facts_of, rows_in, tree_of, with_errata
from certification.queries.certificate_life import ends_to_hold, run_out
from certification.workflow import keep_document, keep_paper
from core import clock
from core.addresses import at_home_of
from core.signing import sign_pdf
from core.tasks import every_agency
from core.tenancy import within
from correspondence.mail import NotAccepted, hand_over

MADE_BY = Actor.system("making a certificate's documents")
DAYS = Actor.system("a certificate's days")
BRIEFINGS = Actor.system("briefings")
logger = logging.getLogger(__name__)


def make_document(document_id):
    """Draw it, sign it, keep it; once it is kept, nothing more happens."""
    document = CertificateDocument.everything.select_related(
        "certificate__framework", "certificate__version", "certificate__service_type", "agency").get(pk=document_id)
    if document.made_at or document.replaced_at:        # another version has taken its place before it was made
        return
    facts = facts_of(document.certificate)
    content = plaque_pdf(facts) if document.kind == CertificateDocument.Kind.PLAQUE else certificate_pdf(facts, document.language)
    keep_document(document, sign_pdf(content, agency=document.agency), actor=MADE_BY)


def make_print_batch(batch_id):
    """Pages for a printer."""
    workflow.make_batch(PrintBatch.everything.get(pk=batch_id), actor=MADE_BY)


def make_framework_paper(paper_id):
    """Draw a published edition with the errata of this moment, and keep it."""
    paper = FrameworkPaper.everything.select_related("version__framework", "agency").get(pk=paper_id)
    count = errata_of(MADE_BY, paper.version).count()
    with translation.override(paper.language):
        tree = tree_of(MADE_BY, paper.version)
        with_errata(errata_shown(MADE_BY, paper.version), rows_in(tree))
        content = criteria_pdf(paper, tree, demo=settings.DEMO)
    keep_paper(paper, content, errata=count, actor=MADE_BY)


def send_briefing_mail(*, place_id, kind, mark):
    """One message to somebody who registered. What the server refuses for good is noted for staff; else it is tried again."""
    place = BriefingPlace.everything.select_related("briefing__round", "agency").get(pk=place_id)
    if not has_something_to_say(kind, place):
        return
    try:
        hand_over(compose(kind, place, mark))
    except NotAccepted as refusal:
        if not refusal.for_good:
            raise
        workflow.note_mail_error(place, str(refusal), actor=BRIEFINGS)


@shared_task
def remind_of_briefings():
    """The day before, at each agency. Returns how many people were reminded."""
    return sum(remind_at(agency) for agency in every_agency())


def remind_at(agency):
    """A briefing whose reminders fail holds up nobody else's."""
    now, told = clock.now(), 0
    with within(agency):
        near = Briefing.everything.filter(agency=agency, starts_at__gt=now, starts_at__lt=now + timedelta(days=2), called_off_at=None,
                                          round__published_at__isnull=False)
        near = list(near.order_by("starts_at", "pk"))
    for briefing in near:
        try:
            with within(agency), at_home_of(agency):
                told += workflow.remind_of_briefing(briefing, actor=BRIEFINGS)
        except Exception:                                       # whatever is wrong with this one
            logger.exception("Reminders of briefing %s of agency %s were not sent", briefing.public_id, agency.pk)
    return told


@shared_task
def erase_briefing_places():
    """What people typed for a briefing ends six months after it. Returns how many registrations were erased."""
    erased = 0
    for agency in every_agency():
        with within(agency):
            erased += workflow.erase_places(actor=BRIEFINGS)
    return erased


@shared_task
def follow_certificates():
    """At each agency: what has run out is noted, once, and last days are reminded of. By state: what no beat did is done by the next.

    Returns how many certificates were noted as expired.
    """
    return sum(follow_at(agency) for agency in every_agency())


def follow_at(agency):
    with within(agency):
        over, unheld = run_out(), ends_to_hold()
    noted = sum(bool(carried_on(agency, workflow.note_expired, certificate)) for certificate in over)
    for certificate in unheld:
        carried_on(agency, workflow.hold_end, certificate)
    return noted


def carried_on(agency, work, certificate):
    """One that fails holds up nobody else's."""
    try:
        with within(agency), at_home_of(agency):
            return work(certificate, actor=DAYS)
    except Exception:                                       # whatever is wrong with this one
        logger.exception("%s failed for certificate %s of agency %s", work.__name__, certificate.public_id, agency.pk)
        return None


@shared_task
def erase_ceremony_guests():
    """Names of guests end six months after a ceremony. Returns how many were erased."""
    erased = 0
    for agency in every_agency():
        with within(agency):
            erased += workflow.erase_guests(actor=DAYS)
    return erased
