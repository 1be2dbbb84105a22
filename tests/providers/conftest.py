"""What the portal's tests have in common: numbers of the demonstration, and what a form sends."""
import pytest
from django.utils import translation

from accounts.models import District
from tests import factories as f
from tests import files


@pytest.fixture(autouse=True)
def numbers_never_issued(settings):
    settings.DEMO = True


@pytest.fixture(autouse=True)
def english():
    """Sentences are compared in the source's language; pages ask for it by `?lang=en`."""
    with translation.override("en"):
        yield


@pytest.fixture
def certificate():
    """A fresh file each time: an upload is read once."""
    return lambda name="사업자등록증.pdf", content=None: files.upload(files.pdf() if content is None else content, name)


@pytest.fixture
def typed(db):
    """What a form sends for a new provider; other answers by name."""
    def answers(**other):
        return {"name": "라온아동상담센터", "name_en": "Raon Child Counselling", "business_number": "000-81-0000" + f.number(810000)[9],
                "head_name": "정하늘", "phone": "051-000-0000", "email": "office@raon.example",
                "district": District.objects.get(code="26530").pk, "postcode": "46900",
                "address_base": "부산광역시 사상구 광장로 00", "address_detail": "4층"} | other
    return answers


@pytest.fixture
def facts(typed):
    """The same as clean values, as the workflow takes them."""
    def clean(**other):
        given = typed() | {"business_number": f.number(810000), "phone": "0510000000"} | other
        return {**given, "district": District.objects.get(pk=given["district"])}
    return clean


@pytest.fixture
def place_facts(db):
    """Clean values for a site."""
    def clean(**other):
        return {"name": "둘째 지점", "district": District.objects.get(code="26530"), "postcode": "46900", "phone": "0510000000",
                "address_base": "부산광역시 사상구 광장로 00", "address_detail": "", "latitude": None, "longitude": None} | other
    return clean
