"""Papers of a case on one sheet: the receipt of what arrived with its hash; the draft report without the result."""
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from core import clock
from core.addresses import absolute_url
from core.files import store_document
from core.sheets import Paragraph, Table, sheet_pdf
from core.tenancy import current_agency
from core.wording import day_in_words, moment_in_words, size_in_words
from core.workflow import lock, record
from evaluations.draft_report import in_words
from evaluations.models import Seal


@transaction.atomic
def keep_receipt(receipt, *, actor):
    """Make and keep the receipt of a submission. A second time finds it made."""
    receipt = lock(receipt)
    if receipt.made_at:
        return receipt
    agency = current_agency()
    with override("ko"):
        content = _paper(receipt.seal, agency)
    receipt.file = store_document(content, shelf=receipt.seal.application.public_id, actor=actor)
    receipt.made_at = clock.now()
    receipt.save(update_fields=["file", "made_at"])
    record("receipt.made", receipt.seal.application, actor=actor, receipt=receipt.pk, sha256=receipt.file.sha256)
    return receipt


def in_groups(sha256):
    """Groups of sixteen can be read and typed, and break where a line ends."""
    return " ".join(sha256[place:place + 16] for place in range(0, 64, 16))


def _paper(seal, agency):
    application = seal.application
    previous = Seal.everything.filter(application=application, number=seal.number - 1).first()
    documents = {one.code: one.name_ko for one in application.round.documents.all()}
    files = [(documents.get(one.code, one.code), one.name, size_in_words(one.size), in_groups(one.sha256)) for one in seal.files.all()]
    facts = [
        (_("Receipt number"), application.number),
        (_("Received at"), f"{moment_in_words(seal.sealed_at, 'ko')}:{clock.seoul(seal.sealed_at):%S}"),
        (_("Organisation and site"), f"{application.provider_name} {application.site_name}"),
        (_("Service"), str(application.service_type)),
        (_("Round"), str(application.round)),
        (_("Submission"), str(seal.number)),
        *_on_paper(seal, agency),
        (_("SHA-256 of the submission"), in_groups(seal.sha256)),
        *([(_("SHA-256 of the submission before"), in_groups(previous.sha256))] if previous else []),
    ]
    blocks = [
        Paragraph(_("We have received the supplement to the application for quality certification.") if seal.replies.exists()
                  else _("We have received the application for quality certification.")),
        Table((_("Item"), _("Contents")), tuple(facts), (30, 70)),
        Paragraph(_("Answers to %(count)d indicators and these files are sealed; what is judged is this submission.") % {
            "count": seal.answers.count()}),
        *([Table((_("Indicator or document"), _("File"), _("Size"), "SHA-256"), tuple(files), (19, 28, 11, 42))] if files else []),
        Paragraph(_("Whether this receipt is real can be checked with its number and the SHA-256 at %(address)s.") % {
            "address": absolute_url(agency, "verify_receipt")}, numbered=False),
    ]
    return sheet_pdf(
        _("Receipt of an application for quality certification"), blocks, agency=agency, date=clock.seoul(seal.sealed_at).date(),
        language="ko", number=application.number, to=application.provider_name, seal_title=agency.head_title_ko, demo=settings.DEMO)


def _on_paper(seal, agency):
    """When the paper came and when it was entered; nothing for what the provider wrote itself."""
    begun, entered = seal.application.entered_by_proxy_at, seal.entered_at
    if begun is None:
        return []
    if entered is None:                     # begun by the agency, handed in by the provider itself
        said = _("by %(agency)s for the provider, since %(when)s") % {"agency": agency.name_ko, "when": moment_in_words(begun, "ko")}
    else:
        said = _("the paper arrived %(arrived)s; %(agency)s handed it in here for the provider %(entered)s") % {
            "agency": agency.name_ko, "arrived": moment_in_words(seal.sealed_at, "ko"), "entered": moment_in_words(entered, "ko")}
    return [(_("Entered from paper"), said)]


@transaction.atomic
def keep_draft_report(check, *, actor):
    """Make and keep the draft report of a fact check. A second time finds it made; a round that is over needs none."""
    check = lock(check)
    if check.file_id or check.ended_at:
        return check
    agency = current_agency()
    with override("ko"):
        content = _draft_report(check, agency)
    check.file = store_document(content, shelf=check.application.public_id, actor=actor)
    check.save(update_fields=["file"])
    record("facts.report_made", check.application, actor=actor, round=check.number, sha256=check.file.sha256)
    return check


def _draft_report(check, agency):
    application = check.application
    until = f'{day_in_words(check.deadline.last_day, "ko")} 24:00' if check.deadline else "-"
    rows = [(f"{one.code} {one.indicator.name_ko}", one.indicator.onsite_check_ko, in_words(one.seen))
            for one in check.facts.select_related("indicator").order_by("position")]
    blocks = [
        Paragraph(_("This is what the assessors saw at %(place)s. It is a draft and says nothing about the result.") % {
            "place": f"{application.provider_name} {application.site_name}"}),
        Paragraph(_("Comments on the facts can be handed in until %(when)s at %(address)s.") % {
            "when": until, "address": absolute_url(agency, "portal_report", application.public_id)}),
        Table((_("Indicator"), _("What was to be looked at"), _("What was seen")), tuple(rows), (24, 36, 40)),
    ]
    return sheet_pdf(_("Draft report of the site visit"), blocks, agency=agency, date=clock.seoul(check.begun_at).date(), language="ko",
                     number=application.number, to=application.provider_name, demo=settings.DEMO)
