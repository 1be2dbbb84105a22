"""A course: written, put into the catalogue, closed, opened again, discarded; and who has to have it."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from core import clock
from core.errors import Refused
from core.tenancy import current_agency_id
from core.versions import keep_words
from core.workflow import lock, move, record, refuse_if, require
from training.models import Completion, Course, CourseDuty, Run
from training.permissions import can_keep_training
from training.stages import CourseStage
from training.workflow.survey_question import standard_survey

FACTS = ("code", "category", "name_ko", "name_en", "target_ko", "target_en", "aims_ko", "aims_en", "content_ko", "content_en", "minutes",
         "least_percent", "asks_survey", "least_score", "attempts", "valid_months", "qualifies")
WHOLE = 100                         # percent that a mandatory course asks for, unless somebody says otherwise


@transaction.atomic
def write_course(*, actor, **facts):
    """A draft that no other house knows of, with the questions of the usual survey to begin with."""
    require(can_keep_training(actor))
    _refuse_unfit(facts)
    course = Course(**facts, written_at=clock.now(), written_by=actor.user)
    _unless_taken(course.save)
    if course.asks_survey:
        standard_survey(course)
    record("course.written", course, actor=actor, code=course.code, category=course.category)
    return course


@transaction.atomic
def change_course(course, *, base_version, actor, **facts):
    """`base_version`: of what was on the screen. Runs that are announced keep the rule with which they were."""
    course = _ours(course, actor)
    refuse_if(course.stage == CourseStage.DISCARDED, _("This course is discarded. Nothing can be changed in it."))
    _refuse_unfit(facts)
    kept = _unless_taken(lambda: keep_words(course, facts, base_version=base_version, written_at=clock.now(), written_by=actor.user))
    refuse_if(kept.conflict, _("Somebody else has saved this course meanwhile. What you wrote is kept here: open the course in another "
                               "window, compare, and save again."))
    if kept.is_new:
        record("course.changed", kept.row, actor=actor, version=kept.row.version,
               fields=[name for name in facts if getattr(course, name) != facts[name]])
    return kept.row


def _refuse_unfit(facts):
    refuse_if(not facts.get("minutes"), _("A course takes at least a minute."), field="minutes")
    refuse_if(not 1 <= facts.get("least_percent", 80) <= WHOLE, _("Between 1 and 100 percent."), field="least_percent")
    score = facts.get("least_score")
    refuse_if(score is not None and not 1 <= score <= WHOLE, _("Between 1 and 100 points."), field="least_score")


def _unless_taken(save):
    try:
        with transaction.atomic():
            return save()
    except IntegrityError as failure:
        if failure.__cause__.diag.constraint_name != "one_course_of_a_code":
            raise
        raise Refused(_("Another course of yours has this code already."), "code") from None


@transaction.atomic
def offer_course(course, *, actor):
    """Into the catalogue, for the first time or again: the Central institute's for everybody, an agency's for its own people."""
    course = _ours(course, actor)
    again = course.stage == CourseStage.CLOSED
    step = move(course, CourseStage.OFFERED)
    if not again:
        course.published_at = clock.now()
        course.save(update_fields=["published_at"])
    record("course.reopened" if again else "course.offered", course, actor=actor, **step)
    return course


@transaction.atomic
def close_course(course, *, actor):
    """Nobody plans a run of it any more. What was announced goes on, and completions stay."""
    course = _ours(course, actor)
    record("course.closed", course, actor=actor, **move(course, CourseStage.CLOSED))
    return course


@transaction.atomic
def discard_course(course, *, actor):
    """Out of every list. Only what was never used."""
    course = _ours(course, actor)
    used = Run.everything.filter(agency=current_agency_id(), course=course)
    completed = Completion.everything.filter(agency=current_agency_id(), run__course=course)
    refuse_if(completed.exists(), _("People have completed this course: it is kept with their completions. "
                                    "Close it, so that nobody plans it any more."))
    refuse_if(used.exists(), _("There are runs of this course: it is kept with them. Close it, so that nobody plans it any more."))
    record("course.discarded", course, actor=actor, **move(course, CourseStage.DISCARDED))
    return course


@transaction.atomic
def add_duty(course, *, for_whom, role="", within_days, from_on, make_whole=False, actor):
    """Who has to have it from now on. `make_whole`: the course asks for all its minutes, as mandatory ones do."""
    course = _ours(course, actor)
    refuse_if(course.stage == CourseStage.DISCARDED, _("This course is discarded. Nothing can be changed in it."))
    refuse_if((for_whom == CourseDuty.ForWhom.ROLE) != bool(role), _("Choose the role."), field="role")
    same = CourseDuty.everything.filter(course=course, for_whom=for_whom, role=role)
    refuse_if(same.exists(), _("They have to have this course already."), field="for_whom")
    duty = CourseDuty.everything.create(course=course, for_whom=for_whom, role=role, within_days=within_days, from_on=from_on)
    if make_whole and course.least_percent < WHOLE:
        course.least_percent, course.version = WHOLE, course.version + 1
        course.save(update_fields=["least_percent", "version"])
    record("course.duty_added", course, actor=actor, for_whom=for_whom, role=role, within_days=within_days, percent=course.least_percent)
    return duty


@transaction.atomic
def remove_duty(duty, *, actor):
    """They need not have it any more. Reminders that were sent stay sent."""
    course = _ours(duty.course, actor)
    record("course.duty_removed", course, actor=actor, for_whom=duty.for_whom, role=duty.role)
    duty.delete()
    return course


def _ours(course, actor):
    """This house's own, until the transaction ends."""
    require(can_keep_training(actor) and course.agency_id == current_agency_id())
    return lock(course)
