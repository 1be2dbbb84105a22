"""What the recorder asks of the site: its shell, its worker, whose device it is, a visit to take along, a batch, a photo's parts."""
import hashlib
import json
import re
import uuid
from pathlib import Path

from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.actors import Actor
from core.models import AccessEntry
from core.tenancy import within
from tests import factories as f
from tests.visits.conftest import say
from tests.visits.sending import judged, operation
from visits import workflow
from visits.models import RecorderKey, VisitMember


def at(there, name=""):
    return f"/busan/visits/{there.visit.public_id}/{name}"


def kept(there):
    return f"/busan/admin/visits/{there.visit.public_id}/kept/"


def signed_in(who):
    client = Client()
    client.force_login(who)
    return client


def take(client, there):
    return client.post(at(there, "take/")).json()


def post(client, there, *operations):
    body = json.dumps({"format": 1, "device": "tablet-1", "operations": operations})
    return client.post(at(there, "sync/"), body, content_type="application/json")


def test_the_shell_names_no_person_and_no_visit(there):
    page = signed_in(there.lead).get("/busan/visits/recorder/?lang=en").content.decode()
    assert "csrfmiddlewaretoken" not in page and str(there.lead) not in page and there.visit.subject_label not in page
    assert "Visits on this device" in page and 'data-scope="/busan/visits/recorder/"' in page


def test_the_worker_keeps_every_script_that_the_recorder_imports_and_its_version_follows_the_shell(there):
    client = signed_in(there.lead)
    script = client.get("/busan/visits/recorder/worker.js")
    told = json.loads(re.search(r"work\((.*)\);", script.content.decode()).group(1))
    assert script["Content-Type"].startswith("text/javascript") and told["slug"] == "busan"
    there_are = {file: finders.find(file.removeprefix("/static/")) for file in told["files"] if file.startswith("/static/")}
    assert all(there_are.values())
    scripts = {file.rsplit("/", 1)[1]: Path(place) for file, place in there_are.items() if "/js/visits/" in file}
    imported = {name for place in scripts.values() for name in re.findall(r'(?:from|import\() ?"\./([a-z]+\.js)"', place.read_text())}
    assert imported <= set(scripts) and "sending.js" in imported
    page = client.get("/busan/visits/recorder/?lang=ko").content.decode()
    needed = set(re.findall(r'(?:src|href)="(/static/[^"]+)"', page))
    assert needed <= set(told["files"]) | {"/static/img/touch.png"}
    again = client.get("/busan/visits/recorder/worker.js").content
    assert again == script.content


def test_all_of_the_recorders_code_is_small_enough_to_be_read():
    scripts = list(Path(finders.find("js/visits")).glob("*.js"))
    assert sum(script.stat().st_size for script in scripts) < 80_000 and len(scripts) >= 15
    assert max(len(script.read_text().splitlines()) for script in scripts) <= 280


def test_the_manifest_opens_the_recorder_in_the_language_chosen(there):
    told = signed_in(there.lead).get("/busan/visits/recorder/manifest.webmanifest?lang=en").json()
    assert told["start_url"] == "/busan/visits/recorder/?lang=en" and told["scope"] == "/busan/visits/recorder/" and told["icons"]


def test_taking_a_visit_along_gives_the_whole_of_it_and_nothing_of_the_others(there):
    say(there, there.second, text="동료의 판단")
    say(there, there.lead, item=there.items[1], text="내 판단")
    client = signed_in(there.lead)
    told = take(client, there)
    pack = told["pack"]
    assert [item["code"] for item in pack["items"]] == [item.code for item in there.items]
    assert set(pack["items"][0]["words"]) == {"ko", "en"} and pack["items"][0]["words"]["ko"]["sections"]
    assert next(iter(pack["mine"].values()))["text"] == "내 판단" and "동료의 판단" not in json.dumps(pack, ensure_ascii=False)
    assert take(client, there)["key"] == told["key"] and take(client, there)["pack"]["version"] == pack["version"]
    with within(there.agency):
        assert AccessEntry.everything.filter(work="visit.read").count() == 3


def test_the_keys_are_given_to_their_owner_alone(there):
    mine, theirs = signed_in(there.lead), signed_in(there.second)
    key = take(mine, there)["key"]
    assert mine.get("/busan/visits/recorder/me/").json()["keys"] == {str(there.visit.public_id): key}
    assert theirs.get("/busan/visits/recorder/me/").json()["keys"] == {}
    assert take(theirs, there)["key"] != key


def test_who_is_signed_out_is_told_without_being_led_away(there):
    answer = Client().get("/busan/visits/recorder/me/", headers={"HX-Request": "true"})
    assert answer.status_code == 204 and "login" in answer["HX-Redirect"]


def test_nobody_takes_along_or_sends_for_a_visit_of_others(there):
    stranger = signed_in(there.third)
    assert stranger.post(at(there, "take/")).status_code == 404
    assert post(stranger, there, judged(there.item)).status_code == 404
    assert post(signed_in(there.second), there, judged(there.item)).status_code == 404       # of the team, but never took it along


def test_a_batch_is_answered_operation_by_operation(there):
    client = signed_in(there.lead)
    take(client, there)
    good, bare = judged(there.item, "좋음"), operation("finding", {"judgement": "noncompliant"}, item=there.item)
    told = post(client, there, good, bare).json()
    assert [one["outcome"] for one in told["answers"]] == ["applied", "refused"] and told["answers"][0]["version"] == 1
    assert take(client, there)["pack"]["mine"][str(there.item.public_id)]["text"] == "좋음"
    assert client.post(at(there, "sync/"), b"{", content_type="application/json").status_code == 400


def test_who_has_left_still_hands_over_what_was_recorded(there):
    client = signed_in(there.second)
    take(client, there)
    with within(there.agency):
        VisitMember.everything.filter(user=there.second).update(ended_at="2026-10-12T00:00+09:00")
    assert client.post(at(there, "take/")).status_code == 404
    assert post(client, there, judged(there.item, "교체 뒤")).json()["answers"][0]["outcome"] == "kept"


def test_parts_of_a_photo_say_how_much_is_here(there):
    client, number, part = signed_in(there.lead), uuid.uuid4(), b"x" * 1000
    take(client, there)

    whole = hashlib.sha256(part).hexdigest()

    def send(begins, sha256=whole):
        return client.post(at(there, "photos/"), part, content_type="application/octet-stream", headers={
            "Upload-Operation": str(number), "Upload-Offset": str(begins), "Upload-Sha256": sha256})
    assert [send(begins).json()["received"] for begins in (0, 0, 1000, 500)] == [1000, 1000, 2000, 2000]
    assert send(0, "x").status_code == 400
    assert send(2000, "0" * 64).status_code != 200


def test_the_desk_reads_what_is_kept_aside_once_the_visit_has_ended(busan, there):
    client = signed_in(there.second)
    take(client, there)
    with within(there.agency):
        VisitMember.everything.filter(user=there.second).update(ended_at="2026-10-12T00:00+09:00")
    post(client, there, judged(there.item, "봉인된 판단"))
    officer = signed_in(busan.officer)
    before = officer.get(kept(there) + "?lang=en").content.decode()
    assert "1 record from a device" in before and "once the visit has ended" in before and "봉인된" not in before
    with within(there.agency):
        workflow.end_early(there.visit, reason="정전", actor=Actor.of(there.lead))
    assert "봉인된 판단" in officer.get(kept(there) + "?lang=en").content.decode()


def test_what_is_kept_aside_is_listed_with_as_many_statements_however_long(busan, there):
    officer, asked = signed_in(busan.officer), []
    with within(there.agency):
        workflow.end_early(there.visit, reason="정전", actor=Actor.of(there.lead))
    officer.get(kept(there))
    for number in (1, 2):
        with within(there.agency):
            f.OperationFactory.create_batch(number, visit=there.visit, item=there.item, author=there.second)
        with CaptureQueriesContext(connection) as statements:
            page = officer.get(kept(there)).content.decode()
        asked.append(len(statements))
    assert page.count('class="panel"') == 3 and asked[0] == asked[1] <= 24, asked


def test_the_lead_shares_the_items_out_and_each_is_judged_by_whom_it_is_given_to(there):
    client = signed_in(there.lead)
    first, second = there.items
    page = client.post(at(there, "share/?lang=en"), {first.code: str(there.second.pk), second.code: ""}, follow=True)
    assert "It is kept who judges what" in page.content.decode()
    say(there, there.second, item=first)
    say(there, there.lead, item=second)
    pack = {item["code"]: item for item in take(client, there)["pack"]["items"]}
    assert (pack[first.code]["judged"], pack[first.code]["of"]) == (1, 1) and pack[second.code]["of"] == 2
    assert pack[first.code]["whose"] == str(there.second)
    assert "See the judgements beside each other" in client.get(f"/busan/visits/items/{first.public_id}/?lang=en").content.decode()
    assert signed_in(there.second).post(at(there, "share/"), {first.code: "", second.code: ""}).status_code == 403
    with within(there.agency):
        assert RecorderKey.everything.count() == 1
