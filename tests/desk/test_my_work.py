"""One list of one's own work over all agencies, on the national site."""
from core.tenancy import within
from tests import factories as f
from tests.evaluations.path import Path
from tests.evaluations.test_declaration import asked

WORK = "/me/assignments/?lang=en"


def test_an_assessor_of_two_agencies_reads_what_waits_at_both(busan, daegu, client, words_of):
    here, there = Path(busan).assigned(), Path(daegu).screened()
    with within(daegu.agency):
        f.MembershipFactory(user=busan.assessor, role="assessor")
    declaration = asked(there, busan.assessor)
    client.force_login(busan.assessor)
    page = client.get(WORK)
    words, html = words_of(page), page.content.decode()
    assert "CNRY-busan-provider" in words and declaration.subject_label in words
    assert f"/busan/assess/cases/{here.application.public_id}/" in html
    assert f"/daegu/assess/declarations/{declaration.public_id}/" in html


def test_before_the_declaration_no_case_stands_there(busan, client, words_of):
    path = Path(busan).screened()
    asked(path, busan.assessor)
    client.force_login(busan.assessor)
    page = client.get(WORK)
    assert f"/cases/{path.application.public_id}/" not in page.content.decode()


def test_who_assesses_nowhere_reads_that(busan, client, words_of):
    client.force_login(busan.officer)
    assert "No agency asks you to assess" in words_of(client.get(WORK))
    client.logout()
    assert client.get(WORK).status_code == 302
