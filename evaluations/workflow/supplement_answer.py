"""The provider's answer to a supplement request: drafts kept as one writes, files, and the next seal."""
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.versions import keep_words
from core.wording import moment_in_words
from core.workflow import enqueue, lock, move, record, refuse_if, require
from correspondence.workflow import close_deadlines, notify
from evaluations.models import (
    Answer,
    AnswerEvidence,
    Application,
    Receipt,
    Seal,
    SealedFile,
    SupplementEvidence,
    SupplementItem,
    SupplementReply,
)
from evaluations.permissions import can_submit, can_write_supplement
from evaluations.queries.supplement import KIND
from evaluations.stages import SupplementStage
from evaluations.workflow.answers import Saved
from evaluations.workflow.attaching import Attaching
from evaluations.workflow.seal import seal_supplement


def why_closed(item, at):
    """The sentence for whoever types too late, or empty while the item is open."""
    bundle = item.request
    if item.withdrawn_at:
        return _("This item is no longer asked for. The agency's reason: %(reason)s") % {"reason": item.withdrawn_reason}
    if bundle.stage == SupplementStage.ANSWERED:
        return _("The answer was handed in on %(when)s. It can no longer be changed.") % {"when": moment_in_words(bundle.answered_at)}
    if bundle.stage == SupplementStage.DROPPED:
        return _("This request has ended. Nothing more is asked for.")
    return "" if bundle.is_open(at) else _("The time for this answer is over. The evaluation goes on with what was handed in.")


def _open_reply(reply, actor, arrived_at):
    """The reply and its case, both locked, the case first, so that nothing is written while it is being handed in."""
    item = SupplementItem.everything.select_related("request").get(pk=reply.item_id)
    application = lock(Application.everything.get(pk=item.request.application_id))
    reply = lock(reply)
    require(can_write_supplement(actor, application))
    item = SupplementItem.everything.select_related("request__deadline").get(pk=reply.item_id)
    closed = why_closed(item, arrived_at)
    refuse_if(closed, closed)
    return application, reply


@transaction.atomic
def save_reply(reply, *, text, base_version, actor, arrived_at):
    """Keep what was typed. An older page never overwrites a newer text. Returns Saved."""
    _application, reply = _open_reply(reply, actor, arrived_at)
    kept = keep_words(reply, {"text": text}, base_version=base_version, saved_at=clock.now(), saved_by=actor.user)
    if kept.is_new:
        record("supplement.reply_saved", reply, actor=actor, version=kept.row.version, length=len(text))
    return Saved(kept.row, conflict=kept.conflict)


def _files_of(application, reply):
    sealed = SealedFile.everything.filter(seal=application.seals.first()).count()
    return sealed + SupplementEvidence.everything.filter(reply__item__request=reply.item.request).count()


FILES = Attaching(SupplementEvidence, "reply", hold=_open_reply, count=_files_of, verb="supplement")
attach_upload_to_reply, attach_evidence_to_reply, detach_from_reply = FILES.attach_upload, FILES.attach_evidence, FILES.detach
begin_upload_for_reply, attach_arrived_to_reply = FILES.begin_upload, FILES.attach_arrived


@transaction.atomic
def answer_supplement(bundle, *, is_all=False, actor, arrived_at):
    """Hand the answer in: it seals the next submission, linked to the one before. In time is who arrived in time; a second click finds it.

    What is not answered is named and refused, unless `is_all` says that no more comes.
    """
    application = lock(Application.everything.get(pk=bundle.application_id))
    bundle = lock(bundle)
    require(can_submit(actor, application))
    answered = bundle.stage == SupplementStage.ANSWERED
    refuse_if(answered, _("This answer was received on %(when)s. Nothing was sent twice."),
              when=answered and moment_in_words(bundle.answered_at))
    refuse_if(not bundle.is_open(arrived_at), _("The time for this answer is over. The evaluation goes on with what was handed in."))
    replies = list(open_replies(bundle))
    missing = [reply.item.about for reply in replies if not is_answered(reply)]
    refuse_if(len(missing) == len(replies), _("Nothing is answered yet. Write something or add a file first."))
    refuse_if(missing and not is_all, _("Not answered yet: %(list)s"), list=" · ".join(missing), field="is_all")
    previous = Seal.everything.filter(application=application).order_by("-number").first()
    seal = seal_supplement(bundle, previous, replies, actor=actor, arrived_at=arrived_at)
    receipt = Receipt.everything.create(seal=seal, asked_at=clock.now())
    bundle.answered_at = arrived_at
    bundle.save(update_fields=["answered_at"])
    _write_back(application, replies, actor)
    _note_the_answer(application, bundle, seal, previous, missing, actor)
    enqueue("evaluations.tasks.make_receipt", receipt_id=receipt.pk)
    return bundle


def open_replies(bundle):
    """Those of items that are still asked for, in their order, with their documents."""
    rows = SupplementReply.everything.filter(item__request=bundle, item__withdrawn_at=None, item__left_out_at=None)
    return rows.select_related("item").prefetch_related("evidence__evidence__file").order_by("item__position")


def is_answered(reply):
    return reply.is_changed or bool(reply.evidence.all())


def _write_back(application, replies, actor):
    """The provider's own answers follow, should the application ever be returned to it."""
    for reply in replies:
        row = Answer.everything.filter(application=application, indicator__code=reply.item.code).first()
        if reply.item.kind != SupplementItem.Kind.INDICATOR or row is None:
            continue
        if reply.is_changed:
            row.explanation, row.version, row.saved_at, row.saved_by = reply.text, row.version + 1, clock.now(), actor.user
            row.save(update_fields=["explanation", "version", "saved_at", "saved_by"])
        there = set(row.evidence.values_list("evidence", flat=True))
        AnswerEvidence.everything.bulk_create(AnswerEvidence(answer=row, evidence=link.evidence, added_at=link.added_at)
                                              for link in reply.evidence.all() if link.evidence_id not in there)


def _note_the_answer(application, bundle, seal, previous, missing, actor):
    facts = move(bundle, SupplementStage.ANSWERED)
    close_deadlines(application, kind=KIND, actor=actor)
    record("supplement.answered", application, actor=actor, request=bundle.pk, sha256=seal.sha256, previous=previous.sha256,
           seal=seal.number, arrived_at=seal.sealed_at, unanswered=len(missing), **facts)
    notify("supplement.received", application, actor=actor, link=("portal_application", application.public_id), sha256=seal.sha256,
           previous=previous.sha256, arrived=seal.sealed_at)
    notify("supplement.answered", application, actor=actor)
