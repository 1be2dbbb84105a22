"""The fact check of a case: its rounds, comments and answers, who answers, what the provider reads, what was amended."""
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Prefetch, Q

from accounts.actors import Actor
from accounts.models import User
from evaluations.models import AmendmentInCase, Application, Assignment, CommentFile, FactCheck, FactComment, ReportFact
from evaluations.models.fact_check import evaluated
from evaluations.queries.parts import CASE, assignments_in_force
from evaluations.queries.people import readers_of
from evaluations.stages import RUNNING_FACTS, FactStage
from panels.queries import is_recused
from visits.models import Amendment, Deputy, Visit
from visits.permissions import deputy_of
from visits.queries import amendments_of, members_of

REPORT, ANSWERS = "application.fact_check", "application.fact_answer"           # deadlines
SUBJECT = "evaluations.application"
ASKING = Actor.system("the fact check of a case")


@dataclass(frozen=True)
class Said:
    """One fact of a round with what the provider said to it and what the team answered."""

    fact: ReportFact
    comment: FactComment | None = None

    @property
    def answer(self):
        return getattr(self.comment, "answer", None) if self.comment else None


@dataclass(frozen=True)
class FactRound:
    """`said`: the facts that were commented on; `facts`: all of them, with the comment (perhaps an empty draft) or None."""

    check: FactCheck
    facts: list[Said] = field(default_factory=list)

    @property
    def said(self):
        return [one for one in self.facts if one.comment and one.comment.is_written]

    @property
    def unanswered(self):
        return [one for one in self.said if one.answer is None]

    @property
    def answered(self):
        return len(self.said) - len(self.unanswered)


def running_check_of(application):
    """The round that runs now, or None. For the case's own workflow and pages."""
    rows = FactCheck.objects.visible_to(ASKING).filter(application=application, stage__in=RUNNING_FACTS)
    return rows.select_related("deadline", "answer_deadline").first()


def latest_check_of(actor, application):
    rows = FactCheck.objects.visible_to(actor).filter(application=application)
    return rows.select_related("deadline", "answer_deadline", "file").order_by("-number").first()


def rounds_of(actor, application, *, handed_in=True):
    """[FactRound], the latest first. `handed_in`: only comments that were handed in; else the drafts that this actor may see too, also
    those that are still empty."""
    checks = list(FactCheck.objects.visible_to(actor).filter(application=application).order_by("-number")
                  .select_related("deadline", "answer_deadline", "handed_in_by__person", "file"))
    if not checks:
        return []
    comments = {one.fact_id: one for one in comments_on(actor, checks, handed_in=handed_in)}
    facts = {}
    rows = ReportFact.objects.visible_to(CASE).filter(check_of__in=checks)          # of rounds that the door has just shown
    for one in rows.select_related("indicator").order_by("position"):
        facts.setdefault(one.check_of_id, []).append(Said(one, comments.get(one.pk)))
    return [FactRound(one, facts.get(one.pk, [])) for one in checks]


def comments_on(actor, checks, *, handed_in):
    """With their answers and files."""
    rows = FactComment.objects.visible_to(actor).filter(fact__check_of__in=checks)
    rows = rows.filter(handed_in_at__isnull=False) if handed_in else rows
    files = Prefetch("files", CommentFile.objects.visible_to(CASE).select_related("file"))
    return rows.select_related("answer__answered_by__person", "saved_by__person").prefetch_related(files)


def own_comments(actor):
    """Comments of one's own organisation, each with its fact and its case."""
    own = Application.objects.visible_to(actor).filter(Application.written_by(actor))
    rows = FactComment.objects.visible_to(actor).filter(fact__check_of__application__in=own)
    return rows.select_related("fact__indicator", "fact__check_of__deadline", "fact__check_of__application__provider",
                               "fact__check_of__application__round", "fact__check_of__application__service_type", "saved_by__person")


def own_fact(actor, public_id):
    """A fact of one's own report, or None."""
    own = Application.objects.visible_to(actor).filter(Application.written_by(actor))
    rows = ReportFact.objects.visible_to(actor).filter(public_id=public_id, check_of__application__in=own)
    return rows.select_related("check_of__application").first()


def comment_to_answer(actor, public_id):
    """A comment that was handed in, for who evaluates the case; or None."""
    rows = FactComment.objects.visible_to(actor).filter(
        public_id=public_id, handed_in_at__isnull=False, fact__check_of__application__in=evaluated(actor))
    return rows.select_related("fact__indicator", "fact__required", "fact__check_of__application", "fact__check_of__answer_deadline",
                               "answer__answered_by__person").prefetch_related("files__file").first()


def visits_of(application):
    """Every visit of the case that is locked, the latest first. For whoever already reads the case."""
    rows = Visit.objects.visible_to(ASKING).filter(subject_type=SUBJECT, subject=application.matter, stage="locked")
    return rows.order_by("-planned_at", "-pk")


def case_visit(application):
    """The visit whose findings are checked: the latest that is locked, or None."""
    return visits_of(application).first()


def answerer_of(application):
    """Who answers comments: whoever was named, else who led the visit, else who leads the case now; only while they work on it. Or None."""
    visit = case_visit(application)
    if visit is None:
        return None
    working = {one.user_id: one for one in assignments_in_force(application).select_related("user").order_by("-is_lead", "pk")
               if one.user.is_active and not is_recused(one.user, application.matter)}
    deputy = deputy_of(visit)
    lead = members_of(visit).filter(is_lead=True).values_list("user", flat=True).first()
    chosen = [deputy.user_id] if deputy else []
    chosen += [lead, *(pk for pk, one in working.items() if one.is_lead)]
    return next((working[pk].user for pk in chosen if pk in working), None)


def people_who_answer(application):
    """For notices and reminders: the account that answers."""
    one = answerer_of(application)
    return User.objects.filter(pk=one.pk) if one else User.objects.none()


def readers_but_the_answerer(application):
    """The officers, and the assessors who work on it besides the one who answers."""
    return readers_of(application).exclude(pk__in=[one.pk for one in people_who_answer(application)])


def may_answer_for(application):
    """[account] whom the officer may name: the assessors who work on the case and do not stand back."""
    rows = assignments_in_force(application).select_related("user__person").order_by("-is_lead", "pk")
    return [one.user for one in rows if one.user.is_active and not is_recused(one.user, application.matter)]


def checks_to_answer(actor):
    """Rounds whose comments wait, of the cases on which this assessor works; `is_mine`: they lead or were named. The oldest first."""
    mine = Assignment.objects.visible_to(CASE).filter(application=OuterRef("application"), user=actor.user, ended_at=None)
    named = Deputy.objects.visible_to(CASE).filter(visit__subject=OuterRef("application__public_id"), user=actor.user)
    rows = FactCheck.objects.visible_to(actor).filter(Exists(mine), stage=FactStage.HANDED_IN)
    rows = rows.annotate(is_mine=Exists(mine.filter(is_lead=True)) | Exists(named))
    return rows.select_related("application", "answer_deadline").order_by("handed_in_at", "pk")


@dataclass(frozen=True)
class Amended:
    """An amendment or remark of one of the case's visits; `in_case` is None for a remark."""

    entry: object
    in_case: AmendmentInCase | None


def amended_of(application):
    """{code: [Amended]} of every visit, in the order they came. For whoever already reads the judgements of the case."""
    entries = amendments_of(visits_of(application).order_by().values("pk"))
    rows = AmendmentInCase.objects.visible_to(CASE).filter(required__application=application) if entries else ()
    in_case, found = {one.amendment_id: one for one in rows}, {}
    for one in sorted(entries, key=lambda one: (one.made_at, one.pk)):
        found.setdefault(one.item.code, []).append(Amended(one, in_case.get(one.pk)))
    return found


def facts_amended(actor, check):
    """{code: [what the fact says from then on]} of amendments of the team's own since the report was given out: what its provider reads.
    Those that a comment led to stand in its answer."""
    rows = AmendmentInCase.objects.visible_to(actor).filter(
        required__application=check.application_id, is_shown=True, at__gte=check.begun_at, amendment__ground=Amendment.Ground.OWN)
    found = {}
    for one in rows.select_related("required").filter(Q(at__lt=check.ended_at) if check.ended_at else Q()):
        found.setdefault(one.required.code, []).append(one)
    return found


def is_being_taken(application):
    """Whether an amendment of one of its visits has not reached the case yet."""
    known = set(AmendmentInCase.objects.visible_to(CASE).filter(required__application=application).values_list("amendment", flat=True))
    entries = amendments_of(visits_of(application).order_by().values("pk"))
    return any(one.kind == "finding" and one.pk not in known for one in entries)
