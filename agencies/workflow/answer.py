"""The agency answers a round of questions: kept while one writes, sent once; at both houses a job tells what has come."""
from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import Answer, AnswerFile, Question
from agencies.permissions import can_answer_questions
from agencies.workflow.shared_files import keep_once, note_scans
from core import clock
from core.files import store_upload
from core.versions import Kept, keep_words
from core.workflow import lock, record, refuse_if, require
from correspondence.workflow import close_deadlines, hold_day, notify

ANSWERING = "management.questions"          # of its deadline, at the agency
FILES_AT_MOST = 10                          # with an answer


def answer_to(question):
    """The agency's own row, made when it first writes."""
    row, _is_new = Answer.everything.get_or_create(question=question, defaults={"central_id": question.agency_id})
    return row


@transaction.atomic
def save_answer(question, *, text, base_version, actor):
    """What is typed is kept; an older page never overwrites a newer text. Returns Kept."""
    require(can_answer_questions(actor))
    row = answer_to(question)
    _refuse_sent(row)
    kept = keep_words(row, {"text": text.strip()}, base_version=base_version, saved_at=clock.now(), written_by=actor.user)
    if kept.is_new:
        record("management.answer_written", row, actor=actor, version=kept.row.version)
    elif kept.row is not row:
        _refuse_sent(kept.row)
    return kept


@transaction.atomic
def attach_to_answer(question, upload, *, actor):
    """A file with an answer that is not sent. The same content is kept once."""
    require(can_answer_questions(actor))
    stored, name = store_upload(upload, shelf=question.bundle.participation.public_id, actor=actor)     # before the lock: a scan takes time
    row = lock(answer_to(question))
    _refuse_sent(row)
    refuse_if(row.files.count() >= FILES_AT_MOST, _("An answer has at most %(number)d files."), number=FILES_AT_MOST)
    file, is_new = keep_once(AnswerFile, stored, name, actor=actor, central_id=row.central_id, answer=row)
    if is_new:
        record("management.answer_file_added", row, actor=actor, file=file.pk, sha256=stored.sha256)
    return file


@transaction.atomic
def remove_from_answer(file, *, actor):
    require(can_answer_questions(actor))
    row = lock(file.answer)
    _refuse_sent(row)
    record("management.answer_file_removed", row, actor=actor, file=file.pk, sha256=file.sha256)
    file.delete()


@transaction.atomic
def note_answer_scan(file, *, actor):
    """What is known of malware by now, for Central, which cannot ask the agency's row."""
    require(actor.is_system)
    state = file.file.scan_state
    if state != file.scan:
        AnswerFile.everything.filter(pk=file.pk).update(scan=state)
    return state != file.scan


def _refuse_sent(row):
    refuse_if(row.sent_at, _("The answers of this round were sent and can no longer be changed."))


@transaction.atomic
def send_answers(bundle, texts, *, actor, arrived_at):
    """All of a round at once, for good. `texts`: {question's id: (text, version)}. In time is who arrived in time; later is taken and
    marked. Returns the Kept of a question that somebody else has written meanwhile, or the bundle."""
    require(can_answer_questions(actor))
    bundle = lock(bundle)
    questions = list(Question.everything.filter(bundle=bundle).order_by("position"))
    kept = [save_answer(one, text=texts[one.pk][0], base_version=texts[one.pk][1], actor=actor) for one in questions]
    conflict: Kept | None = next((one for one in kept if one.conflict), None)
    if conflict:
        return conflict
    empty = [str(one.position) for one, said in zip(questions, kept, strict=True) if not said.row.text]
    refuse_if(empty, _("Every question needs an answer before you send. Still empty: %(list)s"), list=", ".join(empty))
    late = max(0, (clock.seoul(arrived_at).date() - bundle.due_on).days)
    note_scans(AnswerFile.everything.filter(answer__question__in=questions))
    for row in Answer.everything.filter(question__in=questions):
        row.sent_at, row.days_late, row.version = arrived_at, late, row.version + 1
        row.save(update_fields=["sent_at", "days_late", "version"])
    close_deadlines(bundle, kind=ANSWERING, actor=actor, outcome="late" if late else "done")
    record("management.answers_sent", bundle, actor=actor, days_late=late)
    return bundle


@transaction.atomic
def tell_of_bundle(bundle, *, actor):
    """At the agency, by its own job: the deadline is opened, its people are told."""
    bundle = lock(bundle)
    require(actor.is_system)
    if bundle.noticed_at:
        return bundle
    if not is_answered(bundle):                             # faster than the job
        hold_day(bundle, kind=ANSWERING, on=bundle.due_on, actor=actor)
    notify("management.questions", bundle, actor=actor, link=("desk_answer_questions", bundle.public_id), due=bundle.due_on)
    bundle.noticed_at = clock.now()
    bundle.save(update_fields=["noticed_at"])
    record("management.questions_noticed", bundle, actor=actor)
    return bundle


def is_answered(bundle):
    return Answer.everything.filter(question__bundle=bundle, sent_at__isnull=False).exists()


@transaction.atomic
def receive_answers(bundle, *, actor):
    """At Central, by its own job: the officers are told, once for a round."""
    bundle = lock(bundle)
    require(actor.is_system)
    fresh = Answer.everything.filter(question__bundle=bundle, sent_at__isnull=False, received_at=None)
    if fresh.update(received_at=clock.now()):
        notify("management.answers", bundle, actor=actor, link=("desk_question_rounds",))
        record("management.answers_received", bundle, actor=actor)
    return bundle
