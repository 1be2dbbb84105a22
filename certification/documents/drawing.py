"""What certificate and plaque share: words in the language, days, seals, the QR code, the style sheets."""
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from certification.documents.words import WORDS
from core.icons import MARK
from core.qr import qr_path
from core.seal import seal_svg
from core.wording import formal_day

BLUE, NIGHT, MIST = "#083891", "#052561", "#f0f5fe"
QUIET = 2                                   # modules of white that we draw; the paper around is white as well


@cache
def stylesheet(name):
    """A style sheet of the documents, read once."""
    return (Path(settings.BASE_DIR) / "templates" / "documents" / "css" / f"{name}.css").read_text()


def background(paint):
    """The mark alone as a picture."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="{paint}">{MARK}</svg>'.encode()


def qr_svg(facts, language):
    """The QR code with its quiet zone, as inline SVG: page CSS does not reach into it, so the colours stand here."""
    side, path = qr_path(facts.verify_url)
    box = side + 2 * QUIET
    return format_html(
        '<svg class="qr" viewBox="{0} {0} {1} {1}" role="img" shape-rendering="crispEdges"><title>{2}</title>'
        '<path fill="#fff" d="M{0} {0}h{1}v{1}h-{1}z"/><path fill="#000" d="{3}"/></svg>',
        -QUIET, box, WORDS[language]["qr"].format(url=facts.verify_url), path)


def drawn(facts, language):
    """What every template of a document gets."""
    words, scheme = WORDS[language], facts.said("scheme", language)
    titles = [issuer.title_en if language == "en" else issuer.title_ko for issuer in facts.issuers]
    return {
        "language": language, "facts": facts, "words": words, "scheme": scheme,
        "qr": qr_svg(facts, language), "titles": titles,
        "seals": [seal_svg(issuer.title_ko, words["seal"].format(title=title))
                  for issuer, title in zip(facts.issuers, titles, strict=True)],
        "number": facts.shown_number(language),
        "issued_on": formal_day(facts.issued_on, language), "period": period(facts, language),
        "names": ", ".join(issuer.name_en if language == "en" else issuer.name_ko for issuer in facts.issuers),
    }


def period(facts, language):
    """The two halves of the term, between which alone a line may break."""
    days = {"from": formal_day(facts.valid_from, language), "to": formal_day(facts.valid_to, language)}
    return [half.format(**days) for half in WORDS[language]["from_to"]]


def mark_svg(paint):
    return mark_safe(f'<svg class="mark" viewBox="0 0 24 24"><g fill="{paint}">{MARK}</g></svg>')   # noqa: S308 -- our own drawing
