"""How far an application is written: area by area, each answer with its state and what it lacks."""
from dataclasses import dataclass, field
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certification.models import Area
from evaluations.models import Answer
from evaluations.models.seal import Standing
from evaluations.renewed import standing_of
from providers.stages import Stage

NOT_YET, BEGUN, DONE = "todo", "doing", "done"      # the names `{% status %}` knows


@dataclass(frozen=True)
class Task:
    answer: Answer
    lacks: list[str]
    standing: Standing | None = None        # of a renewal: since the last cycle

    @property
    def state(self):
        if not self.lacks:
            return DONE
        return BEGUN if self.answer.saved_at or (self.answer.documents and not self.is_ready) else NOT_YET

    @property
    def is_ready(self):
        """The answer of the last cycle is in the form, and nobody has looked at it yet."""
        return self.answer.saved_at is None and getattr(self.answer, "earlier", None) is not None

    @property
    def word(self):
        return _("to be looked at") if self.is_ready else {NOT_YET: _("not yet"), BEGUN: _("in progress"), DONE: _("written")}[self.state]


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


def documents_of(wanted):
    """The documents to bring: done once every one is there that this provider hands in."""
    missing = sum(one.is_missing for one in wanted)
    if not missing:
        return Part(DONE, _("written"))
    words = ngettext("%(count)d is missing", "%(count)d are missing", missing) % {"count": missing}
    return Part(BEGUN if any(one.is_given for one in wanted) else NOT_YET, words)


def lacking(answer):
    """The names of what an answer still needs; `answer.documents` says how many documents support it."""
    parts = [(answer.rating, _("self-assessment")), (answer.explanation.strip(), _("explanation")), (answer.documents, _("evidence"))]
    return [name for there, name in parts if not there]


def groups_of(answers, *, is_renewal=False):
    """[Group] in the order of the areas; the answers come in the order of the indicators."""
    by_area = groupby(answers, key=lambda answer: answer.indicator.criterion.area)
    return [Group(area, [Task(answer, lacking(answer), standing_of(answer, is_renewal)) for answer in rows]) for area, rows in by_area]
