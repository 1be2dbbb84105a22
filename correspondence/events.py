"""What apps tell people about, and the deadlines they set: declared in each app's `notices.py`, collected when Django starts."""
from collections import Counter
from dataclasses import dataclass
from importlib import import_module
from operator import attrgetter
from typing import Literal

from django.apps import apps
from django.utils.module_loading import module_has_submodule

LANGUAGES = ("ko", "en")
ALWAYS = ("agency", "subject", "link")          # may stand in every text


@dataclass(frozen=True)
class Event:
    """One thing to tell. `recipients` is the path of a callable that takes the subject's row and returns accounts, asked when it is sent.

    A placeholder is filled from the fact of that name given to `notify`, else, when it is sent, from the subject: `{agency}` its agency,
    `{subject}` or the subject's model name its name, `{link}` the address given, any other name the subject's attribute.
    """

    name: str
    recipients: str
    placeholders: tuple[str, ...] = ()
    subject_ko: str = ""
    body_ko: str = ""
    subject_en: str = ""
    body_en: str = ""

    def text(self, language):
        """(subject, body) as the app wrote them."""
        return getattr(self, f"subject_{language}"), getattr(self, f"body_{language}")

    @property
    def may_stand(self):
        """Every placeholder that a text of this event may use."""
        return tuple(dict.fromkeys((*self.placeholders, *ALWAYS)))


@dataclass(frozen=True)
class DeadlineKind:
    """A period that the house counts. `ladder`: days before (negative) and after its last day on which people are reminded."""

    name: str
    days: int
    rule: Literal["calendar", "working"]
    ladder: tuple[int, ...] = ()
    label_ko: str = ""
    label_en: str = ""
    recipients: str = ""                        # path of a callable, as an event's; without one nobody is reminded
    page: str = ""                              # URL name of the page that a reminder leads to, with the subject's public id
    near: str = ""                              # of a day that is held: the event told about the subject, with `last_day`
    together: str = ""                          # the subject's attribute: what is due at once of those that share it becomes one message
    apart: str = ""                             # the subject's attribute: of those that differ in it nobody is told in one escalation
    over: str = ""                              # the subject's attribute, dotted: when it is true nobody hears of it, closed or not
    reads: tuple[str, ...] = ()                 # what the subject's words and `over` read beside it: fetched with many at once
    list_page: str = ""                         # then: URL name, without arguments, of the page that the message leads to
    escalation: str = ""                        # path of a callable, as above: told as well at the last rung, if that lies after the end
    desk_page: str = ""                         # and where it leads them, as `list_page`

    def label(self, language):
        return getattr(self, f"label_{language}")

    def is_over_for(self, subject):
        """Whether it is about something that is no more: its workflow closes it by state, and until then nobody is reminded."""
        return bool(self.over and subject is not None and attrgetter(self.over)(subject))


_events: list[Event] = []
_kinds: list[DeadlineKind] = []


def collect():
    """Read every installed app's `notices.py` again. What is wrong with them the system checks say."""
    _events.clear()
    _kinds.clear()
    for app in apps.get_app_configs():
        if module_has_submodule(app.module, "notices"):
            declared = import_module(f"{app.name}.notices")
            _events.extend(getattr(declared, "EVENTS", ()))
            _kinds.extend(getattr(declared, "DEADLINES", ()))


def every_event():
    return tuple(_events)


def every_kind():
    return tuple(_kinds)


def find_event(name):
    return _find(_events, name)


def find_kind(name):
    return _find(_kinds, name)


def _find(declared, name):
    for one in declared:
        if one.name == name:
            return one
    raise LookupError(f"nobody declares {name!r} in a notices.py")


def declared_twice(declared):
    return sorted(name for name, times in Counter(one.name for one in declared).items() if times > 1)
