"""The day of a visit: offered, chosen or not, fixed, moved, asked for anew, reminded of; and what follows a visit that fell short."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from core.models import Errand
from core.tenancy import within
from correspondence import tasks as correspondence
from correspondence.models import Deadline, Reminder
from evaluations import queries, workflow
from evaluations.models import Assignment, FactCheck, RequiredIndicator
from evaluations.queries import people_before_visit, waiting_at_desk
from panels.models import PoolMember
from tests import factories as f
from tests.evaluations.path import Path
from tests.evaluations.planning import ahead, ask_day, choose, decline_day, fix, move, offered, refuse, take_back, three
from tests.providers.test_workflow import told
from visits import workflow as visits
from visits.models import DayRequest, Offer, OfferedDate, Visit
from visits.queries import items_of, members_of, team_still_to_go

SYSTEM = Actor.system("tests")
DATE, DAY = "application.visit_date", "application.visit_day"


@pytest.fixture
def path(busan):
    return Path(busan).reviewed()


@pytest.fixture
def here(busan):
    with within(busan.agency):
        yield


def running(kind):
    return Deadline.everything.filter(kind=kind, closed_at=None)


def asked_to_go_on(path):
    return waiting_at_desk(path.officer).filter(pk=path.application.pk).exists()


# ---- offered and chosen

def test_two_or_three_dates_ahead_are_offered_by_the_desk_once(path, busan, here):
    for dates in ([ahead(5)], [*three(), ahead(25)], [ahead(5), ahead(5)], [ahead(5), clock.now()]):
        with pytest.raises(Refused) as refusal:
            offered(path, dates)
        assert refusal.value.field == "first"
    for who in (busan.assessor, busan.director, busan.owner):
        with pytest.raises(PermissionDenied):
            offered(path, actor=path.as_(who))
    offer = offered(path, hours=4)
    assert (offer.hours, offer.stage, list(offer.dates.values_list("starts_at", flat=True))) == (4, "open", three())
    assert path.fresh().stage == "site_visit" and not Visit.everything.exists()
    with pytest.raises(Refused, match="Dates have been offered already"):
        offered(path)
    assert told()[-2:] == ["application.dates_offered", "application.keep_dates_free"]


def test_nothing_is_offered_before_the_review_is_over_nor_while_a_visit_is_planned(busan, here):
    with pytest.raises(Refused, match="The document review is not over."):
        offered(Path(busan).judged())


def test_while_a_visit_is_planned_nothing_is_offered(path, here):
    fix(path)
    with pytest.raises(Refused, match="A visit is planned already"):
        offered(path)


def test_the_choice_is_due_in_three_working_days_and_reminded_of(path, here):
    offered(path)
    due = running(DATE).get()
    assert (due.days, due.rule, due.ladder) == (3, "working", [-1, 0])
    assert asked_to_go_on(path) is False
    with clock.travel(due.due_at + timedelta(minutes=1)):
        assert asked_to_go_on(path) is True                     # the desk's turn again


def test_owner_or_editor_chooses_one_and_everybody_is_told_once(path, busan, here):
    offered(path)
    for who in (busan.neighbour, busan.officer, busan.assessor):
        with pytest.raises(PermissionDenied):
            choose(path, three()[1], who)
    before = len(told())
    visit = choose(path, three()[1], busan.owner)
    assert (visit.starts_at, visit.agreed, visit.hours, visit.stage) == (three()[1], "offered", 3, "planned")
    assert [one.user for one in members_of(visit)] == path.assessors
    assert sorted(told()[before:]) == ["application.date_chosen", "application.visit_planned", "visit.planned"]
    assert not running(DATE).exists() and running(DAY).get().last_day == clock.seoul(visit.starts_at).date()
    assert list(OfferedDate.everything.exclude(chosen_at=None).values_list("starts_at", flat=True)) == [three()[1]]
    assert not asked_to_go_on(path)


def test_a_date_that_is_not_offered_or_has_passed_is_not_chosen(path, here):
    offered(path)
    with pytest.raises(Refused, match="is not offered any more"):
        choose(path, ahead(30))
    with pytest.raises(Refused, match="This date has passed"):
        choose(path, three()[0], arrived_at=three()[0] + timedelta(minutes=1))
    assert not Visit.everything.exists()


def test_a_late_choice_counts_as_long_as_the_dates_stand(path, here):
    last = three()[2]
    offered(path)
    with clock.travel(running(DATE).get().due_at + timedelta(hours=1)):
        assert choose(path, last).starts_at == last


@pytest.mark.parametrize(("before", "sentence"), [
    (lambda path: choose(path, three()[0]), "A date has been chosen meanwhile"),
    (take_back, "The agency has taken these dates back meanwhile"),
    (refuse, "It has been answered meanwhile that no date suits")])
def test_an_answered_offer_takes_no_second_answer(before, sentence, path, here):
    offered(path)
    before(path)
    for again in (lambda: choose(path, three()[1]), lambda: refuse(path), lambda: take_back(path)):
        with pytest.raises(Refused, match=sentence):
            again()


def test_none_suits_with_a_reason_and_own_proposals(path, busan, here):
    offered(path)
    for wrong in ({"reason": " "}, {"proposals": [clock.now()]}, {"proposals": [ahead(20), ahead(20)]}):
        with pytest.raises(Refused):
            refuse(path, **wrong)
    with pytest.raises(PermissionDenied):
        refuse(path, who=busan.neighbour)
    offer = refuse(path, proposals=[ahead(20), ahead(30)])
    assert (offer.stage, offer.proposals) == ("none_suits", [ahead(20), ahead(30)])
    assert told()[-1] == "application.no_date_suits" and not running(DATE).exists() and asked_to_go_on(path)
    assert offered(path, [ahead(20), ahead(30)]).stage == "open"


def test_dates_are_taken_back_with_a_reason_and_both_sides_are_told(path, busan, here):
    offered(path)
    with pytest.raises(Refused) as mute:
        take_back(path, reason=" ")
    assert mute.value.field == "reason"
    with pytest.raises(PermissionDenied):
        take_back(path, who=busan.owner)
    take_back(path)
    assert told()[-1] == "application.dates_taken_back" and asked_to_go_on(path) and not running(DATE).exists()
    assert set(queries.people_and_team_of(path.application)) >= {busan.owner, *path.assessors}


def test_an_officer_who_belongs_to_the_provider_does_none_of_this(path, busan, here):
    offered(path)
    f.ProviderMemberFactory(provider=busan.provider, user=busan.officer, role="viewer")
    for act in (lambda: take_back(path), lambda: fix(path), lambda: move(path), lambda: decline_day(path)):
        with pytest.raises(PermissionDenied):
            act()
    take_back(path, who=busan.manager)
    with pytest.raises(PermissionDenied):
        offered(path)


# ---- fixed by the desk

def test_while_the_provider_may_choose_only_an_agreed_date_is_fixed(path, here):
    offered(path)
    with pytest.raises(Refused, match="may choose one of the dates offered until") as refusal:
        fix(path, agreed="fixed", note="회신이 없습니다.")
    assert refusal.value.field == "agreed"
    visit = fix(path, agreed="phone", note="기관장과 통화")
    assert (visit.agreed, visit.agreed_note, Offer.everything.get().stage) == ("phone", "기관장과 통화", "taken_back")
    assert "application.dates_taken_back" not in told() and not running(DATE).exists()       # told once: of the day that was agreed


def test_who_answers_nothing_in_time_is_given_a_date_with_the_reason(path, here):
    offered(path)
    with clock.travel(running(DATE).get().due_at):
        with pytest.raises(Refused) as mute:
            fix(path, agreed="fixed", note=" ")
        assert mute.value.field == "note"
        assert fix(path, agreed="fixed", note="기한까지 회신이 없습니다.").agreed == "fixed"


# ---- another day

def test_the_provider_asks_for_another_day_and_the_desk_moves_or_declines(path, busan, here):
    fix(path)
    with pytest.raises(Refused):
        ask_day(path, reason=" ")
    for who in (busan.neighbour, busan.officer):
        with pytest.raises(PermissionDenied):
            ask_day(path, who=who)
    ask_day(path, proposals=[ahead(20)])
    assert told()[-1] == "application.another_day_asked" and asked_to_go_on(path)
    with pytest.raises(Refused, match="Another day has been asked for already"):
        ask_day(path)
    with pytest.raises(Refused) as mute:
        decline_day(path, reason=" ")
    assert mute.value.field == "reason"
    decline_day(path)
    assert told()[-1] == "application.another_day_declined" and not asked_to_go_on(path)
    with pytest.raises(Refused, match="Nobody asks for another day"):
        decline_day(path)
    ask_day(path)
    before = len(told())
    assert move(path).times_moved == 1
    assert list(DayRequest.everything.order_by("pk").values_list("stage", flat=True)) == ["declined", "moved"]
    assert sorted(told()[before:]) == ["application.visit_moved", "visit.moved"]


def test_once_the_visit_has_begun_nobody_asks_for_another_day(path, here):
    visit = fix(path)
    ask_day(path)
    visits.begin_visit(visit, actor=path.as_(path.assessors[0]))
    assert DayRequest.everything.get().stage == "lapsed"
    with pytest.raises(Refused, match="has begun or ended"):
        ask_day(path)


def test_an_ended_visit_takes_no_request_whatever_the_code_says(path, here):
    visit = fix(path)
    visits.report_not_carried_out(visit, reason="문을 열지 않음", actor=path.officer)
    with pytest.raises(IntegrityError), transaction.atomic():
        DayRequest.objects.create(visit=visit, asked_at=clock.now(), reason="x")


# ---- reminded of

def rungs(busan, moment):
    with clock.travel(moment):
        return correspondence.send_rungs()


def nine(moment, days):
    return clock.seoul(moment).replace(hour=9, minute=0) - timedelta(days=days)


def test_both_sides_are_reminded_and_a_moved_visit_anew(path, busan):
    """The team's day and the provider's are each reminded of once a rung; a visit moved on its eve is reminded of again."""
    visit = fix(path, ahead(20))
    assert sorted(told_kinds(busan)) == [DAY, "visit.day"]
    assert [rungs(busan, nine(visit.starts_at, 7)), rungs(busan, nine(visit.starts_at, 6))] == [2, 0]
    assert rungs(busan, nine(visit.starts_at, 0)) == 2
    with within(busan.agency):
        assert sum(name in ("visit.near", "application.visit_near") for name in told()) == 4
    moved = move(path, ahead(40))
    assert rungs(busan, nine(moved.starts_at, 7)) == 2


def told_kinds(busan):
    with within(busan.agency):
        return list(Deadline.everything.filter(closed_at=None).exclude(kind="team.challenge").values_list("kind", flat=True))


def test_of_two_reminders_missed_the_later_is_sent_and_none_after_the_day(path, busan):
    visit = fix(path, ahead(20))
    assert rungs(busan, nine(visit.starts_at, 0)) == 2
    with within(busan.agency):
        assert set(Reminder.everything.values_list("rung", flat=True)) == {-1}
    other = move(path, ahead(40))
    assert rungs(busan, clock.seoul(other.starts_at) + timedelta(days=1)) == 0


def test_who_has_begun_or_was_called_off_is_not_reminded(path, busan):
    visit = fix(path, ahead(20))
    with within(busan.agency):
        assert set(team_still_to_go(visit)) == set(path.assessors) and busan.owner in people_before_visit(path.application)
        begun = visits.begin_visit(visit, actor=path.as_(path.assessors[0]))
        assert list(team_still_to_go(begun)) == [] == list(people_before_visit(path.application))
        assert not Deadline.everything.filter(kind="visit.day", closed_at=None).exists()


@pytest.mark.parametrize("ended", ["withdrawn", "reopened"])
def test_what_ends_the_case_or_its_stage_ends_offer_and_days(ended, path, busan, here):
    offered(path)
    with within(busan.agency):
        if ended == "withdrawn":
            workflow.withdraw_application(path.fresh(), reason="그만둡니다.", actor=path.as_(busan.owner))
        else:
            workflow.reopen_stage(path.fresh(), reason="다시 봅니다.", actor=path.as_(busan.manager))
    assert Offer.everything.get().stage == "taken_back" and not running(DATE).exists()


def test_a_reopened_stage_leaves_no_day_to_be_reminded_of(path, busan, here):
    fix(path)
    workflow.reopen_stage(path.fresh(), reason="다시 봅니다.", actor=path.as_(busan.manager))
    assert not running(DAY).exists() and not running("visit.day").exists()


# ---- what speaks against a day

def test_a_clash_of_any_member_is_said_with_name_and_day(path, busan, here):
    day = ahead(12)
    f.AbsenceFactory(member=PoolMember.everything.get(user=path.assessors[1]), from_on=day.date(), to_on=day.date())
    other = f.VisitFactory(stage="planned", starts_at=day + timedelta(hours=3), place_name="다른 기관")
    f.VisitMemberFactory(visit=other, user=path.assessors[0])
    said = " ".join(queries.against(path.officer, path.application, [day], 3))
    assert f"{path.assessors[1]} is not available" in said and "다른 기관" in said
    assert queries.against(path.officer, path.application, [ahead(30)], 3) == []
    lead, second = queries.team_days(path.officer, path.application)
    assert ([one.place_name for one in lead.visits], len(second.absences), lead.is_free) == (["다른 기관"], 1, False)


def test_unusual_hours_and_days_without_work_are_said(path, here):
    saturday = ahead(7)
    while saturday.weekday() != 5:
        saturday += timedelta(days=1)
    assert "no working day" in " ".join(queries.against(path.officer, path.application, [saturday], 3))
    assert "outside office hours" in " ".join(queries.against(path.officer, path.application, [ahead(7, 17)], 3))


def test_dates_offered_elsewhere_are_kept_free(path, busan, here):
    visits.offer_dates(subject_type="evaluations.application", subject=path.application.matter, subject_label="x", dates=three()[:2],
                       actor=path.officer)
    other = f.ApplicationFactory(stage="document_review", reviewed_at=clock.now())
    Assignment.everything.create(application=other, user=path.assessors[0], assigned_at=clock.now(), is_lead=True)
    assert "keeps" in " ".join(queries.against(path.officer, other, [three()[0] + timedelta(hours=2)], 2))


# ---- short of complete

def short(path, outcome):
    visit = fix(path)
    if outcome == "not_carried_out":
        return visits.report_not_carried_out(visit, reason="문을 열지 않음", actor=path.officer)
    lead = path.as_(path.assessors[0])
    visits.begin_visit(visit, actor=lead)
    path.find(items_of(visit)[0], lead)
    return visits.end_early(Visit.everything.get(pk=visit.pk), reason="정전", actor=lead)


@pytest.mark.parametrize("outcome", ["not_carried_out", "ended_early"])
def test_provider_and_team_are_told_once_what_happened_and_the_desk_goes_on(outcome, path, here):
    visit = short(path, outcome)
    assert Errand.everything.filter(task="evaluations.tasks.take_over_visit", arguments={"visit_id": visit.pk}).exists()
    for _twice in range(2):
        workflow.note_visit_ended(visit, actor=SYSTEM)
        workflow.take_over_visit(visit, actor=SYSTEM)
    assert told().count(f"application.visit_{outcome}") == 1 and told().count("visit.ended_short") == 1
    assert asked_to_go_on(path) and not running(DAY).exists()
    with pytest.raises(PermissionDenied):
        workflow.note_visit_ended(visit, actor=path.officer)


def test_the_next_visit_asks_about_the_rest_or_about_everything_again(path, busan, here):
    workflow.take_over_visit(short(path, "ended_early"), actor=SYSTEM)
    with pytest.raises(Refused):
        workflow.look_at_all_again(path.fresh(), reason=" ", actor=path.officer)
    with pytest.raises(PermissionDenied):
        workflow.look_at_all_again(path.fresh(), reason="처음부터", actor=path.as_(busan.owner))
    workflow.look_at_all_again(path.fresh(), reason="처음부터", actor=path.officer)
    with pytest.raises(Refused, match="asks about everything already"):
        workflow.look_at_all_again(path.fresh(), reason="처음부터", actor=path.officer)
    offered(path)
    assert [one.code for one in items_of(choose(path, three()[0]))] == ["1.1.1", "1.1.2", "1.1.3"]


def test_a_manager_goes_on_without_a_visit_and_nothing_can_be_awarded(path, busan, here):
    with pytest.raises(Refused, match="ended short of complete"):
        workflow.go_on_without_visit(path.fresh(), reason="출입 거부", actor=path.as_(busan.manager))
    workflow.take_over_visit(short(path, "ended_early"), actor=SYSTEM)
    with pytest.raises(PermissionDenied):
        workflow.go_on_without_visit(path.fresh(), reason="출입 거부", actor=path.officer)
    with pytest.raises(Refused):
        workflow.go_on_without_visit(path.fresh(), reason=" ", actor=path.as_(busan.manager))
    application = workflow.go_on_without_visit(path.fresh(), reason="출입 거부", actor=path.as_(busan.manager))
    assert application.stage == "fact_check" and running("application.fact_check").exists()
    assert FactCheck.everything.filter(application=application).count() == 1                  # the provider may comment on it as ever
    assert RequiredIndicator.everything.filter(agreed="").count() == 2
    assert "award" not in workflow.committee.choices_for(application)


def test_where_a_visit_was_never_begun_the_desk_reports_it_and_the_case_waits_for_it(path, busan, here):
    visit = fix(path)
    with clock.travel(visit.starts_at + timedelta(days=2)):
        assert asked_to_go_on(path)
        with pytest.raises(PermissionDenied):
            workflow.report_visit_missed(path.fresh(), reason="아무도 가지 않음", actor=path.as_(busan.owner))
        assert workflow.report_visit_missed(path.fresh(), reason="아무도 가지 않음", actor=path.officer).stage == "not_carried_out"
