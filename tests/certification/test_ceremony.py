"""A ceremony: its guests from the round, invited, answering, ticked at the door; one print file in the order of names; names erased."""
import io
from datetime import timedelta

import pikepdf
import pytest
from django.core.exceptions import PermissionDenied

from certification import workflow
from certification.models import Ceremony, CeremonyGuest, PrintBatch
from core import clock
from core.errors import Refused
from core.files import open_stored, store_document
from correspondence.models import Notice
from tests import factories as f
from tests import files
from tests.certification.conftest import FROM, WORKER, seoul

DAY = timedelta(days=1)
WHY = {"reason": "기준을 지키지 않음", "actor": WORKER}


@pytest.fixture(autouse=True)
def in_english(english):
    pass


def facts(**other):
    return {"name": "2026년 품질인증 수여식", "starts_at": seoul(2026, 12, 16, 14), "place": "시청 대강당",
            "answer_until": FROM + 10 * DAY, "words": "", **other}


@pytest.fixture
def round(round_of):
    return f.RoundFactory(version=round_of.version, year=2026)


@pytest.fixture
def held(round_of):
    return f.CertificateFactory(offering=round_of.offering, version=round_of.version, valid_from=FROM)


@pytest.fixture
def ceremony(round, held, busan, at):
    with at(busan.officer, busan) as actor:
        return workflow.plan_ceremony(round, facts(), actor=actor)


def guest_of(held):
    return CeremonyGuest.everything.get(certificate=held)


def test_everybody_who_was_certified_is_a_guest_and_who_was_revoked_is_not(round, round_of, held, busan, at):
    revoked = f.CertificateFactory(version=round_of.version, valid_from=FROM)
    workflow.revoke(revoked, on=FROM, **WHY)
    f.CertificateFactory(version=round_of.version, valid_from=FROM - 400 * DAY)              # of another year
    with at(busan.officer, busan) as actor:
        ceremony = workflow.plan_ceremony(round, facts(), actor=actor)
        workflow.change_ceremony(ceremony, facts(), actor=actor)
    assert [guest.certificate for guest in CeremonyGuest.everything.filter(ceremony=ceremony)] == [held]


def test_invited_once_and_told_where_and_until_when(ceremony, held, busan, at, work_off):
    with at(busan.officer, busan) as actor:
        assert workflow.invite_guests(ceremony, actor=actor) == 1
        with pytest.raises(Refused, match="invited already"):
            workflow.invite_guests(ceremony, actor=actor)
    work_off(busan)
    told = Notice.everything.filter(event="ceremony.invitation")
    assert {one.recipient_id for one in told} == {busan.owner.pk, busan.colleague.pk}
    assert all(word in told[0].body for word in ("2026. 12. 16.(수) 14:00", "시청 대강당", "2026. 12. 7.(월)"))


def test_a_provider_sees_its_own_invitation_and_only_once_it_is_invited(ceremony, held, busan, at):
    with at(busan.owner, busan) as actor:
        assert not CeremonyGuest.objects.visible_to(actor).exists() and not Ceremony.objects.visible_to(actor).exists()
    with at(busan.officer, busan) as actor:
        workflow.invite_guests(ceremony, actor=actor)
    for who, sees in ((busan.owner, True), (busan.neighbour, False), (busan.assessor, False)):
        with at(who, busan) as actor:
            assert CeremonyGuest.objects.visible_to(actor).exists() == sees == Ceremony.objects.visible_to(actor).exists()


def test_it_answers_until_the_day_named_and_may_change_its_mind(ceremony, held, busan, at):
    with at(busan.officer, busan) as actor:
        workflow.invite_guests(ceremony, actor=actor)
    with at(busan.owner, busan) as actor:
        guest = workflow.answer_invitation(guest_of(held), reply="comes", persons=3, name="김수여", actor=actor)
        assert (guest.reply, guest.persons, guest.name) == ("comes", 3, "김수여")
        guest = workflow.answer_invitation(guest, reply="does_not", persons=3, name="김수여", actor=actor)
        assert (guest.reply, guest.persons, guest.name) == ("does_not", 0, "")
    with at(busan.neighbour, busan) as actor, pytest.raises(PermissionDenied):
        workflow.answer_invitation(guest, reply="comes", persons=1, name="x", actor=actor)
    with clock.travel(seoul(2026, 12, 8)), at(busan.owner, busan) as actor, pytest.raises(Refused, match="has passed"):
        workflow.answer_invitation(guest, reply="comes", persons=1, name="x", actor=actor)


def test_who_came_is_ticked_on_the_day_and_not_before(ceremony, held, busan, at):
    with at(busan.officer, busan) as actor:
        with pytest.raises(Refused, match="still to come"):
            workflow.note_guest_came(guest_of(held), True, actor=actor)
        with clock.travel(seoul(2026, 12, 16, 13)):
            assert workflow.note_guest_came(guest_of(held), True, actor=actor).came_at
            assert workflow.note_guest_came(guest_of(held), False, actor=actor).came_at is None


@pytest.mark.parametrize("who", ["director", "auditor", "owner", "assessor", "admin"])
def test_officers_and_managers_keep_it(who, round, ceremony, busan, at):
    with at(getattr(busan, who), busan) as actor:
        for work in (lambda: workflow.plan_ceremony(round, facts(), actor=actor), lambda: workflow.invite_guests(ceremony, actor=actor)):
            with pytest.raises(PermissionDenied):
                work()


def test_called_off_whoever_is_invited_is_told_why(ceremony, busan, at, work_off):
    with at(busan.officer, busan) as actor:
        workflow.invite_guests(ceremony, actor=actor)
        workflow.call_off_ceremony(ceremony, reason="태풍", actor=actor)
        with pytest.raises(Refused, match="called off"):
            workflow.invite_guests(ceremony, actor=actor)
    work_off(busan)
    assert "태풍" in Notice.everything.filter(event="ceremony.called_off").first().body


def test_what_has_begun_is_not_called_off(ceremony, busan, at):
    with at(busan.officer, busan) as actor, clock.travel(ceremony.starts_at), pytest.raises(Refused, match="has begun"):
        workflow.call_off_ceremony(ceremony, reason="태풍", actor=actor)
    assert not ceremony.__class__.everything.get(pk=ceremony.pk).called_off_at


def test_names_are_erased_six_months_after_it_and_not_before(ceremony, held, busan, at):
    with at(busan.officer, busan) as actor:
        workflow.change_guest(guest_of(held), {"organisation": "햇살", "name": "김수여", "seat": "A-1", "persons": 2}, actor=actor)
    for moment, erased in ((seoul(2027, 6, 16, 23), 0), (seoul(2027, 6, 17), 1), (seoul(2027, 6, 18), 0)):
        with clock.travel(moment):
            assert workflow.erase_guests(actor=WORKER) == erased
    assert (guest_of(held).name, guest_of(held).seat, guest_of(held).organisation) == ("", "", "햇살")


def test_the_print_file_has_the_certificates_in_the_order_of_names_and_says_what_it_is(round, round_of, busan, at):
    for name, pages in (("나무", 2), ("가람", 1), ("다솜", 0)):
        one = f.CertificateFactory(version=round_of.version, valid_from=FROM, provider_name=name)
        if pages:
            stored = store_document(files.pdf(pages=pages), shelf=one.public_id, actor=WORKER)
            f.CertificateDocumentFactory(certificate=one, file=stored, sha256=stored.sha256, made_at=clock.now())
    with at(busan.officer, busan) as actor:
        ceremony = workflow.plan_ceremony(round, facts(), actor=actor)
        batch = workflow.ask_for_prints(ceremony, actor=actor)
    made = workflow.make_batch(batch, actor=WORKER)
    assert workflow.make_batch(batch, actor=WORKER).made_at == made.made_at
    assert (made.number, len(made.left_out)) == (2, 1)
    with open_stored(PrintBatch.everything.get().file) as file, pikepdf.open(io.BytesIO(file.read())) as whole:
        assert len(whole.pages) == 1 + 1 + 2 and "/AcroForm" not in whole.Root
