"""The mark of one certificate for its holder's own prints and pages: drawings, pictures and the rules, in one zip."""
import io
import zipfile
from base64 import b64encode

from django.template.loader import render_to_string
from django.utils.html import escape

from certification.documents.drawing import drawn, mark_of, pictures, stylesheet
from certification.documents.look import look_of
from certification.documents.mark_words import WORDS
from core.icons import MARK
from core.outlines import outlined
from core.pdf import render_pdf
from core.pictures import png_of, smaller
from core.typeset import kept

WIDTHS, SIDES = (1600, 800, 400), (1024, 512, 256)          # pixels, the largest first
HIGH, GAP, EDGE = 48, 10, 2                                 # of the mark's drawing
BIG, SMALL = 19, 12.5
MIMES = {"png": "image/png", "jpg": "image/jpeg"}
ZIPPED_ON = (1980, 1, 1, 0, 0, 0)                           # the same facts give the same bytes


def mark_kit(facts) -> bytes:
    """The zip; names of its files are ASCII. Raises DocumentFailed."""
    files = {}
    for name, draw, widths in (("mark-ko", lambda picture: mark_drawing(facts, "ko", picture), WIDTHS),
                               ("mark-en", lambda picture: mark_drawing(facts, "en", picture), WIDTHS),
                               ("symbol", lambda picture: symbol_drawing(facts, picture), SIDES)):
        files[f"{name}.svg"] = draw(_inside(facts))
        largest = png_of(_page(facts, draw("asset:")), widths[0])
        files |= {f"{name}-{width}.png": largest if width == widths[0] else smaller(largest, width) for width in widths}
    for language in WORDS:
        html, sheets = rules_html(facts, language), [stylesheet("document"), stylesheet("mark_rules")]
        files[f"rules-{language}.pdf"] = render_pdf(html, stylesheets=sheets, assets=pictures(facts))
        files[f"rules-{language}.html"] = _alone(facts, html, sheets)
    return _zipped(files)


def mark_drawing(facts, language, picture=""):
    """Symbol, name of the scheme and number in a row, as SVG. `picture`: where a symbol that is a PNG is found."""
    look, title, number = look_of(facts.colour), facts.said("scheme", language), facts.shown_number(language)
    x = EDGE + HIGH + GAP
    top, end = outlined(title, "NanumMyeongjoBold", BIG, x=x, y=24)
    below, below_end = outlined(number, "NanumMyeongjoBold", SMALL, x=x, y=43)
    width = round(max(end, below_end)) + EDGE
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {HIGH + 2 * EDGE}" role="img"><title>{escape(title)} '
            f'{escape(number)}</title>{_symbol(facts, EDGE, EDGE, HIGH, picture)}<path fill="{look.night}" d="{top}"/>'
            f'<path fill="#33363d" d="{below}"/></svg>').encode()


def symbol_drawing(facts, picture=""):
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" role="img"><title>{escape(facts.scheme_ko)}</title>'
            f'{_symbol(facts, 0, 0, 100, picture)}</svg>').encode()


def rules_html(facts, language):
    words, about = WORDS[language], drawn(facts, language)
    rows = [(words["certificate"], about["number"]), (words["provider"], facts.said("provider_name", language)),
            (words["service"], facts.said("service", language)), (words["period"], " ".join(about["period"]))]
    rows[2:2] = [(words["site"], site)] if (site := facts.shown_site(language)) else []
    return render_to_string("documents/mark_rules.html", {
        "language": language, "words": words, "facts": facts, "scheme": about["scheme"], "names": about["names"], "mark": mark_of(facts),
        "rows": [(label, kept(text)) for label, text in rows], "files": words["files"],
        "rules": [(head, kept(text.format(issuers=about["names"]))) for head, text in words["rules"]],
        "check": kept(words["check"].format(shown=facts.verify_shown, code=facts.shown_code))})


def _symbol(facts, x, y, side, picture):
    """The house's mark or one's own, in a square."""
    place = f'x="{x}" y="{y}" width="{side}" height="{side}"'
    if facts.mark is None:
        return f'<svg {place} viewBox="0 0 24 24"><g fill="{look_of(facts.colour).mark}">{MARK}</g></svg>'
    if facts.mark.extension == "svg":
        return facts.mark.content.decode().replace("<svg ", f"<svg {place} ", 1)
    found = picture if picture.startswith("data:") else f"asset:mark.{facts.mark.extension}"
    return f'<image {place} href="{found}"/>'


def _inside(facts):
    """A mark that is a picture travels inside the drawing."""
    if facts.mark is None or facts.mark.extension not in MIMES:
        return ""
    return f"data:{MIMES[facts.mark.extension]};base64,{b64encode(facts.mark.content).decode()}"


def _page(facts, drawing):
    """A PDF page of the drawing's proportions and nothing else."""
    width, height = drawing.decode().split('viewBox="0 0 ', 1)[1].split('"', 1)[0].split()
    html = '<html lang="ko"><title>mark</title><img src="asset:drawing.svg" alt="">'
    sheet = f"@page {{ size: {width}mm {height}mm; margin: 0 }} img {{ display: block; width: {width}mm; height: {height}mm }}"
    return render_pdf(html, stylesheets=[sheet], assets={"drawing.svg": drawing} | pictures(facts))


def _alone(facts, html, sheets):
    """The rules as one file for a browser: style and pictures inside."""
    if picture := _inside(facts):
        html = html.replace(f"asset:mark.{facts.mark.extension}", picture)
    elif facts.mark:
        html = html.replace("asset:mark.svg", f"data:image/svg+xml;base64,{b64encode(facts.mark.content).decode()}")
    return html.replace("</head>", f"<style>{''.join(sheets)}</style>\n</head>", 1).encode()


def _zipped(files):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in sorted(files.items()):
            package.writestr(zipfile.ZipInfo(name, ZIPPED_ON), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()
