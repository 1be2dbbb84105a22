"""The workspace, handing in, the result: as assessors meet them."""
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from certification.workflow import note_erratum
from core.models import AccessEntry
from evaluations.models import Application, Judgement, SealedFile
from tests.evaluations.reviewing import (
    assign,
    begin,
    end,
    fetched,
    hand_in,
    judge,
    judgements,
    results,
    settle,
    standing,
    team_at,
)

pytestmark = pytest.mark.django_db
HERE = "/busan/assess/"


def words_of(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def address(*parts):
    return HERE + "".join(f"{part}/" for part in parts) + "?lang=en"


@pytest.fixture
def path(busan):
    return team_at(busan)


@pytest.fixture
def lead(path):
    return path.assessors[0]


@pytest.fixture
def second(path):
    return path.assessors[1]


@pytest.fixture
def at_work(path, lead, client):
    """The lead, signed in."""
    client.force_login(lead)
    return client


def case(path, *more):
    return address("cases", path.application.public_id, *more)


def rows(path, user):
    with standing(path):
        return judgements(path, user)


def sent(verdict="ok", reason="", base=0, **more):
    return {"verdict": verdict, "reason_code": "other" * bool(reason), "reason": reason, "version": base} | more


# ---- beginning

def test_the_first_screen_says_what_beginning_means_and_reading_it_is_not_yet_assessing(path, lead, at_work):
    words = words_of(at_work.get(case(path)))
    assert "Begin the review" in words
    assert "you can never take part in the decision" in words
    assert rows(path, lead) == []


def test_beginning_leads_to_the_first_indicator(path, lead, at_work):
    assert at_work.get(case(path, "begin")).status_code == 405
    page = at_work.post(case(path, "begin"), follow=True)
    assert page.redirect_chain[-1][0].split("?")[0] == address("judgements", rows(path, lead)[0].public_id).split("?")[0]
    words = words_of(page)
    for said in ("CNRY-busan-answer", "evidence-1.1.1.pdf", "What to check in the documents", "Inspection interval.", "0 of 3 judged"):
        assert said in words, said
    assert "evidence-1.1.2.pdf" not in words


# ---- judging

def test_saving_leads_on_and_from_the_last_to_handing_in(path, lead, at_work):
    begin(path, lead)
    first, _middle, last = rows(path, lead)
    answer = at_work.post(address("judgements", first.public_id), sent("onsite", "원본 확인"))
    assert answer["Location"].split("?")[0] == address("judgements", _middle.public_id).split("?")[0]
    assert at_work.post(address("judgements", first.public_id), sent("fail", "다시", 1, then="stay"))["Location"].startswith(
        address("judgements", first.public_id).split("?")[0])
    assert at_work.post(address("judgements", last.public_id), sent())["Location"].startswith(case(path, "hand-in").split("?")[0])
    assert [(row.verdict, row.reason) for row in rows(path, lead)] == [("fail", "다시"), ("", ""), ("ok", "")]


def test_a_stale_page_shows_both_texts_and_keeps_what_was_typed(path, lead, at_work):
    begin(path, lead)
    judge(path, lead, "onsite", "먼저 쓴 글")
    page = at_work.post(address("judgements", rows(path, lead)[0].public_id), sent("fail", "나중에 쓴 글"))
    words = words_of(page)
    assert "A newer version was saved meanwhile" in words
    assert "먼저 쓴 글" in words
    assert page.content.decode().count("나중에 쓴 글") == 2            # beside the other, and in the form
    assert 'name="version" autocomplete="off" value="1"' in page.content.decode()
    assert rows(path, lead)[0].reason == "먼저 쓴 글"


def test_a_page_that_saves_while_one_writes_learns_the_version_or_shows_both(path, lead, at_work):
    begin(path, lead)
    here, quietly = address("judgements", rows(path, lead)[0].public_id), {"HX-Request": "true"}
    saved = at_work.post(here, sent("fail", "글"), headers=quietly)
    assert saved.status_code == 200
    assert 'data-version="1"' in saved.content.decode()
    stale = at_work.post(here, sent("ok", "다른 글"), headers=quietly)
    assert (stale.status_code, stale.content.decode().count("<form")) == (409, 0)
    assert [words in words_of(stale) for words in ("A newer version", "not met", "글", "다른 글")] == [True] * 4
    assert at_work.post(here, sent("nonsense", "글", 1), headers=quietly).status_code == 422


def test_what_lacks_its_reason_is_said_at_the_indicator_at_once(path, lead, at_work):
    begin(path, lead)
    here = address("judgements", rows(path, lead)[0].public_id)
    quietly = at_work.post(here, sent("fail"), headers={"HX-Request": "true"})
    assert "needs its reason" in words_of(quietly) and "reason missing" in words_of(quietly)
    assert "Its reason is still missing." in words_of(at_work.post(here, sent("supplement", version=1, then="stay"), follow=True))
    assert "needs its reason" not in words_of(at_work.post(here, sent("fail", "자료가 없습니다.", 2), headers={"HX-Request": "true"}))


def test_met_where_the_provider_says_less_of_itself_needs_its_reason(path, lead, at_work):
    begin(path, lead)
    with standing(path):
        Judgement.everything.filter(sheet__user=lead, required__code="1.1.1").update(rating="partly")
    here = address("judgements", rows(path, lead)[0].public_id)
    words = words_of(at_work.post(here, sent(), headers={"HX-Request": "true"}))
    assert "You judge it met, the provider says of itself “We meet it in part”" in words
    for place in (1, 2):
        judge(path, lead, place=place)
    assert "1 indicator is still open" in words_of(at_work.get(case(path, "hand-in")))


def test_a_page_opened_before_handing_in_is_told_and_shows_what_was_typed(path, lead, at_work):
    hand_in(path, lead)
    page = at_work.post(address("judgements", rows(path, lead)[0].public_id), sent("fail", "너무 늦은 글", 1))
    assert page.status_code == 409
    assert "can no longer be changed" in words_of(page) and "너무 늦은 글" in words_of(page)


def test_a_sealed_file_stands_beside_the_sheet_and_reading_it_is_noted(path, lead, at_work):
    begin(path, lead)
    here = address("judgements", rows(path, lead)[0].public_id)
    with standing(path):
        file, other = SealedFile.everything.filter(seal__application=path.application, code__in=["1.1.1", "1.1.2"]).order_by("code")
    page = at_work.get(f"{here}&file={file.public_id}")
    part = at_work.get(f"{here}&file={file.public_id}", headers={"HX-Request": "true"})
    for answer in (page, part):
        assert f"/busan/assess/files/{file.public_id}/?lang=en&amp;view=picture&amp;page=1" in answer.content.decode()
    assert ("<form id" in page.content.decode(), "<form id" in part.content.decode()) == (True, False)
    assert "view=picture" not in at_work.get(f"{here}&file={other.public_id}").content.decode()        # another indicator's
    with standing(path):
        assert AccessEntry.everything.filter(user_id=lead.pk, work="case.file", kind="read").count() == 2


def test_nobody_else_opens_the_workspace(path, lead, second, client):
    begin(path, lead)
    here = address("judgements", rows(path, lead)[0].public_id)
    for user, status in ((second, 404), (path.place.officer, 403), (path.place.owner, 403), (path.place.committee, 403)):
        client.force_login(user)
        assert client.get(here).status_code == status
        assert client.post(here, sent()).status_code == status


def test_who_is_no_longer_assigned_finds_neither_case_nor_sheet(path, lead, at_work):
    begin(path, lead)
    mine = rows(path, lead)[0]
    end(path, lead)
    assert [at_work.get(one).status_code for one in (case(path), address("judgements", mine.public_id))] == [404, 404]


def test_reading_the_case_is_noted(path, lead, at_work):
    begin(path, lead)
    at_work.get(address("judgements", rows(path, lead)[0].public_id))
    with standing(path):
        file = SealedFile.everything.filter(seal__application=path.application).first()
    assert fetched(at_work, address("files", file.public_id))["Content-Disposition"].startswith("attachment")
    with standing(path):
        noted = AccessEntry.everything.filter(user_id=lead.pk).values_list("work", "kind")
        assert set(noted) == {("case.read", "read"), ("case.file", "download")}


def asked_by(deed):
    """The statements of a request, but for those that say where it happens."""
    with CaptureQueriesContext(connection) as asked:
        deed()
    return [one["sql"] for one in asked if not one["sql"].startswith((
        "SAVEPOINT", "RELEASE", "SELECT set_config"))]


def test_the_workspace_asks_as_often_for_a_hundred_files_as_for_one_and_twelve_times_at_most(path, lead, at_work):
    begin(path, lead)
    here, asked = address("judgements", rows(path, lead)[0].public_id), []
    with standing(path):
        file = SealedFile.everything.filter(seal__application=path.application, code="1.1.1").get()
    at_work.get(here)
    for files in (1, 3, 100):
        with standing(path):
            there = SealedFile.everything.filter(seal=file.seal, code="1.1.1").count()
            SealedFile.everything.bulk_create(SealedFile(seal=file.seal, code="1.1.1", file=file.file, name=f"{number}.pdf", size=1,
                                                         sha256=file.sha256) for number in range(there, files))
        asked.append(asked_by(lambda: at_work.get(here)))
    assert [len(one) for one in asked] == [len(asked[0])] * 3, "\n".join(asked[2])
    assert len(asked[0]) <= 12, "\n".join(asked[0])


def test_a_saving_by_itself_asks_six_times_at_most(path, lead, at_work):
    begin(path, lead)
    here = address("judgements", rows(path, lead)[0].public_id)
    at_work.post(here, sent("fail", "글"), headers={"HX-Request": "true"})
    asked = asked_by(lambda: at_work.post(here, sent("fail", "글을 고칩니다.", 1), headers={"HX-Request": "true"}))
    assert len(asked) <= 6, "\n".join(asked)


# ---- handing in

def test_handing_in_names_what_is_missing_with_the_way_to_it(path, lead, at_work):
    begin(path, lead)
    judge(path, lead, "ok", place=0)
    judge(path, lead, "fail", place=1)
    for page in (at_work.get(case(path, "hand-in")), at_work.post(case(path, "hand-in"))):
        words = words_of(page)
        assert "2 indicators are still open" in words
        assert re.search(r"1\.1\.2 .*the reason is missing.*1\.1\.3 .*not judged yet", words)
        assert f'/judgements/{rows(path, lead)[2].public_id}/' in page.content.decode()


def test_after_handing_in_one_waits_and_sees_numbers_only(path, lead, second, at_work):
    begin(path, lead)
    for place in range(3):
        judge(path, lead, place=place)
    begin(path, second)
    judge(path, second, "fail", "비밀 사유")
    page = words_of(at_work.post(case(path, "hand-in"), follow=True))
    assert "Waiting for the other assessors" in page
    assert "1 of 3 judged" in page
    assert "비밀 사유" not in page
    assert "비밀 사유" not in words_of(at_work.get(case(path, "result")))
    sheet = words_of(at_work.get(address("judgements", rows(path, lead)[0].public_id)))
    assert "can no longer be changed" in sheet
    assert "Save, next" not in sheet


# ---- one result

@pytest.fixture
def differing(path, lead, second):
    hand_in(path, lead)
    hand_in(path, second, "fail", "서류가 없습니다.")
    with standing(path):
        return results(path)


def test_all_judgements_stand_side_by_side_and_what_is_open_is_named(path, lead, second, differing, at_work):
    words = words_of(at_work.get(case(path, "result")))
    assert "You differed on 3 indicators" in words
    assert "Still to settle, with a reason: 1.1.1" in words
    assert words.count("서류가 없습니다.") == 3
    assert str(second) in words
    assert 'aria-disabled="true"' in at_work.get(case(path, "result")).content.decode()


def test_the_lead_settles_and_concludes(path, lead, differing, at_work):
    here = address("results", differing[0].public_id)
    refused = words_of(at_work.post(here, sent("onsite", "", differing[0].version)))
    assert "Please write the reason." in refused
    assert at_work.post(here, sent("onsite", "함께 정하였습니다.", differing[0].version)).status_code == 302
    conflict = words_of(at_work.post(here, sent("fail", "낡은 화면", differing[0].version)))
    assert "A newer version was saved meanwhile" in conflict
    for row in differing[1:]:
        settle(path, row, lead)
    result = case(path, "result")
    untold = words_of(at_work.post(case(path, "conclude"), follow=True, headers={"referer": f"http://testserver{result}"}))
    assert "has not been told yet who assesses it" in untold and "You differed on 3 indicators" in untold
    assert f'action="{case(path, "conclude")}"' not in at_work.get(result).content.decode(), "no button that would be refused"
    path.told()
    assert f'action="{case(path, "conclude")}"' in at_work.get(result).content.decode()
    words = words_of(at_work.post(case(path, "conclude"), follow=True))
    assert "The document review is over. The agency plans the visit." in words
    with standing(path):
        assert Application.everything.get(pk=path.application.pk).reviewed_at


def test_the_others_of_the_team_read_it_and_settle_nothing(path, second, differing, client):
    client.force_login(second)
    words = words_of(client.get(case(path, "result")))
    assert "The lead writes down what you agree on" in words
    assert "Settle" not in words
    here = address("results", differing[0].public_id)
    assert "Keep as the team" not in words_of(client.get(here))
    assert client.post(here, sent("ok", "내가", 1)).status_code == 403
    assert client.post(case(path, "conclude")).status_code == 403


def test_the_result_is_closed_again_while_somebody_new_reviews(path, differing, at_work, client):
    third = assign(path)
    assert "Not everybody has handed in yet" in words_of(at_work.get(case(path, "result")))
    here = address("results", differing[0].public_id)
    assert at_work.get(here)["Location"].split("?")[0] == case(path, "result").split("?")[0]
    refused = at_work.post(here, sent("onsite", "쓰던 글", differing[0].version))
    assert refused.status_code == 409
    assert "Not every assessor has handed in." in words_of(refused) and "쓰던 글" in words_of(refused)
    assert "서류가 없습니다." not in words_of(refused)
    client.force_login(third)
    assert "서류가 없습니다." not in words_of(client.get(case(path, "result")))


# ---- errata

def test_assessors_read_an_erratum_beside_the_indicator_they_judge_and_settle(path, lead, differing, at_work):
    with standing(path):
        one = differing[0].required.indicator
        note_erratum(one, field="description_en", new_text=f"{one.description_en} Monthly.", actor=path.as_(path.place.manager))
    own = rows(path, lead)
    for page in (address("judgements", own[0].public_id), address("results", differing[0].public_id), case(path, "result")):
        assert at_work.get(page).content.decode().count("<ins>Monthly.</ins>") == 1
    assert "<ins>Monthly.</ins>" not in at_work.get(address("judgements", own[1].public_id)).content.decode()
