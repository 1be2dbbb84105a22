"""What stands in the slots of one certificate's page (core/frames.py): what one has in another way than the next."""
from django.template.defaultfilters import linebreaksbr
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from certification import queries
from certification.templatetags.entry import compare_address, structured
from certification.templatetags.register import newest_first, qr, reason_of, said, shape, state_of, term
from certification.views.entry_parts import before_and_after, places_of
from core import clock
from core.patterns import phrase, written, written_each
from core.templatetags.house import korean_date, link, status

AREAS = '<section><div class="section-head"><h2>{}</h2><p class="hint">{}</p></div>\n<ol class="areas">{}</ol></section>'
AREA = ('<li><span class="no">{}</span><div><h3>{}</h3>\n<p>{}</p></div>{}\n'
        '<details><summary>{}</summary><ul class="bullets small">{}</ul></details></li>')
PLACE = '<tr{}><td><b>{}</b><br>{}</td>\n<td>{}{}</td>\n{}</tr>'
EVENT = '<li class="{}"><b>{}</b>{}\n{}\n{}</li>'
SMALL, WORDS = '<br><span class="small">{}</span>', "<p>{}</p>"
THIS = SafeString(' class="this"')


def slots_of(request, entry):
    context, others = {"request": request}, queries.entries_of_provider(entry)
    return {
        **passed(entry), **reached(entry), "structured": structured(entry), "district": str(entry.district),
        "sample": f" {_('The indicators are a sample.')}" if entry.is_sample else "", "reason": reason_of(entry),
        "notes": part("notes", {"entry": entry}, request) if entry.notes else "", "areas": areas(entry.areas),
        **places(context, places_of(entry, others)), "history": history(entry), "besides": besides(request, entry, others),
        "compare": written('<p><a class="button wide" href="{}">{}</a></p>', compare_address(context, entry), _("Compare with others"))
        if entry.is_in_force else "",
        "log_place": part("log_place", {"entry": entry, "place": queries.log_place(entry)}, request) if entry.log_positions else "",
    }


def part(name, context, request):
    return render_to_string(f"certification/parts/{name}.html", context, request)


def passed(entry):
    """The pass: what it is, since when, and how somebody checks it."""
    address, since = queries.verify_address(entry.code), korean_date(entry.state_since)
    indicators = sum(len(area["indicators"]) for area in entry.areas)
    return {
        "title": entry.title, "shape": shape(entry), "state": state_of(entry, "sentence"),
        "since": phrase(_("on %(since)s") if entry.has_ended else _("from %(since)s"), since=since),
        "service": str(entry.service_type), "number": entry.number, "number_shown": entry.number_shown,
        "begin": korean_date(entry.valid_from), "end": korean_date(entry.last_day),
        "indicators": phrase(_("%(edition)s, %(indicators)s"), edition=entry.edition, indicators=indicators) if indicators
        else entry.edition or "-",
        "term": term(entry, clock.today()), "qr": qr(address), "code": entry.shown_code,
        "address": f"{address}?lang=en" if get_language() == "en" else address,
        "as_recorded": phrase(_("As recorded on %(day)s."), day=korean_date(clock.today())),
    }


def areas(rows):
    """What was looked at, each area with its indicators to be opened."""
    if not rows:
        return ""
    counts, language = [len(area["indicators"]) for area in rows], get_language()
    hint = ngettext("In document review, site visit and final evaluation the %(counter)s indicator must be compliant.",
                    "In document review, site visit and final evaluation all %(counter)s indicators must be compliant.", sum(counts))
    words = {count: _counted(count) for count in set(counts)}
    return written(AREAS, _("What was looked at"), phrase(hint, counter=sum(counts)), written_each(AREA, [(
        area["code"], said(area, "name", language), said(area, "plain", language), *words[count],
        written_each("<li>{}</li>\n", [(said(one, "name", language),) for one in area["indicators"]])
    ) for area, count in zip(rows, counts, strict=True)]))


def _counted(count):
    compliant = ngettext("%(counter)s compliant", "all %(counter)s compliant", count)
    show = ngettext("Show %(counter)s indicator", "Show %(counter)s indicators", count)
    return status("valid", phrase(compliant, counter=count)), phrase(show, counter=count)


def places(context, rows):
    """Every place of the provider, and which of them is certified."""
    return {"places_counted": len(rows), "places": written_each(PLACE, [(
        THIS if place["is_this"] else "", place["site"], place["address"], said(place["service"], "service"),
        written(SMALL, place["price"]) if place["price"] else "", _certified(context, place)) for place in rows])}


def _certified(context, place):
    certificate = place["certificate"]
    if certificate is None:
        return written('<td class="hint">{}</td><td></td>', _("not certified"))
    if place["is_this"]:
        number = written('{}\n<span class="hint">{}</span>', certificate.number_shown, _("this certificate"))
    else:
        number = written('<a href="{}">{}</a>', link(context, "register_entry", certificate.number), certificate.number_shown)
    return written('<td>{}</td><td class="keep">{}</td>\n', state_of(certificate), number)


def reached(entry):
    """How to reach the provider, and what it says of hours and price."""
    price, hours = entry.price, entry.opening_hours
    rows = [
        (_("Telephone"), entry.phone and written('<a href="tel:{}">{}</a>', entry.phone, entry.telephone)),
        (_("Address"), entry.address),
        (_("Site"), entry.site_name if entry.site_name != entry.provider_name else ""),
        (_("Opening hours"), hours and linebreaksbr(hours)),
        (_("Price"), price and written(f"{{}}{SMALL}", price, _("What you pay yourself depends on your income."))),
        (_("Representative"), entry.head_name),
    ]
    said_by_provider = written('<p class="small">{}</p>', _("Telephone, hours and price are what the provider says."))
    return {"reach": written_each("<dt>{}</dt><dd>{}</dd>\n", [row for row in rows if row[1]]),
            "said_by_provider": said_by_provider if price or hours else ""}


def history(entry):
    """What happened to it, the newest first."""
    return written_each(EVENT, [(
        "done" if at else "now", capfirst(str(event["label"])), korean_date(event["on"]),
        written(WORDS, phrase(_("through %(until)s"), until=korean_date(event["until"]))) if event["until"] else "",
        written(WORDS, event["reason"]) if event["reason"] else "") for at, event in enumerate(newest_first(entry.history))])


def besides(request, entry, others):
    """What only some have: certificates before and after it, the plaque as it hangs, its documents."""
    before, after = before_and_after(entry, others)
    names = [("before_after", before or after), ("plaque", entry.picture and entry.is_in_force), ("originals", entry.documents)]
    context = {"entry": entry, "before": before, "after": after}
    return SafeString("\n".join(part(name, context, request) for name, is_there in names if is_there))
