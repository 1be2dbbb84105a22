"""A consultation begins: asked for by the provider, or offered and accepted; and how it is called off."""
from django.db import transaction
from django.utils.translation import gettext as _

from aftercare.consultation_stages import OPEN_CONSULTATION, READS_COPY, ConsultationStage
from aftercare.models import ConsultantAsking, Consultation
from aftercare.permissions import can_arrange, can_ask_for_help, can_offer
from aftercare.queries.sharing import as_topics
from aftercare.workflow.consultation_end import end_involvement
from aftercare.workflow.shared_copy import put_copies
from certification.models.certificate import State
from core import clock
from core.numbers import next_number
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import close_deadlines, notify

HELPED = (State.VALID, State.EXPIRING, State.SUSPENDED)         # help is offered before punishment, and under it


@transaction.atomic
def ask_consulting(certificate, *, words, topics, wished_on, shared, actor):
    """The provider asks. `topics`: indicators; `shared`: the pieces of its case that the consultant may read, copied now."""
    certificate = lock(certificate)
    require(can_ask_for_help(actor, certificate.provider))
    row = _begin(certificate, Consultation.Origin.REQUEST, ConsultationStage.ASKED, words, topics, wished_on, actor)
    put_copies(row, shared, actor=actor)
    record("consultation.asked", row, actor=actor, certificate=certificate.pk, topics=[one["code"] for one in row.topics])
    notify("consultation.asked", row, actor=actor, link=("desk_consultation", row.public_id))
    return row


@transaction.atomic
def offer_consulting(certificate, *, words, topics, actor):
    """The agency offers; the provider accepts or declines."""
    certificate = lock(certificate)
    require(can_offer(actor, certificate))
    row = _begin(certificate, Consultation.Origin.OFFER, ConsultationStage.OFFERED, words, topics, [], actor)
    record("consultation.offered", row, actor=actor, certificate=certificate.pk, topics=[one["code"] for one in row.topics])
    notify("consultation.offered", row, actor=actor, words=row.words, link=("portal_consultation", row.public_id))
    return row


def _begin(certificate, origin, stage, words, topics, wished_on, actor):
    refuse_if(certificate.state not in HELPED, _("A consultation is for a certificate that holds. Now it is: %(state)s."),
              state=certificate.state.label)
    running = Consultation.everything.filter(certificate=certificate, stage__in=OPEN_CONSULTATION).first()
    refuse_if(running, _("The consultation %(number)s about this certificate is not over yet."), number=running and running.number)
    refuse_if(not words.strip(), _("Write in a few sentences what it is about."), field="words")
    refuse_if_days(wished_on)
    number = f"{clock.today().year}-K{next_number('consultation', clock.today().year):03}"
    return Consultation.everything.create(
        certificate=certificate, provider_id=certificate.provider_id, number=number, stage=stage, origin=origin, words=words.strip(),
        provider_name=certificate.provider_name, site_name=certificate.site_name, address=certificate.address,
        service_type_id=certificate.service_type_id, district_id=certificate.district_id, topics=as_topics(topics),
        wished_on=sorted(set(wished_on)), begun_at=clock.now(), begun_by=actor.user)


def refuse_if_days(days):
    refuse_if(any(day <= clock.today() for day in days), _("Name days that are still to come."), field="wished_1")


@transaction.atomic
def accept_offer(consultation, *, wished_on, shared, actor):
    consultation = lock(consultation)
    require(can_ask_for_help(actor, consultation.provider))
    _refuse_answered(consultation)
    refuse_if_days(wished_on)
    consultation.wished_on, consultation.answered_at, consultation.answered_by = sorted(set(wished_on)), clock.now(), actor.user
    consultation.save(update_fields=["wished_on", "answered_at", "answered_by"])
    put_copies(consultation, shared, actor=actor)
    record("consultation.accepted", consultation, actor=actor, **move(consultation, ConsultationStage.ASKED))
    notify("consultation.offer_accepted", consultation, actor=actor, link=("desk_consultation", consultation.public_id))
    return consultation


@transaction.atomic
def decline_offer(consultation, *, reason, actor):
    consultation = lock(consultation)
    require(can_ask_for_help(actor, consultation.provider))
    _refuse_answered(consultation)
    consultation.answered_at = consultation.ended_at = clock.now()
    consultation.answered_by, consultation.ended_reason = actor.user, reason.strip()
    consultation.save(update_fields=["answered_at", "answered_by", "ended_at", "ended_reason"])
    record("consultation.declined", consultation, actor=actor, **move(consultation, ConsultationStage.DECLINED))
    notify("consultation.offer_declined", consultation, actor=actor, reason=reason.strip(),
           link=("desk_consultation", consultation.public_id))
    return consultation


def _refuse_answered(consultation):
    refuse_if(consultation.stage != ConsultationStage.OFFERED, _("This offer was answered already."))


def may_call_off(actor, consultation):
    """The desk until there is a report; the provider until it is agreed."""
    before = consultation.stage in OPEN_CONSULTATION and consultation.stage not in READS_COPY
    if can_ask_for_help(actor, consultation.provider):
        return before
    return can_arrange(actor, consultation) and (before or consultation.stage == ConsultationStage.AGREED)


@transaction.atomic
def call_off(consultation, *, reason, actor):
    """It does not take place, or goes on no further. Everybody who knew of it is told why."""
    consultation = lock(consultation)
    require(can_ask_for_help(actor, consultation.provider) or can_arrange(actor, consultation))
    refuse_if(not may_call_off(actor, consultation), _("This consultation can no longer be called off."))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    return _call_off(consultation, reason, actor)


def call_off_with_certificate(consultation, reason, *, actor):
    """For whoever lets lapse what hangs on its certificate, and holds that."""
    return _call_off(lock(consultation), reason, actor)


def _call_off(consultation, reason, actor):
    consultation.ended_at, consultation.ended_reason = clock.now(), reason.strip()
    consultation.save(update_fields=["ended_at", "ended_reason"])
    step = move(consultation, ConsultationStage.CALLED_OFF)
    ConsultantAsking.everything.filter(consultation=consultation, ended_at=None).update(ended_at=clock.now())
    end_involvement(consultation, actor=actor)
    close_deadlines(consultation, actor=actor, outcome="called_off")
    record("consultation.called_off", consultation, actor=actor, reason=reason.strip(), **step)
    notify("consultation.called_off", consultation, actor=actor, reason=reason.strip())
    return consultation
