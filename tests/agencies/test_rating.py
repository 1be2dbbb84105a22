"""Independent ratings: nobody sees another's before all are in; the scale, handing in, the group together, closed for good."""
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from accounts.actors import Actor
from agencies.models import Consensus, Discussion, ManagementRating, RatingSheet
from agencies.queries.rating import beside, final_ratings
from agencies.workflow.assignment import confirm_assignment, end_sheet
from agencies.workflow.consensus import close_consensus, note_discussion, revise_rating
from agencies.workflow.group import add_to_group
from agencies.workflow.rating import begin_sheet, hand_in_sheet, save_rating
from core.errors import Refused
from core.models import Errand
from core.tenancy import within
from panels.models import Declaration, Involvement
from tests.agencies.rating import another, confirmed, consensus_at, declare_all, participation_of, rate, sheet_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def year(busan, daegu, central):
    return confirmed(central, busan, daegu)


def seen(who, model=ManagementRating):
    return model.objects.visible_to(Actor.of(who)).count()


def rating_of(user, agency, code="A1-1"):
    return ManagementRating.everything.select_related("sheet__participation__indicator_set", "indicator").get(
        sheet=sheet_of(user, agency), indicator__code=code)


def test_nobody_sees_anothers_rating_before_all_are_in(year, busan, central):
    first, second = year.people
    with within(central.agency):
        rate(first, busan)
        rate(second, busan, hands_in=False)
        for who in (central.officer, central.manager, central.director, central.auditor):
            assert (seen(who), seen(who, RatingSheet), seen(who, Discussion)) == (0, 0, 0)
        assert (seen(first), seen(second)) == (2, 2)
        assert beside(Actor.of(central.officer), consensus_at(busan)) == []
        hand_in_sheet(sheet_of(second, busan), actor=Actor.of(second))
        for who in (first, second, central.officer, central.auditor):
            assert (seen(who), seen(who, Discussion)) == (4, 2)
        assert Errand.everything.filter(arguments__event="management.ratings_in").count() == 1
    with within(busan.agency):
        for who in (busan.director, busan.officer, busan.assessor):
            assert (seen(who), seen(who, RatingSheet), seen(who, Consensus), seen(who, Discussion)) == (0, 0, 0, 0)


def test_one_sheet_alone_stays_unseen(busan, daegu, central):
    year = confirmed(central, busan, daegu, number=1)
    with within(central.agency):
        rate(year.people[0], busan)
        assert seen(central.officer) == 0
        with pytest.raises(Refused, match="Not everybody"):
            close_consensus(consensus_at(busan), actor=year.officer)


def test_nothing_opens_before_the_declaration(busan, daegu, central):
    year = confirmed(central, busan, daegu)
    with within(central.agency):
        rate(year.people[0], busan)
        Declaration.everything.filter(user=year.people[0]).update(has_interest=None, answered_at=None)
        assert seen(year.people[0]) == seen(year.people[0], RatingSheet) == 0
        with pytest.raises(PermissionDenied):
            begin_sheet(sheet_of(year.people[0], daegu), actor=Actor.of(year.people[0]))


@pytest.mark.parametrize("rating, words", [("-1", "from 0 to 100"), ("101", "from 0 to 100"), ("80.5", "steps of 1")])
def test_a_rating_off_the_scale_gets_its_sentence(year, busan, central, rating, words):
    user = year.people[0]
    with within(central.agency):
        begin_sheet(sheet_of(user, busan), actor=Actor.of(user))
        with pytest.raises(Refused, match=words) as refusal:
            save_rating(rating_of(user, busan), first=Decimal(rating), comment="", base_version=0, actor=Actor.of(user))
        assert refusal.value.field == "first"


def test_an_older_page_never_overwrites_a_newer_rating(year, busan, central):
    user = year.people[0]
    with within(central.agency):
        begin_sheet(sheet_of(user, busan), actor=Actor.of(user))
        row = rating_of(user, busan)
        save_rating(row, first=Decimal(80), comment="", base_version=0, actor=Actor.of(user))
        assert save_rating(row, first=Decimal(60), comment="", base_version=0, actor=Actor.of(user)).conflict
        assert rating_of(user, busan).first == 80


def test_handing_in_needs_a_rating_and_a_comment_for_each_judged_indicator(year, busan, central):
    user = year.people[0]
    with within(central.agency):
        sheet = begin_sheet(sheet_of(user, busan), actor=Actor.of(user))
        assert sorted(sheet.ratings.values_list("indicator__code", flat=True)) == ["A1-1", "A1-2"]      # what is counted nobody rates
        save_rating(rating_of(user, busan), first=Decimal(80), comment=" ", base_version=0, actor=Actor.of(user))
        with pytest.raises(Refused, match="A1-1, A1-2"):
            hand_in_sheet(sheet, actor=Actor.of(user))


def test_handed_in_it_stays_and_the_ledger_knows_it(year, busan, central):
    user = year.people[0]
    with within(central.agency):
        sheet = rate(user, busan)
        for again in (lambda: hand_in_sheet(sheet, actor=Actor.of(user)),
                      lambda: save_rating(rating_of(user, busan), first=Decimal(1), comment="x", base_version=9, actor=Actor.of(user))):
            with pytest.raises(Refused, match="handed in"):
                again()
        for change in ({"first": 1}, {"comment": "다른 말"}):
            with pytest.raises(IntegrityError, match="rated alone stays"), transaction.atomic():
                ManagementRating.everything.update(**change)
        line = Involvement.everything.get(person=user.person, kind="assessed")
        assert line.matter == participation_of(busan).public_id


def test_nobody_writes_on_anothers_sheet(year, busan, central):
    first, second = year.people
    with within(central.agency):
        begin_sheet(sheet_of(first, busan), actor=Actor.of(first))
        for who in (second, central.officer):
            with pytest.raises(PermissionDenied):
                save_rating(rating_of(first, busan), first=Decimal(80), comment="", base_version=0, actor=Actor.of(who))
            with pytest.raises(PermissionDenied):
                hand_in_sheet(sheet_of(first, busan), actor=Actor.of(who))


def test_a_replaced_assessors_sheet_stays_unseen_and_the_new_one_is_blank(year, busan, central):
    first, second = year.people
    with within(central.agency):
        rate(first, busan)
        rate(second, busan)
        end_sheet(sheet_of(first, busan), reason="병가", actor=year.officer)
        assert (seen(central.officer), seen(first), seen(second)) == (0, 0, 2)          # one alone is no group
        assert consensus_at(busan).opened_at is None
        confirm_assignment(year.set, actor=year.officer)
        assert not sheet_of(first, busan).ratings.exists()


def test_who_comes_later_shuts_the_consensus_until_they_are_in(year, busan, central):
    first, second = year.people
    with within(central.agency):
        rate(first, busan)
        rate(second, busan, {"A1-1": 60, "A1-2": 70})
        assert consensus_at(busan).opened_at
        third = another(central)
        add_to_group(year.set, year.area, third, home=year.home, work=year.work, actor=year.officer)
        confirm_assignment(year.set, actor=year.officer)
        assert (consensus_at(busan).opened_at, seen(central.officer)) == (None, 0)
        declare_all(third)
        rate(third, busan, {"A1-1": 100, "A1-2": 70})
        assert Discussion.everything.get(indicator__code="A1-1").spread == 40
        assert seen(central.officer) == 6


def test_each_revises_their_own_with_a_reason_and_both_stay(year, busan, central):
    first, second = year.people
    with within(central.agency):
        rate(first, busan)
        with pytest.raises(Refused, match="Not everybody"):
            revise_rating(rating_of(first, busan), final=Decimal(75), reason="설명을 들었습니다.", actor=Actor.of(first))
        rate(second, busan)
        with pytest.raises(Refused, match="why your rating"):
            revise_rating(rating_of(first, busan), final=Decimal(75), reason=" ", actor=Actor.of(first))
        with pytest.raises(Refused, match="from 0"):
            revise_rating(rating_of(first, busan), final=Decimal(175), reason="설명", actor=Actor.of(first))
        with pytest.raises(PermissionDenied):
            revise_rating(rating_of(first, busan), final=Decimal(75), reason="설명", actor=Actor.of(second))
        revise_rating(rating_of(first, busan), final=Decimal(75), reason="설명을 들었습니다.", actor=Actor.of(first))
        row = rating_of(first, busan)
        assert (row.first, row.final, row.final_reason) == (80, 75, "설명을 들었습니다.")
        revise_rating(row, final=Decimal(80), reason="", actor=Actor.of(first))
        assert rating_of(first, busan).final_reason == ""


def test_a_wide_spread_is_discussed_before_it_is_closed(year, busan, central):
    first, second = year.people
    with within(central.agency):
        rate(first, busan, {"A1-1": 90, "A1-2": 70})
        rate(second, busan, {"A1-1": 69, "A1-2": 70})
        consensus = consensus_at(busan)
        revise_rating(rating_of(second, busan), final=Decimal(85), reason="자료를 다시 보았습니다.", actor=Actor.of(second))
        with pytest.raises(Refused, match="more than 20 .*A1-1"):
            close_consensus(consensus, actor=year.officer)
        discussion = Discussion.everything.get(indicator__code="A1-1")
        assert discussion.spread == 21
        with pytest.raises(PermissionDenied):
            note_discussion(discussion, note="논의", actor=Actor.of(second))
        note_discussion(discussion, note="비전 수립 시점을 달리 보았습니다.", actor=Actor.of(first))          # who leads
        assert final_ratings(participation_of(busan)) == {}
        with pytest.raises(PermissionDenied):
            close_consensus(consensus, actor=Actor.of(second))
        close_consensus(consensus, actor=Actor.of(first))
        assert sorted(map(sorted, final_ratings(participation_of(busan)).values())) == [[70, 70], [85, 90]]


def test_exactly_the_limit_needs_no_note(year, busan, central):
    with within(central.agency):
        rate(year.people[0], busan, {"A1-1": 90, "A1-2": 70})
        rate(year.people[1], busan, {"A1-1": 70, "A1-2": 70})
        assert close_consensus(consensus_at(busan), actor=year.officer).closed_at


def test_closed_nothing_changes_whatever_the_code_does(year, busan, central):
    with within(central.agency):
        for user in year.people:
            rate(user, busan)
        close_consensus(consensus_at(busan), actor=year.officer)
        with pytest.raises(Refused, match="already"):
            close_consensus(consensus_at(busan), actor=Actor.of(central.manager))       # two at once: the second is told
        with pytest.raises(Refused, match="already"):
            revise_rating(rating_of(year.people[0], busan), final=Decimal(1), reason="x", actor=Actor.of(year.people[0]))
        with pytest.raises(Refused, match="closed"):
            end_sheet(sheet_of(year.people[0], busan), reason="병가", actor=year.officer)
        now = consensus_at(busan)
        for change in (lambda: ManagementRating.everything.update(final=1, final_reason="x"),
                       lambda: Discussion.everything.update(note="x"),
                       lambda: RatingSheet.everything.filter(participation=now.participation).update(ended_at=None),
                       lambda: Consensus.everything.filter(pk=now.pk).update(closed_at=None)):
            with pytest.raises(IntegrityError, match="closed consensus stay"), transaction.atomic():
                change()


def test_a_rating_changes_with_a_reason_in_the_database_too(year, busan, central):
    with within(central.agency):
        for user in year.people:
            rate(user, busan)
        with pytest.raises(IntegrityError, match="a_rating_changes_with_a_reason"), transaction.atomic():
            ManagementRating.everything.update(final=1)
