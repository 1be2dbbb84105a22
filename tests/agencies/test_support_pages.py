"""Pages of project support at both houses: asked, decided, reported, told what became of it; what waits stands on the first page."""
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.actors import Actor
from agencies.models import SupportFile, SupportReportFile, SupportRequest
from agencies.tasks.support import tell_of_support
from agencies.workflow import support, support_decision
from core.tenancy import within
from desk.supporting import waiting_for
from tests import factories as f
from tests.agencies import supporting as s
from tests.files import pdf, upload
from tests.written import PERSON, docx

pytestmark = pytest.mark.django_db
OWN, CENTRAL = "/busan/network/support/", "/central/network/support/"


def typed(**more):
    """As the form sends it: what stands for nothing is left out."""
    return {name: one for name, one in s.facts(**more).items() if one is not None}


def test_asked_for_by_its_pages(busan, central, sit_down, words_of):
    client = sit_down(busan.officer)
    wrong = client.post(f"{OWN}new/?lang=en", typed(amount="-5", plan="계획 가"))
    assert "more than nothing" in words_of(wrong) and "계획 가" in wrong.content.decode() and "긴급돌봄 확대" in wrong.content.decode()
    assert client.post(f"{OWN}new/", typed(amount="5,000,000원")).status_code == 302
    with within(busan.agency):
        row = SupportRequest.everything.get()
    here = f"{OWN}{row.public_id}/"
    assert row.amount == 5_000_000 and 'value="5,000,000"' in client.get(f"{here}change/").content.decode()
    assert client.post(f"{here}change/", typed(version=1, title="고친 사업")).status_code == 302
    bad = client.post(f"{here}papers/?lang=en", {"paper-file": upload(b"MZ", "a.exe")})
    assert bad.status_code == 200 and "고친 사업" in bad.content.decode()
    assert client.post(f"{here}papers/", {"paper-file": upload(pdf(), "plan.pdf")}).status_code == 302
    with within(busan.agency):
        paper = SupportFile.everything.get()
    assert client.get(f"{OWN}papers/{paper.public_id}/").getvalue().startswith(b"%PDF")
    client.post(f"{here}hand-in/", {"version": 1})
    assert s.fresh(busan, row).stage == "draft"                     # an older page hands in nothing
    assert client.post(f"{here}hand-in/", {"version": 2}).status_code == 302
    page = client.get(here).content.decode()
    assert s.fresh(busan, row).stage == "asked" and "change/" not in page and "withdraw/" in page
    assert client.post(f"{here}withdraw/").status_code == 302 and s.fresh(busan, row).stage == "withdrawn"


def test_decided_by_the_pages_of_central(busan, central, sit_down, words_of):
    row = s.asked(busan, central)
    here = f"{CENTRAL}{row.public_id}/"
    client = sit_down(central.officer)
    assert "긴급돌봄 확대" in client.get(CENTRAL).content.decode()
    wrong = client.post(f"{here}decide/?lang=en", {"outcome": "part", "granted": "6,000,000", "reason": "예산", "due_on": s.in_days(90)})
    assert "No more than the amount" in words_of(wrong) and "예산" in wrong.content.decode()
    assert client.post(f"{here}decide/", {"outcome": "part", "granted": "2,000,000", "reason": "예산", "due_on": s.in_days(90)}
                       ).status_code == 302
    assert "release/" not in client.get(here).content.decode()
    client = sit_down(central.manager)
    page = client.get(here).content.decode()
    assert "release/" in page and s.digest(central, row) in page
    client.post(f"{here}release/", {"seen": s.digest(central, row)})
    client = sit_down(central.director)
    assert "approve/" in client.get(here).content.decode()
    assert "Why it is sent back" in words_of(client.post(f"{here}send-back/?lang=en", {"back-reason": ""}))
    unread = client.post(f"{here}approve/?lang=en", {"seen": s.digest(central, row)})
    assert s.fresh(central, row).stage == "asked" and unread.status_code == 200
    client.post(f"{here}approve/", {"seen": s.digest(central, row), "has_read": "on"})
    assert s.fresh(central, row).granted == 2_000_000
    assert "2,000,000" in sit_down(busan.officer).get(f"{OWN}{row.public_id}/").content.decode()


def test_the_agency_reads_nothing_of_a_decision_before_it_is_approved(busan, central, sit_down):
    row = s.asked(busan, central)
    s.draft(central, row, outcome="refused", reason="CNRY-not-yet", due_on=None)
    assert "CNRY-not-yet" not in sit_down(busan.director).get(f"{OWN}{row.public_id}/").content.decode()


def test_who_asked_is_told_instead_of_offered_a_decision(busan, central, sit_down, words_of):
    row = s.asked(busan, central)
    with within(central.agency):
        f.MembershipFactory(user=busan.officer, role="officer")
    page = sit_down(busan.officer).get(f"{CENTRAL}{row.public_id}/?lang=en")
    assert "Somebody else has to decide" in words_of(page) and "decide/" not in page.content.decode()
    assert "Somebody else has to decide" in words_of(sit_down(busan.officer).post(
        f"{CENTRAL}{row.public_id}/decide/?lang=en", {"outcome": "full", "due_on": s.in_days(90)}))


def test_reported_answered_and_what_became_of_it_by_the_pages(busan, central, sit_down, words_of):
    row = s.granted(busan, central)
    here, there = f"{OWN}{row.public_id}/", f"{CENTRAL}{row.public_id}/"
    client = sit_down(busan.officer)
    wrong = client.post(f"{here}report/?lang=en", {"version": 0, "text": "하였습니다", "used": "5,000,001"})
    assert "Explain why" in words_of(wrong) and "하였습니다" in wrong.content.decode()
    said = {"version": 0, "text": "하였습니다", "used": "4,000,000", "reach": "12명", "file": upload(pdf(), "r.pdf")}
    assert client.post(f"{here}report/", said).status_code == 302
    with within(busan.agency):
        paper = SupportReportFile.everything.get()
    assert sit_down(central.officer).get(f"{CENTRAL}reports/papers/{paper.public_id}/").status_code == 404
    assert "하였습니다" not in sit_down(central.officer).get(there).content.decode()
    client = sit_down(busan.officer)
    assert client.post(f"{here}report/send/", {"version": 1}).status_code == 302 and s.fresh(busan, row).stage == "reported"
    client = sit_down(central.officer)
    assert client.get(f"{CENTRAL}reports/papers/{paper.public_id}/").getvalue().startswith(b"%PDF")
    assert "하였습니다" in client.get(there).content.decode()
    assert "Write what is missing" in words_of(client.post(f"{there}answer/?lang=en", {"do": "again"}))
    client.post(f"{there}answer/", {"do": "again", "answer-words": "내역 추가", "answer-due_on": s.in_days(99)})
    client = sit_down(busan.officer)
    assert "내역 추가" in client.get(f"{here}report/").content.decode()
    client.post(f"{here}report/", {"version": 0, "text": "더 적었습니다", "used": "4,000,000"})
    client.post(f"{here}report/send/", {"version": 1})
    sit_down(central.officer).post(f"{there}answer/", {"do": "accept"})
    client = sit_down(busan.officer)
    assert "Write what became" in words_of(client.post(f"{here}became/?lang=en", {"became-words": ""}))
    client.post(f"{here}became/", {"became-words": "지금도 합니다"})
    assert "지금도 합니다" in sit_down(central.officer).get(there).content.decode()


def test_a_report_whose_paper_is_refused_is_saved_again_from_the_same_page(busan, central, sit_down, words_of):
    row, client = s.granted(busan, central), sit_down(busan.officer)
    here = f"{OWN}{row.public_id}/report/"
    said = {"version": 0, "text": "하였습니다", "used": "4,000,000", "reach": "12"}
    listed = client.post(f"{here}?lang=en", said | {"file": upload(docx(f"주민등록번호 {PERSON}"), "명단.docx")})
    assert "resident registration number" in words_of(listed) and "하였습니다" in listed.content.decode()
    with within(busan.agency):
        assert not SupportReportFile.everything.exists()
    assert client.post(here, said).status_code == 302


def test_papers_are_removed_by_their_pages_as_long_as_nothing_is_handed_in(busan, central, sit_down):
    row = s.begun(busan)
    plan = s.at(busan, support.attach_plan, row, upload(pdf(), "plan.pdf"))
    client = sit_down(busan.officer)
    assert client.post(f"{OWN}papers/{plan.public_id}/remove/").status_code == 302
    granted = s.granted(busan, central)
    client.post(f"{OWN}{granted.public_id}/report/", {"version": 0, "text": "x", "used": "1", "file": upload(pdf(), "r.pdf")})
    with within(busan.agency):
        assert not SupportFile.everything.exists()
        paper = SupportReportFile.everything.get()
    assert client.post(f"{OWN}reports/papers/{paper.public_id}/remove/").status_code == 302
    with within(busan.agency):
        assert not SupportReportFile.everything.exists()


def test_what_is_central_s_is_unknown_at_an_agency_and_the_other_way_round(busan, daegu, central, sit_down):
    row = s.asked(busan, central)
    client = sit_down(busan.manager)
    for last in ("decide/", "answer/", "release/", "send-back/"):
        assert client.post(f"{OWN}{row.public_id}/{last}").status_code == 404, last
    client = sit_down(central.manager)
    for last in ("change/", "hand-in/", "withdraw/", "report/", "became/"):
        assert client.post(f"{CENTRAL}{row.public_id}/{last}").status_code == 404, last
    assert sit_down(daegu.manager).get(f"/daegu/network/support/{row.public_id}/").status_code == 404
    draft = s.begun(busan)
    assert sit_down(central.manager).get(f"{CENTRAL}{draft.public_id}/").status_code == 404


def waits(place, by):
    with within(place.agency):
        return [(row.title, work) for row, work in waiting_for(Actor.of(getattr(place, by)))]


def test_what_waits_stands_on_the_first_page_of_whom_it_waits_for(busan, central, sit_down, english):
    row = s.asked(busan, central)
    assert waits(central, "officer") == [("긴급돌봄 확대", "draft the decision")] and waits(central, "manager") == []
    assert "긴급돌봄 확대" in sit_down(central.officer).get("/central/admin/").content.decode()
    s.draft(central, row)
    assert waits(central, "manager") == [("긴급돌봄 확대", "release the decision")] and waits(central, "officer") == []
    s.release(central, row)
    assert waits(central, "director") == [("긴급돌봄 확대", "approve the decision")] and waits(central, "auditor") == []
    s.at(central, support_decision.send_decision_back, row, "x", by="director")
    assert waits(central, "officer") == [("긴급돌봄 확대", "draft the decision")]
    s.decided(central, row)
    tell_of_support(busan.agency)
    assert waits(busan, "officer") == [("긴급돌봄 확대", "report what was done")] and waits(busan, "director") == []
    assert "긴급돌봄 확대" in sit_down(busan.officer).get("/busan/admin/").content.decode()
    s.write(busan, row)
    s.send(busan, row)
    assert waits(busan, "officer") == [] and waits(central, "officer") == [("긴급돌봄 확대", "answer the report")]


def test_found_by_words_state_agency_and_year_and_a_senseless_search_finds_all(busan, daegu, central, sit_down):
    s.asked(busan, central, title="부산 사업")
    s.asked(daegu, central, title="대구 사업", from_on=s.in_days(400), until_on=s.in_days(410))
    client = sit_down(central.officer)
    for query, there, missing in ((f"year={s.in_days(400).year}", "대구 사업", "부산 사업"), ("agency=busan", "부산 사업", "대구 사업"),
                                  ("q=부산", "부산 사업", "대구 사업")):
        page = client.get(f"{CENTRAL}?{query}").content.decode()
        assert there in page and missing not in page, query
    assert "부산 사업" not in client.get(f"{CENTRAL}?stage=done").content.decode()
    for query in ("stage=x", "agency=x", "year=9x", "q=%00", f"q={'x' * 300}", "page=9"):
        assert "부산 사업" in client.get(f"{CENTRAL}?{query}").content.decode(), query


@pytest.mark.parametrize("house", ["busan", "central"])
def test_the_list_costs_as_many_statements_with_three_rows_as_with_one(house, busan, central, sit_down):
    client, counts = sit_down({"busan": busan, "central": central}[house].officer), []
    client.get(f"/{house}/network/support/")
    for more in (1, 2):
        for number in range(more):
            s.asked(busan, central, title=f"사업{more}{number}")
        for address in ("network/support/", "admin/"):
            with CaptureQueriesContext(connection) as asked:
                assert client.get(f"/{house}/{address}").status_code == 200
            counts.append(len(asked))
    assert counts[:2] == counts[2:] and counts[0] <= 14


def test_the_list_has_pages(busan, central, sit_down):
    for number in range(21):
        s.begun(busan, title=f"사업{number:02}")
    client = sit_down(busan.officer)
    first, second = (client.get(f"{OWN}?page={one}").content.decode() for one in (1, 2))
    assert "사업20" in first and "사업00" not in first and "사업00" in second
