"""What may stand in a formula: numbers, declared names, + - * /, brackets, comparisons, `a if b else c`, and a few functions."""
import ast
import keyword
import re
import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches

from django.utils.translation import gettext as _

from core.errors import Refused, refuse_if

TARGET = "target"
LONGEST, DEEPEST, MOST_PARTS = 500, 40, 60      # of characters; of levels; of numbers and names: nothing grows past a few hundred digits
FUNCTIONS_TAKE = {"abs": (1, 1), "between": (3, 3), "max": (2, 20), "min": (2, 20)}
WORDS, FORBIDDEN, UNFINISHED = {"if", "else"}, {"**", "//"}, {*"+-*/(,<>=", "if", "else"}
NEAR_ENOUGH = 0.7                               # of two names: a slip of the finger, not another word
WIDE = str.maketrans("（）＋－＊／，．＜＞＝×÷−≤≥≠０１２３４５６７８９", "()+-*/,.<>=*/-\x00\x01\x020123456789")
DIGRAPHS = {"\x00": "<=", "\x01": ">=", "\x02": "!="}
TOKEN = re.compile(r"(?P<space>[ ]+)|(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<word>[^\W\d]\w*)|(?P<sign>\*\*|//|<=|>=|==|!=|[-+*/(),<>])")
NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,6})?")
THOUSANDS = re.compile(r"(?<![0-9.])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])")
ALLOWED = (ast.Constant, ast.Name, ast.Load, ast.UnaryOp, ast.USub, ast.UAdd, ast.BinOp, ast.Add, ast.Sub, ast.Mult, ast.Div,
           ast.Compare, ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.IfExp, ast.Call)


@dataclass(frozen=True)
class Formula:
    """A formula that may be worked out."""
    text: str
    tree: ast.expr
    names: frozenset

    def source(self, node):
        """A number as it was written: the parser's own would be a binary float."""
        return ast.get_source_segment(self.text, node)

    def with_each(self, shown):
        """The text with these texts for its names; a negative one in brackets."""
        def word(match):
            text = shown.get(match["word"] or "")
            return match[0] if text is None else f"({text})" if text.startswith("-") or "/" in text else text
        return TOKEN.sub(word, self.text)


def refuse_bad_name(name, names=(), field="figures"):
    """A figure's name that a formula could not use: no single word, one of the language's own, or twice."""
    refuse_if(not name.isidentifier() or unicodedata.normalize("NFKC", name) != name or name.startswith("_"),
              _("“%(name)s” cannot be the name of a figure: letters, digits and _ only, and a letter at the beginning."),
              field=field, name=name)
    refuse_if(keyword.iskeyword(name) or name in FUNCTIONS_TAKE or name == TARGET,
              _("“%(name)s” has a meaning of its own in formulas. Please choose another name."), field=field, name=name)
    refuse_if(list(names).count(name) > 1, _("Two figures are called “%(name)s”."), field=field, name=name)


def read(text, names, *, field=None):
    """A `Formula`, or refused with what is wrong. Nothing is worked out."""
    refuse_if(len(text) > LONGEST, _("A formula has at most %(most)s characters; this one has %(have)s."), field=field,
              most=LONGEST, have=len(text))
    tidy = tidied(text)
    refuse_if(not tidy, _("Please write the formula."), field=field)
    _refuse_strange_signs(tidy, field)
    try:
        tree = ast.parse(tidy, mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError) as wrong:
        raise Refused(_unreadable(tidy, getattr(wrong, "offset", None) or 1), field) from None
    _refuse_too_large(tree, field)
    _Reader(tidy, set(names), field).number(tree)
    return Formula(tidy, tree, frozenset(_names(tree)))


def tidied(text):
    """One line, in the signs of the language: what a Korean keyboard or a word processor makes of + - × ÷ ≤ ( ) is read as meant."""
    signs = unicodedata.normalize("NFC", text).translate(WIDE)
    return " ".join("".join(DIGRAPHS.get(sign, sign) for sign in signs).split())


def _refuse_strange_signs(text, field):
    grouped = THOUSANDS.search(text)
    refuse_if(grouped, _("“%(written)s” can be read in two ways. Please write thousands without a comma, and a space after a comma."),
              field=field, written=grouped and grouped[0])
    place, before = 0, None
    while place < len(text):
        found = TOKEN.match(text, place)
        refuse_if(not found or found[0] in FORBIDDEN or (found["word"] and keyword.iskeyword(found[0]) and found[0] not in WORDS),
                  _("“%(sign)s” cannot be used in a formula."), field=field, sign=found[0] if found else text[place])
        refuse_if(found["number"] and not NUMBER.fullmatch(found[0]),
                  _("“%(written)s” is no number for a formula: at most 15 digits and 6 decimal places, and no 0 before them."),
                  field=field, written=found[0][:40])
        refuse_if(found["word"] and before and before["number"], _("After “%(number)s” an operator is missing."), field=field,
                  number=before and before[0])
        place, before = found.end(), found


def _unreadable(text, offset):
    words = re.findall(r"\w+|[^\w ]", text)
    if words.count("(") != words.count(")"):
        return _("The brackets do not match: %(opened)s are opened and %(closed)s are closed.") % {
            "opened": words.count("("), "closed": words.count(")")}
    if words[-1] in UNFINISHED:
        return _("The formula breaks off after “%(sign)s”.") % {"sign": words[-1]}
    if words.count("if") != words.count("else"):
        return _("Each if needs its else: 100 if a >= b else 50.")
    return _("The formula cannot be read from “%(rest)s” on.") % {"rest": text[max(offset - 1, 0):][:20]}


def _refuse_too_large(tree, field):
    level, depth, parts = [tree], 0, 0
    while level:
        depth += 1
        parts += sum(isinstance(node, (ast.Name, ast.Constant)) for node in level)
        level = [child for node in level for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr)]
    refuse_if(depth > DEEPEST or parts > MOST_PARTS,
              _("The formula has too many parts. Please add figures up before they are entered, or divide the indicator."), field=field)


def _names(tree):
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and id(node) not in called}


class _Reader:
    """Goes through a tree and refuses what the language has no place for: a comparison stands only between if and else."""

    def __init__(self, text, names, field):
        self.text, self.declared, self.field = text, names, field

    def number(self, node):
        self.refuse_if(not isinstance(node, ALLOWED) or isinstance(node, ast.Compare), node)
        if isinstance(node, ast.Constant):
            self.refuse_if(isinstance(node.value, bool) or not isinstance(node.value, (int, float)), node)
        elif isinstance(node, ast.Name):
            self.name(node.id)
        elif isinstance(node, ast.IfExp):
            self.condition(node.test)
            self.numbers(node.body, node.orelse)
        elif isinstance(node, ast.Call):
            self.call(node)
        elif isinstance(node, ast.UnaryOp):
            self.refuse_if(not isinstance(node.op, ALLOWED), node)
            self.number(node.operand)
        else:
            self.refuse_if(not isinstance(node.op, ALLOWED), node)
            self.numbers(node.left, node.right)

    def numbers(self, *nodes):
        for node in nodes:
            self.number(node)

    def condition(self, node):
        refuse_if(not isinstance(node, ast.Compare), _("Between if and else there has to be a comparison, such as “a >= b”."),
                  field=self.field)
        self.refuse_if(not all(isinstance(sign, ALLOWED) for sign in node.ops), node)
        self.numbers(node.left, *node.comparators)

    def call(self, node):
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name and name not in FUNCTIONS_TAKE:
            self.name(name)
        if name not in FUNCTIONS_TAKE:
            self.refuse(_("Before the bracket of “%(written)s” an operator is missing."), written=ast.get_source_segment(self.text, node))
        self.refuse_if(node.keywords, node)
        least, most = FUNCTIONS_TAKE[name]
        if not least <= len(node.args) <= most:
            self.refuse(_("“%(name)s” takes %(takes)s values; here it has %(have)s."), name=name,
                        takes=least if least == most else f"{least}–{most}", have=len(node.args))
        self.numbers(*node.args)

    def name(self, name):
        if name in FUNCTIONS_TAKE:
            self.refuse(_("“%(name)s” is a function: please write its values in brackets behind it."), name=name)
        if name in self.declared or name == TARGET:
            return
        near = get_close_matches(name, sorted(self.declared | {TARGET, *FUNCTIONS_TAKE}), 1, NEAR_ENOUGH)
        if near:
            self.refuse(_("“%(name)s” is no figure of this indicator. Is “%(near)s” meant?"), name=name[:40], near=near[0])
        self.refuse(_("“%(name)s” is no figure of this indicator; there are: %(names)s."), name=name[:40],
                    names=", ".join([*sorted(self.declared - {TARGET}), TARGET]))

    def refuse_if(self, problem, node):
        if problem:
            self.refuse(_("“%(sign)s” cannot be used in a formula."), sign=(ast.get_source_segment(self.text, node) or "")[:40])

    def refuse(self, sentence, **facts):
        raise Refused(sentence % facts, self.field)
