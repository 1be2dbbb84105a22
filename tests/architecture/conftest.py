"""The world of test_routes.py: built once for the module, in a transaction that never ends well."""
from types import SimpleNamespace

import pytest
from django.db import transaction
from django.test import Client

from accounts.models import Province
from tests import factories as f
from tests.agencies.sets import frozen_set
from tests.architecture import world as w
from tests.architecture.reported import YEAR
from tests.cast import people_of


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        busan = people_of("busan", province=Province.objects.get(code="26"), name_ko="부산광역시사회서비스원", name_en="Busan Agency")
        daegu = people_of("daegu", province=Province.objects.get(code="27"), name_ko="대구광역시사회서비스원", name_en="Daegu Agency")
        central = people_of("central", kind="central", name_ko="중앙사회서비스원", name_en="Central Institute")
        frozen_set(central.agency, [busan.agency, daegu.agency], year=YEAR)
        operator = f.UserFactory(email="operator@nation.example", is_operator=True, person__name="CNRY-nation-operator")
        cast = w.members(busan, daegu, central, operator)
        yield SimpleNamespace(busan=busan, daegu=daegu, own=w.rows_of(busan), foreign=w.rows_of(daegu), cast=cast,
                              untouched=w.digests(daegu, w.WALLED | {"accounts_agency"}),
                              browsers={name: browser(user) for name, user in cast.items()})
        transaction.set_rollback(True)


def browser(user, **how):
    client = Client(raise_request_exception=False, **how)
    if user:
        client.force_login(user)
    return client
