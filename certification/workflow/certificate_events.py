"""What happens to a certificate after it was given: suspended, reinstated, prolonged, revoked, surrendered, replaced."""
from datetime import timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from certification.models import Certificate, CertificateEvent
from certification.models.certificate import Ended, State
from certification.permissions import can_confirm_surrender, can_issue, can_relieve, can_sanction
from certification.renewal import latest_prolonged
from certification.workflow.certificate_ends import follow_end
from certification.workflow.certificate_told import tell
from certification.workflow.log import log_event
from certification.workflow.plaque_ends import leave_plaques
from certification.workflow.register import write_entry
from core import clock
from core.wording import day_in_words
from core.workflow import lock, record, refuse_if, require
from panels.queries.tied import is_tied

Kind = CertificateEvent.Kind
DAY = timedelta(days=1)
LIVING = Q(ended_on=None) | Q(ended_on__gt=F("valid_from"))


@transaction.atomic
def suspend(certificate, *, from_on, to_on=None, reason, actor):
    """From that day on it is not in force, through `to_on` or until further notice. The reason is public."""
    certificate = _in_hand(certificate, can_sanction(actor), ends_later=True)
    _refuse_no_reason(reason)
    _refuse_outside(certificate, from_on)
    refuse_if(to_on and to_on < from_on, _("The suspension ends before it begins."), field="to_on")
    running = certificate.suspended_from and (certificate.suspended_to is None or certificate.suspended_to >= from_on)
    refuse_if(running, _("It is suspended for that time already. Lift that suspension first."))
    certificate.suspended_from, certificate.suspended_to = from_on, to_on
    return written(certificate, Kind.SUSPENDED, from_on, actor=actor, until_on=to_on, reason=reason)


@transaction.atomic
def go_on_suspended(certificate, *, on, to_on, reason, actor):
    """The suspension that runs on that day is confirmed: it holds through another last day, and no day lies between. Without `to_on`: until
    further notice."""
    certificate = _in_hand(certificate, can_sanction(actor), ends_later=True)
    _refuse_no_reason(reason)
    refuse_if(certificate.state_on(on) != State.SUSPENDED, _("It is not suspended on that day."))
    certificate.suspended_to = to_on
    return written(certificate, Kind.SUSPENDED, on, actor=actor, until_on=to_on, reason=reason)


@transaction.atomic
def reinstate(certificate, *, on, reason, actor):
    """The suspension is lifted: from that day on it is in force again."""
    certificate = _in_hand(certificate, can_relieve(actor), ends_later=True)
    _refuse_no_reason(reason)
    begun = certificate.suspended_from
    refuse_if(begun is None or (certificate.suspended_to and certificate.suspended_to < on), _("It is not suspended on that day."))
    if on <= begun:
        certificate.suspended_from = certificate.suspended_to = None
    else:
        certificate.suspended_to = on - DAY
    return written(certificate, Kind.REINSTATED, on, actor=actor, reason=reason)


@transaction.atomic
def prolong(certificate, *, to_on, reason, actor):
    """It holds longer than it says: while a renewal or an appeal is being decided. Six months beyond what it was given for, in all."""
    certificate = _in_hand(certificate, can_relieve(actor))
    refuse_if(is_tied(actor, certificate.provider), _("Something ties you to this provider. Somebody else decides about its certificate."))
    _refuse_no_reason(reason)
    refuse_if(certificate.valid_to < clock.today(), _("It has expired. What has expired cannot be prolonged."))
    refuse_if(to_on <= certificate.valid_to, _("The new last day must be later than the present one."), field="to_on")
    given_until = certificate.given_until or certificate.valid_to
    latest = latest_prolonged(given_until)
    refuse_if(to_on > latest, _("It can be prolonged until %(day)s at the latest."), field="to_on", day=day_in_words(latest))
    others = Certificate.everything.filter(LIVING, offering=certificate.offering_id, valid_from__gt=certificate.valid_to,
                                           valid_from__lte=to_on)
    refuse_if(certificate.offering_id and others.exists(), _("Another certificate of this service begins before that day."), field="to_on")
    certificate.given_until, certificate.valid_to = given_until, to_on
    return written(certificate, Kind.PROLONGED, clock.today(), actor=actor, until_on=to_on, reason=reason)


@transaction.atomic
def revoke(certificate, *, on, reason, actor):
    """Taken away: that day is the first on which it is no more. The reason is public."""
    certificate = _in_hand(certificate, can_sanction(actor), ends_later=True)
    _refuse_no_reason(reason)
    refuse_if(certificate.ended_on and certificate.ended_on <= on, _("This certificate has ended already."))
    return _end(certificate, Ended.REVOKED, on, actor, reason)


@transaction.atomic
def surrender(certificate, *, on, reason="", actor):
    """The provider gives it back."""
    return _end(_in_hand(certificate, can_relieve(actor)), Ended.SURRENDERED, on, actor, reason)


def end_surrendered(certificate, *, on, reason, actor):
    """Confirmed by whoever may confirm what its provider asked for: see certificate_surrender.py, which has locked it. What is to be given
    back later may be so earlier."""
    require(can_confirm_surrender(actor))
    refuse_if(certificate.is_past_sanction or (certificate.ended_on and certificate.ended_on <= on),
              _("This certificate has ended already."))
    return _end(certificate, Ended.SURRENDERED, on, actor, reason)


@transaction.atomic
def supersede(old, *, on, actor):
    """It ends where the newer one of the same service begins: first this, then `issue_certificate(valid_from=on)`."""
    return _end(_in_hand(old, can_issue(actor)), Ended.SUPERSEDED, on, actor, "")


def _in_hand(certificate, allowed, *, ends_later=False):
    """`ends_later`: that its holder gives it back on a day to come is no hindrance until then."""
    certificate = lock(certificate)
    require(allowed)
    refuse_if(certificate.is_past_sanction if ends_later else certificate.ended_on, _("This certificate has ended already."))
    return certificate


def _refuse_no_reason(reason):
    refuse_if(not reason.strip(), _("Write the reason. It is shown on the public page."), field="reason")


def _refuse_outside(certificate, on):
    refuse_if(on < certificate.valid_from, _("That day lies before the first day of the certificate."))
    refuse_if(on > certificate.valid_to, _("On that day the certificate has expired."))


def _end(certificate, ended_as, on, actor, reason):
    _refuse_outside(certificate, on)
    certificate.ended_on, certificate.ended_as = on, ended_as
    return written(certificate, Kind(ended_as), on, actor=actor, reason=reason)


@transaction.atomic
def restore(certificate, *, reason, actor):
    """A revocation that an appeal has set aside never was: in force from today, with its number, for the days that it had. What its plaque
    was asked back for is over."""
    certificate = _alive_again(certificate, reason, actor)
    certificate.suspended_from = certificate.suspended_to = None
    return written(certificate, Kind.REINSTATED, clock.today(), actor=actor, reason=reason, event="certificate.restored")


@transaction.atomic
def suspend_instead(certificate, *, from_on, to_on, reason, actor):
    """A revocation that an appeal has made a suspension: suspended from the day on which it was revoked, in force again after `to_on`."""
    certificate = _alive_again(certificate, reason, actor)
    _refuse_outside(certificate, from_on)
    refuse_if(to_on < from_on, _("The suspension ends before it begins."), field="to_on")
    certificate.suspended_from, certificate.suspended_to = from_on, to_on
    return written(certificate, Kind.SUSPENDED, clock.today(), actor=actor, until_on=to_on, reason=reason)


def _alive_again(certificate, reason, actor):
    """Locked, without the end that a revocation gave it; what its plaque was asked back for is over."""
    certificate = lock(certificate)
    require(can_sanction(actor))
    _refuse_no_reason(reason)
    refuse_if(certificate.ended_as != Ended.REVOKED, _("It is not revoked."))
    others = Certificate.everything.filter(LIVING, offering=certificate.offering_id, valid_to__gte=clock.today()).exclude(pk=certificate.pk)
    refuse_if(certificate.offering_id and others.exists(), _("Another certificate of this service has been given meanwhile."))
    certificate.ended_on, certificate.ended_as = _wished(certificate)
    leave_plaques(certificate, actor=actor)
    return certificate


def _wished(certificate):
    """(day, as what): the end that its holder had wished for before it was revoked, or none."""
    wished = certificate.events.filter(kind=Kind.SURRENDERED, effective_on__gt=certificate.ended_on).order_by("pk").last()
    return (wished.effective_on, Ended.SURRENDERED) if wished else (None, "")


def written(certificate, kind, on, *, actor, until_on=None, reason="", event=""):
    """Dates, event, record and register, and the people told, in the same transaction: the last part of every deed. `event`: what they are
    told, where it is not the kind's own."""
    certificate.save(update_fields=["valid_to", "given_until", "suspended_from", "suspended_to", "ended_on", "ended_as"])
    CertificateEvent.everything.create(certificate=certificate, kind=kind, at=clock.now(), effective_on=on, until_on=until_on,
                                       reason=reason.strip())
    log_event(certificate, kind, effective_on=on)
    record(f"certificate.{kind}", certificate, actor=actor, number=certificate.number, on=on, until=until_on)
    write_entry(certificate)
    tell(certificate, kind, on=on, until=until_on, reason=reason.strip(), actor=actor, event=event)
    if certificate.ended_on:
        follow_end(certificate, actor=actor)
    return certificate
