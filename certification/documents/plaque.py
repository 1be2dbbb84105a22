"""The plaque: A3 lying, a band of the agency's colour and the frame beside it; 3 mm more all round where a printer cuts."""
from django.template.loader import render_to_string

from certification.documents.drawing import drawn, mark_of, pictures, stylesheets
from certification.documents.look import look_of
from certification.documents.words import WORDS
from core.guilloche import A3, frame_svg
from core.pdf import render_pdf
from core.typeset import Step, alike, fit

TITLE = (Step("t1", 6.7, 2), Step("t2", 8.4, 2), Step("t3", 11, 3))
NAME = (Step("n1", 12.3, 1), Step("n2", 16, 2), Step("n3", 19.3, 2), Step("n4", 24, 3), Step("n5", 31, 3))
SERVICE = (Step("v1", 24.5, 1), Step("v2", 33, 1), Step("v3", 37, 2))
OFFICE = (Step("o1", 12.5, 1), Step("o2", 16, 1), Step("o3", 16.5, 2), Step("o4", 20, 3))
BAND = (Step("b1", 9, 1), Step("b2", 11, 1), Step("b3", 13, 2))


def plaque_pdf(facts, *, language="ko", marks=True):
    """The plaque as an archivable PDF; without `marks` it has no bleed and no crop marks, for a screen or an office printer."""
    about = drawn(facts, language)
    words = WORDS[language]
    title = words["plaque"].format(scheme=about["scheme"])
    lines = facts.agency_lines_en if language == "en" else facts.agency_lines_ko
    context = about | {
        "title": fit(title, TITLE), "over": about["scheme"] if language == "en" else "",
        "document_title": words["document"].format(number=about["number"], scheme=about["scheme"], title=title),
        "name": fit(facts.said("provider_name", language), NAME), "service": fit(facts.said("service", language), SERVICE),
        "band": alike(lines, BAND), "mark": mark_of(facts, "#fff"),
        "offices": list(zip(alike(about["titles"], OFFICE), about["seals"], strict=True)),
    }
    look = look_of(facts.colour)
    return render_pdf(
        render_to_string("documents/plaque.html", context), stylesheets=stylesheets(facts, "plaque", *(["marks"] if marks else [])),
        assets={"frame.svg": frame_svg(A3, look.dark, look.light)} | pictures(facts))
