"""What tests of the day of a visit have in common: moments of office hours ahead, and what its people do."""
from datetime import datetime, time, timedelta

from core import clock
from core.calendar import next_working_day
from core.tenancy import within
from evaluations import workflow


def ahead(days, hour=10):
    """A moment of office hours on a working day, at least so many days from now."""
    day = next_working_day(clock.today() + timedelta(days=days))
    return datetime.combine(day, time(hour), clock.SEOUL)


def three():
    return [ahead(10), ahead(14, 14), ahead(18, 9)]


def offered(path, dates=None, **how):
    with within(path.place.agency):
        return workflow.offer_visit_dates(path.fresh(), **({"dates": dates or three(), "actor": path.officer} | how))


def choose(path, date, who=None, arrived_at=None):
    with within(path.place.agency):
        return workflow.choose_visit_date(path.fresh(), date=date, actor=path.as_(who or path.owner), arrived_at=arrived_at or clock.now())


def refuse(path, reason="그 주에는 행사가 있습니다.", proposals=(), who=None):
    with within(path.place.agency):
        return workflow.refuse_visit_dates(path.fresh(), reason=reason, proposals=proposals, actor=path.as_(who or path.owner))


def take_back(path, reason="심사위원 사정", who=None):
    with within(path.place.agency):
        return workflow.take_back_visit_dates(path.fresh(), reason=reason, actor=path.as_(who or path.place.officer))


def fix(path, starts_at=None, **how):
    with within(path.place.agency):
        usual = {"starts_at": starts_at or ahead(7), "agreed": "phone", "actor": path.officer}
        return workflow.plan_site_visit(path.fresh(), **(usual | how))


def move(path, starts_at=None, reason="기관 사정"):
    with within(path.place.agency):
        return workflow.move_site_visit(path.fresh(), starts_at=starts_at or ahead(21), reason=reason, actor=path.officer)


def ask_day(path, reason="기관장이 그날 출장입니다.", proposals=(), who=None):
    with within(path.place.agency):
        return workflow.ask_for_another_visit_day(path.fresh(), reason=reason, proposals=proposals, actor=path.as_(who or path.owner))


def decline_day(path, reason="다른 날에는 심사위원이 없습니다."):
    with within(path.place.agency):
        return workflow.decline_another_visit_day(path.fresh(), reason=reason, actor=path.officer)
