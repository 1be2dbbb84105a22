"""Agreeing on the day of a visit: dates offered, chosen, refused, taken back; and another day asked for once it is planned.

Whom the dates are offered to only the app above knows: it asks whether they may, and calls these as the house.
"""
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.workflow import lock, move, record, refuse_if, require
from visits.models import DayRequest, Offer, OfferedDate
from visits.models.plan import AT_MOST
from visits.models.visit import USUAL_HOURS
from visits.permissions import can_plan
from visits.queries import visit_of
from visits.stages import OfferStage, RequestStage
from visits.stages import Stage as VisitStage

AT_LEAST = 2


@transaction.atomic
def offer_dates(*, subject_type, subject, subject_label, dates, hours=USUAL_HOURS, actor):
    """Two or three moments of which one is to be chosen."""
    require(can_plan(actor))
    refuse_if(not AT_LEAST <= len(set(dates)) <= AT_MOST or len(set(dates)) != len(dates),
              _("Offer two or three dates, each of them once."), field="first")
    refuse_past(dates, field="first")
    standing = visit_of(subject_type, subject)
    refuse_if(standing is not None and not standing.has_ended, _("A visit is planned already. Move it instead."))
    refuse_if(Offer.everything.filter(subject=subject, stage=OfferStage.OPEN).exists(),
              _("Dates have been offered already. Take them back before you offer others."))
    offer = Offer.objects.create(subject_type=subject_type, subject=subject, subject_label=subject_label, hours=hours,
                                 offered_at=clock.now())
    OfferedDate.everything.bulk_create(OfferedDate(offer=offer, starts_at=one) for one in sorted(dates))
    record("visit.dates_offered", offer, actor=actor, dates=[one.isoformat() for one in sorted(dates)], hours=hours)
    return offer


def refuse_past(dates, field=None):
    refuse_if(any(one <= clock.now() for one in dates), _("Every date has to lie in the future."), field=field)


@transaction.atomic
def choose_offered(offer, starts_at, visit_from, *, actor, arrived_at):
    """One of the dates, if it has not passed. `visit_from`: makes the visit of the offer. Of two choices the first counts."""
    offer = lock_open(offer)
    require(can_plan(actor))
    date = OfferedDate.everything.filter(offer=offer, starts_at=starts_at).first()
    refuse_if(date is None, _("This date is not offered any more. Choose one of those that stand here."), field="date")
    refuse_if(starts_at <= arrived_at, _("This date has passed. Choose another one."), field="date")
    offer.visit = visit_from(offer)
    OfferedDate.everything.filter(pk=date.pk).update(chosen_at=arrived_at)
    return _answered(offer, OfferStage.CHOSEN, "visit.date_chosen", actor, date=starts_at)


@transaction.atomic
def refuse_offered(offer, *, reason, proposals=(), actor):
    """No date suits; whoever is to be visited says why, and may propose others."""
    offer = lock_open(offer)
    require(can_plan(actor))
    refuse_if(not reason.strip(), _("Please write why no date suits."), field="reason")
    refuse_proposals(proposals)
    offer.reason, offer.proposals = reason.strip(), list(proposals)
    return _answered(offer, OfferStage.NONE_SUITS, "visit.no_date_suits", actor, reason=offer.reason)


@transaction.atomic
def take_back_offer(offer, *, reason, actor):
    """The dates stand no longer."""
    offer = lock_open(offer)
    require(can_plan(actor))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    offer.reason = reason.strip()
    return _answered(offer, OfferStage.TAKEN_BACK, "visit.dates_taken_back", actor, reason=offer.reason)


def lock_open(offer):
    """The offer, if it still waits for an answer; of two that answer at once the second reads what became of it."""
    offer = lock(offer)
    refuse_if(offer.stage == OfferStage.CHOSEN, _("A date has been chosen meanwhile. Load the page again."))
    refuse_if(offer.stage == OfferStage.NONE_SUITS, _("It has been answered meanwhile that no date suits. Load the page again."))
    refuse_if(offer.stage == OfferStage.TAKEN_BACK, _("The agency has taken these dates back meanwhile. Load the page again."))
    return offer


def _answered(offer, stage, verb, actor, **facts):
    offer.answered_at = clock.now()
    offer.save(update_fields=["answered_at", "reason", "proposals", "visit"])
    step = move(offer, stage)
    record(verb, offer, actor=actor, **facts, **step)
    return offer


def refuse_proposals(proposals):
    refuse_if(len(proposals) > AT_MOST or len(set(proposals)) != len(proposals), _("Propose up to three dates, each of them once."),
              field="first")
    refuse_past(proposals, field="first")


@transaction.atomic
def ask_for_another_day(visit, *, reason, proposals=(), actor):
    """Whoever is to be visited cannot receive the team on that day."""
    visit = lock(visit)
    require(can_plan(actor))
    refuse_if(visit.stage != VisitStage.PLANNED, _("This visit has begun or ended. It can no longer be moved."))
    refuse_if(DayRequest.everything.filter(visit=visit, stage=RequestStage.OPEN).exists(),
              _("Another day has been asked for already. The agency answers it first."))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    refuse_proposals(proposals)
    asked = DayRequest.objects.create(visit=visit, asked_at=clock.now(), reason=reason.strip(), proposals=list(proposals))
    record("visit.another_day_asked", visit, actor=actor, request=asked.pk, reason=asked.reason)
    return asked


@transaction.atomic
def decline_another_day(asked, *, reason, actor):
    """The visit stays on its day; why, whoever asked reads."""
    visit = lock(asked.visit)
    asked = lock(asked)
    require(can_plan(actor))
    refuse_if(asked.stage != RequestStage.OPEN, _("This request has been answered meanwhile. Load the page again."))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    answer(asked, RequestStage.DECLINED, reason.strip())
    record("visit.another_day_declined", visit, actor=actor, request=asked.pk, reason=asked.answer)
    return asked


def answer_requests(visit, stage, words=""):
    """What is still asked for about this visit ends with what was just done to it."""
    for asked in DayRequest.everything.filter(visit=visit, stage=RequestStage.OPEN):
        answer(asked, stage, words)


def answer(asked, stage, words):
    asked.answered_at, asked.answer = clock.now(), words
    asked.save(update_fields=["answered_at", "answer"])
    move(asked, stage)
