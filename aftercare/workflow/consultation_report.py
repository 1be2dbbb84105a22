"""The consultant's report: written and kept, handed in once; read and rated by the provider; closed."""
from django.db import transaction
from django.utils.translation import gettext as _

from aftercare.consultation_stages import ConsultationStage
from aftercare.models import ConsultationRating, ConsultationReport, ConsultationVisit
from aftercare.permissions import can_arrange, can_ask_for_help, can_consult
from aftercare.workflow.consultation_end import end_involvement
from certification.models.certificate import State
from core import clock
from core.versions import keep_words
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import close_deadlines, notify

OVER = (State.REVOKED, State.SURRENDERED)


@transaction.atomic
def save_report(consultation, *, found, advice, steps, base_version, actor):
    """A draft may lack anything. `advice`: {code: words}; `steps`: [(words, day)]. Returns core.versions.Kept."""
    consultation = lock(consultation)
    require(can_consult(actor, consultation))
    _refuse_closed(consultation)
    report, _is_new = ConsultationReport.everything.get_or_create(consultation=consultation)
    words = {"found": found, "advice": {code: text for code, text in sorted(advice.items()) if text},
             "steps": [{"text": text, "day": day.isoformat() if day else ""} for text, day in steps]}
    kept = keep_words(report, words, base_version=base_version, saved_at=clock.now())
    if kept.is_new:
        record("consultation.report_saved", consultation, actor=actor, version=kept.row.version)
    return kept


def _refuse_closed(consultation):
    refuse_if(consultation.stage == ConsultationStage.REPORTED, _("The report is handed in and stays as it is."))
    refuse_if(consultation.stage != ConsultationStage.AGREED, _("There is no report to write now."))
    state = consultation.certificate.state
    refuse_if(state in OVER, _("The certificate has ended (%(state)s). There is no report any more; the agency calls it off."),
              state=state.label)


@transaction.atomic
def hand_in_report(consultation, *, actor):
    """Complete, and after a visit. From now on the provider and the agency read it, and nobody changes it."""
    consultation = lock(consultation)
    require(can_consult(actor, consultation))
    _refuse_closed(consultation)
    visits = ConsultationVisit.everything.filter(consultation=consultation, dropped_at=None)
    refuse_if(not visits.exclude(done_at=None).exists(), _("Note first that a visit took place."))
    refuse_if(visits.filter(done_at=None).exists(), _("A visit is still planned. Note that it took place, or drop it."))
    report = ConsultationReport.everything.filter(consultation=consultation).select_for_update().first()
    _refuse_gaps(consultation, report)
    report.handed_in_at = consultation.reported_at = clock.now()
    report.version += 1                                     # every page that is still open is an older one
    report.save(update_fields=["handed_in_at", "version"])
    consultation.save(update_fields=["reported_at"])
    close_deadlines(consultation, actor=actor)
    record("consultation.reported", consultation, actor=actor, **move(consultation, ConsultationStage.REPORTED))
    notify("consultation.reported", consultation, actor=actor, link=("portal_consultation", consultation.public_id))
    return report


def _refuse_gaps(consultation, report):
    refuse_if(report is None or not report.found.strip(), _("Write what was found."), field="found")
    missing = [topic["code"] for topic in consultation.topics if not report.advice.get(topic["code"], "").strip()]
    refuse_if(missing, _("Advice is missing for %(codes)s."), field=f"advice_{missing[0]}" if missing else None, codes=", ".join(missing))
    half = [one for one in report.steps if not one["text"] or not one["day"]]
    refuse_if(half, _("Every agreed step needs words and a day."), field="step_1")


@transaction.atomic
def rate_consultation(consultation, *, stars, words, actor):
    """The provider has read the report and says how it was; with that it is over."""
    consultation = lock(consultation)
    require(can_ask_for_help(actor, consultation.provider))
    refuse_if(ConsultationRating.everything.filter(consultation=consultation).exists(), _("It was rated already. Thank you."))
    refuse_if(consultation.reported_at is None, _("It is rated when the report is there."))
    refuse_if(not 1 <= stars <= 5, _("Choose from 1 to 5."), field="stars")
    rating = ConsultationRating.everything.create(consultation=consultation, stars=stars, words=words.strip(), given_at=clock.now(),
                                                  given_by=actor.user)
    record("consultation.rated", consultation, actor=actor)
    if consultation.stage == ConsultationStage.REPORTED:
        _close(consultation, actor)
    notify("consultation.rated", consultation, actor=actor, link=("desk_consultation", consultation.public_id))
    return rating


@transaction.atomic
def close_consultation(consultation, *, actor):
    """The desk closes it although no rating came; the provider may still rate."""
    consultation = lock(consultation)
    require(can_arrange(actor, consultation))
    refuse_if(consultation.stage != ConsultationStage.REPORTED, _("It is closed when the report is there."))
    _close(consultation, actor)
    return consultation


def _close(consultation, actor):
    consultation.ended_at = clock.now()
    consultation.save(update_fields=["ended_at"])
    end_involvement(consultation, actor=actor)
    record("consultation.closed", consultation, actor=actor, **move(consultation, ConsultationStage.CLOSED))
