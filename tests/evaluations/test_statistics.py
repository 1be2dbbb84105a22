"""The statistics of a round against values calculated by hand; the arithmetic stands beside each."""
import pytest

from evaluations.statistics import agreement, difference, share

# 50 judged by two: both a 20, a then b 5, b then a 10, both b 15
FIFTY = [("a", "a")] * 20 + [("a", "b")] * 5 + [("b", "a")] * 10 + [("b", "b")] * 15


def close(value):
    return pytest.approx(value, abs=0.0001)


def test_three_of_twenty_with_its_wilson_interval():
    # p = 0.15, z = 1.96, z² = 3.8415; middle (0.15 + 3.8415/40) / (1 + 3.8415/20) = 0.24604/1.19207 = 0.20639
    # half √(0.15·0.85/20 + 3.8415/1600)·1.96 / 1.19207 = √0.0087759·1.96/1.19207 = 0.18361/1.19207 = 0.15402
    assert share(3, 20) == {"number": 3, "of": 20, "low": close(0.0524), "high": close(0.3604)}


def test_none_of_ten_may_still_be_a_quarter():
    # p = 0: low 0; high (z²/n) / (1 + z²/n) = 0.38415/1.38415 = 0.27753
    assert share(0, 10) == {"number": 0, "of": 10, "low": close(0), "high": close(0.2775)}


def test_nothing_counted_has_no_interval():
    assert share(0, 0) == {"number": 0, "of": 0, "low": None, "high": None}


def test_kappa_of_an_assessor_beside_the_result():
    # observed 35/50 = 0.7; expected 0.5·0.6 + 0.5·0.4 = 0.5; kappa (0.7 − 0.5)/0.5 = 0.4
    # variance by Fleiss, Cohen and Everitt: 0.4·(1 − 1.1·0.6)² + 0.3·(1 − 0.9·0.6)² = 0.04624 + 0.06348 = 0.10972;
    # 0.6²·(0.1·(0.6 + 0.5)² + 0.2·(0.4 + 0.5)²) = 0.36·0.283 = 0.10188; (0.4 − 0.5·0.6)² = 0.01;
    # (0.10972 + 0.10188 − 0.01)/(50·0.5²) = 0.016128, its root 0.12700, times 1.96 = 0.2489
    found = agreement(FIFTY, ordered=True)
    assert (found["number"], found["of"]) == (15, 50)
    assert (found["kappa"], found["kappa_low"], found["kappa_high"]) == (close(0.4), close(0.1511), close(0.6489))


def test_of_two_colleagues_it_does_not_matter_who_is_named_first():
    # both margins are the mean of the two: 0.55 and 0.45; expected 0.3025 + 0.2025 = 0.505; kappa (0.7 − 0.505)/0.495 = 0.3939
    assert agreement(FIFTY)["kappa"] == close(0.3939)
    assert agreement([(other, one) for one, other in FIFTY]) == agreement(FIFTY)


def test_where_all_judged_alike_kappa_cannot_be_told():
    found = agreement([("ok", "ok")] * 12)
    assert (found["number"], found["of"], found["kappa"]) == (0, 12, None)
    assert agreement([])["of"] == 0


def test_where_one_side_judged_everything_alike_kappa_cannot_be_told():
    # observed 18/20 = 0.9, expected 0.9·1 + 0.1·0 = 0.9: 0, whatever the other judged, with an interval of no width
    assert agreement([("ok", "ok")] * 18 + [("fail", "ok")] * 2, ordered=True)["kappa"] is None


def test_an_interval_ends_where_kappa_ends():
    # observed 24/25 = 0.96; both margins 0.94 and 0.06: expected 0.8872; kappa 0.0728/0.1128 = 0.6454, 1.96 standard errors more are over 1
    found = agreement([("ok", "ok")] * 23 + [("fail", "fail")] + [("ok", "fail")])
    assert (found["kappa"], found["kappa_high"]) == (close(0.6454), 1.0) and found["kappa_low"] < found["kappa"]


def test_where_every_pair_agrees_kappa_is_one_without_an_interval():
    found = agreement([("ok", "ok")] * 9 + [("fail", "fail")])
    assert (found["kappa"], found["kappa_low"], found["kappa_high"]) == (1.0, None, None)


def test_four_kinds_of_judgement_make_one_kappa():
    # 10 pairs, 7 alike: ok 4, onsite 2, fail 1; ok/onsite 2 and onsite/fail 1 count half in either order
    # margins ok 5/10, onsite 3.5/10, fail 1.5/10; expected 0.25 + 0.1225 + 0.0225 = 0.395; kappa (0.7 − 0.395)/0.605 = 0.5041
    pairs = [("ok", "ok")] * 4 + [("onsite", "onsite")] * 2 + [("fail", "fail")] + [("ok", "onsite")] * 2 + [("onsite", "fail")]
    assert agreement(pairs)["kappa"] == close(0.5041)


def test_a_difference_is_a_mean_over_cases_with_students_interval():
    # mean 0.6/4 = 0.15; squares of what is left 0.0025 + 0.0225 + 0.0025 + 0.0225 = 0.05, variance 0.05/3 = 0.016667
    # standard error √(0.016667/4) = 0.06455, t with 3 degrees 3.1824: ± 0.20543
    assert difference([0.2, 0.0, 0.1, 0.3]) == {"value": close(0.15), "low": close(-0.0554), "high": close(0.3554), "cases": 4}


def test_one_case_alone_has_no_interval_and_none_no_difference():
    assert difference([0.5]) == {"value": 0.5, "low": None, "high": None, "cases": 1}
    assert difference([]) == {"value": None, "low": None, "high": None, "cases": 0}
