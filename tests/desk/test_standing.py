"""Dispositions and bars at the desk, and the national scheme's list."""
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from core.models import AuditEvent
from core.tenancy import within
from providers import workflow
from providers.models import Bar, Disposition, ProviderMember
from tests import factories as f
from tests.desk.test_provider import OTHERS, READERS

DESK = "/busan/admin/"


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def address(busan):
    return f"{DESK}providers/{busan.provider.public_id}/"


def warn(busan, **more):
    facts = {"kind": "warning", "from_on": date(2026, 3, 2), "authority": "사상구청"} | more
    return workflow.enter_disposition(busan.provider, **facts, actor=Actor.of(busan.officer))


def test_an_officer_enters_a_disposition_and_takes_it_back_with_a_reason(busan, address, sit_down, words_of):
    client = sit_down(busan.officer)
    typed = {"disposition-kind": "suspension", "disposition-from_on": "2026-03-02", "disposition-to_on": "2026-03-31",
             "disposition-authority": "부산광역시 사상구청", "disposition-note": ""}
    page = client.post(f"{address}dispositions/add/?lang=en", typed, follow=True)
    assert "The disposition is entered." in words_of(page) and "부산광역시 사상구청" in words_of(page)
    page = client.post(f"{address}dispositions/add/?lang=en", typed)
    assert "This disposition is entered already." in words_of(page) and 'value="부산광역시 사상구청"' in page.content.decode()
    with within(busan.agency):
        row = Disposition.everything.get()
    ending = f"{DESK}providers/dispositions/{row.public_id}/withdraw/?lang=en"
    assert "required" in words_of(client.post(ending, {f"end-{row.public_id}-reason": ""}))
    page = client.post(ending, {f"end-{row.public_id}-reason": "처분이 취소되었습니다."}, follow=True)
    assert "no longer counts" in words_of(page) and "처분이 취소되었습니다." in words_of(page)
    with within(busan.agency):
        events = AuditEvent.everything.filter(verb__startswith="provider.disposition").order_by("pk")
        assert [event.verb for event in events] == ["provider.disposition_entered", "provider.disposition_withdrawn"]


def test_the_manager_alone_bars_and_lifts(busan, address, sit_down, words_of):
    typed = {"bar-barred_until": f"{clock.today() + timedelta(days=365)}", "bar-reason": "인증이 취소되었습니다."}
    assert sit_down(busan.officer).post(f"{address}bar/", typed).status_code == 403
    assert sit_down(busan.officer).post(f"{address}bar/", {}).status_code == 403       # before anything typed is looked at
    client = sit_down(busan.manager)
    assert "The provider is barred until that day." in words_of(client.post(f"{address}bar/?lang=en", typed, follow=True))
    with within(busan.agency):
        bar = Bar.everything.get()
    lifting = f"{DESK}providers/bars/{bar.public_id}/lift/?lang=en"
    page = client.post(lifting, {f"end-{bar.public_id}-reason": "취소 결정이 뒤집혔습니다."}, follow=True)
    assert "The bar is lifted." in words_of(page)
    assert "This bar is lifted already." in words_of(client.post(lifting, {f"end-{bar.public_id}-reason": "x"}))


@pytest.mark.parametrize(("facts", "field"), [
    ({"from_on": date(2099, 1, 1)}, "from_on"), ({"to_on": date(2026, 3, 1)}, "to_on"),
])
def test_a_disposition_of_impossible_days_is_refused_beside_its_field(facts, field, busan):
    with within(busan.agency), pytest.raises(Refused) as refusal:
        warn(busan, **facts)
    assert refusal.value.field == field


def test_the_database_keeps_one_of_a_kind_and_day_and_reasons(busan):
    with within(busan.agency):
        row = warn(busan)
        for spoil in ({"withdrawn_at": clock.now()}, {"to_on": date(2020, 1, 1)}):
            with pytest.raises(IntegrityError), transaction.atomic():
                Disposition.everything.filter(pk=row.pk).update(**spoil)
        with pytest.raises(IntegrityError), transaction.atomic():
            Disposition.everything.create(provider=row.provider, kind=row.kind, from_on=row.from_on, authority="x", entered_at=clock.now(),
                                          entered_by=busan.officer)


@pytest.mark.parametrize("who", ["director", "auditor", "admin", "observer", "assessor", "owner"])
def test_nobody_else_enters_or_bars(who, busan):
    with within(busan.agency):
        row, actor = warn(busan), Actor.of(getattr(busan, who))
        bar = workflow.bar_provider(busan.provider, barred_until=clock.today(), reason="취소", actor=Actor.of(busan.manager))
        for write in (lambda: workflow.enter_disposition(busan.provider, kind="fine", from_on=date(2026, 1, 1), authority="x", actor=actor),
                      lambda: workflow.withdraw_disposition(row, reason="x", actor=actor),
                      lambda: workflow.bar_provider(busan.provider, barred_until=clock.today(), reason="x", actor=actor),
                      lambda: workflow.lift_bar(bar, reason="x", actor=actor)):
            with pytest.raises(PermissionDenied):
                write()


def test_nobody_bars_or_clears_a_provider_of_their_own(busan):
    with within(busan.agency):
        f.ProviderMemberFactory(provider=busan.provider, user=busan.manager, role=ProviderMember.Role.VIEWER)
        row = warn(busan)
        for write in (lambda: workflow.withdraw_disposition(row, reason="x", actor=Actor.of(busan.manager)),
                      lambda: workflow.bar_provider(busan.provider, barred_until=clock.today(), reason="x", actor=Actor.of(busan.manager))):
            with pytest.raises(PermissionDenied):
                write()


@pytest.mark.parametrize("who", READERS)
def test_those_who_read_cases_read_it(who, busan, address, sit_down, words_of):
    with within(busan.agency):
        warn(busan, note="CNRY-note")
    page = sit_down(getattr(busan, who)).get(f"{address}standing/?lang=en")
    assert "CNRY-note" in words_of(page)
    assert ("Enter a disposition" in words_of(page)) == (who in ("officer", "manager"))
    assert ("Bar the provider" in words_of(page)) == (who == "manager")


@pytest.mark.parametrize("who", OTHERS)
def test_others_see_neither_it_nor_the_national_list(who, busan, address, sit_down):
    client = sit_down(getattr(busan, who))
    assert {client.get(f"{address}standing/").status_code, client.get(f"{DESK}national/").status_code} == {403}


def test_the_neighbour_sees_nothing_of_it_through_the_door(busan):
    with within(busan.agency):
        warn(busan)
        for who, count in ((busan.owner, 1), (busan.neighbour, 0), (busan.assessor, 0), (busan.officer, 1)):
            assert Disposition.objects.visible_to(Actor.of(who)).count() == count


def test_the_national_list_is_searched_and_counted(busan, sit_down, words_of):
    with within(busan.agency):
        f.NationalHolderFactory(name="CNRY-first", business_number=f.number(840101), valid_to=None)
        f.NationalHolderFactory(name="CNRY-second")
    client = sit_down(busan.officer)
    page = words_of(client.get(f"{DESK}national/?lang=en"))
    assert "2 entries" in page and "CNRY-second" in page and "not stated" in page
    assert "CNRY-second" not in words_of(client.get(f"{DESK}national/?q=first"))
    assert "CNRY-first" in words_of(client.get(f"{DESK}national/?q=000-84-0101"))


@pytest.mark.parametrize("path", ["national/", "providers/{}/standing/"])
def test_it_asks_as_often_for_three_rows_as_for_one(path, busan, sit_down):
    client, path = sit_down(busan.manager), path.format(busan.provider.public_id)

    def queries():
        with CaptureQueriesContext(connection) as asked:
            client.get(f"{DESK}{path}")
        return len(asked)

    def add(day):
        with within(busan.agency):
            f.NationalHolderFactory()
            warn(busan, from_on=day)
            workflow.bar_provider(busan.provider, barred_until=clock.today(), reason="취소", actor=Actor.of(busan.manager))

    add(date(2026, 1, 1))
    queries()
    one = queries()
    add(date(2026, 1, 2))
    add(date(2026, 1, 3))
    assert queries() == one
