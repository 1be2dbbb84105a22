"""A citizen looks for a place with a telephone: initials, a year on the sheet, the map, a number read badly, the figures."""
import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import DESKTOP, PHONE


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_somebody_looks_for_a_place(size, browse):
    citizen = browse(size)
    page = citizen.page
    citizen.go("/busan/register/")
    page.locator("input[type=search]").fill("ㄷㅅ")
    page.locator("form.search button").click()
    page.wait_for_url("**q=**")
    expect(page.locator("li.result h3", has_text="다솜").first).to_be_visible()
    citizen.look("register-initials")
    if size == PHONE:
        page.locator("a[href='#filters']").click()
        expect(page.locator("#filters")).to_be_visible()
    page.locator("select[name=year]").select_option("2024")
    page.locator(".sheet-foot button").click()
    page.wait_for_url("**year=2024**")
    citizen.look("register-year")
    if size == PHONE:
        page.locator("a[href='#places']").click()
        citizen.look("register-map-sheet")
    expect(page.locator("svg.cartogram a")).to_have_count(16)
    citizen.go("/busan/register/?q=24-4")
    expect(page.locator("li.result")).to_have_count(1)
    citizen.go("/busan/register/?q=2024-0444&lang=en")
    citizen.look("register-number")
    citizen.go("/busan/register/?q=ekthakdjqtdma")
    citizen.look("register-nothing")
    for address in ("/busan/register/statistics/", "/register/statistics/", "/register/statistics/?lang=en"):
        citizen.go(address)
        citizen.look(f"statistics-{address.count('/')}-{'en' if 'lang' in address else 'ko'}")
    assert page.context.cookies() == []
