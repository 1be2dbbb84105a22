"""The assessment on site: Central's visit, the agency's day and closing statement, remarks once, notes that it never sees."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from accounts.actors import Actor
from agencies.models import SiteAssessment, SiteNote, SiteRemark
from agencies.tasks.rating import take_over_site, tell_of_ratings
from agencies.workflow.assignment import declare_for_rating
from agencies.workflow.site import move_site, note_on_site, plan_site, remark_on_site
from core import clock
from core.errors import Refused
from core.models import Errand
from core.tenancy import within
from panels.models import Declaration
from tests.agencies.rating import confirmed, participation_of, rate, year_with_groups
from visits.models import Visit, VisitItem
from visits.queries import members_of
from visits.workflow import begin_visit, close_with_statement, end_early

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
SOON = timedelta(days=9)


@pytest.fixture
def year(busan, daegu, central):
    return confirmed(central, busan, daegu)


def planned(year, busan, central):
    with within(central.agency):
        return plan_site(participation_of(busan), starts_at=clock.now() + SOON, place="부산 본원 회의실", expected="기관장, 담당자",
                         actor=year.officer)


def held(year, busan, central):
    """The visit took place and ended early, with its statement; the errand has run."""
    site = planned(year, busan, central)
    with within(central.agency):
        visit, lead = Visit.everything.get(public_id=site.visit), Actor.of(year.people[0])
        begin_visit(visit, actor=lead)
        close_with_statement(visit, statement="전반적으로 체계적입니다.", acknowledged_by="정해숙", acknowledged_function="원장",
                             actor=lead)
        end_early(visit, reason="시간 부족", actor=lead)
        take_over_site(visit_id=visit.pk)
        return SiteAssessment.everything.get(pk=site.pk)


def seen(who, place, model):
    with within(place.agency):
        return model.objects.visible_to(Actor.of(who)).count()


def test_the_visit_is_centrals_with_an_item_for_each_judged_indicator_and_the_team_that_declared(year, busan, daegu, central):
    site = planned(year, busan, central)
    with within(central.agency):
        visit = Visit.everything.get(public_id=site.visit)
        assert (visit.purpose, visit.subject) == ("management", participation_of(busan).public_id)
        assert list(VisitItem.everything.filter(visit=visit).values_list("code", flat=True)) == ["A1-1", "A1-2"]
        assert [(one.user, one.is_lead) for one in members_of(visit)] == [(year.people[0], True), (year.people[1], False)]
    assert (seen(busan.director, busan, SiteAssessment), seen(busan.director, busan, Visit)) == (1, 0)
    assert seen(daegu.director, daegu, SiteAssessment) == 0


def test_without_a_team_no_visit_is_planned_and_not_in_the_past(busan, daegu, central):
    year = year_with_groups(central, busan, daegu)
    with within(central.agency):
        part = participation_of(busan)
        with pytest.raises(Refused, match="has declared yet"):
            plan_site(part, starts_at=clock.now() + SOON, place="본원", actor=year.officer)
        with pytest.raises(Refused) as refusal:
            plan_site(part, starts_at=clock.now() - SOON, place="본원", actor=year.officer)
        assert refusal.value.field == "starts_at"
        with pytest.raises(PermissionDenied):
            plan_site(part, starts_at=clock.now() + SOON, place="본원", actor=Actor.of(central.auditor))


def test_one_at_a_time_and_moved_with_a_reason_and_the_agency_is_told_each_day_once(year, busan, central):
    site = planned(year, busan, central)
    assert (tell_of_ratings(busan.agency), tell_of_ratings(busan.agency)) == (1, 0)
    with within(central.agency):
        with pytest.raises(Refused, match="planned already"):
            plan_site(participation_of(busan), starts_at=clock.now() + SOON, place="본원", actor=year.officer)
        moved = move_site(site, starts_at=clock.now() + 2 * SOON, reason="기관 행사", actor=year.officer)
        assert Visit.everything.get(public_id=site.visit).starts_at == moved.starts_at
    assert (tell_of_ratings(busan.agency), tell_of_ratings(busan.agency)) == (1, 0)
    with within(busan.agency):
        assert Errand.everything.filter(arguments__event="management.site").count() == 2


def test_the_closing_statement_comes_to_the_agency_and_its_remarks_are_sent_once(year, busan, central):
    site = held(year, busan, central)
    assert (site.state, site.closing_statement) == ("closed", "전반적으로 체계적입니다.")
    assert tell_of_ratings(busan.agency) == 1
    with within(busan.agency):
        mine = SiteAssessment.everything.get()
        for who in (busan.auditor, busan.assessor):
            with pytest.raises(PermissionDenied):
                remark_on_site(mine, text="의견", actor=Actor.of(who))
        remark_on_site(mine, text="감사합니다.", actor=Actor.of(busan.director))
        with pytest.raises(Refused, match="already"):
            remark_on_site(mine, text="또", actor=Actor.of(busan.officer))
        with pytest.raises(IntegrityError, match="remarks that were written stay"), transaction.atomic():
            SiteRemark.everything.update(text="다른 말")
    assert [seen(who, central, SiteRemark) for who in (central.officer, year.people[1])] == [1, 1]
    assert tell_of_ratings(central.agency) == 1
    with within(central.agency), pytest.raises(IntegrityError, match="closing statement stays"), transaction.atomic():
        SiteAssessment.everything.update(closing_statement="다른 말")


def test_nothing_is_remarked_on_before_there_is_a_statement(year, busan, central):
    planned(year, busan, central)
    with within(busan.agency), pytest.raises(Refused, match="no closing statement"):
        remark_on_site(SiteAssessment.everything.get(), text="의견", actor=Actor.of(busan.officer))


def test_notes_are_for_who_rates_the_agency_and_never_for_the_agency(year, busan, daegu, central):
    site = planned(year, busan, central)
    with within(central.agency):
        note_on_site(site, kind="interview", whom="사회복지사", text="매주 회의를 합니다.", actor=Actor.of(year.people[0]))
        with pytest.raises(PermissionDenied):
            note_on_site(site, kind="interview", text="x", actor=Actor.of(central.auditor))
    assert [seen(who, central, SiteNote) for who in (*year.people, central.officer)] == [1, 1, 1]
    assert seen(busan.director, busan, SiteNote) == seen(busan.officer, busan, SiteNote) == 0
    with within(central.agency):
        asked = Declaration.everything.get(user=year.people[1], matter=participation_of(busan).public_id)
        declare_for_rating(asked, has_interest=True, statement="친척", actor=Actor.of(year.people[1]))
    assert seen(year.people[1], central, SiteNote) == 0


def test_a_visit_that_did_not_take_place_leaves_room_for_another(year, busan, central):
    site = planned(year, busan, central)
    with within(central.agency):
        rate(year.people[0], busan)                     # ratings go on meanwhile
        visit = Visit.everything.get(public_id=site.visit)
        Visit.everything.filter(pk=visit.pk).update(stage="not_carried_out", outcome="not_carried_out", outcome_reason="폭설",
                                                    locked_at=clock.now())
        take_over_site(visit_id=visit.pk)
        assert SiteAssessment.everything.get(pk=site.pk).state == "dropped"
    assert planned(year, busan, central).pk != site.pk
