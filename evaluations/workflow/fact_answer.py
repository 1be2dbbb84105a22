"""What the team answers to the comments on its facts, and how an amendment of a locked visit reaches the case."""
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from core import clock
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import close_deadlines, notify
from evaluations.draft_report import names_result, without_result
from evaluations.models import (
    AmendmentInCase,
    Application,
    FactAnswer,
    FactCheck,
    FactComment,
    ReportFact,
    RequiredIndicator,
    UpheldIndicator,
)
from evaluations.permissions import can_answer_comments, can_name_answerer
from evaluations.queries.fact_check import ANSWERS, answerer_of, case_visit, may_answer_for, running_check_of, visits_of
from evaluations.stages import FactStage, Stage
from visits.models import Amendment
from visits.permissions import can_amend
from visits.queries import amendments_of, item_agreed
from visits.workflow import amend_finding, name_deputy

HOUSE = Actor.system("whoever leads the team now answers")
TAKEN_IN = (Stage.SITE_VISIT, Stage.FACT_CHECK)             # later the committee has it: an amendment is evidence only


@transaction.atomic
def answer_comment(comment, *, is_accepted, reason, judgement="", reason_code="", text="", actor):
    """Accepted: the finding is amended, in a new entry. Or not. Either way with a reason, once; with the last the provider is told."""
    application, comment, check = _to_answer(comment, actor)
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    refuse_if(is_accepted and not text.strip(), _("Write what was seen, as it stands from now on."), field="text")
    for field, words in (("reason", reason), ("text", text if is_accepted else "")):
        refuse_if(names_result(words), _("The provider reads this before the decision. Leave the judgement out of the words."), field=field)
    seen = _amend(application, comment, {"judgement": judgement, "reason_code": reason_code, "text": text}, reason, actor) \
        if is_accepted else ""
    answer = FactAnswer.everything.create(comment=comment, is_accepted=is_accepted, reason=reason.strip(), seen=seen,
                                          answered_at=clock.now(), answered_by=actor.user)
    record("facts.comment_answered", application, actor=actor, round=check.number, indicator=comment.fact.code, accepted=is_accepted)
    _end_when_all_are_answered(application, check, actor)
    return answer


def _to_answer(comment, actor):
    """The case, the comment and its round, locked; only while it waits for its answer."""
    fact = ReportFact.everything.get(pk=comment.fact_id)
    application = lock(Application.everything.get(pk=FactCheck.everything.get(pk=fact.check_of_id).application_id))
    check = lock(FactCheck.everything.get(pk=fact.check_of_id))
    comment = FactComment.everything.select_related("fact").get(pk=comment.pk)
    require(can_answer_comments(actor, answerer_of(application)))
    refuse_if(FactAnswer.everything.filter(comment=comment).exists(), _("This comment is answered already."))
    refuse_if(check.stage != FactStage.HANDED_IN or comment.handed_in_at is None, _("This comment is no longer to be answered."))
    return application, comment, check


def _amend(application, comment, words, reason, actor):
    """Returns what the fact says from then on."""
    item = item_agreed(visits_of(application), comment.fact.code)
    if not can_amend(actor, item.visit):                    # who led the visit has left: whoever answers amends
        name_deputy(item.visit, actor.user, actor=HOUSE)
    amendment = amend_finding(item, **words, reason=reason, comment=comment.public_id, actor=actor)
    take_over_amendments(application, item.visit, actor=actor)
    return without_result(amendment.text)


def _end_when_all_are_answered(application, check, actor):
    if FactComment.everything.filter(fact__check_of=check, handed_in_at__isnull=False, answer=None).exists():
        return
    check.answered_at = clock.now()
    check.save(update_fields=["answered_at"])
    facts = move(check, FactStage.ANSWERED)
    close_deadlines(application, kind=ANSWERS, actor=actor)
    record("facts.answered", application, actor=actor, round=check.number, **facts)
    notify("facts.answered", application, actor=actor, link=("portal_report", application.public_id))
    notify("facts.all_answered", application, actor=actor, link=("desk_case", application.public_id))


@transaction.atomic
def name_answerer(application, user, *, actor):
    """The lead has left or cannot answer: this assessor of the case does, and amends where a comment is accepted."""
    application = lock(application)
    require(can_name_answerer(actor, application))
    refuse_if(application.stage != Stage.FACT_CHECK, _("The fact check is over."))
    refuse_if(user not in may_answer_for(application), _("Choose an assessor who works on the case."), field="answerer")
    current = answerer_of(application)
    refuse_if(current and current.pk == user.pk, _("This assessor answers already."), field="answerer")
    name_deputy(case_visit(application), user, actor=actor)
    record("facts.answerer_named", application, actor=actor, account=user.pk)
    check = running_check_of(application)
    if check and check.stage == FactStage.HANDED_IN:
        waiting = FactComment.everything.filter(fact__check_of=check, handed_in_at__isnull=False, answer=None).count()
        notify("facts.to_answer", application, actor=actor, link=("assess_facts", application.public_id), count=waiting,
               due=check.answer_deadline.last_day)
    return application


def take_over_amendments(application, visit, *, actor):
    """What was amended since: the case reads it while the team still has it; else it is kept as evidence only."""
    known = set(AmendmentInCase.everything.filter(required__application=application).values_list("amendment", flat=True))
    for one in amendments_of([visit]):
        if one.kind == Amendment.Kind.FINDING and one.pk not in known:
            _take(application, one, actor)


def _take(application, amendment, actor):
    required = RequiredIndicator.everything.get(application=application, code=amendment.item.code)
    author_works = amendment.author in may_answer_for(application)
    is_taken = application.stage in TAKEN_IN and author_works and _is_read(application, required, amendment)
    if is_taken:
        required.agreed, required.agreed_reason, required.agreed_at = amendment.judgement, amendment.text, amendment.made_at
        required.save(update_fields=["agreed", "agreed_reason", "agreed_at"])
    seen = without_result(amendment.text)
    shown = is_taken and _differs(application, required, seen)
    AmendmentInCase.everything.create(required=required, amendment=amendment, is_taken=is_taken, seen=seen, is_shown=shown, at=clock.now())
    record("application.finding_amended" if is_taken else "application.amendment_kept", application, actor=actor,
           amendment=amendment.pk, indicator=required.code)
    if shown and amendment.ground == Amendment.Ground.OWN:
        notify("facts.amended", application, actor=actor, link=("portal_report", application.public_id), indicator=required.code)


def _is_read(application, required, amendment):
    """Whether the case reads this very finding: no later visit has seen, or is to see, it anew, and no appeal has settled it."""
    if UpheldIndicator.everything.filter(required=required).exists():
        return False
    item = item_agreed(visits_of(application), required.code)
    return bool(required.agreed) and item is not None and item.pk == amendment.item_id


def _differs(application, required, seen):
    """Whether the report that the provider reads says something else of this fact now."""
    check = running_check_of(application)
    if check is None:
        return False
    latest = AmendmentInCase.everything.filter(required=required, is_shown=True, at__gte=check.begun_at).order_by("-at", "-pk").first()
    return seen != (latest or ReportFact.everything.get(check_of=check, required=required)).seen
