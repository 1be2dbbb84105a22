"""What the page of a run shows of enrolment, wherever it is included."""
from django import template

from training.forms.enrolment import NeedsForm
from training.permissions import can_keep_training
from training.queries.enrolling import enrolling_of

register = template.Library()


@register.simple_tag(takes_context=True)
def enrolling(context, run):
    """How who looks stands towards this run."""
    return enrolling_of(context["request"].actor, run)


@register.simple_tag
def needs_form():
    return NeedsForm()


@register.filter
def enrolment_shape(stage):
    """The shape of a state: done, ends soon, under way, closed."""
    shapes = {"enrolled": "done", "completed": "done", "offered": "expiring", "asked": "doing", "requested": "doing", "waiting": "doing"}
    return shapes.get(stage, "closed")


@register.filter
def keeps_training(actor):
    return can_keep_training(actor)
