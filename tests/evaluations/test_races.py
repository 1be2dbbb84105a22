"""What must hold when two decide or announce at the same moment, each on a connection of their own."""
import time

import pytest

from accounts.actors import Actor
from accounts.models import Province
from certification.models import Certificate
from core import clock
from core.models import AuditEvent, Errand
from core.tenancy import within
from correspondence.models import Letter
from evaluations import tasks, workflow
from evaluations.models import Announcement, Answer, Decision, SealedAnswer
from evaluations.workflow.announcement import KIND, SUBJECT, digest_of
from panels.queries import approval_of
from tests.cast import people_of
from tests.evaluations import batch
from tests.evaluations.path import Path
from tests.evaluations.portal_pages import answers_of
from tests.evaluations.test_committee import sitting, vote
from tests.panels.test_races import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def busan(transactional_db):
    return people_of("busan", province=Province.objects.get(code="26"))


def test_of_two_who_close_the_committee_at_once_one_decides(busan):
    path = batch.ready(busan)
    sitting(busan, path)
    vote(path, path, "award")
    answers = at_once(busan, *[lambda who=who: workflow.close_committee(path.meeting, actor=Actor.of(getattr(busan, who)))
                               for who in ("officer", "manager")])
    assert sorted(isinstance(answer, list) for answer in answers) == [False, True]
    with within(busan.agency):
        assert Decision.everything.count() == 1
        assert Errand.everything.filter(task="evaluations.tasks.make_minutes").count() == 1


def test_announced_twice_at_once_there_is_one_set_of_certificates_and_letters(busan):
    first = batch.decided(busan)
    second = batch.decided(busan, first.round)
    announcement = batch.approved(busan, first, second)
    with within(busan.agency):
        read = [batch.again(announcement) for _worker in range(2)]
    answers = at_once(busan, *[lambda one=one: workflow.announce_results(one, actor=Actor.system("test")) for one in read])
    assert [type(answer) for answer in answers] == [Announcement] * 2, answers             # the later finds it done and says nothing
    with within(busan.agency):
        assert sorted(Certificate.everything.values_list("serial", flat=True)) == [1, 2]
        assert Letter.everything.count() == 2
        assert AuditEvent.everything.filter(verb="announcement.announced").count() == 1
    assert tasks.announce_due() == 0


@pytest.mark.parametrize("first", ["goes out", "is taken back"])
def test_what_goes_out_and_is_taken_back_at_once_is_one_of_them(first, busan):
    """Whoever comes second waits for the first, which is not committed yet, and is told what happened."""
    announcement = batch.approved(busan, batch.decided(busan))

    def deed(name, work):
        def done():
            time.sleep(0 if name == first else 0.15)
            answer = work()
            time.sleep(0.4 if name == first else 0)
            return answer
        return done

    out, back = at_once(busan, deed("goes out", lambda: workflow.announce_results(announcement, actor=Actor.system("test"))),
                        deed("is taken back", lambda: workflow.send_back_announcement(
                            announcement, "이유", actor=Actor.of(busan.director))))
    with within(busan.agency):
        stage, is_out = approval_of(SUBJECT, announcement.public_id, KIND).stage, batch.again(announcement).announced_at is not None
    if first == "goes out":
        assert (stage, is_out, back) == ("approved", True, "This has been announced.")
    else:
        assert (stage, is_out, out) == ("sent_back", False, "This announcement is not approved.")


def test_what_is_approved_is_what_stands_there(busan):
    """Approved against a change at the same moment: one of the two is refused, and the digest fits what is kept."""
    path = batch.decided(busan)
    announcement = batch.drafted(busan, path)
    batch.released(busan, path, announcement)
    with within(busan.agency):
        seen = digest_of(announcement)
    answers = at_once(
        busan, lambda: workflow.approve_announcement(announcement, seen, actor=Actor.of(busan.director)),
        lambda: workflow.change_announcement(announcement, [path.decision], title="CNRY-busan-other", planned_for=announcement.planned_for,
                                             actor=Actor.of(busan.officer)))
    assert sorted(isinstance(answer, Announcement) for answer in answers) == [False, True]
    with within(busan.agency):
        kept = batch.again(announcement)
        found = approval_of(SUBJECT, kept.public_id, KIND)
        assert found.digest == digest_of(kept)
        assert (found.stage, kept.title) in {("approved", "CNRY-busan-announcement"), ("drafted", "CNRY-busan-other")}


def test_of_two_who_save_one_answer_at_once_one_is_told(busan):
    """Both opened the page before: the second sees both texts, whichever it is."""
    path = Path(busan).started()
    answer = answers_of(path)[0]
    saved = at_once(busan, *[lambda who=who: workflow.save_answer(
        Answer.everything.select_related("application__provider").get(pk=answer.pk), rating="", explanation=f"{who}가 쓴 글",
        base_version=0, actor=Actor.of(getattr(busan, who))) for who in ("owner", "colleague")])
    assert sorted(one.conflict for one in saved) == [False, True]
    with within(busan.agency):
        kept = Answer.everything.get(pk=answer.pk)
        assert kept.version == 1
        assert kept.explanation == next(one.answer.explanation for one in saved if not one.conflict)


def test_what_is_saved_while_it_is_handed_in_is_sealed(busan):
    """A saving that is under way when somebody hands in: the submission waits for it, and never seals beside it."""
    path = Path(busan).written()
    with within(busan.agency):
        before = Answer.everything.select_related("application__provider").filter(application=path.application).first()

    def save():
        saved = workflow.save_answer(before, rating="partly", explanation="마지막 순간의 글", base_version=before.version,
                                     actor=Actor.of(busan.owner))
        time.sleep(1)                       # written, and not yet committed
        return saved

    def hand_in():
        time.sleep(0.3)
        return workflow.submit_application(path.application, actor=Actor.of(busan.owner), arrived_at=clock.now())

    saved, handed = at_once(busan, save, hand_in)
    assert not saved.is_closed and handed.number
    with within(busan.agency):
        sealed = SealedAnswer.everything.get(seal__application=path.application, code=before.indicator.code)
        assert sealed.explanation == Answer.everything.get(pk=before.pk).explanation == "마지막 순간의 글"
