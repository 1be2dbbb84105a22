"""The pages on which a visit's day is agreed: the desk's, the provider's; what is typed stays, and nobody else reads it."""
from datetime import timedelta

import pytest
from icalendar import Calendar

from core import clock
from core.tenancy import within
from evaluations import workflow
from panels.models import PoolMember
from tests import factories as f
from tests.evaluations.path import Path
from tests.evaluations.planning import ahead, ask_day, choose, fix, move, offered, refuse, three
from tests.evaluations.portal_pages import queries_of, signed_in, to, words_of
from tests.evaluations.test_visit_dates import SYSTEM, short
from visits.models import DayRequest, Offer, Visit
from visits.queries import items_of

CASES = "/busan/admin/cases/"


@pytest.fixture
def path(busan):
    return Path(busan).reviewed()


def local(moment):
    return f"{clock.seoul(moment):%Y-%m-%dT%H:%M}"


def desk(path, act="planning/", who=None, **typed):
    """The planning page, or the answer to an act on it with the page that follows."""
    client, address = signed_in(who or path.place.officer), f"{CASES}{path.application.public_id}/visit/{act}?lang=en"
    if act == "planning/":
        return client.get(address)
    return client.post(address, {name.replace("__", "-"): value for name, value in typed.items()}, follow=True)


def portal(path, act=None, who=None, **typed):
    client = signed_in(who or path.place.owner)
    address = to("applications", path.application.public_id, "visit", *([act] if act else []))
    if act is None:
        return client.get(address)
    return client.post(address, {name.replace("__", "-"): value for name, value in typed.items()}, follow=True)


# ---- the desk

def test_the_desk_offers_dates_and_a_clash_is_said_before_it_is_meant(path, busan):
    with within(busan.agency):
        f.AbsenceFactory(member=PoolMember.everything.get(user=path.assessors[1]), from_on=three()[0].date(), to_on=three()[0].date(),
                         note="출장")
    page = words_of(desk(path))
    assert "Offer these dates" in page and "not available (출장)" in page
    dates = {"offer__first": local(three()[0]), "offer__second": local(three()[1]), "offer__hours": "3"}
    answer = desk(path, "dates/", **dates)
    page = answer.content.decode()
    assert f"{path.assessors[1]} is not available" in page and f'value="{dates["offer__first"]}"' in page
    assert 'type="checkbox" name="offer-despite"' in page
    with within(busan.agency):
        assert not Offer.everything.exists()
    assert "The dates are offered" in words_of(desk(path, "dates/", **dates, offer__despite="on"))
    assert "The provider chooses" in words_of(desk(path))


def test_what_is_wrong_stands_beside_what_was_typed(path):
    past = local(clock.now() - timedelta(days=1))
    page = desk(path, "dates/", offer__first=past, offer__second=local(three()[1]), offer__hours="3", offer__despite="on").content.decode()
    assert "Every date has to lie in the future." in page and f'value="{past}"' in page
    page = desk(path, "", visit__starts_at=local(ahead(7)), visit__agreed="fixed", visit__hours="3").content.decode()
    assert "Write why the agency fixes the date itself." in page and f'value="{local(ahead(7))}"' in page


def test_the_case_page_leads_there_and_says_what_is_waited_for(path, busan):
    client = signed_in(busan.officer)
    case = f"{CASES}{path.application.public_id}/"
    assert f"{case}visit/planning/" in client.get(f"{case}?lang=en").content.decode()
    offered(path)
    assert "Wait for the choice of a date" in words_of(client.get(f"{case}?lang=en"))
    refuse(path, proposals=[ahead(20)])
    page = client.get(f"{case}?lang=en")
    assert "None of the dates offered suits the provider" in words_of(page)
    assert f'value="{local(ahead(20))}"' in desk(path).content.decode()             # what it proposed is at hand
    fix(path)
    ask_day(path)
    assert "Answer the request for another day" in words_of(client.get(f"{case}?lang=en"))
    start = words_of(client.get("/busan/admin/?lang=en"))
    assert "Answer the request for another day" in start


def test_the_desk_declines_and_moves(path, busan):
    fix(path)
    ask_day(path, reason="기관장 출장", proposals=[ahead(21)])
    page = desk(path).content.decode()
    assert "기관장 출장" in page and f'value="{local(ahead(21))}"' in page
    assert "This field is required." in words_of(desk(path, "day/decline/", decline__reason=""))
    assert "The visit stays on its day" in words_of(desk(path, "day/decline/", decline__reason="대안이 없습니다."))
    ask_day(path)
    assert "The visit is moved" in words_of(desk(path, "move/", move__starts_at=local(ahead(21)), move__reason="요청에 따름"))
    with within(busan.agency):
        assert list(DayRequest.everything.order_by("pk").values_list("stage", flat=True)) == ["declined", "moved"]


def test_a_form_that_is_gone_by_now_says_why_above_the_page(path):
    offered(path)
    choose(path, three()[0])
    assert "A date has been chosen meanwhile" in words_of(desk(path, "dates/back/", back__reason="사정"))


@pytest.mark.parametrize(("outcome", "words"), [("not_carried_out", "The last visit was not carried out"),
                                                ("ended_early", "The last visit ended early")])
def test_after_a_visit_that_fell_short_the_page_says_what_happened_and_what_can_follow(outcome, words, path, busan):
    with within(busan.agency):
        workflow.take_over_visit(short(path, outcome), actor=SYSTEM)
    for who, goes_on in ((busan.officer, False), (busan.manager, True)):
        page = words_of(desk(path, who=who))
        assert words in page and "What can follow" in page and ("It may refuse or defer, not award." in page) is goes_on
    if outcome == "ended_early":
        assert "asks about everything again" in words_of(desk(path, "all/", all__reason="처음부터 봅니다."))
    assert desk(path, "go-on/", go__reason="거부").status_code == 403
    assert "goes on without a further visit" in words_of(desk(path, "go-on/", who=busan.manager, go__reason="출입을 거부함"))


def test_a_visit_nobody_began_is_noted_at_the_desk(path, busan):
    fix(path)
    assert "It is noted that the visit was not carried out" in words_of(desk(path, "missed/", missed__reason="태풍"))


@pytest.mark.parametrize("who", ["assessor", "owner", "committee"])
def test_nobody_else_opens_the_planning_page(who, path, busan):
    assert desk(path, who=getattr(busan, who)).status_code == 403


def test_who_only_reads_cases_is_offered_nothing(path, busan):
    page = words_of(desk(path, who=busan.director))
    assert "Officers and managers decide this." in page and "Offer these dates" not in page
    assert desk(path, "dates/", who=busan.director).status_code == 403


def test_the_planning_page_asks_as_often_for_three_things_as_for_one(path, busan):
    client, address = signed_in(busan.officer), f"{CASES}{path.application.public_id}/visit/planning/"
    counts = []
    for number in (1, 3):
        with within(busan.agency):
            for _one in range(number - len(counts)):
                other = f.VisitFactory(stage="planned", starts_at=ahead(9))
                f.VisitMemberFactory(visit=other, user=path.assessors[0])
                f.AbsenceFactory(member=PoolMember.everything.get(user=path.assessors[1]), from_on=ahead(8).date(), to_on=ahead(8).date())
        client.get(address)
        counts.append(queries_of(client, address))
    assert counts[0] == counts[1]


# ---- the provider

def test_before_anything_is_offered_there_is_no_page_and_none_for_a_neighbour(path, busan, daegu):
    assert portal(path).status_code == 404
    offered(path)
    assert portal(path).status_code == 200
    assert {portal(path, who=who).status_code for who in (busan.neighbour, daegu.owner, busan.committee)} == {404}


def test_the_provider_chooses_one_with_one_press(path, busan):
    offered(path)
    status = words_of(signed_in(busan.owner).get(to("applications", path.application.public_id)))
    assert "The agency offers dates for the site visit." in status and "Choose a date" in status
    assert "Choose one of the dates." in words_of(portal(path, "choose"))
    key = portal(path).content.decode().split('name="choose-date" value="')[2].split('"')[0]
    assert "The date is agreed." in words_of(portal(path, "choose", choose__date=key))
    page = words_of(portal(path))
    assert "Into the calendar" in page and "chosen from the dates offered" in page and str(path.assessors[0]) in page


def test_none_suits_keeps_what_was_typed_until_it_is_right(path, busan):
    offered(path)
    past = local(clock.now() - timedelta(days=2))
    page = portal(path, "none", none__reason="행사 기간입니다.", none__first=past).content.decode()
    assert "Every date has to lie in the future." in page and "행사 기간입니다.</textarea>" in page and f'value="{past}"' in page
    assert "Your answer has arrived." in words_of(portal(path, "none", none__reason="행사 기간입니다.", none__first=local(ahead(20))))
    page = words_of(portal(path))
    assert "none of the dates suits" in page and "행사 기간입니다." in page
    status = words_of(signed_in(busan.owner).get(to("applications", path.application.public_id)))
    assert "About the site visit" in status and "Choose a date" not in status


def test_who_comes_too_late_reads_it_and_loses_nothing_typed(path):
    offered(path)
    choose(path, three()[0])
    page = words_of(portal(path, "none", none__reason="그날은 어렵습니다."))
    assert "A date has been chosen meanwhile" in page and "그날은 어렵습니다." in page


def test_the_provider_asks_for_another_day_and_reads_the_answer(path, busan):
    fix(path)
    assert "This field is required." in words_of(portal(path, "day", day__reason=""))
    assert "Your request has arrived." in words_of(portal(path, "day", day__reason="출장", day__first=local(ahead(21))))
    page = words_of(portal(path))
    assert "You have asked for another day" in page and "Say why, and when" not in page
    desk(path, "day/decline/", decline__reason="다른 날이 없습니다.")
    assert "다른 날이 없습니다." in words_of(portal(path))


def test_who_may_only_look_sees_the_dates_and_no_button(path, busan):
    offered(path)
    with within(busan.agency):
        viewer = f.ProviderMemberFactory(provider=busan.provider, role="viewer").user
    page = words_of(portal(path, who=viewer))
    assert "Owners and editors of your organisation choose the date." in page and "Agree on this date" not in page
    assert portal(path, "none", who=viewer, none__reason="x").status_code == 403


@pytest.mark.parametrize(("outcome", "words"), [("not_carried_out", "was not carried out"), ("ended_early", "ended early")])
def test_the_provider_reads_what_happened(outcome, words, path, busan):
    with within(busan.agency):
        workflow.take_over_visit(short(path, outcome), actor=SYSTEM)
    page = words_of(portal(path))
    assert words in page and "decides what follows" in page
    assert words in words_of(signed_in(busan.owner).get(to("applications", path.application.public_id)))


def test_the_same_appointment_for_the_provider_follows_the_move(path, busan):
    visit = fix(path)

    def event():
        answer = signed_in(busan.owner).get(f"/busan/portal/applications/{path.application.public_id}/visit/visit.ics")
        assert answer["Content-Type"].startswith("text/calendar")
        return Calendar.from_ical(answer.content).walk("VEVENT")[0]

    first = event()
    move(path)
    later = event()
    assert str(first["uid"]).startswith(str(visit.public_id)) and first["uid"] == later["uid"] and later["sequence"] == 1


def test_the_items_of_the_visit_hold_the_sealed_words(path, busan):
    with within(busan.agency):
        item = items_of(fix(path))[0]
    assert item.explanation.startswith("CNRY-busan-answer") and item.rating_ko and item.whom_ko.startswith("물을 사람:")
    with within(busan.agency):
        assert Visit.everything.get().contact
