"""What officers and managers do with a case at the desk; a refusal keeps what was typed."""
from datetime import timedelta

import pytest

from core import clock
from core.tenancy import within
from evaluations import workflow
from evaluations.models import Application, Assignment, ScreeningCheck
from panels.models import PoolMember
from tests import factories as f
from tests.desk.test_provider import OTHERS
from tests.evaluations.path import Path
from visits.models import Visit

CASES = "/busan/admin/cases/"
ACTS = ["screening/", "screening/pass/", "return/", "assessors/", "visit/", "visit/move/", "visit/dates/", "visit/dates/back/",
        "visit/day/decline/", "visit/missed/", "visit/all/", "fact-check/", "agenda/", "resume/"]
AGREED = {"visit__agreed": "phone", "visit__hours": "3", "visit__despite": "on"}


def local(moment):
    return f"{clock.seoul(moment):%Y-%m-%dT%H:%M}"


@pytest.fixture
def press(busan, sit_down):
    """`press(path, "return/", reason=…)`: the officer, answered with the page that follows."""
    def pressed(path, act, who=busan.officer, follow=True, **typed):
        address = f"{CASES}{path.application.public_id}/"
        typed = {name.replace("__", "-"): value for name, value in typed.items()}
        return sit_down(who).post(f"{address}{act}?lang=en", typed, follow=follow, headers={"referer": f"http://testserver{address}?lang=en"})
    return pressed


def stage_of(path):
    with within(path.place.agency):
        return Application.everything.get(pk=path.application.pk).stage


def note(client, check, **said):
    named = {f"check-{check.position}-{name}": value for name, value in said.items()}
    return client.post(f"{CASES}checks/{check.public_id}/?lang=en", named, follow=True)


def member(user):
    return PoolMember.everything.get(user=user).public_id


# ---- who may

@pytest.mark.parametrize("who", ["director", "auditor", *OTHERS])
def test_nobody_else_acts(who, busan, press):
    path = Path(busan).submitted()
    assert {press(path, act, who=getattr(busan, who)).status_code for act in ACTS} == {403}
    assert stage_of(path) == "submitted"


def test_acts_are_never_done_by_get_and_a_stranger_finds_nothing(busan, daegu, sit_down):
    path = Path(busan).submitted()
    address = f"admin/cases/{path.application.public_id}/"
    assert {sit_down(busan.officer).get(f"/busan/{address}{act}").status_code for act in ACTS} == {405}
    assert {sit_down(daegu.officer).post(f"/daegu/{address}{act}").status_code for act in ACTS} == {404}


# ---- screening

def test_the_officer_screens_check_by_check_and_goes_on(busan, press, sit_down, words_of):
    path = Path(busan).submitted()
    assert "8 requirements are still to be checked" in words_of(press(path, "screening/"))
    with within(busan.agency):
        checks = list(ScreeningCheck.everything.order_by("position"))
    assert "Not yet checked" in words_of(press(path, "screening/pass/"))
    for check in checks:
        assert "The check is noted." in words_of(note(sit_down(busan.officer), check, met="yes"))
    assert "The document review has begun" in words_of(press(path, "screening/pass/"))
    assert stage_of(path) == "document_review"


def test_not_met_without_a_reason_is_asked_for_it_beside_the_check(busan, press, sit_down, words_of):
    path = Path(busan).submitted()
    press(path, "screening/")
    with within(busan.agency):
        check = ScreeningCheck.everything.first()
    page = note(sit_down(busan.officer), check, met="no", reason="")
    assert "Please write why it is not met." in words_of(page)
    assert "checked" in page.content.decode()
    assert "Return the application" not in words_of(page)
    assert "noted" in words_of(note(sit_down(busan.officer), check, met="no", reason="It closed in May."))
    with within(busan.agency):
        for other in ScreeningCheck.everything.exclude(pk=check.pk):
            workflow.note_check(other, met=True, actor=path.officer)
    assert "A requirement is not met." in words_of(press(path, "screening/pass/"))


def test_a_check_after_the_screening_hears_that_it_is_over(busan, sit_down, words_of):
    path = Path(busan).screened()
    with within(busan.agency):
        check = ScreeningCheck.everything.first()
    assert "The screening of this case is over." in words_of(note(sit_down(busan.officer), check, met="no", reason="late"))
    assert stage_of(path) == "document_review"


def test_a_return_needs_its_reason_and_the_provider_reads_it(busan, press, words_of):
    path = Path(busan).submitted()
    assert "required" in words_of(press(path, "return/", return__reason="  "))
    page = press(path, "return/", return__reason="The plan\u202e is missing")
    assert "is missing</textarea>" in page.content.decode()
    page = words_of(press(path, "return/", return__reason="The plan is missing"))
    assert "The application is returned" in page
    assert "The plan is missing" in page
    assert "can no longer become" in words_of(press(path, "return/", return__reason="Again"))


# ---- assessors

@pytest.fixture
def team(busan):
    """A case to assign, and two in the pool."""
    path = Path(busan).screened()
    with within(busan.agency):
        path.assessors = [busan.assessor, path.one_more("assessor")]
        for user in path.assessors:
            f.PoolMemberFactory(user=user)
    return path


def test_assessors_are_assigned_and_replaced(busan, team, press, sit_down, words_of):
    with within(busan.agency):
        first, second = map(member, team.assessors)
    assert "is being asked for a declaration" in words_of(press(team, "assessors/", assign__assessor=first, assign__is_lead="on"))
    page = press(team, "assessors/", assign__assessor=second, assign__is_lead="on")
    assert "This case has a lead assessor already." in words_of(page)
    assert f'value="{second}" selected' in page.content.decode()
    press(team, "assessors/", assign__assessor=second)
    with within(busan.agency):
        assert list(Assignment.everything.order_by("pk").values_list("is_lead", flat=True)) == [True, False]
        last = Assignment.everything.last()
    address, key = f"{CASES}assignments/{last.public_id}/end/?lang=en", f"end-{last.public_id}-reason"
    assert "required" in words_of(sit_down(busan.officer).post(address, {key: ""}))
    assert "The assignment has ended." in words_of(sit_down(busan.officer).post(address, {key: "She is ill."}, follow=True))
    with within(busan.agency):
        assert Assignment.everything.get(pk=last.pk).ended_reason == "She is ill."


def test_who_has_a_tie_is_refused_in_a_sentence(busan, team, press, words_of):
    with within(busan.agency):
        f.InvolvementFactory(person=busan.assessor.person, subject=busan.provider.public_id, kind="related", matter=None)
        chosen = member(busan.assessor)
    page = press(team, "assessors/", assign__assessor=chosen)
    assert "is excluded from this case: Is related to people of the provider." in words_of(page)
    assert f'value="{chosen}" selected' in page.content.decode()
    with within(busan.agency):
        assert not Assignment.everything.exists()


def test_who_is_not_in_the_pool_is_no_choice(busan, daegu, team, press, words_of):
    with within(daegu.agency):
        elsewhere = f.PoolMemberFactory(user=daegu.assessor).public_id
    assert "valid choice" in words_of(press(team, "assessors/", assign__assessor=elsewhere))


# ---- the visit

def test_no_visit_is_planned_while_the_review_is_not_over(busan, team, press, words_of):
    page = words_of(press(team, "visit/", **AGREED, visit__starts_at=local(clock.now() + timedelta(days=3))))
    assert "The document review is not over." in page
    assert stage_of(team) == "document_review"


def test_a_visit_is_planned_and_moved_and_both_refusals_keep_what_was_typed(busan, press, words_of):
    path = Path(busan).reviewed()
    past, day, later = (local(clock.now() + timedelta(days=days)) for days in (-1, 3, 5))
    page = press(path, "visit/", **AGREED, visit__starts_at=past)
    assert "has to lie in the future" in words_of(page)
    assert f'value="{past}"' in page.content.decode()
    assert "The visit is planned" in words_of(press(path, "visit/", **AGREED, visit__starts_at=day))
    page = press(path, "visit/move/", move__starts_at=past, move__reason="The head is away.", move__despite="on")
    assert "has to lie in the future" in words_of(page)
    assert "The head is away.</textarea>" in page.content.decode()
    moved = press(path, "visit/move/", move__starts_at=later, move__reason="The head is away.", move__despite="on")
    assert "The visit is moved" in words_of(moved)
    with within(busan.agency):
        assert local(Visit.everything.get().starts_at) == later


# ---- fact check, committee, deferral

def test_the_fact_check_closes_early_only_once_the_provider_has_confirmed(busan, press, words_of):
    path = Path(busan).visited()
    assert "may still look at the facts" in words_of(press(path, "fact-check/"))
    with within(busan.agency):
        workflow.confirm_report(path.fresh(), actor=path.as_(busan.owner))
    assert "The fact check is closed." in words_of(press(path, "fact-check/"))
    assert stage_of(path) == "final_evaluation"


def test_a_ready_case_is_put_on_the_agenda_once(busan, press, words_of):
    path = Path(busan).seated()
    assert "is on the agenda" in words_of(press(path, "agenda/", agenda__meeting=path.meeting.public_id))
    assert "on the agenda of a meeting that is not closed yet" in words_of(press(path, "agenda/", agenda__meeting=path.meeting.public_id))


def test_a_deferred_case_goes_back_to_the_place_where_a_visit_can_be_planned(busan, press, words_of):
    path = Path(busan, unmet=["1.1.2"])
    path.decided("defer")
    with within(busan.agency):
        Application.everything.filter(pk=path.application.pk).update(stage="deferred")
    assert "The decision is deferred" in words_of(press(path, "return/", return__reason="No"))
    assert "The case goes on." in words_of(press(path, "resume/", resume__to="site_visit", resume__reason="Two records are missing"))
    page = words_of(press(path, "visit/", **AGREED, visit__starts_at=local(clock.now() + timedelta(days=3))))
    assert "The visit is planned" in page
    with within(busan.agency):
        assert list(Visit.everything.order_by("pk").last().items.values_list("code", flat=True)) == ["1.1.2"]
