"""An appeal on pages: its state in a word and a shape, what was found about a point."""
from django import template
from django.utils.translation import gettext as _

from core.templatetags.house import status
from evaluations.appeal_steps import SHAPES

register = template.Library()


@register.simple_tag
def appeal_state(appeal):
    return status(SHAPES[appeal.stage], appeal.get_stage_display())


@register.simple_tag
def finding_state(row):
    """Of a finding or an opinion."""
    return status("done", _("upheld")) if row.is_upheld else status("closed", _("not upheld"))


@register.filter
def of_code(sealed, code):
    """[(sealed answer, its files)] of this indicator: one, or none for the decision as a whole."""
    return [sealed[code]] if code in sealed else []


@register.filter
def says(declared, account):
    """Whether this account has declared that nothing ties it."""
    return declared.get(account, False)
