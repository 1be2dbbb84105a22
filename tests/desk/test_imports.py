"""Spreadsheets brought in at the desk: checked without writing, confirmed as shown, carried out whole or not at all."""
import io
import os
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from openpyxl import load_workbook

from accounts.actors import Actor
from accounts.models import Membership
from certification.models import Certificate, RegisterEntry
from core import clock
from core.errors import Refused
from core.models import AuditEvent
from core.numbers import next_number
from core.tables import write_table
from core.tenancy import within
from desk import workflow
from desk.models import ImportRun
from desk.workflow import imports as importing
from providers import business_number
from providers.models import Disposition, NationalHolder, Offering, Provider, ProviderMember, Site
from providers.workflow import import_dispositions
from tests import factories as f
from tests.desk.importing import SERVICE, row, said
from tests.files import pdf, zipped


@pytest.fixture(autouse=True)
def english(settings):
    """Numbers that begin with 000 pass only with DEMO."""
    settings.DEMO = True
    with translation.override("en"):
        yield


# ---- providers

def test_providers_are_entered_confirmed_with_sites_and_services_in_one_go(busan, hand_in, carry_out):
    second = row(700001, site="2호점", service="", registration_number="", registered_on="")
    run = hand_in("providers", [row(700001), second, row(700002)])
    assert (run.stage, run.rows, run.made, run.changed, run.left) == ("checked", 3, 2, 0, 0)
    assert [line["label"] for line in run.lines] == [f"가람돌봄700001 ({shown(700001)})", f"가람돌봄700002 ({shown(700002)})"]
    with within(busan.agency):
        assert not Provider.everything.filter(business_number=f.number(700001)).exists()
    run = carry_out(run)
    with within(busan.agency):
        provider = Provider.everything.get(business_number=f.number(700001))
        sites = list(Site.everything.filter(provider=provider).order_by("pk").values_list("name", "phone", "address_base"))
        offering = Offering.everything.get(site__provider=provider)
        events = list(AuditEvent.everything.filter(verb__in=["provider.imported", "import.done"]).order_by("pk"))
    assert (run.stage, provider.stage, provider.phone) == ("done", "confirmed", "0510000001")
    assert sites == [("본점", "0510000001", "부산광역시 사상구 나눔로 1"), ("2호점", "0510000001", "부산광역시 사상구 나눔로 1")]
    assert (offering.registered_on, offering.registration_number) == (date(2020, 3, 2), "26-1")
    assert [event.verb for event in events] == ["provider.imported", "provider.imported", "import.done"]
    assert {event.actor_id for event in events} == {busan.officer.pk}
    assert (events[-1].facts["rows"], events[-1].facts["made"]) == (3, 2)


def shown(serial):
    return business_number.formatted(f.number(serial))


def test_what_is_there_is_changed_where_it_differs_and_left_where_it_does_not(busan, hand_in, carry_out):
    carry_out(hand_in("providers", [row(700001), row(700002)]))
    run = hand_in("providers", [row(700001, phone="051-000-0009", name_en="Garam"), row(700002, name_en="", address_detail="")])
    assert (run.made, run.changed, run.left) == (0, 1, 1)
    assert run.lines[0]["detail"] == "name in English, telephone · 본점: telephone"
    carry_out(run)
    with within(busan.agency):
        changed = Provider.everything.get(business_number=f.number(700001))
        assert (changed.phone, changed.name_en) == ("0510000009", "Garam")
        assert Offering.everything.filter(site__provider=changed).count() == 1
    again = hand_in("providers", [row(700001, phone="051-000-0009")])
    assert (again.made, again.changed, again.left) == (0, 0, 1)


@pytest.mark.parametrize(("rows", "sentence"), [
    (lambda: [row(700001), row(700001, head_name="다른이", site="2호점")],
     "row 3, column D (Representative): For the same number row 2 says something else."),
    (lambda: [row(700001), row(700001)], "row 3, column S (Service): The same stands in row 2 already."),
    (lambda: [row(700001), row(700001, site_phone="051-000-0002", service="")],
     "row 3, column K (Site): For the same site row 2 says something else."),
    (lambda: [row(700001, number="000-82-00007")], "row 2, column A (Business registration number): This number does not exist"),
    (lambda: [row(700001, email="nobody")], "row 2, column F (E-mail): Enter a valid email address."),
    (lambda: [row(700001, district="수성구")], "row 2, column G (District): “수성구” is none of the possible entries."),
    (lambda: [row(700001, latitude="128.99", longitude="35.15")], "row 2, column Q (Latitude): Latitude 128.99 and longitude 35.15 are"),
    (lambda: [row(700001, latitude="35.15")], "row 2, column Q (Latitude): Latitude and longitude go together"),
    (lambda: [row(700001, site_base="부산광역시 금정구 두레길 3")], "row 2, column M (District of the site): An address of the site needs"),
    (list, "There is no row below the headings."),
])
def test_a_mistake_in_a_row_is_named_and_nothing_can_be_carried_out(rows, sentence, busan, hand_in):
    run = hand_in("providers", rows())
    assert run.stage == "wrong" and sentence in said(run)[0]
    with within(busan.agency), pytest.raises(Refused, match="has mistakes"):
        workflow.confirm_import(run, run.digest, actor=Actor.of(busan.officer))


def test_a_provider_that_waits_for_its_confirmation_is_not_changed_past_it(busan, hand_in):
    with within(busan.agency):
        f.ProviderFactory(business_number=f.number(700003), name="대기기관")
    assert "Only confirmed ones are changed here." in said(hand_in("providers", [row(700003)]))[0]


def test_nobody_brings_in_a_provider_of_their_own(busan, hand_in, carry_out):
    carry_out(hand_in("providers", [row(700001)]))
    run = hand_in("providers", [row(700001, phone="051-000-0009")])
    with within(busan.agency):
        f.ProviderMemberFactory(provider=Provider.everything.get(business_number=f.number(700001)), user=busan.officer,
                                role=ProviderMember.Role.VIEWER)
    assert "You belong to this provider." in said(hand_in("providers", [row(700001)]))[0]
    run = carry_out(run)
    assert run.stage == "wrong"
    with within(busan.agency):
        assert Provider.everything.get(business_number=f.number(700001)).phone == "0510000001"


def test_the_workflow_asks_by_itself_whether_somebody_belongs_to_them(busan, hand_in, carry_out):
    carry_out(hand_in("providers", [row(700001)]))
    with within(busan.agency):
        own = Provider.everything.get(business_number=f.number(700001))
        f.ProviderMemberFactory(provider=own, user=busan.officer, role=ProviderMember.Role.VIEWER)
        with pytest.raises(Refused, match="A colleague has to bring it in"):
            import_dispositions([{"provider": own, "kind": "warning", "from_on": clock.today(), "authority": "구청"}],
                                actor=Actor.of(busan.officer))


def test_moved_columns_and_formulas_are_named(hand_in):
    def moved(columns, rows):
        return write_table(columns[1:] + columns[:1], rows, title="Rows")
    assert "The columns have been moved" in said(hand_in("providers", [], head=moved))[0]

    def formula(columns, rows):
        book = load_workbook(io.BytesIO(write_table(columns, rows, title="Rows")))
        book["Rows"]["B2"] = '=CONCATENATE("가","나")'
        written = io.BytesIO()
        book.save(written)
        return written.getvalue()
    assert "row 2, column B (Name of the organisation): Here stands a formula." in said(hand_in("providers", [], head=formula))[0]


def test_ten_thousand_rows_of_which_one_is_wrong_take_under_half_a_minute_and_nothing_is_written(busan, hand_in):
    """A tenth of them in a tenth of the time, unless FULL=1."""
    count = 10_000 if os.environ.get("FULL") else 1_000
    rows = [row(100000 + serial) for serial in range(count)]
    rows[654]["phone"] = "12"
    run, seconds = hand_in("providers", rows), hand_in.seconds[-1]
    assert seconds < max(10, 30 * count / 10_000)
    assert (run.stage, run.rows) == ("wrong", count - 1)
    assert said(run) == ["row 656, column E (Telephone): Write the telephone number with its area code, like 051-000-0000."]
    with within(busan.agency):
        assert Provider.everything.count() == 2


# ---- the two steps

def test_what_changed_between_looking_and_doing_is_looked_at_again(busan, hand_in, carry_out):
    run = hand_in("providers", [row(700001)])

    def meanwhile():
        f.ProviderFactory(business_number=f.number(700001), stage="confirmed")
    again = carry_out(run, before=meanwhile)
    assert (again.stage, again.made, again.changed) == ("checked", 0, 1)
    assert again.notes == ["Something was entered meanwhile, so nothing was written. Look at it again."]
    with within(busan.agency):
        assert Provider.everything.get(business_number=f.number(700001)).name != "가람돌봄700001"
        with pytest.raises(Refused, match="has changed since you looked"):
            workflow.confirm_import(again, run.digest if run.digest != again.digest else "x", actor=Actor.of(busan.officer))


def test_a_file_that_is_no_longer_what_it_was_is_not_carried_out(busan, hand_in, carry_out):
    run = hand_in("providers", [row(700001)])
    other = hand_in("providers", [row(700009)])

    def meanwhile():
        ImportRun.everything.filter(pk=run.pk).update(file=other.file)
    assert carry_out(run, before=meanwhile).stage == "checked"
    with within(busan.agency):
        assert not Provider.everything.filter(business_number=f.number(700009)).exists()


def test_who_confirmed_and_lost_the_role_since_brings_nothing_in(busan, hand_in, carry_out):
    run = hand_in("national", [{"number": f.number(700001), "name": "전국센터", "service": SERVICE}])

    def meanwhile():
        Membership.everything.filter(user=busan.officer).update(ended_at=clock.now())
    run = carry_out(run, before=meanwhile)
    assert (run.stage, said(run)) == ("wrong", ["Who confirmed this may no longer bring anything in."])
    with within(busan.agency):
        assert not NationalHolder.everything.exists()


def test_it_is_carried_out_once(busan, hand_in, carry_out):
    run = carry_out(hand_in("providers", [row(700001)]))
    with within(busan.agency):
        assert workflow.carry_out_import(run, actor=Actor.system("tests")).stage == "done"
        with pytest.raises(Refused, match="carried out"):
            workflow.confirm_import(run, run.digest, actor=Actor.of(busan.officer))
        assert Provider.everything.filter(business_number=f.number(700001)).count() == 1


@pytest.mark.parametrize("who", ["director", "auditor", "admin", "trainer", "observer", "assessor", "owner"])
def test_nobody_else_brings_anything_in(who, busan, hand_in):
    run = hand_in("providers", [row(700001)])
    with within(busan.agency):
        actor = Actor.of(getattr(busan, who))
        for write in (lambda: workflow.start_import("providers", SimpleUploadedFile("a.xlsx", b""), actor=actor),
                      lambda: workflow.confirm_import(run, run.digest, actor=actor), lambda: workflow.drop_import(run, actor=actor),
                      lambda: workflow.check_import(run, actor=actor), lambda: workflow.carry_out_import(run, actor=actor)):
            with pytest.raises(PermissionDenied):
                write()


# ---- the other kinds

def test_dispositions_are_found_by_number_and_completed_where_they_are_there(busan, hand_in, carry_out):
    number = busan.provider.business_number
    first = {"number": number, "kind": "경고", "from_on": "2025-03-11", "authority": "사상구청"}
    carry_out(hand_in("dispositions", [first]))
    run = hand_in("dispositions", [first | {"note": "과장 광고"},
                                   first | {"kind": "영업정지", "from_on": "2025-05-01", "to_on": "2025-05-31"}])
    assert (run.made, run.changed) == (1, 1)
    carry_out(run)
    with within(busan.agency):
        assert list(Disposition.everything.order_by("from_on").values_list("kind", "note", "to_on")) == [
            ("warning", "과장 광고", None), ("suspension", "", date(2025, 5, 31))]
    wrong = hand_in("dispositions", [first | {"number": f.number(700001)}, first, first, first | {"from_on": "2099-01-01"},
                                     first | {"kind": "영업정지", "to_on": "2025-03-01"}])
    assert said(wrong) == [
        "row 2, column A (Business registration number): No provider of this number is entered here. Bring in the providers first.",
        "row 4, column C (Imposed on): The same stands in row 3 already.",
        "row 5, column C (Imposed on): This day has not come yet.",
        "row 6, column D (In force until): The last day lies before the first."]


def test_the_national_list_is_renewed_and_who_is_not_in_it_stays(busan, hand_in, carry_out):
    service = SERVICE
    with within(busan.agency):
        f.NationalHolderFactory(business_number=f.number(700001), name="옛이름", valid_to=None)
        f.NationalHolderFactory(business_number=f.number(700009))
    run = carry_out(hand_in("national", [
        {"number": f.number(700001), "name": "새이름", "service": service, "valid_to": "2028-12-08"},
        {"number": f.number(700002), "name": "전국센터", "service": service}]))
    assert (run.stage, run.made, run.changed) == ("done", 1, 1)
    with within(busan.agency):
        assert NationalHolder.everything.count() == 3
        assert NationalHolder.everything.get(business_number=f.number(700001)).valid_to == date(2028, 12, 8)


@pytest.fixture
def paper(busan):
    """A row of a certificate of the cast's provider, as it was printed."""
    with within(busan.agency):
        framework = f.FrameworkFactory(number_key="BS-QC-{year}-{serial}", number_shown="제{year}-{serial}호")
        site = Site.everything.get(provider=busan.provider)
    paper = {"year": 2024, "serial": 7, "number": busan.provider.business_number, "provider_name": "옛햇살센터", "head_name": "김하늘",
             "site_name": site.name, "service_type": SERVICE, "address": "부산광역시 사상구 광장로 00", "district": "사상구",
             "valid_from": "2024-11-28"}
    return framework, paper


def test_certificates_are_entered_with_number_dates_and_scan_and_the_counter_goes_after_them(busan, hand_in, carry_out, paper):
    framework, first = paper
    name = framework.number(framework.number_shown, 2024, 7)
    run = hand_in("certificates", [first], scans=zipped({f"스캔/{name}.pdf": pdf(), "__MACOSX/._x": b"x"}))
    assert (run.stage, said(run), run.lines[0]["detail"][-13:]) == ("checked", [], "with its scan")
    carry_out(run)
    with within(busan.agency):
        certificate = Certificate.everything.get()
        assert (certificate.number_shown, certificate.valid_to, certificate.origin) == (name, date(2027, 11, 27), "imported")
        assert certificate.offering.site.provider == busan.provider
        assert certificate.documents.get().file.extension == "pdf"
        assert RegisterEntry.everything.get(certificate=certificate).provider_name == "옛햇살센터"
        assert next_number(f"certificate:{framework.public_id}", 2024) == 8
    again = hand_in("certificates", [first, first | {"serial": 8}])
    assert (again.left, said(again)) == (1, [
        f"row 3, column L (Valid from): This service holds the certificate {name} for that time."])


def test_what_is_wrong_with_certificates_and_scans_is_named(busan, hand_in, paper):
    framework, first = paper
    name = framework.number(framework.number_shown, 2024, 7)
    wrong = hand_in("certificates", [first, first | {"valid_from": "2020-01-01", "valid_to": "2019-01-01"}],
                    scans=zipped({f"{name}.pdf": b"no pdf", "모르는번호.pdf": pdf()}))
    assert [one.partition(": ")[0] for one in said(wrong)] == [
        "row 2, column C (Number as printed)", "row 3, column B (Serial number)", "row 3, column M (Valid until)",
        "The scan “모르는번호.pdf” fits no row. Name it by the number of its certificate."]


def test_a_zip_that_is_none_or_holds_too_many_is_refused_at_once(busan, hand_in, paper, monkeypatch):
    with pytest.raises(Refused, match="another type"):
        hand_in("certificates", [paper[1]], scans=b"no zip")
    monkeypatch.setattr(importing, "SCANS_AT_MOST", 1)
    with pytest.raises(Refused, match="At most 1 scans"):
        hand_in("certificates", [paper[1]], scans=zipped({"a.pdf": pdf(), "b.pdf": pdf()}))
    with pytest.raises(Refused, match="no scans for this kind"):
        hand_in("providers", [row(700001)], scans=zipped({"a.pdf": pdf()}))
