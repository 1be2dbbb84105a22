"""Providers with their people, sites, offerings and documents."""
from datetime import timedelta

import factory

from accounts.models import District
from core import clock
from core.tenancy import current_agency
from providers.business_number import check_digit
from providers.models import (
    JoinRequest,
    NationalHolder,
    Offering,
    Provider,
    ProviderDocument,
    ProviderInvitation,
    ProviderMember,
    ServiceType,
    Site,
)
from tests.factories.base import TenantFactory
from tests.factories.files import StoredFileFactory
from tests.factories.people import UserFactory


def number(serial):
    """A business number that was never issued and whose check digit is right."""
    first = f"000{serial:06}"
    return f"{first}{check_digit(first)}"


def district_here():
    """Sasang-gu at Busan, elsewhere one of the agency's own province."""
    province = current_agency().province
    first = None if province is None or province.code == "26" else province.districts.order_by("code").first()
    return first or District.objects.get(code="26530")


class ProviderFactory(TenantFactory):
    class Meta:
        model = Provider

    name = factory.Sequence(lambda n: f"햇살아동상담센터{n}")
    name_en = factory.Sequence(lambda n: f"Haetsal Child Counselling Centre {n}")
    business_number = factory.Sequence(lambda n: number(820000 + n))
    head_name = "김하늘"
    phone = "0510000000"
    email = "office@haetsal.example"
    postcode = "46900"
    district = factory.LazyFunction(lambda: District.objects.get(code="26530"))
    address_base = "부산광역시 사상구 광장로 00"
    address_detail = "3층"
    registered_at = factory.LazyFunction(clock.now)


class ProviderMemberFactory(TenantFactory):
    class Meta:
        model = ProviderMember

    provider = factory.SubFactory(ProviderFactory)
    user = factory.SubFactory(UserFactory)
    role = "owner"
    joined_at = factory.LazyFunction(clock.now)


class ProviderInvitationFactory(TenantFactory):
    class Meta:
        model = ProviderInvitation

    provider = factory.SubFactory(ProviderFactory)
    email = factory.Sequence(lambda n: f"invited{n}@haetsal.example")
    role = "editor"
    invited_at = factory.LazyFunction(clock.now)
    expires_at = factory.LazyFunction(lambda: clock.now() + timedelta(days=7))


class JoinRequestFactory(TenantFactory):
    class Meta:
        model = JoinRequest

    provider = factory.SubFactory(ProviderFactory)
    user = factory.SubFactory(UserFactory)
    asked_at = factory.LazyFunction(clock.now)


class SiteFactory(TenantFactory):
    class Meta:
        model = Site

    provider = factory.SubFactory(ProviderFactory)
    name = factory.Sequence(lambda n: f"본점{n}")
    phone = "0510000000"
    postcode = "46900"
    district = factory.LazyFunction(district_here)
    address_base = "부산광역시 사상구 광장로 00"
    added_at = factory.LazyFunction(clock.now)


class OfferingFactory(TenantFactory):
    class Meta:
        model = Offering

    site = factory.SubFactory(SiteFactory)
    service_type = factory.LazyFunction(lambda: ServiceType.objects.get(code="dementia-prevention"))


class NationalHolderFactory(TenantFactory):
    """Certified by the national scheme for some time to come."""

    class Meta:
        model = NationalHolder

    business_number = factory.Sequence(lambda n: number(840000 + n))
    name = factory.Sequence(lambda n: f"전국인증센터{n}")
    service_type = factory.LazyFunction(lambda: ServiceType.objects.get(code="dementia-prevention"))
    valid_to = factory.LazyFunction(lambda: clock.today() + timedelta(days=400))
    listed_at = factory.LazyFunction(clock.now)


class ProviderDocumentFactory(TenantFactory):
    class Meta:
        model = ProviderDocument

    provider = factory.SubFactory(ProviderFactory)
    kind = "business_registration"
    file = factory.LazyAttribute(lambda d: StoredFileFactory(shelf=d.provider.public_id))
    name = "certificate.pdf"
    added_at = factory.LazyFunction(clock.now)
    added_by = factory.SubFactory(UserFactory)
