"""The visit kit on paper: a cover, half a page or more for each item with room to write by hand, a closing statement to sign."""
from functools import cache
from itertools import groupby
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from core.pdf import render_pdf
from core.tenancy import current_agency
from core.typeset import kept
from core.wording import moment_in_words
from visits.kit import look_of, sections_of
from visits.models import Judgement, Reason
from visits.queries import items_of, members_of

# The words of the paper are the document and not the site: no catalogue changes them.
WORDS = {
    "ko": {"kind": "현장 방문 자료", "when": "일시", "until": "예정 시간", "hours": "약 {hours}시간", "place": "장소",
           "address": "주소", "contact": "방문 기관 연락처", "team": "방문자", "lead": "책임", "agency": "담당 기관", "matter": "건명",
           "none": "적힌 것이 없습니다.", "items": "확인 항목 {count}개",
           "how": "쓰는 방법",
           "rules": ["항목마다 판정 한 칸에 표시하고, 부적합이면 사유와 본 내용을 반드시 적습니다.",
                     "면담 내용에는 이름을 적지 않고 직책이나 역할만 적습니다.",
                     "손으로 적은 내용은 방문을 마친 뒤 항목 번호에 맞추어 방문 화면에 입력합니다.",
                     "이 자료에는 심사 정보가 들어 있습니다. 방문한 곳에 두고 오지 않으며, 입력을 마치면 기관에 돌려줍니다."],
           "judgement": "판정", "reason": "부적합 사유", "notes": "본 내용과 사유", "samples": "확인한 표본(종류, 건수, 고른 기준)",
           "interviews": "면담(직책·역할, 들은 내용)", "writer": "작성자", "closing": "종료 확인",
           "closing_rule": "방문을 마치며 확인한 범위와 남은 사항, 다음 절차를 방문 기관에 알립니다. 결과는 이 자리에서 알리지 않습니다.",
           "statement": "종료 안내", "remarks": "방문 기관의 의견", "ended": "끝난 시각", "early": "중도에 마친 까닭(해당할 때)",
           "noted": "위 내용의 안내를 들었습니다. 동의한다는 뜻은 아닙니다.", "name": "이름", "function": "직책", "sign": "서명",
           "day": "날짜", "demo": "시연용 견본입니다. 효력이 없습니다."},
    "en": {"kind": "Visit kit", "when": "Beginning", "until": "Planned", "hours": "about {hours} hours", "place": "Place",
           "address": "Address", "contact": "Contact at the place", "team": "Team", "lead": "lead", "agency": "Agency", "matter": "Matter",
           "none": "Nothing is noted.", "items": "{count} items to look at", "how": "How to fill it in",
           "rules": ["Tick one judgement for each item; if it is not compliant, the reason and what was seen have to be written.",
                     "Of an interview write the function only, never a name.",
                     "What is written by hand is typed in on the visit's pages afterwards, item by item, by the code.",
                     "This paper holds matters of the evaluation: do not leave it there, and give it back to the agency "
                     "once it is typed in."],
           "judgement": "Judgement", "reason": "Reason, if not compliant", "notes": "What was seen, and why",
           "samples": "Samples looked at (of what, how many, how chosen)", "interviews": "Interviews (function, what was said)",
           "writer": "Written by", "closing": "Closing statement",
           "closing_rule": "At the end the people of the place are told what was looked at, what is open and what follows. "
                           "No result is told here.",
           "statement": "Closing statement", "remarks": "Remarks of the place visited", "ended": "Ended at",
           "early": "Why it ended early, if it did", "noted": "I have heard this. It does not mean that I agree.", "name": "Name",
           "function": "Function", "sign": "Signature", "day": "Date", "demo": "A specimen for demonstration. It has no effect."},
}


def kit_pdf(visit, language):
    """The paper in this language as PDF, not signed: the same visit, team and items give the same bytes."""
    words, agency = WORDS[language], current_agency()
    with translation.override(language):
        items = list(items_of(visit))
        html = render_to_string("documents/visit_kit.html", {
            "language": language, "words": words, "title": f"{words['kind']} {visit.subject_label}", "agency": str(agency.name),
            "place": visit.place_name, "facts": _facts(visit, words, agency), "count": words["items"].format(count=len(items)),
            "areas": [(name, [_item(one) for one in of_it]) for name, of_it in groupby(items, lambda one: f"{one.area_code}. {one.area}")],
            "judgements": Judgement.labels, "reasons": Reason.labels, "demo": settings.DEMO})
    return render_pdf(html, stylesheets=[_stylesheet()])


def _facts(visit, words, agency):
    team = [f"{one.user} ({words['lead']})" if one.is_lead else str(one.user) for one in members_of(visit)]
    own = " · ".join(filter(None, (str(agency.name), agency.phone, agency.email)))
    facts = ((words["matter"], visit.subject_label), (words["when"], moment_in_words(visit.starts_at)),
             (words["until"], words["hours"].format(hours=visit.hours)), (words["place"], visit.place_name),
             (words["address"], visit.address), (words["contact"], visit.contact or words["none"]),
             (words["team"], "\n".join(team) or words["none"]), (words["agency"], own))
    return [(label, kept(text)) for label, text in facts]


def _item(item):
    sections = [(heading, kept(text)) for heading, text in (look_of(item), *sections_of(item))]
    return {"code": item.code, "title": kept(item.title), "sections": sections}


@cache
def _stylesheet():
    return (Path(settings.BASE_DIR) / "templates" / "documents" / "css" / "visit_kit.css").read_text()
