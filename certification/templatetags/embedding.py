"""The code that other sites copy, written so that whatever a name holds stays text in it."""
from django import template
from django.utils.html import format_html

from certification.live_badge import said_of

register = template.Library()


@register.simple_tag
def badge_words(entry):
    """What the badge says, for those who hear it."""
    return said_of(entry, entry.state)


@register.simple_tag
def badge_code(entry, page, picture, width, height):
    """A linked picture. What it says changes, so its words name only what stays."""
    return as_text(format_html('<a href="{}"><img src="{}" width="{}" height="{}" alt="{}"></a>', page, picture, width, height,
                               f"{entry.scheme}, {entry.title}"))


@register.simple_tag
def frame_code(title, address, width, height):
    return as_text(format_html('<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy"></iframe>',
                               address, title, width, height))


def as_text(markup):
    """The code is shown and not carried out: no longer safe, so that the page escapes it once more."""
    return markup + ""
