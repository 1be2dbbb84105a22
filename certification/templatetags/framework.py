"""Two texts in one: what was taken out, what was put in."""
from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from certification.wording import word_difference

register = template.Library()
PUT = {"same": "{}", "del": "<del>{}</del>", "ins": "<ins>{}</ins>"}
LINE_END = mark_safe("<br>")


@register.simple_tag
def marked(words):
    """Words as `word_difference` gives them, with <del> and <ins> around what differs."""
    return mark_safe(" ".join(format_html(PUT[what], lines(text)) for what, text in words))        # noqa: S308 -- format_html's own


@register.simple_tag
def difference(old, new):
    return marked(word_difference(old, new))


def lines(text):
    """Line ends stay line ends."""
    parts = [format_html("{}", part.strip()) for part in text.split("\n")]
    return mark_safe(LINE_END.join(parts))                  # noqa: S308 -- each escaped above
