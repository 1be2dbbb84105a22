"""Excellent cases in the demonstration: last year's call with three published, two uses and the conference; this year's is open."""
from datetime import date, time, timedelta

from accounts.models import Agency, Role
from agencies.queries.case_call import criteria_of, own_sheets
from agencies.queries.good_case import good_cases
from agencies.tasks.case import tell_of_cases
from agencies.workflow import case_call, case_choice, case_judging, case_programme, case_reuse, nomination, nomination_approval
from core import clock
from core.calendar import next_working_day
from core.tenancy import within
from desk.demonstration.cases import WORKER, at, staff
from desk.demonstration.people import CENTRAL_ASSESSORS, Colleague
from panels.models import Seat
from panels.workflow import found_body, give_seat

DIRECTOR = Colleague("central", "director", "마은채", Role.DIRECTOR)
JUDGES = [account for account, _name in CENTRAL_ASSESSORS[:3]]
THEMES = [["돌봄 서비스", "Care"], ["민간 지원", "Support of providers"], ["종사자 처우", "Staff"], ["협력 체계", "Cooperation"]]
CRITERIA = [("과제의 중요성", "Importance", 20), ("추진 과정의 창의성", "Originality", 25), ("효과", "Effect", 35),
            ("확산 가능성", "Use by others", 20)]
ASKS = "사회서비스 현장의 문제를 풀어 낸 사례를 찾습니다. 다른 기관이 따라 할 수 있도록 추진 과정을 구체적으로 적어 주시기 바랍니다."
ASKS_EN = "We look for cases that solved a problem of social services, told so that other agencies can do the same."
CASES = [       # agency, title, field, summary, problem, done, changed, figures, whether selected
    ("busan", "야간 긴급돌봄 순번제로 대기 없는 밤 만들기", 0,
     "야간 긴급돌봄 요청을 세 권역의 제공기관이 순번을 정해 맡아 대기 시간을 크게 줄였습니다.",
     "밤 9시 이후 긴급돌봄 요청의 절반이 다음 날로 넘어갔습니다. 기관마다 야간 인력을 두기 어려웠습니다.",
     "세 권역의 제공기관 12곳이 순번표를 함께 만들고, 사회서비스원이 당직 전화를 받아 순번 기관에 연결하였습니다. "
     "당직 수당은 공동 기금으로 마련하였습니다.",
     "요청한 날 바로 방문하는 비율이 늘었고 종사자의 야간 근무가 예측 가능해졌습니다.",
     [("당일 방문 비율", "48", "91", "%"), ("평균 대기 시간", "9.5", "1.8", "시간")], True),
    ("daegu", "신규 종사자 백일 동행 프로그램", 2, "입사 후 백일 동안 선임 종사자가 함께 다니며 초기 이직을 절반으로 줄였습니다.",
     "신규 종사자 세 명 가운데 한 명이 석 달 안에 그만두었습니다.",
     "선임 종사자를 동행인으로 지정하고 활동 수당을 지급하였으며, 30일과 60일, 100일에 면담을 진행하였습니다.",
     "초기 이직이 줄었고 선임 종사자의 만족도도 높아졌습니다.", [("석 달 이내 이직률", "34", "16", "%")], True),
    ("busan", "소규모 제공기관 회계 공동 상담실", 1, "회계 담당자를 두기 어려운 제공기관 40곳에 주 1회 공동 상담을 제공하였습니다.",
     "소규모 제공기관의 정산 서류 보완 요청이 해마다 늘었습니다.",
     "세무사 두 명을 위촉하여 매주 상담일을 운영하고, 자주 틀리는 항목을 점검표로 만들어 배포하였습니다.",
     "정산 보완 요청이 줄고 제출 기한을 지키는 기관이 늘었습니다.", [("정산 보완 요청", "126", "41", "건")], True),
    ("daegu", "이용자 만족도 조사 방식 개선", 3, "전화 조사를 방문 조사로 바꾸어 응답률을 높였습니다.", "전화 조사의 응답률이 낮았습니다.",
     "서비스 점검 방문 때 조사원이 동행하여 설문을 받았습니다.", "응답률이 높아졌습니다.", [("응답률", "31", "58", "%")], False),
]
PRAISE = "현장의 문제를 구체적인 수치로 풀어 내어 다른 기관의 참고가 됩니다. 축하드립니다."
NEXT_TIME = "취지가 좋은 사례입니다. 개선 이후의 서비스 변화를 보완하여 다시 추천하여 주시기 바랍니다."
POINTS = ((18, 22, 32, 17), (17, 20, 30, 18), (19, 23, 31, 16))


def build_network_cases(demonstration):
    """`demonstration`: who employs Central's director, who approves what becomes an excellent case."""
    demonstration.employ(DIRECTOR)
    central, year = Agency.objects.get(slug="central"), clock.today().year - 1
    with within(central), clock.travel(day_of(year, 8, 20)):
        body = judges_of_cases()
        call = written_call(year, body, opens_at=day_of(year, 9, 1, 9), closes_at=day_of(year, 9, 30, 18))
    rows = [handed_in(call, one, day_of(year, 9, 15)) for one in CASES]
    judge_all(central, call, [row for row, one in zip(rows, CASES, strict=True) if one[-1]], year)
    with clock.travel(day_of(year, 11, 6)):
        for slug in dict.fromkeys(("central", *(one[0] for one in CASES))):
            tell_of_cases(Agency.objects.get(slug=slug))
    with within(central):
        published = list(good_cases(WORKER).order_by("pk"))
        conference(year, published)
    use("daegu", published[0], "권역을 두 곳으로 줄이고 당직 전화는 기존 상담 전화로 함께 받습니다.",
        "당일 방문 비율이 52%에서 83%로 높아졌습니다.")
    use("busan", published[1], "동행 기간을 60일로 정하고 면담을 두 번 진행합니다.", "")
    this_year(central, body)


def day_of(year, month, day, hour=10):
    return at(next_working_day(date(year, month, day)), hour)


def judges_of_cases():
    officer = staff("officer", "central")
    body = found_body("우수사례 심사위원회", "Judges of excellent cases", actor=officer)
    for place, account in enumerate(JUDGES):
        office = Seat.Office.MEMBER if place else Seat.Office.CHAIR
        give_seat(body, staff(account, "central").user, office, from_on=clock.today(), actor=officer)
    return body


def written_call(year, body, **times):
    call = case_call.draft_call(year=year, title_ko=f"{year}년 사회서비스 우수사례 공모", title_en=f"Call for excellent cases {year}",
                                text_ko=ASKS, text_en=ASKS_EN, themes=THEMES, body=body, criteria=CRITERIA,
                                actor=staff("officer", "central"), **times)
    return case_call.publish_call(call, actor=staff("manager", "central"))


def written(call, one):
    """By the agency's manager; at the agency."""
    slug, title, theme, summary, problem, done, changed, figures, _selected = one
    manager = staff("manager", slug)
    row = nomination.begin_nomination(call, title=title, actor=manager)
    return nomination.save_nomination(
        row, base_version=0, title=title, theme_ko=THEMES[theme][0], theme_en=THEMES[theme][1], summary=summary, problem=problem, done=done,
        changed=changed, contact_name="우수사례 담당", contact_at=f"case@{slug}.example", news="", actor=manager,
        figures=[dict(zip(("name", "before", "after", "unit"), figure, strict=True)) for figure in figures]).row


def handed_in(call, one, moment):
    with within(Agency.objects.get(slug=one[0])), clock.travel(moment):
        row = nomination_approval.give_nomination(written(call, one), actor=staff("manager", one[0]), arrived_at=clock.now())
        seen = nomination_approval.digest_of(row)
        return nomination_approval.hand_in_nomination(row, seen, actor=staff("director", one[0]), arrived_at=clock.now())


def judge_all(central, call, selected, year):
    """Three judges, then the meeting's choice through the house."""
    officer = staff_at(central, "officer")
    with within(central), clock.travel(day_of(year, 10, 6)):
        call = case_judging.open_judging(call, actor=officer)
        for number, account in enumerate(JUDGES):
            fill(call, staff(account, "central"), number)
    with within(central), clock.travel(day_of(year, 11, 3)):
        call = case_judging.close_judging(call, actor=officer)
        won = {row.pk for row in selected}
        case_choice.draft_choice(call, {pk: (pk in won, PRAISE if pk in won else NEXT_TIME) for pk in cases_judged(call)}, actor=officer)
        seen = case_choice.digest_of_choice(call)
        case_choice.release_choice(call, seen, actor=staff("manager", "central"))
        case_choice.approve_choice(call, seen, actor=staff("director", "central"))


def staff_at(agency, account):
    with within(agency):
        return staff(account, agency.slug)


def cases_judged(call):
    return sorted({one.nomination_id for account in JUDGES for one in own_sheets(staff(account, "central")).filter(call=call)})


def fill(call, judge, number):
    criteria = criteria_of(judge, call)
    for place, sheet in enumerate(own_sheets(judge).filter(call=call, barred="")):
        less = 3 * place if place < 3 else 9
        given = {one.pk: (max(points - less // 2, 0), "") for one, points in zip(criteria, POINTS[number], strict=True)}
        case_judging.write_points(sheet, points=given, words="추진 과정이 구체적이며 효과가 확인됩니다.", base_version=0,
                                    hand_in=True, actor=judge)


def conference(year, cases):
    """A morning of three cases."""
    officer = staff("officer", "central")
    with clock.travel(day_of(year, 11, 10)):
        programme = case_programme.draft_programme(
            year=year, title_ko=f"{year}년 사회서비스 성과공유대회", title_en=f"Conference of results {year}",
            place_ko="중앙사회서비스원 대강당", held_on=next_working_day(date(year, 11, 26)), place_en="Main hall of the Central institute",
            words_ko="", words_en="", actor=officer)
        case_programme.add_session(programme, begins=time(10), ends=time(10, 20), title_ko="개회사", title_en="Opening", case=None,
                                   speaker_ko="중앙사회서비스원장", speaker_en="Director of the Central institute", actor=officer)
        for number, case in enumerate(cases):
            begins = 10 * 60 + 30 * (number + 1)            # minutes of the day
            case_programme.add_session(programme, begins=time(*divmod(begins, 60)), ends=time(*divmod(begins + 30, 60)),
                                       title_ko=f"우수사례 발표 {number + 1}", title_en=f"Case {number + 1}",
                                       speaker_ko=case.agency_ko, speaker_en=case.agency_en, case=case, actor=officer)
        case_programme.publish_programme(programme, actor=staff("manager", "central"))


def use(slug, case, adapted, result):
    with within(Agency.objects.get(slug=slug)), clock.travel(day_of(case.year, 12, 15)):
        row = case_reuse.begin_reuse(case, since_on=clock.today(), adapted=adapted, result=result, actor=staff("officer", slug))
        case_reuse.publish_reuse(row, actor=staff("manager", slug))


def this_year(central, body):
    """Open now: one nomination is in, another is being written."""
    with within(central), clock.travel(at(clock.today() - timedelta(days=20), 9)):
        opens, year = clock.now(), clock.today().year
        call = written_call(year, body, opens_at=opens, closes_at=opens + timedelta(days=45, hours=9))
    soon = at(clock.today() - timedelta(days=6), 14)
    draft = ("busan", "사회서비스 이용 안내 그림책 보급", 3,
             "글을 읽기 어려운 어르신을 위해 서비스 안내를 그림책으로 만들었습니다.", "", "", "", [], False)
    handed_in(call, ("daegu", "제공기관 공동 채용의 날", 2, "제공기관 23곳이 한자리에서 채용하여 빈자리를 채웠습니다.",
                     "제공기관마다 따로 채용하여 지원자가 적었습니다.",
                     "분기마다 공동 채용의 날을 열고 자격 확인과 면접을 한 번에 진행하였습니다.",
                     "빈자리가 줄고 채용에 걸리는 기간이 짧아졌습니다.", [("빈자리", "61", "18", "명")], False), soon)
    with within(Agency.objects.get(slug="busan")), clock.travel(soon):
        written(call, draft)
