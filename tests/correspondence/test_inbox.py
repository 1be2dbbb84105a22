"""The inbox: one's own messages at this agency, and nobody else's."""
import re
import uuid
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.actors import Actor
from core.tenancy import within
from correspondence import queries
from correspondence.models import Notice
from correspondence.views import PAGE_SIZE

INBOX = "/busan/accounts/inbox/"
AT = datetime(2026, 11, 22, 5, 3, tzinfo=UTC)


@pytest.fixture
def tell(club):
    """`tell(place, user, 3)`: that many notices, the last one the newest."""

    def write(place, user, count=1, **fields):
        with within(place.agency):
            return [Notice.everything.create(**{
                "recipient": user, "event": "club.opened", "subject_type": "sample.club", "subject_id": str(club.pk), "language": "ko",
                "title": f"소식 {n + 1}", "body": "알립니다.\n둘째 줄", "link": "https://poom.example/busan/portal/",
                "sent_at": AT + timedelta(minutes=n), **fields}) for n in range(count)]

    return write


def read(place, notice):
    with within(place.agency):
        return Notice.everything.get(pk=notice.pk).read_at


def words_of(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


@pytest.fixture
def owner(busan, client):
    client.force_login(busan.owner)
    return client


def test_an_empty_inbox_says_so(owner):
    assert "No messages yet" in words_of(owner.get(f"{INBOX}?lang=en"))


def test_the_newest_stands_first_and_what_is_unread_is_marked(busan, owner, tell):
    _oldest, middle, _newest = tell(busan, busan.owner, 3)
    owner.get(f"{INBOX}{middle.public_id}/")
    page = owner.get(f"{INBOX}?lang=en")
    words = words_of(page)
    assert words.index("소식 3") < words.index("소식 2") < words.index("소식 1")
    assert words.count("unread") == 2
    assert "2 new messages" in words
    assert "3 in all" in words


def test_a_long_inbox_has_pages(busan, owner, tell):
    tell(busan, busan.owner, PAGE_SIZE + 1)
    assert "소식 1 " not in words_of(owner.get(INBOX))
    assert "소식 1 " in words_of(owner.get(f"{INBOX}?page=2"))


def test_the_list_asks_as_often_for_three_as_for_one(busan, owner, tell):
    def queries_now():
        with CaptureQueriesContext(connection) as asked:
            owner.get(INBOX)
        return len(asked)

    tell(busan, busan.owner)
    owner.get(INBOX)
    with_one = queries_now()
    tell(busan, busan.owner, 2)
    assert queries_now() == with_one


def test_opening_a_message_shows_it_and_marks_it_read(busan, owner, tell):
    notice, = tell(busan, busan.owner, body="<b>알립니다</b> {{7*7}}")
    page = owner.get(f"{INBOX}{notice.public_id}/").content.decode()
    assert "&lt;b&gt;알립니다&lt;/b&gt; {{7*7}}" in page
    assert 'class="button primary" href="https://poom.example/busan/portal/"' in page
    assert read(busan, notice)


def test_a_look_at_the_head_is_no_reading(busan, owner, tell):
    notice, = tell(busan, busan.owner)
    owner.head(f"{INBOX}{notice.public_id}/")
    assert read(busan, notice) is None


def test_marking_everything_read_is_a_post(busan, owner, tell):
    notice, = tell(busan, busan.owner)
    assert owner.get(f"{INBOX}read/").status_code == 405
    assert read(busan, notice) is None
    assert owner.post(f"{INBOX}read/").headers["Location"] == INBOX
    assert read(busan, notice)


@pytest.mark.parametrize("who", ["colleague", "neighbour", "officer", "admin", "auditor", "director"])
def test_another_persons_message_is_an_unknown_one(busan, client, tell, who):
    notice, = tell(busan, busan.owner)
    client.force_login(getattr(busan, who))
    foreign, unknown = (client.get(f"{INBOX}{public_id}/") for public_id in (notice.public_id, uuid.uuid4()))
    assert (foreign.status_code, unknown.status_code) == (404, 404)
    mask = re.compile(rb"csrf\w*[^>]*|[0-9a-f-]{36}|[A-Za-z0-9]{64}")
    assert mask.sub(b"", foreign.content) == mask.sub(b"", unknown.content)
    assert "소식 1" not in words_of(client.get(INBOX))
    assert read(busan, notice) is None


def test_what_was_told_elsewhere_is_not_shown_here(busan, daegu, owner, tell):
    notice, = tell(busan, busan.owner)
    assert "소식 1" not in words_of(owner.get("/daegu/accounts/inbox/"))
    assert owner.get(f"/daegu/accounts/inbox/{notice.public_id}/").status_code == 404
    owner.post("/daegu/accounts/inbox/read/")
    assert read(busan, notice) is None


def test_a_citizen_is_asked_to_sign_in(busan, client):
    assert client.get(INBOX).headers["Location"].startswith("/busan/accounts/login/")


def test_the_menu_says_how_much_is_new_and_asks_once(busan, owner, tell):
    tell(busan, busan.owner, 2)
    with CaptureQueriesContext(connection) as asked:
        page = owner.get(INBOX).content.decode()
    assert '<span class="count">2</span>' in page
    assert sum("read_at" in q["sql"] and "COUNT" in q["sql"] for q in asked) == 1


def test_nobody_and_the_system_have_nothing_unread(busan, tell):
    tell(busan, busan.owner)
    with within(busan.agency):
        assert queries.unread_count(Actor.public()) == queries.unread_count(Actor.system("test")) == 0
