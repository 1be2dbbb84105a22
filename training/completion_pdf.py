"""The certificate of completion (수료증) in the house's design: as the certificates of quality, with the seal of who holds the course.

It carries no birth date: training collects none, and the number with the name is enough to check it.
"""
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from core.addresses import national_url
from core.codes import formatted
from core.guilloche import A4, frame_svg
from core.icons import MARK
from core.pdf import render_pdf
from core.qr import qr_path
from core.seal import seal_svg
from core.typeset import Step, alike, fit
from core.wording import formal_day

NIGHT, BLUE, MIST = "#052561", "#083891", "#f0f5fe"
QUIET = 2
TITLE = (Step("t1", 10.2, 1),)
NAME = (Step("n1", 16.3, 1), Step("n2", 18.2, 2), Step("n3", 21.3, 2))
TEXT = (Step("x1", 21.3, 2), Step("x2", 25.3, 3), Step("x3", 31, 3))
SENTENCE = (Step("s1", 25, 1), Step("s2", 29, 1))
OFFICE = (Step("o1", 12.5, 1), Step("o2", 16, 1), Step("o3", 20, 1), Step("o4", 18, 2))
SAID = ["위 사람은 위 교육과정을 이수하였으므로", "이 증서를 드립니다."]
WORDS = {"check": "지금도 유효한지 확인하십시오", "code": "확인번호", "demo": ("시연용 견본입니다.", "효력이 없습니다.")}


@cache
def _stylesheet(name):
    return (Path(settings.BASE_DIR) / "templates" / "documents" / "css" / f"{name}.css").read_text()


def completion_pdf(completion, *, agency, code, edition, on, is_demo):
    """As PDF, not yet signed. `on`: the day it is issued; a further edition says so."""
    address = national_url("verify_code", formatted(code))
    shown = urlsplit(national_url("verify"))
    title = agency.head_title_ko
    rows = list(_rows(completion))
    context = {
        "language": "ko", "document_title": f"{completion.number} 수료증", "names": agency.name_ko, "number": completion.number,
        "room": "normal" if len(rows) > 5 else "roomy", "anew": f"{formal_day(on, 'ko')} 재발급" if edition > 1 else "",
        "title": fit("수 료 증", TITLE), "rows": rows, "sentence": alike(SAID, SENTENCE),
        "issued_on": formal_day(on, "ko"), "offices": [(fit(title, OFFICE), seal_svg(title, f"{title}의 직인"))], "qr": _qr(address),
        "words": WORDS,
        "mark": mark_safe(f'<svg class="mark" viewBox="0 0 24 24"><g fill="{BLUE}">{MARK}</g></svg>'),   # noqa: S308 -- our own drawing
        "facts": SimpleNamespace(verify_shown=f"{shown.netloc}{shown.path}".rstrip("/"), shown_code=formatted(code), is_demo=is_demo,
                                 is_preview=False)}
    ground = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="{MIST}">{MARK}</svg>'
    return render_pdf(
        render_to_string("documents/certificate.html", context),
        stylesheets=[*map(_stylesheet, ("document", "certificate")), f":root {{ --night: {NIGHT}; --mark: {BLUE}; }}"],
        assets={"frame.svg": frame_svg(A4, BLUE, "#346fb2"), "ground.svg": ground.encode()})


def _rows(completion):
    """(label, text in lines, kind): who, of which house, what, when, how long, until when it counts."""
    yield "성명", fit(completion.name, NAME), "name"
    yield "소속", fit(completion.house_name, TEXT), ""
    yield "교육과정", fit(completion.course_name, TEXT), ""
    days = formal_day(completion.from_on, "ko")
    if completion.until_on != completion.from_on:
        days += f"부터 {formal_day(completion.until_on, 'ko')}까지"
    yield "교육기간", fit(days, TEXT), ""
    yield "교육시간", fit(hours_in_words(completion.of_minutes), TEXT), ""
    if completion.valid_until:
        yield "유효기간", fit(f"{formal_day(completion.valid_until, 'ko')}까지", TEXT), ""


def hours_in_words(minutes):
    """6시간, 6시간 30분"""
    hours, rest = divmod(minutes, 60)
    return " ".join(filter(None, (f"{hours}시간" if hours else "", f"{rest}분" if rest or not hours else "")))


def _qr(address):
    side, path = qr_path(address)
    box = side + 2 * QUIET
    return format_html(
        '<svg class="qr" viewBox="{0} {0} {1} {1}" role="img" shape-rendering="crispEdges"><title>{2}</title>'
        '<path fill="#fff" d="M{0} {0}h{1}v{1}h-{1}z"/><path fill="#000" d="{3}"/></svg>',
        -QUIET, box, f"수료를 확인하는 주소의 QR 코드: {address}", path)
