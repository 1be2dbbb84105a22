"""Renewal on pages: which application renews a certificate, what can be renewed now, what is different since the last cycle."""
from django import template

from certification.renewal import renewal_window
from evaluations import queries
from evaluations.renewed import since_last as since_last_of
from evaluations.renewed import standing_of

register = template.Library()


@register.simple_tag(takes_context=True)
def renewal_begun(context, certificate):
    return queries.renewal_of(context["request"].actor, certificate)


@register.simple_tag(takes_context=True)
def renewals_now(context):
    """Of one's own organisations."""
    return queries.to_renew(context["request"].actor)


@register.filter
def renewal_days(certificate):
    """From when until when it is renewed."""
    return renewal_window(certificate.framework, certificate.valid_to)


@register.filter
def standing(answer):
    """Of an answer that is being written beside that of the last cycle."""
    return standing_of(answer, is_renewal=True)


@register.simple_tag
def since_last(seal):
    """For whoever reads the sealed copy."""
    return since_last_of(seal.answers.all())
