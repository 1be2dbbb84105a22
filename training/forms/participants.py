"""The list of a run's participants as a spreadsheet: text only."""
from core import clock
from core.tables import Column, write_table

COLUMNS = (Column("place", "순번", "No.", width=6), Column("name", "성명", "Name", width=16),
           Column("house", "소속 기관", "Agency", width=28),
           Column("stage", "상태", "State", width=18), Column("asked", "접수 일시", "Handed in", width=18),
           Column("needs", "참고 사항", "What we should know", width=40), Column("reason", "사유", "Reason", width=40))


def list_of(rows, *, title, about):
    """In the order of the queue. `about`: sentences for the second sheet."""
    return write_table(COLUMNS, (line(place, one) for place, one in enumerate(rows, 1)), title=title, sentences=about)


def line(place, one):
    asked = f"{clock.seoul(one.asked_at):%Y-%m-%d %H:%M:%S}" if one.asked_at else ""
    return (place, one.name, one.house, one.get_stage_display(), asked, one.needs, one.why)
