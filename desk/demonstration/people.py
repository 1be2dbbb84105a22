"""Who works where in the demonstration; every name is invented."""
from datetime import date, timedelta
from typing import NamedTuple

from accounts.models import Role

PASSWORD = "demo-poom-2026"  # noqa: S105  said to everybody who starts the demonstration
OPERATOR = ("operator@nation.example", "나라안")
FIRST_BIRTH = date(1964, 3, 2)


class Colleague(NamedTuple):
    agency: str
    account: str            # before the @ of <agency>.example
    name: str
    role: str


COLLEAGUES = [
    Colleague("busan", "officer", "박지훈", Role.OFFICER),
    Colleague("busan", "manager", "최은정", Role.MANAGER),
    Colleague("busan", "director", "정해숙", Role.DIRECTOR),
    Colleague("busan", "trainer", "윤태호", Role.TRAINER),
    Colleague("busan", "auditor", "한기준", Role.AUDITOR),
    Colleague("busan", "observer", "오세진", Role.OBSERVER),
    Colleague("busan", "assessor1", "강민아", Role.ASSESSOR),
    Colleague("busan", "assessor2", "서동현", Role.ASSESSOR),
    Colleague("busan", "assessor3", "문소라", Role.ASSESSOR),
    Colleague("busan", "assessor4", "배진우", Role.ASSESSOR),
    Colleague("busan", "assessor5", "유경희", Role.ASSESSOR),
    Colleague("busan", "assessor6", "임재영", Role.ASSESSOR),
    Colleague("busan", "chair", "신영옥", Role.COMMITTEE),
    Colleague("busan", "member1", "조현철", Role.COMMITTEE),
    Colleague("busan", "member2", "권미란", Role.COMMITTEE),
    Colleague("busan", "member3", "황보람", Role.COMMITTEE),
    Colleague("busan", "member4", "안상우", Role.COMMITTEE),
    Colleague("busan", "member5", "송다은", Role.COMMITTEE),
    Colleague("busan", "member6", "류정민", Role.COMMITTEE),
    Colleague("busan", "consultant1", "표지연", Role.CONSULTANT),
    Colleague("busan", "consultant2", "위성호", Role.CONSULTANT),
    Colleague("daegu", "officer", "남궁혜진", Role.OFFICER),
    Colleague("daegu", "manager", "선우진", Role.MANAGER),
    Colleague("daegu", "director", "제갈민", Role.DIRECTOR),
    Colleague("daegu", "observer", "국승현", Role.OBSERVER),
    Colleague("daegu", "assessor1", "사공윤", Role.ASSESSOR),
    Colleague("daegu", "assessor2", "독고은", Role.ASSESSOR),
    Colleague("daegu", "chair", "황보석", Role.COMMITTEE),
    Colleague("daegu", "member1", "동방현", Role.COMMITTEE),
    Colleague("daegu", "member2", "서문지", Role.COMMITTEE),
    Colleague("central", "officer", "구본석", Role.OFFICER),
    Colleague("central", "manager", "노은비", Role.MANAGER),
]
CENTRAL_ASSESSORS = (           # of the management evaluation
    ("assessor1", "기나경"), ("assessor2", "옥태선"), ("assessor3", "진보라"), ("assessor4", "현승우"), ("assessor5", "공미르"),
    ("assessor6", "단정호"))
MANAGERS_AND_DIRECTORS = [  # who writes and who hands in the performance report of an agency that shows nothing else
    ("seoul", "우진택", "하은설"),
    ("incheon", "전보경", "명재훈"),
    ("gwangju", "빈서윤", "국태식"),
    ("daejeon", "예수빈", "나경호"),
    ("ulsan", "옥지헌", "설민주"),
    ("sejong", "기현아", "진용수"),
    ("gyeonggi", "피승우", "원혜란"),
    ("gangwon", "모세빈", "경동철"),
    ("chungbuk", "연가람", "반성재"),
    ("chungnam", "어진솔", "용미정"),
    ("jeonbuk", "복하늘", "감우식"),
    ("jeonnam", "제은비", "인정국"),
    ("gyeongnam", "화성민", "동가영"),
    ("jeju", "두아라", "간태호"),
]
REPORTERS = [Colleague(agency, account, name, role) for agency, manager, director in MANAGERS_AND_DIRECTORS
             for account, name, role in (("manager", manager, Role.MANAGER), ("director", director, Role.DIRECTOR))]
ADMINISTRATORS = {
    "central": "민정아", "seoul": "양수진", "busan": "이수민", "daegu": "곽재호", "incheon": "도현숙",
    "gwangju": "석민규", "daejeon": "염지혜", "ulsan": "천기범", "sejong": "방유리", "gyeonggi": "추성훈",
    "gangwon": "함정연", "chungbuk": "길동욱", "chungnam": "편하나", "jeonbuk": "마지원", "jeonnam": "탁은수",
    "gyeongnam": "변재희", "jeju": "고은채",
}


def born(number):
    """Invented dates of birth, spread over thirty-odd years."""
    return FIRST_BIRTH + timedelta(days=number * 173 % 12_000)


def mobile(number):
    """Mobile numbers that are given to nobody."""
    return f"010-0000-{number:04}"
