"""Bulletins: who writes them and how, what the database keeps, and that jobs do each thing once."""
import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import translation

from accounts.actors import Actor
from agencies.models import BulletinDelivery, BulletinFile, BulletinReminder
from agencies.workflow import bulletin as workflow
from agencies.workflow import bulletin_sent as afterwards
from agencies.workflow import reading
from agencies.workflow.addressing import Addressees
from agencies.workflow.shared_files import note_scans
from core import clock
from core.errors import Refused
from core.models import FileScan
from core.tenancy import within
from tests.agencies.networking import WORDS, BulletinFactory, at_central, counted, hwpx_saying, sent, to, written
from tests.files import pdf, upload

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.mark.parametrize("role", ["director", "auditor", "trainer", "admin", "observer"])
def test_bulletins_are_kept_by_centrals_officers_and_managers_alone(role, central, busan):
    draft, out = written(central, to(busan)), sent(central, busan)
    with within(central.agency):
        file = workflow.attach_file(draft, upload(pdf(), "가.pdf"), actor=Actor.of(central.manager))
    change = {"base_version": 1, **WORDS}
    for work, args in (
            (workflow.write_bulletin, {"to": Addressees(), **WORDS}), (workflow.change_bulletin, {"to": Addressees(), **change}),
            (workflow.discard_bulletin, {}), (workflow.send_bulletin, {}), (workflow.count_again, {}),
            (workflow.attach_file, {"upload": upload(pdf(), "나.pdf")}), (afterwards.remind_readers, {}),
            (afterwards.withdraw_bulletin, {"reason": "x"}), (afterwards.correct_bulletin, {"change_ko": "x", "change_en": "", **change})):
        row = [] if work is workflow.write_bulletin else [out if work.__module__ == afterwards.__name__ else draft]
        with pytest.raises(PermissionDenied):
            at_central(central, work, *row, by=role, **args)
    with pytest.raises(PermissionDenied):
        at_central(central, workflow.remove_file, file, by=role)


def test_no_other_agency_writes_bulletins(busan):
    with within(busan.agency), pytest.raises(PermissionDenied):
        workflow.write_bulletin(to=Addressees(), actor=Actor.of(busan.manager), **WORDS)


def test_who_wrote_on_an_older_draft_is_told_and_what_was_sent_is_no_draft(central, busan):
    bulletin = written(central, to(busan))
    change = {"to": to(busan), **WORDS, "title_ko": "둘째"}
    at_central(central, workflow.change_bulletin, bulletin, base_version=1, **change)
    with pytest.raises(Refused, match="Somebody else"):
        at_central(central, workflow.change_bulletin, bulletin, base_version=1, **change)
    at_central(central, workflow.discard_bulletin, bulletin)
    for work, more in ((workflow.change_bulletin, {"base_version": 2, **change}), (workflow.send_bulletin, {}), (workflow.count_again, {}),
                       (workflow.attach_file, {"upload": upload(pdf(), "가.pdf")})):
        with pytest.raises(Refused, match="no draft any more"):
            at_central(central, work, bulletin, **more)
    with within(busan.agency):
        assert not BulletinDelivery.everything.exists()


def test_the_day_to_confirm_by_lies_ahead(central, busan):
    bulletin = written(central, to(busan), confirm_by=clock.today())
    counted(busan)
    with pytest.raises(Refused, match="future") as refused:
        at_central(central, workflow.send_bulletin, bulletin)
    assert refused.value.field == "confirm_by"


def test_a_file_with_a_resident_number_is_refused(central, busan):
    bulletin = written(central, to(busan))
    with pytest.raises(Refused, match="resident registration number"):
        at_central(central, workflow.attach_file, bulletin, upload=upload(hwpx_saying("주민등록번호 900101-1234568"), "명단.hwpx"))
    with within(central.agency):
        assert not BulletinFile.everything.exists()


def test_there_are_so_many_files_and_not_more(central, busan, monkeypatch):
    monkeypatch.setattr(workflow, "MOST_FILES", 1)
    bulletin = written(central, to(busan))
    at_central(central, workflow.attach_file, bulletin, upload=upload(pdf(), "가.pdf"))
    with pytest.raises(Refused, match="at most 1"):
        at_central(central, workflow.attach_file, bulletin, upload=upload(pdf(2), "나.pdf"))


def test_what_the_scan_says_later_is_noted_beside_the_file(central, busan):
    bulletin = written(central, to(busan))
    file = at_central(central, workflow.attach_file, bulletin, upload=upload(pdf(), "가.pdf"))
    with within(central.agency):
        FileScan.everything.update_or_create(file=file.file, defaults={"state": "waiting"})
        note_scans(bulletin.files.all())
    counted(busan)
    at_central(central, workflow.send_bulletin, bulletin)
    with within(busan.agency):
        assert BulletinFile.everything.get().is_held_back
    assert counted(central) == 0
    with within(central.agency):
        FileScan.everything.update_or_create(file=file.file, defaults={"state": "clean"})
    assert counted(central) == 1
    with within(busan.agency):
        assert not BulletinFile.everything.get().is_held_back


def test_the_database_refuses_a_sent_bulletin_without_edition_and_a_withdrawal_without_reason(central):
    with within(central.agency):
        for wrong in ({"edition": 1}, {"published_at": clock.now()}, {"stage": "withdrawn", "edition": 1, "published_at": clock.now()}):
            with pytest.raises(IntegrityError), transaction.atomic():
                BulletinFactory(written_by=central.officer, **wrong)


@pytest.mark.parametrize("work", ["count_readers", "hand_round", "tell_withdrawn", "notice_reminder", "note_scan"])
def test_what_the_jobs_do_nobody_else_does(work, busan):
    with within(busan.agency), pytest.raises(PermissionDenied):
        (getattr(reading, work, None) or getattr(afterwards, work))(None, actor=Actor.of(busan.manager))


def test_what_the_jobs_do_is_done_once(central, busan):
    """Two beats that found the same row: the second does nothing."""
    bulletin = sent(central, busan)
    at_central(central, afterwards.remind_readers, bulletin)
    job = Actor.system("a test")
    with within(busan.agency):
        delivery, reminder = BulletinDelivery.everything.get(), BulletinReminder.everything.get()
        assert reading.notice_reminder(reminder, actor=job) and not reading.notice_reminder(reminder, actor=job)
        assert not reading.hand_round(delivery, actor=job) and not reading.count_readers(delivery, actor=job)
    at_central(central, afterwards.withdraw_bulletin, bulletin, reason="취소")
    with within(busan.agency):
        assert reading.tell_withdrawn(delivery, actor=job) and not reading.tell_withdrawn(delivery, actor=job)
