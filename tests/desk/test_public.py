"""The front pages of an agency and of the nation."""
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

OF_EVERY_REQUEST = ("accounts_agency", "set_config")            # which agency it is: looked up every five seconds, told to the walls


def test_an_agencys_front_page_names_it_in_both_languages(busan, client):
    assert "부산광역시사회서비스원" in client.get("/busan/").content.decode()
    assert "Busan Social Service Agency" in client.get("/busan/?lang=en").content.decode()


def test_the_nations_front_page_lists_every_agency(busan, daegu, central, client):
    page = client.get("/?lang=en").content.decode()
    for place in (busan, daegu, central):
        assert f'href="/{place.agency.slug}/' in page


@pytest.mark.parametrize("address", ["/", "/busan/"])
def test_front_pages_are_kept_and_carry_nobody(address, busan, client):
    client.force_login(busan.owner)
    page = client.get(address)
    assert "CNRY" not in page.content.decode()
    assert "csrfmiddlewaretoken" not in page.content.decode()
    assert page["Cache-Control"] == "public, max-age=60"
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address, headers={"If-None-Match": page["ETag"]}).status_code == 304
    assert [query["sql"] for query in asked if "SELECT" in query["sql"] and not any(own in query["sql"] for own in OF_EVERY_REQUEST)] == []
