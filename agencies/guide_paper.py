"""The year's guide on paper: what is rated and how, the rules, the calendar; then field by field the card of each indicator."""
from django.template.loader import render_to_string

from agencies.amounts import plain
from agencies.wording import formula_in_words
from certification.documents.drawing import NIGHT, mark_svg, stylesheet
from core.pdf import render_pdf
from core.typeset import kept
from core.wording import formal_day, seoul_day

WORDS = {
    "ko": {"title": "{year}년 사회서비스원 경영평가 지침", "name": "사회서비스원 경영평가 지침", "label": "{year}년",
           "results": "평가 대상: {year}년 실적", "published": "{day} 확정",
           "counts": "{fields}개 부문, {areas}개 영역, {indicators}개 지표, 100점", "contents": "차례",
           "rules": "평가 방법과 일정", "calendar": "일정", "method": "평가 방법",
           "days": (("guide_due_on", "지침 통보"), ("report_due_on", "실적보고서 제출"), ("evaluated_by_on", "평가 완료"),
                    ("notified_by_on", "결과 통보"), ("disclosed_by_on", "통합공시")),
           "score": "득점은 배점에 평점을 곱하여 100으로 나누고, 총점에 가점·감점을 더한 뒤 소수점 아래 셋째 자리에서 반올림합니다.",
           "scale": "평점은 {low}점부터 {high}점까지 {step}점 단위로 줍니다. 평가위원 사이의 차이가 {over}점을 넘으면 함께 논의합니다.",
           "trim": "정성 평점은 평가위원의 평균으로 하고, 다섯 명 이상이면 최고와 최저를 뺍니다.",
           "grades": "등급: {list}", "grade": "{grade} {start}점 이상",
           "bonus": "가점·감점은 합하여 ±{most}점을 넘지 않습니다.",
           "late": "실적보고서가 늦으면 하루에 {day}점, 최대 {most}점을 감점합니다.",
           "answers": "평가위원의 질의에는 {question}일 안에 답하고, 결과에는 {objection}일 안에 이의를 신청할 수 있습니다.",
           "few": "{few} 등급 기관은 개선계획을 제출하며 사후컨설팅을 지원받습니다.",
           "weak": "평점 {weak} 미만 지표는 개선계획의 개선과제로 제안됩니다.",
           "points": "{points}점", "share": "정량 {share}%, 정성 {rest}%",
           "kinds": {"quantitative": "정량", "qualitative": "정성", "mixed": "혼합"}, "look": "평가 착안사항", "formula": "평점 산식",
           "target": "목표", "figures": "제출 수치", "evidence": "증빙자료", "source": "자료 출처", "kept_by": "담당",
           "sample": "예시 지표입니다. 중앙사회서비스원이 확정한 지표가 아닙니다.", "demo": "시연용 견본입니다. 효력이 없습니다."},
    "en": {"title": "Guide to the management evaluation of {year}", "name": "Guide to the management evaluation", "label": "{year}",
           "results": "What is looked at: results of {year}", "published": "Fixed on {day}",
           "counts": "{fields} fields, {areas} areas, {indicators} indicators, 100 points", "contents": "Contents",
           "rules": "How and when", "calendar": "Calendar", "method": "How it is rated",
           "days": (("guide_due_on", "Guide with the directors"), ("report_due_on", "Performance reports due"),
                    ("evaluated_by_on", "Evaluation ends"), ("notified_by_on", "Results notified"),
                    ("disclosed_by_on", "Results published")),
           "score": "A score is points times rating over 100; bonus and deductions are added to the sum, which is rounded half up to two "
                    "places.",
           "scale": "Ratings go from {low} to {high} in steps of {step}. Assessors who lie more than {over} points apart discuss it.",
           "trim": "A qualitative rating is the mean of the assessors; of five or more the highest and the lowest are dropped.",
           "grades": "Grades: {list}", "grade": "{grade} from {start} points",
           "bonus": "Bonus and deductions together count at most {most} points either way.",
           "late": "A late report loses {day} points for each day, at most {most}.",
           "answers": "Questions are answered within {question} days; a result may be objected to within {objection} days.",
           "few": "Agencies with the grades {few} make an improvement plan and get consulting.",
           "weak": "For each rating below {weak} the improvement plan proposes an item.", "points": "{points} points",
           "share": "{share} percent by formula, {rest} percent by assessors",
           "kinds": {"quantitative": "quantitative", "qualitative": "qualitative", "mixed": "mixed"}, "look": "What is looked at",
           "formula": "Formula of the rating", "target": "Target", "figures": "Figures to report", "evidence": "Evidence",
           "source": "Where figures come from", "kept_by": "Who keeps it",
           "sample": "Sample indicators, not the institute's own.", "demo": "A specimen for demonstration. It has no effect."},
}


def guide_pdf(guide, tree, *, demo=False):
    """In the guide's language, which is the one in force, as archivable PDF, not signed."""
    words, one, language = WORDS[guide.language], guide.indicator_set, guide.language
    areas = [area for _field, several in tree for area in several]
    html = render_to_string("documents/management_guide.html", {
        "language": language, "words": words, "title": words["title"].format(year=one.year), "agency": str(guide.agency.name),
        "label": words["label"].format(year=one.year), "results": words["results"].format(year=one.results_of), "mark": mark_svg(NIGHT),
        "published": words["published"].format(day=formal_day(seoul_day(one.published_at), language)),
        "counts": words["counts"].format(fields=len(tree), areas=len(areas), indicators=sum(len(leaves) for _area, leaves in areas)),
        "notes": [words[name] for name, said in (("sample", one.is_sample), ("demo", demo)) if said],
        "days": [(label, formal_day(getattr(one, name), language)) for name, label in words["days"]],
        "rules": [kept(rule) for rule in _rules(one, words)],
        "fields": [_head(field, words) | {"areas": [_head(area, words) | {"indicators": [_card(leaf, words) for leaf in leaves]}
                                                    for area, leaves in several]} for field, several in tree]})
    return render_pdf(html, stylesheets=[stylesheet("criteria")])


def _rules(one, words):
    """Each rule of the set as a sentence."""
    grades = ", ".join(words["grade"].format(grade=name, start=start) for name, start in one.grades)
    scale = words["scale"].format(low=one.scale_low, high=one.scale_high, step=plain(one.scale_step), over=one.discuss_over)
    return [words["score"], scale, words["trim"], words["grades"].format(list=grades), words["bonus"].format(most=plain(one.bonus_most)),
            words["late"].format(day=plain(one.late_per_day), most=plain(one.late_most)),
            words["answers"].format(question=one.question_days, objection=one.objection_days),
            *([words["few"].format(few=", ".join(one.few_below.split()))] if one.few_below else []),
            words["weak"].format(weak=plain(one.weak_below))]


def _head(row, words):
    return {"code": row.code, "name": kept(row.name), "plain_name": row.name, "points": words["points"].format(points=plain(row.points))}


def _card(leaf, words):
    """What an indicator's card says, as rows of a table: (label, one text) or (label, several lines)."""
    kind = words["kinds"][leaf.rated_by]
    if leaf.rated_by == "mixed":
        kind += f" ({words['share'].format(share=leaf.share, rest=100 - leaf.share)})"
    figures = [f"{one.label} ({one.unit})" if one.unit else one.label for one in leaf.its_figures]
    rows = [(words["look"], _lines(leaf.look)), (words["formula"], [formula_in_words(leaf)] if leaf.formula else []),
            (words["target"], [plain(leaf.target)] if leaf.target is not None else []), (words["figures"], figures),
            (words["evidence"], _lines(leaf.evidence)), (words["source"], [leaf.source]), (words["kept_by"], [leaf.kept_by])]
    return _head(leaf, words) | {"kind": kind, "text": kept(leaf.definition),
                                 "rows": [(label, [kept(line) for line in lines if line]) for label, lines in rows if any(lines)]}


def _lines(text):
    return [line.strip() for line in text.splitlines() if line.strip()]
