"""Opening, changing and closing agencies."""
import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts import directory, workflow
from accounts.actors import Actor
from accounts.models import Agency, Emblem, Invitation
from core import clock
from core.errors import Refused
from core.models import AuditEvent, Errand
from core.tenancy import within
from tests import files
from tests.factories import AgencyFactory

FACTS = {"slug": "ulsan", "kind": "provincial", "name_ko": "울산광역시사회서비스원", "name_en": "Ulsan Social Service Agency"}


def test_operator_opens_an_agency_and_its_first_administrator_is_invited(operator):
    agency = workflow.open_agency(FACTS, "Admin@Ulsan.example", actor=Actor.elsewhere(operator))
    with within(agency):
        assert Invitation.everything.get().email == "admin@ulsan.example"
        assert list(AuditEvent.everything.order_by("pk").values_list("verb", flat=True)) == ["agency.opened", "invitation.sent"]
        assert Errand.everything.get().task == "accounts.tasks.send_invitation"
    assert agency.opened_on == clock.today()


def test_nobody_but_the_operator_opens_or_closes(busan):
    with within(busan.agency):
        actor = Actor.of(busan.admin)
    with pytest.raises(PermissionDenied):
        workflow.open_agency(FACTS, "a@ulsan.example", actor=actor)
    with pytest.raises(PermissionDenied):
        workflow.close_agency(busan.agency, clock.today(), actor=actor)


@pytest.mark.parametrize("slug", ["register", "operator", "me", "accounts", "static", "healthz", "Busan", "1st"])
def test_an_address_of_the_national_site_is_refused(operator, slug):
    with pytest.raises(ValidationError):
        workflow.open_agency(FACTS | {"slug": slug}, "a@ulsan.example", actor=Actor.elsewhere(operator))
    assert not Agency.objects.filter(slug=slug).exists()


def test_a_closed_agency_keeps_its_public_pages_and_ends_the_rest(operator, busan, client):
    workflow.close_agency(busan.agency, clock.today(), actor=Actor.elsewhere(operator))
    assert client.get("/busan/").status_code == 200
    assert client.get("/busan/accounts/login/").status_code == 410
    client.force_login(busan.officer)
    assert client.get("/busan/accounts/start/").status_code == 410


def test_an_agency_does_not_close_before_it_opened_or_twice(operator, busan):
    Agency.objects.filter(pk=busan.agency.pk).update(opened_on="2026-01-05")
    actor = Actor.elsewhere(operator)
    with pytest.raises(Refused):
        workflow.close_agency(busan.agency, clock.today().replace(year=2025), actor=actor)
    workflow.close_agency(busan.agency, clock.today(), actor=actor)
    with pytest.raises(Refused):
        workflow.close_agency(busan.agency, clock.today(), actor=actor)


def test_administrator_changes_the_agency_and_the_trail_says_which_fields(busan, at):
    with at(busan.admin, busan) as actor:
        changed = workflow.change_agency(busan.agency, {"phone": "051-000-0000", "name_en": busan.agency.name_en}, actor=actor)
        assert changed.phone == "051-000-0000"
        assert AuditEvent.everything.get(verb="agency.changed").facts == {"fields": ["phone"]}


def test_nobody_else_changes_it_and_nobody_changes_another(busan, daegu, at):
    with at(busan.officer, busan) as actor, pytest.raises(PermissionDenied):
        workflow.change_agency(busan.agency, {"phone": "051-000-0000"}, actor=actor)
    with at(busan.admin, busan) as actor, pytest.raises(PermissionDenied):
        workflow.change_agency(daegu.agency, {"phone": "051-000-0000"}, actor=actor)


def test_a_colour_on_which_white_cannot_be_read_is_refused_with_the_nearest_that_works(busan, at):
    with at(busan.admin, busan) as actor, pytest.raises(ValidationError, match="#"):
        workflow.change_agency(busan.agency, {"primary_colour": "#ffcc00"}, actor=actor)


def test_the_mark_is_a_picture_and_takes_the_place_of_the_one_before(busan, at):
    with at(busan.admin, busan) as actor:
        first = workflow.change_emblem("mark", SimpleUploadedFile("mark.png", files.png()), actor=actor)
        second = workflow.change_emblem("mark", SimpleUploadedFile("mark.jpg", files.jpg()), actor=actor)
        assert first.pk == second.pk
        assert Emblem.everything.count() == 1
        assert Emblem.everything.get().file_id != first.file_id
        with pytest.raises(Refused):
            workflow.change_emblem("seal", SimpleUploadedFile("seal.pdf", files.pdf()), actor=actor)


def test_the_stylesheet_has_the_agency_s_hue_and_the_emblem_is_public(busan, at, client):
    with at(busan.admin, busan) as actor:
        workflow.change_agency(busan.agency, {"primary_colour": "#0b50d0"}, actor=actor)
        workflow.change_emblem("mark", SimpleUploadedFile("mark.png", files.png()), actor=actor)
    answer = client.get("/busan/theme.css")
    assert "--primary-50: #0b50d0" in answer.text
    assert answer["Content-Type"].startswith("text/css")
    assert client.get("/busan/theme.css", headers={"If-None-Match": answer["ETag"]}).status_code == 304
    picture = client.get("/busan/accounts/emblem/mark/")
    assert picture["Content-Type"] == "image/png"
    assert b"".join(picture.streaming_content).startswith(b"\x89PNG")
    assert client.get("/busan/accounts/emblem/seal/").status_code == 404
    assert client.get("/busan/accounts/emblem/other/").status_code == 404


def test_settings_are_saved_on_the_page_and_a_wrong_colour_stands_beside_its_field(busan, client):
    client.force_login(busan.admin)
    post = {"name_ko": "부산광역시사회서비스원", "name_en": "Busan Social Service Agency", "primary_colour": "#ffcc00",
            "closed_days": "2026-12-31\n2026-12-30", "scheme_ko": "부산형 품질인증", "months_listed": "6"}
    answer = client.post("/busan/accounts/settings/", post)
    assert answer.status_code == 200
    assert "primary_colour" in answer.context["form"].errors
    assert client.post("/busan/accounts/settings/", post | {"primary_colour": "#0b50d0"}).status_code == 302
    agency = Agency.objects.get(slug="busan")
    assert agency.closing_days == ["2026-12-30", "2026-12-31"]
    assert agency.scheme_name == "부산형 품질인증"
    assert agency.slug == "busan"


def test_settings_open_to_the_administrator_only(busan, client):
    for user in (busan.officer, busan.auditor, busan.owner):
        client.force_login(user)
        assert client.get("/busan/accounts/settings/").status_code == 403
        assert client.post("/busan/accounts/settings/emblems/").status_code == 403


def test_operator_s_page_names_agencies_and_no_person(operator, busan, client):
    client.force_login(operator)
    text = client.get("/operator/").text
    assert "부산광역시사회서비스원" in text
    assert "CNRY" not in text
    assert "@busan.example" not in text


def test_operator_s_page_asks_as_much_for_one_agency_as_for_three(operator, busan, client, queries_of):
    client.force_login(operator)
    for_one = queries_of(client, "/operator/")
    AgencyFactory.create_batch(2)
    assert queries_of(client, "/operator/") == for_one


def test_agency_is_opened_on_the_page(operator, client):
    client.force_login(operator)
    post = FACTS | {"opened_on": "2026-11-22", "admin_email": "admin@ulsan.example", "language": "ko"}
    assert client.post("/operator/open/", post | {"slug": "register"}).status_code == 200
    assert client.post("/operator/open/", post)["Location"] == "/operator/"
    directory.forget()                      # on commit, which a test never reaches
    assert client.get("/ulsan/").status_code == 200
    assert client.post("/operator/ulsan/close/", {"closed_on": "2026-11-22"}).status_code == 302
    assert Agency.objects.get(slug="ulsan").is_closed
    assert client.get("/operator/atlantis/close/").status_code == 404


def test_operator_s_pages_open_to_nobody_else(busan, client):
    client.force_login(busan.admin)
    for address in ("/operator/", "/operator/open/", "/operator/busan/close/"):
        assert client.get(address).status_code == 403
    assert client.post("/operator/accounts/", {"email": "officer@busan.example"}).status_code == 403
