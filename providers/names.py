"""What is left of a name and an address when they are compared: however they are written, the same is the same."""
import re
import unicodedata

from core.search import searchable

LEGAL_FORMS = re.compile(
    r"\((?:주|유|합|사|재|복|학|의)\)|주식회사|유한(?:책임)?회사|합[자명]회사|(?:사회복지|사단|재단|학교|의료|종교)\s*법인"
    r"|(?:사회적\s*)?협동조합(?:연합회)?|(?:예비\s*)?사회적\s*기업|비영리(?:민간)?단체")
ROAD = re.compile(r"([가-힣A-Za-z0-9·.]+(?:로|길))\s*([0-9]+(?:-[0-9]+)?)(?![0-9가-힣])")


def name_key(name):
    """The name without legal form, spaces and marks, decomposed: (주) 햇살 아동센터 and 주식회사 햇살아동센터 are one."""
    plain = unicodedata.normalize("NFKC", name or "")
    return _joined(LEGAL_FORMS.sub(" ", plain)) or _joined(plain)


def address_key(district_id, address_base):
    """District, road and number: however the province before them is written, and whatever stands behind them. Empty without an address."""
    plain = unicodedata.normalize("NFKC", address_base or "")
    road = ROAD.search(plain)
    words = _joined("".join(road.groups()) if road else plain)
    return f"{district_id}:{words}" if words else ""


def _joined(text):
    return searchable(text).replace(" ", "")
