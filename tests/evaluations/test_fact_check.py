"""The fact check: a draft report without the result, comments handed in once and in time, an answer to each, amendments taken over."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from accounts.actors import Actor
from core import clock
from core.tenancy import within
from correspondence.models import Deadline
from evaluations import queries, tasks, workflow
from evaluations.draft_report import names_result, without_result
from evaluations.models import (
    Application,
    CommentFile,
    FactCheck,
    FactComment,
    FactEvidence,
    ReportFact,
    RequiredIndicator,
)
from tests import factories as f
from tests.evaluations.asking import facts_of, refused, told
from tests.evaluations.commenting import (
    TEXT,
    answer,
    check_of,
    comment_on,
    commented,
    hand_in,
    write,
)
from tests.evaluations.path import Path
from tests.files import pdf
from visits import workflow as visits

SYSTEM = Actor.system("tests")
WHY = "현장을 다시 보아야 합니다."


@pytest.fixture
def path(busan):
    return Path(busan, unmet=["1.1.2"]).visited()


def due(path):
    return check_of(path).deadline.due_at


def take_over(path):
    """The errand comes."""
    with within(path.place.agency):
        return tasks.take_over_visit(visit_id=path.visit.pk)


# ---- the draft report

def test_the_report_has_a_fact_for_each_indicator_and_no_judgement(path):
    with within(path.place.agency):
        assert list(ReportFact.everything.order_by("position").values_list("code", "seen")) == [
            ("1.1.1", ""), ("1.1.2", "기록이 빠져 있습니다."), ("1.1.3", "")]
        owner = path.as_(path.owner)
        assert ReportFact.objects.visible_to(owner).count() == 3
        assert not RequiredIndicator.objects.visible_to(owner).exists()
        assert {field.name for field in ReportFact._meta.fields} == {
            "id", "public_id", "agency", "check_of", "required", "indicator", "code", "position", "seen"}


def test_what_the_team_agreed_on_without_words_is_told_in_the_words_of_its_members(busan):
    path, words = Path(busan).planned(), {"judgement": "compliant", "text": "게시판을 보았고 기준에 적합함."}
    with within(busan.agency):
        lead = path.as_(path.assessors[0])
        visit = visits.begin_visit(path.visit, actor=lead)
        for user in path.assessors:
            visits.record_findings(visit, dict.fromkeys(("1.1.1", "1.1.2", "1.1.3"), words), actor=path.as_(user), arrived_at=clock.now())
        visits.agree_findings(visit, dict.fromkeys(("1.1.1", "1.1.2", "1.1.3"), words | {"text": ""}), actor=lead, arrived_at=clock.now())
        workflow.take_over_visit(visits.lock_visit(visit, actor=lead), actor=SYSTEM)
        assert set(ReportFact.everything.values_list("seen", flat=True)) == {"게시판을 보았고 기준에 (○○)함."}


@pytest.mark.parametrize(("text", "told_as"), [
    ("A 위원은 부적합, B 위원은 적합으로 보았습니다.", "A 위원은 (○○), B 위원은 (○○)으로 보았습니다."),
    ("기준을 충족하지 못함", "기준을 (○○)하지 못함"), ("Not compliant: two records missing.", "(○○): two records missing."),
    ("소화기 세 대가 있었습니다.", "소화기 세 대가 있었습니다.")])
def test_words_that_name_the_result_are_taken_out_and_the_facts_stay(text, told_as):
    assert without_result(text) == told_as and names_result(text) == (text != told_as)


def test_the_paper_is_made_once_and_names_no_result(path):
    with within(path.place.agency):
        check = workflow.keep_draft_report(check_of(path), actor=SYSTEM)
        file = check.file
        assert file and workflow.keep_draft_report(check_of(path), actor=SYSTEM).file == file


# ---- comments

def test_a_draft_is_the_providers_until_it_is_handed_in(path, busan):
    write(path)
    with within(busan.agency):
        for who in (busan.officer, busan.assessor, busan.director, busan.auditor, busan.neighbour):
            assert not FactComment.objects.visible_to(path.as_(who)).exists(), who
        assert FactComment.objects.visible_to(path.as_(busan.colleague)).filter(text=TEXT).exists()
    hand_in(path)
    with within(busan.agency):
        for who in (busan.officer, busan.assessor, path.assessors[1], busan.auditor):
            assert FactComment.objects.visible_to(path.as_(who)).get().text == TEXT
        for who in (busan.neighbour, busan.committee):
            assert not FactComment.objects.visible_to(path.as_(who)).exists()


def test_no_observer_reads_comments_even_after_the_announcement(path, busan):
    commented(path)
    with within(busan.agency):
        observer = f.MembershipFactory(role="observer").user
        Application.everything.filter(pk=path.application.pk).update(stage="deferred")
        assert Application.objects.visible_to(path.as_(observer)).exists()
        assert not FactComment.objects.visible_to(path.as_(observer)).exists()
        assert not FactCheck.objects.visible_to(path.as_(observer)).exists()


def test_owners_and_editors_comment_and_nobody_else(path, busan):
    write(path, by=busan.colleague)
    for who in (busan.neighbour, busan.officer, busan.assessor):
        for work in (write, hand_in):
            with pytest.raises(PermissionDenied):
                work(path, by=who)
    hand_in(path, by=busan.colleague)


def test_an_older_page_never_overwrites_a_newer_comment(path):
    assert write(path, text="새 글").answer.version == 1
    late = write(path, text="옛 글", base=0)
    assert late.conflict and late.answer.text == "새 글"


def test_in_time_is_who_arrived_in_time(path):
    write(path)
    with within(path.place.agency):
        end = due(path)
    with clock.travel(end + timedelta(minutes=1)):
        assert "The time for comments is over." in refused(lambda: write(path, text="늦은 글"))
        assert "The time for comments is over." in refused(lambda: hand_in(path))
        hand_in(path, arrived_at=end - timedelta(seconds=1))
    with within(path.place.agency):
        assert comment_on(path).text == TEXT and check_of(path).stage == "handed_in"


def test_they_are_handed_in_once_and_never_change(path):
    commented(path)
    assert "were handed in on" in refused(lambda: hand_in(path))
    assert "were handed in on" in refused(lambda: write(path, text="뒤늦은 글"))
    with within(path.place.agency):
        with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
            FactComment.everything.filter(text=TEXT).update(text="다른 글")
        assert "nothing to confirm" in refused(lambda: workflow.confirm_report(path.fresh(), actor=path.as_(path.owner)))


def test_something_is_written_and_each_says_what_is_the_matter(path):
    assert "Nothing is written yet" in refused(lambda: hand_in(path))
    write(path, kind="")
    assert "1.1.2" in refused(lambda: hand_in(path))


def test_who_confirmed_comments_no_more(path):
    with within(path.place.agency):
        workflow.confirm_report(path.fresh(), actor=path.as_(path.owner))
    assert "were confirmed on" in refused(lambda: write(path))


def test_files_go_along_as_they_are_when_they_are_handed_in(path, busan):
    write(path)
    with within(busan.agency):
        owner, comment = path.as_(path.owner), comment_on(path)
        link = workflow.attach_upload_to_comment(comment, SimpleUploadedFile("이수증.pdf", pdf() + b"\n" * 50), actor=owner,
                                                 arrived_at=clock.now())
        other = workflow.attach_upload_to_comment(comment, SimpleUploadedFile("다른 것.pdf", pdf() + b"\n" * 51), actor=owner,
                                                  arrived_at=clock.now())
        workflow.detach_from_comment(other, actor=owner, arrived_at=clock.now())
        other.evidence.provider = busan.neighbours
        with pytest.raises(PermissionDenied):
            workflow.attach_evidence_to_comment(comment, other.evidence, actor=owner, arrived_at=clock.now())
        assert not FactEvidence.objects.visible_to(path.as_(busan.assessor)).exists()
    hand_in(path)
    with within(busan.agency):
        kept = CommentFile.objects.visible_to(path.as_(busan.assessor)).get()
        assert (kept.name, kept.sha256) == ("이수증.pdf", link.evidence.file.sha256)
        assert not CommentFile.objects.visible_to(path.as_(busan.neighbour)).exists()


def test_a_file_that_was_taken_out_of_the_library_is_named(path, busan):
    write(path)
    with within(busan.agency):
        link = workflow.attach_upload_to_comment(comment_on(path), SimpleUploadedFile("이수증.pdf", pdf() + b"\n" * 50),
                                                 actor=path.as_(path.owner), arrived_at=clock.now())
        type(link.evidence).everything.filter(pk=link.evidence_id).update(removed_at=clock.now())
    assert "이수증.pdf" in refused(lambda: hand_in(path))


# ---- rounds

def test_a_reopened_fact_check_is_another_round_and_the_comments_of_before_are_kept(path, busan):
    commented(path)
    answer(path)
    with within(busan.agency):
        workflow.close_fact_check(path.fresh(), actor=path.officer)
        workflow.reopen_stage(path.fresh(), reason=WHY, actor=path.as_(busan.manager))
        rounds = queries.rounds_of(path.as_(path.owner), path.application)
        assert [(one.check.number, one.check.stage, len(one.said)) for one in rounds] == [(2, "open", 0), (1, "closed", 1)]
        assert path.fresh().report_commented_at is None
        assert Deadline.everything.filter(kind="application.fact_check", closed_at=None).count() == 1
    write(path, text="두 번째 의견")
    hand_in(path)


def test_reopened_to_the_visit_the_report_is_taken_back_with_what_waits(path, busan):
    commented(path)
    with within(busan.agency):
        workflow.reopen_stage(path.fresh(), reason=WHY, actor=path.as_(busan.manager))
        assert check_of(path).stage == "dropped"
        assert not Deadline.everything.filter(kind__startswith="application.fact", closed_at=None).exists()
    assert "no longer to be answered" in refused(lambda: answer(path))


def test_it_ends_with_the_case(path):
    commented(path)
    with within(path.place.agency):
        workflow.withdraw_application(path.fresh(), actor=path.as_(path.owner))
        assert check_of(path).stage == "dropped"


# ---- who is told

def test_each_is_told_once_and_by_when(path, busan):
    commented(path)
    assert told(path)[-3:] == ["facts.received", "facts.to_answer", "facts.handed_in"]
    assert facts_of(path, "facts.to_answer")["count"] == 1
    with within(busan.agency):
        application = path.fresh()
        answering, others = (set(one(application)) for one in (queries.people_who_answer, queries.readers_but_the_answerer))
        assert answering == {path.assessors[0]} and others == {busan.officer, path.assessors[1]}
        deadline = Deadline.everything.get(kind="application.fact_answer", closed_at=None)
        assert (deadline.days, deadline.rule) == (5, "working")
    answer(path)
    assert told(path)[-2:] == ["facts.answered", "facts.all_answered"]
    with within(busan.agency):
        deadline.refresh_from_db()
        assert deadline.closed_at
