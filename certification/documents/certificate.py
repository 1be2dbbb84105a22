"""The certificate: A4 upright, in its frame, with the seals of those who certify."""
from django.template.loader import render_to_string

from certification.documents.drawing import drawn, ground, mark_of, pictures, stylesheets
from certification.documents.look import look_of
from certification.documents.words import WORDS
from core.guilloche import A4, frame_svg
from core.pdf import render_pdf
from core.typeset import Step, alike, fit
from core.wording import formal_day

TITLE = (Step("t1", 10.2, 1), Step("t2", 12.5, 1), Step("t3", 13.5, 2), Step("t4", 18, 3))
NAME = (Step("n1", 16.3, 1), Step("n2", 18.2, 2), Step("n3", 21.3, 2), Step("n4", 24.7, 3), Step("n5", 29, 4))
TEXT = (Step("x1", 21.3, 2), Step("x2", 25.3, 3), Step("x3", 31, 3))
SENTENCE = (Step("s1", 25, 1), Step("s2", 29, 1), Step("s3", 33, 2))
OFFICE = {1: (Step("o1", 12.5, 1), Step("o2", 16, 1), Step("o3", 20, 1), Step("o4", 18, 2)),
          2: (Step("o2", 13.5, 1), Step("o3", 18, 1), Step("o4", 20, 2))}
ROOMS = ((8, "roomy"), (10, "normal"), (12, "dense"))      # lines of facts, a second issuer counting two: then the rows move together


def certificate_pdf(facts, language):
    """The certificate as an archivable PDF, not yet signed; the same facts give the same bytes."""
    words = WORDS[language]
    about = drawn(facts, language)
    rows = list(_rows(facts, language, about["period"]))
    context = about | {
        "title": fit(_title(facts, language), TITLE),
        "document_title": words["document"].format(number=about["number"], scheme=about["scheme"], title=_title(facts, language)),
        "anew": words["anew"][facts.anew].format(day=formal_day(facts.anew_on, language)) if facts.anew else "",
        "over": about["scheme"] if language == "en" else "",
        "rows": rows, "room": _room(rows, facts.issuers),
        "sentence": alike([line.format(scheme=about["scheme"]) for line in words["sentence"]], SENTENCE),
        "offices": list(zip(alike(about["titles"], OFFICE[len(facts.issuers)]), about["seals"], strict=True)),
        "mark": mark_of(facts),
    }
    look = look_of(facts.colour)
    return render_pdf(
        render_to_string("documents/certificate.html", context), stylesheets=stylesheets(facts, "certificate"),
        assets={"frame.svg": frame_svg(A4, look.dark, look.light), "ground.svg": ground(facts)} | pictures(facts))


def _title(facts, language):
    return WORDS[language]["certificate"].format(scheme=facts.said("scheme", language))


def _rows(facts, language, period):
    """(label, text in lines): what is certified, of whom, where, how long."""
    words = WORDS[language]
    yield words["provider"], fit(facts.said("provider_name", language), NAME), "name"
    if site := facts.shown_site(language):
        yield words["site"], fit(site, TEXT), ""
    yield words["head"], fit(facts.said("head_name", language), TEXT), ""
    yield words["address"], fit(facts.said("address", language), TEXT), ""
    yield words["service"], fit(facts.said("service", language), TEXT), ""
    yield words["period"], fit(" ".join(period), TEXT), ""
    if edition := facts.said("framework_line", language):           # unknown for some that were entered from the papers
        yield words["framework"], fit(edition, TEXT), ""


def _room(rows, issuers):
    """How far apart the rows may stand."""
    lines = sum(len(text.lines) for _label, text, _kind in rows) + 2 * (len(issuers) - 1)
    return next((room for most, room in ROOMS if lines <= most), "tight")
