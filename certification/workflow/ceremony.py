"""The ceremony of a round: planned, its guests entered, invited, answering, there; names erased after the term."""
from django.db import transaction
from django.utils.translation import gettext as _

from certification.models import Ceremony, CeremonyGuest, PrintBatch
from certification.models.ceremony import KEPT_MONTHS
from certification.permissions import can_answer_invitation, can_keep_ceremonies
from certification.queries.ceremony import certificates_to_hand_over
from core import clock
from core.calendar import months_before
from core.workflow import enqueue, lock, record, refuse_if, require
from correspondence.workflow import notify


@transaction.atomic
def plan_ceremony(round, facts, *, actor):
    """Its day and place; every certificate of the round that is in force becomes a guest, to be invited later."""
    require(can_keep_ceremonies(actor))
    _refuse_disorder(facts)
    ceremony = Ceremony.everything.create(round=round, drafted_by=actor.user, drafted_at=clock.now(), **facts)
    record("ceremony.planned", ceremony, actor=actor, round=round.pk, at=ceremony.starts_at)
    _take_in(ceremony)
    return ceremony


@transaction.atomic
def change_ceremony(ceremony, facts, *, actor):
    """Another day, place or hour: whoever is invited already is told, and those who came late to the round become guests."""
    ceremony = _in_hand(ceremony, actor)
    _refuse_disorder(facts)
    before = (ceremony.starts_at, ceremony.place)
    for name, value in facts.items():
        setattr(ceremony, name, value)
    ceremony.save(update_fields=list(facts))
    _take_in(ceremony)
    record("ceremony.changed", ceremony, actor=actor, at=ceremony.starts_at)
    if before != (ceremony.starts_at, ceremony.place):
        _tell_invited("ceremony.changed", ceremony, actor)
    return ceremony


@transaction.atomic
def call_off_ceremony(ceremony, *, reason, actor):
    ceremony = _in_hand(ceremony, actor)
    refuse_if(ceremony.has_begun, _("It has begun already. What has taken place is not called off."))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    ceremony.called_off_at, ceremony.called_off_reason = clock.now(), reason.strip()
    ceremony.save(update_fields=["called_off_at", "called_off_reason"])
    record("ceremony.called_off", ceremony, actor=actor)
    _tell_invited("ceremony.called_off", ceremony, actor, reason=reason.strip())
    return ceremony


@transaction.atomic
def add_guest(ceremony, facts, *, actor):
    """Somebody who holds no certificate: the mayor, a speaker. Told by the agency itself."""
    ceremony = _in_hand(ceremony, actor)
    guest = CeremonyGuest.everything.create(ceremony=ceremony, **facts)
    record("ceremony.guest_added", ceremony, actor=actor, guest=guest.pk)
    return guest


@transaction.atomic
def change_guest(guest, facts, *, actor):
    """Seat, number and name, as staff are told."""
    _ceremony, guest = _guest_in_hand(guest, actor)
    for name, value in facts.items():
        setattr(guest, name, value)
    guest.save(update_fields=list(facts))
    record("ceremony.guest_changed", guest.ceremony, actor=actor, guest=guest.pk)
    return guest


@transaction.atomic
def remove_guest(guest, *, actor):
    ceremony, guest = _guest_in_hand(guest, actor)
    refuse_if(guest.invited_at, _("This guest is invited already."))
    record("ceremony.guest_removed", ceremony, actor=actor, guest=guest.pk)
    guest.delete()
    return ceremony


@transaction.atomic
def invite_guests(ceremony, *, actor):
    """Every provider that is not invited yet. Returns how many."""
    ceremony = _in_hand(ceremony, actor)
    refuse_if(not ceremony.takes_answers, _("The day until which guests answer has passed. Move it first."))
    guests = list(CeremonyGuest.everything.filter(ceremony=ceremony, provider__isnull=False, invited_at=None).order_by("pk"))
    refuse_if(not guests, _("Everybody is invited already."))
    for guest in guests:
        guest.invited_at = clock.now()
        guest.save(update_fields=["invited_at"])
        notify("ceremony.invitation", guest, actor=actor, link=("portal_invited", guest.public_id), **_words_of(ceremony),
               until=ceremony.answer_until)
    record("ceremony.invited", ceremony, actor=actor, guests=[guest.pk for guest in guests])
    return len(guests)


@transaction.atomic
def answer_invitation(guest, *, reply, persons, name, actor):
    """Comes or does not, with how many and who receives the certificate. Changed as often as wished until the day named."""
    ceremony = lock(guest.ceremony)
    guest = lock(guest)
    require(can_answer_invitation(actor, guest))
    refuse_if(ceremony.called_off_at, _("The ceremony is called off."))
    refuse_if(not ceremony.takes_answers, _("The day until which guests answer has passed. Please call the agency."))
    comes = reply == CeremonyGuest.Reply.COMES
    guest.reply, guest.replied_at = reply, clock.now()
    guest.persons, guest.name = (persons, name.strip()) if comes else (0, "")
    guest.save(update_fields=["reply", "replied_at", "persons", "name"])
    record("ceremony.answered", ceremony, actor=actor, guest=guest.pk, reply=reply, persons=guest.persons)
    return guest


@transaction.atomic
def note_guest_came(guest, came, *, actor):
    """Ticked at the door."""
    ceremony, guest = _guest_in_hand(guest, actor)
    refuse_if(clock.today() < ceremony.day, _("The ceremony is still to come."))
    if came != bool(guest.came_at):
        guest.came_at = clock.now() if came else None
        guest.save(update_fields=["came_at"])
        record("ceremony.came" if came else "ceremony.came_not", ceremony, actor=actor, guest=guest.pk)
    return guest


@transaction.atomic
def ask_for_prints(ceremony, *, actor):
    """The certificates of its guests in the order of their names, as one print copy."""
    ceremony = _in_hand(ceremony, actor)
    refuse_if(not certificates_to_hand_over(ceremony), _("Nobody on the list holds a certificate that is in force."))
    batch = PrintBatch.everything.create(kind=PrintBatch.Kind.CERTIFICATES, ceremony=ceremony, asked_by=actor.user, asked_at=clock.now())
    record("ceremony.prints_asked", ceremony, actor=actor, batch=batch.pk)
    enqueue("certification.tasks.make_print_batch", batch_id=batch.pk)
    return batch


@transaction.atomic
def erase_guests(*, actor):
    """Names and seats, six months after the ceremony. Returns how many."""
    require(actor.is_system)
    before = months_before(clock.today(), KEPT_MONTHS)
    rows = CeremonyGuest.everything.filter(erased_at=None, ceremony__starts_at__lt=clock.day_start(before))
    return rows.update(name="", seat="", erased_at=clock.now())


def _in_hand(ceremony, actor):
    ceremony = lock(ceremony)
    require(can_keep_ceremonies(actor))
    refuse_if(ceremony.called_off_at, _("The ceremony is called off."))
    return ceremony


def _guest_in_hand(guest, actor):
    ceremony = _in_hand(guest.ceremony, actor)
    guest = lock(guest)
    refuse_if(guest.erased_at, _("What was kept of this guest is erased."))
    return ceremony, guest


def _refuse_disorder(facts):
    refuse_if(facts["answer_until"] > clock.seoul(facts["starts_at"]).date(), _("Guests answer before the ceremony."), field="answer_until")


def _take_in(ceremony):
    taken = set(CeremonyGuest.everything.filter(ceremony=ceremony, certificate__isnull=False).values_list("certificate", flat=True))
    CeremonyGuest.everything.bulk_create(
        CeremonyGuest(ceremony=ceremony, certificate=one, provider_id=one.provider_id, organisation=one.provider_name)
        for one in certificates_to_hand_over(ceremony, of_round=True) if one.pk not in taken)


def _words_of(ceremony):
    return {"ceremony_name": ceremony.name, "starts": ceremony.starts_at, "place": ceremony.place}


def _tell_invited(event, ceremony, actor, **facts):
    for guest in CeremonyGuest.everything.filter(ceremony=ceremony, invited_at__isnull=False).order_by("pk"):
        notify(event, guest, actor=actor, link=("portal_invited", guest.public_id), **_words_of(ceremony), **facts)
