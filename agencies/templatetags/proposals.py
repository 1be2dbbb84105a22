"""Proposals beside what they concern: what a draft has to work in, and which proposals a change follows."""
from django import template

from accounts.actors import Actor
from agencies.models import IndicatorSet
from agencies.queries.proposal import codes_followed, published_in, settled, tasks_of_draft

register = template.Library()


@register.inclusion_tag("agencies/parts/proposals_to_work_in.html", takes_context=True)
def proposals_to_work_in(context, draft, codes=None):
    """Accepted changes for a draft, all of them or those at an indicator (`codes`: its own and those it continues)."""
    rows = _to_work_in(context, draft)
    rows = rows if codes is None else [(one, state) for one, state in rows if {one.code or one.proposal.code, one.proposal.code} & codes]
    return {"rows": rows, "open": sum(not state for _one, state in rows), "lang": context.get("lang"), "request": context["request"]}


@register.simple_tag(takes_context=True)
def unsettled_proposals(context, draft):
    """How many accepted changes are neither worked into the draft nor carried over: as long as there is one it is not published."""
    return sum(not state for _one, state in _to_work_in(context, draft))


def _to_work_in(context, draft):
    """Read once for a page."""
    key = ("proposals to work in", draft.pk)
    if key not in context.render_context:
        actor = context["request"].actor
        context.render_context[key] = [] if draft.published_at else settled(tasks_of_draft(actor, draft), draft)
    return context.render_context[key]


@register.simple_tag
def codes_of(row):
    """The code of an indicator, and in a set of the one it continues."""
    before = getattr(row, "follows", None)
    return {row.code, before.code} if before else {row.code}


@register.inclusion_tag("agencies/parts/proposals_followed.html", takes_context=True)
def proposals_followed(context, version, change):
    """The proposals that a change of an indicator follows. `change`: a row of the version, or a Change of the difference, whose row is of
    the older one where it is no longer asked."""
    row = getattr(change, "row", change)
    return _named(context, version, row, _is_of(version, row))


@register.inclusion_tag("agencies/parts/proposals_followed.html", takes_context=True)
def proposals_dropped(context, version, row):
    """The same for an indicator that the version no longer asks."""
    return _named(context, version, row, False)


@register.simple_tag(takes_context=True)
def read_proposals(context, version):
    """Once for a page, whatever has changed in it."""
    _followed(context, version)
    return ""


def _followed(context, version):
    """At the keeper's desk all, for everybody those that are shown. Public pages are kept: there a citizen asks."""
    at_desk, key = "desk_nav" in context, ("proposals followed", version.pk)
    if key not in context.render_context:
        context.render_context[key] = (codes_followed(context["request"].actor, version) if at_desk
                                       else published_in(Actor.public(), version))
    return context.render_context[key]


def _named(context, version, row, is_there):
    found = _followed(context, version).get(row.code, []) if row.kind == "indicator" else []
    return {"proposals": [one for one in found if (one.change != "drop") == is_there], "lang": context.get("lang")}


def _is_of(version, row):
    return version.pk == getattr(row, "indicator_set_id" if isinstance(version, IndicatorSet) else "version_id")
