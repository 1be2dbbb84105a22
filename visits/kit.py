"""The visit kit: what an item brings along to the place, in sections, for the page, the device and the paper alike."""
from django.utils.translation import gettext as _


def sections_of(item):
    """[(heading, text)] of one item in the current language, those without a text left out. Copies: nothing else is looked up."""
    sections = (
        (_("What is looked at there"), item.look),
        (_("What the place says of itself"), _joined(item.rating, item.explanation)),
        (_("What the document review found"), _joined(item.finding, item.grounds)),
        (_("Open questions"), item.note),
        (_("Samples to take"), item.sample),
        (_("Whom to ask, and what"), item.whom),
    )
    return [(heading, text.strip()) for heading, text in sections if text.strip()]


def _joined(word, text):
    """The judgement first, then its words."""
    return "\n".join(part for part in (word, text.strip()) if part)
