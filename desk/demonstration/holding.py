"""Three years of certificates in the demonstration: every state, papers made anew, one given back, plaques on their way, a ceremony."""
from datetime import date, timedelta

from accounts.actors import Actor
from accounts.models import User
from certification import tasks
from certification import workflow as certification
from certification.models import CeremonyGuest, Certificate, CertificateDocument, Round
from certification.queries.plaque_order import current_plaque
from certification.workflow.certificate_facts import facts_now
from certification.workflow.certificate_versions import digest_of
from core import clock
from core.errors import Unavailable
from core.tenancy import current_agency
from desk.demonstration.cases import WORKER, at

CEREMONY = date(2025, 12, 17)


def hold(office, *, draws):
    """`draws`: whether plaques are made now, so that their orders go on. Else the worker makes them later, and they wait for the proof."""
    held = list(Certificate.objects.visible_to(WORKER).filter(
        version__isnull=False, ended_on=None, suspended_from=None, year=2025).order_by("serial", "pk"))
    award(office)
    if len(held) < 5:
        return
    lost, renamed, drafted, leaving, left = held[0], held[1], held[2], held[3], held[4]
    with clock.travel(at(clock.today() - timedelta(days=60), 11)):
        certification.reissue(lost, kinds=["certificate"], reason="사무실 이전 중 인증서를 잃어버렸다고 합니다.", actor=office.officer)
    with clock.travel(at(clock.today() - timedelta(days=20), 10)):
        revision = correct(office, renamed, {"head_name": "한결"}, "대표자가 바뀌었습니다.")
        certification.release_correction(revision, digest_of(revision), actor=office.manager)
        certification.approve_correction(revision, digest_of(revision), actor=office.director)
    with clock.travel(at(clock.today() - timedelta(days=1), 15)):
        correct(office, drafted, {"address": f"{drafted.address} (1층)"}, "주소의 층수가 빠졌습니다.")
    give_back(office, leaving, left)
    order_plaques(office, held[5:9], draws)


def correct(office, certificate, facts, reason):
    facts = facts_now(certificate) | facts
    return certification.draft_correction(certificate, facts=facts, effective_on=clock.today(), reason=reason, actor=office.officer)


def owner_of(certificate):
    """Its provider's owner, at the desk of nobody."""
    member = certificate.provider.members.filter(role="owner", left_at=None).select_related("user__person").first()
    return Actor.of(User.objects.select_related("person").get(pk=member.user_id))


def give_back(office, leaving, left):
    """One is gone, one has asked."""
    with clock.travel(at(clock.today() - timedelta(days=40), 10)):
        asked = certification.ask_surrender(left, on=clock.today() + timedelta(days=5), reason="해당 사업장의 서비스를 그만둡니다.",
                                            actor=owner_of(left))
        certification.confirm_surrender(asked, on=clock.today() + timedelta(days=5), actor=office.manager)
    with clock.travel(at(clock.today() - timedelta(days=2), 16)):
        certification.ask_surrender(leaving, on=clock.today() + timedelta(days=30), reason="내년부터 다른 법인이 사업장을 운영합니다.",
                                    actor=owner_of(leaving))


def order_plaques(office, certificates, draws):
    """Asked for; approved; ordered and made; handed over: as far as their pages are made."""
    orders = []
    for place, one in enumerate(certificates):
        with clock.travel(at(clock.today() - timedelta(days=50 - place), 11)):
            orders.append(certification.order_plaque(one, size="a3", delivery="pickup", address="", actor=owner_of(one)))
    if not draws or not made(certificates[1:]):
        return
    for order in orders[1:]:
        with clock.travel(at(clock.today() - timedelta(days=45), 14)):
            certification.approve_proof(order, current_plaque(order.certificate).public_id, actor=owner_of(order.certificate))
    with clock.travel(at(clock.today() - timedelta(days=40), 10)):
        certification.send_to_maker(actor=office.officer)
    with clock.travel(at(clock.today() - timedelta(days=20), 10)):
        for order in orders[2:]:
            certification.note_made(order, on=clock.today(), actor=office.officer)
        for order in orders[3:]:
            certification.hand_over_plaque(order, on=clock.today(), received_by="시설장", actor=office.officer)


def made(certificates):
    """Their plaques, drawn and signed now. Without the agency's key the worker does it when there is one."""
    try:
        for one in certificates:
            document = CertificateDocument.objects.visible_to(WORKER).get(certificate=one, kind="plaque", replaced_at=None)
            with clock.travel(at(clock.today() - timedelta(days=48), 9)):
                tasks.make_document(document.pk)
    except Unavailable:
        return False
    return True


def award(office):
    """The ceremony of 2025: invited, answered, most came."""
    round = Round.objects.visible_to(WORKER).filter(agency=current_agency(), year=2025).order_by("pk").first()
    facts = {"name": "2025년 사회서비스 품질인증 수여식", "starts_at": at(CEREMONY, 14), "place": "부산광역시청 1층 대강당",
             "answer_until": date(2025, 12, 15), "words": "13시 40분까지 오셔서 자리에 앉아 주시기 바랍니다."}
    with clock.travel(at(date(2025, 12, 9), 16)):
        ceremony = certification.plan_ceremony(round, facts, actor=office.officer)
        certification.add_guest(ceremony, {"organisation": "부산광역시", "name": "", "seat": "A-1", "persons": 3}, actor=office.officer)
        certification.invite_guests(ceremony, actor=office.officer)
    guests = list(CeremonyGuest.objects.visible_to(WORKER).filter(ceremony=ceremony, provider__isnull=False).order_by("organisation", "pk"))
    with clock.travel(at(date(2025, 12, 11), 10)):
        for place, guest in enumerate(guests[:-1]):
            reply = "does_not" if place % 7 == 5 else "comes"
            certification.answer_invitation(guest, reply=reply, persons=1 + place % 3, name="", actor=office.officer)
    with clock.travel(at(CEREMONY, 14)):
        for guest in guests[:-1]:
            if guest_comes(guest):
                certification.note_guest_came(guest, True, actor=office.officer)


def guest_comes(guest):
    return CeremonyGuest.objects.visible_to(WORKER).get(pk=guest.pk).reply == "comes"
