"""Agencies, persons, accounts, roles."""
import factory

from accounts.models import Affiliation, Agency, Membership, Person, User
from core import clock
from core.tenancy import current_agency
from tests.factories.base import TenantFactory


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
