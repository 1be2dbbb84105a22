"""The problems a program can meet here: stable codes, what they mean, and how the framework's own errors become them."""
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.problems import AWAY, FAILURE, Problem, problem_answer

PROBLEMS = {                    # {code: (status, title)}; the codes never change their meaning
    "bad-parameter": (400, gettext_lazy("A parameter has a value that it cannot take.")),
    "bad-cursor": (400, gettext_lazy("This is no cursor of this feed.")),
    "unknown": (404, gettext_lazy("There is nothing at this address.")),
    "read-only": (405, gettext_lazy("This interface is only read: GET or HEAD.")),
} | {one.code: (one.status, one.title) for one in (FAILURE, AWAY)}
SAID = {
    "string_too_long": gettext_lazy("At most %(max_length)s characters."),
    "too_long": gettext_lazy("At most %(max_length)s values."),
    "string_pattern_mismatch": gettext_lazy("It does not have the form it must have."),
    "greater_than_equal": gettext_lazy("At least %(ge)s."),
    "less_than_equal": gettext_lazy("At most %(le)s."),
    "int_parsing": gettext_lazy("A whole number."),
    "literal_error": gettext_lazy("One of: %(expected)s."),
}


def problem(code, detail="", **more):
    status, title = PROBLEMS[code]
    return Problem(code, status, title, detail, **more)


def bad_parameter(name, detail):
    return problem("bad-parameter", errors=[{"parameter": name, "detail": str(detail)}])


def answer_problem(request, raised):
    return problem_answer(raised)


def answer_unreadable(request, raised):
    """What pydantic found, in our words; what was sent is not repeated."""
    errors = [{"parameter": next((part for part in reversed(error["loc"]) if isinstance(part, str)), ""),
               "detail": str(SAID.get(error["type"], _("It cannot be read."))) % error.get("ctx", {})} for error in raised.errors]
    return problem_answer(problem("bad-parameter", errors=errors))
