"""The register's rows and what is found among them: made of certificates alone, written by their agency alone, told from dates."""
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import DatabaseError, transaction
from django.forms.models import model_to_dict

from accounts.models import District
from certification import queries, workflow
from certification.models import RegisterEntry
from core import clock
from core.calendar import months_after
from core.tenancy import nationwide, within
from tests import factories as f
from tests.certification.conftest import WORKER, entry_of, seoul

TODAY = date(2026, 10, 14)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def today():
    with clock.travel(seoul(2026, 10, 14, 9)):
        yield


@pytest.fixture
def here(busan):
    with within(busan.agency):
        yield busan


def names(rows):
    return [entry.provider_name for entry in rows]


def certified(name, **fields):
    return f.CertificateFactory(provider_name=name, **fields)


# ---- the row

def test_a_row_says_what_the_certificate_says_and_the_name_of_its_head_only_with_consent(here):
    shy, open_ = certified("조용", head_name="김조용"), certified("열린", head_name="박열린", shows_head_name=True)
    assert (entry_of(shy).head_name, entry_of(open_).head_name) == ("", "박열린")
    assert "조용" not in str(model_to_dict(entry_of(shy), exclude=["terms", "provider_name"]).values())
    entry = entry_of(open_)
    assert (entry.provider, entry.edition_ko) == (open_.provider.public_id, "2024년판")
    assert entry.scheme_en == "Social service quality certification"


def test_a_rebuilt_register_is_the_one_that_was(here, busan, at):
    certificate = certified("다솜")
    workflow.suspend(certificate, from_on=TODAY, reason="자격 확인", actor=WORKER)
    before = model_to_dict(entry_of(certificate))
    RegisterEntry.everything.update(provider_name="x", history=[], terms=[], valid_to=date(2030, 1, 1))
    with at(busan.officer, busan) as actor:
        assert workflow.rebuild_register(actor=actor) == 1
    assert model_to_dict(entry_of(certificate)) | {"renewed_at": None} == before | {"renewed_at": None}


def test_a_command_rebuilds_it_at_each_agency(busan, daegu, capsys):
    with within(busan.agency):
        certified("다솜")
    call_command("rebuild_register")
    assert "busan: 1 entries" in capsys.readouterr().out
    with within(busan.agency):
        assert RegisterEntry.everything.filter(agency=busan.agency).count() == 1


def test_a_provider_rebuilds_nothing(here, at):
    with at(here.owner, here) as actor, pytest.raises(PermissionDenied):
        workflow.rebuild_register(actor=actor)


def test_everybody_reads_it_and_only_its_agency_writes(busan, daegu):
    with within(busan.agency):
        entry = entry_of(certified("다솜"))
    with nationwide():
        assert names(queries.register_found()) == ["다솜"]
    with within(daegu.agency):
        assert queries.entry_by_number(entry.number).pk == entry.pk
        assert RegisterEntry.everything.filter(pk=entry.pk).update(provider_name="훔침") == 0
        with pytest.raises(DatabaseError), transaction.atomic():
            RegisterEntry.everything.filter(pk=entry.pk).delete()
        values = {field.attname: getattr(entry, field.attname) for field in RegisterEntry._meta.local_fields if field.name != "id"}
        with pytest.raises(DatabaseError), transaction.atomic():
            RegisterEntry.everything.create(**values | {"number": "DG-1"})


# ---- found by state

@pytest.fixture
def one_of_each(here):
    """One certificate in each state on 14 October 2026."""
    certified("가 유효")
    certified("나 만료예정", valid_from=TODAY - timedelta(days=950), valid_to=TODAY + timedelta(days=179))
    workflow.suspend(certified("다 정지"), from_on=TODAY, to_on=TODAY, reason="x", actor=WORKER)
    workflow.revoke(certified("라 취소"), on=date(2026, 4, 15), reason="x", actor=WORKER)
    workflow.revoke(certified("마 취소됨"), on=date(2026, 4, 14), reason="x", actor=WORKER)
    workflow.surrender(certified("바 반납"), on=TODAY, actor=WORKER)
    workflow.supersede(certified("사 대체"), on=TODAY, actor=WORKER)
    certified("아 만료", valid_from=TODAY - timedelta(days=1000), valid_to=TODAY - DAY)
    certified("자 예정", valid_from=TODAY + DAY)
    workflow.revoke(certified("차 취소예정"), on=TODAY + DAY, reason="x", actor=WORKER)
    workflow.suspend(certified("카 정지예정"), from_on=TODAY + DAY, reason="x", actor=WORKER)
    workflow.suspend(certified("타 정지끝"), from_on=TODAY - 9 * DAY, to_on=TODAY - DAY, reason="x", actor=WORKER)


@pytest.mark.parametrize(("statuses", "found"), [
    (["valid"], ["가 유효", "차 취소예정", "카 정지예정", "타 정지끝"]), (["expiring"], ["나 만료예정"]), (["suspended"], ["다 정지"]),
    (["revoked"], ["라 취소"]), (["expired"], ["바 반납", "사 대체", "아 만료"]),
    (queries.LISTED, ["가 유효", "나 만료예정", "다 정지", "라 취소", "차 취소예정", "카 정지예정", "타 정지끝"]),
])
def test_each_status_is_told_from_the_dates(statuses, found, one_of_each, here):
    assert names(queries.register_found(here.agency, statuses=statuses)) == found


def test_the_database_and_the_page_agree_about_every_state(one_of_each, here):
    in_sql = {name: status for status in queries.STATUSES for name in names(queries.register_found(here.agency, statuses=[status]))}
    kinds = {"surrendered": "expired", "superseded": "expired"}
    for entry in queries.register.entries():
        shown = kinds.get(entry.state, entry.state)
        assert in_sql.get(entry.provider_name) == (None if entry.provider_name in ("마 취소됨", "자 예정") else shown)


def test_the_counts_are_those_of_the_list(one_of_each, here):
    counts = queries.register_counts(here.agency.pk, "x", TODAY)
    for status in queries.STATUSES:
        assert sum(row["count"] for row in counts if row["status"] == status) == len(queries.register_found(here.agency, statuses=[status]))


def test_who_was_revoked_long_ago_is_still_found_by_number(one_of_each):
    entry = RegisterEntry.everything.get(provider_name="마 취소됨")
    assert queries.entry_by_number(entry.number) == entry == queries.entry_by_code(entry.code)
    assert entry.listed_until == date(2026, 10, 13)


@pytest.mark.parametrize(("day", "months", "then"), [
    (date(2026, 6, 15), 6, date(2026, 12, 15)), (date(2026, 8, 31), 6, date(2027, 2, 28)), (date(2027, 2, 28), -6, date(2026, 8, 28)),
    (date(2026, 1, 31), -6, date(2025, 7, 31))])
def test_months_end_where_they_end(day, months, then):
    assert months_after(day, months) == then


# ---- found by words

@pytest.mark.parametrize(("words", "finds"), [
    ("다솜", True), ("다소", True), ("솜", True), ("ㄷ", True), ("ㅋ", False),
    ("발달 다솜", True), ("다솜  발달센터", True), ("해운대", False),
    ("사상구", True), ("부산", True), ("Dasom", True), ("dasom child", True), ("치매예방", True), ("Sasang", True), ("본원", True),
    ("온누리", False),
    ("다솜 온누리", False),
    ("다솜%", True), ("%", True), ("_", False), ("다솜아동발달센터", True)])
def test_words_are_found_however_they_were_typed(words, finds, here):
    offering = f.OfferingFactory(site__name="본원")
    certified("다솜아동발달센터", provider_name_en="Dasom Child Centre", offering=offering)
    assert bool(names(queries.register_found(here.agency, words=words))) == finds


def test_an_underscore_is_no_joker(here):
    certified("다솜")
    assert not names(queries.register_found(here.agency, words="다_"))


def test_services_districts_and_agencies_narrow_the_list(busan, daegu):
    with within(daegu.agency):
        certified("대구")
    with within(busan.agency):
        certified("사상")
        other = certified("해운대", district=District.objects.get(code="26350"))
        assert names(queries.register_found(busan.agency, district=other.district)) == ["해운대"]
        assert names(queries.register_found(busan.agency)) == ["사상", "해운대"]
        assert names(queries.register_found()) == ["대구", "사상", "해운대"]
        assert names(queries.register_found(busan.agency, services=[other.service_type_id + 1])) == []


def test_the_newest_first_or_by_name(here):
    for name, day in (("나", date(2025, 1, 1)), ("가", date(2025, 3, 1)), ("다", date(2025, 2, 1))):
        certified(name, valid_from=day)
    assert names(queries.register_found(here.agency)) == ["가", "나", "다"]
    assert names(queries.register_found(here.agency, sort="newest")) == ["가", "다", "나"]
    assert names(queries.register_found(here.agency, sort="1; DROP")) == ["가", "나", "다"]


def test_a_long_list_is_counted_to_a_thousand_and_one(here, monkeypatch):
    monkeypatch.setattr(queries.register_list, "MOST", 2)
    for number in range(4):
        certified(f"기관{number}")
    assert queries.counted(queries.register_found(here.agency)) == 3


@pytest.mark.parametrize("typed", ["제2025-012호", "2025-012", "2025-12", "BS-QC-2025-012", "bs qc 2025 12", " 제 2025 - 012 호 "])
def test_a_number_is_read_however_it_is_typed(typed, here):
    framework = f.FrameworkFactory(number_key="BS-QC-{year}-{serial}")
    version = f.published_version(framework=framework)
    certified("다솜", version=version, serial=12)
    certified("다른", version=version, serial=112)
    assert names(queries.entries_of_number(typed)) == ["다솜"]


@pytest.mark.parametrize("typed", ["", "2025", "제호", "2025-0", "2025-013", "x-2025-012", "다솜"])
def test_what_is_no_number_finds_nothing(typed, here):
    certified("다솜", version=f.published_version(framework=f.FrameworkFactory(number_key="BS-QC-{year}-{serial}")), serial=12)
    assert queries.entries_of_number(typed) == []


def test_what_else_a_provider_holds(here):
    offering = f.OfferingFactory()
    first = certified("다솜", offering=offering)
    second = certified("다솜", offering=f.OfferingFactory(site__provider=offering.site.provider))
    certified("남")
    assert [entry.certificate_id for entry in queries.entries_of_provider(entry_of(first))] == [second.pk]
