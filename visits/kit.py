"""What is taken to a place for each item, as sections to read: the same on the page, on the device and on paper."""
from typing import NamedTuple

from django.utils.translation import gettext as _


class Section(NamedTuple):
    heading: str
    text: str


def sections_of(item) -> list[Section]:
    """What the item brings along besides what is looked at there, in the language of the moment; a section without words is left out.

    Copies that the item holds: nothing is looked up.
    """
    sections = [
        Section(_("What the place says of itself"), _joined(item.rating, item.explanation)),
        Section(_("What the document review found"), _joined(item.finding, item.grounds)),
        Section(left_open(), item.note),
        Section(_("Samples to take"), item.sample),
        Section(_("Whom to ask, and what"), item.whom),
    ]
    return [one for one in sections if one.text.strip()]


def left_open() -> str:
    """The heading of what the papers left open: it is shown first while one records."""
    return _("Open questions")


def look_of(item) -> Section:
    """What is looked at there."""
    return Section(_("What is looked at there"), item.look)


def _joined(word, text):
    """The judgement first, then its words."""
    return "\n".join(part for part in (word, text.strip()) if part)
