"""What changes with each search on the list's page, written by patterns: a template's loop costs more than everything else of the page."""
from functools import lru_cache
from urllib.parse import quote

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from certification import cartogram, shown
from certification.deeds import IN_FORCE
from certification.templatetags.register import reason_of
from core import clock
from core.patterns import prepared, safe, written, written_each
from core.templatetags.house import icon, korean_date, status

ROW = (
    '<li class="result"{}><div class="split">{}<span class="count">{}</span></div>\n<h3><a href="{}">{}</a></h3>\n'
    '<p class="service">{}</p>{}\n'
    '<p class="meta"><span>{place}{}</span>{}{}</p>\n'
    '<div class="foot"><span><span class="hidden-words">{period} </span>{} ~ {}</span>{}{}</div></li>\n'
)
PHONE = '<span class="keep">{icon}<a href="tel:{}">{}</a></span>'
MAP = '<a class="keep" href="{}" rel="noreferrer">{words}<span class="hidden-words">: {}</span></a>'
PICK = ('<label class="check"><input type="checkbox" form="compare" name="n" value="{}">'
        '<span>{words}<span class="hidden-words">: {}</span></span></label>')
BAR = '<form id="compare" class="cluster compare-bar" action="{}">{}<button class="button">{}</button><span class="hint">{}</span></form>'
CHECK = '<label class="check"><input type="checkbox" form="find" name="{}" value="{}"{}>{}<span class="count">{}</span></label>\n'
CELL = ('<a href="{}" data-level="{}"{} aria-label="{}"><polygon points="{corners}"/><text x="{x}" y="{name_y}"{long}>{words}</text>'
        '<text class="n" x="{x}" y="{count_y}">{}</text></a>\n')
CHECKED, SELECTED, CURRENT, LONG = map(mark_safe, (" checked", " selected", ' aria-current="true"', ' class="long"'))
LONG_NAME = 6                               # characters that fit a cell in the usual size


class Rows:
    """The rows of a page: labels and addresses are made once, each row is one pattern."""

    def __init__(self, home, facets, in_language):
        self.home, self.facets, self.is_english = home, facets, get_language() == "en"
        self.service = "service_type__name_en" if self.is_english else "service_type__name_ko"
        self.agencies = {home.pk: home} if home else facets.places
        self.addresses = {pk: in_language(f"{agency.prefix}register/0/").split("/0/") for pk, agency in self.agencies.items()}
        self.row = prepared(ROW, place=icon("place"), period=_("Period of validity"))
        self.phone, self.map, self.pick = (
            prepared(PHONE, icon=icon("phone")), prepared(MAP, words=_("Map")), prepared(PICK, words=_("Compare")))
        self.map_link, self.has_map = settings.MAP_LINK_URL, bool(settings.MAP_TILE_URL)
        self.units = {"session": _("%(amount)s won a session"), "month": _("%(amount)s won a month")}
        self.states, self.days, self.today = {}, {}, clock.today()

    def written(self, entries):
        return written_each(self.row, [self.parts(entry) for entry in entries])

    def parts(self, entry):
        title = safe(entry.provider_name_en if self.is_english and entry.provider_name_en else entry.provider_name)
        before, after = self.addresses[entry.agency_id]
        state = entry.state_on(self.today)
        return (
            self.spot(entry), self.kept(self.states, state, lambda state: status(shown.SHAPES[state], shown.word(state))),
            entry.number_shown, f"{before}/{entry.number}/{after}", title, self.offer(entry),
            reason_of(entry) if entry.suspended_from or entry.ended_on else "", entry.address,
            written(self.map, self.map_link.replace("{address}", quote(entry.address)), title) if self.map_link else "",
            written(self.phone, entry.phone, entry.telephone) if entry.phone else "",
            self.kept(self.days, entry.valid_from, korean_date), self.kept(self.days, entry.last_day, korean_date),
            "" if self.home else written('<span class="hint">{}</span>', self.agencies[entry.agency_id].name),
            written(self.pick, entry.number, title) if state in IN_FORCE else "")

    @staticmethod
    def kept(known, key, made):
        if key not in known:
            known[key] = made(key)
        return known[key]

    def offer(self, entry):
        """The service, and what it costs if the provider says so."""
        name = self.facets.tally.names.get(entry.service_type_id)
        service = name[self.service] if name else str(entry.service_type)
        if entry.price_low is None:
            return service
        low, high = f"{entry.price_low:,}", f"{entry.price_high:,}"
        return written('{} <span class="keep">· {}</span>', service,
                       self.units[entry.price_per] % {"amount": low if low == high else f"{low}~{high}"})

    def spot(self, entry):
        """Where it lies, for the map."""
        return written(' data-at="{},{}"', entry.latitude, entry.longitude) if self.has_map and entry.latitude else ""


def compare_bar(address):
    """The boxes of the rows belong to it."""
    language = mark_safe('<input type="hidden" name="lang" value="en">') if get_language() == "en" else ""
    return written(BAR, address, language, _("Compare the chosen ones"), _("Two to four that are in force, side by side."))


def checks(name, rows):
    """Boxes to tick; `rows` of (value, words, count, chosen)."""
    return written_each(CHECK, [(name, value, CHECKED if chosen else "", words, count) for value, words, count, chosen in rows])


def options(rows):
    return written_each('<option value="{}"{}>{}</option>', [(value, SELECTED if chosen else "", words) for value, words, chosen in rows])


def places_table(facets, link):
    """Each place with how many it has, as rows of a table."""
    return written_each('<tr><th scope="row"><a href="{}"{}>{}</a></th><td class="number">{}</td></tr>\n', [
        (link(code), CURRENT if chosen else "", name, count) for code, name, count, chosen in facets.parts])


def drawn_places(facets, link):
    """The map of equal cells: darker where there are more; each cell leads to its place. Nothing where nobody has drawn one."""
    layout = facets.layout()
    parts = [part for part in facets.parts if part[0] in layout]
    if len(parts) < 2:                      # one cell is no map
        return ""
    steps, spoken, cells = cartogram.bounds([part[2] for part in parts]), _("%(place)s: %(count)s"), []
    for code, name, count, chosen in sorted(parts, key=lambda part: part[3]):         # the chosen one last, so that its edge lies on top
        cells.append(written(cell(layout[code], short(name, code, facets)), link(code), cartogram.level(count, steps),
                             CURRENT if chosen else "", spoken % {"place": name, "count": count}, count))
    width, height = cartogram.size(tuple(layout[code] for code, *_rest in parts))
    return written('<svg class="cartogram" viewBox="0 0 {} {}" role="group" aria-label="{}">{}</svg>{}', width, height,
                   _("Map: how many certified providers there are where"), SafeString("".join(cells)), key_of(steps))


@lru_cache(maxsize=512)
def cell(place, words):
    """The pattern of a place's cell."""
    x, name_y, count_y, corners = cartogram.drawn(place)
    return prepared(CELL, corners=corners, x=x, name_y=name_y, count_y=count_y, words=words, long=LONG if len(words) > LONG_NAME else "")


def key_of(steps):
    """What each shade means."""
    words = [_("none")]
    for least, most in steps:
        words.append(_("%(count)s or more") % {"count": least} if most is None else str(least) if least == most else f"{least}–{most}")
    return written('<p class="key">{}</p>', written_each('<span><i data-level="{}"></i>{}</span>', list(enumerate(words))))


def short(name, code, facets):
    """As it fits a cell: Busanjin-gu is Busanjin, an agency is its province (경상북도 is 경북)."""
    if facets.by == "district":
        return name.removesuffix("-gu").removesuffix("-gun") if name.isascii() else name
    province = next(agency.province for agency in facets.places.values() if agency.slug == code)
    if get_language() == "en":
        return province.name_en
    name = province.name_ko
    return name[0] + name[2] if name[2:] in ("북도", "남도") else name[:2]


def pages(page, link):
    """The pages of the list; `link(number)` is the address of one."""
    if not page.has_other_pages():
        return ""
    one, arrow = '<a href="{}"{}>{}</a>\n', '<a href="{}" rel="{}" aria-label="{}">{}</a>\n'
    here = mark_safe(' aria-current="page"')
    shown_pages = ["<span>…</span>\n" if number == page.paginator.ELLIPSIS else
                   written(one, link(number), here if number == page.number else "", number)
                   for number in page.paginator.get_elided_page_range(page.number)]
    before = written(arrow, link(page.number - 1), "prev", _("Previous page"), icon("back")) if page.has_previous() else ""
    after = written(arrow, link(page.number + 1), "next", _("Next page"), icon("next")) if page.has_next() else ""
    return written('<nav class="pages" aria-label="{}">{}{}{}</nav>', _("Pages"), before, mark_safe("".join(shown_pages)), after)  # noqa: S308
