"""A performance report that its agency writes, and what makes it whole."""
from accounts.actors import Actor
from agencies.models import Report, ReportEntry
from agencies.workflow import report as writing
from agencies.workflow import report_handing_in as handing_in
from core import clock
from core.tenancy import within
from tests.files import pdf, upload


def report_of(place):
    with within(place.agency):
        return Report.everything.select_related("participation__indicator_set").get(agency=place.agency)


def entries_in(place):
    """{code of the indicator: entry}, fresh."""
    with within(place.agency):
        rows = ReportEntry.everything.filter(report__agency=place.agency).select_related("report", "indicator")
        return {one.indicator.code: one for one in rows.order_by("indicator__position")}


def write(place, code, *, text="올해 실적을 적었습니다.", figures=None, last_year="", user=None, base=None):
    entry = entries_in(place)[code]
    with within(place.agency):
        return writing.save_entry(entry, text=text, figures=figures or {}, last_year=last_year,
                                  base_version=entry.version if base is None else base, actor=Actor.of(user or place.officer))


def attach(place, code, content=None, name="실적 증빙.pdf"):
    entry = entries_in(place)[code]
    with within(place.agency):
        return writing.attach_file(entry, upload(content or pdf(), name), actor=Actor.of(place.officer))


def make_whole(place):
    """Whatever the small set asks for."""
    write(place, "A1-1")
    write(place, "A1-2", figures={"met": "9", "planned": "10"})
    write(place, "B1-1", figures={"met": "8", "planned": "10"})


def given(place, by="officer"):
    """Whole and given to be approved."""
    make_whole(place)
    with within(place.agency):
        handing_in.give_to_approve(report_of(place), actor=Actor.of(getattr(place, by)))
    return report_of(place)


def digest_of(place):
    with within(place.agency):
        return handing_in.digest_of(report_of(place))


def released(place):
    report = given(place)
    with within(place.agency):
        return handing_in.release_report(report, digest_of(place), actor=Actor.of(place.manager))


def hand_in(place, *, arrived_at=None, agreed_days=0):
    with within(place.agency):
        return handing_in.hand_in_report(report_of(place), digest_of(place), agreed_days=agreed_days, arrived_at=arrived_at or clock.now(),
                                         actor=Actor.of(place.director))


def handed_in(place, **how):
    released(place)
    return hand_in(place, **how)


