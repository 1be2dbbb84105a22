"""The provider's pages of a supplement request, the assessor's, and the check of a receipt."""
import hashlib
import json
from datetime import timedelta
from importlib import import_module

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from core import clock
from core.tenancy import within
from evaluations import tasks, workflow
from evaluations.models import Receipt, Seal, SupplementItem, SupplementReply, SupplementRequest
from tests.documents import said_in
from tests.evaluations.asking import TEXT, answered, asked, proposed, reply_to, request_of, write
from tests.evaluations.path import Path
from tests.evaluations.portal_pages import queries_of, signed_in, to, words_of
from tests.evaluations.reviewing import begin, hand_in, judgements, team_at
from tests.files import pdf


@pytest.fixture
def path(busan):
    path = Path(busan).screened()
    asked(path)
    return path


@pytest.fixture
def owner(path):
    return signed_in(path.place.owner)


def page_of(path):
    with within(path.place.agency):
        return to("supplements", request_of(path).public_id)


def item_of(path, code="1.1.2"):
    with within(path.place.agency):
        return to("supplements", "items", reply_to(path, code).public_id)


def replies(path):
    with within(path.place.agency):
        return {reply.item.code: reply for reply in SupplementReply.everything.select_related("item")}


# ---- the provider

def test_it_stands_first_on_the_pages_of_the_provider(path, owner):
    application = words_of(owner.get(to("applications", path.application.public_id)))
    assert application.index("The agency asks you for a supplement") < application.index("What was handed in")
    assert "1.1.2" in application and "Answer the request" in application
    for page in (to(), to("applications")):
        assert "supplement" in words_of(owner.get(page))


def test_the_request_lists_its_items_as_tasks(path, owner):
    write(path, "신고를 마쳤습니다.", code="")
    words = words_of(owner.get(page_of(path)))
    assert "1 of 2 items answered" in words and TEXT in words and "Hand in the supplement" in words


def test_who_else_may_not_know_it_gets_404_and_a_viewer_only_reads(path, busan, daegu):
    for who in ("neighbour", "officer", "assessor", "director"):
        for address in (page_of(path), item_of(path)):
            assert signed_in(getattr(busan, who)).get(address).status_code == 404, who
    assert signed_in(daegu.owner).get(page_of(path).replace("busan", "daegu")).status_code == 404
    with within(busan.agency):
        path.provider.members.filter(user=busan.colleague).update(role="viewer")
    viewer = signed_in(busan.colleague)
    assert "Only owners and editors" in words_of(viewer.get(page_of(path)))
    assert viewer.post(item_of(path), {"version": 0, "explanation": "x"}).status_code == 403


def test_a_draft_request_is_nobodys_but_the_desks(busan):
    path = Path(busan).screened()
    proposed(path)
    with within(busan.agency):
        assert SupplementRequest.objects.visible_to(path.officer).exists()
        assert not SupplementRequest.objects.visible_to(path.as_(busan.owner)).exists()
    assert signed_in(busan.owner).get(page_of(path)).status_code == 404
    assert TEXT not in words_of(signed_in(busan.owner).get(to("applications", path.application.public_id)))


def test_text_and_files_are_kept_by_every_button(path, owner):
    response = owner.post(item_of(path), {"version": 0, "explanation": "고친 글", "do": "upload",
                                          "files": SimpleUploadedFile("교육 기록.pdf", pdf() + b"\n\n\n\n\n\n")})
    assert response["Location"].endswith("#evidence")
    reply = replies(path)["1.1.2"]
    with within(path.place.agency):
        assert (reply.text, reply.evidence.get().evidence.name) == ("고친 글", "교육 기록.pdf")
    page = words_of(owner.get(item_of(path)))
    assert "교육 기록.pdf" in page and "고친 글" in page
    following = owner.post(item_of(path), {"version": 1, "explanation": "고친 글", "do": "next"})["Location"]
    assert following.startswith(item_of(path, "").split("?")[0])
    last = owner.post(item_of(path, ""), {"version": 0, "explanation": "", "do": "next"})["Location"]
    assert last.startswith(page_of(path).split("?")[0])


def test_a_refused_file_loses_nothing(path, owner):
    response = owner.post(item_of(path), {"version": 0, "explanation": "고친 글", "do": "upload",
                                          "files": SimpleUploadedFile("가짜.pdf", b"no pdf at all")})
    assert response.status_code == 200 and "was not taken" in words_of(response)
    assert replies(path)["1.1.2"].text == "고친 글"


def test_saving_while_one_writes_answers_with_the_fragment(path, owner):
    response = owner.post(item_of(path), {"version": 0, "explanation": "고친 글"}, headers={"HX-Request": "true"})
    assert response.status_code == 200 and 'data-version="1"' in response.content.decode() and "<html" not in response.content.decode()


def test_an_older_page_shows_both_texts(path, owner):
    write(path, "새 글")
    response = owner.post(item_of(path), {"version": 0, "explanation": "옛 글", "do": "save"})
    assert response.status_code == 409 and "새 글" in words_of(response) and "옛 글" in response.content.decode()


def test_an_item_withdrawn_meanwhile_says_so_and_keeps_what_was_typed_on_the_page(path, owner):
    with within(path.place.agency):
        workflow.withdraw_item(reply_to(path).item, reason="다른 자료에서 확인하였습니다.", actor=path.officer)
    for headers in ({}, {"HX-Request": "true"}):
        response = owner.post(item_of(path), {"version": 0, "explanation": "늦게 쓴 글"}, headers=headers)
        assert response.status_code == 409 and "다른 자료에서 확인하였습니다." in words_of(response)
    response = owner.post(item_of(path), {"version": 0, "explanation": "늦게 쓴 글"})
    assert "늦게 쓴 글" in response.content.decode() and "disabled" not in response.content.decode().split("<fieldset")[1][:60]


def test_too_late_the_words_stay_on_the_page(path, owner):
    with within(path.place.agency):
        due = request_of(path).deadline.due_at
    with clock.travel(due + timedelta(seconds=1)):
        response = owner.post(item_of(path), {"version": 0, "explanation": "늦게 쓴 글"})
        assert response.status_code == 409 and "늦게 쓴 글" in response.content.decode()
        assert "The time for this answer is over." in words_of(owner.get(page_of(path)))
        assert "Hand in the supplement" not in words_of(owner.get(page_of(path)))


def test_what_is_not_answered_is_asked_for_once_more(path, owner):
    write(path, "신고를 마쳤습니다.", code="")
    response = owner.post(page_of(path))
    assert response.status_code == 422 and "Not everything is answered" in words_of(response)
    with within(path.place.agency):
        assert Seal.everything.count() == 1
    response = owner.post(page_of(path), {"is_all": "yes"}, follow=True)
    assert "Your supplement has arrived." in words_of(response) and "Supplement requests" in words_of(response)
    assert "Nothing was sent twice." in words_of(owner.post(page_of(path), follow=True))


def test_the_arrival_decides_however_long_the_house_took(path, owner, settings):
    write(path, "신고를 마쳤습니다.", code="")
    with within(path.place.agency):
        due = request_of(path).deadline.due_at
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "tests.evaluations.portal_pages.an_hour_passes"]
    with clock.travel(due - timedelta(minutes=1)):
        signed_in(path.place.owner).post(page_of(path), {"is_all": "yes"})
    with within(path.place.agency):
        assert request_of(path).stage == "answered"


def test_as_many_queries_for_three_items_as_for_one(busan):
    path = Path(busan).screened()
    asked(path, ("indicator", "1.1.2"))
    client, page, application = signed_in(busan.owner), page_of(path), to("applications", path.application.public_id)
    client.get(page)                                        # the first page of a browser asks for more
    one = [queries_of(client, address) for address in (page, item_of(path), application)]
    with within(busan.agency):
        request = request_of(path)
        for place, code in enumerate(("1.1.1", "1.1.3"), 2):
            item = SupplementItem.everything.create(request=request, position=place, kind="indicator", code=code, text="x",
                                                    added_at=clock.now())
            SupplementReply.everything.create(item=item, text="")
    assert [queries_of(client, address) for address in (page, item_of(path), application)] == one


# ---- the assessor

def assess(path, *parts):
    return f"/busan/assess/{'/'.join(str(part) for part in parts)}/?lang=en"


def test_an_assessor_proposes_on_the_page_of_an_indicator(busan):
    path = team_at(busan)
    user = path.assessors[0]
    begin(path, user)
    with within(busan.agency):
        judgement = judgements(path, user)[1]
    client, address = signed_in(user), assess(path, "judgements", judgement.public_id)
    assert "Propose what to ask for" in words_of(client.get(address))
    response = client.post(assess(path, "judgements", judgement.public_id, "propose"), {"propose-text": TEXT}, follow=True)
    assert "The officer reads your proposal." in words_of(response) and "Proposed to the officer" in words_of(response)
    other = path.assessors[1]
    begin(path, other)
    with within(busan.agency):
        theirs = judgements(path, other)[1]
        assert not SupplementItem.objects.visible_to(path.as_(other)).exists()
    assert TEXT not in words_of(signed_in(other).get(assess(path, "judgements", theirs.public_id)))     # independent until it is sent
    empty = client.post(assess(path, "judgements", judgement.public_id, "propose"), {"propose-text": ""})
    assert "This field is required." in words_of(empty)


def test_assessors_see_the_difference_and_what_was_judged_before_it(busan):
    path = team_at(busan)
    user = path.assessors[0]
    begin(path, user)
    for one in path.assessors:
        hand_in(path, one)
    asked(path)
    answered(path)
    client = signed_in(user)
    with within(busan.agency):
        before, concerned = judgements(path, user)[:2]
        file = Seal.everything.first().files.filter(reply__isnull=False).get()
    page = client.get(assess(path, "judgements", concerned.public_id))
    words = words_of(page)
    assert "What the supplement changed" in words and "made before the supplement" in words and "<ins>" in page.content.decode()
    assert "교육 기록.pdf" in words and "submission 2" in words
    assert "made before" not in words_of(client.get(assess(path, "judgements", before.public_id)))
    assert words_of(client.get(assess(path, "cases", path.application.public_id, "result"))).count("made before the supplement") == 2
    assert "대표자 변경 신고를 마쳤습니다." in words_of(client.get(assess(path, "cases", path.application.public_id)))
    assert b"".join(client.get(assess(path, "files", file.public_id)).streaming_content).startswith(b"%PDF")


# ---- the receipt

def made(path):
    with within(path.place.agency):
        for receipt in Receipt.everything.filter(made_at=None):
            tasks.make_receipt(receipt_id=receipt.pk)
        return list(Seal.everything.order_by("number"))


def test_the_receipt_names_both_hashes_every_file_and_the_second(path, owner):
    answered(path)
    first, second = made(path)
    for seal in (first, second):
        paper = b"".join(owner.get(to("submissions", seal.public_id, "receipt")).streaming_content)
        text = said_in(paper)
        assert seal.sha256 in text and f"{clock.seoul(seal.sealed_at):%H:%M:%S}" in text
        assert (first.sha256 in text) and (seal is first) == ("이전제출본확인값" not in text)
        with within(path.place.agency):
            assert all(sha256 in text for sha256 in seal.files.values_list("sha256", flat=True))


def test_the_sealed_text_has_the_hash_of_the_receipt(path, owner):
    answered(path)
    for seal in made(path):
        response = owner.get(f"/busan/portal/submissions/{seal.public_id}/submission.json")
        assert hashlib.sha256(response.content).hexdigest() == seal.sha256
        assert json.loads(response.content)["number"] == path.application.number
        assert response["Content-Disposition"].startswith("attachment") and "no-store" in response["Cache-Control"]
    for who in ("neighbour", "officer", "assessor"):
        for part in ("submission.json", "receipt/"):
            assert signed_in(getattr(path.place, who)).get(f"/busan/portal/submissions/{seal.public_id}/{part}").status_code == 404


def check(**asked_for):
    return Client().get("/busan/verify/receipt/", {"lang": "en"} | asked_for)


def test_whoever_holds_a_receipt_learns_that_it_arrived_and_nothing_else(path, fresh_counters):
    seal, number = made(path)[0], path.application.number
    response = check(number=number, sha256=f"{seal.sha256[:16]} {seal.sha256[16:]}")
    assert response.status_code == 200 and "This submission arrived" in words_of(response)
    assert f"{clock.seoul(seal.sealed_at):%H:%M:%S}" in words_of(response) and "CNRY" not in response.content.decode()
    assert check(number=number, sha256=seal.sha256[:16].upper()).status_code == 200
    for wrong in ({"number": number, "sha256": "0" * 64}, {"number": "2020-001", "sha256": seal.sha256},
                  {"number": "", "sha256": seal.sha256}):
        response = check(**wrong)
        assert response.status_code == 404 and "Unknown here" in words_of(response)
    assert check(number=number, sha256=seal.sha256[:15]).status_code == 422


def test_a_receipt_of_another_agency_is_unknown_here(path, daegu, fresh_counters):
    seal = made(path)[0]
    response = Client().get("/daegu/verify/receipt/", {"lang": "en", "number": path.application.number, "sha256": seal.sha256})
    assert response.status_code == 404


def test_checking_is_counted(path, fresh_counters, monkeypatch):
    monkeypatch.setattr(import_module("certification.views.verify"), "A_MINUTE", 2)
    asked_for = {"number": path.application.number, "sha256": "0" * 64}
    assert [check(**asked_for).status_code for _ in range(3)] == [404, 404, 429]
