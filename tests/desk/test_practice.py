"""Practice cases on their pages: at the desk, and at the assessor's place."""
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.models import Errand
from core.tenancy import within
from evaluations.models import PracticeCase, PracticeItem, PracticeJudgement
from tests import factories as f
from tests.desk.test_provider import OTHERS, READERS
from tests.evaluations.practising import copied, later, practised, published
from tests.evaluations.taught import announced

DESK, ASSESS = "/busan/admin/practice/", "/busan/assess/practice/"


@pytest.mark.parametrize("who", READERS)
def test_staff_who_read_cases_see_them_and_only_case_workers_copy(busan, who, sit_down, words_of):
    words = words_of(sit_down(getattr(busan, who)).get(f"{DESK}?lang=en"))
    assert "No practice case yet" in words
    assert ("Copy without names" in words) == (who in ("officer", "manager"))


@pytest.mark.parametrize("who", OTHERS)
def test_others_see_none(busan, who, sit_down):
    assert sit_down(getattr(busan, who)).get(DESK).status_code == 403


def test_a_case_is_copied_read_through_and_published(busan, sit_down, words_of):
    path, client = announced(busan), sit_down(busan.officer)
    with later(busan):
        page = client.post(f"{DESK}?lang=en", {"application": path.application.pk, "title": "CNRY-practice"}, follow=True)
        assert "3 indicators still have to be read" in words_of(page)
        practice = PracticeCase.everything.get()
        assert "Publish for assessors" not in words_of(page)
        for item in PracticeItem.everything.filter(practice=practice):
            address = f"{DESK}items/{item.public_id}/?lang=en"
            assert "규정을 갖추고" in client.get(address).content.decode()
            page = client.post(address, {"explanation": "CNRY-read", "seen": "", "reason": ""}, follow=True)
        assert "Every text is read" in words_of(page)
        address = f"{DESK}{practice.public_id}/"
        assert "It is published: assessors may judge it." in words_of(client.post(f"{address}publish/?lang=en", follow=True))
        assert "nobody begins it any more" in words_of(client.post(f"{address}close/?lang=en", follow=True))


def test_a_name_that_was_put_back_is_told_beside_its_text(busan, sit_down, words_of):
    practice, path = copied(busan)
    with later(busan):
        address = f"{DESK}items/{practice.items.first().public_id}/?lang=en"
        said = {"explanation": "", "seen": f"{path.application.provider_name} 010-1234-5678", "reason": ""}
        words = words_of(sit_down(busan.officer).post(address, said))
    assert f"This still stands in it: {path.application.provider_name}" in words
    assert "010-1234-5678" in words


def test_an_assessor_judges_hands_in_and_then_sees_the_result(busan, sit_down, words_of):
    practice, _path = published(busan)
    client = sit_down(busan.assessor)
    with later(busan):
        address = f"{ASSESS}{practice.public_id}/"
        assert practice.title in words_of(client.get(f"{ASSESS}?lang=en"))
        page = words_of(client.post(f"{address}begin/?lang=en", follow=True))
        assert "3 indicators are left." in page
        assert "The team agreed" not in page
        for row in PracticeJudgement.everything.filter(sheet__user=busan.assessor).order_by("item__position"):
            said = {"judgement": "compliant", "reason_code": "", "text": ""}
            page = client.post(f"{ASSESS}judgements/{row.public_id}/?lang=en", said, follow=True)
            assert "The team agreed" not in words_of(page)
        assert "Everything is judged" in words_of(page)
        page = words_of(client.post(f"{address}hand-in/?lang=en", follow=True))
        assert page.count("The team agreed:") == 3
        assert "Everybody who practised: compliant 1, not compliant 0" in page
        assert "being compared" in page
        assert Errand.everything.filter(task="evaluations.learning.compare_practice").exists()


def test_no_page_of_an_assessor_says_where_it_came_from(busan, sit_down):
    practice, path = published(busan)
    practised(busan, practice, path.assessors[1])
    client = sit_down(path.assessors[1])
    with later(busan):
        row = PracticeJudgement.everything.filter(sheet__user=path.assessors[1]).first()
        for address in (ASSESS, f"{ASSESS}{practice.public_id}/", f"{ASSESS}judgements/{row.public_id}/"):
            page = client.get(address).content.decode()
            for told in (path.application.provider_name, path.application.number, str(path.application.public_id), str(busan.owner)):
                assert told not in page, address


def test_a_draft_and_anothers_sheet_are_not_there(busan, sit_down):
    practice, _path = copied(busan)
    with later(busan):
        assert sit_down(busan.assessor).get(f"{ASSESS}{practice.public_id}/").status_code == 404


def test_a_manager_who_assesses_too_does_not_open_the_sheet_of_another_here(busan, sit_down):
    practice, path = published(busan)
    practised(busan, practice, path.assessors[1])
    with within(busan.agency):
        f.MembershipFactory(user=busan.manager, role="assessor")
        row = PracticeJudgement.everything.filter(sheet__user=path.assessors[1]).first()
    assert sit_down(busan.manager).get(f"{ASSESS}judgements/{row.public_id}/").status_code == 404


def test_who_judged_how_is_for_managers(busan, sit_down, words_of):
    practice, path = published(busan)
    practised(busan, practice, path.assessors[1])
    address, name = f"{DESK}{practice.public_id}/?lang=en", str(path.assessors[1])
    assert name in words_of(sit_down(busan.manager).get(address))
    assert name not in words_of(sit_down(busan.officer).get(address))


def test_the_list_takes_as_many_statements_for_three_as_for_one(busan, sit_down):
    client, numbers = sit_down(busan.auditor), []
    practice, _path = copied(busan)
    for _n in range(2):
        client.get(DESK)
        with CaptureQueriesContext(connection) as captured:
            client.get(DESK)
        numbers.append(len(captured))
        with within(busan.agency):
            for title in ("연습 2", "연습 3") if len(numbers) == 1 else ():
                PracticeCase.everything.create(title=title, service_type=practice.service_type, made_at=practice.made_at,
                                               made_by=busan.officer)
    assert numbers[0] == numbers[1]
