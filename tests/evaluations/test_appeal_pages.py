"""The pages of an appeal: the provider writes and hands it in, those who handle it judge, and nobody else finds it."""
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from core import clock
from core.tenancy import within
from evaluations import workflow
from evaluations.models import Appeal, AppealFile, AppealPoint
from evaluations.workflow.appeal_answer import digest_of
from panels.models import Declaration
from tests.evaluations.appealing import (
    REASON,
    TEXT,
    answered,
    appeal_of,
    appealed,
    begun,
    declare,
    drafted,
    findings,
    handled,
    handler,
    judge,
    name,
    point_on,
    proposed,
    refused,
    write,
)
from tests.evaluations.portal_pages import queries_of, signed_in, to, words_of
from tests.files import pdf

HERE = "?lang=en"


@pytest.fixture
def path(busan):
    return refused(busan)


@pytest.fixture
def owner(path):
    return signed_in(path.owner)


def case(path):
    return to("applications", path.application.public_id)


def whole(path, *more):
    with within(path.place.agency):
        return to("appeals", appeal_of(path).public_id, *more)


def point(path, code="1.1.2"):
    with within(path.place.agency):
        return to("appeals", "points", point_on(path, code).public_id)


def judging(path, *more):
    with within(path.place.agency):
        return f"/busan/assess/appeals/{appeal_of(path).public_id}/" + "".join(f"{one}/" for one in more) + HERE


def desk(path, *more):
    with within(path.place.agency):
        return f"/busan/admin/appeals/{appeal_of(path).public_id}/" + "".join(f"{one}/" for one in more) + HERE


# ---- the provider

def test_a_refusal_says_until_when_one_may_appeal_and_leads_there(path, owner):
    words = words_of(owner.get(case(path)))
    assert "you may appeal until" in words and "Write an appeal" in words
    answer = owner.post(to("applications", path.application.public_id, "appeal"), follow=True)
    words = words_of(answer)
    assert "What the decision says" in words and "1.1.2" in words and "The decision as a whole" in words
    assert "You have begun an appeal" in words_of(owner.get(case(path)))


def test_it_is_written_with_a_file_and_handed_in(path, owner, busan):
    begun(path)
    assert "Hand in the appeal" not in words_of(owner.get(whole(path)))           # nothing is written yet
    sent = {"explanation": TEXT, "version": 0, "do": "save", "files": SimpleUploadedFile("기록.pdf", pdf())}
    assert owner.post(point(path), sent).status_code == 302
    assert "기록.pdf" in words_of(owner.get(point(path)))
    words = words_of(owner.post(whole(path, "hand-in"), follow=True))
    assert "Your appeal has arrived" in words and "The agency answers by" in words and TEXT in words
    with within(busan.agency):
        file = AppealFile.everything.get()
    here = to("appeals", "files", file.public_id)
    for reader in (owner, signed_in(busan.manager)):
        assert b"".join(reader.get(here).streaming_content).startswith(b"%PDF")
    assert signed_in(busan.neighbour).get(here).status_code == signed_in(busan.assessor).get(here).status_code == 404


def test_too_late_the_sentence_says_what_remains_and_what_was_typed_stays(path, owner):
    begun(path)
    address = point(path)
    with clock.travel(clock.now() + timedelta(days=40)):
        answer = owner.post(address, {"explanation": "늦은 글", "version": 0, "do": "save"})
        assert answer.status_code == 409
        words = answer.content.decode()
        assert "늦은 글" in words and "could be handed in until" in words
        words = words_of(owner.get(whole(path)))
        assert "administrative appeal" in words and "Hand in the appeal" not in words
    with within(path.place.agency):
        assert AppealPoint.everything.exclude(text="").count() == 0


def test_an_older_page_is_told_and_saved_words_come_by_themselves(path, owner):
    begun(path)
    write(path)
    answer = owner.post(point(path), {"explanation": "다른 글", "version": 0, "do": "save"})
    assert answer.status_code == 409 and "Somebody saved this answer" in words_of(answer) and "다른 글" in answer.content.decode()
    answer = owner.post(point(path), {"explanation": TEXT + "!", "version": 1, "do": "save"}, headers={"HX-Request": "true"})
    assert answer.status_code == 200 and "Saved" in words_of(answer)


def test_an_editor_writes_and_reads_that_the_owner_hands_it_in(path, busan):
    begun(path)
    write(path)
    with within(busan.agency):
        path.provider.members.create(agency=busan.agency, user=busan.colleague, role="editor", joined_at=clock.now())
    words = words_of(signed_in(busan.colleague).get(whole(path)))
    assert "The owner of your organisation hands it in" in words and "Hand in the appeal" not in words
    assert signed_in(busan.colleague).post(whole(path, "hand-in")).status_code == 403


def test_answered_the_provider_reads_each_finding_and_what_follows_but_no_opinion(path, owner, busan):
    appealed(path)
    handled(path)
    judge(path, busan.assessor, reason="비밀스러운 의견")
    words = words_of(owner.get(whole(path)))
    assert "비밀스러운" not in words and busan.assessor.person.name in words
    judge(path, busan.committee, reason="비밀스러운 의견")
    with within(busan.agency):
        Appeal.everything.filter(pk=appeal_of(path).pk).update(opinions_at=None)
    assert "비밀스러운" not in words_of(owner.get(whole(path)))


def test_the_answer_stands_on_the_page_of_the_appeal(path, owner):
    answered(appealed(path))
    words = words_of(owner.get(whole(path)))
    assert "upheld" in words and REASON in words and "The committee decides the case anew" in words
    assert "Final evaluation" in words_of(owner.get(case(path)))


def test_nobody_but_its_people_finds_the_pages(path, busan, daegu):
    appealed(path)
    for who in (busan.neighbour, busan.assessor, busan.committee, busan.officer, daegu.owner):
        client = signed_in(who)
        assert client.get(whole(path)).status_code == client.get(point(path)).status_code == 404
        assert client.post(whole(path, "hand-in")).status_code == client.post(whole(path, "withdraw")).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_an_appeal_asks_the_same_however_many_points_it_has(busan, count):
    path = refused(busan, unmet=("1.1.1", "1.1.2", "1.1.3")[:count])
    appealed(path, *("1.1.1", "1.1.2", "1.1.3")[:count])
    assert queries_of(signed_in(path.owner), whole(path)) <= 21


# ---- who handles it

def test_whoever_handles_it_reads_and_judges_after_the_declaration(path, busan):
    appealed(path)
    name(path, busan.assessor, busan.committee)
    client = signed_in(busan.assessor)
    assert client.get(judging(path)).status_code == 404
    assert "Appeal" in words_of(client.get(f"/busan/assess/{HERE}"))
    with within(busan.agency):
        declaration = f"/busan/assess/declarations/{_declaration(path, busan.assessor).public_id}/{HERE}"
    answer = client.post(declaration, {"answer": "none"}, follow=True)
    words = words_of(answer)
    assert TEXT in words and "What the application said to this" in words and "Your opinion" in words
    answer = client.post(judging(path), {"do": "hand_in", "finding_1": "uphold", "reason_1": ""})
    assert answer.status_code == 422 and "without a reason" in words_of(answer)
    words = words_of(client.post(judging(path), {"do": "hand_in", "finding_1": "uphold", "reason_1": REASON}, follow=True))
    assert "Your opinion is handed in" in words
    with within(busan.agency):
        assert handler(path, busan.assessor).handed_in_at


def _declaration(path, user):
    return Declaration.everything.get(user=user, matter=appeal_of(path).matter)


def test_the_lead_writes_the_proposal_from_what_all_say(path, busan):
    appealed(path)
    handled(path)
    for user in (busan.assessor, busan.committee):
        judge(path, user, reason="확인함")
    assert "Hand in the proposal" not in words_of(signed_in(busan.committee).get(judging(path)))
    lead = signed_in(busan.assessor)
    assert "Hand in the proposal" in words_of(lead.get(judging(path)))
    lead.post(judging(path, "proposal"), {"finding_1": "uphold", "reason_1": REASON})
    with within(busan.agency):
        assert appeal_of(path).proposed_at


def test_an_assessor_of_the_case_and_others_get_what_an_unknown_id_gets(path, busan, daegu):
    handled(appealed(path))
    unknown = "/busan/assess/appeals/00000000-0000-4000-8000-000000000000/"
    for who in (busan.manager, busan.officer):
        assert signed_in(who).get(judging(path)).status_code == signed_in(who).get(unknown).status_code == 404
    assert signed_in(path.owner).get(judging(path)).status_code == 403
    assert signed_in(daegu.assessor).get(judging(path)).status_code == 403


# ---- the desk

def test_the_list_has_its_clocks_and_asks_the_same_for_one_and_three(busan):
    client, counted = signed_in(busan.officer), []
    round, _first = None, client.get(f"/busan/admin/appeals/{HERE}")
    for number in range(3):
        path = appealed(refused(busan, name=f"one{number}", round=round))
        round = path.round
        counted.append(queries_of(client, f"/busan/admin/appeals/{HERE}"))
    assert counted[0] == counted[2]
    words = words_of(client.get(f"/busan/admin/appeals/{HERE}"))
    assert "3 appeals" in words and "received" in words
    assert "0 appeals" in words_of(client.get(f"/busan/admin/appeals/{HERE}&which=late"))
    assert "Appeals that wait" in words_of(client.get(f"/busan/admin/{HERE}"))


def test_the_desk_names_handlers_drafts_and_the_director_approves_what_the_page_shows(path, busan):
    appealed(path)
    officer, manager, director = (signed_in(one) for one in (busan.officer, busan.manager, busan.director))
    words = words_of(officer.get(desk(path)))
    assert "Name who handles the appeal" in words and "Released or approved the announcement" in words
    both = [busan.assessor.pk, busan.committee.pk]
    answer = officer.post(desk(path, "handlers"), {"handlers": both[:1], "lead": both[0]})
    assert "At least two persons" in words_of(answer)
    officer.post(desk(path, "handlers"), {"handlers": both, "lead": both[0]})
    assert "not declared yet" in words_of(officer.get(desk(path)))
    _all_the_way_to_the_proposal(path, busan)
    officer.post(desk(path, "answer"), {"follows": "reopen", "text": "덧붙이는 말"})
    words = words_of(manager.get(desk(path)))
    assert "as it will go out" in words and "덧붙이는 말" in words and "You decided this case or announced the decision" in words
    seen = {"seen": _digest(path)}
    manager.post(desk(path, "answer", "release"), seen)
    today = words_of(director.get(f"/busan/admin/{HERE}"))
    assert "Appeals that wait" in today and "Nothing waits for you today" not in today
    director.post(desk(path, "answer", "approve"), seen | {"has_read": "on"})
    with within(busan.agency):
        assert (appeal_of(path).stage, path.fresh().stage) == ("upheld", "final_evaluation")
    words = words_of(officer.get(f"/busan/admin/cases/{path.application.public_id}/{HERE}"))
    assert "Reopened by an upheld appeal" in words and "Appeal" in words


def _digest(path):
    with within(path.place.agency):
        return digest_of(appeal_of(path))


def _all_the_way_to_the_proposal(path, busan):
    for user in (busan.assessor, busan.committee):
        declare(path, user)
        judge(path, user)
    with within(busan.agency):
        workflow.propose_answer(appeal_of(path), findings(path), actor=path.as_(busan.assessor))


def test_the_case_page_shows_the_appeal_and_waits_for_whom_it_waits(path, busan):
    address = f"/busan/admin/cases/{path.application.public_id}/{HERE}"
    words = words_of(signed_in(busan.officer).get(address))
    assert "The provider may appeal until" in words and "Enter an appeal that came on paper" in words
    appealed(path)
    assert "Name who handles the appeal" in words_of(signed_in(busan.officer).get(address))
    drafted(proposed(path))
    assert "Wait for the release" in words_of(signed_in(busan.officer).get(address))


def test_on_paper_the_officer_goes_on_to_the_points(path, busan):
    officer = signed_in(busan.officer)
    address = f"/busan/admin/cases/{path.application.public_id}/appeal/{HERE}"
    assert "In time is what arrived by" in words_of(officer.get(address))
    late = clock.seoul(clock.now() + timedelta(days=3))
    assert "still to come" in words_of(officer.post(address, {"arrived_at": f"{late:%Y-%m-%dT%H:%M}"}))
    now = clock.seoul(clock.now())
    words = words_of(officer.post(address, {"arrived_at": f"{now:%Y-%m-%dT%H:%M}"}, follow=True))
    assert "came on paper" in words and "What the decision says" in words
    officer.post(point(path), {"explanation": TEXT, "version": 0, "do": "save"})
    assert "The agency answers by" in words_of(officer.post(whole(path, "hand-in"), follow=True))


def test_the_page_of_a_round_counts_its_appeals(path, busan):
    with within(busan.agency):
        page = f"/busan/admin/rounds/{path.application.round.public_id}/{HERE}"
    assert "upheld wholly or in part" not in words_of(signed_in(busan.officer).get(page))
    appealed(path)
    assert "under way: 1, answered or withdrawn: 0, of these upheld wholly or in part: 0" in words_of(signed_in(busan.officer).get(page))


def test_the_desk_reads_the_letter_first_and_has_one_thing_to_press(path, busan):
    """Once it is drafted: the letter before the points, drafting anew folded, and the release alone stands out."""
    drafted(proposed(appealed(path)))
    with within(busan.agency):
        address = f"/busan/admin/appeals/{appeal_of(path).public_id}/{HERE}"
    page = signed_in(busan.manager).get(address).content.decode()
    assert page.index('id="letter"') < page.index('id="points"')
    assert page.count("button primary") == 1


def test_files_come_before_the_button_that_saves(path, owner):
    begun(path)
    page = owner.get(point(path)).content.decode()
    assert page.index('id="evidence"') < page.index('value="save"')
