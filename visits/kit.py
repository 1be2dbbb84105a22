"""What is taken to a place for each item, as sections to read: the same on the page, on the device and on paper."""
from typing import NamedTuple

from django.utils.translation import gettext as _


class Section(NamedTuple):
    heading: str
    text: str


def sections_of(item) -> list[Section]:
    """In the language of the moment; a section without words is left out."""
    sections = [Section(_("Left open before the visit"), item.note)]
    return [one for one in sections if one.text]
