"""The library of papers: found by words, kind, field and agency; an agency's own; the editions of one."""
from dataclasses import dataclass

from django.db.models import Case, Value, When

from agencies.models import Paper, PaperFile, PaperText
from agencies.snippets import around, marked
from agencies.stages import PaperStage
from core.search import needles
from core.tenancy import current_agency_id

OWN_FIRST = Case(When(stage=PaperStage.DRAFT, then=Value(0)), default=Value(1))


@dataclass(frozen=True)
class Found:
    """A paper with what was searched for marked: its title, its description, and the words around it in its files."""

    paper: Paper
    title: list
    description: list
    inside: list                # [(name of the file, pieces)]


def papers_found(actor, *, words="", kind="", function="", agency=""):
    """In force, the newest first: every word stands in the title, the description or the text of a file."""
    rows = Paper.objects.visible_to(actor).filter(stage=PaperStage.PUBLISHED).select_related("agency")
    rows = rows.filter(kind=kind) if kind else rows
    rows = rows.filter(field_of_work=function) if function else rows
    rows = rows.filter(agency__slug=agency) if agency else rows
    if wanted := needles(words):
        texts = PaperText.objects.visible_to(actor)
        for one in wanted:
            texts = texts.filter(words__contains=one)
        rows = rows.filter(pk__in=texts.values("paper"))
    return rows.order_by("-published_at", "-pk")


def with_hits(actor, papers, words):
    """[Found] in the same order; without words nothing is marked and no file is looked into."""
    wanted, inside = needles(words), {}
    if wanted:
        for file in PaperFile.objects.visible_to(actor).filter(paper__in=[one.pk for one in papers]).order_by("pk"):
            if pieces := around(file.words, wanted):
                inside.setdefault(file.paper_id, []).append((file.name, pieces))
    return [Found(one, marked(one.title, wanted), marked(one.description, wanted), inside.get(one.pk, [])) for one in papers]


def own_papers(actor):
    """This agency's papers, drafts first."""
    rows = Paper.objects.visible_to(actor).filter(agency=current_agency_id()).exclude(stage=PaperStage.DISCARDED)
    return rows.order_by(OWN_FIRST, "-written_at", "-pk")


def papers_open(actor):
    """Whatever this actor may look at: what is or was out, and of their own agency drafts."""
    return Paper.objects.visible_to(actor).exclude(stage=PaperStage.DISCARDED).select_related("agency", "written_by__person")


def editions_of(actor, paper):
    """All that are or were out, the newest first."""
    rows = Paper.objects.visible_to(actor).filter(agency=paper.agency_id, series=paper.series, published_at__isnull=False)
    return rows.order_by("-edition")


def files_of(actor, paper):
    """What may be had of it: of what was withdrawn nothing, but by its own agency."""
    rows = PaperFile.objects.visible_to(actor).filter(paper=paper).defer("words").order_by("pk")
    return rows.none() if paper.is_withdrawn and paper.agency_id != current_agency_id() else rows
