"""Words for the agency: what is strong and what to improve, per indicator and on the whole."""
from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import Feedback, Result
from agencies.queries.result import feedback_of
from agencies.workflow.calculation import held
from core import clock
from core.workflow import record, refuse_if


@transaction.atomic
def write_feedback(participation, indicator, *, strengths, improve, base, actor):
    """`indicator`: None for the whole; `base`: the version that was read. Before the notice; afterwards it is what the agency has read."""
    row = held(participation, actor)
    refuse_if(Result.everything.filter(participation=row).exists(), _("The agency has read these words. They no longer change."))
    words = Feedback.everything.filter(participation=row, indicator=indicator).first() or Feedback(participation=row, indicator=indicator)
    refuse_if(words.version != base, _("Somebody else has saved this meanwhile. Open the page anew and compare."))
    words.strengths, words.improve, words.version = strengths.strip(), improve.strip(), words.version + 1
    words.written_at, words.written_by = clock.now(), actor.user
    words.save()
    record("management.feedback_written", words, actor=actor, indicator=indicator and indicator.code)
    return words


def told_words(actor, participation):
    """[{"code", "strengths", "improve"}] as the agency will read them; code "" for the whole."""
    rows = feedback_of(actor, participation).values()
    ordered = sorted(rows, key=lambda one: one.indicator.position if one.indicator else 0)
    return [{"code": one.indicator.code if one.indicator else "", "strengths": one.strengths, "improve": one.improve}
            for one in ordered if one.strengths or one.improve]
