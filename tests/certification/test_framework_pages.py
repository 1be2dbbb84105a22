"""The criteria and the rounds as everybody reads them, and at the desk."""
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.actors import Actor
from certification import workflow
from certification.reference import sample_content
from core import clock
from core.tenancy import within
from tests import factories as f

pytestmark = pytest.mark.usefixtures("english")

OF_EVERY_REQUEST = ("accounts_agency", "set_config")


def read(client, address):
    """The page's words, in English."""
    answer = client.get(f"{address}?lang=en")
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def queries_for(client, address):
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in asked if "SELECT" in query["sql"] and not any(own in query["sql"] for own in OF_EVERY_REQUEST)]


@pytest.fixture
def sample(busan):
    """The sample, published."""
    with within(busan.agency):
        manager = Actor.of(busan.manager)
        draft = workflow.draft_version(f.FrameworkFactory(), sample_content(), label_ko="2024년판", label_en="2024 edition",
                                       is_sample=True, actor=manager)
        return workflow.publish_version(draft, actor=manager)


# ---- the criteria

def test_the_criteria_are_read_with_everything_that_is_asked_and_looked_at(sample, client):
    page = read(client, "/busan/framework/")
    for there in ("4 areas, 9 criteria, 19 indicators", "A sample", "3.1.1", "Facility safety and disaster preparedness",
                  "Do you inspect fire, electrical, gas and escape equipment regularly", "Regular safety checklists",
                  "Interval of inspections", "Extinguishers, exits, escape plan and first-aid kit are seen.", "A blocked exit",
                  "사회서비스이용권법 시행규칙 제19조제1항제2호"):
        assert there in page, there


def test_the_criteria_in_korean(sample, client):
    page = client.get("/busan/framework/").content.decode()
    assert "소방·전기·가스·피난 설비를 정기적으로 점검하고" in page


def test_without_criteria_the_page_says_so(busan, client):
    assert "No criteria are published yet" in read(client, "/busan/framework/")


def test_drafts_are_on_no_page_not_even_for_staff_who_fill_the_kept_one(busan, client):
    with within(busan.agency):
        draft = f.FrameworkVersionFactory(label_en="CNRY-draft")
        round = f.RoundFactory(name_en="CNRY-round", published_at=None)
    client.force_login(busan.officer)
    for address in ("/busan/", "/busan/framework/", "/busan/rounds/"):
        assert "CNRY" not in read(client, address)
    for address in (f"/busan/framework/{draft.public_id}/", f"/busan/rounds/{round.public_id}/"):
        assert client.get(address).status_code == 404


def test_an_older_edition_stays_at_its_own_address_and_leads_to_the_one_in_force(busan, version, client):
    with within(busan.agency):
        f.published_version(framework=version.framework, label_en="2025 edition")
    old = read(client, f"/busan/framework/{version.public_id}/")
    assert "Not the edition in force" in old
    now = read(client, "/busan/framework/")
    assert "Not the edition in force" not in now
    assert now.count("2025 edition") > old.count("2025 edition")


def test_what_another_agency_published_stands_at_its_own_address_only(busan, daegu, version, client):
    with within(busan.agency):
        round = f.RoundFactory(version=version, name_en="Busan's round")
    assert client.get(f"/daegu/framework/{version.public_id}/").status_code == 404
    assert client.get(f"/daegu/rounds/{round.public_id}/").status_code == 404
    assert "No criteria are published yet" in read(client, "/daegu/framework/")
    assert "Busan's round" not in read(client, "/daegu/rounds/")


@pytest.mark.parametrize("indicators", [1, 12])
def test_the_criteria_take_few_queries_however_many_there_are(indicators, busan, client):
    with within(busan.agency):
        f.published_version(indicators=indicators)
    assert len(queries_for(client, "/busan/framework/")) <= 6


@pytest.mark.parametrize("address", ["framework/", "rounds/"])
def test_the_pages_are_kept_and_carry_nobody(address, busan, version, client):
    client.force_login(busan.owner)
    page = client.get(f"/busan/{address}")
    assert "CNRY" not in page.content.decode()
    assert "csrfmiddlewaretoken" not in page.content.decode()
    assert queries_for(client, f"/busan/{address}") == []


def test_a_page_that_was_kept_shows_what_is_published_after_it(busan, client, django_capture_on_commit_callbacks):
    assert "No criteria are published yet" in read(client, "/busan/framework/")
    with django_capture_on_commit_callbacks(execute=True), within(busan.agency):
        workflow.publish_version(f.FrameworkVersionFactory(), actor=Actor.of(busan.manager))
    assert "1 areas" in read(client, "/busan/framework/")


# ---- the rounds

def test_open_and_past_rounds_stand_apart(busan, version, client):
    past = {"opens_at": clock.now() - timedelta(days=40), "closes_at": clock.now() - timedelta(days=20)}
    with within(busan.agency):
        f.RoundFactory(version=version, name_en="Round of now", quota=30)
        f.RoundFactory(version=version, name_en="Round of then", **past)
    page = read(client, "/busan/rounds/")
    assert page.index("Now and ahead") < page.index("Round of now") < page.index("Past rounds") < page.index("Round of then")
    for there in ("applications open", "Dementia prevention", "about 30 providers"):
        assert there in page


def test_without_rounds_the_page_says_so_and_leads_to_the_criteria(busan, client):
    assert "No round has been announced yet" in read(client, "/busan/rounds/")


@pytest.mark.parametrize("how_many", [1, 3])
def test_the_rounds_take_as_many_queries_for_three_as_for_one(how_many, busan, version, client):
    with within(busan.agency):
        for _ in range(how_many):
            f.RoundFactory(version=version, services=["dementia-prevention", "youth-healing"])
    assert len(queries_for(client, "/busan/rounds/")) == 3


def test_an_announcement_says_what_when_how_many_by_what_and_leads_to_the_application(busan, version, client):
    with within(busan.agency):
        round = f.RoundFactory(version=version, quota=30, results_on=clock.today() + timedelta(days=90))
    page = client.get(f"/busan/rounds/{round.public_id}/?lang=en").content.decode()
    assert 'href="/busan/portal/?lang=en"' in page
    assert f'href="/busan/framework/{version.public_id}/?lang=en"' in page
    for there in ("Dementia prevention", "about 30", "Results", "2024 edition", round.closing_time):
        assert there in page


@pytest.mark.parametrize(("opens", "closes", "sentence"), [
    (5, 20, "Applications can be sent from"), (-20, -5, "Applications were received until")])
def test_before_and_after_the_period_nothing_leads_to_the_application(opens, closes, sentence, busan, version, client):
    with within(busan.agency):
        now = clock.now()
        round = f.RoundFactory(version=version, opens_at=now + timedelta(days=opens), closes_at=now + timedelta(days=closes))
    page = read(client, f"/busan/rounds/{round.public_id}/")
    assert sentence in page
    assert "You sign in first" not in page


# ---- the front page

def test_the_front_page_opens_a_door_to_the_round_that_receives_applications(busan, version, client):
    with within(busan.agency):
        round = f.RoundFactory(version=version, name_en="Round of now")
        f.RoundFactory(version=version, name_en="Later", opens_at=clock.now() + timedelta(days=5))
    page = client.get("/busan/?lang=en").content.decode()
    assert f'href="/busan/rounds/{round.public_id}/?lang=en"' in page
    assert "Later" not in page


def test_the_central_institute_has_neither_criteria_nor_rounds_in_its_menu(central, client):
    page = client.get("/central/").content.decode()
    assert "/central/framework/" not in page
    assert "/central/rounds/" not in page


# ---- the desk

@pytest.mark.parametrize("table", ["framework", "frameworkversion", "round"])
def test_staff_read_their_own_tables_and_change_nothing(table, busan, daegu, version, client):
    with within(daegu.agency):
        theirs = f.RoundFactory(name_ko="CNRY-daegu", version__label_ko="CNRY-daegu", version__framework__name_ko="CNRY-daegu")
    with within(busan.agency):
        own = f.RoundFactory(version=version)
    rows = {"framework": version.framework, "frameworkversion": version, "round": own}
    foreign = {"framework": theirs.version.framework, "frameworkversion": theirs.version, "round": theirs}
    client.force_login(busan.admin)
    address = f"/busan/admin/certification/{table}/"
    listed = client.get(address)
    assert listed.status_code == 200
    assert "CNRY-daegu" not in listed.content.decode()
    assert client.get(f"{address}{rows[table].pk}/change/").status_code == 200
    assert client.post(f"{address}{rows[table].pk}/change/", {}).status_code == 403
    assert client.get(f"{address}{foreign[table].pk}/change/").status_code == 302
    assert client.get(f"{address}add/").status_code == 403


@pytest.mark.parametrize("table", ["framework", "frameworkversion", "round"])
def test_the_desks_tables_take_as_many_queries_for_three_rows_as_for_one(table, busan, client):
    client.force_login(busan.officer)
    found = []
    for _ in range(3):
        with within(busan.agency):
            f.RoundFactory()
        found.append(len(queries_for(client, f"/busan/admin/certification/{table}/")))
    assert found[1] == found[2]
