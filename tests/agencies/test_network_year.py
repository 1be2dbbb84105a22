"""A year of the network with its bodies, tasks, cases and proposals on indicators; afterwards all is counted again by other means.

The small form lives until April, on days on which something is done or due; with FULL=1 it is every day of the year.
"""
import re
from collections import Counter

import pytest

from accounts.actors import Actor
from accounts.models import Province, User
from agencies.queries import council as councils
from agencies.queries import good_case as cases
from agencies.queries import proposal as proposals
from agencies.stages import ProposalStage
from core import clock
from core.tenancy import within
from correspondence.queries import inbox_of
from tests.agencies.network_cases import CASES, REUSES, Cases
from tests.agencies.network_indicators import OF_SET, PROPOSED, Indicators
from tests.agencies.network_meetings import BODIES, Meetings
from tests.agencies.network_tasks import Tasks
from tests.agencies.network_year import DAY, FULL, LAST, ROLES, NetworkYear, on, rows, seoul
from tests.cast import people_of
from tests.certification.conftest import version  # noqa: F401  a published edition at Busan

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
IN_SEOUL = "AT TIME ZONE 'Asia/Seoul'"
ANSWERS = "'indicator_proposal.accepted', 'indicator_proposal.rejected'"


class Year(Meetings, Tasks, Cases, Indicators, NetworkYear):
    """All of it."""

    def __init__(self, edition, *people):
        super().__init__(*people)
        self.edition, self.tasks, self.reused = edition, [], {}
        self.plan_bodies()
        self.plan_cases()
        self.plan_indicators()


@pytest.fixture
def lived(busan, daegu, daejeon, central, version):  # noqa: F811
    jeju = people_of("jeju", province=Province.objects.get(code="50"), name_ko="제주특별자치도사회서비스원", name_en="Jeju")
    year = Year(version, central, [busan, daegu, daejeon, jeju])
    with clock.travel(seoul(on("01-01"), 7)):
        year.live()
    with clock.travel(seoul(LAST, 19)):
        yield year


def test_a_year_of_the_network(lived, sit_down, words_of):
    meetings_and_resolutions(lived)
    tasks(lived, sit_down, words_of)
    reminders_came_once_and_on_their_days(lived)
    if FULL:
        excellent_cases(lived, sit_down, words_of)
        proposals_and_answers(lived)
    everybody_heard_once(lived)


def at(place, statement, *values):
    with within(place.agency):
        return rows(statement, *values)


def asked(place, by, query, *about):
    """How many a query of the house shows to this person."""
    with within(place.agency):
        return query(Actor.of(getattr(place, by)), *about).count()


def meetings_and_resolutions(year):
    """Sixteen were held, fifteen resolved something, each as much as was planned; all minutes but the last of each body are approved by
    a later meeting, one of them those of two."""
    held = at(year.central, "SELECT c.kind, count(*) FROM panels_meeting m JOIN agencies_council c ON c.body_id = m.body_id "
                            "WHERE m.closed_at IS NOT NULL GROUP BY c.kind ORDER BY c.kind")
    kinds = Counter("working" if number else "directors" for number, _known in year.held)
    assert dict(held) == kinds and (not FULL or kinds == {"directors": 4, "working": 12})
    resolved = at(year.central, "SELECT meeting_id, count(*) FROM agencies_resolution WHERE present >= needed GROUP BY meeting_id")
    planned = {known.row.pk: BODIES[number][5] for number, known in year.held if known.day != on("06-24")}
    assert dict(resolved) == planned and sum(planned.values()) == (40 if FULL else 11)
    assert asked(year.central, "officer", councils.resolutions) == len(year.tasks) == sum(planned.values())
    minutes = at(year.central, "SELECT count(*), count(approved_at), count(DISTINCT approved_in_id) FROM agencies_minutes")
    assert minutes == [(len(year.held), len(year.approved), len(set(year.approved)))] == [(16, 13, 12) if FULL else (4, 1, 1)]
    answered = at(year.central, "SELECT stage, count(*) FROM agencies_agendaproposal GROUP BY stage ORDER BY stage")
    assert dict(answered) == Counter(year.agenda.values()) == {"on_agenda": 3 if FULL else 2, "declined": 1}
    substitutes = at(year.central, "SELECT count(*) FROM panels_attendance a JOIN panels_seat s ON s.id = a.seat_id "
                                   "WHERE s.stands_for_id IS NOT NULL")
    assert substitutes == [(int(FULL),)]


def tasks(year, sit_down, words_of):
    """Done, in time or late, open and late: by SQL, by what was planned, by the queries of both houses, by the pages."""
    wanted = Counter("done" if one.done_on else "late" if one.due_on < LAST else "open" for one in year.tasks)
    state = f"CASE WHEN done_at IS NOT NULL THEN 'done' WHEN due_on < DATE '{LAST}' THEN 'late' ELSE 'open' END"
    found = Counter(dict(at(year.central, f"SELECT {state} AS state, count(*) FROM agencies_counciltask GROUP BY state")))
    assert found == wanted and (not FULL or all(wanted[one] for one in ("done", "late", "open")))
    for place in year.everywhere:
        own = "agency_id" if place is year.central else "responsible_id"
        here = Counter(dict(at(place, f"SELECT {state} AS state, count(*) FROM agencies_counciltask WHERE {own} = %s GROUP BY state",
                               place.agency.pk)))
        shown = [asked(place, "officer", councils.tasks_in, one) for one in ("done", "late", "open")]
        assert shown == [here["done"], here["late"], here["late"] + here["open"]]
    late = at(year.central, f"SELECT count(*) FROM agencies_counciltask t JOIN agencies_taskreport r ON r.task_id = t.id AND r.is_taken "
                            f"WHERE (r.reported_at {IN_SEOUL})::date > t.due_on")
    assert late == [(sum(one.done_on is not None and one.reported_on > one.due_on for one in year.tasks),)]
    client = sit_down(year.central.officer)
    for state, several in (("done", "done"), ("late", "late"), ("open", "late open")):
        words = " ".join(words_of(client.get(f"/central/network/bodies/tasks/?state={state}&page={page}")) for page in (1, 2))
        assert len(set(re.findall(r"조치사항 \d\d", words))) == sum(wanted[one] for one in several.split()), state


def reminders_came_once_and_on_their_days(year):
    """Each rung of each task on its day and once, although the jobs came several times a day; never before, never when it was done."""
    owed, found = year.expect_reminders(LAST), Counter()
    for place in year.places:
        found.update(at(place, f"SELECT d.subject_id::int, r.rung, (r.sent_at {IN_SEOUL})::date FROM correspondence_reminder r "
                               "JOIN correspondence_deadline d ON d.id = r.deadline_id WHERE d.kind = 'council.task'"))
    assert (found - owed, owed - found) == (Counter(), Counter())
    undone = sum(one.fate in ("escalated", "forgotten") and one.due_on + 5 * DAY < LAST for one in year.tasks)
    assert undone and sum(rung == 3 for _task, rung, _day in owed) == undone
    early = [one.row.pk for one in year.tasks if one.fate == "early"]
    assert early and not {task for task, _rung, _day in found} & set(early)


def excellent_cases(year, sit_down, words_of):
    chosen = [title for _who, title, _day, is_chosen in CASES if is_chosen]
    published = at(year.central, "SELECT title FROM agencies_goodcase WHERE published_at IS NOT NULL")
    assert sorted(title for title, in published) == sorted(chosen)
    stages = at(year.central, "SELECT stage, count(*) FROM agencies_nomination GROUP BY stage ORDER BY stage")
    assert stages == [("passed", 2), ("selected", 6)] and len(chosen) == 6
    uses = dict(at(year.central, "SELECT case_id, count(*) FROM agencies_casereuse WHERE published_at IS NOT NULL GROUP BY case_id"))
    with within(year.central.agency):
        shown = {one.pk: one.uses for one in cases.good_cases(Actor.public())}
    assert shown == dict.fromkeys(shown, 0) | uses and sum(uses.values()) == 2 and len(shown) == 6
    client = sit_down(year.places[0].director)
    for number, (who, case, _begun, _result) in enumerate(REUSES):
        row = year.case_of(case)
        for address in (f"/central/cases/{row.public_id}/", f"/busan/network/cases/{row.public_id}/"):
            words = words_of(client.get(address))
            assert all(one in words for one in (f"고쳤습니다. {number}", f"대기 시간이 줄었습니다. {number}")), address
            assert year.places[who].agency.name_ko in words or year.places[who].agency.name_en in words


def proposals_and_answers(year):
    """Nine, each answered once; three are in force and named where their version differs; one waits for the version after."""
    wanted = Counter({"in force": "in_force", "carried over": "accepted", "rejected": "rejected"}[one[4]] for one in PROPOSED)
    found, answers = Counter(), Counter()
    for keeper in (year.central, year.places[0]):
        here = dict(at(keeper, "SELECT stage, count(*) FROM agencies_indicatorproposal WHERE keeper_id = %s GROUP BY stage",
                       keeper.agency.pk))
        shown = {one: asked(keeper, "officer", proposals.received_proposals, one) for one in ProposalStage.values}
        assert {one: count for one, count in shown.items() if count} == here
        found.update(here)
        answers.update(dict(at(keeper, "SELECT outcome, count(*) FROM agencies_proposalanswer WHERE released_at IS NOT NULL "
                                       "GROUP BY outcome")))
    assert (found, answers) == (wanted, Counter(accepted=4, rejected=5)) and wanted["in_force"] == 3
    carried = at(year.central, "SELECT carried, past_reason FROM agencies_proposaltask WHERE done_at IS NULL")
    assert carried == [(1, "내년에 함께 봅니다.")]
    advised = at(year.central, "SELECT advice FROM agencies_indicatorproposal WHERE advice <> '' ORDER BY handed_in_at")
    assert advised == [("recommend",), ("advise_against",)]
    for number in year.proposed:
        place = year.side_of(number)
        told = at(place, f"SELECT recipient_id, count(*) FROM correspondence_notice WHERE event IN ({ANSWERS}) AND subject_id = %s "
                         "GROUP BY recipient_id", str(year.proposed[number].pk))
        assert dict(told) == {one.pk: 1 for one in year.proposers(number)}
    the_difference_names_them(year)


def the_difference_names_them(year):
    """What the pages of the difference ask for: {code: what it follows}."""
    with within(year.central.agency):
        named = proposals.published_in(Actor.public(), year.next_set)
    assert sorted(named) == sorted(PROPOSED[number][2] for number in OF_SET if PROPOSED[number][4] == "in force")
    with within(year.places[0].agency):
        assert sorted(proposals.published_in(Actor.public(), year.next_edition)) == ["1.1.1"]


def everybody_heard_once(year):
    """What each person was told is what they had to be told, so often and nothing else; and it is what their inbox shows."""
    year.expect_call_reminders(LAST)
    found = year.all_was_told()
    names = dict(User.objects.values_list("pk", "email"))
    over, missing = found - year.told, year.told - found
    assert ([(event, names[who], count) for (event, who), count in over.items()],
            [(event, names[who], count) for (event, who), count in missing.items()]) == ([], [])
    for place in year.everywhere:
        counted = dict(at(place, "SELECT recipient_id, count(*) FROM correspondence_notice GROUP BY recipient_id"))
        with within(place.agency):
            shown = {user.pk: inbox_of(Actor.of(user)).count() for user in User.objects.filter(pk__in=counted)}
        assert shown == counted and set(counted) <= {getattr(place, role).pk for role in ROLES}
