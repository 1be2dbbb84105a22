"""How far an application is written: area by area, each answer with its state and what it lacks."""
from dataclasses import dataclass, field
from itertools import groupby

from django.utils.translation import gettext as _

from certification.models import Area
from evaluations.models import Answer
from providers.stages import Stage

NOT_YET, BEGUN, DONE = "todo", "doing", "done"      # the names `{% status %}` knows


@dataclass(frozen=True)
class Task:
    answer: Answer
    lacks: list[str]

    @property
    def state(self):
        if not self.lacks:
            return DONE
        return BEGUN if self.answer.saved_at or self.answer.documents else NOT_YET

    @property
    def word(self):
        return {NOT_YET: _("not yet"), BEGUN: _("in progress"), DONE: _("written")}[self.state]


@dataclass(frozen=True)
class Group:
    area: Area
    tasks: list[Task] = field(default_factory=list)

    @property
    def done(self):
        return sum(task.state == DONE for task in self.tasks)


@dataclass(frozen=True)
class Part:
    """What is asked besides the indicators: how far it is, in a word, and what it lacks."""

    state: str
    word: str
    lacks: list[str] = field(default_factory=list)


def organisation_of(provider):
    """Its details stand; only the agency's confirmation can be open."""
    is_confirmed = provider.stage == Stage.CONFIRMED
    return Part(DONE, _("confirmed")) if is_confirmed else Part(BEGUN, provider.get_stage_display())


def offering_of(offering):
    """The service at its site, with what the agency compares with the register of providers."""
    lacks = [name for there, name in ((offering.registration_number, _("registration number")), (offering.registered_on, _(
        "day of the registration"))) if not there]
    return Part(BEGUN, _("in progress"), lacks) if lacks else Part(DONE, _("written"))


def pledge_of(application):
    return Part(DONE, _("written")) if application.pledged_at else Part(NOT_YET, _("not yet"))


def lacking(answer):
    """The names of what an answer still needs; `answer.documents` says how many documents support it."""
    parts = [(answer.rating, _("self-assessment")), (answer.explanation.strip(), _("explanation")), (answer.documents, _("evidence"))]
    return [name for there, name in parts if not there]


def groups_of(answers):
    """[Group] in the order of the areas; the answers come in the order of the indicators."""
    by_area = groupby(answers, key=lambda answer: answer.indicator.criterion.area)
    return [Group(area, [Task(answer, lacking(answer)) for answer in rows]) for area, rows in by_area]
