"""Rows for tests; tenant rows belong to the agency they are made within."""
import hashlib

import factory

from accounts.models import Affiliation, Agency, District, Membership, Person, User
from core import clock
from core.models import StoredFile
from core.tenancy import current_agency
from providers.business_number import check_digit
from providers.models import Offering, Provider, ProviderDocument, ProviderMember, ServiceType, Site


class TenantFactory(factory.django.DjangoModelFactory):
    class Meta:
        abstract = True

    @classmethod
    def _get_manager(cls, model_class):
        return model_class.everything           # the stock factory asks `objects`, which asks who is asking


class AgencyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Agency

    slug = factory.Sequence(lambda n: f"agency{n}")
    name_ko = factory.LazyAttribute(lambda a: f"{a.slug} 사회서비스원")
    name_en = factory.LazyAttribute(lambda a: f"{a.slug.title()} Social Service Agency")


class PersonFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Person

    name = factory.Sequence(lambda n: f"김하늘{n}")
    birth_on = "1980-05-05"
    phone_hash = factory.Sequence(lambda n: f"{n:064}")
    fingerprint = factory.Sequence(lambda n: f"{n:064}")


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"person{n}@haetsal.example")
    person = factory.SubFactory(PersonFactory)


class MembershipFactory(TenantFactory):
    class Meta:
        model = Membership
        skip_postgeneration_save = True

    user = factory.SubFactory(UserFactory)
    role = "officer"
    began_at = factory.LazyFunction(clock.now)

    @factory.post_generation
    def affiliation(self, create, extracted, **kwargs):
        if create:
            Affiliation.objects.get_or_create(user=self.user, agency=current_agency())


def number(serial):
    """A business number that was never issued and whose check digit is right."""
    first = f"000{serial:06}"
    return f"{first}{check_digit(first)}"


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


class SiteFactory(TenantFactory):
    class Meta:
        model = Site

    provider = factory.SubFactory(ProviderFactory)
    name = factory.Sequence(lambda n: f"본점{n}")
    phone = "0510000000"
    postcode = "46900"
    district = factory.LazyFunction(lambda: District.objects.get(code="26530"))
    address_base = "부산광역시 사상구 광장로 00"
    added_at = factory.LazyFunction(clock.now)


class OfferingFactory(TenantFactory):
    class Meta:
        model = Offering

    site = factory.SubFactory(SiteFactory)
    service_type = factory.LazyFunction(lambda: ServiceType.objects.get(code="dementia-prevention"))


class StoredFileFactory(TenantFactory):
    """A row without bytes; tests that download store a file of their own."""

    class Meta:
        model = StoredFile

    shelf = factory.Faker("uuid4")
    sha256 = factory.Sequence(lambda n: hashlib.sha256(str(n).encode()).hexdigest())
    size = 1000
    mime = "application/pdf"
    extension = "pdf"
    created_at = factory.LazyFunction(clock.now)


class ProviderDocumentFactory(TenantFactory):
    class Meta:
        model = ProviderDocument

    provider = factory.SubFactory(ProviderFactory)
    kind = "business_registration"
    file = factory.LazyAttribute(lambda d: StoredFileFactory(shelf=d.provider.public_id))
    name = "certificate.pdf"
    added_at = factory.LazyFunction(clock.now)
    added_by = factory.SubFactory(UserFactory)
