"""The fact check on pages: the state of a round and of an answer in a word and a shape, what a fact says."""
from django import template
from django.utils.translation import gettext as _

from core.templatetags.house import status
from evaluations.draft_report import in_words
from evaluations.stages import FactStage as Stage

register = template.Library()
SHAPES = {Stage.OPEN: "doing", Stage.CONFIRMED: "done", Stage.HANDED_IN: "doing", Stage.ANSWERED: "done", Stage.CLOSED: "closed",
          Stage.DROPPED: "suspended"}


@register.simple_tag
def fact_state(check):
    """As its dates have it."""
    return status(SHAPES[check.stands], check.stands.label)


@register.simple_tag
def answer_state(answer):
    if answer is None:
        return status("doing", _("waits for the team's answer"))
    return status("done", _("taken into account")) if answer.is_accepted else status("closed", _("not taken into account"))


@register.filter
def as_seen(seen):
    return in_words(seen)


@register.filter
def under(found, code):
    """What belongs to this indicator, or nothing."""
    return (found or {}).get(code, [])
