"""What other sites show: badges and lists that follow the register; framing for these addresses and for no other."""
import html
import re
from datetime import date
from xml.etree import ElementTree

import pytest

from accounts import directory
from accounts.models import District
from certification import queries, workflow
from certification.live_badge import INNER, badge_of, shortened, width_of
from core import clock
from core.tenancy import within
from tests.architecture.routes import AGENCY, NATION, NUMBERED, UNKNOWN_UUID, blanks
from tests.certification.conftest import WORKER, seoul
from tests.certification.test_register_pages import SCRIPT, made
from tests.core.test_headers import POLICY, check, policy_of

SVG = "{http://www.w3.org/2000/svg}"
FRAMED = {"badge_picture", "badge_frame", "embedded_list"}


@pytest.fixture(autouse=True)
def today():
    queries.register_counts.cache_clear()
    with clock.travel(seoul(2026, 10, 14, 9)):
        yield


def badge(client, certificate, query=""):
    return client.get(f"/busan/register/{certificate.number}/badge.svg{query}")


def words(answer):
    return [text.text for text in ElementTree.fromstring(answer.content).iter(f"{SVG}text")]


# ---- the badge

def test_a_badge_says_who_is_certified_and_until_when_in_either_language(busan, client):
    certificate = made(busan, "다솜아동발달센터", provider_name_en="Dasom Centre")
    scheme, name, state = words(badge(client, certificate))
    assert name == "다솜아동발달센터" and "2028. 12. 8.(금)" in state and scheme == certificate.framework.name_ko
    assert words(badge(client, certificate, "?lang=en"))[1:] == ["Dasom Centre", "Certified, valid through 8 December 2028 (Fri)"]
    title = ElementTree.fromstring(badge(client, certificate, "?lang=en").content).find(f"{SVG}title").text
    assert "Dasom Centre" in title and "valid through" in title


@pytest.mark.parametrize("deed, said", [
    (lambda one: workflow.suspend(one, from_on=date(2026, 10, 1), reason="x", actor=WORKER), "Suspended until further notice"),
    (lambda one: workflow.suspend(one, from_on=date(2026, 10, 1), to_on=date(2026, 12, 1), reason="x", actor=WORKER),
     "Suspended through 1 December 2026 (Tue)"),
    (lambda one: workflow.revoke(one, on=date(2026, 10, 1), reason="x", actor=WORKER), "Revoked, since 1 October 2026 (Thu)"),
    (lambda one: workflow.surrender(one, on=date(2026, 10, 1), reason="x", actor=WORKER), "Surrendered, since 1 October 2026 (Thu)"),
])
def test_the_badge_changes_with_the_certificate_and_does_not_pretend(deed, said, busan, client):
    certificate = made(busan, "다솜")
    before = badge(client, certificate, "?lang=en")
    with within(busan.agency):
        deed(certificate)
    directory.forget()
    after = client.get(f"/busan/register/{certificate.number}/badge.svg?lang=en", headers={"if-none-match": before["ETag"]})
    assert after.status_code == 200 and words(after)[2] == said
    frame = client.get(f"/busan/register/{certificate.number}/badge/?lang=en").content.decode()
    assert said in frame and "Certified, valid" not in frame


def test_the_day_after_the_last_one_the_badge_says_expired(busan, client):
    certificate = made(busan, "다솜")
    with clock.travel(seoul(2028, 12, 9, 0, 1)):
        assert words(badge(client, certificate, "?lang=en"))[2] == "Expired, was valid through 8 December 2028 (Fri)"


def test_a_badge_is_kept_a_minute_and_not_sent_twice(busan, client):
    first = badge(client, made(busan, "다솜"))
    assert first["Content-Type"] == "image/svg+xml" and first["Cache-Control"] == "public, max-age=60" and not first.cookies
    again = client.get(first.request["PATH_INFO"], headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304 and policy_of(again)["frame-ancestors"] == "*"


def test_a_name_in_a_picture_is_text_and_never_markup(busan, client):
    certificate = made(busan, SCRIPT)
    assert words(badge(client, certificate))[1].startswith("<script>") and b"<script" not in badge(client, certificate).content
    for end in ("badge/", "embed-code/"):
        assert "<script>alert" not in client.get(f"/busan/register/{certificate.number}/{end}").content.decode()


@pytest.mark.parametrize("name", ["늘", "부산광역시해운대구장애인종합복지관부설아동청소년발달재활서비스제공센터", "A" * 80])
def test_the_longest_name_and_one_syllable_fit(name, busan):
    certificate = made(busan, name)
    with within(busan.agency):
        text = badge_of(queries.entry_by_number(certificate.number))
    assert width_of(shortened(name, INNER, 17), 17) <= INNER * 1.25 and html.escape(name) in text


def test_an_unknown_number_has_no_badge(busan, client):
    for end in ("badge.svg", "badge/", "embed-code/", "watch/"):
        answer = client.get(f"/busan/register/ZZ-QC-2099-999/{end}")
        assert answer.status_code == 404 and policy_of(answer)["frame-ancestors"] == "'none'"


# ---- the list

def test_a_list_in_a_frame_shows_what_its_address_asks_for(busan, client):
    near = made(busan, "다솜")
    made(busan, "해운대센터", provider_name_en="", district=District.objects.get(code="26350"))
    text = client.get("/busan/register/embed/?district=26350&lang=en").content.decode()
    assert "해운대센터" in text and "다솜" not in text and 'target="_blank" rel="noopener"' in text and "?lang=en" in text
    assert near.number in client.get("/busan/register/embed/").content.decode()
    assert "lang=" not in client.get("/busan/register/embed/?q=없음").content.decode().replace('lang="ko"', "")


def test_a_list_in_a_frame_names_only_who_is_certified_now_unless_it_is_asked_for_others(busan, client):
    certificate = made(busan, "다솜")
    with within(busan.agency):
        workflow.revoke(certificate, on=date(2026, 10, 1), reason="x", actor=WORKER)
    directory.forget()
    assert certificate.number not in client.get("/busan/register/embed/").content.decode()
    assert certificate.number in client.get("/busan/register/embed/?status=revoked").content.decode()


# ---- the code to copy

def test_the_code_is_whole_and_leads_home(busan, client):
    certificate = made(busan, 'A "quoted" <name>')
    page = client.get(f"/busan/register/{certificate.number}/embed-code/").content.decode()
    codes = [html.unescape(text) for text in re.findall(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)]
    assert len(codes) == 2 and all("https://poom.example/busan/register/" in code for code in codes)
    assert codes[0].startswith('<a href="') and "/badge.svg" in codes[0] and "&quot;quoted&quot; &lt;name&gt;" in codes[0]
    assert codes[1].startswith("<iframe ") and f'/{certificate.number}/badge/"' in codes[1]
    assert html.unescape(re.search(r"<textarea[^>]*>(.*?)</textarea>", client.get("/busan/register/embed-code/").content.decode(),
                                   re.DOTALL)[1]).startswith('<iframe src="https://poom.example/busan/register/embed/"')


# ---- framing

def test_what_is_meant_for_other_sites_may_be_framed_everywhere(busan, client):
    certificate = made(busan, "다솜")
    for end in (f"{certificate.number}/badge.svg", f"{certificate.number}/badge/", "embed/", "embed/?q=x"):
        for _ in ("made", "kept"):
            answer = client.get(f"/busan/register/{end}")
            assert "X-Frame-Options" not in answer, end
            assert policy_of(answer) == POLICY | {"frame-ancestors": "*"}


def test_every_other_address_stands_alone(busan, client):
    """Asked for without a row behind it, which a failure answers, and with one where everybody may know it."""
    certificate = made(busan, "다솜")
    seen = set()
    for table, home in ((AGENCY, "/busan/"), (NATION, "/")):
        for name, pattern in table:
            if name in FRAMED or name.startswith("admin:"):
                continue
            number = {blank: certificate.number for blank in blanks(pattern) if name in NUMBERED}
            path = address(pattern, number)
            answer = client.get(home + path)
            check_alone(answer, name)
            seen.add(name)
    assert {"register", "register_entry", "embed_code", "watch", "api_certificates", "verify", "home"} <= seen


def address(pattern, known):
    """The pattern with its blanks filled in."""
    anything = {"uuid": str(UNKNOWN_UUID)}
    text = re.sub(r"<(?:(\w+):)?(\w+)>", lambda blank: known.get(blank[2]) or anything.get(blank[1], "x"), str(pattern.pattern))
    return text.replace("^", "").replace("$", "").replace("\\Z", "")


def check_alone(answer, name):
    if answer.streaming:
        b"".join(answer.streaming_content)                  # a stream that is not read to its end takes the connection along
    try:
        check(answer)
    except AssertionError as wrong:
        raise AssertionError(f"{name}: {wrong}") from None
