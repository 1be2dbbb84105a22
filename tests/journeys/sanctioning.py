"""A sanction drafted in a browser, with days of work counted from today."""
from datetime import timedelta

from core import clock
from core.calendar import next_working_day


def hearing_day():
    """After the provider's ten days."""
    return next_working_day(clock.today() + timedelta(days=17))


def fill_draft(page, kind="suspension", ground="not_corrected"):
    day = hearing_day()
    page.locator(f"input[name=kind][value={kind}]").check()
    page.locator(f"input[name=ground][value={ground}]").check()
    page.locator("[name=facts]").fill("두 차례 시정을 요구하였으나 안전 점검표를 제출하지 않았습니다.")
    page.locator("[name=from_on]").fill((day + timedelta(days=7)).isoformat())
    if kind == "suspension":
        page.locator("[name=to_on]").fill((day + timedelta(days=60)).isoformat())
        page.locator("[name=order]").fill("안전 점검표를 매월 작성하여 제출할 것")
    page.locator("[name=hearing_at]").fill(f"{day.isoformat()}T14:00")
    page.locator("[name=hearing_place]").fill("3층 회의실")
    page.locator("[name=chair]").fill("박청문")
    page.locator("[name=chair_office]").fill("변호사(외부 전문가)")
