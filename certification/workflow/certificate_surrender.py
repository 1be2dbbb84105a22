"""A provider gives its certificate back: it asks with a reason, the agency confirms or declines, and only then it ends."""
from django.db import transaction
from django.utils.translation import gettext as _

from certification.models import SurrenderRequest
from certification.permissions import can_ask_surrender, can_confirm_surrender, can_relieve
from certification.workflow.certificate_events import end_surrendered
from core import clock
from core.workflow import lock, record, refuse_if, require
from correspondence.workflow import notify

Answer = SurrenderRequest.Answer


@transaction.atomic
def ask_surrender(certificate, *, on, reason, actor):
    """An owner asks to give it back from that day on. Nothing ends yet: the agency is told."""
    certificate = lock(certificate)
    require(can_ask_surrender(actor, certificate))
    refuse_if(certificate.ended_on or certificate.valid_to < clock.today(), _("This certificate has ended already."))
    refuse_if(certificate.surrender_requests.filter(answered_at=None).exists(), _("You have asked for it already. The agency will answer."))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    refuse_if(on < max(clock.today(), certificate.valid_from), _("Choose today or a later day."), field="on")
    refuse_if(on > certificate.valid_to, _("On that day the certificate has expired."), field="on")
    asked = SurrenderRequest.everything.create(certificate=certificate, wished_on=on, reason=reason.strip(), asked_by=actor.user,
                                               asked_at=clock.now())
    record("certificate.surrender_asked", certificate, actor=actor, request=asked.pk, on=on)
    notify("certificate.surrender_asked", certificate, actor=actor, link=("desk_certificate", certificate.public_id), day=on,
           reason=reason.strip())
    return asked


@transaction.atomic
def withdraw_surrender(asked, *, actor):
    """The provider keeps it after all."""
    certificate, asked = _open(asked)
    require(can_ask_surrender(actor, certificate))
    return _answer(certificate, asked, Answer.WITHDRAWN, actor)


@transaction.atomic
def confirm_surrender(asked, *, on, actor):
    """The agency takes it back: on that day it ends, not before the day that was wished for."""
    certificate, asked = _open(asked)
    require(can_confirm_surrender(actor))
    refuse_if(on < asked.wished_on, _("The provider wished to keep it until then. Choose that day or a later one."), field="on")
    _answer(certificate, asked, Answer.CONFIRMED, actor)
    return end_surrendered(certificate, on=on, reason="", actor=actor)


@transaction.atomic
def decline_surrender(asked, *, reason, actor):
    """Not now, with the reason: it stays as it is, and the provider is told why."""
    certificate, asked = _open(asked)
    require(can_confirm_surrender(actor) or can_relieve(actor))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    asked = _answer(certificate, asked, Answer.DECLINED, actor, reason.strip())
    notify("certificate.surrender_declined", certificate, actor=actor, link=("portal_certificate", certificate.public_id),
           reason=reason.strip())
    return asked


def _open(asked):
    certificate = lock(asked.certificate)
    asked = lock(asked)
    refuse_if(asked.answered_at, _("This request is answered already."))
    return certificate, asked


def _answer(certificate, asked, answer, actor, reason=""):
    asked.answer, asked.answered_at, asked.answered_by, asked.answer_reason = answer, clock.now(), actor.user, reason
    asked.save(update_fields=["answer", "answered_at", "answered_by", "answer_reason"])
    record(f"certificate.surrender_{answer}", certificate, actor=actor, request=asked.pk, reason=reason)
    return asked
