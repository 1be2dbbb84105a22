"""The second step of signing in: a code once, tries counted, recovery codes once, and whose work demands it."""
import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client

from accounts import second_factor, workflow
from accounts.actors import Actor
from core.errors import Refused
from tests.accounts.conftest import PASSWORD, codes_of, together
from tests.accounts.test_sign_in import NEW, link_in
from tests.factories import AgencyFactory, UserFactory

pytestmark = pytest.mark.usefixtures("django_db_setup", "fresh_counters")
ASK, SECURITY, START = "/busan/accounts/factor/ask/", "/busan/accounts/security/", "/busan/accounts/start/"


def is_in(client):
    return "/accounts/login/" not in client.get(START).headers.get("Location", "")


@pytest.fixture
def officer(busan, with_password):
    return with_password(busan.officer)


@pytest.fixture
def telephone(officer, with_app):
    return with_app(officer)


@pytest.fixture
def at_the_second_step(officer, telephone, client, sign_in):
    assert sign_in(client, officer.email)["Location"] == ASK
    return client


def test_the_password_alone_opens_nothing(at_the_second_step, telephone):
    assert not is_in(at_the_second_step)
    assert at_the_second_step.post(ASK, {"code": telephone.code()})["Location"] == START
    assert is_in(at_the_second_step)


def test_a_code_opens_once(at_the_second_step, telephone, officer, client_elsewhere, sign_in):
    code = telephone.code()
    at_the_second_step.post(ASK, {"code": code})
    sign_in(client_elsewhere, officer.email)
    assert client_elsewhere.post(ASK, {"code": code}).context["form"].errors["code"]
    assert not is_in(client_elsewhere)
    client_elsewhere.post(ASK, {"code": telephone.code(steps=1)})
    assert is_in(client_elsewhere)


def test_a_code_older_than_one_that_was_used_opens_nothing(at_the_second_step, telephone, officer, client_elsewhere, sign_in):
    at_the_second_step.post(ASK, {"code": telephone.code()})
    sign_in(client_elsewhere, officer.email)
    client_elsewhere.post(ASK, {"code": telephone.code(steps=-1)})
    assert not is_in(client_elsewhere)


@pytest.mark.parametrize("steps", [-3, -2, 3])
def test_a_code_of_another_time_opens_nothing(at_the_second_step, telephone, steps):
    at_the_second_step.post(ASK, {"code": telephone.code(steps)})
    assert not is_in(at_the_second_step)


@pytest.fixture
def crowd(transactional_db, with_password, with_app, settings, sign_in):
    """Twenty browsers that know the password, before the second step; and the telephone."""
    settings.SIGN_IN_LIMIT = 100
    AgencyFactory(slug="busan")
    user = with_password(UserFactory(email="officer@busan.example"))
    telephone, browsers = with_app(user), [Client() for _ in range(20)]
    for browser in browsers:
        assert sign_in(browser, user.email)["Location"] == ASK
    return user, telephone, browsers


def let_in(browsers, code):
    answers = together(lambda browser: browser.post(ASK, {"code": code}).status_code, browsers)
    assert sorted(answers) == [200] * (len(browsers) - answers.count(302)) + [302] * answers.count(302)
    return sum(map(is_in, browsers))


def test_of_twenty_parallel_uses_of_a_code_one_gets_in(crowd):
    _user, telephone, browsers = crowd
    assert let_in(browsers, telephone.code()) == 1


def test_of_twenty_parallel_uses_of_a_recovery_code_one_gets_in(crowd):
    user, _telephone, browsers = crowd
    assert let_in(browsers, codes_of(user)[0]) == 1
    assert len(codes_of(user)) == 9


def test_twenty_parallel_wrong_codes_are_five_looks(crowd, settings, monkeypatch):
    _user, telephone, browsers = crowd
    settings.SIGN_IN_LIMIT, looks, real = 5, [], second_factor.take
    monkeypatch.setattr(second_factor, "take", lambda *words: looks.append(words) or real(*words))
    assert let_in(browsers, telephone.wrong()) == 0
    assert len(looks) == 5
    assert let_in(browsers[:1], telephone.code()) == 0                 # during the lock nothing is compared
    assert len(looks) == 5


def test_a_recovery_code_opens_once(at_the_second_step, officer, client_elsewhere, sign_in):
    code = codes_of(officer)[3]
    at_the_second_step.post(ASK, {"code": code})
    assert is_in(at_the_second_step)
    sign_in(client_elsewhere, officer.email)
    client_elsewhere.post(ASK, {"code": code})
    assert not is_in(client_elsewhere)
    assert len(codes_of(officer)) == 9


def test_a_new_password_is_no_way_around(officer, telephone, client, sign_in):
    client.post("/busan/accounts/password/reset/", {"email": officer.email})
    form = client.get(link_in(mail.outbox[0]))["Location"]
    client.post(form, {"password1": NEW, "password2": NEW})
    assert not is_in(client)
    assert sign_in(client, officer.email, NEW)["Location"] == ASK


def test_the_second_step_is_nobody_elses(at_the_second_step, busan, with_password, sign_in, client_elsewhere):
    assert client_elsewhere.get(ASK)["Location"].endswith("/accounts/login/")
    sign_in(at_the_second_step, with_password(busan.owner).email, PASSWORD)
    assert not is_in(at_the_second_step) or at_the_second_step.session["_auth_user_id"] == str(busan.owner.pk)


def test_secrets_lie_sealed_in_the_database(officer, telephone):
    kept = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert telephone.secret not in kept
    assert not any(code in kept for code in codes_of(officer))


# ---- whose work demands it

@pytest.fixture
def demanded(settings):
    settings.SECOND_FACTOR_DEMANDED = True


@pytest.mark.parametrize("who", ["officer", "manager", "director", "admin", "auditor", "assessor", "committee", "consultant", "observer"])
def test_who_works_for_an_agency_sets_one_up_before_anything_else(demanded, busan, client, who):
    client.force_login(getattr(busan, who))
    for address in ("/busan/admin/", "/busan/accounts/start/", "/busan/assess/", "/me/", "/busan/accounts/sessions/"):
        assert "/accounts/security/?next=" in client.get(address)["Location"], address
    assert client.post("/busan/accounts/people/", {"email": "x@example.com"})["Location"].startswith(SECURITY)
    assert client.get(SECURITY).status_code == 200
    assert client.get("/busan/accounts/security/app/").status_code == 200
    assert client.get("/busan/").status_code == 200


def test_the_operator_sets_one_up_and_a_provider_may(demanded, busan, operator, client):
    client.force_login(operator)
    assert client.get("/operator/")["Location"].startswith("/accounts/security/?next=")
    client.force_login(busan.owner)
    assert client.get("/busan/portal/").status_code == 200
    assert client.get(SECURITY).status_code == 200


def test_in_the_demonstration_it_is_offered(busan, client):
    client.force_login(busan.officer)
    assert client.get("/busan/admin/").status_code == 200
    assert client.get(SECURITY).status_code == 200


def test_who_has_one_pays_nothing_for_the_question(demanded, busan, client, with_app, queries_of, settings):
    with_app(busan.officer)
    client.force_login(busan.officer)
    asked = queries_of(client, "/busan/accounts/sessions/")
    settings.SECOND_FACTOR_DEMANDED = False
    assert queries_of(client, "/busan/accounts/sessions/") == asked


def test_a_role_given_later_demands_it_with_the_next_sign_in(demanded, busan, client, with_password, sign_in, at):
    sign_in(client, with_password(busan.owner).email)
    assert client.get("/busan/portal/").status_code == 200
    with at(busan.admin, busan) as actor:
        invited = workflow.invite(busan.owner.email, "assessor", actor=actor)
    with at(busan.owner, busan) as actor:
        workflow.accept_invitation(invited, actor=actor)
    assert not is_in(client)
    sign_in(client, busan.owner.email)
    assert client.get("/busan/portal/")["Location"].startswith(SECURITY)


def test_the_operator_forgets_a_lost_factor_and_nobody_else(busan, operator, telephone, officer, client, client_elsewhere, sign_in):
    for actor in (Actor(busan.admin, "admin", frozenset({"admin"})), Actor(officer, "officer")):
        with pytest.raises(PermissionDenied):
            workflow.forget_factors(officer, actor=actor)
    assert Authenticator.objects.filter(user=officer).exists()
    client.force_login(operator)
    client.post("/operator/accounts/", {"email": officer.email, "forget": "1"})
    assert not Authenticator.objects.filter(user=officer).exists()
    assert sign_in(client_elsewhere, officer.email)["Location"] == START
    with pytest.raises(Refused):
        workflow.forget_factors(officer, actor=Actor.elsewhere(operator))
