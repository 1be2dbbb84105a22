"""Numbers that nobody may collect here: resident registration numbers (주민등록번호) and those of foreigners (외국인등록번호).

Pure functions. Whatever is found is told by its place alone: the number itself goes into no sentence, log or record.
"""
import re
from datetime import date
from itertools import islice

from core import clock

NEAR = 120                  # characters before a number in which its meaning is looked for
BEHIND = 20
AT_MOST = 10                # places are told
OLDEST = 120                # years
CENTURIES = {**dict.fromkeys("1256", 1900), **dict.fromkeys("3478", 2000)}       # 9 and 0: the 1800s, nobody alive
FOREIGN = "5678"
WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)

_ALIKE = {ord(wide): str(digit) for digit, wide in enumerate("０１２３４５６７８９")}
_ALIKE |= dict.fromkeys(map(ord, "‐‑‒–—―−－﹣~～"), "-") | dict.fromkeys(map(ord, "．·・ㆍ"), ".")
_ALIKE |= dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2009\u202f\u3000"), " ")
_ALIKE |= dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))               # cannot be seen: taken out

_TOGETHER = re.compile(r"(?<![0-9A-Za-z])(?<![0-9][-.])([0-9]{6})( ?[-./]? ?)([1-8][0-9]{6})(?![0-9A-Za-z])(?![-.][0-9])")
_ONE_BY_ONE = re.compile(r"(?<![0-9A-Za-z])(?<![0-9] )([0-9](?: [0-9]){5})( ?- ?| )([1-8](?: [0-9]){6})(?![0-9A-Za-z])(?! [0-9])")
_PERSONAL = re.compile(r"주민|생년|외국인 ?등록|(?<!사업자)(?<!사업자 )(?<!법인)(?<!법인 )등록 ?번호|\bRRN\b|resident|date of birth",
                       re.IGNORECASE)
_OTHER = re.compile(r"(?:법인|사업자|계좌|예금주|주문|접수|전화|연락처|휴대폰|팩스|상품|제품|바코드|운송장|송장|문서|카드|고유|관리"
                    r"|승인|증권|허가|account|order|product|invoice|phone|tel|fax)(?: ?등록)?(?: ?(?:번호|코드|no\.?|number))?"
                    r"[ \t:：()\]]*$", re.IGNORECASE)
_IN_AN_ADDRESS = tuple("/=&?#%@_-.")


def numbers_in(text: str, *, context: str = "", today: date | None = None) -> list[int]:
    """The first lines of the text, from 1, in which such a number stands. `context`: what is written close by, as a column's heading."""
    today = today or clock.today()
    folded = text.translate(_ALIKE)
    matches = (match for pattern in (_TOGETHER, _ONE_BY_ONE) for match in pattern.finditer(folded))
    found = islice((match.start() for match in matches if _is_personal(match, folded, context, today)), AT_MOST)
    return sorted({folded.count("\n", 0, place) + 1 for place in found})


def _is_personal(match, text, context, today):
    number = re.sub(r"[^0-9]", "", match[1] + match[3])
    if not _was_born(number, today):
        return False
    before, after = text[max(0, match.start() - NEAR):match.start()], text[match.end():match.end() + BEHIND]
    if _OTHER.search(before.rpartition("\n")[2]):
        return False
    words, checks = f"{context}\n{before}\n{after}", fits(number)
    if not checks and "법인" in words and _is_corporation(number):
        return False
    if _PERSONAL.search(words):
        return True                             # since October 2020 the last digits are drawn: where it is named, the date is enough
    return checks and not _is_something_else(number, match[2], before, after)


def _was_born(number, today):
    """The first seven digits are a day of birth of somebody who may be alive."""
    century = CENTURIES.get(number[6])
    try:
        born = century is not None and date(century + int(number[:2]), int(number[2:4]), int(number[4:6]))
    except ValueError:
        return False
    return bool(born) and born <= today and today.year - born.year <= OLDEST


def fits(number: str) -> bool:
    """The thirteenth digit follows from the others, as it does in every number given before October 2020."""
    total = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False))
    return ((13 if number[6] in FOREIGN else 11) - total % 11) % 10 == int(number[12])


def _is_corporation(number):
    """A corporation's registration number (법인등록번호) has the same shape and another last digit."""
    return (10 - sum(int(digit) * weight for digit, weight in zip(number[:12], (1, 2) * 6, strict=True)) % 10) % 10 == int(number[12])


def _is_something_else(number, separator, before, after):
    """Nobody names it, and by chance one in ten fits: a product's code, a part of an address, a day beside an amount."""
    if not separator:
        return before.endswith(_IN_AN_ADDRESS) or _is_product(number)
    return separator.isspace() and (number.endswith("000") or after.lstrip().startswith("원"))


def _is_product(number):
    """A bar code (EAN-13) of Korea."""
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(number))
    return number.startswith(("880", "881")) and total % 10 == 0
