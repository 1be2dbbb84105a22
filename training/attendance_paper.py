"""The attendance sheet of a class on paper: who has a seat, agency by agency, with room to sign when coming and leaving."""
from functools import cache
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string

from core import clock
from core.pdf import render_pdf
from core.typeset import kept
from core.wording import day_in_words

SPARE = 4               # lines for who is not on the list
WORDS = {
    "ko": {"title": "출석부", "course": "과정", "class": "차시", "day": "일시", "place": "장소", "number": "번호",
           "house": "소속", "name": "성명", "came": "입실 시각", "came_sign": "입실 서명", "left": "퇴실 시각",
           "left_sign": "퇴실 서명", "trainer": "강사 확인",
           "how": "입실과 퇴실 때 각각 시각을 적고 서명하여 주십시오.",
           "demo": "시연용 견본입니다. 효력이 없습니다."},
    "en": {"title": "Attendance sheet", "course": "Course", "class": "Class", "day": "Time", "place": "Place", "number": "No.",
           "house": "Agency", "name": "Name", "came": "Came at", "came_sign": "Signature", "left": "Left at", "left_sign": "Signature",
           "trainer": "Trainer", "how": "Please write the time and sign when you come, and when you leave.",
           "demo": "A specimen for demonstration. It has no effect."},
}


def attendance_pdf(class_session, people, language):
    """In this language, which is the one in force. The same people in the same order give the same bytes."""
    words, run = WORDS[language], class_session.run
    begins, ends = clock.seoul(class_session.starts_at), clock.seoul(class_session.ends_at)
    html = render_to_string("documents/attendance.html", {
        "language": language, "words": words, "title": f"{words['title']}: {run}", "agency": str(run.agency.name),
        "facts": [(words["course"], kept(str(run))), (words["class"], kept(str(class_session))),
                  (words["day"], f"{day_in_words(begins.date(), language)} {begins:%H:%M}–{ends:%H:%M}"),
                  (words["place"], kept(class_session.place or run.place))],
        "people": [(kept(one.house), kept(one.name)) for one in people], "spare": range(SPARE), "demo": settings.DEMO})
    return render_pdf(html, stylesheets=[_stylesheet()])


@cache
def _stylesheet():
    return (Path(settings.BASE_DIR) / "templates" / "documents" / "css" / "attendance.css").read_text()
