"""Words put into a text in one pass: no attribute, no expression, no second look at what was put in."""
import re

from django.utils.translation import gettext as _

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
MEANT_AS_ONE = re.compile(r"\{\s*([A-Za-z]\w*)\s*\}")              # { Provider } too: it would reach people as it stands
LINE_ENDS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")       # ends a header or hides in it
TURNS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")      # turns the reading direction: a name that shows as another
NOT_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def fill(text, values):
    """The text with each {name} that has a value replaced by it; anything else in braces stays as it is."""
    return PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), text)


def one_line(text):
    """For subjects, names and log lines: line ends and other controls become one space."""
    return " ".join(TURNS.sub("", LINE_ENDS.sub(" ", str(text))).split())


def plain(text):
    """For bodies: line breaks stay, other controls go."""
    return NOT_TEXT.sub("", str(text).replace("\r\n", "\n").replace("\r", "\n"))


def names_in(text):
    """What a text wants filled in, in its order, spelled as it is written."""
    return [found[1] if found[0] == f"{{{found[1]}}}" else found[0] for found in MEANT_AS_ONE.finditer(text)]


def problem_of_text(event, subject, body):
    """Why people could not be sent this, as a sentence; or None."""
    if bool(subject.strip()) != bool(body.strip()):
        return _("Write both the subject line and the text, or leave both empty to use the words of the house.")
    unknown = [name for name in names_in(subject + body) if name not in event.may_stand]
    if unknown:
        return _("There is nothing to put in for %(unknown)s. You may use: %(known)s") % {
            "unknown": ", ".join(f"{{{name.strip('{ }')}}}" for name in unknown),
            "known": " ".join(f"{{{name}}}" for name in event.may_stand)}
    return None
