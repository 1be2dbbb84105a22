"""What ties an assessor to an agency, and who rates which agency."""
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from accounts.actors import Actor
from accounts.models import Affiliation, Province, User
from agencies.conflicts import Kind, Tie, find_conflicts
from agencies.ledger import AGENCY, agency_subject
from agencies.models import AssessorPlace, Consensus, GroupMember, RatingSheet
from agencies.queries.conflict import conflicts_of
from agencies.queries.group import matrix_of
from agencies.workflow.assignment import confirm_assignment, declare_for_rating, end_sheet
from agencies.workflow.group import add_to_group, leave_group
from core.errors import Refused
from core.models import Errand
from core.tenancy import within
from panels.models import Declaration, Employment, Involvement, PoolMember
from panels.workflow import note_involvement
from tests import factories as f
from tests.agencies.rating import confirmed, declare_all, participation_of, year_with_groups

TODAY = date(2027, 4, 1)
pytestmark = pytest.mark.usefixtures("english")


@pytest.mark.parametrize("tie, kind", [
    (Tie(Kind.MEMBER), Kind.MEMBER), (Tie(Kind.SAME_PERSON), Kind.SAME_PERSON), (Tie(Kind.HOME), Kind.HOME), (Tie(Kind.WORK), Kind.WORK),
    (Tie(Kind.EMPLOYED), Kind.EMPLOYED), (Tie(Kind.EMPLOYED, to_on=date(2024, 4, 1)), Kind.FORMER),
    (Tie(Kind.EMPLOYED, to_on=date(2024, 3, 31)), None), (Tie(Kind.CONSULTED, to_on=date(2025, 4, 1)), Kind.CONSULTED),
    (Tie(Kind.CONSULTED, to_on=date(2025, 3, 31)), None), (Tie(Kind.RELATED), Kind.RELATED), (Tie(Kind.RECUSED), Kind.RECUSED)])
def test_what_a_fact_is_today(tie, kind):
    assert [one.kind for one in find_conflicts([tie], today=TODAY)] == ([kind] if kind else [])


def test_each_kind_stands_once_and_in_its_order():
    found = find_conflicts([Tie(Kind.WORK), Tie(Kind.MEMBER), Tie(Kind.WORK)], today=TODAY)
    assert [one.kind for one in found] == [Kind.MEMBER, Kind.WORK]


@pytest.fixture
def year(db, busan, daegu, central):
    return year_with_groups(central, busan, daegu, number=3)


def kinds(user, agency):
    return [one.kind for one in conflicts_of(user, participation_of(agency))]


@pytest.mark.django_db
def test_the_records_know_what_ties_somebody_to_an_agency(year, busan, daegu, central):
    user = year.people[1]
    Affiliation.objects.create(user=f.UserFactory(person=user.person), agency=busan.agency)
    with within(central.agency):
        AssessorPlace.everything.filter(user=user).update(home=Province.objects.get(code="26"))
        member = PoolMember.everything.get(user=user)
        Employment.everything.create(member=member, name="부산광역시 사회서비스원", to_on=date(2026, 1, 1), from_on=date(2020, 1, 1))
        note_involvement(user.person, subject_type=AGENCY, subject=agency_subject(busan.agency), kind=Involvement.Kind.CONSULTED,
                         actor=year.officer)
        assert kinds(user, busan) == [Kind.SAME_PERSON, Kind.FORMER, Kind.HOME, Kind.CONSULTED]
        assert kinds(user, daegu) == []
        assert kinds(year.people[0], busan) == []


@pytest.mark.django_db
def test_the_matrix_leaves_out_who_is_tied_and_warns_of_a_thin_cell(year, busan, central):
    with within(central.agency):
        for user in year.people[:2]:
            AssessorPlace.everything.filter(user=user).update(work=busan.agency.province)
        (_busan, (cell,)), (_daegu, (other,)) = matrix_of(year.officer, year.set)
        assert ([one.member.user for one in cell.rating], cell.is_thin) == ([year.people[2]], True)
        assert {one.conflicts[0].words for one in cell.left_out} == {"Works in the agency's province."}
        assert (len(other.rating), other.is_thin) == (3, False)


@pytest.mark.django_db
def test_the_matrix_takes_few_statements_however_many_agencies(busan, daegu, central, django_assert_num_queries):
    year = year_with_groups(central, busan, daegu)
    with within(central.agency), django_assert_num_queries(11):
        matrix_of(year.officer, year.set)


@pytest.mark.django_db
def test_confirming_gives_sheets_to_who_is_free_and_asks_each_once_to_declare(year, busan, daegu, central):
    with within(central.agency):
        AssessorPlace.everything.filter(user=year.people[0]).update(home=busan.agency.province)
        assert confirm_assignment(year.set, actor=year.officer) == 5
        assert not RatingSheet.everything.filter(user=year.people[0], participation__assessed=busan.agency).exists()
        assert Declaration.everything.filter(answered_at=None).count() == 5
        told = Errand.everything.filter(arguments__event="management.assigned")
        assert told.count() == 3
        assert confirm_assignment(year.set, actor=year.officer) == 0
        assert (told.count(), Consensus.everything.count()) == (3, 2)


@pytest.mark.django_db
def test_confirmed_again_whom_something_ties_now_loses_the_sheet(busan, daegu, central):
    year = confirmed(central, busan, daegu)
    with within(central.agency):
        AssessorPlace.everything.filter(user=year.people[0]).update(home=busan.agency.province)
        confirm_assignment(year.set, actor=year.officer)
        ended = RatingSheet.everything.get(ended_at__isnull=False)
        assert (ended.user, ended.participation.assessed) == (year.people[0], busan.agency)


@pytest.mark.django_db
def test_an_interest_ends_every_sheet_of_that_agency_and_central_is_told(busan, daegu, central):
    year = year_with_groups(central, busan, daegu)
    with within(central.agency):
        confirm_assignment(year.set, actor=year.officer)
        asked = Declaration.everything.get(user=year.people[0], matter=participation_of(busan).public_id)
        declare_for_rating(asked, has_interest=True, statement="친척이 일합니다.", actor=Actor.of(year.people[0]))
        assert [one.participation.assessed for one in RatingSheet.everything.filter(user=year.people[0], ended_at=None)] == [daegu.agency]
        assert Errand.everything.filter(arguments__event="management.stood_back").count() == 1
        confirm_assignment(year.set, actor=year.officer)            # the recusal stands
        assert not RatingSheet.everything.filter(user=year.people[0], participation__assessed=busan.agency, ended_at=None).exists()


@pytest.mark.django_db
def test_what_the_records_know_is_not_declared_away(busan, daegu, central):
    year = year_with_groups(central, busan, daegu)
    with within(central.agency):
        confirm_assignment(year.set, actor=year.officer)
        user = year.people[0]
        note_involvement(user.person, subject_type=AGENCY, subject=agency_subject(busan.agency), kind=Involvement.Kind.CONSULTED,
                         actor=year.officer)
        with pytest.raises(Refused, match="24 months"):
            declare_all(user)


@pytest.mark.django_db
def test_only_people_of_the_pool_join_a_group_and_only_centrals_officers_add_them(year, busan, central):
    with within(central.agency):
        facts = {"home": year.home, "work": year.work}
        with pytest.raises(Refused, match="assessor pool"):
            add_to_group(year.set, year.area, f.UserFactory(), **facts, actor=year.officer)
        with pytest.raises(Refused, match="already"):
            add_to_group(year.set, year.area, year.people[0], **facts, actor=year.officer)
        for who in (central.auditor, central.assessor):
            with pytest.raises(PermissionDenied):
                add_to_group(year.set, year.area, year.people[0], **facts, actor=Actor.of(who))


@pytest.mark.django_db
def test_who_leaves_a_group_is_followed_as_lead_and_their_sheets_end(busan, daegu, central):
    year = confirmed(central, busan, daegu)
    with within(central.agency):
        assert [one.is_lead for one in year.members] == [True, False]
        leave_group(year.members[0], actor=year.officer)
        assert GroupMember.everything.get(is_lead=True).user == year.people[1]
        assert RatingSheet.everything.filter(ended_at=None).count() == 2
        with pytest.raises(Refused, match="already"):
            leave_group(year.members[0], actor=year.officer)


@pytest.mark.django_db
def test_a_sheet_is_taken_away_with_a_reason(busan, daegu, central):
    year = confirmed(central, busan, daegu)
    with within(central.agency):
        sheet = RatingSheet.everything.first()
        with pytest.raises(Refused, match="reason"):
            end_sheet(sheet, reason=" ", actor=year.officer)
        with pytest.raises(PermissionDenied):
            end_sheet(sheet, reason="병가", actor=Actor.of(year.people[0]))
        end_sheet(sheet, reason="병가", actor=year.officer)
        with pytest.raises(Refused, match="already"):
            end_sheet(sheet, reason="병가", actor=year.officer)
        assert User.objects.filter(pk=sheet.user_id).exists()
