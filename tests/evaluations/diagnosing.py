"""Self-diagnoses as their people make them."""
from accounts.actors import Actor
from core.tenancy import within
from evaluations import workflow
from evaluations.models import DiagnosisAnswer
from tests import factories as f


def diagnosed(place, *ratings, indicators=None, provider=None, owner=None, version=None):
    """Begun by the owner and rated in the order of the indicators; each note says whose it is."""
    with within(place.agency):
        version or f.published_version(indicators=len(ratings) or indicators or 3)
        actor = Actor.of(owner or place.owner)
        diagnosis = workflow.start_diagnosis(provider or place.provider, actor=actor)
        for row, rating in zip(rows_of(diagnosis), ratings, strict=False):
            workflow.save_diagnosis_answer(row, rating=rating, explanation=f"CNRY-{place.agency.slug}-provider-note {row.indicator.code}",
                                           base_version=row.version, actor=actor)
        return diagnosis


def rows_of(diagnosis):
    return list(DiagnosisAnswer.everything.filter(diagnosis=diagnosis).select_related("indicator").order_by("indicator__position"))
