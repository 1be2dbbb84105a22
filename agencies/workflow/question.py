"""The question round: assessors propose, Central sends a bundle, the agency answers once; a late answer is taken and marked."""
from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import ManagementIndicator, Participation, ProposedQuestion, Question, QuestionBundle
from agencies.permissions import can_keep_groups, can_rate
from core import calendar, clock
from core.workflow import lock, record, refuse_if, require
from correspondence.queries import closing_days

MOST = 30           # questions in one round


@transaction.atomic
def propose_question(sheet, indicator, *, text, actor):
    """An assessor would like to know something about an indicator of their area."""
    require(can_rate(actor, sheet))
    refuse_if(not text.strip(), _("Please write the question."), field="text")
    refuse_if(not ManagementIndicator.everything.filter(pk=indicator.pk, area=sheet.area_id).exists(),
              _("This indicator does not belong to your area."))
    row = ProposedQuestion.everything.create(participation=sheet.participation, indicator=indicator, text=text.strip(), user=actor.user,
                                             proposed_at=clock.now())
    record("management.question_proposed", row, actor=actor, indicator=indicator.pk)
    return row


@transaction.atomic
def send_questions(participation, wanted, *, actor, left_out=()):
    """One bundle, without the names of who asked. `wanted`: [(proposal or None, indicator, text)]; a proposal's words may have been mended.
    `left_out`: proposals that are not asked."""
    participation = lock(Participation.everything.select_related("indicator_set").get(pk=participation.pk))
    require(can_keep_groups(actor))
    refuse_if(not participation.is_assessed, _("This agency is not evaluated this year."))
    wanted = [(proposal and lock(proposal), indicator, text.strip()) for proposal, indicator, text in wanted]
    refuse_if(not wanted, _("Choose at least one question."))
    refuse_if(len(wanted) > MOST, _("A round has at most %(most)s questions."), most=MOST)
    refuse_if(any(not text for _proposal, _indicator, text in wanted), _("A question is empty."))
    refuse_if(any(one and (one.question_id or one.left_out_at) for one, _indicator, _text in wanted),
              _("One of these questions was sent or left out meanwhile. Look at the list again."))
    bundle = _bundle(participation)
    for place, (proposal, indicator, text) in enumerate(wanted, 1):
        question = Question.everything.create(bundle=bundle, assessed=bundle.assessed, indicator=indicator, position=place, text=text)
        if proposal:
            proposal.question = question
            proposal.save(update_fields=["question"])
    ProposedQuestion.everything.filter(pk__in=[one.pk for one in left_out], participation=participation, question=None,
                                       left_out_at=None).update(left_out_at=clock.now())
    record("management.questions_sent", bundle, actor=actor, questions=len(wanted), due_on=bundle.due_on)
    return bundle


def _bundle(participation):
    days = participation.indicator_set.question_days
    number = QuestionBundle.everything.filter(participation=participation).count() + 1
    return QuestionBundle.everything.create(
        participation=participation, assessed=participation.assessed, number=number, sent_at=clock.now(),
        due_on=calendar.due_on(clock.today(), days, "calendar", closing_days()))
