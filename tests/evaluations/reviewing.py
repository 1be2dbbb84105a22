"""What tests of the document review have in common: a team with its case, and what its members do."""
from contextlib import contextmanager

from django.utils import translation

from core.tenancy import within
from evaluations import workflow
from evaluations.models import Application, Assignment, ConsolidatedJudgement, Judgement, Sheet
from tests import factories as f
from tests.evaluations.path import Path


@contextmanager
def standing(path):
    """At the agency, in the language of the source."""
    with within(path.place.agency), translation.override("en"):
        yield


def team_at(place, **how):
    """A case whose two assessors have declared and not begun: `path.assessors`, the first leads."""
    return Path(place, **how).assigned()


def fetched(client, address):
    """The answer of a file's address, read to its end."""
    answer = client.get(address)
    if answer.streaming:
        b"".join(answer.streaming_content)
    return answer


def begin(path, user):
    with standing(path):
        return workflow.begin_sheet(path.fresh(), actor=path.as_(user))


def judge(path, user, verdict="ok", reason="", *, code=None, note="", place=0, base=None):
    """One judgement on this person's sheet; a reason has its kind, unless `code` says otherwise."""
    with standing(path):
        row = judgements(path, user)[place]
        return workflow.save_judgement(row, verdict=verdict, reason_code="no_document" * bool(reason) if code is None else code,
                                       reason=reason, note=note, base_version=row.version if base is None else base, actor=path.as_(user))


def judgements(path, user):
    rows = Judgement.everything.select_related("sheet__application", "sheet__assignment", "required__indicator")
    return list(rows.filter(sheet__application=path.application, sheet__user=user).order_by("required__position"))


def hand_in(path, user, verdict="ok", reason="", note=""):
    with standing(path):
        return path.judge(user, verdict, reason, note)


def sheet(path, user):
    return Sheet.everything.get(application=path.application, user=user)


def results(path):
    return list(ConsolidatedJudgement.everything.filter(application=path.application).order_by("required__position"))


def settle(path, row, user, verdict="onsite", reason="현장에서 확인하기로 하였습니다.", base=None):
    with standing(path):
        row = ConsolidatedJudgement.everything.get(pk=row.pk)
        return workflow.save_consolidated(row, verdict=verdict, reason=reason, base_version=row.version if base is None else base,
                                          actor=path.as_(user))


def assign(path, user=None, **how):
    """One more assessor of the pool, who has declared. Returns the account."""
    with standing(path):
        user = user or path.one_more("assessor")
        f.PoolMemberFactory(user=user)
        workflow.assign_assessor(path.fresh(), user, actor=path.officer, **how)
        path.declare(user)
    return user


def end(path, user, reason="일정이 맞지 않습니다."):
    with standing(path):
        assignment = Assignment.everything.get(application=path.application, user=user, ended_at=None)
        return workflow.end_assignment(assignment, reason=reason, actor=path.officer)


def put_at(path, stage):
    """The case at another stage, past the workflow."""
    Application.everything.filter(pk=path.application.pk).update(stage=stage)
    path.fresh()
