"""What a survey says as a spreadsheet: a line for each question, a line for each text."""
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core.tables import Column, write_table
from training.models import SurveyQuestion
from training.queries.survey import FEWEST, SCORES

COLUMNS = [Column("question", "문항", "Question", width=48), Column("count", "응답 수", "Answers", width=10),
           Column("mean", "평균", "Mean", width=10),
           *(Column(f"of_{score}", f"{score}점", f"{score} points", width=10) for score in SCORES),
           Column("text", "서술 응답", "In one's own words", width=60)]


def results_xlsx(run, results):
    """Without sheets to show only the sentence that says so."""
    sentences = [str(run), _("Sheets: %(count)d") % {"count": results.sheets}]
    if not results.is_shown:
        sentences.append(_("Answers are shown from %(count)d sheets up, so that nobody is recognised.") % {"count": FEWEST})
    rows = [line for row in results.rows for line in lines_of(row)]
    return write_table(COLUMNS, rows, title=pgettext("sheet of a workbook", "Survey"), sentences=sentences)


def lines_of(row):
    none = [""] * len(SCORES)
    if row.question.kind == SurveyQuestion.Kind.TEXT:
        return [[row.question.text, row.count, "", *none, text] for text in row.texts] or [[row.question.text, 0, "", *none, ""]]
    if row.is_hidden:
        return [[row.question.text, row.count, _("too few"), *none, ""]]
    return [[row.question.text, row.count, f"{row.mean:.2f}", *(count for _score, count in row.shares), ""]]
