"""The programme of the conference on paper: the day and place, then session by session."""
from django.conf import settings
from django.template.loader import render_to_string

from certification.documents.drawing import NIGHT, mark_svg, stylesheet
from core.pdf import render_pdf
from core.typeset import kept
from core.wording import day_in_words

WORDS = {
    "ko": {"day": "일자", "place": "장소", "programme": "프로그램", "time": "시간", "session": "내용", "speaker": "발표",
           "case": "{year}년 우수사례: {agency}", "draft": "작성 중인 프로그램입니다. 확정되지 않았습니다.",
           "demo": "시연용 견본입니다. 효력이 없습니다."},
    "en": {"day": "Day", "place": "Place", "programme": "Programme", "time": "Time", "session": "Session", "speaker": "Presented by",
           "case": "Excellent case of {year}: {agency}", "draft": "This programme is a draft.",
           "demo": "A specimen for demonstration. It has no effect."},
}


def programme_pdf(programme, sessions, language):
    """In this language, which is the one in force, as PDF. A draft says that it is one."""
    words = WORDS[language]
    notes = [words[name] for name, said in (("draft", programme.published_at is None), ("demo", settings.DEMO)) if said]
    html = render_to_string("documents/programme.html", {
        "language": language, "words": words, "title": programme.title, "heading": kept(programme.title),
        "agency": str(programme.agency.name), "mark": mark_svg(NIGHT), "day": day_in_words(programme.held_on, language),
        "place": programme.place, "about": [kept(line) for line in programme.words.splitlines() if line.strip()], "notes": notes,
        "sessions": [_line(one, words) for one in sessions]})
    return render_pdf(html, stylesheets=[stylesheet("programme")])


def _line(session, words):
    case = session.case
    return {"time": f"{session.begins:%H:%M}–{session.ends:%H:%M}", "title": kept(session.title), "speaker": session.speaker,
            "case": words["case"].format(year=case.year, agency=case.agency_name) if case else "", "case_title": case.title if case else ""}
