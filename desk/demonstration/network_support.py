"""Public activities with drawn pictures, and requests for project support in each state, of the demonstration's agencies."""
import io
from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from accounts.models import Agency
from agencies.models import SupportDecision, SupportRequest
from agencies.tasks.support import tell_of_support
from agencies.workflow import activity as activities
from agencies.workflow import support, support_decision, support_report
from agencies.workflow.activity_photo import add_photo
from core import clock
from core.tenancy import within
from desk.demonstration.cases import at, staff
from desk.demonstration.papers import hwpx

# days ago, lasting, kind, title ko, title en, text, place, partners, cost, reach, (scene, words of the picture)
ACTIVITIES = {
    "busan": (
        (320, 2, "campaign", "사회서비스 한마당", "Social service fair", "제공기관 24곳이 참여하여 돌봄·상담·재활 서비스를 소개하였습니다. "
         "현장에서 상담 186건을 진행하고 품질인증 기관의 표지를 안내하였습니다.", "가온광장", "가온구청, 가온복지관", 18_400_000, 2_350,
         ("tents", "햇살이 비치는 광장에 안내 천막 세 동이 나란히 서 있습니다.", "Three information tents stand in a sunny square.")),
        (190, 1, "agreement", "통합돌봄 업무협약", "Agreement on integrated care",
         "병원에서 퇴원한 어르신이 돌봄을 바로 받을 수 있도록 의료기관 두 곳과 "
         "업무협약을 맺었습니다.", "사회서비스원 회의실", "다온병원, 한빛의원", 350_000, 40,
         ("table", "긴 탁자 위에 협약서 두 부와 꽃이 놓여 있습니다.", "Two copies of an agreement and flowers on a long table.")),
        (75, 1, "volunteering", "골목 안전 점검의 날", "A day for safe alleys",
         "임직원 32명이 홀로 사시는 어르신 댁 45곳의 전등과 문턱을 살피고 "
         "미끄럼 방지판을 설치하였습니다.", "가온구 일대", "가온자원봉사센터", 2_700_000, 45,
         ("houses", "언덕을 따라 색색의 집들이 이어져 있습니다.", "Colourful houses along a hill.")),
    ),
    "daegu": (
        (260, 1, "donation", "온기 나눔 김장", "Kimchi for neighbours",
         "직원과 주민 60명이 김장 1,200kg을 담가 돌봄 이용 가정 300곳에 전하였습니다.",
         "나래복지관", "나래부녀회", 9_600_000, 300,
         ("table", "탁자 위에 김장 나눔 상자가 쌓여 있습니다.", "Boxes to be given away on a table.")),
        (40, 3, "lecture", "돌봄 종사자 마음 건강 강연", "Lectures on carers' well-being",
         "돌봄 종사자의 소진을 다룬 강연을 세 차례 열었습니다. "
         "강연 자료는 누리집에서 내려받을 수 있습니다.", "나래강당", "", 4_100_000, 420,
         ("tents", "강연장 앞에 안내 천막이 서 있습니다.", "Information tents before the hall.")),
    ),
    "central": (
        (120, 1, "campaign", "사회서비스의 날 기념행사", "Day of social services",
         "전국 사회서비스원이 한 해의 성과를 나누고 우수 종사자를 격려하였습니다.",
         "중앙홀", "시도 사회서비스원", 31_000_000, 640,
         ("houses", "언덕 위 행사장으로 이어지는 길에 집들이 보입니다.", "Houses along the way to the hall on the hill.")),
    ),
}
DRAFT = ("campaign", "찾아가는 상담 버스(준비 중)", "돌봄 상담 버스를 운영할 예정입니다. 일정과 장소를 확정한 뒤 공개합니다.")

# what is asked: title, kind, amount, purpose, plan
ASKED = {
    "done": ("주말 긴급돌봄 시범운영", "amount", 12_000_000, "주말에 갑자기 돌봄이 필요한 가정의 공백을 줄입니다.",
             "1. 돌봄 인력 4명 확보\n2. 주말 8주 운영\n3. 만족도 조사와 결과 정리"),
    "granted": ("제공기관 회계 교육", "staff", None, "소규모 제공기관의 회계 오류를 줄입니다.",
                "권역별로 2회씩 회계 교육을 열고 개별 상담을 진행합니다."),
    "again": ("이동 재활기구 대여", "material", None, "재활기구가 없는 지역의 이용자를 돕습니다.",
                "기구 20대를 순회 대여하고 사용법을 안내합니다."),
    "released": ("외국어 안내서 제작", "amount", 6_500_000, "외국인 이용자에게 서비스 이용 절차를 알립니다.",
                "4개 언어로 안내서를 만들어 배포합니다."),
    "asked": ("품질관리 자문단 운영", "advice", None, "인증을 준비하는 기관의 품질관리를 돕습니다.",
                "분기마다 자문위원 2명이 기관을 방문합니다."),
    "refused": ("기관 홍보 영상 제작", "amount", 25_000_000, "기관을 널리 알립니다.", "홍보 영상 3편을 제작합니다."),
    "withdrawn": ("공동 사무실 조성", "amount", 40_000_000, "작은 제공기관이 함께 쓰는 사무 공간을 만듭니다.",
                "공간을 임차하여 공동으로 운영합니다."),
    "draft": ("돌봄 종사자 쉼터", "amount", 15_000_000, "돌봄 종사자가 쉴 수 있는 공간을 만듭니다.", "유휴 공간을 꾸며 쉼터로 운영합니다."),
}
WHO = {"done": "busan", "granted": "busan", "again": "daegu", "released": "busan", "asked": "daegu", "refused": "daegu",
       "withdrawn": "busan", "draft": "busan"}
DAYS_AGO = {"done": 300, "granted": 60, "again": 200, "released": 12, "asked": 8, "refused": 90, "withdrawn": 30, "draft": 3}


def build_network_support():
    for slug, rows in ACTIVITIES.items():
        with within(Agency.objects.get(slug=slug)):
            for row in rows:
                publish(slug, *row)
    with within(Agency.objects.get(slug="busan")), ago(5):
        kind, title, text = DRAFT
        activities.draft_activity(**words_of(title, "", text, kind, clock.today() + timedelta(days=20), 1, "", "", 0, 0),
                                  actor=staff("officer", "busan"))
    for name in ASKED:
        build_request(name)


def ago(days, hour=10):
    return clock.travel(at(clock.seoul(clock.real_now()).date() - timedelta(days=days), hour))


def words_of(title_ko, title_en, text, kind, day, lasting, place, partners, cost, reach):
    return {"title_ko": title_ko, "title_en": title_en, "text_ko": text, "text_en": "", "kind": kind, "from_on": day,
            "until_on": day + timedelta(days=lasting - 1), "place": place, "partners": partners, "cost": cost, "reach": reach}


def publish(slug, days, lasting, kind, title_ko, title_en, text, place, partners, cost, reach, shown):
    scene, alt_ko, alt_en = shown
    with ago(days - lasting):
        day = clock.today() - timedelta(days=lasting)
        row = activities.draft_activity(**words_of(title_ko, title_en, text, kind, day, lasting, place, partners, cost, reach),
                                        actor=staff("officer", slug))
        add_photo(row, drawn(scene), alt_ko=alt_ko, alt_en=alt_en, actor=staff("officer", slug))
        activities.publish_activity(row, base_version=1, actor=staff("manager", slug))


# ---- requests

def build_request(name):
    """As far as its name says, step by step on its days."""
    slug, days = WHO[name], DAYS_AGO[name]
    agency, central = Agency.objects.get(slug=slug), Agency.objects.get(slug="central")
    title, kind, amount, purpose, plan = ASKED[name]
    with within(agency), ago(days):
        officer = staff("officer", slug)
        row = support.begin_request(title=title, kind=kind, amount=amount, purpose=purpose, plan=plan, from_on=clock.today()
                                    + timedelta(days=20), until_on=clock.today() + timedelta(days=80), actor=officer)
        if name == "draft":
            return
        support.attach_plan(row, hwpx("추진계획", [title, plan, "이 문서는 시연을 위해 지어낸 것입니다."]), actor=officer)
        support.hand_in_request(row, base_version=1, actor=officer)
    tell(central, days)
    if name == "withdrawn":
        with within(agency), ago(days - 3):
            support.withdraw_request(row, actor=staff("officer", slug))
        tell(central, days - 3)
    elif name != "asked":
        decide(name, row, central, agency, days - 4)


def tell(agency, days):
    with ago(days, hour=11):
        tell_of_support(agency)


def decide(name, row, central, agency, days):
    due = clock.seoul(clock.real_now()).date() - timedelta(days=days) + timedelta(days=105)
    said = {"refused": {"outcome": "refused",
        "reason": "홍보 영상은 기관 자체 예산으로 추진하는 사업입니다. 성과를 보여 주는 사업으로 다시 요청하여 주십시오."},
            "granted": {"outcome": "full", "help_words": "회계 강사 2명을 6회 파견합니다.", "due_on": due},
            "again": {"outcome": "part", "help_words": "재활기구 12대를 지원합니다.", "reason": "보유 물량에 따라 일부만 지원합니다.",
             "due_on": due},
            "done": {"outcome": "part", "granted": 9_000_000, "help_words": "정산 상담을 함께 지원합니다.",
             "reason": "연간 지원 한도를 반영하였습니다.",
                     "due_on": due},
            "released": {"outcome": "full", "due_on": due}}[name]
    with within(central), ago(days):
        seen = drafted_by_central(row, said)
        support_decision.release_decision(row, seen, actor=staff("manager", "central"))
        if name == "released":
            return
        support_decision.approve_decision(row, seen, actor=staff("director", "central"))
    tell(agency, days)
    if name in ("done", "again"):
        report(name, row, central, agency, days - 85)


def drafted_by_central(row, said):
    support_decision.draft_decision(row, **said, actor=staff("officer", "central"))
    officer = staff("officer", "central")
    fresh = SupportRequest.objects.visible_to(officer).get(pk=row.pk)
    return support_decision.digest_of(fresh, SupportDecision.objects.visible_to(officer).get(request=row))


def report(name, row, central, agency, days):
    slug, is_done = agency.slug, name == "done"
    with within(agency), ago(days):
        officer = staff("officer", slug)
        made = support_report.write_report(
            row, base_version=0,
                text="주말 8주 동안 63가정의 아동 91명을 돌보았습니다." if is_done else "기구 12대를 38가정에 빌려드렸습니다.",
            reach=91 if is_done else 38, used=9_250_000 if is_done else None,
            explanation="이용 가정이 늘어 25만 원을 더 집행하였으며 기관 예산으로 부담하였습니다." if is_done else "", actor=officer)
        support_report.attach_to_report(made, hwpx("결과 보고", ["결과 보고", "이 문서는 시연을 위해 지어낸 것입니다."]), actor=officer)
        support_report.send_report(row, base_version=1, actor=officer, arrived_at=clock.now())
    tell(central, days)
    with within(central), ago(days - 5):
        if is_done:
            support_report.accept_report(row, words="추진 결과와 정산 내역을 확인하였습니다.", actor=staff("officer", "central"))
        else:
            support_report.ask_again(row, words="기구별 사용 기간을 덧붙여 주십시오.", due_on=clock.today() + timedelta(days=180),
                                     actor=staff("officer", "central"))
    tell(agency, days - 5)
    if is_done:
        with within(agency), ago(20):
            support.tell_what_became(row, "시범운영이 끝난 뒤에도 구청 예산으로 주말 돌봄을 이어 가고 있습니다.", actor=staff("officer",
                slug))
        tell(central, 20)


# ---- pictures that show nobody and no real place

SIZE = (1200, 750)


def drawn(scene):
    picture = Image.new("RGB", SIZE, "#dbeafe")
    brush = ImageDraw.Draw(picture)
    brush.ellipse((960, 70, 1090, 200), fill="#ffd166")
    brush.rectangle((0, 520, *SIZE), fill="#cfe8d5")
    {"tents": tents, "table": table, "houses": houses}[scene](brush)
    content = io.BytesIO()
    picture.save(content, "PNG")
    return SimpleUploadedFile(f"{scene}.png", content.getvalue(), content_type="image/png")


def tents(brush):
    for place, colour in enumerate(("#256ef4", "#d63d4a", "#228738")):
        left = 110 + place * 350
        brush.rectangle((left + 20, 400, left + 260, 600), fill="#ffffff")
        brush.polygon([(left, 400), (left + 140, 270), (left + 280, 400)], fill=colour)
        brush.rectangle((left + 60, 500, left + 220, 600), fill="#b1b8be")


def table(brush):
    brush.rectangle((0, 0, 1200, 520), fill="#eef2f7")
    brush.rectangle((140, 470, 1060, 520), fill="#9e6a00")
    brush.rectangle((200, 520, 240, 700), fill="#8a5c00")
    brush.rectangle((960, 520, 1000, 700), fill="#8a5c00")
    for left in (280, 720):
        brush.rectangle((left, 350, left + 200, 470), fill="#ffffff", outline="#8a949e", width=4)
        for line in range(3):
            brush.line((left + 30, 385 + line * 28, left + 170, 385 + line * 28), fill="#b1b8be", width=6)
    brush.ellipse((560, 380, 640, 470), fill="#d63d4a")


def houses(brush):
    brush.polygon([(0, 560), (500, 330), (1200, 520), (1200, 750), (0, 750)], fill="#a9d4b4")
    for place, colour in enumerate(("#ffe0a3", "#d8e5fd", "#fcdfd9", "#d8eedd")):
        left, top = 120 + place * 260, 470 - (place % 2) * 60
        brush.rectangle((left, top, left + 150, top + 150), fill=colour)
        brush.polygon([(left - 15, top), (left + 75, top - 70), (left + 165, top)], fill="#ab2b36")
        brush.rectangle((left + 55, top + 80, left + 95, top + 150), fill="#58616a")
