"""Practice cases: copied from a closed case, read through text by text, published; judged by assessors, who then see what was agreed."""
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.workflow import enqueue, lock, record, refuse_if, require
from evaluations.anonymous import anonymised, left_in
from evaluations.models import (
    PracticeCase,
    PracticeItem,
    PracticeJudgement,
    PracticeOrigin,
    PracticeResult,
    PracticeSheet,
    RequiredIndicator,
)
from evaluations.permissions import can_make_practice, can_practise
from evaluations.queries.practice import answers_in, cases_to_copy, names_known_of, seen_in
from visits.models import Judgement

TEXTS = ("explanation", "seen", "reason")


@transaction.atomic
def make_practice(application, *, title, actor):
    """Copy a closed case without its names and its files. Nobody sees the copy before every text was read."""
    application = lock(application)
    require(can_make_practice(actor, application))
    refuse_if(not cases_to_copy(actor).filter(pk=application.pk).exists(),
              _("Only a case that is announced, whose time of appeal is over and of which there is no copy yet."), field="application")
    refuse_if(not title.strip(), _("Give it a title that names nobody."), field="title")
    refuse_if(PracticeCase.everything.filter(title=title.strip()).exists(), _("There is a practice case of this title."), field="title")
    known = names_known_of(application)
    refuse_if(left_in(title, known), _("Give it a title that names nobody."), field="title")
    practice = PracticeCase.objects.create(title=title.strip(), service_type_id=application.service_type_id, made_at=clock.now(),
                                           made_by=actor.user)
    PracticeOrigin.objects.create(practice=practice, application=application)
    copy_indicators(practice, application, known)
    record("practice.made", practice, actor=actor, application=application.pk)
    return practice


def copy_indicators(practice, application, known):
    answers, seen = answers_in(application), seen_in(application)
    required = RequiredIndicator.everything.filter(application=application).exclude(agreed="").order_by("position")
    for row in required:
        rating, explanation = answers.get(row.code, ("", ""))
        item = PracticeItem.objects.create(
            practice=practice, indicator_id=row.indicator_id, code=row.code, position=row.position, rating=rating,
            explanation=anonymised(explanation, known), seen=anonymised(seen.get(row.code, ""), known))
        PracticeResult.objects.create(item=item, judgement=row.agreed, reason=anonymised(row.agreed_reason, known))


@transaction.atomic
def confirm_practice_item(item, *, explanation, seen, reason, actor):
    """Somebody has read these texts: nobody is named in them."""
    practice = lock(item.practice)
    require(can_make_practice(actor))
    refuse_if(practice.published_at, _("It is published: its texts stay."))
    known = names_known_of(origin_of(practice))
    for name, text in zip(TEXTS, (explanation, seen, reason), strict=True):
        still = left_in(text, known)
        refuse_if(still, _("This still stands in it: %(names)s"), field=name, names=", ".join(still))
    item = lock(item)
    item.explanation, item.seen = explanation, seen
    item.confirmed_at, item.confirmed_by = clock.now(), actor.user
    item.save(update_fields=["explanation", "seen", "confirmed_at", "confirmed_by"])
    PracticeResult.everything.filter(item=item).update(reason=reason)
    record("practice.confirmed", practice, actor=actor, code=item.code)
    return item


@transaction.atomic
def publish_practice(practice, *, actor):
    """From now on assessors may judge it; its texts no longer change."""
    practice = lock(practice)
    require(can_make_practice(actor))
    refuse_if(practice.published_at, _("It is published already."))
    open_ones = list(practice.items.filter(confirmed_at=None).values_list("code", flat=True))
    refuse_if(open_ones, _("Read and confirm these first: %(codes)s."), codes=", ".join(open_ones))
    practice.published_at, practice.published_by = clock.now(), actor.user
    practice.save(update_fields=["published_at", "published_by"])
    record("practice.published", practice, actor=actor)
    return practice


@transaction.atomic
def close_practice(practice, *, actor):
    """Nobody begins it any more; whoever has judged it still reads it."""
    practice = lock(practice)
    require(can_make_practice(actor))
    refuse_if(not practice.is_open, _("It is not published."))
    practice.closed_at = clock.now()
    practice.save(update_fields=["closed_at"])
    record("practice.closed", practice, actor=actor)
    return practice


@transaction.atomic
def begin_practice(practice, *, actor):
    """A sheet of one's own, once."""
    practice = lock(practice)
    require(can_practise(actor))
    refuse_if(not practice.is_open, _("It is not published."))
    sheet = PracticeSheet.everything.filter(practice=practice, user=actor.user).first()
    if sheet is None:
        sheet = PracticeSheet.objects.create(practice=practice, user=actor.user, begun_at=clock.now())
        PracticeJudgement.everything.bulk_create(PracticeJudgement(sheet=sheet, item=item) for item in practice.items.all())
        record("practice.begun", practice, actor=actor)
    return sheet


@transaction.atomic
def judge_practice(row, *, judgement, reason_code, text, actor):
    """One indicator; it may wait until the sheet is handed in."""
    sheet = lock(row.sheet)
    require(sheet.user == actor.user and can_practise(actor))
    refuse_if(sheet.handed_in_at, _("Your sheet is handed in."))
    row = lock(row)
    is_met = judgement == Judgement.COMPLIANT
    row.judgement, row.reason_code, row.text = judgement, "" if is_met else reason_code, text
    row.save(update_fields=["judgement", "reason_code", "text"])
    return row


@transaction.atomic
def hand_in_practice(sheet, *, actor):
    """From now on the assessor sees what was agreed, and what the others said; the worker compares."""
    sheet = lock(sheet)
    require(sheet.user == actor.user and can_practise(actor))
    refuse_if(sheet.handed_in_at, _("Your sheet is handed in."))
    rows = sheet.judgements.select_related("item").order_by("item__position")
    open_ones = [row.item.code for row in rows if not row.is_complete]
    refuse_if(open_ones, _("A judgement, or its reason, is still missing: %(codes)s."), codes=", ".join(open_ones))
    sheet.handed_in_at = clock.now()
    sheet.save(update_fields=["handed_in_at"])
    record("practice.handed_in", sheet.practice, actor=actor)
    enqueue("evaluations.learning.compare_practice", sheet_id=sheet.pk)
    return sheet


@transaction.atomic
def keep_comparison(sheet, figures, *, actor):
    """Write down how often it is what was agreed."""
    sheet = lock(sheet)
    require(actor.is_system)
    sheet.figures = figures
    sheet.save(update_fields=["figures"])
    return sheet


def origin_of(practice):
    return PracticeOrigin.everything.select_related("application").get(practice=practice).application
