"""Follow-up of a result: who is told, the improvement plan through the house, checks, what is reported, and its end."""
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.utils import translation

from agencies.models import (
    Consulting,
    FollowUp,
    ImprovementItem,
    ImprovementPlan,
    IndicatorSet,
    ItemRemark,
    Progress,
    ProgressCheck,
    ProgressFile,
    ResultLetter,
)
from agencies.queries.improvement import followed_items, followed_plans, items_closed_by_year, own_published
from agencies.tasks.followup import TELLING, tell_of_improvements
from agencies.workflow import follow_through, follow_up, improvement_plan, plan_approval, progress
from agencies.workflow.consulting import ask_consulting
from core import clock
from core.errors import Refused
from core.models import FileScan
from core.tenancy import within
from correspondence.models import Deadline, Letter
from correspondence.tasks import send_rungs
from tests.agencies import following_up as u
from tests.agencies import resulting as r
from tests.agencies.following_up import FINDING, in_days
from tests.files import pdf, upload

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def year(busan, daegu, central):
    return u.published(central, busan, daegu)


# ---- who is followed up

def test_who_has_a_grade_that_the_set_names_is_told_by_letter_and_once_by_its_job(year, busan, central):
    assert [tell_of_improvements(busan.agency), tell_of_improvements(busan.agency)] == [1, 0]
    assert u.told(busan) == ["follow_up.begun"]
    with within(busan.agency):
        row = FollowUp.everything.get(assessed=busan.agency)
        assert (row.grade, row.due_on) == ("B", clock.today() + timedelta(days=60))
        assert Deadline.everything.get(subject_type="agencies.followup").due_at == clock.end_of(row.due_on)
        assert ResultLetter.everything.filter(assessed=busan.agency).count() == 2           # with the result, and this one
    with within(central.agency):
        assert Letter.everything.filter(kind=follow_up.LETTER).count() == 2


def test_who_has_a_better_grade_is_not_followed_up_and_may_ask_all_the_same(busan, central):
    u.published(central, busan, figures={"A1-2": {"met": "100", "planned": "100"}, "B1-1": {"met": "95", "planned": "100"}}, finding="")
    with within(busan.agency):
        assert not FollowUp.everything.exists()
    assert u.begun(busan).stage == "draft"
    assert u.items_of(busan) == {}


def test_follow_up_consulting_is_asked_for_once_the_year_is_published(busan, central):
    year = r.year_of(central, busan)
    ask = {"about": "환류 절차", "wished": [in_days(7)], "kind": Consulting.Kind.FOLLOW_UP}
    with pytest.raises(Refused, match="published"):
        u.at(busan, ask_consulting, r.part_of(central, busan), **ask)
    r.noticed(central, year, busan)
    r.decided(central, busan)
    r.final(central, year)
    u.publish(central, year)
    assert u.at(busan, ask_consulting, r.part_of(central, busan), **ask).stage == "asked"


# ---- the plan

def test_the_plan_proposes_weak_ratings_and_what_the_result_names(year, busan):
    u.begun(busan)
    found = u.items_of(busan)
    assert {code: (one.origin, one.rating, one.finding) for code, one in found.items()} == {
        "A1-1": ("named", Decimal("85.00"), FINDING), "B1-1": ("weak", Decimal("70.00"), "")}


def test_one_plan_a_year_and_none_before_it_is_published(busan, daegu, central):
    year = r.year_of(central, busan, daegu)
    with pytest.raises(Refused, match="published"):
        u.at(busan, improvement_plan.begin_plan, r.part_of(central, busan))
    r.noticed(central, year, busan, daegu)
    r.decided(central, busan, daegu)
    r.final(central, year)
    u.publish(central, year)
    u.begun(busan)
    with pytest.raises(Refused, match="already"):
        u.begun(busan)
    with pytest.raises(PermissionDenied):
        u.at(busan, improvement_plan.begin_plan, r.part_of(central, daegu))
    with pytest.raises(PermissionDenied):
        u.begun(daegu, by="director")


@pytest.mark.parametrize(("facts", "field", "said"), [
    ({"measure": " "}, "measure", "Write the measure"), ({"responsible": ""}, "responsible", "responsible"),
    ({"expected": ""}, "expected", "come of it"), ({"due_on": None}, "due_on", "by when"),
    ({"due_on": date(2020, 1, 2)}, "due_on", "over already"), ({"due_on": date(2028, 4, 1)}, "due_on", "31 March 2028"),
])
def test_an_item_says_what_who_when_and_what_for_within_the_year(year, busan, facts, field, said):
    u.begun(busan)
    with pytest.raises(Refused, match=said) as refused:
        u.write(busan, "B1-1", **facts)
    assert refused.value.field == field
    assert u.write(busan, "B1-1", due_on=date(2028, 3, 31)).version == 1


def test_a_plan_that_is_written_late_has_until_the_report_after(year, busan):
    u.begun(busan)
    with clock.travel(datetime(2028, 5, 2, 10, tzinfo=clock.SEOUL)):
        with pytest.raises(Refused, match="31 March 2029"):
            u.write(busan, "B1-1", due_on=date(2029, 4, 1))
        assert u.write(busan, "B1-1", due_on=date(2029, 3, 31)).version == 1


def test_the_following_set_names_the_last_day_where_it_is_frozen(year, busan, central):
    u.begun(busan)
    with within(central.agency):
        IndicatorSet.everything.create(year=2028, report_due_on=date(2028, 3, 10), evaluated_by_on=date(2028, 6, 30),
                                       notified_by_on=date(2028, 7, 31), disclosed_by_on=date(2028, 8, 31), drafted_at=clock.now(),
                                       published_at=clock.now())
    with pytest.raises(Refused, match="10 March 2028"):
        u.write(busan, "B1-1", due_on=date(2028, 3, 11))


def test_a_member_of_staff_may_answer_for_it_and_an_older_page_overwrites_nothing(year, busan):
    u.begun(busan)
    item = u.write(busan, "B1-1", responsible="", responsible_user=busan.manager)
    assert item.who == str(busan.manager)
    with pytest.raises(Refused, match="meanwhile"):
        u.write(busan, "B1-1", measure="다른 방안")
    assert u.write(busan, "B1-1", measure="다른 방안", base=1).measure == "다른 방안"


def test_another_indicator_is_added_once_and_can_be_dropped_but_what_the_result_names_stays(year, busan):
    plan = u.begun(busan)
    added = u.at(busan, improvement_plan.add_item, plan, year.indicators["A1-2"])
    assert (added.origin, added.rating) == ("added", Decimal("80.00"))
    with pytest.raises(Refused, match="already"):
        u.at(busan, improvement_plan.add_item, plan, year.indicators["A1-2"])
    u.at(busan, improvement_plan.drop_item, u.items_of(busan)["A1-2"])
    with pytest.raises(Refused, match="stays in the plan"):
        u.at(busan, improvement_plan.drop_item, u.items_of(busan)["B1-1"])
    assert sorted(u.items_of(busan)) == ["A1-1", "B1-1"]


def test_a_plan_with_an_item_without_measure_is_not_given_to_be_approved(year, busan):
    u.begun(busan)
    u.write(busan, "A1-1")
    with pytest.raises(Refused, match="missing: B1-1"):
        u.at(busan, plan_approval.give_plan, u.plan_of(busan))
    u.write(busan, "B1-1")
    assert u.at(busan, plan_approval.give_plan, u.plan_of(busan)).stage == "released"
    with pytest.raises(Refused, match="Nothing can be changed"):
        u.write(busan, "B1-1", base=1, measure="다른 방안")


def test_nor_approved_when_its_measure_is_gone_or_its_day_is_over(year, busan):
    u.released(busan)
    with within(busan.agency):
        ImprovementItem.everything.filter(indicator__code="B1-1").update(measure="")
    with pytest.raises(Refused, match="changed since"):
        u.at(busan, plan_approval.approve_plan, u.plan_of(busan), "0" * 64, by="director")
    with pytest.raises(Refused, match="missing: B1-1"):
        u.at(busan, plan_approval.approve_plan, u.plan_of(busan), u.digest(busan), by="director")
    with within(busan.agency):
        ImprovementItem.everything.update(measure="점검", due_on=clock.today() - timedelta(days=1))
    with pytest.raises(Refused, match="over already"):
        u.at(busan, plan_approval.approve_plan, u.plan_of(busan), u.digest(busan), by="director")


def test_central_sees_nothing_of_a_plan_before_the_director_approved_it(year, busan, daegu, central, at):
    u.released(busan)
    with at(central.manager, central) as actor:
        assert (followed_plans(actor).count(), followed_items(actor).count()) == (0, 0)
        assert not ImprovementPlan.objects.visible_to(actor).exists()
    tell_of_improvements(central.agency)
    assert u.told(central) == []
    with within(busan.agency):
        plan_approval.approve_plan(u.plan_of(busan), u.digest(busan), actor=u.Actor.of(busan.director))
    assert [tell_of_improvements(central.agency), tell_of_improvements(central.agency)] == [1, 0]
    assert u.told(central) == ["follow_up.plan_approved"]
    with at(central.manager, central) as actor:
        assert (followed_plans(actor).count(), followed_items(actor).count()) == (1, 2)
    with at(daegu.manager, daegu) as actor:
        assert (ImprovementPlan.objects.visible_to(actor).count(), ImprovementItem.objects.visible_to(actor).count()) == (0, 0)


def test_with_the_approval_nobody_is_reminded_of_the_plan_and_it_stays_as_it_is(year, busan):
    tell_of_improvements(busan.agency)
    u.approved(busan)
    with within(busan.agency):
        assert Deadline.everything.get(subject_type="agencies.followup").outcome == "done"
    for change in (lambda: ImprovementItem.everything.update(measure="다른 말"),
                   lambda: ImprovementPlan.everything.update(sha256="0" * 64)):
        with pytest.raises(IntegrityError, match="approved plan stays"), within(busan.agency):
            change()


def test_only_the_director_approves_and_not_what_was_sent_back(year, busan):
    u.released(busan)
    with pytest.raises(PermissionDenied):
        u.at(busan, plan_approval.approve_plan, u.plan_of(busan), u.digest(busan), by="manager")
    u.at(busan, plan_approval.send_plan_back, u.plan_of(busan), "기한을 앞당기십시오.", by="director")
    with pytest.raises(Refused, match="does not wait"):
        u.at(busan, plan_approval.approve_plan, u.plan_of(busan), u.digest(busan), by="director")
    assert u.plan_of(busan).is_draft


# ---- checks

def test_a_check_is_told_once_opens_a_report_of_each_item_and_its_reminders_never_slide(year, busan, central):
    check = u.checked(central, busan)
    assert (tell_of_improvements(busan.agency), u.told(busan)[-1], sorted(u.reports_of(busan))) == (
        0, "follow_up.check_set", ["A1-1", "B1-1"])
    with clock.travel(clock.now() + timedelta(days=17)):
        send_rungs()
        u.at(central, follow_through.move_check, check, due_on=check.due_on + timedelta(days=10))
        assert tell_of_improvements(busan.agency) == 1
        send_rungs()
        with within(busan.agency):
            held = Deadline.everything.get(subject_type="agencies.progresscheck")
            assert held.due_at == clock.end_of(check.due_on + timedelta(days=10))
            assert [one.rung for one in held.reminders.all()] == [-14]
    with clock.travel(clock.now() + timedelta(days=28)):
        send_rungs()
        with within(busan.agency):
            assert [one.rung for one in held.reminders.all()] == [-14]                      # not once more for the new day
    assert len(u.reports_of(busan)) == 2


def test_a_check_lies_within_the_year_once_a_day_and_only_on_an_approved_plan(year, busan, central):
    u.released(busan)
    with pytest.raises(Refused, match="not approved"):
        u.check_at(central, busan)
    u.at(busan, plan_approval.approve_plan, u.plan_of(busan), u.digest(busan), by="director")
    for day, said in ((date(2020, 1, 2), "over already"), (date(2028, 4, 1), "31 March 2028")):
        with pytest.raises(Refused, match=said):
            u.check_at(central, busan, day)
    for number in range(4):
        u.check_at(central, busan, in_days(30 + number))
    with pytest.raises(Refused, match="on this day"):
        u.check_at(central, busan)
    with pytest.raises(Refused, match="at most 4"):
        u.check_at(central, busan, in_days(50))
    with pytest.raises(PermissionDenied):
        u.check_at(central, busan, in_days(60), by="director")


def test_all_open_items_are_sent_at_once_and_central_reads_them_then(year, busan, central, at):
    check = u.checked(central, busan)
    u.report(busan, "A1-1", state="done")
    with at(busan.officer, busan) as actor, pytest.raises(Refused, match="Still empty: B1-1"):
        progress.send_progress(check, actor=actor, arrived_at=clock.now())
    with pytest.raises(Refused, match="state of the item"):
        u.report(busan, "B1-1", state="")
    with pytest.raises(Refused, match="Write what was done"):
        u.report(busan, "B1-1", text="")
    u.report(busan, "B1-1", state="not_begun", text="예산이 하반기에 배정됩니다.")
    with at(central.officer, central) as actor:
        assert Progress.objects.visible_to(actor).count() == 0
    with at(busan.officer, busan) as actor:
        progress.send_progress(check, actor=actor, arrived_at=clock.now())
        with pytest.raises(Refused, match="was sent"):
            progress.send_progress(check, actor=actor, arrived_at=clock.now())
        assert Deadline.everything.get(subject_type="agencies.progresscheck").outcome == "done"
    with pytest.raises(Refused, match="was sent"):
        u.report(busan, "B1-1", base=2)
    with pytest.raises(IntegrityError, match="was sent stays"), within(busan.agency):
        Progress.everything.update(text="다른 말")
    tell_of_improvements(central.agency)
    assert tell_of_improvements(central.agency) == 0 and u.told(central)[-1] == "follow_up.progress_sent"
    with at(central.officer, central) as actor:
        assert Progress.objects.visible_to(actor).count() == 2
        with pytest.raises(Refused, match="no longer moves"):
            follow_through.move_check(check, due_on=in_days(40), actor=actor)


def test_evidence_stays_with_what_was_sent_and_its_scan_is_noted_for_central(year, busan, central):
    u.checked(central, busan)
    u.report(busan, "A1-1")
    file = u.at(busan, progress.attach_to_progress, u.reports_of(busan)["A1-1"], upload(pdf(), "점검표.pdf"))
    assert u.at(busan, progress.attach_to_progress, u.reports_of(busan)["A1-1"], upload(pdf(), "점검표.pdf")) == file
    u.report(busan, "B1-1")
    with within(busan.agency):
        FileScan.everything.filter(file=file.file_id).update(state="waiting")
    u.at(busan, progress.send_progress, u.reports_of(busan)["A1-1"].check_of, arrived_at=clock.now())
    with within(busan.agency):
        assert ProgressFile.everything.get().scan == "waiting"
        FileScan.everything.update(state="clean")
    tell_of_improvements(busan.agency)
    with within(busan.agency):
        assert ProgressFile.everything.get().scan == "clean"
        with pytest.raises(IntegrityError, match="was sent stays"):
            ProgressFile.everything.all().delete()


# ---- remarks and the end

def test_a_remark_is_told_and_an_item_is_closed_once(year, busan, central):
    u.sent(central, busan)
    with pytest.raises(Refused, match="Write the remark"):
        u.close(central, busan, "A1-1", text=" ")
    u.close(central, busan, "A1-1", text="다음 점검에서 확인합니다.", closes=False)
    u.close(central, busan, "A1-1")
    with pytest.raises(Refused, match="closed already"):
        u.close(central, busan, "A1-1")
    assert tell_of_improvements(busan.agency) == 2 and u.told(busan)[-2:] == ["follow_up.remarked"] * 2
    with pytest.raises(IntegrityError), within(central.agency):
        ItemRemark.everything.update(text="다른 말")


def test_nothing_is_reported_of_an_item_that_is_closed(year, busan, central):
    u.checked(central, busan)
    u.close(central, busan, "A1-1")
    with pytest.raises(Refused, match="item is closed"):
        u.report(busan, "A1-1")
    u.report(busan, "B1-1")
    with within(busan.agency):
        check = ProgressCheck.everything.select_related("plan").get()
    u.at(busan, progress.send_progress, check, arrived_at=clock.now())
    assert [code for code, one in u.reports_of(busan).items() if one.sent_at] == ["B1-1"]


def test_with_the_last_item_the_plan_is_closed_and_nothing_more_is_reported_of_it(year, busan, central):
    check = u.checked(central, busan)
    u.close(central, busan, "A1-1")
    u.close(central, busan, "B1-1")
    assert u.plan_of(busan).is_over
    with pytest.raises(Refused, match="plan is closed"):
        u.report(busan, "B1-1")
    with pytest.raises(Refused, match="plan is closed"):
        u.at(busan, progress.send_progress, check, arrived_at=clock.now())
    with pytest.raises(Refused, match="plan is closed"):
        u.close(central, busan, "B1-1")
    tell_of_improvements(busan.agency)
    assert u.told(busan)[-1] == "follow_up.closed"
    with within(busan.agency):
        assert Deadline.everything.get(subject_type="agencies.progresscheck").outcome == "closed"


def test_centrals_manager_closes_a_plan_with_open_items_and_says_why(year, busan, central):
    u.checked(central, busan)
    with pytest.raises(PermissionDenied):
        u.at(central, follow_through.close_plan, u.plan_of(busan), words="다음 해에 이어집니다.")
    with pytest.raises(Refused, match="why"):
        u.at(central, follow_through.close_plan, u.plan_of(busan), words=" ", by="manager")
    u.at(central, follow_through.close_plan, u.plan_of(busan), words="다음 해에 이어집니다.", by="manager")
    with clock.travel(clock.now() + timedelta(days=30)):
        send_rungs()
    with within(busan.agency):
        assert not Deadline.everything.get(subject_type="agencies.progresscheck").reminders.exists()


def test_items_closed_are_counted_by_agency_and_year(year, busan, daegu, central):
    u.released(daegu)
    u.checked(central, busan)
    u.close(central, busan, "A1-1")
    with within(central.agency):
        assert items_closed_by_year() == {(busan.agency.pk, 2027): (1, 2)}
    with within(busan.agency):
        assert items_closed_by_year() == {(busan.agency.pk, 2027): (1, 2)}
    with within(daegu.agency):
        assert items_closed_by_year() == {}


def test_only_jobs_tell_what_the_other_house_wrote(year, busan, at):
    with at(busan.manager, busan) as actor, pytest.raises(PermissionDenied):
        follow_up.notice_follow_up(FollowUp.everything.get(), actor=actor)
    with within(busan.agency):
        row = FollowUp.everything.get()
        assert [follow_up.notice_follow_up(row, actor=TELLING) for _ in range(2)] == [True, False]


def test_years_offered_are_the_published_ones_of_ones_own(year, busan, at):
    with at(busan.officer, busan) as actor:
        assert [one.year for one in own_published(actor)] == [2027]
