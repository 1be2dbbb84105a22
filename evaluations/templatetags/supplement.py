"""Supplement requests on pages: their state in a word and a shape, what waits for a provider, what was judged before."""
from django import template
from django.utils.translation import gettext as _

from core.templatetags.house import status
from evaluations.queries.applications import applications_of
from evaluations.queries.supplement import open_supplements_of
from evaluations.stages import SupplementStage as Stage

register = template.Library()
SHAPES = {Stage.DRAFT: "todo", Stage.SENT: "doing", Stage.ANSWERED: "done", Stage.LAPSED: "expired", Stage.DROPPED: "closed"}


@register.simple_tag
def supplement_state(request):
    """As its dates have it."""
    return status(SHAPES[request.stands], request.stands.label)


@register.simple_tag(takes_context=True)
def supplements_waiting(context):
    """[(application, request)] of one's own organisations that wait for an answer, the nearest end first."""
    actor = context["request"].actor
    rows = {row.pk: row for row in applications_of(actor)}
    waiting = [(rows[key], asked) for key, asked in open_supplements_of(list(rows.values())).items()]
    return sorted(waiting, key=lambda pair: pair[1].deadline.due_at)


@register.simple_tag
def made_before(code, moment, supplemented):
    """A mark for what was judged before the supplement of its indicator arrived; nothing otherwise."""
    came = (supplemented or {}).get(code)
    return _("made before the supplement") if came and moment and moment < came else ""
