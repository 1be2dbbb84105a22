"""The provider's pages of its team, and the desk's: who is told, challenged, decided about, replaced."""
from datetime import date

import pytest

from core import clock
from core.tenancy import within
from evaluations.models import Assignment, Challenge
from tests import factories as f
from tests.evaluations.asking import noon
from tests.evaluations.challenging import MONDAY, WORDS, announced, assignment_of, challenge, decide
from tests.evaluations.portal_pages import queries_of, signed_in, to, words_of
from tests.evaluations.reviewing import assign, team_at

CASES = "/busan/admin/cases/"


@pytest.fixture
def path(busan):
    return team_at(busan)


def status_of(path):
    return to("applications", path.application.public_id)


def page_of(path, user):
    with within(path.place.agency):
        return to("assessors", assignment_of(path, user).public_id, "challenge")


def case_of(path):
    return f"{CASES}{path.application.public_id}/?lang=en"


def test_the_provider_reads_who_assesses_only_once_it_is_told_and_never_how_to_reach_them(path):
    owner = signed_in(path.place.owner)
    assert "Your assessors" not in words_of(owner.get(status_of(path)))
    announced(path)
    answer = owner.get(status_of(path))
    page = words_of(answer)
    assert "Your assessors" in page and "CNRY-busan-assessor lead" in page and page.count("Challenge : ") == 2
    assert path.assessors[0].email not in answer.content.decode() and path.assessors[1].email not in answer.content.decode()


def test_owners_challenge_and_who_only_reads_is_told_that_they_do_not(path):
    announced(path)
    with within(path.place.agency):
        viewer = signed_in(f.ProviderMemberFactory(provider=path.provider, role="viewer").user)
    assert "Challenge : " not in words_of(viewer.get(status_of(path)))
    assert "Only owners and editors" in words_of(viewer.get(page_of(path, path.assessors[1])))
    assert viewer.post(page_of(path, path.assessors[1]), {"reason": WORDS}).status_code == 403
    owner = signed_in(path.place.owner)
    assert owner.post(page_of(path, path.assessors[1]), {"reason": " "}).status_code == 422
    owner.post(page_of(path, path.assessors[1]), {"reason": WORDS})
    page = words_of(owner.get(status_of(path)))
    assert "Challenge: waits for the decision" in page and page.count("Challenge : CNRY") == 1
    assert "already" in words_of(owner.get(page_of(path, path.assessors[1])))


def test_on_the_fourth_day_a_sentence_says_so_and_what_was_typed_stays(path):
    announced(path, on=MONDAY)
    owner = signed_in(path.place.owner)
    with clock.travel(noon(date(2026, 11, 19))):
        assert "You may hand it in until" in words_of(owner.get(page_of(path, path.assessors[0])))
    with clock.travel(noon(date(2026, 11, 20))):
        answer = owner.post(page_of(path, path.assessors[0]), {"reason": WORDS})
        assert answer.status_code == 409 and WORDS in answer.content.decode() and "three working days" in words_of(answer)
        assert "Challenge : " not in words_of(owner.get(status_of(path)))
    with within(path.place.agency):
        assert not Challenge.everything.exists()


@pytest.mark.parametrize("who", ["neighbour", "assessor", "officer", "committee"])
def test_to_anybody_else_the_page_is_unknown(path, who):
    announced(path)
    assert signed_in(getattr(path.place, who)).get(page_of(path, path.assessors[0])).status_code == 404


def test_an_assessor_of_whom_nobody_was_told_is_unknown(path):
    assert signed_in(path.place.owner).get(page_of(path, path.assessors[0])).status_code == 404


# ---- the desk

def test_the_officer_tells_the_manager_decides_and_the_log_keeps_who_came_after_whom(path):
    place, user = path.place, path.assessors[1]
    officer, manager = signed_in(place.officer), signed_in(place.manager)
    assert "Tell the provider who assesses" in words_of(officer.get(case_of(path)))
    officer.post(f"{CASES}{path.application.public_id}/team/")
    row = challenge(path, user)
    page = words_of(officer.get(case_of(path)))
    assert "Decide the challenge" in page and "Provider → Manager" in page and WORDS in page and "A manager decides this" in page
    address = f"{CASES}challenges/{row.public_id}/?lang=en"
    prefix = f"challenge-{row.public_id}"
    assert officer.post(address, {f"{prefix}-is_granted": "grant", f"{prefix}-reason": "x"}).status_code == 403
    assert "This field is required" in words_of(manager.post(address, {f"{prefix}-is_granted": "grant", f"{prefix}-reason": ""}))
    manager.post(address, {f"{prefix}-is_granted": "grant", f"{prefix}-reason": "소송 사실을 확인하였습니다."})
    page = words_of(officer.get(case_of(path)))
    assert "Assign the assessors" in page and "Challenge granted: 소송 사실을 확인하였습니다." in page
    assert "In the place of" in page
    with within(place.agency):
        gone = Assignment.everything.get(user=user)
    came = assign(path, replaces=gone)
    assert f"{came}" in words_of(officer.get(case_of(path)))


def test_the_pages_take_as_many_statements_for_three_as_for_one(path):
    announced(path)
    owner, officer = signed_in(path.place.owner), signed_in(path.place.officer)


    def one_more():
        user = assign(path)
        announced(path)
        decide(path, challenge(path, user), is_granted=True)

    def statements():
        return [queries_of(owner, status_of(path)), queries_of(officer, case_of(path))]

    one_more()
    statements()
    first = statements()
    one_more()
    one_more()
    assert statements() == first
