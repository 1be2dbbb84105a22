"""What is left of a name and an address when they are compared: however they are written, the same is the same."""
import re
import unicodedata

from core.search import searchable

LEGAL_FORMS = re.compile(
    r"\((?:주|유|합|사|재|복|학|의)\)|주식회사|유한(?:책임)?회사|합[자명]회사|(?:사회복지|사단|재단|학교|의료|종교)\s*법인"
    r"|(?:사회적\s*)?협동조합(?:연합회)?|(?:예비\s*)?사회적\s*기업|비영리(?:민간)?단체")
# what a place is, not what it is called: left out at the end of a name, however many of them follow one another
KINDS_OF_PLACE = (
    "센터", "센타", "쎈터", "쎈타", "상담소", "상담실", "치료실", "치료소", "연구소", "연구원", "교육원", "복지관", "복지원", "요양원",
    "의원", "병원", "기관", "사무소", "사업단", "아동", "청소년", "영유아", "노인", "어르신", "장애인", "가족", "가정", "여성", "지역",
    "발달", "심리", "상담", "언어", "인지", "놀이", "미술", "음악", "감각", "운동", "치료", "재활", "교육", "건강", "복지", "사회",
    "지원", "돌봄", "케어", "재가", "방문", "요양", "간호", "주간", "주야간", "보호", "활동지원", "가사", "간병", "산모", "신생아",
    "통합", "종합", "전문", "서비스", "자활")
OWN_PART = 2            # syllables that stay in any case
ROAD = re.compile(r"([가-힣A-Za-z0-9·.]+(?:로|길))\s*([0-9]+(?:-[0-9]+)?)(?![0-9가-힣])")


def name_key(name):
    """The name without legal form, spaces and marks, decomposed: (주) 햇살 아동센터 and 주식회사 햇살아동센터 are one."""
    plain = unicodedata.normalize("NFKC", name or "")
    return _joined(LEGAL_FORMS.sub(" ", plain)) or _joined(plain)


def own_part(name):
    """What is left of it without what other places of the kind are called too: of 햇살 아동발달센터 the 햇살. Decomposed."""
    text = unicodedata.normalize("NFC", name_key(name))
    while word := next((word for word in KINDS_OF_PLACE if text.endswith(word) and len(text) - len(word) >= OWN_PART), None):
        text = text.removesuffix(word)
    return searchable(text)


def address_key(district_id, address_base):
    """District, road and number: however the province before them is written, and whatever stands behind them. Empty without an address."""
    plain = unicodedata.normalize("NFKC", address_base or "")
    road = ROAD.search(plain)
    words = _joined("".join(road.groups()) if road else plain)
    return f"{district_id}:{words}" if words else ""


def _joined(text):
    return searchable(text).replace(" ", "")
