"""What certificate, plaque and plate share: words in the language, days, seals, the mark, the QR code, the style sheets."""
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from certification.documents.look import HOUSE, look_of
from certification.documents.words import WORDS
from core.icons import MARK
from core.qr import qr_path
from core.seal import seal_svg
from core.wording import formal_day

BLUE, NIGHT = HOUSE.mark, HOUSE.night
QUIET = 2                                   # modules of white that we draw; the paper around is white for at least two more
FAINT = 0.07                                # how much of a mark of one's own is seen behind the text


@cache
def stylesheet(name):
    """A style sheet of the documents, read once."""
    return (Path(settings.BASE_DIR) / "templates" / "documents" / "css" / f"{name}.css").read_text()


def stylesheets(facts, *names):
    """Those, and the colours of this document behind them."""
    look = look_of(facts.colour)
    return [*map(stylesheet, ("document", *names)), f":root {{ --night: {look.night}; --mark: {look.mark}; }}"]


def ground(facts):
    """The mark alone as a picture, so pale that words are read on it."""
    if facts.mark is None:
        return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="{look_of(facts.colour).mist}">{MARK}</svg>'.encode()
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><g opacity="{FAINT}">'
            f'<image href="asset:mark.{facts.mark.extension}" width="100" height="100"/></g></svg>').encode()


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
        "seals": [_seal(place, issuer, words["seal"].format(title=title))
                  for place, (issuer, title) in enumerate(zip(facts.issuers, titles, strict=True))],
        "number": facts.shown_number(language),
        "issued_on": formal_day(facts.issued_on, language), "period": period(facts, language),
        "names": ", ".join(issuer.name_en if language == "en" else issuer.name_ko for issuer in facts.issuers),
    }


def pictures(facts):
    """{name: content} of what was brought, as the documents ask for it."""
    seals = {f"seal{place}.{issuer.seal.extension}": issuer.seal.content for place, issuer in enumerate(facts.issuers) if issuer.seal}
    return seals | ({f"mark.{facts.mark.extension}": facts.mark.content} if facts.mark else {})


def _seal(place, issuer, said):
    if issuer.seal is None:
        return seal_svg(issuer.title_ko, said)
    return format_html('<img class="seal" src="asset:seal{}.{}" alt="{}">', place, issuer.seal.extension, said)


def period(facts, language):
    """The two halves of the term, between which alone a line may break."""
    days = {"from": formal_day(facts.valid_from, language), "to": formal_day(facts.valid_to, language)}
    return [half.format(**days) for half in WORDS[language]["from_to"]]


def mark_of(facts, paint=None):
    """The mark on the page: one's own, else the house's in that paint. It says nothing that the words do not say."""
    if facts.mark is None:
        return mark_svg(paint or look_of(facts.colour).mark)
    return format_html('<img class="mark own" src="asset:mark.{}" alt="">', facts.mark.extension)


def mark_svg(paint):
    return mark_safe(f'<svg class="mark" viewBox="0 0 24 24"><g fill="{paint}">{MARK}</g></svg>')   # noqa: S308 -- our own drawing
