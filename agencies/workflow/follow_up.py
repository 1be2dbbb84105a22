"""With the publication of a year the follow-up of agencies begins whose grade asks for it: a letter, and the agency's own job tells it."""
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from agencies.followup_notices import PLAN_DUE
from agencies.followup_rules import is_followed_up, plan_due_on
from agencies.models import FollowUp, ImprovementPlan, ResultLetter
from agencies.permissions import can_follow_evaluations
from agencies.workflow.result_letters import paragraph
from core import clock
from core.wording import formal_day
from core.workflow import lock, record, require
from correspondence.workflow import keep_days, notify, write_letter

LETTER = "management.follow_up"


def begin_follow_ups(indicator_set, results, *, actor):
    """In the transaction that publishes the year. `results`: the final ones, each with its agency. Returns the rows."""
    due = plan_due_on(clock.today())
    return [_begin(one, due, actor) for one in results if is_followed_up(indicator_set, one.grade)]


def _begin(result, due, actor):
    made = FollowUp.everything.create(assessed_id=result.assessed_id, participation_id=result.participation_id, result=result,
                                      year=result.year, grade=result.grade, due_on=due, begun_at=clock.now())
    _write_letter(made, result, actor)
    record("follow_up.begun", made, actor=actor, year=result.year, grade=result.grade, due_on=due)
    return made


def _write_letter(made, result, actor):
    """The agency's copy is handed on like that of its result."""
    with override("ko"):
        title = _("Follow-up of the management evaluation %(year)s") % {"year": made.year}
        letter = write_letter(made, kind=LETTER, addressee=result.assessed.head_title_ko, title=title, blocks=blocks_of(made), actor=actor)
    ResultLetter.everything.create(assessed_id=made.assessed_id, result=result, letter=letter, number=letter.number, title=letter.title,
                                   written_at=letter.written_at)


def blocks_of(made):
    return [
        paragraph(_("The result of the management evaluation %(year)s of your institute is published with grade %(grade)s. "
                    "Institutes of this grade are followed up.") % {"year": made.year, "grade": made.grade}),
        paragraph(_("Please ask for follow-up consulting, and make an improvement plan with a measure for each weak indicator, approved by "
                    "the director, by %(day)s.") % {"day": formal_day(made.due_on, "ko")}),
        paragraph(_("Its progress is checked on days that we set. What became of each item is shown with the next performance report.")),
    ]


@transaction.atomic
def notice_follow_up(row, *, actor):
    """At the agency, by its job: its people are told, and reminded of the plan. Twice is once."""
    require(can_follow_evaluations(actor))
    row = lock(row)
    if row.noticed_at:
        return False
    row.noticed_at = clock.now()
    row.save(update_fields=["noticed_at"])
    if not plan_is_approved(row):
        keep_days([row], kind=PLAN_DUE, actor=actor)
    notify("follow_up.begun", row, actor=actor, link=("follow_up", row.public_id), year=row.year, grade=row.grade, due_on=row.due_on)
    record("follow_up.noticed", row, actor=actor)
    return True


def plan_is_approved(row):
    return ImprovementPlan.everything.filter(participation=row.participation_id, approved_at__isnull=False).exists()
