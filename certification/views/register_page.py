"""What stands in the slots of the list's page (core/frames.py)."""
from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certification.forms.register import Wanted
from certification.views.register_rows import Rows, checks, compare_bar, drawn_places, options, pages, places_table
from core.patterns import safe, written
from core.templatetags.house import kept_language, status


def slots_of(request, context):
    """Expects wanted, facets, entries, page, numbered, instead."""
    wanted, facets = context["wanted"], context["facets"]

    def here(address):
        return kept_language({"request": request}, address or "?")
    return {
        **head(wanted, facets, here), **filters(wanted, facets, here), **places(wanted, facets, here), "count": counted(context["page"]),
        "before": notes(wanted, context["numbered"]), "list": listed(request, context, here)}


def head(wanted, facets, here):
    valid = ngettext(
        "<b>%(counter)s place</b> holds a valid certification now.", "<b>%(counter)s places</b> hold a valid certification now.",
        facets.valid) % {"counter": facets.valid}
    return {"lede": mark_safe(valid), "words": wanted.words,                            # noqa: S308 -- a figure in our own words
            "by_name": sort_link(wanted, here, "name", _("By name")), "newest": sort_link(wanted, here, "newest", _("Newest first"))}


def places(wanted, facets, here):
    link = varied(wanted, here, wanted.by, page="")
    everywhere = here(wanted.query(page="", **{wanted.by: ""}))
    return {"map": drawn_places(facets, link), "table": places_table(facets, link),
            "everywhere": written('<p><a href="{}">{}</a></p>', everywhere, _("Everywhere")) if facets.place else ""}


def filters(wanted, facets, here):
    price, conditions = wanted.price, wanted.conditions
    return {
        "conditions": f" {conditions}" if conditions else "",
        "statuses": checks("status", [(code, status(code, word), count, chosen) for code, word, count, chosen in facets.statuses()]),
        "services": checks("service", [(code, written("<span>{}</span>", name), count, chosen)
                                       for code, name, count, chosen in facets.services()]),
        "places": options(facets.options()), "years": options(facets.years()), "units": options(facets.units()),
        "from": price.low if price and price.low is not None else "", "to": price.high if price and price.high is not None else "",
        "sort": written('<input type="hidden" form="find" name="sort" value="{}">', wanted.sort) if wanted.sort != "name" else "",
        "clear": written('<p class="small"><a href="{}">{}</a></p>', here(Wanted(words=wanted.words).query()),
                         _("Take all conditions away")) if conditions else "",
    }


def counted(page):
    """How many were found, and which of them stand here."""
    count = page.paginator.count
    words = _("1,000+ places") if page.is_cut else ngettext("%(counter)s place", "%(counter)s places", count) % {"counter": count}
    if not page.has_other_pages():
        return words
    return written('{} <span class="hint">{}</span>', words, _("%(first)s–%(last)s of them") % {
        "first": page.start_index(), "last": page.end_index()})


def notes(wanted, numbered):
    found = [_("You typed the number of a certificate. This is the one, whatever its state.")] if numbered else []
    found += [_("Places that state no price are not shown here.")] if wanted.price else []
    return mark_safe("".join(written('<p class="reason">{}</p>', sentence) for sentence in found))        # noqa: S308 -- written above


def sort_link(wanted, here, sort, words):
    current = mark_safe(' aria-current="true"') if wanted.sort == sort else ""
    return written('<a href="{}"{}>{}</a>', here(wanted.query(sort="" if sort == "name" else sort, page="")), current, words)


def listed(request, context, here):
    """The rows with their pages, and a map of streets where a setting says whose; or what there is instead."""
    if context["instead"]:
        return render_to_string("certification/parts/nothing_found.html", context, request)
    entries, page, wanted = context["entries"], context["page"], context["wanted"]
    parts = [written("<ol>{}</ol>", Rows(request.agency, context["facets"], here).written(entries)),
             pages(page, to_page(wanted, here))]
    if any(entry.is_in_force for entry in entries):
        parts.append(compare_bar(reverse("register_compare")))
    if page.is_cut:
        parts.append(written('<p class="small">{}</p>', _(
            "Of all that were found, the list shows 1,000. Add a word, a service or a place to find the others.")))
    return mark_safe("".join([*parts, streets(request, entries)]))                      # noqa: S308 -- each part is written above


def streets(request, entries):
    if settings.MAP_TILE_URL and any(entry.latitude for entry in entries):
        return render_to_string("certification/parts/tiles.html", {
            "tiles": settings.MAP_TILE_URL, "attribution": settings.MAP_ATTRIBUTION}, request)
    return ""


def to_page(wanted, here):
    """number → the address of that page of the same search."""
    first, other = safe(here(wanted.query(page=""))), varied(wanted, here, "page")
    return lambda number: other(number) if number > 1 else first


def varied(wanted, here, name, **besides):
    """value → the address of the same search with that value of one parameter: a code, a slug or a number."""
    before, after = here(wanted.query(**besides, **{name: "0"})).split(f"{name}=0", 1)
    before, after = escape(f"{before}{name}="), escape(after)
    return lambda value: SafeString(f"{before}{value}{after}")
