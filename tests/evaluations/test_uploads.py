"""Files in parts: they stop anywhere and go on, arrive once, belong to one person, and nothing half is ever listed."""
import errno
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage

from core import clock
from core.errors import Refused
from core.models import StoredFile
from core.tenancy import within
from evaluations.models import AnswerEvidence
from evaluations.workflow import evidence as evidence_workflow
from providers.models import Evidence, Upload
from providers.tasks import expire_uploads
from providers.workflow import PART
from tests import factories as f
from tests import files
from tests.evaluations.path import Path
from tests.evaluations.portal_pages import answers_of, signed_in, to, words_of
from tests.evaluations.uploading import BEGIN, begin, finish, send, send_part, sha256, upload

pytestmark = pytest.mark.django_db
LARGE = files.padded_pdf(2 * PART)                          # three parts


@pytest.fixture
def path(busan):
    return Path(busan).started()


@pytest.fixture
def owner(busan):
    return signed_in(busan.owner)


@pytest.fixture
def answer(path):
    return answers_of(path)[0]


@pytest.fixture
def place(answer):
    return f"answer:{answer.public_id}"


def attached(path, answer):
    with within(path.place.agency):
        return [link.evidence.name for link in AnswerEvidence.everything.filter(answer=answer)]


def parts_of(path, address):
    folder = f"busan/uploads/{address.rstrip('/').rpartition('/')[2]}"
    return default_storage.listdir(folder)[1] if default_storage.exists(folder) else []


def test_a_file_arrives_in_parts_and_its_receipt_says_what_arrived(path, owner, answer, place):
    done = upload(owner, place, "운영규정.pdf", LARGE)
    said = done.json()
    assert done.status_code == 200
    assert said["receipt"] | {"at": ""} == {"name": "운영규정.pdf", "size": "2.0 MB", "sha256": sha256(LARGE), "at": "",
                                            "scan": "not_scanned", "was_there": False}
    assert sha256(LARGE) in said["attached"]
    assert attached(path, answer) == ["운영규정.pdf"]
    assert sha256(LARGE) in owner.get(to("answers", answer.public_id)).content.decode()


def test_after_a_cut_the_server_says_how_far_it_got_and_the_same_file_goes_on_there(path, owner, answer, place):
    state = begin(owner, place, "운영규정.pdf", LARGE).json()
    send_part(owner, state["address"], LARGE, 0)
    assert owner.get(state["address"]).json()["received"] == PART
    again = begin(owner, place, "운영규정.pdf", LARGE).json()             # the page was loaded anew
    assert (again["address"], again["received"]) == (state["address"], PART)
    page = words_of(owner.get(to("answers", answer.public_id)))
    assert "1.0 MB of 2.0 MB have arrived. Choose the same file again" in page
    assert attached(path, answer) == []                                     # nothing half is a document
    send(owner, again["address"], LARGE, again)
    assert finish(owner, again["address"]).status_code == 200
    assert attached(path, answer) == ["운영규정.pdf"]


def test_a_part_out_of_order_changes_nothing_and_says_where_to_go_on(owner, place):
    state = begin(owner, place, "운영규정.pdf", LARGE).json()
    early = send_part(owner, state["address"], LARGE, PART)
    assert (early.status_code, early.json()["received"]) == (409, 0)
    send_part(owner, state["address"], LARGE, 0)
    twice = send_part(owner, state["address"], LARGE, 0)                    # its answer was lost
    assert (twice.status_code, twice.json()["received"]) == (409, PART)


def test_a_part_that_was_changed_on_its_way_is_not_taken(owner, place):
    state = begin(owner, place, "운영규정.pdf", LARGE).json()
    answer = send_part(owner, state["address"], LARGE, 0, check="0" * 64)
    assert answer.status_code == 409
    assert "changed on its way" in words_of(answer)
    assert owner.get(state["address"]).json()["received"] == 0


def test_a_part_of_another_size_is_not_taken(owner, place):
    state = begin(owner, place, "운영규정.pdf", LARGE).json()
    assert "another size" in words_of(send_part(owner, state["address"], LARGE, 0, size=PART + 1))
    assert "another size" in words_of(send_part(owner, state["address"], LARGE, 0, size=5))
    headless = owner.post(f"{state['address']}parts/", b"x", content_type="application/octet-stream", HTTP_HX_REQUEST="true")
    assert headless.status_code == 422


def test_finishing_before_all_has_arrived_is_refused_and_nothing_is_lost(path, owner, answer, place):
    state = begin(owner, place, "운영규정.pdf", LARGE).json()
    send_part(owner, state["address"], LARGE, 0)
    assert "not arrived whole" in words_of(finish(owner, state["address"]))
    assert owner.get(state["address"]).json()["received"] == PART
    assert attached(path, answer) == []


def test_finishing_twice_gives_the_same_receipt_and_one_document(path, owner, answer, place, django_capture_on_commit_callbacks):
    state = begin(owner, place, "운영규정.pdf", LARGE).json()
    send(owner, state["address"], LARGE, state)
    with django_capture_on_commit_callbacks(execute=True):
        first = finish(owner, state["address"]).json()
    second = finish(owner, state["address"])
    assert second.status_code == 200
    assert second.json()["receipt"] == first["receipt"]
    assert attached(path, answer) == ["운영규정.pdf"]
    assert owner.get(state["address"] + "?lang=en").json()["receipt"] == first["receipt"]
    assert parts_of(path, state["address"]) == []


def test_finishing_once_more_after_handing_in_still_gives_the_receipt(busan, owner):
    path = Path(busan).started()
    answer = answers_of(path)[0]
    state = begin(owner, f"answer:{answer.public_id}", "운영규정.pdf", LARGE).json()
    send(owner, state["address"], LARGE, state)
    first = finish(owner, state["address"]).json()
    path.submitted()
    again = finish(owner, state["address"])
    assert (again.status_code, again.json()["receipt"]) == (200, first["receipt"])


def test_the_whole_is_checked_against_what_the_browser_sent(path, owner, answer, place):
    state = begin(owner, place, "운영규정.pdf", LARGE, sha256="a" * 64).json()
    send(owner, state["address"], LARGE, state)
    refused = finish(owner, state["address"])
    assert refused.status_code == 422
    assert "not the file that was sent" in refused.json()["refusal"]
    assert finish(owner, state["address"]).json()["refusal"] == refused.json()["refusal"]
    assert attached(path, answer) == []


def test_what_is_no_document_is_refused_with_its_sentence_and_not_kept(path, owner, answer, place):
    refused = upload(owner, place, "보험증권.pdf", b"MZ program" * 100)
    assert refused.status_code == 422
    assert "its content is of another type" in refused.json()["refusal"]
    with within(path.place.agency):
        assert not Evidence.everything.filter(name="보험증권.pdf").exists()
    assert "보험증권.pdf" not in words_of(owner.get(to("answers", answer.public_id)))


@pytest.mark.parametrize(("name", "more", "sentence"), [
    ("프로그램.exe", {}, "Files of this type cannot be handed in"),
    ("계획.pdf", {"size": 51 * 1024 * 1024}, "larger than 50 MB"),
    ("계획.pdf", {"size": 0}, "This file is empty"),
])
def test_what_can_be_known_before_the_first_byte_is_said_then(owner, place, name, more, sentence):
    answer = begin(owner, place, name, b"x" * 10, **more)
    assert answer.status_code == 409
    assert sentence in words_of(answer)


def test_a_file_more_than_an_application_may_have_is_refused_and_the_rest_stays(path, owner, answer, place, monkeypatch):
    state = begin(owner, place, "둘째.pdf", LARGE).json()
    send(owner, state["address"], LARGE, state)
    monkeypatch.setattr(evidence_workflow, "FILES_AT_MOST", 1)
    with within(path.place.agency):
        evidence_workflow.attach_upload(answer, files.upload(files.pdf(), "첫째.pdf"), actor=path.as_(path.owner))
    assert "at most 1 files" in words_of(begin(owner, place, "셋째.pdf", files.pdf()))
    late = finish(owner, state["address"])
    assert (late.status_code, "at most 1 files" in words_of(late)) == (409, True)
    assert attached(path, answer) == ["첫째.pdf"]
    monkeypatch.setattr(evidence_workflow, "FILES_AT_MOST", 2)
    assert finish(owner, state["address"]).status_code == 200               # what had arrived was kept


def test_a_full_disk_is_a_sentence_and_the_parts_before_it_stay(path, owner, answer, place, monkeypatch):
    state = begin(owner, place, "운영규정.pdf", LARGE).json()
    send_part(owner, state["address"], LARGE, 0)

    def full(*args, **kwargs):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(default_storage.__class__, "_save", full)
        answer_ = send_part(owner, state["address"], LARGE, PART)
        assert "There is no room for files" in words_of(answer_)
    assert owner.get(state["address"]).json()["received"] == PART
    state = send(owner, state["address"], LARGE, owner.get(state["address"]).json())
    with monkeypatch.context() as disk:
        disk.setattr(default_storage.__class__, "_save", full)
        assert "There is no room for files" in words_of(finish(owner, state["address"]))
    assert attached(path, answer) == []
    assert finish(owner, state["address"]).status_code == 200


# ---- whose it is

def test_an_upload_is_its_senders_alone_even_among_colleagues(busan, owner, place):
    state = begin(owner, place, "운영규정.pdf", LARGE).json()
    for who in (busan.colleague, busan.neighbour, busan.officer):
        stranger = signed_in(who)
        asked = [stranger.get(state["address"]), send_part(stranger, state["address"], LARGE, 0), finish(stranger, state["address"]),
                 stranger.post(f"{state['address']}discard/")]
        assert [one.status_code for one in asked] == [404] * 4
    assert owner.get(state["address"]).json()["received"] == 0


def test_nobody_begins_an_upload_where_they_may_not_write(busan, path, place):
    neighbour = signed_in(busan.neighbour)
    assert begin(neighbour, place, "a.pdf", LARGE).status_code == 404
    assert begin(neighbour, f"library:{busan.provider.public_id}", "a.pdf", LARGE).status_code == 404
    assert begin(signed_in(busan.owner), "nowhere", "a.pdf", LARGE).status_code == 404
    with within(busan.agency):
        viewer = f.ProviderMemberFactory(provider=busan.provider, role="viewer").user
    assert begin(signed_in(viewer), place, "a.pdf", LARGE).status_code == 403


def test_whoever_is_no_member_any_more_finishes_nothing(busan, path, owner, answer, place):
    state = begin(owner, place, "운영규정.pdf", LARGE).json()
    send(owner, state["address"], LARGE, state)
    with within(busan.agency):
        f.ProviderMemberFactory(provider=busan.provider, role="owner")
        busan.provider.members.filter(user=busan.owner).update(left_at=clock.now())
    assert finish(owner, state["address"]).status_code == 404
    assert attached(path, answer) == []


def test_whoever_is_signed_out_is_told_so_and_goes_on_after_signing_in(busan, path, answer, place):
    client = signed_in(busan.owner)
    state = begin(client, place, "운영규정.pdf", LARGE).json()
    send_part(client, state["address"], LARGE, 0)
    client.logout()
    away = send_part(client, state["address"], LARGE, PART)
    assert (away.status_code, "/accounts/login/" in away["HX-Redirect"]) == (204, True)
    client = signed_in(busan.owner)
    again = begin(client, place, "운영규정.pdf", LARGE).json()
    assert again["received"] == PART
    send(client, again["address"], LARGE, again)
    assert finish(client, again["address"]).status_code == 200


def test_an_upload_may_be_discarded_by_script_and_by_button(path, owner, answer, place, django_capture_on_commit_callbacks):
    for discard in (lambda state: owner.post(f"{state['address']}discard/"),
                    lambda state: owner.post(to("answers", answer.public_id), {
                        "version": 0, "discard": state["address"].rstrip("/").rpartition("/")[2]})):
        state = begin(owner, place, "운영규정.pdf", LARGE).json()
        send_part(owner, state["address"], LARGE, 0)
        with django_capture_on_commit_callbacks(execute=True):
            discard(state)
        assert owner.get(state["address"]).status_code == 404
        assert parts_of(path, state["address"]) == []


# ---- room and time

def test_a_library_has_room_for_so_much_and_half_uploads_count(busan, path, owner, answer, place, settings):
    settings.PROVIDER_QUOTA = 3 * len(LARGE) // 2
    state = begin(owner, place, "첫째.pdf", LARGE).json()
    refused = begin(owner, place, "둘째.pdf", files.padded_pdf(2 * PART, seed=2))
    assert (refused.status_code, "has room for" in words_of(refused)) == (409, True)
    send(owner, state["address"], LARGE, state)
    assert finish(owner, state["address"]).status_code == 200
    other = files.padded_pdf(2 * PART, seed=3)
    with within(busan.agency), pytest.raises(Refused, match="has room for"):
        evidence_workflow.attach_upload(answer, files.upload(other, "셋째.pdf"), actor=path.as_(busan.owner))
    with within(busan.agency):
        assert StoredFile.everything.filter(shelf=busan.provider.public_id, sha256=sha256(LARGE)).count() == 1


def test_uploads_that_were_left_expire_with_their_parts_and_others_stay(path, owner, answer, place, django_capture_on_commit_callbacks):
    old = begin(owner, place, "옛것.pdf", LARGE).json()
    send_part(owner, old["address"], LARGE, 0)
    with within(path.place.agency):
        Upload.everything.update(expires_at=clock.now() - timedelta(seconds=1))
    new = begin(owner, place, "새것.pdf", LARGE).json()
    send_part(owner, new["address"], LARGE, 0)
    with django_capture_on_commit_callbacks(execute=True):
        assert expire_uploads() == 1
    assert (owner.get(old["address"]).status_code, parts_of(path, old["address"])) == (404, [])
    assert (owner.get(new["address"]).json()["received"], len(parts_of(path, new["address"]))) == (PART, 1)


def test_the_first_request_wants_everything(owner, place):
    answer = owner.post(BEGIN, {"place": place, "name": "a.pdf", "size": 5, "sha256": "X"}, HTTP_HX_REQUEST="true")
    assert answer.status_code == 422
    assert answer.json()["refusal"]


def test_the_same_content_is_the_document_that_is_there(path, owner, answer):
    first, second = answers_of(path)[:2]
    upload(owner, f"answer:{first.public_id}", "운영규정.pdf", LARGE)
    again = upload(owner, f"answer:{second.public_id}", "규정 사본.pdf", LARGE).json()
    assert again["receipt"]["was_there"] is True
    assert again["receipt"]["name"] == "운영규정.pdf"
    assert attached(path, second) == ["운영규정.pdf"]
    with within(path.place.agency):
        assert Evidence.everything.filter(file__sha256=sha256(LARGE)).count() == 1


def test_the_same_content_of_another_organisation_is_told_to_nobody(busan, path, owner, place):
    neighbour = signed_in(busan.neighbour)
    theirs = upload(neighbour, f"library:{busan.neighbours.public_id}", "남의 규정.pdf", LARGE)
    assert theirs.status_code == 200
    ours = upload(owner, place, "운영규정.pdf", LARGE).json()
    assert ours["receipt"]["was_there"] is False
    assert ours["receipt"]["name"] == "운영규정.pdf"
