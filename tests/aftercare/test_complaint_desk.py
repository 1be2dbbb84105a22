"""Complaints at the desk: taken up, set aside, asked about, prolonged, answered, closed; by whom nothing ties to the provider."""
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404
from django.test import Client
from django.utils import translation

from accounts.actors import Actor
from aftercare import workflow
from aftercare.models import Complaint, ComplaintFollow, ComplaintInquiry, Duty, InquiryFile
from aftercare.queries import complaint as queries
from core import clock
from core.errors import Refused
from core.tenancy import within
from correspondence.models import Deadline
from panels.workflow import note_involvement
from tests import factories as f
from tests import files
from tests.aftercare.complaining import (
    FOLLOW,
    NAME,
    WORDS,
    body_of,
    in_hand,
    named,
    only,
    sent,
    told,
    words_of,
)
from tests.aftercare.conftest import seoul
from tests.certification.test_register_pages import statements

pytestmark = pytest.mark.usefixtures("fresh_counters", "that_day")
LIST, START = "/busan/admin/complaints/?lang=en", "/busan/admin/?lang=en"


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def one(busan, certified, client):
    return told(busan, client, certified, **named())


@pytest.fixture
def desk(busan, client):
    """`desk(busan.officer)`: that person's browser; `desk.do(row, "answer", …)` posts a deed."""

    def sit(user):
        client.force_login(user)
        return client
    sit.do = lambda row, deed, **typed: client.post(f"/busan/admin/complaints/{row.public_id}/{deed}/?lang=en", typed)
    return sit


def tie(place, user, kind="related", **days):
    with within(place.agency):
        note_involvement(user.person, subject_type="providers.provider", subject=place.provider.public_id, kind=kind,
                         actor=Actor.system("a test"), **days)


# ---- the inbox

def test_the_inbox_lists_what_waits_and_the_first_page_counts_it(busan, one, desk):
    page = words_of(desk(busan.officer).get(LIST))
    assert "2026-C001" in page and "nobody has it yet 1" in page
    start = words_of(desk(busan.officer).get(START))
    assert "Complaints that wait 1" in start and "nobody has it yet: 1, mine: 0, overdue: 0" in start
    in_hand(busan, one.row)
    assert "nobody has it yet: 0, mine: 1" in words_of(desk(busan.officer).get(START))
    assert "Complaints that wait" not in words_of(desk(busan.auditor).get(START))


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_as_often_for_three_as_for_one(count, busan, certified, client):
    for number in range(count):
        sent(client, certified, words=f"{WORDS} {number}")
    client.force_login(busan.officer)
    assert len([sql for sql in statements(client, LIST)[1] if "aftercare_complaint" in sql]) == 3


def test_another_agency_the_provider_and_others_find_nothing(busan, daegu, one, client):
    address = f"/admin/complaints/{one.row.public_id}/"
    for who in (busan.owner, busan.assessor, busan.observer, busan.trainer):
        client.force_login(who)
        assert client.get(f"/busan{address}").status_code == 403
    client.force_login(daegu.officer)
    assert client.get(f"/daegu{address}").status_code == 404 and client.get(f"/busan{address}").status_code == 403


@pytest.mark.parametrize("who", ["director", "auditor"])
def test_director_and_auditor_read_and_do_nothing(who, busan, one, desk):
    assert WORDS in words_of(desk(getattr(busan, who)).get(f"/busan/admin/complaints/{one.row.public_id}/?lang=en"))
    assert desk.do(one.row, "admit", officer=busan.officer.pk).status_code == 403
    with within(busan.agency), pytest.raises(PermissionDenied):
        workflow.admit_complaint(one.row, officer=busan.officer, manager=None, actor=Actor.of(getattr(busan, who)))


# ---- ties

@pytest.mark.parametrize("kind", ["employed", "owns", "related", "consulted"])
def test_whom_something_ties_to_the_provider_neither_sees_nor_handles_it(kind, busan, one, desk):
    tie(busan, busan.officer, kind)
    assert desk(busan.officer).get(f"/busan/admin/complaints/{one.row.public_id}/").status_code == 404
    assert "2026-C001" not in words_of(desk(busan.officer).get(LIST))
    with within(busan.agency):
        assert queries.handlers_of_complaint(one.row) == [busan.manager]
        with pytest.raises(Http404):
            workflow.admit_complaint(one.row, officer=busan.officer, manager=None, actor=Actor.of(busan.officer))
        with pytest.raises(Refused, match="tied to the provider"):
            workflow.admit_complaint(one.row, officer=busan.officer, manager=None, actor=Actor.of(busan.manager))


def test_a_tie_is_found_where_no_service_of_the_provider_is_entered(busan):
    with within(busan.agency):
        bare = f.ProviderFactory()
        f.InvolvementFactory(person=busan.officer.person, kind="related", subject=bare.public_id, matter=None)
        assert queries.tied_among([busan.officer, busan.manager], bare) == {busan.officer.pk}


def test_a_tie_that_is_over_binds_nobody_and_consulting_for_two_years(busan, one, desk):
    tie(busan, busan.officer, "related", to_on=date(2026, 10, 13))
    tie(busan, busan.manager, "consulted", to_on=date(2024, 11, 1))
    assert desk(busan.officer).get(f"/busan/admin/complaints/{one.row.public_id}/").status_code == 200
    assert desk(busan.manager).get(f"/busan/admin/complaints/{one.row.public_id}/").status_code == 404


def test_who_acts_for_the_provider_does_not_handle_it(busan, one, desk):
    with within(busan.agency):
        f.ProviderMemberFactory(provider=busan.provider, user=busan.officer, role="viewer")
    assert desk(busan.officer).get(f"/busan/admin/complaints/{one.row.public_id}/").status_code == 404


# ---- taken up

def test_it_is_taken_up_once_with_an_officer_and_perhaps_a_manager(busan, one, desk):
    desk(busan.officer)
    assert "Take it up" in words_of(desk(busan.officer).get(f"/busan/admin/complaints/{one.row.public_id}/?lang=en"))
    assert "required" in words_of(desk.do(one.row, "admit"))
    assert desk.do(one.row, "admit", officer=busan.officer.pk, manager=busan.manager.pk).status_code == 302
    row = only(busan)
    assert (row.stage, row.officer, row.manager) == ("handling", busan.officer, busan.manager)
    assert "Somebody has taken this up already" in words_of(desk.do(one.row, "admit", officer=busan.officer.pk))


def test_only_who_is_in_charge_works_on_it_and_a_manager_gives_it_away(busan, one, desk):
    with within(busan.agency):
        second = f.UserFactory()
        f.MembershipFactory(user=second, role="officer")
    row = in_hand(busan, one.row)
    for deed, typed in (("ask-reporter", {"text": "x"}), ("answer", {"outcome": "founded", "answer": "x"}), ("extend", {"reason": "x"}),
                        ("ask-provider", {"question": "x"}), ("aside", {"outcome": "no_ground", "answer": "x"})):
        desk(second)
        assert desk.do(row, deed, **typed).status_code == 403, deed
    assert desk.do(row, "handlers", officer=second.pk).status_code == 403
    desk(busan.manager)
    assert desk.do(row, "handlers", officer=second.pk, manager=second.pk).status_code == 200
    desk.do(row, "handlers", officer=second.pk)
    assert only(busan).officer == second
    desk(busan.officer)
    assert desk.do(row, "answer", outcome="founded", answer="x").status_code == 403


# ---- set aside

@pytest.mark.parametrize(("typed", "sentence"), [
    ({"outcome": "handed_on", "answer": "a"}, "to whom"), ({"outcome": "duplicate", "answer": "a"}, "with which one"),
    ({"outcome": "no_ground", "answer": ""}, "required"), ({"answer": "a"}, "required"),
    ({"outcome": "handed_on", "authority": "police", "answer": "a", "note": f"{NAME}님 건"}, "reporter stands in this text")])
def test_set_aside_it_needs_its_reasons_and_loses_nothing(typed, sentence, busan, one, desk):
    desk(busan.officer)
    page = words_of(desk.do(one.row, "aside", **typed))
    assert sentence in page and only(busan).stage == "new"


def test_handed_on_to_the_police_the_reporter_reads_why(busan, one, desk, client):
    desk(busan.officer)
    desk.do(one.row, "aside", outcome="handed_on", authority="police", answer="경찰에 넘겼습니다.", note="10. 14. 공문")
    row = only(busan)
    assert (row.stage, row.outcome, row.authority, row.note) == ("answered", "handed_on", "police", "10. 14. 공문")
    page = words_of(client.post(FOLLOW, {"code": one.code}))
    assert "경찰에 넘겼습니다." in page and "police" in page and "공문" not in page
    with within(busan.agency):
        assert not Deadline.everything.filter(kind="complaint.answer", closed_at=None).exists()


def test_looked_into_again_it_is_handed_on_to_nobody(busan, one, desk, client):
    row = in_hand(busan, one.row)
    desk(busan.officer)
    desk.do(row, "aside", outcome="handed_on", authority="police", answer="경찰에 넘겼습니다.")
    desk.do(row, "reopen")
    desk.do(row, "answer", outcome="founded", answer="확인되었습니다.")
    page = words_of(client.post(FOLLOW, {"code": one.code}))
    assert "Confirmed" in page and "police" not in page and (only(busan).authority, only(busan).same_as) == ("", None)


def test_told_before_it_is_looked_into_with_the_first_and_never_with_itself(busan, one, certified, desk, client):
    sent(client, certified, words="같은 일입니다.")
    with within(busan.agency):
        second = Complaint.everything.get(words="같은 일입니다.")
    desk(busan.officer)
    assert "valid choice" in words_of(desk.do(second, "aside", outcome="duplicate", same_as=second.public_id, answer="a"))
    desk.do(second, "aside", outcome="duplicate", same_as=one.row.public_id, answer="먼저 접수된 건과 함께 봅니다.")
    with within(busan.agency):
        second.refresh_from_db()
        assert second.same_as_id == one.row.pk
        with pytest.raises(Refused, match="first one"):
            workflow.set_complaint_aside(one.row, outcome="duplicate", same_as=second, answer="a", actor=Actor.of(busan.officer))


# ---- asked, prolonged

def test_the_time_is_prolonged_once_while_it_runs_and_the_reporter_reads_why(busan, one, desk, client):
    row = in_hand(busan, one.row)
    desk(busan.officer)
    assert "required" in words_of(desk.do(row, "extend", reason=" "))
    desk.do(row, "extend", reason="현장을 확인해야 합니다.")
    assert only(busan).deadline.last_day == date(2026, 11, 11)
    assert "prolonged already" in words_of(desk.do(row, "extend", reason="또"))
    page = words_of(client.post(FOLLOW, {"code": one.code}))
    assert "현장을 확인해야 합니다." in page and "11 November 2026" in page


def test_after_its_last_day_nothing_is_prolonged(busan, one, at):
    row = in_hand(busan, one.row)
    with clock.travel(seoul(2026, 10, 29, 0)), at(busan.officer, busan) as actor, pytest.raises(Refused, match="answer is over"):
        workflow.extend_complaint(row, reason="늦음", actor=actor)


@pytest.mark.parametrize(("question", "sentence"), [
    ("", "required"), (f"{NAME} 님이 말한 일을 아십니까?", "reporter stands in this text"),
    ("카나리아 김제보씨를 아십니까?", "reporter stands"),
    ("canary-reporter@example.org 을 아십니까?", "reporter stands"), (f"이런 말이 있습니다. {WORDS}{WORDS}", "own words")])
def test_a_question_to_the_provider_says_nothing_of_the_reporter(question, sentence, busan, certified, client, desk):
    long = told(busan, client, certified, words=WORDS + WORDS, **named())
    row = in_hand(busan, long.row)
    desk(busan.officer)
    assert sentence in words_of(desk.do(row, "ask-provider", question=question))
    with within(busan.agency):
        assert not ComplaintInquiry.everything.exists()


@pytest.mark.parametrize(("deed", "typed"), [("answer", {"outcome": "founded", "answer": f"{NAME} 님, 확인되었습니다."}),
                                             ("ask-reporter", {"text": f"{NAME} 님, 언제였습니까?"})])
def test_what_the_reporter_reads_says_no_name_either_since_the_desk_reads_it_too(deed, typed, busan, one, desk):
    row = in_hand(busan, one.row)
    desk(busan.officer)
    assert "reporter stands in this text" in words_of(desk.do(row, deed, **typed)) and only(busan).stage == "handling"


def test_a_name_that_is_none_stands_in_nobodys_way(busan, certified, client, desk):
    row = in_hand(busan, told(busan, client, certified, **named(name="이용자", contact="")).row)
    desk(busan.officer)
    assert desk.do(row, "answer", outcome="founded", answer="이용자 보호 조치를 하였습니다.").status_code == 302


def asked(place, complaint, question="지난주에 민원 응대 기록이 있습니까?"):
    with within(place.agency):
        return workflow.ask_provider(complaint, question=question, actor=Actor.of(place.officer))


def test_the_provider_answers_once_with_files_and_reads_only_the_question(busan, one, desk, client):
    inquiry = asked(busan, in_hand(busan, one.row))
    address = f"/busan/portal/inquiries/{inquiry.public_id}/?lang=en"
    client.force_login(busan.owner)
    assert "Read the question" in words_of(client.get("/busan/portal/?lang=en"))
    page = words_of(client.get(address))
    assert "민원 응대 기록" in page and "23 October 2026" in page
    assert WORDS not in page and NAME not in page and "2026-C001" not in page
    assert "required" in words_of(client.post(address, {"answer": ""}))
    bad = client.post(address, {"answer": "기록을 냅니다.", "files": [files.upload(b"x", "x.exe")]})
    assert "x.exe" in words_of(bad) and "기록을 냅니다." in words_of(bad)
    assert client.post(address, {"answer": "기록을 냅니다.", "files": [files.upload(files.pdf(), "응대.pdf")]}).status_code == 302
    twice = client.post(address, {"answer": "다시 냅니다."})
    assert "answered already" in words_of(twice) and "다시 냅니다." in words_of(twice)
    with within(busan.agency):
        file = InquiryFile.everything.get()
    assert "PDF" in body_of(client.get(f"/busan/portal/inquiries/files/{file.public_id}/"))
    desk(busan.officer)
    page = words_of(client.get(f"/busan/admin/complaints/{one.row.public_id}/?lang=en"))
    assert "기록을 냅니다." in page and "응대.pdf" in page
    client.force_login(busan.neighbour)
    for path in (address, f"/busan/portal/inquiries/files/{file.public_id}/"):
        assert client.get(path).status_code == 404


def test_a_viewer_reads_and_does_not_answer(busan, one, client):
    inquiry = asked(busan, in_hand(busan, one.row))
    with within(busan.agency):
        viewer = f.UserFactory()
        f.ProviderMemberFactory(provider=busan.provider, user=viewer, role="viewer")
    client.force_login(viewer)
    address = f"/busan/portal/inquiries/{inquiry.public_id}/?lang=en"
    assert "Owners and editors" in words_of(client.get(address)) and client.post(address, {"answer": "x"}).status_code == 403


# ---- answered, closed, followed

def test_answered_with_reasons_once_and_the_reporter_reads_it(busan, one, desk, client):
    row = in_hand(busan, one.row)
    asked(busan, row)
    desk(busan.officer)
    assert "required" in words_of(desk.do(row, "answer", outcome="founded", answer=" "))
    assert desk.do(row, "answer", outcome="partly", answer="일부 사실입니다. 교육을 요구했습니다.").status_code == 302
    again = words_of(desk.do(row, "answer", outcome="unfounded", answer="아닙니다."))
    assert "answered already" in again and "아닙니다." in again and only(busan).outcome == "partly"
    page = words_of(Client().post(FOLLOW, {"code": one.code}))
    assert "일부 사실입니다." in page and "Confirmed in part" in page and str(busan.officer) not in page
    with within(busan.agency):
        assert ComplaintInquiry.everything.get().ended_at
        assert not Deadline.everything.filter(closed_at=None, kind__startswith="complaint").exists()


def test_something_new_is_looked_into_again_and_the_first_answer_stays(busan, one, desk, client):
    row = in_hand(busan, one.row)
    desk(busan.officer)
    desk.do(row, "answer", outcome="unfounded", answer="확인되지 않았습니다.")
    client.post(FOLLOW, {"code": one.code, "do": "add", "text": "사진이 있습니다."})
    desk.do(row, "reopen")
    assert (only(busan).stage, only(busan).outcome) == ("handling", "")
    desk.do(row, "answer", outcome="founded", answer="확인되었습니다.")
    page = words_of(client.post(FOLLOW, {"code": one.code}))
    assert "확인되지 않았습니다." in page and "사진이 있습니다." in page and "확인되었습니다." in page


def test_closed_from_two_places_it_is_closed_once(busan, one, desk):
    row = in_hand(busan, one.row)
    desk(busan.officer)
    assert "still waits for its answer" in words_of(desk.do(row, "close"))
    desk.do(row, "answer", outcome="founded", answer="a")
    assert desk.do(row, "close").status_code == 302
    assert "closed already" in words_of(desk.do(row, "close"))


def test_an_unannounced_visit_is_demanded_and_stands_with_the_complaint(busan, one, desk, client):
    row = in_hand(busan, one.row)
    desk(busan.officer)
    typed = {"opens_on": "2026-10-20", "due_on": "2026-11-20", "reason": "확인이 필요합니다."}
    for wrong, sentence in (({"due_on": "2026-10-01"}, "first day"), ({"opens_on": "x"}, "valid date"),
                            ({"reason": NAME}, "reporter stands")):
        assert sentence in words_of(desk.do(row, "visit", **typed | wrong)), sentence
    for _ in range(2):
        desk.do(row, "visit", **typed)
    with within(busan.agency):
        duty, follow = Duty.everything.get(), ComplaintFollow.everything.get()
        assert (duty.origin, duty.matter, duty.announced, duty.kind) == ("complaint", row.public_id, False, "monitoring_visit")
        assert (follow.kind, follow.what) == ("visit", duty.public_id)
        assert not Duty.objects.visible_to(Actor.of(busan.owner)).exists()
        workflow.note_what_follows(row, kind="sanction", what=duty.public_id, label="정지", actor=Actor.of(busan.officer))
    assert "suspension or revocation 정지" in words_of(client.get(f"/busan/admin/complaints/{row.public_id}/?lang=en"))


def test_about_somebody_without_a_certificate_nobody_is_asked_and_nothing_demanded(busan, one, at):
    with at(busan.officer, busan) as actor:
        mark = Complaint.everything.create(about="mark", accused="가짜", category="mark", words="x", code_hash="x", number="2026-C900",
                                           arrived_at=clock.now(), deadline=one.row.deadline)
        workflow.admit_complaint(mark, officer=busan.officer, manager=None, actor=actor)
        with pytest.raises(Refused, match="nobody can be asked"):
            workflow.ask_provider(mark, question="x", actor=actor)
        with pytest.raises(Refused, match="No certificate is concerned"):
            workflow.demand_visit_for_complaint(mark, opens_on=clock.today(), due_on=clock.today(), reason="x", announced=True, actor=actor)


def test_the_database_keeps_no_answer_without_reasons(busan, one):
    with within(busan.agency), pytest.raises(IntegrityError), transaction.atomic():
        Complaint.everything.filter(pk=one.row.pk).update(stage="answered", answered_at=clock.now(), outcome="founded")


# ---- figures

def test_figures_tell_no_small_numbers_and_no_sum_gives_them_away(busan, one, desk):
    with within(busan.agency):
        for number in range(5):
            Complaint.everything.create(about="mark", accused="x", category="mark", words="x", code_hash=f"m{number}",
                                        arrived_at=clock.now(), number=f"2026-C80{number}")
        table, sums = queries.figures_of_year(2026)
    assert (table["treatment"]["open"], table["mark"]["open"], table["fees"]["open"], sums["open"]) == (None, 5, 0, 5)
    page = words_of(desk(busan.observer).get("/busan/admin/complaints/figures/?lang=en"))
    assert "fewer than 5" in page and desk(busan.officer).get("/busan/admin/complaints/figures/?year=" + "9" * 5000).status_code == 200


def test_after_the_end_of_the_time_it_is_overdue(busan, one, desk):
    with clock.travel(clock.now() + timedelta(days=20)):
        assert "overdue 1" in words_of(desk(busan.officer).get(LIST))
