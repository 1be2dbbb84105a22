"""An edition as a workbook for the office: a sheet for areas, criteria and indicators; and back into what a draft is made from."""
from dataclasses import replace

from django.utils.translation import gettext as _

from certification.wording import LANGUAGES
from core.errors import Refused
from core.tables.books import Lines, Table, read_book, write_book
from core.tables.columns import Choice

NAMES = {"areas": ("영역", "Areas"), "criteria": ("항목", "Criteria"), "indicators": ("지표", "Indicators")}
TITLES = {
    "code": ("번호", "Code"), "area": ("영역 번호", "Code of the area"), "criterion": ("항목 번호", "Code of the criterion"),
    "name": ("이름", "Name"), "description": ("설명", "Description"), "plain": ("시민용 설명", "For citizens"),
    "question": ("질문", "Question"),
    "evidence": ("증빙자료", "Evidence"), "document_check": ("서면심사 확인 사항", "Document review"),
    "onsite_check": ("현장심사 확인 사항", "On-site check"), "mistakes": ("자주 하는 실수", "Frequent mistakes"),
    "legal_basis": ("근거 법령", "Legal basis"), "applies_to": ("적용 서비스", "Services"),
}
IN = {"ko": ("한국어", "Korean"), "en": ("영어", "English")}
STEMS = {"areas": ("name", "description", "plain"), "criteria": ("name",),
         "indicators": ("name", "question", "description", "evidence", "document_check", "onsite_check", "mistakes")}
HINTS = {
    "code": ("1, 1.1, 1.1.1처럼 적습니다. 같은 번호를 두 번 쓸 수 없습니다.", "Like 1, 1.1, 1.1.1. No code twice."),
    "area": ("이 항목이 속한 영역의 번호입니다.", "The code of the area under which it stands."),
    "criterion": ("이 지표가 속한 항목의 번호입니다.", "The code of the criterion under which it stands."),
    "evidence": ("한 줄에 한 가지씩, 한국어와 영어를 같은 순서로 적습니다.", "One piece a line, Korean and English in the same order."),
    "mistakes": ("한 줄에 한 가지씩 적습니다.", "One a line."),
    "applies_to": ("모든 서비스에 적용하면 비워 둡니다. 여러 개면 쉼표로 나눕니다.", "Empty: all services. Set apart by commas."),
}


def tables(services, content=None):
    """The three sheets. With the content of an edition its codes are offered as lists; reading takes any."""
    return [Table(kind, *NAMES[kind], tuple(_columns(kind, services, content))) for kind in NAMES]


def _columns(kind, services, content):
    above = {"criteria": "area", "indicators": "criterion"}.get(kind)
    yield _column("code", required=True, width=10)
    if above:
        column = _column(above, required=True, width=12)
        codes = [row["code"] for row in content[{"area": "areas", "criterion": "criteria"}[above]]] if content else []
        yield replace(column, choices=tuple(Choice(code, code, code) for code in codes)) if codes else column
    for stem in STEMS[kind]:
        for language in LANGUAGES:
            yield _column(stem, language, width=24 if stem == "name" else 48)
    if kind == "indicators":
        yield _column("legal_basis", width=32)
        column = _column("applies_to", width=28)
        yield replace(column, clean=_service_codes(services), empty=())


def _column(stem, language="", *, required=False, width=18):
    ko, en = TITLES[stem]
    hint_ko, hint_en = HINTS.get(stem, ("", ""))
    if language:
        ko, en = f"{ko}({IN[language][0]})", f"{en} ({IN[language][1]})"
    return Lines(f"{stem}_{language}" if language else stem, ko, en, required=required, hint_ko=hint_ko, hint_en=hint_en, width=width)


def _service_codes(services):
    """By code or by either name."""
    known = {word: service.code for service in services for word in (service.code, service.name_ko, service.name_en)}

    def clean(words):
        codes = []
        for word in filter(None, (part.strip() for part in words.replace("\n", ",").split(","))):
            if word not in known:
                raise Refused(_("There is no service “%(name)s”.") % {"name": word})
            codes.append(known[word])
        return tuple(dict.fromkeys(codes))
    return clean


def workbook_of(content, services):
    """The bytes of an .xlsx file."""
    names = {service.code: str(service) for service in services}
    return write_book([(table, [[_shown(row, column.key, names) for column in table.columns] for row in content[table.key]])
                       for table in tables(services, content)], sentences=(
        _("One sheet each for areas, criteria and indicators. Columns and sheets keep their names and their order."),
        _("Every text is needed in Korean and in English. The number of areas, criteria and indicators is free."),
        _("A file is read into a new draft as a whole, or not at all if something is wrong in it.")))


def _shown(row, key, names):
    stem, _underscore, language = key.rpartition("_")
    if stem == "evidence":
        return "\n".join(piece.get(language, "") for piece in row.get("evidence", []))
    if key == "applies_to":
        return ", ".join(names.get(code, code) for code in row.get("applies_to", []))
    return row.get(key, "")


def content_from(file, services, *, name):
    """(content as `draft_version` takes it, {kind: Reading}). Raises Refused for what is no workbook."""
    readings = read_book(file, tables(services), name=name)
    return {kind: [_row(kind, row.values) for row in reading.rows] for kind, reading in readings.items()}, readings


def _row(kind, values):
    if kind != "indicators":
        return dict(values)
    lines = [values[f"evidence_{language}"].split("\n") if values[f"evidence_{language}"] else [] for language in LANGUAGES]
    most = max(map(len, lines))
    pieces = [{language: one[place].strip() if place < len(one) else "" for language, one in zip(LANGUAGES, lines, strict=True)}
              for place in range(most)]
    rest = {key: value for key, value in values.items() if not key.startswith("evidence_")}
    return rest | {"evidence": pieces, "applies_to": list(values["applies_to"])}
