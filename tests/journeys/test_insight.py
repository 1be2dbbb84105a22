"""What the finished rounds taught: the manager reads it and proposes for the next edition, the city reads it, an assessor her own."""
from playwright.sync_api import expect

from tests.journeys.acting import fill, follow, press
from tests.journeys.conftest import DESKTOP, PHONE


def reads(person, name, suffix=""):
    """The rounds side by side, the earliest round with ten cases, its first indicator."""
    person.go(f"/busan/admin/insights/{suffix}")
    person.look(f"insights{name}")
    person.page.locator("ul.rows a").last.click()
    expect(person.page.locator("svg.rates:visible")).to_be_visible()
    person.look(f"insight-round{name}")
    if person.size == DESKTOP:              # on a phone rows stand one below the other, without heads
        press(person.page, "a[href*='sort=-rate']")
        expect(person.page.locator("th[aria-sort=descending]")).to_be_visible()


def test_a_finished_round_teaches_the_desk_the_city_and_the_assessor(browse):
    manager = browse(DESKTOP)
    manager.sign_in("manager@busan.example")
    reads(manager, "")
    round = manager.page.url.split("?")[0]
    follow(manager.page, "tbody th a")
    manager.look("insight-indicator")
    fill(manager.page, reason="예를 들어 적으면 좋겠습니다.")
    press(manager.page, "main form button.primary")
    expect(manager.page.locator(".notices")).to_contain_text("제안하였습니다")
    manager.look("insight-proposal")
    manager.go("/busan/admin/editions/proposals/")
    manager.look("insight-proposals")
    manager.page.goto(f"{round}assessors/")
    manager.look("insight-assessors")
    manager.page.goto(f"{round}?lang=en")
    manager.look("insight-round-en")
    city = browse(PHONE)
    city.sign_in("observer@busan.example")
    reads(city, "-city")
    expect(city.page.locator("a[href$='/assessors/']")).to_have_count(0)
    assessor = browse(PHONE)
    assessor.sign_in("assessor3@busan.example")
    assessor.go("/busan/assess/agreement/")
    assessor.look("insight-own")
    assessor.go("/busan/assess/practice/")
    assessor.look("practices")
    follow(assessor.page, ".tasks a")
    assessor.look("practice-begin")
    press(assessor.page, ".next-step button.primary")
    follow(assessor.page, "ul.rows a")
    assessor.look("practice-judgement")
    assessor.page.locator("input[name=judgement][value=compliant]").check()
    press(assessor.page, "main form button.primary")
    expect(assessor.page.locator(".notices")).to_contain_text("저장하였습니다")
    again = browse(DESKTOP)
    again.sign_in("assessor1@busan.example")
    again.go("/busan/assess/practice/")
    follow(again.page, ".tasks a")
    again.look("practice-result")
    manager.go("/busan/admin/practice/")
    manager.look("desk-practices")
    follow(manager.page, "tbody th a")
    manager.look("desk-practice")
    manager.go("/busan/admin/practice/")
    manager.page.locator("[name=application]").select_option(index=1)
    fill(manager.page, title="연습 2")
    press(manager.page, "main form button.primary")
    follow(manager.page, "ul.rows a")
    manager.look("desk-practice-item")
