"""The page on which everything of an assessor is handed over."""
import pytest

from core import clock
from core.tenancy import within
from evaluations.models import Application, Assignment
from panels.models import PoolMember
from tests import factories as f
from tests.evaluations.portal_pages import queries_of, signed_in, words_of
from tests.evaluations.reviewing import team_at
from tests.evaluations.test_hand_over import copies_of, in_pool

POOL = "/busan/admin/pool/"


@pytest.fixture
def path(busan):
    return team_at(busan)


@pytest.fixture
def member(path):
    with within(path.place.agency):
        return PoolMember.everything.get(user=path.assessors[0])


def page_of(member):
    return f"{POOL}{member.public_id}/hand-over/?lang=en"


def typed(path, member, **more):
    with within(path.place.agency):
        ticked = {f"take-{row.public_id}": "on" for row in Assignment.everything.filter(user=path.assessors[0], ended_at=None)}
    return ticked | {"successor": str(member.public_id), "reason": "사임하였습니다.", "do": "look"} | more


def test_looked_at_first_then_all_at_once(path, member):
    officer = signed_in(path.place.officer)
    with within(path.place.agency):
        to, more = in_pool(path), copies_of(path, 2)
        f.InvolvementFactory(person=to.user.person, subject=more[0].application.provider.public_id, kind="related", matter=None)
    assert "Hand over all cases" in words_of(officer.get(f"{POOL}{member.public_id}/?lang=en"))
    assert "has 3 cases in hand" in words_of(officer.get(page_of(member)))
    page = officer.post(page_of(member), typed(path, to))
    words = words_of(page)
    assert "2 cases can be handed over" in words and "1 case cannot" in words and "Is related to people of the provider" in words
    assert 'value="hand"' not in page.content.decode() and "사임하였습니다." in page.content.decode()
    stopped = officer.post(page_of(member), typed(path, to, do="hand"))
    assert stopped.status_code == 422 and "Nothing was changed" in words_of(stopped)
    without = {key: value for key, value in typed(path, to).items() if key != f"take-{more[0].public_id}"}
    assert 'value="hand"' in officer.post(page_of(member), without).content.decode()
    done = officer.post(page_of(member), without | {"do": "hand"}, follow=True)
    assert "2 cases are handed over." in words_of(done)
    with within(path.place.agency):
        assert Assignment.everything.filter(user=to.user, ended_at=None).count() == 2
        assert [row.pk for row in Assignment.everything.filter(user=path.assessors[0], ended_at=None)] == [more[0].pk]


def test_another_for_one_case_and_nothing_without_a_reason(path, member):
    officer = signed_in(path.place.officer)
    with within(path.place.agency):
        to, other, more = in_pool(path), in_pool(path), copies_of(path, 1)
    chosen = typed(path, to, do="hand") | {f"to-{more[0].public_id}": str(other.public_id)}
    assert officer.post(page_of(member), chosen | {"reason": ""}).status_code == 422
    officer.post(page_of(member), chosen)
    with within(path.place.agency):
        assert Assignment.everything.filter(user=other.user, ended_at=None).count() == 1


def test_what_is_reviewed_is_not_offered_and_a_sentence_says_so(path, member):
    officer = signed_in(path.place.officer)
    with within(path.place.agency):
        to, more = in_pool(path), copies_of(path, 2)
        Application.everything.filter(pk=more[0].application_id).update(reviewed_at=clock.now())
        Application.everything.filter(pk=more[1].application_id).update(stage="site_visit", reviewed_at=clock.now())
    words = words_of(officer.get(page_of(member)))
    assert "has 1 case in hand" in words and "2 further cases of" in words and "document review is over" in words
    assert "Not like this" not in words_of(officer.post(page_of(member), typed(path, to)))
    officer.post(page_of(member), typed(path, to, do="hand"))
    with within(path.place.agency):
        assert Assignment.everything.get(user=to.user).application_id == path.application.pk
        assert Assignment.everything.filter(user=path.assessors[0], ended_at=None).count() == 2
    assert "There is no case in hand." in words_of(officer.get(page_of(member)))


@pytest.mark.parametrize("who", ["director", "auditor", "assessor", "owner"])
def test_others_do_not_open_it(who, path, member):
    client = signed_in(getattr(path.place, who))
    assert client.get(page_of(member)).status_code == client.post(page_of(member), {}).status_code == 403


def test_it_takes_as_many_statements_for_three_as_for_one(path, member):
    officer = signed_in(path.place.officer)
    officer.get(page_of(member))
    one = queries_of(officer, page_of(member))
    with within(path.place.agency):
        copies_of(path, 2)
    assert queries_of(officer, page_of(member)) == one
