"""Document review: independent sheets, then one result; an older page never overwrites a newer judgement."""
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from core import clock
from core.versions import keep_words
from core.workflow import lock, record, refuse_if, require
from correspondence.workflow import close_deadlines, notify
from evaluations.models import Application, Assignment, ConsolidatedJudgement, Judgement, SealedAnswer, Settlement, Sheet
from evaluations.models.review import TEAM_AT_LEAST, Verdict
from evaluations.permissions import can_consolidate, can_judge, is_assessor_of
from evaluations.queries.parts import assignments_in_force, required_of
from evaluations.stages import Stage
from evaluations.workflow.stage import refuse_while_asked
from panels.models import Involvement
from panels.workflow import note_involvement


@transaction.atomic
def begin_sheet(application, *, actor):
    """The assessor opens the case for the first time: from now on this person has assessed it, and can never decide it."""
    application = lock(application)
    require(is_assessor_of(actor, application))
    refuse_if(application.stage != Stage.DOCUMENT_REVIEW, _("This case is not under document review."))
    assignment = Assignment.everything.get(application=application, user=actor.user, ended_at=None)
    sheet = Sheet.everything.filter(assignment=assignment).first()
    if sheet:
        return sheet
    refuse_if(assignments_in_force(application).count() < TEAM_AT_LEAST,
              _("This case has one assessor only. The document review begins once its team has two or three."))
    note_involvement(actor.user.person, subject_type="providers.provider", subject=application.provider.public_id,
                     kind=Involvement.Kind.ASSESSED, matter=application.matter, actor=actor)
    sheet = Sheet.everything.create(assignment=assignment, application=application, user=actor.user, begun_at=clock.now())
    rated = dict(SealedAnswer.everything.filter(seal=application.seals.first()).values_list("code", "rating"))
    Judgement.everything.bulk_create(Judgement(sheet=sheet, required=required, rating=rated.get(required.code, ""))
                                     for required in required_of(application))
    record("review.begun", application, actor=actor, sheet=sheet.pk)
    return sheet


@transaction.atomic
def save_judgement(judgement, *, verdict, reason_code="", reason="", note="", base_version, actor):
    """One assessor's judgement of one indicator, however incomplete. No lock: handing in makes every page older. Returns Kept."""
    sheet = judgement.sheet
    require(can_judge(actor, sheet))
    _refuse_closed(sheet)
    words = {"verdict": verdict, "reason_code": reason_code, "reason": reason.strip(), "note": note.strip()}
    kept = keep_words(judgement, words, base_version=base_version, saved_at=clock.now())
    if kept.is_new:
        record("review.judged", sheet.application, actor=actor, indicator=judgement.required_id, version=kept.row.version)
    elif kept.row is not judgement:
        _refuse_closed(Sheet.everything.select_related("application").get(pk=sheet.pk))
    return kept


def _refuse_closed(sheet):
    refuse_if(sheet.submitted_at, _("This sheet has been handed in and can no longer be changed."))
    refuse_if(sheet.application.stage != Stage.DOCUMENT_REVIEW, _("This case is not under document review."))


@transaction.atomic
def save_judgements(sheet, judged, *, actor):
    """Many judgements of one's own sheet at once: {code: {verdict, reason_code, reason, note}}; indicators that are judged already are left
    as they are.

    Returns the codes left as they stood.
    """
    sheet = lock(sheet)
    require(can_judge(actor, sheet))
    _refuse_closed(sheet)
    rows = list(sheet.judgements.select_related("required").filter(required__code__in=judged).order_by("required__position"))
    empty = [row for row in rows if not row.verdict and not row.reason and not row.note]
    for row in empty:
        for name, words in judged[row.required.code].items():
            setattr(row, name, words)
        row.version, row.saved_at = row.version + 1, clock.now()
    Judgement.everything.bulk_update(empty, ["verdict", "reason_code", "reason", "note", "version", "saved_at"])
    record("review.judged", sheet.application, actor=actor, indicators=[row.required_id for row in empty])
    return [row.required.code for row in rows if row not in empty]


@transaction.atomic
def submit_sheet(sheet, *, actor):
    """Hand the review in; it never changes again. With the last one the team's result is laid out."""
    application = lock(Application.everything.get(pk=sheet.application_id))         # so that of two last ones one sees the other
    sheet = lock(sheet)
    require(can_judge(actor, sheet))
    refuse_if(sheet.submitted_at, _("This sheet has been handed in already."))
    refuse_if(application.stage != Stage.DOCUMENT_REVIEW, _("This case is not under document review."))
    sheet.judgements.update(version=F("version") + 1)           # a page that saves now is an older one: it is told
    rows = sheet.judgements.select_related("required").order_by("required__position")
    open_codes = [row.required.code for row in rows if not row.is_complete]
    refuse_if(open_codes, _("Still to judge, or without a reason: %(list)s"), list=", ".join(open_codes))
    sheet.submitted_at = clock.now()
    sheet.save(update_fields=["submitted_at"])
    record("review.handed_in", application, actor=actor, sheet=sheet.pk)
    lay_out_when_all_in(application, actor=actor)
    return sheet


def all_are_in(application):
    """Whether at least two assessors work on it and each has handed in."""
    working = assignments_in_force(application)
    handed_in = Sheet.everything.filter(assignment__in=working, submitted_at__isnull=False).count()
    return TEAM_AT_LEAST <= working.count() == handed_in


@transaction.atomic
def lay_out_when_all_in(application, *, actor):
    """Where the assessors agree, that is the result; where they differ, the lead settles it after they have talked. Laid out anew when
    the team has changed: what somebody wrote who is no longer in it counts for nothing."""
    if not all_are_in(application):
        return
    sheets = Sheet.everything.filter(application=application, assignment__ended_at=None)
    given = {}
    for row in Judgement.everything.filter(sheet__in=sheets).order_by("sheet__assignment_id"):
        given.setdefault(row.required_id, []).append(row)
    rows = {row.required_id: row for row in ConsolidatedJudgement.everything.filter(application=application)}
    for required in required_of(application):
        row = rows.get(required.pk) or ConsolidatedJudgement(application=application, required=required)
        begin_from(row, given[required.pk]).save()
    record("review.all_in", application, actor=actor, sheets=len(sheets))
    notify("review.all_in", application, actor=actor, link=("assess_consolidation", application.public_id))


def begin_from(row, judgements):
    """The result of one indicator, filled in where all say the same. What they note for the visit goes there, whosever it is."""
    verdicts = {judgement.verdict for judgement in judgements}
    agree = len(verdicts) == 1
    row.verdict, row.differed = verdicts.pop() if agree else "", not agree
    row.reason = together(judgement.reason for judgement in judgements) if agree else ""
    row.note = together(judgement.note for judgement in judgements)
    row.version, row.decided_at, row.decided_by = row.version + 1, None, None
    return row


def together(texts):
    return "\n".join(dict.fromkeys(text for text in texts if text))


@transaction.atomic
def save_consolidated(row, *, verdict, reason, base_version, actor):
    """The lead writes what the team agreed on: with a sentence, unless it is simply met and all had judged so. Returns Kept."""
    application = lock(Application.everything.get(pk=row.application_id))
    row = lock(row)
    require(can_consolidate(actor, application))
    refuse_if(application.reviewed_at, _("The document review of this case is over."))
    refuse_if(not all_are_in(application), _("Not every assessor has handed in."))
    plain = verdict == Verdict.OK and judged_by_all(row) == {Verdict.OK}
    refuse_if(verdict and not plain and not reason.strip(), _("Please write the reason."), field="reason")
    kept = keep_words(row, {"verdict": verdict, "reason": reason.strip()}, base_version=base_version,
                      decided_at=clock.now(), decided_by=actor.user)
    if kept.is_new:
        row = kept.row
        Settlement.everything.create(result=row, version=row.version, verdict=row.verdict, reason=row.reason, settled_by=row.decided_by,
                                     settled_at=row.decided_at)
        record("review.consolidated", application, actor=actor, indicator=row.required_id, version=row.version)
    return kept


def judged_by_all(row):
    """The judgements that the team as it is now has handed in on the indicator of this row."""
    return set(Judgement.everything.filter(required=row.required_id, sheet__assignment__ended_at=None).values_list("verdict", flat=True))


@transaction.atomic
def conclude_review(application, *, actor):
    """The document review ends with one result. A “not met” ends nothing: it becomes a question for the visit."""
    application = lock(application)
    require(can_consolidate(actor, application))
    refuse_if(application.stage != Stage.DOCUMENT_REVIEW or application.reviewed_at, _("The document review of this case is over."))
    refuse_if(not all_are_in(application), _("Not every assessor has handed in."))
    refuse_while_asked(application)
    rows = ConsolidatedJudgement.everything.filter(application=application).select_related("required").order_by("required__position")
    open_codes = [row.required.code for row in rows if not row.is_settled]
    refuse_if(open_codes or not rows, _("Still to settle: %(list)s"), list=", ".join(open_codes))
    application.reviewed_at = clock.now()
    application.save(update_fields=["reviewed_at"])
    close_deadlines(application, kind="application.review", actor=actor)
    record("review.concluded", application, actor=actor)
    notify("review.concluded", application, actor=actor, link=("desk_case", application.public_id))
    return application
