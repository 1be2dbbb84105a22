"""A private self-diagnosis: begun, answered, taken over into a draft, deleted. The audit trail learns who did so, and no word of it."""
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.versions import keep_words
from core.workflow import lock, record, refuse_if, require
from evaluations.models import Diagnosis, DiagnosisAnswer
from evaluations.permissions import can_delete_diagnosis, can_diagnose
from evaluations.queries.diagnosis import indicators_to_diagnose, taking_over, version_to_diagnose
from evaluations.workflow.answers import Saved, save_answers


@transaction.atomic
def start_diagnosis(provider, *, actor):
    """A place for each indicator that is asked now. A second click leads to the one in which nothing is written yet."""
    provider = lock(provider)
    require(can_diagnose(actor, provider))
    version = version_to_diagnose(actor, provider)
    refuse_if(version is None, _("No criteria are published yet by which you could look at yourselves."))
    indicators = indicators_to_diagnose(actor, provider, version)
    refuse_if(not indicators, _("These criteria ask nothing of the services that you offer."))
    blank = _blank(provider, version)
    if blank:
        return blank
    diagnosis = Diagnosis.everything.create(provider=provider, version=version, started_at=clock.now(), started_by=actor.user)
    DiagnosisAnswer.everything.bulk_create(DiagnosisAnswer(diagnosis=diagnosis, indicator=indicator) for indicator in indicators)
    record("diagnosis.started", diagnosis, actor=actor)
    return diagnosis


def _blank(provider, version):
    begun = Diagnosis.everything.filter(provider=provider, version=version)
    touched = DiagnosisAnswer.everything.filter(diagnosis__in=begun, saved_at__isnull=False)
    return begun.exclude(pk__in=touched.values("diagnosis")).order_by("-started_at").first()


@transaction.atomic
def save_diagnosis_answer(answer, *, rating, explanation, base_version, actor):
    """As `save_answer`: an older page never overwrites a newer text. Returns Saved."""
    answer = _locked(answer)
    require(can_diagnose(actor, answer.diagnosis.provider))
    words = {"rating": rating, "explanation": explanation}
    kept = keep_words(answer, words, base_version=base_version, saved_at=clock.now(), saved_by=actor.user)
    if kept.is_new:
        record("diagnosis.saved", answer.diagnosis, actor=actor)
    return Saved(kept.row, conflict=kept.conflict)


def _locked(row):
    """What its owner deletes is gone, also for a page that is still open."""
    try:
        return lock(row)
    except row.__class__.DoesNotExist:
        refuse_if(True, _("This self-diagnosis was deleted meanwhile."))


@transaction.atomic
def delete_diagnosis(diagnosis, *, actor):
    """Gone, with every word of it."""
    diagnosis = _locked(diagnosis)
    require(can_delete_diagnosis(actor, diagnosis.provider))
    record("diagnosis.deleted", diagnosis, actor=actor)
    DiagnosisAnswer.everything.filter(diagnosis=diagnosis).delete()
    diagnosis.delete()


@transaction.atomic
def take_over_diagnosis(diagnosis, application, *, actor):
    """Ratings and notes become answers of a draft of the same provider, where it holds no words yet. Returns (how many were filled,
    the codes of those left because somebody wrote meanwhile)."""
    require(can_diagnose(actor, diagnosis.provider) and diagnosis.provider_id == application.provider_id)
    application = lock(application)
    written = taking_over(actor, diagnosis, application).written
    refuse_if(not written, _("There is nothing to take over: no empty answer has a counterpart with words in this self-diagnosis."))
    left = save_answers(application, written, actor=actor)
    return len(written) - len(left), left
