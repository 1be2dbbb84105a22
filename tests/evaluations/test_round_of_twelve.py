"""A round as its people live it: twelve cases, six assessors, all of it through their pages."""
import re
from datetime import date

from core import clock
from core.tenancy import within
from evaluations.models import Application, Challenge, Sheet, SupplementItem
from panels.models import Declaration, PoolMember
from tests.evaluations.asking import noon
from tests.evaluations.portal_pages import to
from tests.evaluations.twelve import ASSESS, ASSESSORS, CASES, DESK, SIZE, Twelve, links, plain

MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 16), date(2026, 11, 17), date(2026, 11, 18)
LAST, AFTER = date(2026, 11, 23), date(2026, 11, 24)            # of the days in which the replacements may be challenged
CHALLENGED, LATE, DIFFERING, ASKED = 0, 4, (5, 6), 7             # places among the cases


def case_at(desk, case):
    return f"{DESK}cases/{case.public_id}/" if desk == "desk" else f"{ASSESS}cases/{case.public_id}/"


def test_twelve_cases_and_six_assessors_from_the_proposal_to_the_end_of_the_document_review(busan):
    with clock.travel(noon(MONDAY)):
        here = Twelve(busan)
        proposed_and_taken_over(here)
        declared_and_told(here)
    with clock.travel(noon(TUESDAY)):
        challenged_and_replaced(here)
    with clock.travel(noon(WEDNESDAY)):
        declared_too_late(here)
        judged_apart(here)
        settled(here)
    with clock.travel(noon(LAST)):
        lead = here.of(here.teams()[here.cases[LATE].pk][0])
        assert "may challenge an assessor until" in lead.refused(f"{case_at('assess', here.cases[LATE])}conclude/")
    with clock.travel(noon(AFTER)):
        concluded(here)


# ---- the proposal

def proposed_and_taken_over(here):
    """Asked for, worked out by the worker, looked at, accepted; nobody is assigned before that."""
    officer = here.officer
    proposal = officer.send(f"{DESK}rounds/{here.round.public_id}/teams/propose/", size=SIZE)
    assert links(officer.read(proposal), "/accept/") == []
    here.work_off("evaluations.solving.solve_proposal")
    page = officer.read(proposal)
    assert "24 assignments are proposed. Every case would have its team. Nobody is assigned yet." in plain(page)
    assert declarations_of(here.desks[here.people[0].pk]) == [] and not any(here.teams().values())
    officer.send(f"{proposal}accept/", pair=re.findall(r'name="pair" value="([^"]+)"', page))
    assert "24" in officer.words(proposal)
    teams = here.teams()
    for case, team in teams.items():
        assert [one.is_lead for one in team] == [True, False] and len({one.user_id for one in team}) == SIZE
        assert not {(case, one.user_id) for one in team} & set(here.barred)
    assert here.of(teams[here.cases[0].pk][0]).status(case_at("assess", here.cases[0])) == 404         # before a word about interests


def declarations_of(desk):
    return links(desk.read(ASSESS), "/assess/declarations/")


def declare(desk):
    """About each case that waits for it; returns how many."""
    waiting = declarations_of(desk)
    for address in waiting:
        desk.send(address, answer="none")
    return len(waiting)


def declared_and_told(here):
    """The load is even. Until all have declared the provider is not told; then it reads who they are."""
    owner, first = here.owner, here.cases[CHALLENGED]
    assert "Wait for the declarations" in here.officer.words(case_at("desk", first))
    assert [declare(desk) for desk in here.desks.values()] == [CASES * SIZE / ASSESSORS] * ASSESSORS
    assert "Tell the provider who assesses" in here.officer.words(case_at("desk", first))
    assert "Your assessors" not in owner.words(to("applications", first.public_id))
    for case in here.cases:
        here.officer.send(f"{case_at('desk', case)}team/")
    told = owner.words(to("applications", first.public_id))
    assert all(str(one.user) in told for one in here.teams()[first.pk])
    assert sum(str(one) in told for one in here.people) == SIZE
    assert all(owner.status(to("applications", case.public_id)) == 404 for case in here.cases[1:])


# ---- a challenge, and an interest that comes to mind late

def challenged_and_replaced(here):
    """On the second day; the manager grants it, the case closes at once, somebody else comes and is told of."""
    case, place = here.cases[CHALLENGED], to("applications", here.cases[CHALLENGED].public_id)
    gone = here.teams()[case.pk][1]
    address, = [one for one in links(here.owner.read(place), "/portal/assessors/") if str(gone.public_id) in one]
    here.owner.send(address, reason="CANARY-doubt 위원의 배우자가 우리 기관과 소송 중입니다.")
    assert "Decide the challenge" in here.officer.words(case_at("desk", case))
    assert all("CANARY-doubt" not in desk.read(ASSESS) + desk.read(f"{ASSESS}entry/") for desk in here.desks.values())
    assert here.of(gone).status(case_at("assess", case)) == 200
    with within(here.place.agency):
        row = Challenge.everything.get()
    here.manager.send(f"{DESK}cases/challenges/{row.public_id}/", **{
        f"challenge-{row.public_id}-is_granted": "grant", f"challenge-{row.public_id}-reason": "소송 사실을 확인하였습니다."})
    assert here.of(gone).status(case_at("assess", case)) == 404
    came = replace(here, case, gone)
    told = here.owner.words(place)
    assert str(came.user) in told and "소송 사실을 확인하였습니다." in told
    assert links(here.owner.read(place), f"/portal/assessors/{came.public_id}/")


def replace(here, case, gone):
    """Whoever of the pool may be asked and has least in hand; declares, and the provider is told of the new one."""
    page = here.officer.read(case_at("desk", case))
    assert "In the place of" in plain(page)
    teams = here.teams()
    loads = {user.pk: sum(one.user_id == user.pk for team in teams.values() for one in team) for user in here.people}
    away = {one.user_id for one in teams[case.pk]} | {gone.user_id} | {user for barred, user in here.barred if barred == case.pk}
    user = min((one for one in here.people if one.pk not in away), key=lambda one: loads[one.pk])
    with within(here.place.agency):
        member = PoolMember.everything.get(user=user)
    here.officer.send(f"{case_at('desk', case)}assessors/", **{
        "assign-assessor": member.public_id, "assign-replaces": gone.public_id, **({"assign-is_lead": "on"} if gone.is_lead else {})})
    declare(here.desks[user.pk])
    here.officer.send(f"{case_at('desk', case)}team/")
    return next(one for one in here.teams()[case.pk] if one.user_id == user.pk)


def declared_too_late(here):
    """The lead has begun and judged when an interest comes to mind: the case closes at once, and what was written stays unseen."""
    case = here.cases[LATE]
    gone, second = here.teams()[case.pk]
    desk = here.of(gone)
    sheet = desk.send(f"{case_at('assess', case)}begin/")
    desk.send(sheet, verdict="fail", reason_code="other", reason="CANARY-gone", version=0)
    with within(here.place.agency):
        declaration = Declaration.everything.get(user=gone.user, matter=case.public_id)
    desk.send(f"{ASSESS}declarations/{declaration.public_id}/", statement="CANARY-tie 조카가 그곳에서 일합니다.")
    assert desk.status(case_at("assess", case)) == desk.status(sheet) == 404
    page = here.officer.words(case_at("desk", case))
    assert "Replace an assessor" in page and "CANARY-tie" in page and "CANARY-gone" not in page
    here.officer.send(f"{DESK}cases/assignments/{gone.public_id}/end/", **{f"end-{gone.public_id}-reason": "이해관계를 신고하였습니다."})
    came = replace(here, case, gone)
    assert came.is_lead and "CANARY" not in here.of(came).read(case_at("assess", case)) + here.of(second).read(case_at("assess", case))
    assert "CANARY" not in here.of(came).read(here.of(came).send(f"{case_at('assess', case)}begin/"))


# ---- the reviews

def judged_apart(here):
    """All of the leads first: until the other has handed in as well nobody else reads a word of theirs."""
    teams = here.teams()
    for place, case in enumerate(here.cases):
        lead, second = (here.of(one) for one in teams[case.pk])
        judge(here, lead, place, "lead")
        result = second.read(f"{case_at('assess', case)}result/")
        assert "Not everybody has handed in yet" in result and "CANARY" not in result
    assert "CANARY" not in second.read(case_at("assess", case))
    for reader in (here.officer, here.manager):
        page = reader.words(case_at("desk", here.cases[DIFFERING[0]]))
        assert "1 of 2 assessors have handed in" in page and "CANARY-lead" not in page
    for place, case in enumerate(here.cases):
        judge(here, here.of(teams[case.pk][1]), place, "second")
    lead, second = (here.of(one) for one in teams[here.cases[ASKED].pk])
    for reader in (lead, second):
        page = reader.read(f"{case_at('assess', here.cases[ASKED])}result/")
        assert "CANARY-lead" in page and "CANARY-second" in page and "You differed on 0 indicators" in plain(page)
    assert "CANARY-lead" in here.officer.read(case_at("desk", here.cases[ASKED]))
    assert "CANARY-l" not in here.owner.read(to("applications", here.cases[CHALLENGED].public_id))
    with within(here.place.agency):
        assert Sheet.everything.filter(submitted_at__isnull=False).count() == CASES * SIZE


def judge(here, desk, place, who):
    """A whole sheet, handed in at its end. On two cases the second sees it differently, on one both miss a paper."""
    case = here.cases[place]
    address = desk.send(f"{case_at('assess', case)}begin/")
    verdict = "supplement" if place == ASKED else "fail" if place in DIFFERING and who == "second" else "onsite"
    if place == ASKED:
        desk.send(f"{address}propose/", **{"propose-text": f"ASKS-{who} 2026년 교육 기록을 올려 주십시오."})
    after = desk.send(address, verdict=verdict, reason_code="other", reason=f"CANARY-{who}", note=f"CANARY-{who}-note", version=0)
    assert after == f"{case_at('assess', case)}hand-in/"
    desk.send(after)


def settled(here):
    """Two cases were judged differently: their leads, and nobody else, write one sentence each. What to ask lies before the officer."""
    teams = here.teams()
    for place in DIFFERING:
        case, (lead, second) = here.cases[place], (here.of(one) for one in teams[here.cases[place].pk])
        page = lead.read(f"{case_at('assess', case)}result/")
        assert "You differed on 1 indicator" in plain(page)
        assert links(second.read(f"{case_at('assess', case)}result/"), "/assess/results/") == []
        first = links(page, "/assess/results/")[0]
        sentence = f"CANARY-settled-{place} 현장에서 함께 확인합니다."
        assert second.client.post(first, {"verdict": "onsite", "reason": sentence, "version": 1}).status_code == 403
        assert lead.client.post(first, {"verdict": "onsite", "reason": " ", "version": 1}).status_code == 200
        lead.send(first, verdict="onsite", reason=sentence, version=1)
        assert sentence in second.read(f"{case_at('assess', case)}result/")
    bundle = here.officer.words(f"{case_at('desk', here.cases[ASKED])}supplement/")
    assert "ASKS-lead" in bundle and "ASKS-second" in bundle
    with within(here.place.agency):
        assert set(SupplementItem.everything.values_list("request__application", flat=True)) == {here.cases[ASKED].pk}


def concluded(here):
    """By each lead; the desk goes on with the visit."""
    for case in here.cases:
        lead, second = (here.of(one) for one in here.teams()[case.pk])
        assert second.client.post(f"{case_at('assess', case)}conclude/").status_code == 403
        lead.send(f"{case_at('assess', case)}conclude/")
    assert "Plan the site visit" in here.officer.words(case_at("desk", here.cases[LATE]))
    with within(here.place.agency):
        assert Application.everything.filter(round=here.round, reviewed_at__isnull=False).count() == CASES
