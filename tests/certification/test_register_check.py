"""The register compared with its certificates: what was spoilt behind its back is found, told every night, and mended."""
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from certification import tasks, workflow
from certification.models import RegisterEntry
from core import clock
from core.models import Pulse
from core.tenancy import within
from desk.health import state_of_the_house
from tests import factories as f
from tests.certification.conftest import WORKER, entry_of, seoul
from tests.conftest import as_owner


@pytest.fixture(autouse=True)
def today():
    with clock.travel(seoul(2026, 10, 14, 9)):
        yield


@pytest.fixture
def certificate(busan):
    with within(busan.agency):
        certificate = f.CertificateFactory(provider_name="다솜")
        workflow.suspend(certificate, from_on=date(2026, 10, 1), reason="자격 확인", actor=WORKER)
    return certificate


def spoil(certificate, **fields):
    with within(certificate.agency):
        RegisterEntry.everything.filter(certificate=certificate).update(**fields)


def checked():
    said = StringIO()
    call_command("check_register", stdout=said)
    return said.getvalue()


def test_a_whole_register_has_no_difference(certificate, daegu):
    assert "busan: 0 differences" in (said := checked()) and "daegu: 0 differences" in said


@pytest.mark.parametrize(("field", "value"), [
    ("valid_to", date(2030, 1, 1)), ("suspended_from", None), ("provider_name", "다른 이름"), ("history", []), ("areas", []),
    ("phone", "0519990000"), ("price_low", 1), ("terms", [1]), ("known_as", []), ("head_name", "박열린"), ("code", "0" * 13)])
def test_each_field_that_was_spoilt_is_named(field, value, certificate):
    spoil(certificate, **{field: value})
    said = StringIO()
    with pytest.raises(CommandError, match="1 differences"):
        call_command("check_register", stdout=said)
    assert f"busan: {certificate.number} {field}: {value!r} instead of" in said.getvalue()


def test_the_nightly_comparison_tells_those_who_watch(certificate, caplog):
    assert tasks.check_registers() == 0 and "differs" not in caplog.text
    spoil(certificate, valid_to=date(2030, 1, 1))
    assert tasks.check_registers() == 1
    assert f"{certificate.number} valid_to" in caplog.text
    assert Pulse.objects.get(agency=certificate.agency).differences == 1
    assert state_of_the_house()[1]["differences"] == 1


def test_rebuilding_mends_it(certificate):
    spoil(certificate, valid_to=date(2030, 1, 1), known_as=[], places=[{"site": "x"}])
    with pytest.raises(CommandError):
        checked()
    call_command("rebuild_register", stdout=StringIO())
    assert "busan: 0 differences" in checked()
    with within(certificate.agency):
        assert entry_of(certificate).valid_to == certificate.valid_to


@pytest.mark.django_db(transaction=True)
def test_what_the_owner_role_took_out_or_changed_is_found(busan):
    with within(busan.agency):
        gone, changed = f.CertificateFactory(), f.CertificateFactory()
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM certification_registerentry WHERE certificate_id = %s", [gone.pk])
        cursor.execute("UPDATE certification_registerentry SET ended_on = NULL, valid_to = '2099-12-31' WHERE certificate_id = %s",
                       [changed.pk])
    said = StringIO()
    with pytest.raises(CommandError):
        call_command("check_register", stdout=said)
    assert f"{gone.number} is missing" in said.getvalue() and f"{changed.number} valid_to" in said.getvalue()
    call_command("rebuild_register", stdout=StringIO())
    checked()
