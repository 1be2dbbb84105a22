"""One round of the fact check: the draft report goes out, the provider comments or confirms, it ends or is taken back."""
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.versions import keep_words
from core.wording import moment_in_words
from core.workflow import enqueue, lock, move, record, refuse_if, require
from correspondence.workflow import close_deadlines, notify, open_deadline
from evaluations.draft_report import without_result
from evaluations.models import AmendmentInCase, Application, CommentFile, FactCheck, FactComment, FactEvidence, ReportFact
from evaluations.permissions import can_comment, can_confirm_report, can_submit
from evaluations.queries.fact_check import ANSWERS, REPORT, running_check_of, visits_of
from evaluations.queries.parts import required_of
from evaluations.stages import FactStage, Stage
from evaluations.workflow.answers import Saved
from evaluations.workflow.attaching import Attaching
from visits.queries import written_at


def begin_fact_check(application, *, actor):
    """The draft report goes to the provider, without the result; it has five working days. What was said in rounds before is kept."""
    application.report_confirmed_at = application.report_commented_at = None
    application.save(update_fields=["report_confirmed_at", "report_commented_at"])
    number = FactCheck.everything.filter(application=application).count() + 1
    deadline = open_deadline(application, kind=REPORT, event_on=clock.today(), actor=actor)
    check = FactCheck.everything.create(application=application, number=number, begun_at=clock.now(), deadline=deadline)
    seen = _seen_in(application)
    facts = ReportFact.everything.bulk_create(
        ReportFact(check_of=check, required=one, indicator_id=one.indicator_id, code=one.code, position=one.position,
                   seen=without_result(seen[one.code])) for one in required_of(application))
    FactComment.everything.bulk_create(FactComment(fact=fact) for fact in facts)
    enqueue("evaluations.tasks.make_draft_report", check_id=check.pk)
    return check


def _seen_in(application):
    """{code: what was seen}: the team's words; where it agreed on a judgement without words, what its members wrote during the visit."""
    written = {}
    for visit in reversed(visits_of(application)):              # what a later visit saw takes the place of what an earlier one did
        written |= written_at(visit)
    taken = AmendmentInCase.everything.filter(required__application=application, is_taken=True)
    for code in taken.values_list("required__code", flat=True):
        written.pop(code, None)                                 # its words have been amended
    return {one.code: one.agreed_reason.strip() or written.get(one.code, "") for one in required_of(application)}


def drop_fact_check(application, *, actor):
    """The stage is left backwards, or the case let go: the report is taken back. What was said to it stays, and is answered no more."""
    check = running_check_of(application)
    if check:
        close_deadlines(application, kind=ANSWERS, actor=actor, outcome="dropped")
        _end(check, FactStage.DROPPED)


def close_round(application):
    """With the stage; a round whose comments wait cannot end so."""
    check = running_check_of(application)
    if check:
        _end(check, FactStage.CLOSED)


def _end(check, stage):
    check.ended_at = clock.now()
    check.save(update_fields=["ended_at"])
    move(check, stage)


@transaction.atomic
def confirm_report(application, *, actor):
    """The provider has read the draft report and finds the facts right; the agency need not wait for the last day."""
    application = lock(application)
    require(can_confirm_report(actor, application))
    refuse_if(application.stage != Stage.FACT_CHECK, _("The fact check is over."))
    refuse_if(application.report_commented_at, _("You have handed in comments. They are answered; there is nothing to confirm."))
    if application.report_confirmed_at is None:
        application.report_confirmed_at = clock.now()
        application.save(update_fields=["report_confirmed_at"])
        check = running_check_of(application)
        check.confirmed_at = application.report_confirmed_at
        check.save(update_fields=["confirmed_at"])
        move(check, FactStage.CONFIRMED)
        record("application.report_confirmed", application, actor=actor)
    return application


def why_closed(check, at):
    """The sentence for whoever writes too late, or empty while comments are taken."""
    if check.handed_in_at:
        return _("The comments were handed in on %(when)s. They can no longer be changed.") % {"when": moment_in_words(check.handed_in_at)}
    if check.stage == FactStage.CONFIRMED:
        return _("The facts were confirmed on %(when)s. No more comments are taken.") % {"when": moment_in_words(check.confirmed_at)}
    if check.stage == FactStage.DROPPED:
        return _("This draft report was taken back. Comments on it are no longer taken.")
    return "" if check.is_open(at) else _("The time for comments is over. The evaluation goes on.")


def _open_comment(comment, actor, arrived_at):
    """The comment and its case, both locked, the case first, so that nothing is written while it is being handed in."""
    fact = ReportFact.everything.select_related("check_of").get(pk=comment.fact_id)
    application = lock(Application.everything.get(pk=fact.check_of.application_id))
    comment = lock(comment)
    require(can_comment(actor, application))
    closed = why_closed(FactCheck.everything.select_related("deadline").get(pk=fact.check_of_id), arrived_at)
    refuse_if(closed, closed)
    return application, comment


@transaction.atomic
def save_comment(comment, *, kind, text, base_version, actor, arrived_at):
    """Keep what was typed. An older page never overwrites a newer text. Returns Saved."""
    _application, comment = _open_comment(comment, actor, arrived_at)
    kept = keep_words(comment, {"kind": kind, "text": text}, base_version=base_version, saved_at=clock.now(), saved_by=actor.user)
    if kept.is_new:
        record("facts.comment_saved", comment, actor=actor, version=kept.row.version, length=len(text))
    return Saved(kept.row, conflict=kept.conflict)


def _files_of(_application, comment):
    return FactEvidence.everything.filter(comment__fact__check_of=comment.fact.check_of_id).count()


FILES = Attaching(FactEvidence, "comment", hold=_open_comment, count=_files_of, verb="facts")
attach_upload_to_comment, attach_evidence_to_comment, detach_from_comment = FILES.attach_upload, FILES.attach_evidence, FILES.detach
begin_upload_for_comment, attach_arrived_to_comment = FILES.begin_upload, FILES.attach_arrived


@transaction.atomic
def hand_in_comments(check, *, actor, arrived_at):
    """All of them at once, and once. In time is who arrived in time. The team answers each; the files are kept as they are now."""
    application = lock(Application.everything.get(pk=check.application_id))
    check = lock(check)
    require(can_submit(actor, application))
    closed = why_closed(check, arrived_at)
    refuse_if(closed, closed)
    comments = list(FactComment.everything.filter(fact__check_of=check).exclude(text="").select_related("fact").order_by("fact__position"))
    _refuse_unfinished(comments)
    _seal_files(comments)
    FactComment.everything.filter(pk__in=[one.pk for one in comments]).update(handed_in_at=arrived_at)
    close_deadlines(application, kind=REPORT, actor=actor)
    check.answer_deadline = open_deadline(application, kind=ANSWERS, event_on=clock.today(), actor=actor)
    check.handed_in_at, check.handed_in_by = arrived_at, actor.user
    check.save(update_fields=["answer_deadline", "handed_in_at", "handed_in_by"])
    application.report_commented_at = arrived_at
    application.save(update_fields=["report_commented_at"])
    facts = move(check, FactStage.HANDED_IN)
    record("facts.handed_in", application, actor=actor, round=check.number, comments=[one.fact.code for one in comments],
           arrived_at=arrived_at, **facts)
    _tell(application, check, comments, actor)
    return check


def _refuse_unfinished(comments):
    refuse_if(not comments, _("Nothing is written yet. If the facts are right, confirm them."))
    lacking = [one.fact.code for one in comments if not one.kind]
    refuse_if(lacking, _("Choose what is the matter (wrong or incomplete): %(codes)s"), codes=", ".join(lacking))
    gone = FactEvidence.everything.filter(comment__in=comments, evidence__removed_at__isnull=False).select_related("evidence")
    names = [one.evidence.name for one in gone]
    refuse_if(names, _("These files were taken out of the library. Remove them from the comment: %(names)s"), names=", ".join(names))


def _seal_files(comments):
    links = FactEvidence.everything.filter(comment__in=comments).select_related("evidence__file").order_by("added_at", "pk")
    CommentFile.everything.bulk_create(
        CommentFile(comment_id=one.comment_id, file=one.evidence.file, name=one.evidence.name, sha256=one.evidence.file.sha256,
                    size=one.evidence.file.size) for one in links)


def _tell(application, check, comments, actor):
    due = check.answer_deadline.last_day
    notify("facts.received", application, actor=actor, link=("portal_report", application.public_id), arrived=check.handed_in_at,
           count=len(comments), due=due)
    notify("facts.to_answer", application, actor=actor, link=("assess_facts", application.public_id), count=len(comments), due=due)
    notify("facts.handed_in", application, actor=actor, count=len(comments))
