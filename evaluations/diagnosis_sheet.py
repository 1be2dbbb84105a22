"""A self-diagnosis as a spreadsheet for those who made it. Every cell is text."""
from django.utils.translation import gettext as _

from core.tables import Column, Lines, write_table
from core.wording import day_in_words
from evaluations.diagnosis_result import WORDS

COLUMNS = (Column("area", "영역", "Area", width=20), Column("code", "번호", "Code", width=8), Lines("name", "지표", "Indicator", width=28),
           Column("rating", "우리 기관은", "Our organisation", width=18),
           Lines("note", "우리끼리 보는 메모", "Note for ourselves", width=60),
           Lines("evidence", "심사에서 요구하는 증빙자료", "Evidence that is asked for", width=40))


def sheet_of(diagnosis, answers):
    """The bytes of an .xlsx file."""
    rows = [(row.indicator.criterion.area.name, row.indicator.code, row.indicator.name, WORDS[row.rating], row.explanation,
             "\n".join(row.indicator.pieces)) for row in answers]
    facts = {"name": diagnosis.provider.title, "edition": diagnosis.version.label, "day": day_in_words(diagnosis.started_at)}
    return write_table(COLUMNS, rows, title=_("self-diagnosis"), sentences=(
        _("Self-diagnosis of %(name)s by %(edition)s, begun on %(day)s.") % facts,
        _("It was made by the organisation for itself. It binds nobody, and nobody at the agency reads it.")))
