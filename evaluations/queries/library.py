"""The provider's library as its people see it: what is there, where each document is used, what is offered for this question."""
from collections import defaultdict
from typing import NamedTuple

from django.db.models import Exists, F, OuterRef, Subquery

from certification.models import RoundDocument
from core.typed import composed
from evaluations.models import AnswerEvidence, Application, GivenDocument
from evaluations.stages import WRITABLE
from providers.models import Evidence, Upload


class Use(NamedTuple):
    """Where a document stands: an application of a round, and for what in it."""

    application: Application
    code: str
    name: str
    is_draft: bool


def library_of(actor, provider):
    """What the provider can use now, the newest first."""
    rows = Evidence.objects.visible_to(actor).filter(provider=provider, removed_at=None, replaced_at=None)
    return rows.select_related("file__scan").order_by("-added_at", "-pk")


def library_offered(actor, provider, *, code, model, words=""):
    """The same for one question: what was given for the same code before comes first; each with where it was last used.

    `model`: AnswerEvidence for an indicator, GivenDocument for a document of the round.
    """
    rows = library_of(actor, provider)
    words = " ".join(composed(words).split())
    if words:
        rows = rows.filter(name__icontains=words)
    answers = AnswerEvidence.objects.visible_to(actor).filter(evidence__lineage=OuterRef("lineage")).order_by("-added_at")
    papers = GivenDocument.objects.visible_to(actor).filter(evidence__lineage=OuterRef("lineage")).order_by("-added_at")
    same = papers.filter(document__code=code) if model is GivenDocument else answers.filter(answer__indicator__code=code)
    return rows.annotate(
        fits=Exists(same), used_year=Subquery(answers.values("answer__application__round__year")[:1]),
        used_code=Subquery(answers.values("answer__indicator__code")[:1]),
    ).order_by(F("fits").desc(), "-added_at", "-pk")


def library_found(actor, provider, words=""):
    """Every document of the library with its newest version; those out of use at the end."""
    rows = Evidence.objects.visible_to(actor).filter(provider=provider, replaced_at=None).select_related("file__scan")
    words = " ".join(composed(words).split())
    rows = rows.filter(name__icontains=words) if words else rows
    return rows.order_by(F("removed_at").asc(nulls_first=True), "-added_at", "-pk")


def versions_of(actor, evidence):
    """Every version of a document, the newest first."""
    rows = Evidence.objects.visible_to(actor).filter(lineage=evidence.lineage).select_related("file__scan", "added_by__person")
    return rows.order_by("-version")


def uses_of(actor, documents):
    """{lineage: [Use]}: in applications that were not withdrawn, the latest first. Any version counts."""
    lineages = {one.lineage for one in documents}
    found = defaultdict(list)
    answers = AnswerEvidence.objects.visible_to(actor).filter(evidence__lineage__in=lineages)
    for link in answers.select_related("evidence", "answer__indicator", "answer__application__round").order_by(
            "-answer__application__started_at", "answer__indicator__position", "pk"):
        application = link.answer.application
        found[link.evidence.lineage].append(Use(application, link.answer.indicator.code, link.answer.indicator.name,
                                                application.stage in WRITABLE))
    papers = GivenDocument.objects.visible_to(actor).filter(evidence__lineage__in=lineages)
    for link in papers.select_related("evidence", "document", "application__round").order_by("-application__started_at", "pk"):
        found[link.evidence.lineage].append(Use(link.application, "", link.document.name, link.application.stage in WRITABLE))
    return found


def evidence_of(actor, answer):
    """The documents that support an answer, each with `newer`: the name of the version that replaced it, if one did."""
    rows = AnswerEvidence.objects.visible_to(actor).filter(answer=answer)
    return _with_newer(actor, rows).select_related("evidence__file__scan").order_by("added_at", "pk")


def given_of(actor, application):
    """The same for the documents of the round."""
    rows = GivenDocument.objects.visible_to(actor).filter(application=application)
    rows = _with_newer(actor, rows).select_related("document", "evidence__file__scan")
    return rows.order_by("document__position", "added_at", "pk")


def documents_asked_of(actor, application):
    """What its round asks applicants to bring, in its order."""
    return RoundDocument.objects.visible_to(actor).filter(round=application.round_id).order_by("position", "pk")


def _with_newer(actor, rows):
    newest = Evidence.objects.visible_to(actor).filter(lineage=OuterRef("evidence__lineage"), replaced_at=None, removed_at=None)
    return rows.annotate(newer=Subquery(newest.filter(version__gt=OuterRef("evidence__version")).values("name")[:1]))


def half_uploads_of(actor, place):
    """What this person began for this place and has not finished, the oldest first."""
    return Upload.objects.visible_to(actor).filter(place=place, finished_at=None).order_by("begun_at", "pk")


def documents_beside(row):
    """Those that go with a reply, a comment, a point of an appeal. For whoever already reads it."""
    return row.evidence.select_related("evidence__file__scan").order_by("added_at", "pk")
