"""Whether a set of indicators can be worked with: what is checked while it is written, and once more before anything is scored."""
from collections import Counter
from fractions import Fraction
from itertools import pairwise

from django.utils.translation import gettext as _

from agencies.amounts import kept, read_amount
from agencies.formula import check_formula, check_names
from agencies.inputs import MIXED, QUALITATIVE, QUANTITATIVE
from core.errors import refuse_if

ALL_POINTS = 100


def check_indicator(indicator):
    """The formula as it is to be kept ("" for a qualitative one). Each refusal names the question of the form it is about."""
    refuse_if(indicator.points <= 0, _("The points of an indicator have to be above 0."), field="points")
    if indicator.kind != QUANTITATIVE:
        check_scale(indicator.scale)
    if indicator.kind == MIXED:
        refuse_if(indicator.share is None or not 0 <= indicator.share <= 100,
                  _("A mixed indicator needs the share of its quantitative part, 0 to 100 percent."), field="share")
    if indicator.kind == QUALITATIVE:
        return ""
    names = [figure.name for figure in indicator.figures]
    check_names(names)
    target = None if indicator.target is None else read_amount(indicator.target, what=_("Target"), field="target")
    return check_formula(indicator.formula, names, target=target)


def check_scale(scale):
    refuse_if(not 0 <= scale.lowest < scale.highest <= 100 or scale.step <= 0 or (scale.highest - scale.lowest) % scale.step,
              _("A rating scale goes from its lowest to its highest rating in even steps, within 0 to 100."), field="scale")


def check_codes(inputs):
    """No indicator twice."""
    twice = [code for code, times in Counter(indicator.code for indicator in inputs.indicators).items() if times > 1]
    refuse_if(twice, _("The code %(code)s is there twice."), code=", ".join(twice))


def check_points(inputs):
    """The points of a set are 100 together."""
    total = sum((indicator.points for indicator in inputs.indicators), Fraction(0))
    refuse_if(total != ALL_POINTS, _("The points of all indicators have to make 100; they make %(sum)s."), sum=kept(total))


def check_grades(grades):
    """From the highest cut-off down, each grade once, and the last from 0: every total has its grade."""
    names = [grade.grade for grade in grades]
    refuse_if(not grades or len(set(names)) < len(names) or any(low.at_least >= high.at_least for high, low in pairwise(grades)),
              _("The grades have to go from the highest cut-off down, each with a lower one than the grade before."), field="grades")
    refuse_if(grades[-1].at_least != 0, _("The lowest grade has to begin at 0."), field="grades")
