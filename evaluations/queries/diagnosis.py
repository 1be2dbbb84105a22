"""A provider's private self-diagnoses, for its own people only: nobody else has a read of them, and no page elsewhere asks for them."""
from dataclasses import dataclass

from django.db.models import Count, Max, Q

from certification.models import Indicator
from certification.queries import one_to_one, open_rounds, versions_of
from evaluations.models import Answer, Application, Diagnosis, DiagnosisAnswer
from evaluations.stages import WRITABLE
from providers.models import Offering


def diagnoses_of(actor):
    """One's own providers' diagnoses, the newest first, each with how many indicators it has and how many are answered."""
    rows = Diagnosis.objects.visible_to(actor).select_related("provider", "version__framework", "started_by__person")
    rows = rows.annotate(total=Count("answers"), answered=Count("answers", filter=~Q(answers__rating="")),
                         saved_at=Max("answers__saved_at"))
    return rows.order_by("-started_at", "-pk")


def answers_of_diagnosis(actor, diagnosis):
    """In the order of the indicators."""
    rows = DiagnosisAnswer.objects.visible_to(actor).filter(diagnosis=diagnosis)
    return rows.select_related("indicator__criterion__area").order_by("indicator__position")


def own_diagnosis_answers(actor):
    """Each with its question and its diagnosis."""
    rows = DiagnosisAnswer.objects.visible_to(actor)
    return rows.select_related("diagnosis__provider", "diagnosis__version", "indicator__criterion__area", "saved_by__person")


def version_to_diagnose(actor, provider):
    """The edition of the round that is open for this provider, else the newest one published; None where there is none."""
    for round in open_rounds(actor):
        if round.is_open(provider=provider.pk):
            return round.version
    return versions_of(actor).first()


def indicators_to_diagnose(actor, provider, version):
    """Those asked of any service that the provider offers now; without a service, all of them."""
    offered = Offering.objects.visible_to(actor).filter(site__provider=provider, is_active=True)
    services = set(offered.values_list("service_type__code", flat=True))
    rows = Indicator.objects.visible_to(actor).filter(version=version).order_by("position")
    return [row for row in rows if not services or any(row.is_asked_of(service) for service in services)]


def drafts_of(actor, provider):
    """The provider's applications in which answers may still be written."""
    rows = Application.objects.visible_to(actor).filter(Application.of_own_provider(actor), provider=provider, stage__in=WRITABLE)
    return rows.select_related("round__version", "service_type").order_by("-started_at", "-pk")


@dataclass(frozen=True)
class Taken:
    """One indicator of the application: what the diagnosis has for it, and what becomes of it."""

    answer: Answer
    source: DiagnosisAnswer | None
    is_reworded: bool = False

    @property
    def is_written(self):
        """Words stand there already: they are left as they are."""
        return bool(self.answer.rating or self.answer.explanation)

    @property
    def is_filled(self):
        return not self.is_written and self.source is not None and bool(self.source.rating or self.source.explanation)


@dataclass(frozen=True)
class TakingOver:
    """What taking a diagnosis over into a draft would do; `homeless`: its answers that lead to no indicator of the application."""

    filled: list
    left: list
    without: list
    homeless: list

    @property
    def written(self):
        """As `save_answers` takes it."""
        return {one.answer.indicator.code: (one.source.rating, one.source.explanation) for one in self.filled}


def taking_over(actor, diagnosis, application):
    """Through the mapping where it says one to one, if the application is asked by another edition."""
    leads = counterparts(actor, diagnosis.version, application.round.version)
    sources, homeless = {}, []
    answers = list(Answer.objects.visible_to(actor).filter(application=application).select_related("indicator")
                   .order_by("indicator__position"))
    asked = {answer.indicator_id for answer in answers}
    for source in answers_of_diagnosis(actor, diagnosis):
        end, is_reworded = leads(source.indicator_id)
        if end in asked:
            sources[end] = (source, is_reworded)
        elif source.rating or source.explanation:
            homeless.append(source)
    rows = [Taken(answer, *sources.get(answer.indicator_id, (None,))) for answer in answers]
    return TakingOver([row for row in rows if row.is_filled], [row for row in rows if row.is_written],
                      [row for row in rows if not row.is_filled and not row.is_written], homeless)


def counterparts(actor, old, new):
    """A function: the indicator's id in one edition to (its id in the other or None, whether it was reworded)."""
    if old.pk == new.pk:
        return lambda indicator: (indicator, False)
    mapping = one_to_one(actor, old, new)
    return lambda indicator: mapping.get(indicator, (None, False))


def earlier_ratings(actor, diagnosis, earlier):
    """{indicator of the later diagnosis: its rating in the earlier one}, as far as both asked the same."""
    leads = counterparts(actor, earlier.version, diagnosis.version)
    found = {}
    for answer in DiagnosisAnswer.objects.visible_to(actor).filter(diagnosis=earlier).exclude(rating=""):
        end, _is_reworded = leads(answer.indicator_id)
        if end:
            found[end] = answer.rating
    return found
