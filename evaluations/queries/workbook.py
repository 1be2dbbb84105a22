"""What a workbook of the self-assessment is made from, and the one that was handed in."""
from evaluations.models import AnswerEvidence, WorkbookRun


def documents_by_answer(actor, application):
    """{answer's id: [names of the documents that support it]}."""
    found = {}
    links = AnswerEvidence.objects.visible_to(actor).filter(answer__application=application).select_related("evidence")
    for link in links.order_by("added_at", "pk"):
        found.setdefault(link.answer_id, []).append(link.evidence.name)
    return found


def workbooks_of(actor):
    """What the actor has handed in and not carried out."""
    rows = WorkbookRun.objects.visible_to(actor)
    return rows.select_related("application__round__version", "application__provider", "application__service_type")


def workbook_waiting(actor, application):
    """The actor's own of this application, or None."""
    return next((run for run in workbooks_of(actor).filter(application=application) if not run.is_over), None)
