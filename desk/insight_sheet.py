"""The figures of a finished round as a spreadsheet."""
from django.utils.translation import gettext as _

from core.tables import Column, write_table

SHARES = (("rate", "부적합", "Not met"), ("documents", "서면심사 판정 불일치", "Differed, documents"),
          ("site", "현장심사 판정 불일치", "Differed, on site"), ("misled", "서면 적합 → 최종 부적합", "Documents misled"),
          ("supplement", "보완 요청", "Supplements"), ("comments", "사실확인 의견 반영", "Facts changed"),
          ("appeals", "이의신청 인용", "Appeals upheld"))
WITH_KAPPA = ("documents", "site")


def sheet_of(insight, figures):
    """`figures`: [IndicatorFigures]. A share takes four columns, an agreement one more; what is not counted stays empty."""
    shown = [one for one in SHARES if one[0] != "appeals" or any(row.appeals for row in figures)]
    columns = [Column("code", "번호", "Code"), Column("name", "지표", "Indicator")]
    for key, korean, english in shown:
        columns += [Column(f"{key}.number", f"{korean} (건)", f"{english} (number)"),
                    Column(f"{key}.of", f"{korean} (전체)", f"{english} (of)"),
                    Column(f"{key}.low", f"{korean} (하한 %)", f"{english} (low %)"),
                    Column(f"{key}.high", f"{korean} (상한 %)", f"{english} (high %)")]
        columns += [Column(f"{key}.kappa", f"{korean} (카파)", f"{english} (kappa)")] if key in WITH_KAPPA else []
    rows = [[one.row.code, one.row.indicator.name, *(value for key, _ko, _en in shown for value in cells(key, getattr(one, key)))]
            for one in figures]
    return write_table(columns, rows, title=str(insight.round)[:31], sentences=(
        _("Intervals are those of Wilson at 95 %. Fewer than ten cases or pairs may be mere chance."),))


def cells(key, share):
    if share is None:
        return [""] * (5 if key in WITH_KAPPA else 4)
    kappa = [words(share.kappa)] if key in WITH_KAPPA else []
    return [share.number, share.of, words(share.low_percent), words(share.high_percent), *kappa]


def words(value):
    return "" if value is None else value
