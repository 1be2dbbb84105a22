"""The next year's round, drafted from the last one."""
from datetime import UTC, date, datetime, timedelta

import pytest

from certification import workflow
from certification.models import Briefing, Round, RoundAttachment
from certification.round_calendar import disorder, facts_of, moved
from certification.workflow.round_clone import COPIED_PARTS
from core import clock
from core.calendar import is_working_day
from core.errors import Refused
from core.tenancy import within
from tests import factories as f

pytestmark = pytest.mark.usefixtures("english")


def seoul(*parts):
    return datetime(*parts, tzinfo=clock.SEOUL).astimezone(UTC)


@pytest.fixture
def last(busan):
    """The round of 2026 with everything that may belong to one."""
    with within(busan.agency):
        round = f.RoundFactory(
            year=2026, name_ko="2026년 품질인증 공고", name_en="Round of 2026", opens_at=seoul(2026, 6, 8, 9), closes_at=seoul(2026, 7, 1),
            notice_on=date(2026, 5, 11), document_review_from=date(2026, 7, 6), document_review_until=date(2026, 8, 28),
            site_visits_from=date(2026, 9, 1), site_visits_until=date(2026, 10, 23), final_evaluation_on=date(2026, 11, 6),
            results_on=date(2026, 11, 27), quota=30)
        f.RoundDocumentFactory(round=round)
        f.RoundQuestionFactory(round=round)
        f.RoundAttachmentFactory(round=round)
        f.BriefingFactory(round=round, starts_at=seoul(2026, 6, 3, 14), register_until=seoul(2026, 6, 2, 18),
                          changed_at=clock.now(), change_reason="강당 공사", sequence=2)
        return round


def test_the_next_year_has_the_same_weekdays_and_no_holiday(last, busan, at):
    with at(busan.officer, busan) as actor:
        fresh = Round.everything.get(pk=workflow.clone_round(last, actor=actor).pk)
    assert (fresh.year, fresh.name_ko, fresh.name_en, fresh.quota) == (2027, "2027년 품질인증 공고", "Round of 2027", 30)
    assert (fresh.opens_at, fresh.closes_at) == (seoul(2027, 6, 7, 9), seoul(2027, 6, 30))        # 24:00 of Tuesday stays 24:00 of Tuesday
    assert fresh.published_at is None
    days = [value for name, value in facts_of(fresh).items() if not isinstance(value, datetime)]
    assert all(is_working_day(day) for day in days)
    assert fresh.results_on == last.results_on + timedelta(weeks=52)
    assert disorder(facts_of(fresh)) == []


def test_its_parts_come_along_and_what_belonged_to_that_year_does_not(last, busan, at):
    with at(busan.officer, busan) as actor:
        fresh = workflow.clone_round(last, actor=actor)
        for part in COPIED_PARTS:
            mine, theirs = (list(part.everything.filter(round=one).order_by("pk")) for one in (fresh, last))
            assert mine and list(map(str, mine)) == list(map(str, theirs)), part
            assert not {row.public_id for row in mine} & {row.public_id for row in theirs}
        assert not RoundAttachment.everything.filter(round=fresh).exists()
        briefing = Briefing.everything.get(round=fresh)
        assert (briefing.starts_at, briefing.register_until) == (seoul(2027, 6, 2, 14), seoul(2027, 6, 1, 18))
        assert (briefing.change_reason, briefing.changed_at, briefing.sequence) == ("", None, 0)


def test_it_is_judged_by_the_edition_in_force_by_then(last, busan, at):
    with at(busan.officer, busan) as actor:
        newer = f.published_version(framework=last.version.framework)
        assert workflow.clone_round(last, actor=actor).version == newer


def test_a_second_press_drafts_no_second_round(last, busan, at):
    with at(busan.officer, busan) as actor:
        workflow.clone_round(last, actor=actor)
        with pytest.raises(Refused, match="drafted already"):
            workflow.clone_round(last, actor=actor)
        assert Round.everything.filter(year=2027).count() == 1


def test_the_clone_can_be_announced_as_it_is(last, busan, at):
    with clock.travel(seoul(2027, 5, 10, 9)), at(busan.manager, busan) as actor:
        assert workflow.announce_round(workflow.clone_round(last, actor=actor), actor=actor).published_at


@pytest.mark.parametrize(("value", "to"), [
    (date(2026, 6, 4), date(2027, 6, 3)), (date(2025, 10, 7), date(2026, 10, 6)),
    (date(2025, 12, 26), date(2026, 12, 28)),                   # 25 December 2026, a Friday: the next working day is Monday
    (date(2026, 9, 16), date(2027, 9, 17)),                     # Chuseok 2027: 14 to 16 September
    (seoul(2026, 9, 17), seoul(2027, 9, 18)),
    ("text", "text"), (None, None),
])
def test_a_day_moves_by_52_weeks_and_off_a_holiday(value, to):
    assert moved("closes_at", value) == to


def test_a_registration_never_ends_after_the_briefing_began(last, busan, at):
    """A holiday pushes the end of the registration onto the day of the briefing, in the afternoon; it begins in the morning."""
    with at(busan.officer, busan) as actor:
        Briefing.everything.filter(round=last).update(starts_at=seoul(2026, 9, 18, 9), ends_at=seoul(2026, 9, 18, 11),
                                                      register_until=seoul(2026, 9, 16, 18))
        briefing = Briefing.everything.get(round=workflow.clone_round(last, actor=actor))
        assert briefing.register_until == briefing.starts_at == seoul(2027, 9, 17, 9)
