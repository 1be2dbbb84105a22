"""A formula as people read it: the labels of its figures for their names, signs as they are printed."""
import re

from django.utils.translation import gettext as _

from agencies.grammar import TARGET

WORD = re.compile(r"[^\W\d]\w*")
SIGNS = {"*": "×", "/": "÷", "<=": "≤", ">=": "≥", "!=": "≠", "==": "="}
SIGN = re.compile(r"<=|>=|!=|==|[*/]")


def formula_in_words(indicator):
    """실적 ÷ 계획 × 100; `its_figures` of the indicator were read, or are."""
    figures = getattr(indicator, "its_figures", None)
    labels = {one.name: one.label for one in (indicator.figures.all() if figures is None else figures)}
    said = {"min": _("the smallest of"), "max": _("the largest of"), "abs": _("the size of"), "between": _("within limits"),
            "if": _("if"), "else": _("else"), TARGET: _("target")}
    signed = SIGN.sub(lambda sign: SIGNS[sign[0]], indicator.formula)
    return WORD.sub(lambda word: labels.get(word[0]) or said.get(word[0], word[0]), signed)
