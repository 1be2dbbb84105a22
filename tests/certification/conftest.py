"""What the tests of certification have in common: what a framework, a round and a certificate are made of."""
from datetime import date, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.utils import translation

from accounts.actors import Actor
from certification import workflow
from certification.models import Certificate, RegisterEntry
from certification.reference import sample_content
from certification.workflow.certificate import HOLDER
from core import clock
from core.tenancy import within
from providers.models import Offering, ServiceType
from tests import factories as f
from tests.correspondence.conftest import work_off  # noqa: F401  errands done on the spot

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


@pytest.fixture
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def content():
    """A fresh copy of the sample, to be spoilt."""
    return sample_content()


@pytest.fixture
def founding():
    """(facts, issuers) as `found_framework` takes them."""
    return ({"name_ko": "부산형 품질인증", "name_en": "Busan quality certification", "number_key": "BS-QC-{year}-{serial}"},
            [{"name_ko": "부산광역시", "name_en": "Busan", "title_ko": "부산광역시장", "title_en": "Mayor of Busan"},
             {"name_ko": "부산사회서비스원", "name_en": "Busan Agency", "title_ko": "원장", "title_en": "Director"}])


@pytest.fixture
def version(busan):
    with within(busan.agency):
        return f.published_version()


@pytest.fixture
def round_facts(version):
    """Clean values for a round, its dates in order."""
    def clean(**other):
        now, today = clock.now(), clock.today()
        return {"version": version, "year": today.year, "kind": "new", "name_ko": "정기 공고", "name_en": "Regular round", "quota": 30,
                "opens_at": now + timedelta(days=1), "closes_at": now + timedelta(days=20),
                "document_review_until": today + timedelta(days=60), "site_visits_until": today + timedelta(days=90),
                "final_evaluation_on": today + timedelta(days=120), "results_on": today + timedelta(days=130)} | other
    return clean


@pytest.fixture
def services(db):
    return list(ServiceType.objects.order_by("position")[:2])
