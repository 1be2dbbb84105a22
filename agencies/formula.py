"""Formulas of quantitative indicators: a few operators and functions over declared names, worked out in exact fractions; no code.

What may stand in a formula is decided here before anything is worked out; `simpleeval` then walks what is left (docs/adr/0044)."""
import ast
import operator
import unicodedata
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _
from simpleeval import SimpleEval

from agencies.amounts import exact, kept
from agencies.grammar import TARGET, read, refuse_bad_name
from core.errors import Refused, refuse_if

__all__ = ["TARGET", "PutIn", "check_formula", "check_names", "names_in", "put_in"]

OPERATORS = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
    ast.USub: operator.neg, ast.UAdd: operator.pos,
    ast.Eq: operator.eq, ast.NotEq: operator.ne, ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge,
}
FUNCTIONS = {"min": min, "max": max, "abs": abs, "between": lambda amount, low, high: min(max(amount, low), high)}
NODES = (ast.Name, ast.UnaryOp, ast.BinOp, ast.Compare, ast.IfExp, ast.Call)
SAMPLES = ((100, 0), (7, 3), (50, -2), (0, 0))          # values to try a formula with: the first name's, and by how much each next differs


@dataclass(frozen=True)
class PutIn:
    """A formula with its values: as it was written, as it reads with them, and what came out, exact and not yet limited."""
    formula: str
    with_values: str
    result: Fraction


def check_names(names):
    """Declared names as they are to be kept: composed (a Mac takes Hangul apart), no spaces around. Refuses what no formula could use."""
    names = [unicodedata.normalize("NFC", name).strip() for name in names]
    for name in names:
        refuse_bad_name(name, names)
    return names


def check_formula(text, names, *, target=None, field="formula"):
    """The formula as it is to be kept. Refused: empty, too long, not readable, something forbidden, a name that is not declared, and one
    that gives a number for no sample values at all."""
    names = list(names)
    formula = read(text, names, field=field)
    refuse_if(target is None and TARGET in formula.names, _("The formula uses the target, and no target is set."), field=field)
    refuse_if(not any(_gives(formula, names, target, *sample) for sample in SAMPLES),
              _("With none of the sample values does this formula give a number: it divides by 0 each time."), field=field)
    return formula.text


def _gives(formula, names, target, first, further):
    values = {name: Fraction(first + further * place) for place, name in enumerate(names)}
    try:
        _work_out(formula, values | ({} if target is None else {TARGET: exact(target)}))
    except ZeroDivisionError:
        return False
    return True


def names_in(text, names):
    """Which of the declared names (and the target) a formula uses; the others are asked for in vain."""
    return read(text, list(names)).names


def put_in(text, values, *, indicator):
    """A formula worked out with exact values {name: fraction}; `indicator` names it in a refusal. A name without value is refused."""
    formula = read(text, list(values))
    missing = [name for name in sorted(formula.names) if values.get(name) is None]
    refuse_if(TARGET in missing, _("%(indicator)s: the formula uses the target, and no target is set."), indicator=indicator)
    refuse_if(missing, _("%(indicator)s: still missing: %(names)s."), indicator=indicator, names=", ".join(missing))
    with_values = formula.with_each({name: kept(amount) for name, amount in values.items() if amount is not None})
    try:
        return PutIn(formula.text, with_values, _work_out(formula, values))
    except ZeroDivisionError:
        raise Refused(_("The denominator of “%(indicator)s” is 0: %(formula)s") % {
            "indicator": indicator, "formula": with_values}) from None


def _work_out(formula, values):
    walker = SimpleEval(operators=OPERATORS, functions=FUNCTIONS, names=values)
    walker.nodes = {node: walker.nodes[node] for node in NODES} | {ast.Constant: lambda node: exact(formula.source(node))}
    return walker.eval(formula.text, previously_parsed=formula.tree)
