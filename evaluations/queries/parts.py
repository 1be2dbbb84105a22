"""The parts of a case for its own workflow: what is asked of it, who works on it, what its provider answers. Never for a page."""
from accounts.actors import Actor
from certification.models import RoundDocument
from evaluations.models import Answer, Assignment, GivenDocument, RequiredIndicator

CASE = Actor.system("a case's own workflow")


def required_of(application):
    """The indicators it must meet, in their order."""
    return RequiredIndicator.objects.visible_to(CASE).filter(application=application).order_by("position")


def assignments_in_force(application):
    """Who works on it now."""
    return Assignment.objects.visible_to(CASE).filter(application=application, ended_at=None)


def answers_in(application):
    """Its answers in the order of the indicators."""
    return Answer.objects.visible_to(CASE).filter(application=application).select_related("indicator").order_by("indicator__position")


def documents_asked(application):
    """What its round asks applicants to bring, in its order."""
    return RoundDocument.objects.visible_to(CASE).filter(round=application.round_id).order_by("position", "pk")


def documents_given(application):
    """The files it gives for them, as far as they can still be used, in the order of giving."""
    rows = GivenDocument.objects.visible_to(CASE).filter(application=application)
    return rows.select_related("document", "evidence__file__scan").order_by("document__position", "added_at", "pk")
