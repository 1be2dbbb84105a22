"""What stands beside the editions in the demonstration: an erratum on the one in force, and the draft of the next one."""
from datetime import date, timedelta

from certification import workflow as certification
from certification.models import Indicator
from core import clock
from desk.demonstration.cases import at, staff, workday

REWORDED = {
    "3.1.1": {
        "question_ko": "소방·전기·가스·피난 설비를 분기마다 점검하고, 비상대응계획에 따라 해마다 두 번 이상 훈련하며, "
                       "배상책임보험을 갖추고 있습니까?",
        "question_en": "Do you inspect fire, electrical, gas and escape equipment every quarter, hold drills at least twice a year by an "
                       "emergency plan, and have liability insurance?",
        "description_ko": "소방·전기·가스·피난 설비를 분기마다 점검하고, 비상대응계획에 따른 훈련을 해마다 두 번 이상 하며, "
                          "배상책임보험을 갖춥니다.",
        "description_en": "Fire, electrical, gas and escape equipment is inspected every quarter; drills by an emergency plan are held at "
                          "least twice a year; liability insurance is in place.",
    },
    "2.1.1": {
        "question_ko": "이용하기 전에 내용과 비용, 권리를 이용자가 이해하기 쉬운 말로 설명하고 계약서를 써서 주고 있습니까?",
        "question_en": "Before a user begins, do you explain content, cost and rights in words that the user understands easily, and hand "
                       "over a signed contract?",
    },
}


def note_a_mistake(version):
    """The manager finds a slip in the edition in force, a fortnight after it came out."""
    indicator = _indicator(version, "3.2.1", "manager")
    with clock.travel(at(date(2025, 4, 2), 11)):
        certification.note_erratum(indicator, field="legal_basis", new_text="사회서비스이용권법 제8조, 제23조제1항제6호, 아동복지법 제26조",
                                   actor=staff("manager", "busan"))


def draft_the_next(version):
    """Begun some weeks ago as a copy, two indicators reworded so far."""
    year, officer = clock.today().year + 1, staff("officer", "busan")
    with clock.travel(at(workday(clock.today() - timedelta(days=30), 0), 10)):
        draft = certification.copy_version(version, label_ko=f"{year}년판", label_en=f"{year} edition", actor=officer)
        for code, texts in REWORDED.items():
            certification.save_row(_indicator(draft, code, "officer"), texts, base=0, actor=officer)


def _indicator(version, code, who):
    return Indicator.objects.visible_to(staff(who, "busan")).get(version=version, code=code)
