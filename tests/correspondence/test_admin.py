"""At the desk: what left the house, and the agency's own words."""
import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from core.models import AccessEntry, AuditEvent
from core.tenancy import within
from correspondence import workflow
from correspondence.models import Delivery, TemplateText

DELIVERIES = "/busan/admin/correspondence/delivery/"
TEXTS = "/busan/admin/correspondence/templatetext/"
SYSTEM = Actor.system("test")
OWN = {"event": "club.opened", "language": "ko", "subject": "{club} 소식", "body": "{agency}에서 {stage}을 알립니다."}


@pytest.fixture
def delivery(busan, club):
    with within(busan.agency):
        errand = workflow.notify("club.opened", club, actor=SYSTEM, link=("inbox",), day="오늘")
        workflow.announce(**errand.arguments, actor=SYSTEM)
        return Delivery.everything.get()


def post(client, user, address, **fields):
    client.force_login(user)
    return client.post(address, fields)


def texts(place):
    with within(place.agency):
        return list(TemplateText.everything.order_by("version").values_list("version", "subject"))


@pytest.mark.parametrize(("who", "status"), [
    ("officer", 200), ("manager", 200), ("auditor", 200), ("admin", 200),
    ("trainer", 403), ("observer", 403), ("assessor", 403), ("owner", 403),
])
def test_who_sees_what_left_the_house(busan, client, delivery, who, status):
    client.force_login(getattr(busan, who))
    assert client.get(DELIVERIES).status_code == status
    assert client.get(f"{DELIVERIES}{delivery.pk}/change/").status_code == status


def test_reading_one_is_noted(busan, client, delivery):
    client.force_login(busan.officer)
    page = client.get(f"{DELIVERIES}{delivery.pk}/change/").content.decode()
    assert busan.owner.email in page
    assert "햇살 독서회" in page
    with within(busan.agency):
        assert AccessEntry.everything.get(work="delivery.read").subject_id == str(delivery.pk)


def test_another_agency_sees_none(busan, daegu, client, delivery):
    client.force_login(daegu.officer)
    assert busan.owner.email not in client.get(DELIVERIES.replace("busan", "daegu")).content.decode()


def test_nobody_changes_a_delivery_by_hand(busan, client, delivery):
    for who in (busan.admin, busan.officer):
        assert post(client, who, f"{DELIVERIES}{delivery.pk}/change/", state="sent").status_code == 403
        assert post(client, who, f"{DELIVERIES}{delivery.pk}/delete/", post="yes").status_code == 403
        assert post(client, who, f"{DELIVERIES}add/").status_code == 403


def test_staff_send_a_failed_message_again(busan, client, delivery):
    with within(busan.agency):
        Delivery.everything.update(state="failed")
    chosen = {"action": "send_again", "_selected_action": delivery.pk}
    post(client, busan.auditor, DELIVERIES, **chosen)
    assert "send_again" not in client.get(DELIVERIES).content.decode()
    with within(busan.agency):
        assert Delivery.everything.get().state == "failed"
    post(client, busan.officer, DELIVERIES, **chosen)
    with within(busan.agency):
        assert Delivery.everything.get().state == "waiting"


def test_the_administrator_writes_a_text_and_each_change_is_a_version(busan, client):
    assert post(client, busan.admin, f"{TEXTS}add/", **OWN).status_code == 302
    with within(busan.agency):
        first = TemplateText.everything.get()
    changed = {**OWN, "subject": "{club} 새 소식"}
    assert post(client, busan.admin, f"{TEXTS}{first.pk}/change/", **changed).status_code == 302
    assert texts(busan) == [(1, "{club} 소식"), (2, "{club} 새 소식")]
    with within(busan.agency):
        assert AuditEvent.everything.filter(verb="text.written").count() == 2
        assert not AuditEvent.everything.filter(verb__startswith="admin.").exists()
        assert TemplateText.everything.last().written_by == busan.admin


@pytest.mark.parametrize("who", ["officer", "director", "auditor"])
def test_other_staff_read_texts_but_do_not_write_them(busan, client, who, at):
    with at(busan.admin, busan) as admin:
        workflow.write_text("club.opened", "ko", subject="제목", body="글", actor=admin)
        text = TemplateText.everything.get()
    user = getattr(busan, who)
    client.force_login(user)
    assert client.get(f"{TEXTS}{text.pk}/change/").status_code == 200
    assert post(client, user, f"{TEXTS}{text.pk}/change/", **OWN).status_code == 403
    assert post(client, user, f"{TEXTS}add/", **OWN).status_code == 403
    assert post(client, user, f"{TEXTS}preview/", **OWN).status_code == 403
    with at(user, busan) as actor, pytest.raises(PermissionDenied):
        workflow.write_text("club.opened", "ko", subject="제목", body="글", actor=actor)
    assert len(texts(busan)) == 1


@pytest.mark.parametrize("wrong", [
    {"body": "{director}이 알립니다."}, {"body": "{ club }"}, {"subject": "{Club}"}, {"subject": ""}, {"body": ""},
    {"event": "club.sold"}, {"language": "fr"},
])
def test_a_text_that_could_not_be_filled_in_is_refused(busan, client, wrong):
    assert post(client, busan.admin, f"{TEXTS}add/", **{**OWN, **wrong}).status_code == 200
    assert texts(busan) == []


def test_the_workflow_refuses_it_too(busan, at):
    with at(busan.admin, busan) as admin, pytest.raises(Refused, match="director"):
        workflow.write_text("club.opened", "ko", subject="{director}", body="글", actor=admin)


def test_words_that_look_like_a_template_are_only_words(busan, client):
    post(client, busan.admin, f"{TEXTS}add/", **{**OWN, "body": "{{7*7}} %(club)s {0.__class__}"})
    with within(busan.agency):
        assert TemplateText.everything.get().preview()[1] == "{{7*7}} %(club)s {0.__class__}"


def test_a_preview_shows_what_people_would_get_and_keeps_nothing(busan, client):
    page = post(client, busan.admin, f"{TEXTS}preview/", **OWN).content.decode()
    assert "«club» 소식" in page
    assert "«agency»에서 «stage»을 알립니다." in page
    assert "{director}" in post(client, busan.admin, f"{TEXTS}preview/", **{**OWN, "body": "{director}"}).content.decode()
    assert texts(busan) == []
    assert client.get(f"{TEXTS}preview/").status_code == 405


def test_a_text_once_written_is_never_altered(busan):
    with within(busan.agency):
        TemplateText.everything.create(event="club.opened", language="ko", version=1, subject="x", body="y", written_at=clock.now())
        with pytest.raises(DatabaseError), transaction.atomic():
            TemplateText.everything.update(subject="z")
        with pytest.raises(DatabaseError), transaction.atomic():
            TemplateText.everything.all().delete()
