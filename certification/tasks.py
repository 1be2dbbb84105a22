"""Jobs of certification: the documents of a certificate; messages about briefings, reminders, and the end of what people typed."""
import logging
from datetime import timedelta

from celery import shared_task
from django.conf import settings
from django.utils import translation

from accounts.actors import Actor
from certification import badges, watch_mail, workflow
from certification.briefing_mail import compose, has_something_to_say
from certification.documents import certificate_pdf, criteria_pdf, plaque_pdf
from certification.models import Briefing, BriefingPlace, CertificateDocument, FrameworkPaper, PrintBatch, Watch
from certification.queries import (
    entries_without_badge,
    errata_of,
    errata_shown,
    facts_of,
    log_differences,
    news_between,
    rows_in,
    status_lists_to_make,
    tree_of,
    with_errata,
)
from certification.queries.certificate_life import ends_to_hold, run_out
from certification.workflow import keep_document, keep_paper, keep_picture
from core import clock
from core.addresses import at_home_of
from core.errors import Unavailable
from core.models import Pulse
from core.pictures import picture_of_sheet
from core.signing import sign_pdf
from core.tasks import every_agency
from core.tenancy import nationwide, within
from correspondence.mail import NotAccepted, hand_over
from providers.models import Provider

MADE_BY = Actor.system("making a certificate's documents")
SNAPSHOTS = Actor.system("the month's file of the register")
WATCHES = Actor.system("notices of changes")
TOLD_FROM = 8                                   # o'clock in Seoul: nobody's telephone sounds at night
DAYS = Actor.system("a certificate's days")
BRIEFINGS = Actor.system("briefings")
REGISTER = Actor.system("keeping the register")
LOGGING = Actor.system("the public log")
logger = logging.getLogger(__name__)


def make_document(document_id):
    """Draw it, sign it, keep it; once it is kept, nothing more happens."""
    document = CertificateDocument.everything.select_related(
        "certificate__framework", "certificate__version", "certificate__service_type", "agency").get(pk=document_id)
    if document.made_at or document.replaced_at:        # another version has taken its place before it was made
        return
    facts = facts_of(document.certificate)
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
def link_logs():
    """Give what happened to certificates its place in each agency's public log. Returns how many entries."""
    linked = 0
    for agency in every_agency():
        with within(agency):
            linked += workflow.link_log(actor=LOGGING)
    return linked


@shared_task
def sign_log_heads():
    """Each agency's, once a day; where the key is away it is tried again. Returns how many were signed."""
    signed = 0
    for agency in every_agency():
        try:
            with within(agency):
                signed += workflow.sign_log_head(actor=LOGGING) is not None
        except Unavailable as away:
            logger.error("The head of the log of agency %s was not signed: %s", agency.pk, away)
    return signed


@shared_task
def check_logs():
    """Whether each agency's log holds; whatever does not is an error in the logs. Returns how many differences."""
    found = 0
    for agency in every_agency():
        with within(agency):
            differences = log_differences()
        found += len(differences)
        for sentence in differences:
            logger.error("Public log of agency %s: %s", agency.pk, sentence)
    return found


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


@shared_task
def erase_briefing_places():
    """What people typed for a briefing ends six months after it. Returns how many registrations were erased."""
    erased = 0
    for agency in every_agency():
        with within(agency):
            erased += workflow.erase_places(actor=BRIEFINGS)
    return erased


def draw_picture(document_id):
    """The plaque as it hangs, for the page of its certificate: from the signed file, once."""
    document = CertificateDocument.everything.select_related("file__agency", "certificate").get(pk=document_id)
    if document.file is None or document.replaced_at:
        return
    keep_picture(document, *picture_of_sheet(document.file), actor=MADE_BY)


def follow_provider(provider_id):
    """What a provider says of its hours, prices and telephone reaches the register."""
    workflow.follow_provider(Provider.everything.get(pk=provider_id), actor=REGISTER)


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


def send_watch_confirmation(*, watch_id, mark):
    """Whether the address wants it, asked once; nothing if it was taken back or answered meanwhile."""
    watch = Watch.everything.filter(pk=watch_id, confirmed_at=None).select_related("entry__service_type", "agency").first()
    if watch:
        deliver_to(watch, watch_mail.confirmation(watch, mark))


def send_watch_digest(*, news, mark):
    """`news`: {watch's key: [its place in the feed before, and after]}. Who has stopped meanwhile gets nothing."""
    rows = Watch.everything.filter(pk__in=[int(pk) for pk in news]).exclude(confirmed_at=None)
    rows = rows.select_related("entry__service_type", "agency").order_by("entry__provider_name", "pk")
    told = [(watch, changes) for watch in rows if (changes := news_between(watch, *news[str(watch.pk)]))]
    if told:
        deliver_to(told[0][0], watch_mail.digest(told, mark))


def deliver_to(watch, message):
    """An address that the mail server refuses for good is erased."""
    try:
        hand_over(message)
    except NotAccepted as refusal:
        if not refusal.for_good:
            raise
        workflow.stop_watches(watch.reader, actor=WATCHES)


@shared_task
def tell_watchers():
    """At most one message a day to each address, about all since the last one. Returns how many were asked for."""
    return sum(tell_at(agency) for agency in every_agency()) if clock.seoul(clock.now()).hour >= TOLD_FROM else 0


def tell_at(agency):
    """Each address by itself: one that fails holds up nobody else's."""
    with within(agency):
        readers, told = workflow.readers_with_news(actor=WATCHES), 0
    for reader in readers:
        try:
            with within(agency), at_home_of(agency):
                told += workflow.tell_reader(reader, actor=WATCHES)
        except Exception:                                       # whatever is wrong with this one
            logger.exception("Notices of changes at agency %s were not sent", agency.pk)
    return told


@shared_task
def erase_watches():
    """What was not confirmed within two days, and what watches what is long over. Returns how many."""
    erased = 0
    for agency in every_agency():
        with within(agency):
            erased += workflow.erase_watches(actor=WATCHES)
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
