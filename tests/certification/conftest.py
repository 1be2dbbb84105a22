"""What the tests of certificates and the register stand on."""
from datetime import date, datetime
from types import SimpleNamespace

import pytest

from accounts.actors import Actor
from certification import workflow
from certification.models import Certificate, RegisterEntry
from certification.workflow.certificate import HOLDER
from core import clock
from core.tenancy import within
from providers.models import Offering
from tests import factories as f

WORKER = Actor.system("a test's worker")
FROM = date(2026, 11, 27)


def seoul(*parts):
    return datetime(*parts, tzinfo=clock.SEOUL)


def facts_of(offering):
    """What is printed, as it stands in the provider's own tables."""
    site, provider = offering.site, offering.site.provider
    return dict(zip(HOLDER, (provider.name, provider.name_en, provider.head_name, True, site.name, site.address, site.district, site.phone,
                             offering.service_type, None, None), strict=True))


def issue(offering, version, *, actor=WORKER, valid_from=FROM, matter=None, **facts):
    return workflow.issue_certificate(
        version=version, provider=offering.site.provider, offering=offering, facts=facts_of(offering) | facts, valid_from=valid_from,
        area_findings=f.certificates.AREAS, matter=matter, actor=actor)


def entry_of(certificate):
    return RegisterEntry.everything.get(certificate=certificate)


@pytest.fixture
def round_of(busan):
    """Busan on the day of the announcement: its offering and a published version, `issue()` and the certificate again as it is kept."""
    with clock.travel(seoul(2026, 11, 27, 10)), within(busan.agency):
        offering = Offering.everything.get(site__provider=busan.provider)
        version = f.published_version(framework=f.FrameworkFactory(number_key="BS-QC-{year}-{serial}"))
        yield SimpleNamespace(offering=offering, version=version, issue=lambda **how: issue(offering, version, **how),
                              again=lambda certificate: Certificate.everything.get(pk=certificate.pk))
