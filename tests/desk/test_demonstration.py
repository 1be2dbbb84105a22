"""The demonstration: built whole, once, as the web role, and only where DEMO is set."""
from collections import Counter
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Agency, Membership, Person, User
from core.models import AuditEvent
from core.tenancy import within
from desk.demonstration.people import PASSWORD
from providers.models import Provider, ProviderMember, Site
from providers.stages import Stage

ACCOUNTS = """officer@busan manager@busan director@busan trainer@busan auditor@busan admin@busan observer@busan
assessor1@busan assessor6@busan chair@busan member1@busan member6@busan officer@daegu officer@central manager@central
owner@haetsal editor@haetsal owner@onnuri owner@dasom owner@palgong operator@nation""".split()


@pytest.fixture
def demonstration(db, settings):
    settings.DEMO = True
    call_command("seed_demo", "--if-empty", stdout=StringIO())


@pytest.mark.slow
def test_the_demonstration_has_its_agencies_people_and_providers(demonstration):
    assert Agency.objects.count() == 17
    assert Agency.objects.get(slug="seoul").is_closed
    for account in ACCOUNTS:
        user = User.objects.get(email=f"{account}.example")
        assert user.person_id
        assert user.check_password(PASSWORD)
        assert user.emailaddress_set.filter(verified=True, primary=True).exists()
    assert Person.objects.count() == User.objects.count()
    with within(Agency.objects.get(slug="busan")):
        stages = Counter(Provider.everything.values_list("stage", flat=True))
        assert set(stages) == set(Stage.values)
        assert sum(stages.values()) >= 23
        assert Membership.everything.filter(ended_at=None).count() == 20
        assert Site.everything.count() > 25
        assert all(number.startswith("000") for number in Provider.everything.values_list("business_number", flat=True))
        assert AuditEvent.everything.order_by("at").first().at.year == 2024
    with within(Agency.objects.get(slug="daegu")):
        assert ProviderMember.everything.filter(user__email="owner@palgong.example", provider__stage=Stage.CONFIRMED).exists()
    call_command("seed_demo", "--if-empty")
    with pytest.raises(CommandError):
        call_command("seed_demo")
    assert Agency.objects.count() == 17


def test_it_is_not_built_outside_a_demonstration(db):
    with pytest.raises(CommandError):
        call_command("seed_demo", "--if-empty")
    assert not Agency.objects.exists()
