"""The badge of a certificate: a picture that says what is true today, drawn so that it needs neither a style nor a font of ours."""
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from certification import shown
from certification.models.certificate import State
from core.icons import MARK, STATES
from core.wording import day_in_words

WIDTH, HEIGHT, INNER = 352, 96, 262             # pixels; INNER: what is left for words beside the mark
COLOURS = {"valid": "#267337", "expiring": "#8a5c00", "suspended": "#8a5c00", "revoked": "#bd2c0f"}      # 4.5 : 1 on white and more
OTHERWISE, INK, QUIET, LINE, SURFACE = "#58616a", "#1e2124", "#464c53", "#b1b8be", "#ffffff"
FONT = "'Pretendard GOV', 'Noto Sans KR', 'Malgun Gothic', 'Apple SD Gothic Neo', sans-serif"
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}" lang="{lang}" role="img"'
    ' aria-labelledby="said">'
    '<title id="said">{title}</title>'
    '<rect x=".5" y=".5" width="{iw}" height="{ih}" rx="8" fill="{surface}" stroke="{line}"/>'
    '<rect x=".5" y=".5" width="6" height="{ih}" rx="3" fill="{colour}"/>'
    '<svg x="22" y="24" width="48" height="48" viewBox="0 0 24 24" fill="{colour}">{mark}</svg>'
    '<g font-family="{font}"><text x="80" y="32" font-size="13" fill="{quiet}"{fit_scheme}>{scheme}</text>'
    '<text x="80" y="54" font-size="17" font-weight="700" fill="{ink}"{fit_name}>{name}</text>'
    '<svg x="80" y="68" width="13" height="13" viewBox="0 0 16 16" fill="{colour}">{shape}</svg>'
    '<text x="98" y="79" font-size="13" font-weight="700" fill="{colour}"{fit_state}>{state}</text></g></svg>'
)


def badge_of(entry):
    """SVG; colours stand in the markup, since no stylesheet reaches into a picture."""
    state = entry.state
    sign = shown.SHAPES[state]
    scheme, name, said = entry.scheme, shortened(entry.title, INNER, 17), said_of(entry, state)
    return format_html(
        PICTURE, w=WIDTH, h=HEIGHT, iw=WIDTH - 1, ih=HEIGHT - 1, lang=get_language(), title=f"{entry.scheme}, {entry.title}: {said}",
        surface=SURFACE, line=LINE, colour=COLOURS.get(sign, OTHERWISE), ink=INK, quiet=QUIET, font=FONT,
        mark=mark_safe(MARK), shape=mark_safe(STATES[sign]), scheme=scheme, name=name, state=said,      # noqa: S308 -- our own drawings
        fit_scheme=fitted(scheme, INNER, 13), fit_name=fitted(name, INNER, 17), fit_state=fitted(said, INNER - 18, 13))


def said_of(entry, state):
    """The state with the day that matters for it."""
    if state in (State.VALID, State.EXPIRING):
        return _("Certified, valid through %(day)s") % {"day": day_in_words(entry.valid_to)}
    if state == State.SUSPENDED and entry.suspended_to is None:
        return _("Suspended until further notice")
    if state == State.SUSPENDED:
        return _("Suspended through %(day)s") % {"day": day_in_words(entry.suspended_to)}
    if state == State.UPCOMING:
        return _("Valid from %(day)s") % {"day": day_in_words(entry.valid_from)}
    if state == State.EXPIRED:
        return _("Expired, was valid through %(day)s") % {"day": day_in_words(entry.valid_to)}
    return _("%(state)s, since %(day)s") % {"state": shown.word(state).capitalize(), "day": day_in_words(entry.ended_on)}


def width_of(words, size):
    """About how wide words are: Hangul as wide as high, Latin a little more than half."""
    return sum(size if ord(character) > 0x1100 else size * 0.58 for character in words)


def shortened(words, room, size):
    """What still reads when it is pressed into the room; the whole name stands in the picture's title and on its page."""
    if width_of(words, size) <= room * 1.25:
        return words
    kept = words
    while kept and width_of(f"{kept}…", size) > room * 1.25:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def fitted(words, room, size):
    return format_html(' textLength="{}" lengthAdjust="spacingAndGlyphs"', room) if width_of(words, size) > room else ""
