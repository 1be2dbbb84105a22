"""What people see of a renewal: its owner before, while and after writing; the desk; whoever decides; citizens in the end."""
import pytest

from accounts.actors import Actor
from certification.models import Certificate
from certification.workflow import suspend
from core import clock
from core.tenancy import within
from evaluations import workflow
from evaluations.models import Answer
from tests.evaluations.test_renewal import Cycle, seoul

NOW, BEGUN, FOR = "Its renewal can be applied for now", "Its renewal is begun and not handed in yet", "Its renewal is applied for"


@pytest.fixture
def cycle(busan):
    return Cycle(busan)


def read(client, user, path):
    client.force_login(user)
    page = client.get(f"/busan/{path}?lang=en")
    assert page.status_code == 200
    return page.content.decode()


def portal_page(client, cycle):
    return read(client, cycle.place.owner, f"portal/certificates/{cycle.certificate.public_id}/")


def test_the_first_page_names_what_can_be_renewed_from_its_first_day_until_somebody_has_begun(cycle, busan, client):
    with clock.travel(seoul(2028, 6, 2, 12)):
        assert "A certificate can be renewed now" not in read(client, busan.owner, "portal/")
    with clock.travel(seoul(2028, 6, 3, 12)):
        assert "A certificate can be renewed now" in read(client, busan.owner, "portal/")
        cycle.begun()
        assert "A certificate can be renewed now" not in read(client, busan.owner, "portal/")


def test_the_certificates_page_says_how_its_renewal_stands(cycle, client):
    with clock.travel(seoul(2028, 7, 1, 10)):
        assert NOW in portal_page(client, cycle)
        cycle.begun()
        page = portal_page(client, cycle)
        assert BEGUN in page and NOW not in page
        cycle.second.submitted()
        page = portal_page(client, cycle)
        assert FOR in page and BEGUN not in page


def test_while_it_is_suspended_no_page_offers_its_renewal(cycle, busan, client):
    with clock.travel(seoul(2028, 7, 1, 10)):
        with within(busan.agency):
            suspend(cycle.certificate, from_on=clock.today(), reason="기준 미달", actor=Actor.system("a test's sanction"))
        page = portal_page(client, cycle)
        assert "While it is suspended it cannot be renewed" in page and NOW not in page
        assert "A certificate can be renewed now" not in read(client, busan.owner, "portal/")


def test_the_list_says_of_each_indicator_what_was_looked_at_and_whether_it_changed(cycle, busan, client):
    with clock.travel(seoul(2028, 7, 1, 10)):
        begun = cycle.begun()
        with within(busan.agency):
            first, second, _third = Answer.everything.filter(application=begun).order_by("indicator__position")
            for answer, words in ((first, first.earlier.explanation), (second, "이전하였습니다.")):
                workflow.save_answer(answer, rating="meets", explanation=words, base_version=0, actor=cycle.second.as_(busan.owner))
        page = read(client, busan.owner, f"portal/applications/{begun.public_id}/")
    said = [page.count(words) for words in ("unchanged since the last cycle", "to be looked at", "asked for the first time")]
    assert said == [1, 1, 0] and page.count("changed since the last cycle") == 2          # the longer words hold the shorter ones


def test_the_desk_reads_which_certificate_is_renewed_and_what_is_different(cycle, busan, client):
    with clock.travel(seoul(2028, 7, 1, 10)):
        begun = cycle.begun()
        cycle.second.written()
        with within(busan.agency):
            answer = Answer.everything.filter(application=begun).order_by("indicator__position").first()
            workflow.save_answer(answer, rating="meets", explanation="새 건물로 옮겼습니다.", base_version=answer.version,
                                 actor=cycle.second.as_(busan.owner))
        number = cycle.second.submitted().application.number
        page = read(client, busan.officer, f"admin/cases/{begun.public_id}/")
        assert cycle.certificate.number_shown in page
        assert "1 changed, 0 asked for the first time, 2 unchanged" in page and "<ins>새 건물로" in page
        assert "Certificate that is renewed" not in read(client, busan.officer, f"admin/cases/{cycle.first.application.public_id}/")
        assert number in read(client, busan.officer, f"admin/certificates/{cycle.certificate.public_id}/")


def test_the_announcement_says_whose_place_is_taken_and_the_register_leads_from_one_to_the_other(cycle, busan, client):
    with clock.travel(seoul(2028, 9, 15, 10)):
        cycle.begun()
        cycle.second.announced()
        with within(busan.agency):
            new = Certificate.everything.exclude(pk=cycle.certificate.pk).get()
        page = read(client, busan.director, f"admin/announcements/{cycle.second.announcement.public_id}/")
        assert f"takes the place of {cycle.certificate.number_shown}" in page
        client.logout()
        old = client.get(f"/busan/register/{cycle.certificate.number}/?lang=en").content.decode()
        assert "Followed by" in old and new.number_shown in old
        later = client.get(f"/busan/register/{new.number}/?lang=en").content.decode()
        assert "Preceded by" in later and cycle.certificate.number_shown in later
