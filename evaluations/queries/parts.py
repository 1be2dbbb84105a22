"""The parts of a case for its own workflow: what is asked of it, who works on it, what its provider answers. Never for a page."""
from accounts.actors import Actor
from evaluations.models import Answer, Assignment, RequiredIndicator

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
