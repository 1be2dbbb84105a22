"""The plate: 200 mm square, for a door or a desk; what a plaque says, without seals."""
from django.template.loader import render_to_string

from certification.documents.drawing import drawn, mark_of, pictures, stylesheets
from certification.documents.look import look_of
from certification.documents.words import WORDS
from core.guilloche import SQUARE, frame_svg
from core.pdf import render_pdf
from core.typeset import Step, alike, fit

TITLE = (Step("t1", 12.2, 1), Step("t2", 14.7, 1), Step("t3", 20, 2))
NAME = (Step("n1", 13.8, 1), Step("n2", 18.4, 2), Step("n3", 22.1, 2), Step("n4", 27.6, 3), Step("n5", 34, 4))
SERVICE = (Step("v1", 27.6, 1), Step("v2", 34, 1), Step("v3", 38.4, 2))
BAND = (Step("b1", 15, 1), Step("b2", 19.5, 1), Step("b3", 24, 2))


def plate_pdf(facts, *, language="ko", marks=True):
    """The plate as an archivable PDF; without `marks` it has no bleed and no crop marks."""
    about, words, look = drawn(facts, language), WORDS[language], look_of(facts.colour)
    title = words["plaque"].format(scheme=about["scheme"])
    context = about | {
        "title": fit(title, TITLE), "over": about["scheme"] if language == "en" else "",
        "document_title": words["document"].format(number=about["number"], scheme=about["scheme"], title=title),
        "name": fit(facts.said("provider_name", language), NAME), "service": fit(facts.said("service", language), SERVICE),
        "band": alike(_band(facts, language), BAND), "mark": mark_of(facts, "#fff"),
    }
    return render_pdf(
        render_to_string("documents/plate.html", context), stylesheets=stylesheets(facts, "plate", *(["marks"] if marks else [])),
        assets={"frame.svg": frame_svg(SQUARE, look.dark, look.light)} | pictures(facts))


def _band(facts, language):
    """Who certifies: both bodies, or the one as its name breaks."""
    if len(facts.issuers) > 1:
        return [issuer.name_en if language == "en" else issuer.name_ko for issuer in facts.issuers]
    return facts.agency_lines_en if language == "en" else facts.agency_lines_ko
