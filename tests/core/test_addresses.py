"""An agency by path prefix or by its own domain, in everything that makes or follows an address."""
import datetime
import re

import pytest
from allauth.account.models import EmailAddress
from django.core import checks
from django.core.exceptions import ValidationError
from django.template import engines
from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse

from accounts import directory
from accounts.models import Agency
from core.addresses import absolute_url, at_home_of, national_url

pytestmark = pytest.mark.django_db
OWN = {"host": "daejeon.example"}


def addresses_in(response):
    return set(re.findall(r'(?:href|action|src)="([^"]+)"', response.content.decode()))


def test_one_code_many_places(visitor, busan, daegu):
    for slug in ("busan", "daegu"):
        page = visitor.get(f"/{slug}/accounts/login/")
        assert page.status_code == 200 and f"/{slug}/" in addresses_in(page)
        assert not [link for link in addresses_in(page) if not link.startswith((f"/{slug}/", "/static/", "#", "?"))]


@pytest.mark.parametrize("path", ["/nowhere/", "/nowhere", "/busan/nowhere/", "/busan//evil.example/", "/%00/", "/busan/%0d%0aX:1/",
                                  "/BUSAN/"])
def test_an_address_that_does_not_exist_is_a_404(path, visitor, busan):
    assert visitor.get(path, follow=True).status_code == 404


def test_the_missing_slash_is_added_behind_the_prefix(visitor, busan):
    assert visitor.get("/busan")["Location"] == "/busan/"
    assert visitor.get("/busan/portal")["Location"] == "/busan/portal/"


def test_an_agency_that_opened_just_now_answers(visitor, busan):
    assert visitor.get("/ulsan/where/").status_code == 404
    Agency.objects.create(slug="ulsan", name_ko="울산", name_en="Ulsan")
    directory.forget()
    assert visitor.get("/ulsan/where/").status_code == 200


# ---- sign-in

@pytest.fixture
def with_password(busan):
    """The officer, with a confirmed address and a password."""
    EmailAddress.objects.get_or_create(user=busan.officer, email=busan.officer.email, defaults={"verified": True, "primary": True})
    busan.officer.set_password("a sentence of mine")
    busan.officer.save()


def test_a_guarded_page_leads_to_this_agencys_sign_in_and_back(visitor, busan, with_password):
    to_sign_in = visitor.get("/busan/officers/?page=2")
    assert to_sign_in.url == "/busan/accounts/login/?next=%2Fbusan%2Fofficers%2F%3Fpage%3D2"
    back = visitor.post(to_sign_in.url, {"login": busan.officer.email, "password": "a sentence of mine", "next": "/busan/officers/?page=2"})
    assert back.url == "/busan/officers/?page=2" and back.cookies["session"]["path"] == "/"
    assert visitor.get("/busan/officers/").content == b"officers"
    assert visitor.post("/busan/accounts/logout/").url == "/busan/"
    assert visitor.get("/busan/officers/").status_code == 302


def test_sign_in_leads_nowhere_else(visitor, busan, with_password):
    answer = visitor.post("/busan/accounts/login/", {"login": busan.officer.email, "password": "a sentence of mine",
                                                     "next": "https://elsewhere.example/"})
    assert answer.url == "/busan/accounts/start/"


def test_a_mailed_link_leads_to_the_agency_by_the_settings_host(visitor, busan, mailoutbox):
    answer = visitor.post("/busan/accounts/password/reset/", {"email": busan.owner.email}, headers={"host": "localhost"})
    assert answer.url == "/busan/accounts/password/reset/done/"
    assert "https://poom.example/busan/accounts/password/reset/key/" in mailoutbox[0].body
    assert "localhost" not in mailoutbox[0].body


# ---- who is let in

def test_a_view_without_a_guard_opens_to_nobody(visitor, busan, operator):
    for path in ("/busan/no_guard/", "/no_guard/"):
        for person in (None, busan.director, busan.admin, operator):
            visitor.logout()
            if person:
                visitor.force_login(person)
            assert visitor.get(path).status_code == 403


@pytest.mark.parametrize(("who", "officers", "desk"), [("officer", 200, 200), ("manager", 403, 200), ("admin", 403, 200),
                                                      ("assessor", 403, 403), ("employee", 403, 403),
                                                      ("owner", 403, 403), ("neighbour", 403, 403)])
def test_a_guard_counts_the_roles_at_this_agency(who, officers, desk, visitor, busan, daegu):
    visitor.force_login(getattr(busan, who))
    assert (visitor.get("/busan/officers/").status_code, visitor.get("/busan/anybody_at_the_desk/").status_code) == (officers, desk)
    assert {visitor.get(f"/daegu/{page}/").status_code for page in ("officers", "anybody_at_the_desk")} == {403}


def test_a_role_that_ended_opens_nothing(visitor, busan, at):
    from accounts.models import Membership
    from core import clock

    visitor.force_login(busan.officer)
    with at(None, busan):
        Membership.everything.filter(user=busan.officer).update(ended_at=clock.now())
    assert visitor.get("/busan/officers/").status_code == 403


def test_the_operator_operates_the_nation_and_enters_no_agency(visitor, operator, busan):
    visitor.force_login(operator)
    assert visitor.get("/operating/").status_code == 200
    assert visitor.get("/busan/operating/").status_code == visitor.get("/busan/officers/").status_code == 403
    visitor.force_login(busan.director)
    assert visitor.get("/operating/").status_code == 403


def test_somebody_whose_person_is_unknown_is_asked_first(visitor, busan):
    busan.officer.person = None
    busan.officer.save()
    visitor.force_login(busan.officer)
    assert visitor.get("/busan/officers/").url == "/busan/accounts/about-you/?next=%2Fbusan%2Fofficers%2F"
    assert visitor.get("/busan/accounts/about-you/").status_code == 200


def test_htmx_is_sent_to_sign_in_by_its_own_header(visitor, busan):
    answer = visitor.get("/busan/officers/", headers={"hx-request": "true"})
    assert answer.status_code == 204 and answer["HX-Redirect"].startswith("/busan/accounts/login/?next=")


# ---- an own domain

def test_public_pages_stand_on_the_own_domain(daejeon, visitor):
    assert visitor.get("/where/", headers=OWN).content.decode() == f"/ / {daejeon.agency.name_ko}"
    assert visitor.get("/daejeon/where/").content.decode() == f"/daejeon/ /daejeon/ {daejeon.agency.name_ko}"


@pytest.mark.parametrize("page", ["portal/", "officers/?page=2", "accounts/login/", "accounts/signup/", "accounts/password/reset/",
                                  "admin/", "accounts/logout/", "accounts/about-you/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_everything_else_lives_on_the_main_host(page, method, daejeon, visitor):
    answer = getattr(visitor, method)(f"/{page}", headers=OWN)
    assert (answer.status_code, answer.url) == (302, f"https://poom.example/daejeon/{page}")
    assert not answer.cookies


def test_no_other_agency_answers_on_an_own_domain(daejeon, busan, visitor):
    for path in ("/daejeon/", "/busan/", "/busan/where/", "/me/"):
        assert visitor.get(path, headers=OWN).status_code == 404


def test_a_host_that_is_not_ours_is_refused(busan, visitor):
    assert visitor.get("/busan/where/", headers={"host": "elsewhere.example"}).status_code == 400


# ---- a closed agency

@pytest.fixture
def closed(busan):
    busan.agency.closed_on = datetime.date(2025, 12, 31)
    busan.agency.save()
    directory.forget()
    return busan


def test_public_pages_of_a_closed_agency_stay_and_say_so(closed, visitor):
    page = visitor.get("/busan/?lang=en")
    assert page.status_code == 200
    assert "Busan Social Service Agency closed on 31 December 2025" in re.sub(r"<[^>]+>", "", page.content.decode())


@pytest.mark.parametrize("page", ["portal/", "officers/", "accounts/login/", "accounts/signup/", "accounts/password/reset/",
                                  "admin/", "make/", "club/00000000-0000-4000-8000-000000000000/"])
@pytest.mark.parametrize("who", [None, "officer", "owner"])
def test_everything_else_of_a_closed_agency_is_gone(page, who, closed, visitor):
    if who:
        visitor.force_login(getattr(closed, who))
    for method in (visitor.get, visitor.post):
        assert method(f"/busan/{page}").status_code == 410


def test_an_agency_is_open_on_the_day_before_it_closes(busan, visitor):
    from core import clock

    busan.agency.closed_on = clock.today() + datetime.timedelta(days=1)
    busan.agency.save()
    directory.forget()
    assert visitor.get("/busan/accounts/login/").status_code == 200


# ---- links

def test_links_made_without_a_request(busan, daejeon, sample_site):
    assert absolute_url(busan.agency, "home") == "https://poom.example/busan/"
    assert absolute_url(daejeon.agency, "portal") == "https://poom.example/daejeon/portal/"
    assert national_url("me") == "https://poom.example/me/"
    with at_home_of(busan.agency):
        assert national_url("me") == "https://poom.example/me/"
        assert engines["django"].from_string("{% url 'home' %}").render() == "/busan/"
    with pytest.raises(NoReverseMatch):
        reverse("home")
    assert (get_script_prefix(), get_urlconf()) == ("/", None)


def test_reverse_in_a_middleware_speaks_for_the_agency(visitor, busan):
    assert visitor.get("/busan/where/").wsgi_request.reversed_before_the_view == "/busan/"
    assert visitor.get("/published/").wsgi_request.reversed_before_the_view == "/"


def test_static_files_belong_to_nobody(visitor, busan):
    assert "/static/css/base.css" in addresses_in(visitor.get("/busan/"))
    served = visitor.get("/static/css/base.css")
    assert served.status_code == 200 and b"".join(served.streaming_content)
    assert visitor.get("/busan/static/css/base.css").status_code == 404


@pytest.mark.parametrize("slug", ["static", "media", "operator", "me", "accounts", "admin", "register", "verify", "api", "healthz", "Busan",
                                  "1st", "a/b", ""])
def test_an_agency_cannot_take_a_national_address(slug):
    with pytest.raises(ValidationError) as refusal:
        Agency(slug=slug, name_ko="x", name_en="x").full_clean()
    assert "slug" in refusal.value.message_dict


@pytest.mark.parametrize("wrong", [{"STATIC_URL": "static/"}, {"LOGIN_URL": "/accounts/login/"}, {"LOGIN_REDIRECT_URL": "/me/"}, {}])
def test_system_checks_guard_the_prefix(wrong, settings, sample_site):
    for name, value in wrong.items():
        setattr(settings, name, value)
    assert bool([problem for problem in checks.run_checks() if problem.id in ("poom.E004", "poom.E005")]) is bool(wrong)
