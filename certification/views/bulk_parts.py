"""The table of a bulk check: its columns in either language, a row for each certificate that was found and for each line without one."""
from django.utils.translation import gettext as _

from certification import shown
from core.tables import Column

COLUMNS = (
    Column("line", ko="순번", en="No.", width=6), Column("typed", ko="찾은 이름·번호", en="Looked for", width=28),
    Column("verdict", ko="확인 결과", en="Result", width=20), Column("day", ko="확인일", en="As of", width=12),
    Column("provider", ko="제공기관", en="Provider", width=28), Column("site", ko="제공장소", en="Site", width=20),
    Column("service", ko="서비스", en="Service", width=24), Column("number", ko="인증번호", en="Certificate number", width=18),
    Column("state", ko="인증 상태", en="State", width=14), Column("from", ko="시작", en="Begin", width=12),
    Column("until", ko="끝", en="End", width=12))
AGENCY = Column("agency", ko="기관", en="Agency", width=24)


def bulk_columns(with_agency):
    return (*COLUMNS, *([AGENCY] if with_agency else []))


def verdict_words():
    return {"valid": _("certified and in force"), "not_valid": _("not in force"), "several": _("several of that name"),
            "unknown": _("not found")}


def bulk_rows(answers, day, with_agency):
    words = verdict_words()
    for number, answer in enumerate(answers, 1):
        head = [number, answer.typed, words[answer.verdict], day.isoformat()]
        for entry in answer.entries:
            yield [*head, entry.title, entry.site_name, str(entry.service_type), entry.number_shown, shown.word(entry.state),
                   entry.valid_from.isoformat(), entry.last_day.isoformat(), *([entry.agency.name] if with_agency else [])]
        if not answer.entries:
            yield [*head, *[""] * (len(COLUMNS) - len(head) + with_agency)]
