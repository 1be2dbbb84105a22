"""The report of a year as a workbook: every combination of category, course, month and agency, the totals, plan against result."""
from django.utils.translation import gettext as _

from core.tables import Column, write_table
from training.queries import report

HEADS = (Column("runs", "운영 회수", "Runs", width=10), Column("hours", "교육시간(차수 합계)", "Hours of the runs", width=14),
         Column("persons", "연인원", "Persons, cumulative", width=10,
                hint_ko="차수마다 한 번씩 센 인원입니다.", hint_en="Counted once in each run."),
         Column("distinct", "실인원", "Persons, distinct", width=10,
                hint_ko="같은 사람은 한 번만 센 인원입니다.", hint_en="Each person once."),
         Column("person_hours", "이수시간(연인원)", "Hours attended", width=14), Column("completed", "수료인원", "Completions", width=10),
         Column("rate", "수료율(%)", "Rate of completion (%)", width=10,
                hint_ko="수료인원 ÷ 연인원", hint_en="Completions of persons, cumulative."),
         Column("satisfaction", "만족도(5점)", "Satisfaction (of 5)", width=10,
                hint_ko="설문 응답이 5부 이상일 때만 표시합니다.", hint_en="Told from five sheets of the survey on."))
PLACES = (Column("category", "구분", "Category", width=22), Column("course", "교육과정", "Course", width=34),
          Column("month", "월", "Month", width=10), Column("agency", "소속기관", "Agency", width=26))


def cells_of(figures):
    """The figures in the order of the columns; what is not told is empty."""
    return [len(figures.runs), figures.hours, figures.persons, figures.distinct, figures.person_hours, figures.completed, figures.rate,
            figures.satisfaction]


def as_xlsx(year, rows, surveys):
    lines = [[*(key[1] for key in keys), *cells_of(figures)] for keys, figures in report.grouped(rows, surveys, *report.DIMENSIONS)]
    lines += [[_("All together"), "", "", "", *cells_of(figures)] for _keys, figures in report.grouped(rows, surveys)]
    return write_table([*PLACES, *HEADS], lines, title=str(_("Training %(year)s") % {"year": year}), sentences=[str(_(
        "Runs that are finished, in the month of their last day; everybody who had a seat. Distinct persons of several lines together "
        "may be fewer than their sum."))])
