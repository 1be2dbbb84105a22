"""A sanction on pages: its state in a word and a shape."""
from django import template

from aftercare.queries.sanction import own_sanctions, to_handle
from aftercare.sanction_stages import SHAPES, SanctionAppealStage
from core.templatetags.house import status

register = template.Library()
OF_APPEALS = {SanctionAppealStage.HANDED_IN: "doing", SanctionAppealStage.HANDLED: "doing", SanctionAppealStage.UPHELD: "done",
              SanctionAppealStage.PARTLY: "done", SanctionAppealStage.REJECTED: "closed", SanctionAppealStage.WITHDRAWN: "closed"}


@register.simple_tag
def sanction_state(sanction):
    return status(SHAPES[sanction.stage], sanction.get_stage_display())


@register.simple_tag
def sanction_appeal_state(appeal):
    return status(OF_APPEALS[appeal.stage], appeal.get_stage_display())


@register.simple_tag(takes_context=True)
def sanctions_told(context):
    """Of one's own organisations, the latest first."""
    return list(own_sanctions(context["request"].actor)[:20])


@register.simple_tag(takes_context=True)
def places_in_sanctions(context):
    """Sanctions and appeals that wait for this person's word."""
    return to_handle(context["request"].actor)


@register.filter
def declared_by(declared, account):
    """True: nothing ties them; False: an interest; None: not answered."""
    return declared.get(account)
