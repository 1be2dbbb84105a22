"""Who assesses a case, as its provider is told; what was said against them; everybody who has ever worked on it and who came after whom."""
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from core.wording import day_in_words
from evaluations.models import Application, Assignment, Challenge, TeamNotice
from evaluations.queries.parts import CASE, assignments_in_force
from evaluations.stages import ChallengeStage
from panels.models import Employment, PoolMember, PoolService

KIND = "team.challenge"                 # of its deadline


def why_not_challenged(assignment, at):
    """A sentence that says why a challenge of this assessor that arrives at this moment is not taken, or an empty one."""
    notice = assignment.notice
    if notice is None or assignment.ended_at:
        return _("This assessor does not work on your application.")
    if Challenge.objects.visible_to(CASE).filter(application=assignment.application_id, assignment__user=assignment.user_id).exists():
        return _("You have challenged this assessor already.")
    if not notice.is_open(at):
        return _("The three working days for a challenge are over; they ended on %(day)s.") % {"day": day_in_words(notice.due)}
    return ""


def running_notice(application):
    """What the provider was told last and may still answer with a challenge, or None. For the case's own workflow and pages."""
    rows = TeamNotice.objects.visible_to(CASE).filter(application=application, deadline__closed_at=None)
    last = rows.select_related("deadline").order_by("-deadline__due_at").first()
    return last if last and last.is_open() else None


def why_the_review_waits(application):
    """A sentence that says why the review cannot end yet for the sake of the provider's right to challenge somebody, or an empty one."""
    if assignments_in_force(application).filter(notice=None).exists():
        return _("The provider has not been told yet who assesses it and could challenge nobody. Ask the agency to tell it; the review "
                 "can end once the three working days after that are over.")
    running = running_notice(application)
    if running is None:
        return ""
    return _("The provider may challenge an assessor until %(day)s. The review ends after that.") % {"day": day_in_words(running.due)}


@dataclass(frozen=True)
class Told:
    """An assessor as the provider knows them."""

    assignment: Assignment
    employers: str
    fields: str
    challenge: Challenge | None


def told_team(application):
    """[Told] who work on it, the lead first, and those who were challenged. For whoever already reads the application as its own."""
    rows = Assignment.objects.visible_to(CASE).filter(application=application, notice__isnull=False)
    rows = list(rows.select_related("user__person", "notice__deadline").order_by("-is_lead", "assigned_at", "pk"))
    if not rows:
        return []
    challenges = {one.assignment_id: one for one in Challenge.objects.visible_to(CASE).filter(application=application)}
    pool = {one.user_id: one for one in _in_pool([row.user_id for row in rows])}
    return [_told(row, pool.get(row.user_id), challenges.get(row.pk)) for row in rows if row.ended_at is None or row.pk in challenges]


def _in_pool(users):
    return PoolMember.objects.visible_to(CASE).filter(user__in=users, left_at=None).prefetch_related(
        Prefetch("employments", Employment.objects.visible_to(CASE).filter(to_on=None).order_by("pk")),
        Prefetch("services", PoolService.objects.visible_to(CASE).select_related("service_type").order_by("service_type__position")))


def _told(assignment, member, challenge):
    employers = ", ".join(one.name for one in member.employments.all()) if member else ""
    fields = ", ".join(str(one.service_type) for one in member.services.all()) if member else ""
    return Told(assignment, employers, fields, challenge)


def assessor_to_challenge(actor, public_id):
    """An assignment whose name the actor's own organisation was told, or None."""
    own = Application.objects.visible_to(actor).filter(Application.written_by(actor))
    rows = Assignment.objects.visible_to(CASE).filter(public_id=public_id, notice__isnull=False, application__in=own)
    return rows.select_related("user__person", "notice__deadline", "application__round", "application__provider").first()


@dataclass(frozen=True)
class Turn:
    """One line of the substitution log: who worked on the case, and who came in their place."""

    assignment: Assignment
    successor: Assignment | None
    challenge: Challenge | None


def turns_of(actor, application):
    """[Turn] of everybody who has ever worked on it, in the order of time."""
    rows = Assignment.objects.visible_to(actor).filter(application=application)
    rows = list(rows.select_related("user__person", "notice__deadline").order_by("assigned_at", "pk"))
    after = {one.replaces_id: one for one in rows if one.replaces_id}
    challenges = {one.assignment_id: one for one in challenges_of(actor, application)} if rows else {}
    return [Turn(one, after.get(one.pk), challenges.get(one.pk)) for one in rows]


def challenges_of(actor, application):
    rows = Challenge.objects.visible_to(actor).filter(application=application)
    rows = rows.select_related("assignment__user__person", "challenged_by__person", "decided_by__person").order_by("arrived_at", "pk")
    for one in rows:
        one.application = application           # read already, with its provider
    return rows


def open_challenges(actor):
    """Those that wait for a manager's decision, the longest waiting first."""
    rows = Challenge.objects.visible_to(actor).filter(stage=ChallengeStage.OPEN)
    return rows.select_related("application", "assignment__user__person").order_by("arrived_at", "pk")


def unreplaced(actor, application):
    """Who no longer works on it and in whose place nobody has come, the latest first."""
    came = Assignment.objects.visible_to(actor).filter(application=application, replaces__isnull=False).values("replaces")
    rows = Assignment.objects.visible_to(actor).filter(application=application, ended_at__isnull=False).exclude(pk__in=came)
    return rows.select_related("user__person").order_by("-ended_at", "-pk")
