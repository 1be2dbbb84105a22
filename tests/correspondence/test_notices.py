"""Telling people: who, when, in what words; and that nobody is told twice or by mistake."""
from datetime import date

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts.actors import Actor
from core import clock, outbox
from core.errors import Refused
from core.models import Errand
from core.tenancy import within
from correspondence import workflow
from correspondence.models import Delivery, Notice, TemplateText
from correspondence.workflow import notify
from tests.sample.models import Club

SYSTEM = Actor.system("test")
DAY = date(2026, 11, 27)


def open_club(club, **facts):
    return notify("club.opened", club, actor=SYSTEM, link=("inbox",), **{"day": DAY, **facts})


def write(**fields):
    """A text of the agency's own, written past the form's care."""
    TemplateText.everything.create(**{"event": "club.opened", "language": "ko", "version": 1, "written_at": clock.now(), **fields})


def test_one_notice_and_one_delivery_for_each_recipient(busan, club, work_off):
    with within(busan.agency):
        notify("club.party", club, actor=SYSTEM)
        work_off(busan)
        assert [n.recipient for n in Notice.everything.order_by("recipient_id")] == sorted([busan.officer, busan.owner], key=lambda u: u.pk)
        assert Delivery.everything.count() == 2
    assert sorted(message.to for message in mail.outbox) == sorted([[busan.officer.email], [busan.owner.email]])


def test_recipients_are_asked_when_it_is_sent(busan, club, work_off):
    with within(busan.agency):
        open_club(club)
        Club.everything.filter(pk=club.pk).update(keeper=busan.colleague)
        work_off(busan)
        assert Notice.everything.get().recipient == busan.colleague


def test_names_are_asked_when_it_is_sent_and_do_not_wait_in_the_errand(busan, club, work_off):
    with within(busan.agency):
        errand = open_club(club)
        Club.everything.filter(pk=club.pk).update(name="달빛 독서회")
        assert "독서회" not in str(errand.arguments)
        work_off(busan)
        assert Notice.everything.get().title == "달빛 독서회이(가) 문을 열었습니다"


def test_nobody_selected_means_nobody_is_told(busan, club, work_off):
    with within(busan.agency):
        notify("club.closed", club, actor=SYSTEM)
        work_off(busan)
        assert not Notice.everything.exists()
        assert not Errand.everything.filter(done_at=None).exists()
    assert mail.outbox == []


def test_a_closed_account_is_told_nothing(busan, club, work_off):
    busan.owner.is_active = False
    busan.owner.save()
    with within(busan.agency):
        open_club(club)
        work_off(busan)
        assert not Notice.everything.exists()


def test_a_subject_taken_back_meanwhile_tells_nobody(busan, club, work_off):
    with within(busan.agency):
        open_club(club)
        Club.everything.filter(pk=club.pk).delete()
        work_off(busan)
        assert not Notice.everything.exists()


def test_a_write_that_is_undone_tells_nobody(busan, club, work_off):
    with within(busan.agency):
        with pytest.raises(Refused), transaction.atomic():
            open_club(club)
            raise Refused("no")
        work_off(busan)
        assert not Notice.everything.exists()
        assert not Errand.everything.exists()


def test_an_errand_rung_twice_tells_once(busan, club, work_off):
    with within(busan.agency):
        errand = open_club(club)
        assert outbox.run(busan.agency, errand.pk)
        assert not outbox.run(busan.agency, errand.pk)
        work_off(busan)
        assert not any(outbox.run(busan.agency, pk) for pk in Errand.everything.values_list("pk", flat=True))
        assert (Notice.everything.count(), Delivery.everything.count()) == (1, 1)
    assert len(mail.outbox) == 1


def test_the_same_announcement_worked_off_twice_is_written_once(busan, club):
    with within(busan.agency):
        arguments = open_club(club).arguments
        assert len(workflow.announce(**arguments, actor=SYSTEM)) == 1
        assert workflow.announce(**arguments, actor=SYSTEM) == []
        assert (Notice.everything.count(), Delivery.everything.count()) == (1, 1)
        assert Errand.everything.filter(task="correspondence.tasks.send_delivery").count() == 1


def test_each_reads_in_their_own_language(busan, club, work_off):
    busan.owner.language = "en"
    busan.owner.save()
    with within(busan.agency):
        open_club(club)
        work_off(busan)
        notice = Notice.everything.get()
    assert notice.title == "햇살 독서회 has opened"
    assert notice.body == ("Busan Social Service Agency tells you.\n햇살 독서회: draft, until 27 November 2026 (Fri)\n"
                           "https://poom.example/busan/accounts/inbox/")
    assert (notice.language, notice.link) == ("en", "https://poom.example/busan/accounts/inbox/")


def test_the_agencys_latest_own_text_is_used_in_its_language_only(busan, club, work_off):
    with within(busan.agency):
        write(version=1, subject="옛 제목", body="옛 글")
        write(version=2, subject="{club} 소식", body="새 글")
        open_club(club)
        work_off(busan)
        assert (Notice.everything.get().title, Notice.everything.get().body) == ("햇살 독서회 소식", "새 글")


def test_an_empty_text_returns_to_the_words_of_the_house(busan, club, work_off):
    with within(busan.agency):
        write(version=1, subject="옛 제목", body="옛 글")
        write(version=2)
        open_club(club)
        work_off(busan)
        assert Notice.everything.get().title == "햇살 독서회이(가) 문을 열었습니다"


def test_another_agencys_text_is_not_used(busan, daegu, club, work_off):
    with within(daegu.agency):
        write(subject="대구 제목", body="대구 글")
    with within(busan.agency):
        open_club(club)
        work_off(busan)
        assert "대구" not in Notice.everything.get().title


@pytest.mark.parametrize("words", ["{{7*7}}", "%(agency)s", "{0.__class__}", "{agency}", "{% now 'Y' %}"])
def test_values_and_own_texts_stay_literal(busan, club, work_off, words):
    with within(busan.agency):
        Club.everything.filter(pk=club.pk).update(name=words)
        write(subject="{{7*7}} %(club)s {0.__class__} {club}", body="{{7*7}} {club}")
        open_club(club)
        work_off(busan)
        notice = Notice.everything.get()
    assert notice.title == f"{{{{7*7}}}} %(club)s {{0.__class__}} {words}"
    assert words in mail.outbox[0].body


def test_no_value_breaks_the_subject_line(busan, club, work_off):
    with within(busan.agency):
        write(subject="{day}: {club}", body="{day}")
        open_club(club, day="오늘\r\nBcc: thief@evil.example\x00")
        work_off(busan)
        notice = Notice.everything.get()
    assert notice.title == "오늘 Bcc: thief@evil.example: 햇살 독서회"
    assert notice.body == "오늘\nBcc: thief@evil.example"


@pytest.mark.parametrize(("event", "extra"), [
    ("club.opened", {}),                                        # day and link missing
    ("club.opened", {"day": DAY}),                              # link missing
    ("club.opened", {"day": DAY, "director": "x"}),             # not declared
    ("club.sold", {}),
])
def test_what_is_not_whole_is_refused_where_it_is_asked_for(busan, club, event, extra):
    with within(busan.agency), pytest.raises(LookupError):
        notify(event, club, actor=SYSTEM, **extra)


def test_a_row_is_no_fact(busan, club):
    with within(busan.agency), pytest.raises(TypeError):
        open_club(club, day=busan.owner)


def test_recipients_that_are_no_accounts_are_an_error(busan, club, monkeypatch):
    monkeypatch.setattr("tests.correspondence.club_notices.keeper_of", lambda club: [club.keeper.person])
    with within(busan.agency):
        arguments = open_club(club).arguments
        with pytest.raises(TypeError, match="no account"):
            workflow.announce(**arguments, actor=SYSTEM)


def test_only_the_recipient_marks_a_notice_read(busan, club, at):
    with within(busan.agency):
        notice, = workflow.announce(**open_club(club).arguments, actor=SYSTEM)
    with at(busan.officer, busan) as officer, pytest.raises(PermissionDenied):
        workflow.mark_read(notice, actor=officer)
    with at(busan.owner, busan) as owner:
        first = workflow.mark_read(notice, actor=owner).read_at
        assert first
        assert workflow.mark_read(notice, actor=owner).read_at == first


def test_marking_all_read_touches_ones_own(busan, club, at):
    with within(busan.agency):
        workflow.announce(**notify("club.party", club, actor=SYSTEM).arguments, actor=SYSTEM)
    with at(busan.owner, busan) as owner:
        assert workflow.mark_all_read(actor=owner) == 1
        assert list(Notice.everything.filter(read_at=None).values_list("recipient", flat=True)) == [busan.officer.pk]
        with pytest.raises(PermissionDenied):
            workflow.mark_all_read(actor=SYSTEM)


def test_a_forged_pair_of_agency_and_errand_does_nothing(busan, daegu, club):
    with within(busan.agency):
        errand = open_club(club)
    assert not outbox.run(daegu.agency, errand.pk)
    with within(daegu.agency):
        assert not Notice.everything.exists()
