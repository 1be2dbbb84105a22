"""Jobs that make documents: certificates, plaques, pictures of them, print files, criteria, digital badges."""
import logging

from celery import shared_task
from django.conf import settings
from django.utils import translation

from accounts.actors import Actor
from certification import badges, workflow
from certification.documents import certificate_pdf, criteria_pdf, plaque_pdf
from certification.models import CertificateDocument, FrameworkPaper, PrintBatch
from certification.queries import (
    entries_without_badge,
    errata_of,
    errata_shown,
    facts_of,
    rows_in,
    status_lists_to_make,
    tree_of,
    with_errata,
)
from certification.workflow import keep_document, keep_paper, keep_picture
from core.errors import Unavailable
from core.pictures import picture_of_sheet
from core.signing import sign_pdf
from core.tasks import every_agency
from core.tenancy import within

MADE_BY = Actor.system("making a certificate's documents")
logger = logging.getLogger(__name__)


def make_document(document_id):
    """Draw it, sign it, keep it; once it is kept, nothing more happens."""
    document = CertificateDocument.everything.select_related(
        "certificate__framework", "certificate__version", "certificate__service_type", "agency", "revision").get(pk=document_id)
    if document.made_at or document.replaced_at:        # another version has taken its place before it was made
        return
    facts = facts_of(document.certificate, document.revision)
    is_plaque = document.kind == CertificateDocument.Kind.PLAQUE
    content = plaque_pdf(facts, marks=False) if is_plaque else certificate_pdf(facts, document.language)
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


def draw_picture(document_id):
    """The plaque as it hangs, for the page of its certificate: from the signed file, once."""
    document = CertificateDocument.everything.select_related("file__agency", "certificate").get(pk=document_id)
    if document.file is None or document.replaced_at:
        return
    keep_picture(document, *picture_of_sheet(document.file), actor=MADE_BY)


@shared_task
def renew_badges():
    """Badges that are missing or say something else by now, and the status lists, which follow the register. Returns how many badges."""
    made = 0
    for agency in every_agency():
        try:
            made += renew_badges_at(agency)
        except Unavailable as away:
            logger.error("Badges of agency %s were not made: %s", agency.pk, away)
    return made


def renew_badges_at(agency):
    """Each badge in a transaction of its own: drawing one takes a moment."""
    with within(agency):
        entries = list(entries_without_badge(agency))
    made = sum(make_badge(entry, agency) for entry in entries)
    with within(agency):
        lists = status_lists_to_make(agency)
        for purpose, places in lists:
            workflow.note_badge_key(badges.public_key_of(agency), actor=MADE_BY)
            workflow.keep_status_list(purpose, places, badges.signed_list(agency, purpose, places), actor=MADE_BY)
    return made


def make_badge(entry, agency):
    """Draw, sign and keep it, if it says anything new. Returns whether."""
    with within(agency):
        badge = workflow.ask_for_badge(entry, actor=MADE_BY)
        if badge is None:
            return False
        key = workflow.note_badge_key(badges.public_key_of(agency), actor=MADE_BY)
        document = badges.signed_badge(entry, agency, index=badge.index, key_name=key.name)
        workflow.keep_badge(badge, document, badges.baked(entry, agency, document), actor=MADE_BY)
    return True
