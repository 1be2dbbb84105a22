"""What the committee reads of a case: the sealed copy and the team's results; and what a meeting may still be given."""
from dataclasses import dataclass, field
from itertools import groupby

from accounts.actors import Actor
from evaluations.models import Application, ConsolidatedJudgement, Decision, RequiredIndicator, Seal
from evaluations.models.review import Verdict
from evaluations.queries.applications import application_of_matter, latest_seal
from evaluations.queries.fact_check import amended_of, rounds_of
from evaluations.stages import Stage
from panels.models import AgendaItem
from panels.queries import is_recused, may_read
from panels.stages import MeetingStage

SUBJECT = "evaluations.application"
LOOKING = Actor.system("what is before a committee")


@dataclass(frozen=True)
class Row:
    """One indicator: what the team found in the documents, what it agreed on after the visit, what was amended since."""

    required: RequiredIndicator
    document: ConsolidatedJudgement | None
    amendments: list = field(default_factory=list)

    @property
    def differs(self):
        """At the place the team came to something else than in the documents."""
        if not self.required.agreed or not (self.document and self.document.verdict):
            return False
        return (self.document.verdict == Verdict.OK) != (self.required.agreed == RequiredIndicator.Agreed.COMPLIANT)


@dataclass(frozen=True)
class Area:
    name: str
    rows: list[Row]

    @property
    def compliant(self):
        return sum(row.required.agreed == RequiredIndicator.Agreed.COMPLIANT for row in self.rows)

    @property
    def unmet(self):
        return [row for row in self.rows if row.required.agreed == RequiredIndicator.Agreed.NONCOMPLIANT]

    @property
    def differing(self):
        return [row for row in self.rows if row.differs]


@dataclass(frozen=True)
class Papers:
    """`seal`: the submission that was judged."""

    application: Application
    seal: Seal
    areas: list[Area]
    rounds: list = field(default_factory=list)          # of the fact check, the latest first: what the provider said, and the answers

    @property
    def total(self):
        return sum(len(area.rows) for area in self.areas)

    @property
    def compliant(self):
        return sum(area.compliant for area in self.areas)


def papers_of(actor, matter):
    """The papers of a case for somebody who decides about it; None before the declaration and for who stands back."""
    application = application_of_matter(actor, matter)
    return _papers(actor, application) if application and may_read(actor.user, matter) else None


def papers_at_desk(actor, matter):
    """The same for who reads cases; somebody who stands back from the case reads them nowhere."""
    application = application_of_matter(actor, matter)
    return _papers(actor, application) if application and actor.reads_cases and not is_recused(actor.user, matter) else None


def _papers(actor, application):
    documents = {row.required_id: row for row in ConsolidatedJudgement.objects.visible_to(actor).filter(application=application)}
    required = RequiredIndicator.objects.visible_to(actor).filter(application=application)
    required = required.select_related("indicator__criterion__area").order_by("position")
    amended = amended_of(application)
    areas = [Area(f"{area.code}. {area.name}", [Row(one, documents.get(one.pk), amended.get(one.code, [])) for one in of_it])
             for area, of_it in groupby(required, key=lambda one: one.indicator.criterion.area)]
    return Papers(application, latest_seal(actor, application), areas, rounds_of(actor, application))


def ready_for_committee(actor):
    """Cases in the final evaluation that stand on no agenda, the longest waiting first."""
    on_agenda = AgendaItem.objects.visible_to(LOOKING).filter(
        subject_type=SUBJECT, withdrawn_at=None, meeting__stage__in=(MeetingStage.PLANNED, MeetingStage.OPEN))
    rows = Application.objects.visible_to(actor).filter(stage=Stage.FINAL_EVALUATION)
    return rows.exclude(public_id__in=on_agenda.values("matter")).select_related("service_type").order_by("stage_since", "pk")


def to_be_grounded(actor, meeting):
    """[(item, must)]: what was refused or deferred in this meeting; `must`: no indicator gives the reason, so words have to."""
    items = AgendaItem.objects.visible_to(actor).filter(meeting=meeting, subject_type=SUBJECT, withdrawn_at=None)
    items = list(items.exclude(result__in=("", Decision.Kind.AWARD)).order_by("position"))
    unmet = RequiredIndicator.objects.visible_to(actor).filter(
        application__public_id__in=[item.matter for item in items], agreed=RequiredIndicator.Agreed.NONCOMPLIANT)
    explained = set(unmet.values_list("application__public_id", flat=True))
    return [(item, item.matter not in explained) for item in items]
