"""What the provider says: written and kept as it goes, with files, handed in once; against the decision it begins an appeal."""

from django.db import transaction
from django.utils.translation import gettext as _

from aftercare.models import Sanction, SanctionAppeal, SanctionFile, SanctionStatement
from aftercare.models.sanction_parts import FILES_AT_MOST
from aftercare.permissions import can_hand_in_statement, can_write_statement
from aftercare.queries.sanction import ANSWER, APPEAL, appeal_deadline, appeal_period
from aftercare.sanction_stages import TAKEN, SanctionStage
from aftercare.workflow.sanction_rules import lock_sanction
from core import clock
from core.digests import digest_of_content
from core.files import store_upload
from core.numbers import next_number
from core.versions import keep_words
from core.wording import day_in_words
from core.workflow import record, refuse_if, require
from correspondence.workflow import close_deadlines, notify, open_deadline

SERIES = "sanction appeal"
Kind = SanctionStatement.Kind
TOLD = {Kind.OPINION: ("sanction.statement_received", "sanction.statement_in"),
        Kind.URGENT: ("sanction.statement_received", "sanction.statement_in"),
        Kind.ORDER: ("sanction.order_received", "sanction.order_reported")}


def why_no_statement(sanction, kind, at):
    """The sentence for whoever comes too early or too late, or empty while it can be written."""
    if kind == Kind.OPINION:
        return "" if sanction.stage == SanctionStage.NOTIFIED else _("The hearing is over. Statements could be handed in until then.")
    if kind == Kind.URGENT:
        return _why_not_heard_after(sanction)
    if kind == Kind.ORDER:
        return _why_no_report(sanction)
    if sanction.stage not in TAKEN or sanction.stage == SanctionStage.OVERTURNED:
        return _("There is no decision that could be appealed against.")
    if SanctionAppeal.everything.filter(sanction=sanction).exists():
        return _("There is an appeal against this decision already. A decision has one appeal.")
    deadline = appeal_deadline(sanction)
    if deadline and at < deadline.due_at:
        return ""
    period = deadline or appeal_period(sanction)
    day = day_in_words(period.last_day) if period else "-"
    return _("An appeal could be handed in until %(day)s 24:00. What remains open to you: an administrative appeal or an action in the "
             "administrative court, as a rule within 90 days of being told.") % {"day": day}


def _why_not_heard_after(sanction):
    """About a suspension at once: whoever had said or been asked everything before it could say nothing to it, and is heard after it. Until
    it is decided; before a hearing the ordinary statement serves."""
    if sanction.urgent_at is None or not sanction.is_open:
        return _("There is no urgent suspension that waits for a decision.")
    is_said = SanctionStatement.everything.filter(sanction=sanction, kind=Kind.OPINION, arrived_at__isnull=False).exists()
    if is_said or sanction.stage != SanctionStage.NOTIFIED:
        return ""
    return _("Write it in the statement that you may hand in until the hearing.")


def _why_no_report(sanction):
    """The same about the order of a suspension."""
    if sanction.final_kind != Sanction.Kind.SUSPENSION or sanction.stage not in (SanctionStage.IN_EFFECT, SanctionStage.OVER):
        return _("There is no order that would have to be met.")
    if sanction.order_met is None:
        return ""
    return _("The agency has noted that the order is met.") if sanction.order_met else _("The agency has noted that the order is not met.")


def _hold(sanction, kind, actor, at):
    """The sanction and its statement, locked; the latter made if it is not there."""
    _certificate, sanction = lock_sanction(sanction)
    require(sanction.noticed_at is not None and can_write_statement(actor, sanction))
    closed = why_no_statement(sanction, kind, at)
    refuse_if(closed, closed)
    statement, _new = SanctionStatement.everything.get_or_create(sanction=sanction, kind=kind, returned_at=None)
    refuse_if(statement.arrived_at, _("This was handed in already. It can no longer be changed."))
    return sanction, statement


@transaction.atomic
def save_statement(sanction, kind, *, text, base_version, waives_hearing=False, upload=None, actor, arrived_at):
    """Keep what was typed, and a file with it. An older page never overwrites a newer text. Returns Kept."""
    sanction, statement = _hold(sanction, kind, actor, arrived_at)
    words = {"text": text.replace("\r\n", "\n").rstrip(), "waives_hearing": waives_hearing and kind == Kind.OPINION}
    kept = keep_words(statement, words, base_version=base_version, saved_at=clock.now(), saved_by=actor.user)
    if kept.is_new:
        record("sanction.statement_saved", sanction, actor=actor, kind=kind, version=kept.row.version, length=len(words["text"]))
    if upload:
        _add_file(sanction, statement, upload, actor)
    return kept


def _files(statement):
    return SanctionFile.everything.filter(statement=statement).select_related("file").order_by("pk")


def _add_file(sanction, statement, upload, actor):
    refuse_if(_files(statement).count() >= FILES_AT_MOST, _("At most %(number)d files."), number=FILES_AT_MOST, field="file")
    stored, name = store_upload(upload, shelf=statement.public_id, actor=actor)
    row, is_new = SanctionFile.everything.get_or_create(sanction=sanction, statement=statement, file=stored, defaults={
        "name": name, "added_at": clock.now(), "added_by": actor.user})
    if is_new:
        record("sanction.statement_file_added", sanction, actor=actor, file=row.pk, sha256=stored.sha256)


@transaction.atomic
def remove_statement_file(row, *, actor, arrived_at):
    """While the statement is written."""
    require(row.statement_id is not None)
    sanction, statement = _hold(Sanction.everything.get(pk=row.sanction_id), row.statement.kind, actor, arrived_at)
    record("sanction.statement_file_removed", sanction, actor=actor, file=row.pk)
    row.delete()
    return statement


@transaction.atomic
def hand_in_statement(sanction, kind, *, base_version, actor, arrived_at):
    """Once; what was saved last counts. An appeal has its number and its clock from here on; a report about the order may be returned."""
    sanction, statement = _hold(sanction, kind, actor, arrived_at)
    require(can_hand_in_statement(actor, sanction))
    refuse_if(statement.version != base_version, _("It was changed since this page was opened. Please read it again."))
    refuse_if(not statement.text.strip(), _("Nothing is written yet."), field="text")
    statement.arrived_at, statement.handed_in_by, statement.version = arrived_at, actor.user, statement.version + 1
    statement.sha256 = _seal(sanction, statement)
    statement.save()
    record("sanction.statement_in", sanction, actor=actor, kind=kind, sha256=statement.sha256, arrived_at=arrived_at)
    if kind == Kind.APPEAL:
        return _begin_appeal(sanction, statement, actor)
    link = ("portal_sanction", sanction.public_id)
    received, told = TOLD[kind]
    notify(received, sanction, actor=actor, link=link, sha256=statement.sha256)
    notify(told, sanction, actor=actor, link=("desk_sanction", sanction.public_id))
    return statement


def _seal(sanction, statement):
    """SHA-256 of one canonical text: the words, the files, the moment."""
    files = [[one.name, one.file.sha256] for one in _files(statement)]
    content = [sanction.number, statement.kind, clock.seoul(statement.arrived_at).isoformat(), statement.text, statement.waives_hearing,
               files]
    return digest_of_content(content)


def _begin_appeal(sanction, statement, actor):
    year, due_at = clock.seoul(statement.arrived_at).year, appeal_deadline(sanction).due_at
    appeal = SanctionAppeal.everything.create(sanction=sanction, number=f"{year}-SA{next_number(SERIES, year):03}",
                                              arrived_at=statement.arrived_at, due_at=due_at)
    close_deadlines(sanction, kind=APPEAL, actor=actor, outcome="appealed")
    appeal.answer_deadline = open_deadline(appeal, kind=ANSWER, event_on=clock.seoul(appeal.arrived_at).date(), actor=actor)
    appeal.save(update_fields=["answer_deadline"])
    record("sanction_appeal.handed_in", appeal, actor=actor, number=appeal.number, sha256=statement.sha256)
    due = appeal.answer_deadline.last_day
    notify("sanction_appeal.received", appeal, actor=actor, link=("portal_sanction", sanction.public_id), due=due, sha256=statement.sha256)
    notify("sanction_appeal.handed_in", appeal, actor=actor, link=("desk_sanction", sanction.public_id), due=due)
    return statement
