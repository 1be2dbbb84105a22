"""What stands on the round of 2026 in the demonstration: files, answers, a briefing that was held, one still to come; and 2027's draft."""
from datetime import date, timedelta

from certification import workflow as certification
from certification.models import BriefingPlace
from core import clock
from core.calendar import next_working_day
from desk.demonstration.cases import WORKER, at
from desk.demonstration.papers import hwpx

INVENTED = "시연을 위해 지어낸 것입니다."
CITIZENS = (("김서윤", "푸른바다심리상담센터"), ("박도현", "동백아동발달센터"), ("이하린", "수영돌봄센터"),
            ("정우진", "해운대청소년마음터"), ("최가온", "금정어르신건강센터"))
QUESTIONS = (
    ("사업장이 두 곳이면 한 번만 신청하면 됩니까?",
     "인증은 사업장별, 서비스별로 합니다. 사업장이 두 곳이면 각각 신청해 주십시오. 기관 공통 서류는 한 번만 올리면 함께 쓰실 수 있습니다.",
     "We have two sites. Do we apply once?",
     "A certificate is for one service at one site, so apply for each. Documents of the organisation are uploaded once."),
    ("신청한 뒤에 서류를 바꿀 수 있습니까?",
     "제출한 신청서는 봉인되어 바꿀 수 없습니다. 요건검토에서 반려되면 신청 기간 안에 고쳐서 다시 제출하실 수 있습니다.",
     "Can documents be changed after the application?",
     "What was handed in is sealed. If it is returned, you may correct it while applications are open."),
)


def announced_in_full(office, round):
    """The round's page as people find it: a file, two answers, a briefing in March and one in two weeks."""
    with clock.travel(at(date(2026, 3, 16), 10)):
        certification.add_attachment(round, hwpx("2026년 품질인증 신청 안내", ["신청 방법과 제출서류", INVENTED]), actor=office.officer)
        held = certification.add_briefing(round, facts_of(date(2026, 3, 27), "2026년 품질인증 사업설명회", "Briefing 2026"),
                                          actor=office.officer)
    come(held, date(2026, 3, 18))
    with clock.travel(at(date(2026, 3, 27), 15)):
        for place in BriefingPlace.objects.visible_to(WORKER).filter(briefing=held, seated_at__isnull=False).order_by("pk")[:3]:
            certification.note_came(place, True, actor=office.officer)
    with clock.travel(at(date(2026, 3, 30), 10)):
        certification.add_material(held, hwpx("사업설명회 발표 자료", ["인증기준과 신청 방법", INVENTED]), actor=office.officer)
        for question_ko, answer_ko, question_en, answer_en in QUESTIONS:
            certification.add_question(round, {"question_ko": question_ko, "answer_ko": answer_ko, "question_en": question_en,
                                               "answer_en": answer_en, "is_shown": True}, actor=office.officer)
    ahead = next_working_day(clock.today() + timedelta(days=14))
    second = certification.add_briefing(round, facts_of(ahead, "신청서 작성 설명회", "How to write the application"), actor=office.officer)
    come(second, None)
    certification.clone_round(round, actor=office.officer)


def facts_of(day, name_ko, name_en):
    return {"name_ko": name_ko, "name_en": name_en, "starts_at": at(day, 14), "ends_at": at(day, 16),
            "place_ko": "부산광역시청 1층 대회의실", "place_en": "Busan City Hall, main conference room", "link": "", "seats": 4,
            "register_until": clock.day_start(day)}


def come(briefing, day):
    """Five register for four seats; the last one waits."""
    for place, (name, organisation) in enumerate(CITIZENS):
        with clock.travel(at(day, 10, place) if day else clock.now()):
            certification.register_for_briefing(
                briefing, {"name": name, "organisation": organisation, "phone": f"051000{place:04}",
                           "email": f"guest{place + 1}@guest.example"}, language="ko", actor=WORKER, arrived_at=clock.now())
