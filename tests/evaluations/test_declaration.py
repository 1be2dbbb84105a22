"""The declaration: before it nothing opens, an interest closes the case at once, and the desk learns of it."""
import re
import uuid

import pytest
from django.core.exceptions import PermissionDenied

from core.errors import Refused
from core.models import AuditEvent, Errand
from evaluations import workflow
from evaluations.models import SealedFile
from panels import workflow as panels
from panels.models import Declaration, Involvement, Recusal
from tests import factories as f
from tests.evaluations.path import Path
from tests.evaluations.reviewing import begin, fetched, standing, team_at
from visits.queries import members_of

pytestmark = pytest.mark.django_db


def words_of(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def asked(path, user=None):
    """An assessor who is assigned and has not declared; their declaration."""
    with standing(path):
        user = user or path.one_more("assessor")
        f.PoolMemberFactory(user=user)
        workflow.assign_assessor(path.fresh(), user, actor=path.officer)
        return Declaration.everything.get(user=user, matter=path.application.matter)


def page_of(declaration):
    return f"/busan/assess/declarations/{declaration.public_id}/?lang=en"


def case_of(path):
    return f"/busan/assess/cases/{path.application.public_id}/?lang=en"


@pytest.fixture
def path(busan):
    return Path(busan).screened()


def file_of(path):
    with standing(path):
        return f"/busan/assess/files/{SealedFile.everything.filter(seal__application=path.application).first().public_id}/"


# ---- pages

def test_before_the_declaration_only_the_label_is_told_and_nothing_opens(path, client):
    declaration = asked(path)
    client.force_login(declaration.user)
    words = words_of(client.get(page_of(declaration)))
    assert declaration.subject_label in words
    assert "What counts as a tie" in words
    assert declaration.subject_label in words_of(client.get("/busan/assess/?lang=en"))
    for address in (case_of(path), file_of(path), case_of(path).replace("?", "result/?"), case_of(path).replace("?", "hand-in/?")):
        assert client.get(address).status_code == 404
    assert client.post(case_of(path).replace("?", "begin/?")).status_code == 404


def test_after_none_the_case_opens(path, client):
    declaration = asked(path)
    client.force_login(declaration.user)
    answer = client.post(page_of(declaration), {"answer": "none", "statement": ""})
    assert answer["Location"].split("?")[0] == case_of(path).split("?")[0]
    assert client.get(answer["Location"]).status_code == 200
    assert fetched(client, file_of(path)).status_code == 200
    again = client.post(page_of(declaration), {"answer": "none"})
    assert again.status_code == 302


def test_after_an_interest_it_stays_closed_with_a_thank_you(path, client):
    declaration = asked(path)
    client.force_login(declaration.user)
    answer = client.post(page_of(declaration), {"answer": "interest", "statement": "가족이 근무합니다."}, follow=True)
    assert "Thank you for saying so" in words_of(answer)
    assert client.get(case_of(path)).status_code == 404
    assert "가족이 근무합니다." in words_of(answer)


def test_an_interest_without_words_stands_beside_its_field(path, client):
    declaration = asked(path)
    client.force_login(declaration.user)
    words = words_of(client.post(page_of(declaration), {"answer": "interest", "statement": " "}))
    assert "Please write what your interest is." in words
    assert "Please correct 1 thing." in words_of(client.post(page_of(declaration), {}))


def test_an_interest_that_comes_up_later_closes_case_and_files_at_once(path, client):
    declaration = asked(path)
    client.force_login(declaration.user)
    client.post(page_of(declaration), {"answer": "none"})
    asked(path)                                                 # one alone does not begin
    begin(path, declaration.user)
    page = words_of(client.get(page_of(declaration)))
    assert "You declared that nothing ties you to this case" in page
    assert "I have to step aside" in page
    client.post(page_of(declaration), {"statement": "조카가 취업하였습니다."})
    assert [fetched(client, address).status_code for address in (case_of(path), file_of(path))] == [404, 404]


def test_nobody_opens_anothers_declaration(path, client):
    declaration = asked(path)
    for user, status in ((path.place.assessor, 404), (path.place.committee, 404), (path.place.officer, 404), (path.place.owner, 403)):
        client.force_login(user)
        assert client.get(page_of(declaration)).status_code == status
        assert client.post(page_of(declaration), {"answer": "none"}).status_code == status
    client.force_login(declaration.user)
    assert client.get(f"/busan/assess/declarations/{uuid.uuid4()}/").status_code == 404


def test_whoever_reads_every_case_answers_on_the_committee_for_themselves_alone(path, client):
    declaration = asked(path)
    with standing(path):
        f.MembershipFactory(user=path.place.officer, role="committee")
    client.force_login(path.place.officer)
    assert client.get(page_of(declaration)).status_code == 404
    assert client.post(page_of(declaration), {"answer": "none"}).status_code == 404


def test_a_committee_member_is_led_to_the_meeting_and_before_reads_no_file(busan, client):
    path = Path(busan).seated()
    with standing(path):
        workflow.put_on_agenda(path.fresh(), path.meeting, actor=path.officer)
        declaration = Declaration.everything.get(user=busan.committee, matter=path.application.matter)
    client.force_login(busan.committee)
    assert fetched(client, file_of(path)).status_code == 404
    answer = client.post(page_of(declaration), {"answer": "none"})
    assert answer["Location"].split("?")[0] == f"/busan/committee/meetings/{path.meeting.public_id}/"
    assert fetched(client, file_of(path)).status_code == 200
    assert client.get(case_of(path)).status_code == 403


# ---- the write

def told():
    return Errand.everything.filter(arguments__event="review.stood_back").count()


def test_the_desk_is_told_once_that_an_assessor_stands_back(path):
    declaration = asked(path)
    with standing(path):
        for _twice in range(2):
            workflow.declare(declaration, has_interest=True, statement="가족이 근무합니다.", actor=path.as_(declaration.user))
        assert told() == 1
        assert Recusal.everything.get(user=declaration.user).ground == "declared"
        assert AuditEvent.everything.filter(verb="declaration.answered").count() == 1


def test_none_tells_nobody(path):
    declaration = asked(path)
    with standing(path):
        workflow.declare(declaration, has_interest=False, statement="", actor=path.as_(declaration.user))
        assert told() == 0


def test_an_interest_is_never_taken_back_and_nobody_declares_for_somebody_else(path):
    declaration = asked(path)
    with standing(path):
        with pytest.raises(PermissionDenied):
            workflow.declare(declaration, has_interest=False, statement="", actor=path.officer)
        workflow.declare(declaration, has_interest=True, statement="가족", actor=path.as_(declaration.user))
        with pytest.raises(Refused, match="no longer be taken back"):
            workflow.declare(declaration, has_interest=False, statement="", actor=path.as_(declaration.user))


def test_who_stands_back_leaves_the_planned_visit_and_another_leads(busan):
    path = Path(busan).planned()
    with standing(path):
        lead, second = path.assessors
        declaration = Declaration.everything.get(user=lead, matter=path.application.matter)
        workflow.declare(declaration, has_interest=True, statement="가족", actor=path.as_(lead))
        assert [(member.user, member.is_lead) for member in members_of(path.visit)] == [(second, True)]


def test_a_team_at_review_has_no_visit_to_leave(busan):
    path = team_at(busan)
    with standing(path):
        declaration = Declaration.everything.get(user=path.assessors[1], matter=path.application.matter)
        workflow.declare(declaration, has_interest=True, statement="가족", actor=path.as_(path.assessors[1]))
        assert told() == 1


# ---- what an interest is about, and recusal at any time

def test_a_relative_is_noted_for_every_case_of_this_provider(path, client):
    declaration = asked(path)
    client.force_login(declaration.user)
    client.post(page_of(declaration), {"answer": "interest", "statement": "배우자가 근무합니다.", "is_relative": "on"})
    with standing(path):
        tie = Involvement.everything.get(person=declaration.user.person, kind="related")
        assert (tie.subject, tie.matter) == (path.provider.public_id, None)


@pytest.mark.parametrize("typed", [{"answer": "interest", "statement": "소송 중입니다."}, {"answer": "none", "is_relative": "on"}])
def test_another_interest_and_none_at_all_are_noted_as_no_relative(path, client, typed):
    declaration = asked(path)
    client.force_login(declaration.user)
    client.post(page_of(declaration), typed)
    with standing(path):
        assert not Involvement.everything.filter(kind="related").exists()


def test_who_is_recused_by_the_desk_loses_case_and_files_at_once(busan, client):
    path = team_at(busan)
    user, file = path.assessors[1], file_of(path)
    client.force_login(user)
    assert client.get(case_of(path)).status_code == fetched(client, file).status_code == 200
    with standing(path):
        panels.recuse(user, subject_type="evaluations.application", matter=path.application.matter, ground=Recusal.Ground.DETECTED,
                      reason="신청 기관에 근무한 사실이 확인되었습니다.", actor=path.officer)
    assert client.get(case_of(path)).status_code == client.get(file).status_code == 404
