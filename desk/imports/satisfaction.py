"""Satisfaction scores of the agencies: one row for each agency, year, group and question."""
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from accounts.models import Agency
from agencies.models import ManagementIndicator, SatisfactionScore
from agencies.queries.result_names import provincial_agencies
from agencies.queries.satisfaction import surveys_now
from agencies.workflow.satisfaction import keep_satisfaction
from core import clock
from core.errors import Refused
from core.tables import Choice, Column, choices_of, text, whole
from desk.imports.moved import refuse_moved
from desk.imports.plan import Line, Plan, first_of_its_kind

WITH_SCANS = False
FIRST_YEAR, CENT = 2019, Decimal("0.01")
SENTENCES = {
    "ko": ["기관·연도·응답 대상·문항마다 한 행에 적습니다. 문항과 지표 번호를 모두 비우면 종합만족도입니다.",
           "한 연도의 점수는 통째로 바뀝니다. 이미 올린 연도를 다시 올리면 새 파일에 없는 점수는 더 이상 보이지 않습니다.",
           "열의 순서를 바꾸거나 칸을 옮기지 마십시오."],
    "en": ["One row for each agency, year, group and question. Without question and code of an indicator: the score on the whole.",
           "The scores of a year are replaced as a whole: what the new file does not have is no longer shown.",
           "Leave the columns in their order and each cell below its heading."],
}
KEY, SAID = ("year", "assessed", "group", "code", "question"), ("score", "answers")


def columns(agency):
    agencies = tuple(Choice(one, one.name_ko, one.name_en) for one in provincial_agencies())
    return (
        Column("assessed", "기관", "Agency", required=True, choices=agencies, width=30),
        Column("year", "평가 연도", "Year of the evaluation", required=True, clean=whole(FIRST_YEAR, 2100), width=12, hint_ko="예: 2026",
               hint_en="Like 2026."),
        Column("group", "응답 대상", "Who was asked", required=True, choices=choices_of(SatisfactionScore.Group), width=14),
        Column("code", "지표 번호", "Code of the indicator", clean=text(12), width=12,
               hint_ko="그 연도 지표의 번호. 예: B2-2. 없으면 비웁니다.", hint_en="Of an indicator of that year, like B2-2; or empty."),
        Column("question", "문항", "Question", clean=text(120), width=40, hint_ko="종합만족도는 비웁니다.",
               hint_en="Empty for the score on the whole."),
        Column("score", "점수", "Score", required=True, clean=score, width=10, hint_ko="0에서 100까지, 소수점 아래 두 자리까지. 예: 92.3",
               hint_en="From 0 to 100, at most two decimal places. Like 92.3."),
        Column("answers", "응답 수", "Answers", clean=whole(1, 9_999_999), empty=None, width=10, hint_ko="모르면 비웁니다.",
               hint_en="Empty if it is not known."),
    )


def score(words):
    try:
        value = Decimal(words)
        if 0 <= value <= 100 and value == value.quantize(CENT):
            return value.quantize(CENT)
    except InvalidOperation:
        pass
    raise Refused(_("Write a score from 0 to 100 with at most two decimal places; here stands “%(words)s”.") % {"words": words[:40]})


def plan(reading, columns, *, actor, scans=None):
    """What the file would do, in its order; years that stay as they are keep their survey."""
    refuse_moved(reading, columns)
    known, seen, found = codes_by_year(actor, {row["year"] for row in reading.rows}), {}, Plan()
    entries = [{name: row[name] for name in KEY + SAID} for row in reading.rows if _is_right(reading, columns, row, known, seen)]
    there = surveys_now(actor, {one["year"] for one in entries})
    numbers = {_key(one): seen[_key(one)] for one in entries}
    changed = set()
    for one in entries:
        before = there[one["year"]][1].pop(_key(one), None) if one["year"] in there else None
        action = "made" if before is None else "left" if (before.score, before.answers) == (one["score"], one["answers"]) else "changed"
        found.lines.append(Line(numbers[_key(one)], action, _label(one), _detail(one, before if action == "changed" else None)))
        changed |= {one["year"]} if action != "left" else set()
    for year, (_survey, left) in there.items():
        found.lines += [Line(0, "changed", _label(_facts(row)), f"{_detail(_facts(row), None)}, {_('is no longer there')}")
                        for row in left.values()]
        changed |= {year} if left else set()
    reading.notes += [_note(there[year][0]) for year in sorted(changed) if year in there]
    found.entries = [one for one in entries if one["year"] in changed]
    return found


def codes_by_year(actor, years):
    """{year: the codes of its frozen set}"""
    rows = ManagementIndicator.objects.visible_to(actor).filter(indicator_set__year__in=years, indicator_set__published_at__isnull=False)
    found: dict = {}
    for year, code in rows.values_list("indicator_set__year", "code"):
        found.setdefault(year, set()).add(code)
    return found


def _is_right(reading, columns, row, known, seen):
    before = len(reading.problems)
    if row["year"] > clock.today().year:
        reading.wrong(row, "year", _("This year has not come yet."), columns)
    if row["code"] and row["year"] in known and row["code"] not in known[row["year"]]:
        facts = {"year": row["year"], "code": row["code"]}
        reading.wrong(row, "code", _("The set of %(year)s has no indicator %(code)s.") % facts, columns)
    first_of_its_kind(reading, columns, row, seen, tuple(row[name] for name in KEY), "question")
    return len(reading.problems) == before


def _key(facts):
    return tuple(facts[name] for name in KEY)


def _facts(row):
    return {name: getattr(row, name) for name in KEY + SAID}


def _label(facts):
    agency: Agency = facts["assessed"]
    return f"{agency} {facts['year']}"


def _detail(facts, before):
    """Everything that would be written, so that what is confirmed is this."""
    about = " ".join(part for part in (facts["code"], facts["question"]) if part) or _("on the whole")
    answers = f" (n={facts['answers']})" if facts["answers"] else ""
    was = f"{before.score} → " if before else ""
    return f"{SatisfactionScore.Group(facts['group']).label}, {about}: {was}{facts['score']}{answers}"


def _note(survey):
    return _("For %(year)s there are scores already, brought in by %(who)s on %(day)s. They are replaced as a whole.") % {
        "year": survey.year, "who": survey.kept_by, "day": f"{clock.seoul(survey.kept_at):%Y-%m-%d}"}


def carry(plan, *, actor):
    keep_satisfaction(plan.entries, actor=actor)
