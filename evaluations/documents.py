"""The documents to bring of an application: which its round asks of whom, what is given for each, what is still missing."""
from dataclasses import dataclass, field
from datetime import date

from certification.models import Round, RoundDocument
from evaluations.models import Application, GivenDocument
from evaluations.queries.parts import documents_asked, documents_given
from providers.business_number import is_corporation

ON_LINE = ("application", "self-assessment")        # written here: the application itself
BY_PLEDGE = ("undertaking", "consent")              # given with the pledge
BY_CONSENT = "dispositions"                         # given with it, too, unless the agency may not ask for them: then it is a file
Need = RoundDocument.Need


@dataclass(frozen=True)
class Slot:
    """Where the files of one document of the round stand, in one application."""

    application: Application
    document: RoundDocument

    @property
    def provider(self):
        return self.application.provider

    @property
    def takes_files(self):
        return self.document.code not in ON_LINE + BY_PLEDGE and self.document.round_id == self.application.round_id


@dataclass(frozen=True)
class Wanted:
    """One document with what is given for it. `is_asked`: required of this very provider."""

    slot: Slot
    is_asked: bool
    given: list = field(default_factory=list)
    has_file: bool = False              # where the files themselves were not read

    @property
    def document(self):
        return self.slot.document

    @property
    def is_given(self):
        return bool(self.given) or self.has_file

    @property
    def is_on_line(self):
        """Nothing has to be brought: it is written here, or agreed to with the pledge."""
        pledged = self.slot.application.pledged_at is not None
        return not self.slot.takes_files or (self.document.code == BY_CONSENT and (not pledged or self.slot.application.asks_authorities))

    @property
    def is_done(self):
        if self.document.code in ON_LINE or self.is_given:
            return True
        return self.is_on_line and self.slot.application.pledged_at is not None

    @property
    def is_missing(self):
        """What a file is still to be given for; answers and the pledge are asked for by themselves."""
        return self.is_asked and not self.is_on_line and not self.is_given


def wanted_documents(application, documents, given):
    """[Wanted] in the order of the round. `given`: [GivenDocument]. Reads nothing."""
    files: dict[int, list[GivenDocument]] = {}
    for one in given:
        files.setdefault(one.document_id, []).append(one)
    return [Wanted(Slot(application, one), _is_asked(one.need, application), files.get(one.pk, [])) for one in documents]


def wanted_at_a_glance(application):
    """The same without the files themselves, of an application that was read `with_documents`. Reads nothing."""
    rows = [(RoundDocument(round_id=application.round_id, **{name: one[name] for name in one if name != "has_file"}), one["has_file"])
            for one in application.brought]
    return [Wanted(Slot(application, row), _is_asked(row.need, application), has_file=has_file) for row, has_file in rows]


def _is_asked(need, application):
    return need == Need.REQUIRED or (need == Need.CORPORATIONS and is_corporation(application.provider.business_number))


def wanted_of(application):
    """The same, read from the tables."""
    return wanted_documents(application, documents_asked(application), documents_given(application))


def missing_documents(application, wanted=None):
    """[RoundDocument] for which a file is still to be given, in the order of the round; empty when the application is whole in this."""
    return [one.document for one in (wanted_of(application) if wanted is None else wanted) if one.is_missing]


def ends_on(round: Round) -> date:
    """The last day of the round as it was announced: a document that expires before it may be asked for again."""
    days = (round.results_on, round.final_evaluation_on, round.site_visits_until, round.document_review_until)
    return next((day for day in days if day), round.last_day)


def expires_early(evidence, round):
    """Whether this document's validity ends before the round does."""
    return evidence.expires_on is not None and evidence.expires_on < ends_on(round)
