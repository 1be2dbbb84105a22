"""Valid now and ever certified, apart; what certified means and what it does not."""
import re
from datetime import date

import pytest

from certification import workflow
from core import clock
from core.tenancy import within
from tests.certification.conftest import WORKER, seoul
from tests.certification.test_register_pages import forget_counts, made, page, statements, words_of

AGENCY, NATION = "/busan/register/statistics/", "/register/statistics/"


@pytest.fixture(autouse=True)
def today():
    forget_counts()
    with clock.travel(seoul(2026, 10, 14, 9)):
        yield


def figures(text, section):
    """{what a row is called: (ever, valid now)} of a table."""
    table = text[text.index(f'id="{section}"'):].split("</table>")[0]
    return {name: (int(given), int(valid)) for name, given, valid in re.findall(
        r'<th scope="row">(?:<a[^>]*>)?([^<]+)(?:</a>)?</th>\s*<td class="number">(\d+)</td>\s*<td class="number">(\d+)</td>', table)}


def test_ever_certified_counts_what_has_ended_and_valid_now_only_what_is_in_force(busan, client):
    made(busan, "유효")
    old = made(busan, "취소", valid_from=date(2024, 11, 28))
    held = made(busan, "정지", valid_from=date(2024, 11, 28))
    made(busan, "예정", valid_from=date(2026, 12, 1))
    with within(busan.agency):
        workflow.revoke(old, on=date(2025, 1, 10), reason="x", actor=WORKER)        # so long ago that no list shows it
        workflow.suspend(held, from_on=date(2026, 10, 1), reason="x", actor=WORKER)
    text = page(client, f"{AGENCY}?lang=en")
    assert figures(text, "years") == {"2024": (2, 0), "2025": (1, 1)}
    assert [int(total) for total in re.findall(r"<dd>(\d+)</dd>", text)][:3] == [1, 3, 3]
    assert list(figures(text, "services").values()) == [(3, 1)]


def test_the_nation_says_each_agencys_own(busan, daegu, client):
    made(busan, "부산")
    made(daegu, "대구")
    text = page(client, f"{NATION}?lang=en")
    assert figures(text, "agencies") == {"Busan Social Service Agency": (1, 1), daegu.agency.name_en: (1, 1)}


def test_the_page_says_what_certified_means_and_where_to_turn(busan, client):
    words = words_of(page(client, f"{AGENCY}?lang=en"))
    for sentence in ("It is voluntary", "Not being certified does not mean that a provider is bad", "is a different scheme",
                     "If you disagree with what stands here", "appeal within 30 days"):
        assert sentence in words
    assert "tel:" in page(client, AGENCY) or not busan.agency.phone


def test_an_agency_without_certificates_has_the_page_without_charts(busan, client):
    text = page(client, AGENCY)
    assert "<svg class=\"pairs\"" not in text and 'id="meaning"' in text


@pytest.mark.parametrize("address", [AGENCY, NATION])
def test_it_asks_three_times_at_most_and_then_never(address, busan, client):
    made(busan, "다솜")
    assert len(statements(client, address)[1]) <= 3 and statements(client, address)[1] == []
