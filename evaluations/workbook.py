"""The self-assessment as a workbook: a row for each indicator, bound to its application and to what each answer said when it was saved."""
import hashlib
from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils.translation import gettext as _

from core.digests import digest_of_content
from core.errors import Refused
from core.tables import Column, Lines, Problem, Table, choices_of, read_marked_book, text, write_book
from core.typed import composed
from evaluations.models import Answer
from evaluations.models.answer import Rating

LONGEST = Answer._meta.get_field("explanation").max_length
UNKNOWN_SHOWN = 20
CHANGED, SAME, CONFLICT = "changed", "same", "conflict"


def table():
    return Table("answers", "자체진단", "Self-assessment", (
        Column("code", "번호", "Code", required=True, fixed=True, width=8, hint_ko="고치지 않습니다.", hint_en="Leave as it is."),
        Lines("name", "지표", "Indicator", fixed=True, width=22, hint_ko="참고용입니다.", hint_en="For information."),
        Lines("question", "질문", "Question", fixed=True, width=36, hint_ko="참고용입니다.", hint_en="For information."),
        Column("rating", "우리 기관은", "Our organisation", choices=choices_of(Rating), width=20,
               hint_ko="목록에서 고릅니다. 비워 두어도 됩니다.", hint_en="Choose from the list, or leave empty."),
        Lines("explanation", "설명", "Explanation", clean=text(LONGEST), width=60,
              hint_ko=f"누가 무엇을 얼마나 자주 하는지 적습니다. {LONGEST:,}자까지 적을 수 있습니다.",
              hint_en=f"Who does what, and how often. Up to {LONGEST:,} characters."),
        Lines("evidence", "지금까지 낸 증빙자료", "Evidence so far", fixed=True, width=30,
              hint_ko="참고용입니다. 파일은 신청서 화면에서 올립니다.", hint_en="For information. Files are added on the pages.")))


def workbook_of(application, answers, documents):
    """The bytes of an .xlsx file. `documents`: {answer's id: [names of what supports it]}."""
    rows = [(row.indicator.code, row.indicator.name, row.indicator.question or row.indicator.description,
             row.get_rating_display() if row.rating else "", row.explanation, "\n".join(documents.get(row.pk, []))) for row in answers]
    whose = {"provider": application.provider.name, "site": application.site_name, "service": application.service_type,
             "round": application.round.name}
    return write_book([(table(), rows)], mark=mark_of(application, answers), sentences=(
        _("This workbook belongs to one application: %(provider)s, %(site)s, %(service)s, %(round)s.") % whose,
        _("Write in the columns “Our organisation” and “Explanation”. The other columns are locked; the columns keep their order."),
        _("Then hand the file in again under “Work in Excel” on the application's page. You see what would change before it is written."),
        _("What somebody changes on the pages meanwhile is not overwritten: you are asked.")))


def mark_of(application, answers):
    """What the workbook knows of where it comes from."""
    mark = {"application": str(application.public_id), "edition": str(application.round.version.public_id)}
    return mark | {f"answer {row.indicator.code}": f"{row.version} {print_of(row.rating, row.explanation)}" for row in answers}


def print_of(rating, explanation):
    """Equal for two answers that say the same."""
    return hashlib.sha256(f"{rating}\x1f{plain(explanation)}".encode()).hexdigest()[:16]


def plain(words):
    """As a cell is read."""
    return composed(words).replace("\r\n", "\n").strip()


@dataclass
class Found:
    """What a workbook says. `rows`: only what was changed in it, {code: {row, rating, explanation, version}}."""

    rows: dict = field(default_factory=dict)
    left_out: list = field(default_factory=list)
    problems: list = field(default_factory=list)
    notes: list = field(default_factory=list)


def read_workbook(file, application, codes, *, name):
    """Found. Raises Refused for what is no workbook, or none of this application and edition."""
    mark, readings = read_marked_book(file, [table()], name=name)
    _refuse_others(mark, application)
    reading = readings["answers"]
    found = Found(problems=reading.problems, notes=reading.notes)
    if not reading.problems:
        _read_rows(reading, mark, codes, found)
        found.left_out = [code for code in codes if code not in {row["code"] for row in reading.rows}]
    return found


def _refuse_others(mark, application):
    if "application" not in mark or "edition" not in mark:
        raise Refused(_("This file does not say which application it belongs to. Save the workbook here anew and write in that one."))
    if mark["application"] != str(application.public_id):
        raise Refused(_("This workbook belongs to another application. Hand it in there, or save the workbook of this one."))
    if mark["edition"] != str(application.round.version.public_id):
        raise Refused(_("This workbook was made for another edition of the criteria. Save the workbook here anew and write in that one."))


def _read_rows(reading, mark, codes, found):
    columns, seen, unknown = table().columns, {}, 0
    for row in reading.rows:
        code = row["code"]
        if code not in codes:
            unknown += 1
            if unknown <= UNKNOWN_SHOWN:
                reading.wrong(row, "code", _("This application has no indicator %(code)s.") % {"code": code}, columns)
        elif code in seen:
            reading.wrong(row, "code", _("The same stands in row %(row)s already.") % {"row": seen[code]}, columns)
        else:
            seen[code] = row.number
            version, _space, exported = mark.get(f"answer {code}", "").partition(" ")
            if exported != print_of(row["rating"], row["explanation"]):
                found.rows[code] = {"row": row.number, "rating": row["rating"], "explanation": row["explanation"],
                                    "version": int(version) if version.isdecimal() else -1}
    if unknown > UNKNOWN_SHOWN:
        words = _("%(count)s rows in all have no indicator of this application. Take them out.") % {"count": f"{unknown:,}"}
        reading.problems.append(Problem(words, reading.sheet))


class Line(NamedTuple):
    """One row against what stands there now. A conflict: both were changed, and not to the same."""

    code: str
    row: int
    action: str
    answer: Answer
    rating: str
    explanation: str

    @property
    def changes_words(self):
        return self.explanation != plain(self.answer.explanation)

    @property
    def rating_words(self):
        return Rating(self.rating).label if self.rating else ""


def lines_of(rows, answers):
    """[Line] in the order of the indicators."""
    by_code = {answer.indicator.code: answer for answer in answers}
    return [Line(code, rows[code]["row"], _action(rows[code], answer), answer, rows[code]["rating"], rows[code]["explanation"])
            for code, answer in by_code.items() if code in rows]


def _action(row, answer):
    if (row["rating"], row["explanation"]) == (answer.rating, plain(answer.explanation)):
        return SAME
    return CHANGED if row["version"] == answer.version else CONFLICT


def digest_of(lines):
    """Of everything that would be written, and of what it would replace: what is carried out is what was shown."""
    told = [(line.code, line.action, line.answer.version, line.rating, line.explanation) for line in lines]
    return digest_of_content(told)
