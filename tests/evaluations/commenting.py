"""What tests of the fact check have in common: a case whose draft report is out, comments on it, answers to them."""
from core import clock
from core.tenancy import within
from evaluations import workflow
from evaluations.models import AmendmentInCase, FactCheck, FactComment, RequiredIndicator
from visits import workflow as visits
from visits.models import VisitItem

TEXT = "직원 세 명의 교육 이수증을 현장에서 보여 드렸습니다."
REASON = "이수증 사본을 다시 확인하였습니다."
STANDS = {"judgement": "compliant", "text": "직원 세 명의 이수증을 보았습니다."}


def check_of(path):
    rows = FactCheck.everything.select_related("deadline", "answer_deadline").filter(application=path.application)
    return rows.order_by("-number").first()


def comment_on(path, code="1.1.2"):
    return FactComment.everything.select_related("fact__check_of").get(fact__check_of=check_of(path), fact__code=code)


def write(path, code="1.1.2", text=TEXT, kind="wrong", by=None, base=None, arrived_at=None):
    with within(path.place.agency):
        comment = comment_on(path, code)
        return workflow.save_comment(comment, kind=kind, text=text, base_version=comment.version if base is None else base,
                                     actor=path.as_(by or path.owner), arrived_at=arrived_at or clock.now())


def hand_in(path, by=None, arrived_at=None):
    with within(path.place.agency):
        return workflow.hand_in_comments(check_of(path), actor=path.as_(by or path.owner), arrived_at=arrived_at or clock.now())


def commented(path, *codes):
    """The comments are handed in."""
    for code in codes or ("1.1.2",):
        write(path, code)
    hand_in(path)
    return path


def answer(path, code="1.1.2", *, accepted=False, by=None, reason=REASON, **words):
    with within(path.place.agency):
        return workflow.answer_comment(comment_on(path, code), is_accepted=accepted, reason=reason, actor=path.as_(by or path.assessors[0]),
                                       **(STANDS | words if accepted else words))


def item_at(path, code="1.1.2"):
    return VisitItem.everything.select_related("visit").get(visit__subject=path.application.matter, code=code)


def amend(path, code="1.1.2", by=None, **words):
    """By the team's own discovery; the errand that tells the case has not come yet."""
    with within(path.place.agency):
        return visits.amend_finding(item_at(path, code), **STANDS | words, reason=REASON, actor=path.as_(by or path.assessors[0]))


def required(path, code="1.1.2"):
    return RequiredIndicator.everything.get(application=path.application, code=code)


def in_case(path):
    return AmendmentInCase.everything.order_by("pk").last()
