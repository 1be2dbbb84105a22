"""What the tests of aftercare have in common: a certificate in force since 9 December 2025, its framework's plan, and the day."""
from datetime import datetime
from types import SimpleNamespace

import pytest

from accounts.actors import Actor
from certification.models import Certificate
from core import clock
from core.tenancy import within
from providers.models import Offering
from tests import factories as f
from tests.aftercare.complaining import certified, that_day  # noqa: F401 -- a complaint and its day
from tests.correspondence.conftest import work_off  # noqa: F401  (a fixture)
from tests.desk.conftest import sit_down, words_of  # noqa: F401  (fixtures)

WORKER = Actor.system("a test's worker")


def seoul(*parts):
    return datetime(*parts, tzinfo=clock.SEOUL)


@pytest.fixture
def held(busan):
    """Busan on 12 January 2026: `certificate` of its provider (2025-12-09 to 2028-12-08), the plan (`inspection` each May, `visit` June to
    October of the second year), `officer`, `owner` … as actors, and `again(row)` the row as it is kept."""
    with clock.travel(seoul(2026, 1, 12, 10)), within(busan.agency):
        offering = Offering.everything.get(site__provider=busan.provider)
        certificate = f.CertificateFactory(offering=offering)
        framework = certificate.framework
        inspection = f.DutyRuleFactory(framework=framework)
        visit = f.DutyRuleFactory(framework=framework, kind="monitoring_visit", years=[2], month_from=6, month_to=10,
                                  sample=["1.2.1", "2.2.2", "3.1.1", "3.2.1"], sample_size=6)
        actors = {name: Actor.of(getattr(busan, name)) for name in (
            "officer", "manager", "director", "auditor", "owner", "colleague", "neighbour", "assessor", "consultant")}
        yield SimpleNamespace(place=busan, provider=busan.provider, offering=offering, certificate=certificate, framework=framework,
                              inspection=inspection, visit=visit, again=lambda row: type(row).everything.get(pk=row.pk),
                              certificates=Certificate.everything, **actors)
