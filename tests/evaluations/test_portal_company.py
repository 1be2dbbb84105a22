"""Two people in the same answer: they see each other, and neither text is overwritten without a word."""
import pytest
from django.db import ProgrammingError, transaction

from core import presence
from core.tenancy import within
from evaluations import workflow
from evaluations.models import Answer, Application, Consent
from evaluations.permissions import can_write
from tests.evaluations.path import Path
from tests.evaluations.portal_pages import answers_of, queries_of, signed_in, to, typed, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nobody_is_there():
    presence._board().flushdb()


@pytest.fixture
def path(busan):
    return Path(busan).started()


@pytest.fixture
def answer(path):
    return answers_of(path)[0]


def asked(client, answer, **more):
    return client.post(to("answers", answer.public_id, "company"), {"version": answer.version} | more, headers={"HX-Request": "true"})


def test_two_in_the_same_answer_see_each_other(busan, answer):
    owner, colleague = signed_in(busan.owner), signed_in(busan.colleague)
    assert "is in this answer" not in words_of(owner.get(to("answers", answer.public_id)))
    assert "CNRY-busan-owner is in this answer too" in words_of(colleague.get(to("answers", answer.public_id)))
    assert "CNRY-busan-colleague is in this answer too" in words_of(asked(owner, answer))


def test_who_has_left_is_no_longer_seen(busan, answer):
    owner, colleague = signed_in(busan.owner), signed_in(busan.colleague)
    asked(colleague, answer)
    assert asked(colleague, answer, left="yes").status_code == 204
    assert "is in this answer" not in words_of(asked(owner, answer))


def test_who_was_not_heard_of_for_a_minute_is_forgotten(busan, answer):
    asked(signed_in(busan.colleague), answer)
    assert "is in this answer" in words_of(asked(signed_in(busan.owner), answer))
    with within(busan.agency):
        presence._board().zincrby(presence._place(answer), -presence.SECONDS - 1, busan.colleague.pk)
    assert "is in this answer" not in words_of(asked(signed_in(busan.owner), answer))


def test_another_answer_is_another_place(busan, path, answer):
    other = answers_of(path)[1]
    asked(signed_in(busan.colleague), other)
    assert "is in this answer" not in words_of(asked(signed_in(busan.owner), answer))


def test_an_open_page_is_told_that_somebody_saved(busan, path, answer):
    with within(busan.agency):
        workflow.save_answer(answer, rating="meets", explanation="동료가 쓴 말", base_version=0, actor=path.as_(busan.colleague))
    page = asked(signed_in(busan.owner), answer)
    assert "CNRY-busan-colleague saved a newer text" in words_of(page)
    assert "saved a newer text" not in words_of(asked(signed_in(busan.owner), answer, version=1))


def test_neighbours_are_not_in_it_and_learn_nothing(busan, answer):
    owner, neighbour = signed_in(busan.owner), signed_in(busan.neighbour)
    assert asked(neighbour, answer).status_code == 404
    assert "is in this answer" not in words_of(asked(owner, answer))


def test_without_redis_the_page_works_and_nobody_is_seen(busan, answer, settings):
    settings.LIMITS_URL = "redis://127.0.0.1:1/0"
    presence._board.cache_clear()
    try:
        assert asked(signed_in(busan.owner), answer).status_code == 200
        assert signed_in(busan.owner).get(to("answers", answer.public_id)).status_code == 200
    finally:
        presence._board.cache_clear()


def test_saving_as_one_goes_asks_six_times_at_most(busan, answer):
    """Session, account, roles, the answer with the role at its provider, the saving, the record."""
    owner, address = signed_in(busan.owner), to("answers", answer.public_id)
    owner.get(address)

    def save(client):
        return client.post(address, typed(answer, explanation="매월 점검합니다."), headers={"HX-Request": "true"})

    class Saving:
        get = staticmethod(lambda _address: save(owner))

    assert queries_of(Saving, address) <= 6
    with within(busan.agency):
        assert Answer.everything.get(pk=answer.pk).explanation == "매월 점검합니다."


def test_whoever_saves_while_it_is_handed_in_finds_that_it_was(busan):
    """The page was read before; its text is neither sealed nor kept, and it is said."""
    path = Path(busan).written()
    with within(busan.agency):
        before = Answer.everything.select_related("application__provider").filter(application=path.application).first()
        path.submitted()
        stage = Application.everything.get(pk=path.application.pk).stage
        assert stage == "submitted" and can_write(path.as_(busan.owner), before.application)      # as it was read
        saved = workflow.save_answer(before, rating="partly", explanation="늦은 글", base_version=before.version,
                                     actor=path.as_(busan.owner))
        assert saved.is_closed
        assert Answer.everything.get(pk=before.pk).explanation != "늦은 글"


def test_what_was_agreed_to_is_kept_in_its_words(busan):
    """Also when somebody answers otherwise later: both stand there."""
    path = Path(busan).written()
    with within(busan.agency):
        workflow.pledge(path.fresh(), shows_head_name=False, asks_authorities=False, actor=path.as_(busan.owner))
        kept = list(Consent.everything.filter(application=path.application))
    assert [(one.kind, one.agreed) for one in kept] == [
        ("pledge", True), ("personal_data", True), ("dispositions", True), ("head_name", True),
        ("pledge", True), ("personal_data", True), ("dispositions", False), ("head_name", False)]
    assert all("\n" in one.words for one in kept)
    assert "You may refuse" in kept[1].words


def test_a_consent_is_changed_by_nobody(busan):
    path = Path(busan).written()
    with within(busan.agency), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Consent.everything.filter(application=path.application).update(agreed=False)
