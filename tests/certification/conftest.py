"""What the tests of certification have in common: sentences in the source's language, and what a framework and a round are made of."""
from datetime import timedelta

import pytest
from django.utils import translation

from certification.reference import sample_content
from core import clock
from core.tenancy import within
from providers.models import ServiceType
from tests import factories as f


@pytest.fixture(autouse=True)
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
