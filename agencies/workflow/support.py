"""A request for project support at the agency: written, handed in, taken back; and what became of it. Each house's job tells its people."""
from django.db import transaction
from django.utils.translation import gettext as _

from accounts import directory
from agencies.models import SupportAuthor, SupportFile, SupportRequest
from agencies.network_permissions import can_ask_support, can_follow_support
from agencies.support_stages import SupportStage
from agencies.workflow.shared_files import keep_once, note_scans
from core import clock
from core.files import store_upload
from core.workflow import lock, move, record, refuse_if, require

FACTS = ("title", "purpose", "kind", "amount", "from_on", "until_on", "plan")
FILES_AT_MOST = 10
AMOUNT = SupportRequest.Kind.AMOUNT


@transaction.atomic
def begin_request(*, actor, **facts):
    """To the Central institute; nobody there reads it before it is handed in."""
    require(can_ask_support(actor))
    _refuse_unfit(facts)
    central = next((one for one in directory.agencies() if one.is_central), None)
    refuse_if(central is None, _("There is no Central institute yet that could be asked."))
    made = SupportRequest.everything.create(central_id=central.pk, begun_at=clock.now(), **facts)
    note_hands(made, actor)
    record("support.begun", made, actor=actor, kind=made.kind)
    return made


@transaction.atomic
def change_request(row, *, base_version, actor, **facts):
    """`base_version`: of what was on the screen. Handed in, nothing changes any more."""
    row = _draft(row, actor)
    refuse_if(row.version != base_version, _("Somebody else has saved this meanwhile. Open the page anew and compare."))
    _refuse_unfit(facts)
    changed = [name for name in FACTS if name in facts and getattr(row, name) != facts[name]]
    if changed:
        for name in changed:
            setattr(row, name, facts[name])
        row.version += 1
        row.save(update_fields=[*changed, "version"])
        note_hands(row, actor)
        record("support.changed", row, actor=actor, fields=changed, version=row.version)
    return row


def _refuse_unfit(facts):
    asks_money = facts["kind"] == AMOUNT
    refuse_if(asks_money and facts["amount"] is None, _("Write how much is asked for."), field="amount")
    refuse_if(asks_money and facts["amount"] <= 0, _("An amount is more than nothing."), field="amount")
    refuse_if(not asks_money and facts["amount"] is not None, _("An amount belongs only to a request for money."), field="amount")
    refuse_if(facts["until_on"] < facts["from_on"], _("The last day is before the first."), field="until_on")


def note_hands(row, actor):
    """Whoever writes it, and whom they act for, does not decide it."""
    for user in actor.people:
        SupportAuthor.everything.get_or_create(request=row, user=user, defaults={"central_id": row.central_id})


@transaction.atomic
def attach_plan(row, upload, *, actor):
    """A paper of the plan. The same content is kept once."""
    require(can_ask_support(actor))
    stored, name = store_upload(upload, shelf=row.public_id, actor=actor)           # before the lock: a scan takes time
    row = _draft(row, actor)
    refuse_if(SupportFile.everything.filter(request=row).count() >= FILES_AT_MOST, _("A request has at most %(number)d papers."),
              number=FILES_AT_MOST)
    file, is_new = keep_once(SupportFile, stored, name, actor=actor, central_id=row.central_id, request=row)
    if is_new:
        note_hands(row, actor)
        record("support.file_added", row, actor=actor, file=file.pk, sha256=stored.sha256)
    return file


@transaction.atomic
def remove_plan(file, *, actor):
    row = _draft(file.request, actor)
    record("support.file_removed", row, actor=actor, file=file.pk, sha256=file.sha256)
    file.delete()
    return row


def _draft(row, actor):
    row = lock(row)
    require(can_ask_support(actor))
    refuse_if(not row.is_draft, _("This request was handed in or withdrawn and can no longer be changed."))
    return row


@transaction.atomic
def hand_in_request(row, *, base_version, actor):
    """For good: Central reads it from now on."""
    row = _draft(row, actor)
    refuse_if(row.version != base_version, _("It was changed since this page was opened. Please read it again."))
    refuse_if(row.until_on < clock.today(), _("The project is over already. Change its days first."))
    note_hands(row, actor)
    note_scans(SupportFile.everything.filter(request=row))
    row.asked_at, row.asked_by, row.told_at = clock.now(), actor.user, clock.now()
    row.save(update_fields=["asked_at", "asked_by", "told_at"])
    facts = move(row, SupportStage.ASKED)
    record("support.asked", row, actor=actor, kind=row.kind, amount=row.amount, **facts)
    return row


@transaction.atomic
def withdraw_request(row, *, actor):
    """The agency no longer asks, as long as nothing is decided."""
    row = lock(row)
    require(can_ask_support(actor))
    facts = move(row, SupportStage.WITHDRAWN)
    row.withdrawn_at, row.received_at = clock.now(), None
    row.save(update_fields=["withdrawn_at", "received_at"])
    record("support.withdrawn", row, actor=actor, **facts)
    return row


@transaction.atomic
def tell_what_became(row, words, *, actor):
    """Whenever it is known, once the report was accepted; written anew, the newer words stand there."""
    row = lock(row)
    require(can_ask_support(actor))
    refuse_if(row.stage != SupportStage.DONE, _("What became of it is told once the report is accepted."))
    refuse_if(not words.strip(), _("Write what became of it."), field="words")
    row.became, row.became_at, row.received_at = words.strip(), clock.now(), None
    row.save(update_fields=["became", "became_at", "received_at"])
    record("support.became", row, actor=actor)
    return row


@transaction.atomic
def note_file_scan(file, *, actor):
    """The scan for malware came after it was handed in."""
    require(can_follow_support(actor))
    state = file.file.scan_state
    if state == file.scan:
        return False
    type(file).everything.filter(pk=file.pk).update(scan=state)
    return True
