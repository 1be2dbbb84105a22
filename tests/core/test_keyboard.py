"""Korean typed while the keyboard stood on English."""
import pytest

from core.keyboard import as_korean


@pytest.mark.parametrize(("typed", "meant"), [
    ("godnseo", "해운대"), ("ekthadkehdqkfekftpsxj", "다솜아동발달센터"), ("rkqtdl", "값이"), ("tkgk rn", "사하 구"),
    ("tkgkrn", "사하구"), ("rkqt dl", "값 이"),
    ("Rkclqkf", "까치발"), ("aha", "몸"), ("hello", ""), ("haetsal", ""), ("", ""), ("12", ""), ("다솜", "")])
def test_the_same_keys_in_korean_or_nothing(typed, meant):
    assert as_korean(typed) == meant
