"""Who comes: chosen at the desk, asked, told to the provider, agreed. The ledger knows it from that moment."""
from django.db import transaction
from django.utils.translation import gettext as _

from aftercare.consultation_stages import ConsultationStage
from aftercare.models import ConsultantAsking
from aftercare.permissions import can_arrange, can_ask_for_help, can_consult
from aftercare.queries.consultation import AGREE, ANSWER, was_objected
from aftercare.queries.matching import fit_of
from aftercare.workflow.consultation import HELPED
from aftercare.workflow.consultation_end import begin_involvement
from core import clock
from core.workflow import lock, move, record, refuse_if, require
from correspondence.models import Deadline
from correspondence.workflow import close_deadlines, notify, open_deadline


@transaction.atomic
def choose_consultant(consultation, consultant, *, actor):
    """One of those who can come is asked, and answers within five working days."""
    consultation, consultant = lock(consultation), lock(consultant)
    require(can_arrange(actor, consultation))
    refuse_if(consultation.stage != ConsultationStage.ASKED, _("This consultation does not wait for a consultant."))
    _refuse_ended(consultation)
    fit = fit_of(consultation, consultant)
    _refuse_barred(fit)
    consultation.consultant = consultant
    consultation.save(update_fields=["consultant"])
    step = move(consultation, ConsultationStage.CHOSEN)
    asking = ConsultantAsking.everything.create(consultation=consultation, consultant=consultant, asked_at=clock.now(),
                                                asked_by=actor.user, reasons=[*fit.reasons, *fit.remarks])
    deadline = open_deadline(consultation, kind=ANSWER, event_on=clock.today(), actor=actor)
    record("consultation.consultant_chosen", consultation, actor=actor, consultant=consultant.pk, reasons=len(fit.reasons), **step)
    notify("consultation.chosen", consultation, actor=actor, due=deadline.last_day, link=("consult_case", consultation.public_id))
    return asking


def _refuse_ended(consultation):
    state = consultation.certificate.state
    refuse_if(state not in HELPED, _("A consultation is for a certificate that holds. Now it is: %(state)s."), state=state.label)


def _refuse_barred(fit):
    refuse_if(fit is None or fit.against, _("This consultant cannot come: %(reasons)s"), field="consultant",
              reasons=" ".join(fit.against) if fit else "")


def _asking_of(consultation):
    return lock(ConsultantAsking.everything.get(consultation=consultation, ended_at=None))


@transaction.atomic
def answer_asking(consultation, *, is_accepted, reason="", actor):
    """The consultant comes, or declines with a reason. Once."""
    consultation = lock(consultation)
    require(can_consult(actor, consultation))
    refuse_if(consultation.stage != ConsultationStage.CHOSEN, _("You have answered already."))
    refuse_if(not is_accepted and not reason.strip(), _("Please write the reason."), field="reason")
    asking = _asking_of(consultation)
    asking.answered_at, asking.is_accepted, asking.reason = clock.now(), is_accepted, reason.strip()
    asking.save(update_fields=["answered_at", "is_accepted", "reason"])
    close_deadlines(consultation, kind=ANSWER, actor=actor)
    if is_accepted:
        return _tell(consultation, actor)
    step = _set_free(consultation, asking)
    record("consultation.consultant_declined", consultation, actor=actor, consultant=asking.consultant_id, **step)
    notify("consultation.consultant_declined", consultation, actor=actor, reason=reason.strip(),
           link=("desk_consultation", consultation.public_id))
    return consultation


def _tell(consultation, actor):
    _refuse_barred_now(consultation)
    consultation.told_at = clock.now()
    consultation.save(update_fields=["told_at"])
    step = move(consultation, ConsultationStage.TOLD)
    deadline = open_deadline(consultation, kind=AGREE, event_on=clock.today(), actor=actor)
    record("consultation.consultant_accepted", consultation, actor=actor, **step)
    notify("consultation.who_comes", consultation, actor=actor, due=deadline.last_day,
           link=("portal_consultation", consultation.public_id))
    return consultation


def _refuse_barred_now(consultation):
    """Whatever has come up since they were chosen: an assignment, a tie."""
    fit = fit_of(consultation, consultation.consultant)
    found = [one for one in fit.against if one not in _overload(fit)]
    refuse_if(found, _("This consultant cannot come: %(reasons)s"), field="consultant", reasons=" ".join(found))


def _overload(fit):
    """This consultation itself is one of those they have in hand."""
    return fit.against[-1:] if fit.load >= fit.consultant.most_at_once else []


def _set_free(consultation, asking):
    """The consultation waits for another; whoever was asked reads nothing of it any more."""
    asking.ended_at = clock.now()
    asking.save(update_fields=["ended_at"])
    step = move(consultation, ConsultationStage.ASKED)
    consultation.consultant = consultation.told_at = None
    consultation.save(update_fields=["consultant", "told_at"])
    return step


@transaction.atomic
def take_back_asking(consultation, *, actor):
    """The desk asks somebody else: no answer came, or something came up."""
    consultation = lock(consultation)
    require(can_arrange(actor, consultation))
    waiting = (ConsultationStage.CHOSEN, ConsultationStage.TOLD)
    refuse_if(consultation.stage not in waiting, _("Nobody is being asked."))
    asking = _asking_of(consultation)
    step = _set_free(consultation, asking)
    close_deadlines(consultation, actor=actor, outcome="taken_back")
    record("consultation.asking_taken_back", consultation, actor=actor, consultant=asking.consultant_id, **step)
    notify("consultation.set_free", asking, actor=actor)
    return consultation


@transaction.atomic
def agree_consultant(consultation, *, actor):
    """The provider agrees; or the desk, once the days are over in which it could object."""
    consultation = lock(consultation)
    require(can_ask_for_help(actor, consultation.provider) or can_arrange(actor, consultation))
    refuse_if(consultation.stage != ConsultationStage.TOLD, _("There is nothing to agree to now."))
    due = Deadline.everything.filter(subject_type=consultation._meta.label_lower, subject_id=str(consultation.pk), kind=AGREE,
                                     closed_at=None).first()
    refuse_if(not can_ask_for_help(actor, consultation.provider) and due and not due.is_over,
              _("The provider may still object. Its days are not over."))
    _refuse_ended(consultation)
    _refuse_barred_now(consultation)
    consultation.agreed_at = clock.now()
    consultation.save(update_fields=["agreed_at"])
    begin_involvement(consultation, actor=actor)
    step = move(consultation, ConsultationStage.AGREED)
    close_deadlines(consultation, kind=AGREE, actor=actor)
    record("consultation.agreed", consultation, actor=actor, **step)
    notify("consultation.agreed", consultation, actor=actor, link=("consult_case", consultation.public_id))
    return consultation


@transaction.atomic
def object_to_consultant(consultation, *, reason, actor):
    """The provider would rather have somebody else, with a reason; once."""
    consultation = lock(consultation)
    require(can_ask_for_help(actor, consultation.provider))
    refuse_if(consultation.stage != ConsultationStage.TOLD, _("There is nothing to object to now."))
    refuse_if(was_objected(consultation), _("You have objected once already. Please call the agency."))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    asking = _asking_of(consultation)
    asking.objected_at, asking.objection = clock.now(), reason.strip()
    asking.save(update_fields=["objected_at", "objection"])
    step = _set_free(consultation, asking)
    close_deadlines(consultation, kind=AGREE, actor=actor, outcome="objected")
    record("consultation.objected", consultation, actor=actor, consultant=asking.consultant_id, **step)
    notify("consultation.objected", consultation, actor=actor, reason=reason.strip(), link=("desk_consultation", consultation.public_id))
    notify("consultation.set_free", asking, actor=actor)
    return consultation
