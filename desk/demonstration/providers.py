"""Providers at Busan and Daegu, invented from name to street; their business numbers begin with 000, which is never issued."""
from typing import NamedTuple

CONFIRMED, WAITING, REFUSED, CLOSED = "confirmed", "waiting", "refused", "closed"
CHILD, YOUTH, VISION = "child-emotional-development", "youth-healing", "youth-vision"
DEMENTIA, MIND, EXERCISE = "dementia-prevention", "mental-health-care", "exercise-prescription"


class Firm(NamedTuple):
    agency: str
    account: str            # owner@<account>.example
    name: str
    name_en: str
    owner: str
    district: str           # administrative code
    since: str | int        # the day of registration; a number: so many days ago
    stage: str
    sites: dict[str, list[str]]     # name of the site → service types
    reason: str = ""


FIRMS = [
    Firm("busan", "haetsal", "햇살아동발달센터", "Haetsal Child Development Centre", "김하늘", "26530", "2024-03-11", CONFIRMED,
         {"본점": [CHILD, YOUTH], "주례점": [CHILD]}),
    Firm("busan", "onnuri", "온누리마음돌봄", "Onnuri Mind Care", "이도윤", "26350", "2024-03-18", CONFIRMED,
         {"해운대센터": [MIND, YOUTH], "반여센터": [MIND]}),
    Firm("busan", "dasom", "다솜언어심리센터", "Dasom Language and Psychology Centre", "정다인", "26260", "2024-03-20", CONFIRMED,
         {"본점": [CHILD], "온천점": [CHILD, YOUTH]}),
    Firm("busan", "gaon", "가온심리상담센터", "Gaon Counselling Centre", "윤서준", "26470", "2024-03-25", CONFIRMED,
         {"본점": [CHILD, YOUTH]}),
    Firm("busan", "neulbom", "늘봄치매예방센터", "Neulbom Dementia Prevention Centre", "장미경", "26230", "2024-04-01", CONFIRMED,
         {"전포센터": [DEMENTIA], "당감센터": [DEMENTIA, EXERCISE]}),
    Firm("busan", "maru", "마루운동재활", "Maru Exercise and Rehabilitation", "오준혁", "26410", "2024-04-08", CONFIRMED,
         {"본점": [EXERCISE]}),
    Firm("busan", "byeolbit", "별빛아동상담소", "Byeolbit Child Counselling", "한예진", "26380", "2024-04-15", CONFIRMED,
         {"하단점": [CHILD], "다대점": [CHILD]}),
    Firm("busan", "soomgyeol", "숨결심리치유", "Soomgyeol Psychological Healing", "임채원", "26290", "2024-05-07", CONFIRMED,
         {"본점": [YOUTH, MIND]}),
    Firm("busan", "badal", "바다마을돌봄", "Badamaeul Care", "배성호", "26200", "2025-02-10", CONFIRMED, {"영도센터": [DEMENTIA, MIND]}),
    Firm("busan", "kkumteo", "꿈터청소년비전센터", "Kkumteo Youth Vision Centre", "서지안", "26320", "2025-02-17", CONFIRMED,
         {"덕천점": [VISION], "화명점": [VISION, YOUTH]}),
    Firm("busan", "onsaemiro", "온새미로발달센터", "Onsaemiro Development Centre", "문가람", "26500", "2025-02-24", CONFIRMED,
         {"광안점": [CHILD]}),
    Firm("busan", "hanbit", "한빛사회서비스", "Hanbit Social Services", "신동하", "26440", "2025-03-04", CONFIRMED,
         {"명지센터": [EXERCISE, DEMENTIA]}),
    Firm("busan", "pureun", "푸른나래상담센터", "Pureun Narae Counselling Centre", "권아름", "26710", "2025-03-17", CONFIRMED,
         {"정관점": [CHILD, YOUTH]}),
    Firm("busan", "doran", "도란도란가족상담", "Doran Doran Family Counselling", "유하준", "26170", "2026-02-09", CONFIRMED,
         {"초량점": [MIND]}),
    Firm("busan", "iroom", "이룸청소년지원", "Iroom Youth Support", "노시우", "26140", "2026-03-03", CONFIRMED, {"본점": [VISION, YOUTH]}),
    Firm("busan", "saebom", "새봄실버케어", "Saebom Silver Care", "류경자", "26110", "2026-04-13", CONFIRMED, {"중앙센터": [DEMENTIA]}),
    Firm("busan", "areum", "아름드리발달지원", "Areumdri Development Support", "조은성", "26260", 1, WAITING, {"명륜점": [CHILD]}),
    Firm("busan", "moa", "모아마음상담소", "Moa Mind Counselling", "황수빈", "26350", 3, WAITING,
         {"좌동점": [MIND], "송정점": [MIND, YOUTH]}),
    Firm("busan", "cheongsol", "청솔운동처방센터", "Cheongsol Exercise Centre", "안도현", "26530", 6, WAITING, {"본점": [EXERCISE]}),
    Firm("busan", "dure", "두레돌봄협동조합", "Dure Care Cooperative", "송재민", "26230", 12, WAITING, {"부전센터": [DEMENTIA, EXERCISE]}),
    Firm("busan", "bomnal", "봄날아동센터", "Bomnal Child Centre", "최유진", "26410", 20, REFUSED, {"본점": [CHILD]},
         "사업자등록증의 대표자와 적으신 대표자가 다릅니다. 사업자등록증을 확인하고 대표자 이름을 고쳐 주세요."),
    Firm("busan", "nuri", "누리활력센터", "Nuri Vitality Centre", "강태민", "26470", "2026-09-14", REFUSED, {"연산점": [EXERCISE]},
         "제출하신 사업자등록증이 흐려 번호를 읽을 수 없습니다. 선명한 사본을 다시 올려 주세요."),
    Firm("busan", "sarang", "사랑채실버센터", "Sarangchae Silver Centre", "남정우", "26290", "2024-04-22", CLOSED, {"용호점": [DEMENTIA]},
         "2026년 6월 30일 폐업 신고에 따라 등록을 종료합니다."),
    Firm("busan", "haneul", "하늘빛심리센터", "Haneulbit Psychology Centre", "구나연", "26380", "2025-03-24", CLOSED, {"괴정점": [YOUTH]},
         "사회서비스 제공자 등록을 반납하여 등록을 종료합니다."),
    Firm("daegu", "palgong", "팔공아동발달센터", "Palgong Child Development Centre", "전소희", "27140", "2024-04-02", CONFIRMED,
         {"신천점": [CHILD], "안심점": [CHILD, YOUTH]}),
    Firm("daegu", "suseong", "수성못마음센터", "Suseongmot Mind Centre", "홍기태", "27260", "2025-03-10", CONFIRMED, {"두산점": [MIND]}),
    Firm("daegu", "dalbeol", "달벌운동재활센터", "Dalbeol Exercise Centre", "백선영", "27290", "2026-03-16", CONFIRMED,
         {"월성점": [EXERCISE, DEMENTIA]}),
    Firm("daegu", "geumho", "금호청소년상담소", "Geumho Youth Counselling", "허준서", "27230", 4, WAITING, {"침산점": [YOUTH, VISION]}),
    Firm("daegu", "biseul", "비슬산돌봄", "Biseulsan Care", "성미래", "27710", 15, REFUSED, {"화원점": [DEMENTIA]},
         "사업장 주소가 사업자등록증과 다릅니다. 어느 쪽이 맞는지 확인해 주세요."),
    Firm("busan", "nabi", "나비마음성장센터", "Nabi Growth of Mind Centre", "표정아", "26380", "2026-05-11", CONFIRMED,
         {"당리점": [YOUTH, MIND], "괴정점": [CHILD, YOUTH]}),
]
PLACES = {      # roughly where a district is: degrees north and east
    "26110": (35.106, 129.032), "26140": (35.098, 129.024), "26170": (35.129, 129.045), "26200": (35.091, 129.068),
    "26230": (35.163, 129.053), "26260": (35.205, 129.084), "26290": (35.136, 129.084), "26320": (35.197, 128.990),
    "26350": (35.163, 129.164), "26380": (35.104, 128.975), "26410": (35.243, 129.092), "26440": (35.112, 128.921),
    "26470": (35.176, 129.080), "26500": (35.146, 129.113), "26530": (35.153, 128.991), "26710": (35.244, 129.222),
    "27140": (35.887, 128.636), "27230": (35.886, 128.583), "27260": (35.858, 128.631), "27290": (35.830, 128.533),
    "27710": (35.775, 128.431),
}
STREETS = ("나눔로", "온정길", "보람로", "두레길", "동행로", "한마음길")
