"""The way out of every stage: what a manager is offered on the case page, carried out, refused without a reason, read by the provider."""
import re
from datetime import timedelta

from core import clock
from core.tenancy import within
from correspondence.queries import open_deadlines
from desk.ways_out import REOPENED
from evaluations import workflow
from evaluations.models import Application
from evaluations.stages import FINAL, REOPENS, Stage, as_told
from tests import factories as f
from tests.architecture.world import undone
from tests.desk.walking import WalkedPath
from tests.evaluations.path import Path
from tests.evaluations.portal_pages import signed_in, to, words_of

CASES = "/busan/admin/cases/"
WAYS = ("reopen", "period", "withdraw", "return", "resume")
EXITS = {       # stage: what its page offers a manager, with a reason each
    "submitted": {"return", "period", "withdraw"},
    "screening": {"return", "period", "withdraw"},
    "document_review": {"reopen", "period", "withdraw"},
    "document_review, over": {"reopen", "withdraw"},
    "site_visit": {"reopen", "withdraw"},
    "fact_check": {"reopen", "period", "withdraw"},
    "final_evaluation": {"reopen", "withdraw"},
    "decided": {"reopen"},
    "deferred": {"resume", "withdraw"},
    "returned": {"withdraw"},
    "draft": {"withdraw"},              # entered from paper; a provider's own draft is nobody's at the desk, late access prolongs it
}
LEADS_TO = {"return": "returned", "withdraw": "withdrawn", "resume": "final_evaluation"}
LOOKED_AT = ("submitted", "screened", "assigned", "reviewed", "planned", "visited", "ready", "decided")


def offered(client, path):
    """The ways out that stand on the page, and on it, word for word, a place for the reason of each."""
    page = client.get(f"{CASES}{path.application.public_id}/?lang=en").content.decode()
    there = {way for way in WAYS if f"{path.application.public_id}/{way}/" in page}
    assert all(f'name="{way}-reason"' in page for way in there)
    return there


def typed(path, way, reason):
    more = {"period-to": (clock.today() + timedelta(days=60)).isoformat()} if way == "period" else {}
    return {f"{way}-reason": reason, "resume-to": Stage.FINAL_EVALUATION, **more}


def press(user, path, way, reason):
    return signed_in(user).post(f"{CASES}{path.application.public_id}/{way}/?lang=en", typed(path, way, reason), follow=True)


def case(path):
    with within(path.place.agency):
        return Application.everything.get(pk=path.application.pk)


def carried_out(path, way):
    """Refused to the officer and without a reason; then done, and undone. The provider reads what happened, but nothing of a decision."""
    busan, before = path.place, case(path).stage
    if way not in ("return", "resume"):
        assert press(busan.officer, path, way, "사정이 있습니다.").status_code == 403
    assert "required" in words_of(press(busan.manager, path, way, "   "))
    assert case(path).stage == before
    with undone():
        page = words_of(press(busan.manager, path, way, "CNRY-way-out 사정이 있습니다."))
        now = case(path)
        to_be = LEADS_TO.get(way) or (before if way == "period" or now.stage == before else REOPENS[before])
        assert now.stage == to_be, (before, way, page[:2000])
        read = signed_in(busan.owner).get(to("applications", path.application.public_id)).content.decode()
        assert ("CNRY-way-out" in read) is (before not in (Stage.DECIDED,)), (before, way)
        assert "CNRY-busan-manager" not in read and "set aside" not in read
        if before != Stage.DECIDED:
            assert "CNRY-way-out" in words_of(signed_in(busan.manager).get(f"{CASES}{path.application.public_id}/?lang=en"))
    return f"{before} → {now.stage}"


def test_every_stage_that_is_not_final_has_a_way_out_and_each_is_carried_out_once(busan, capsys):
    found, table = {}, []

    def look(step, path):
        if step not in LOOKED_AT:
            return
        now = case(path)
        name = now.stage + (", over" if now.reviewed_at and now.stage == Stage.DOCUMENT_REVIEW else "")
        found[name] = offered(signed_in(busan.manager), path)
        if step == "submitted":
            assert offered(signed_in(busan.officer), path) == {"return"} and offered(signed_in(busan.director), path) == set()
        table.extend((name, way, carried_out(path, way)) for way in sorted(found[name]))
        if step == "submitted":
            in_screening(path, found, table)

    path = WalkedPath(busan, look=look).decided()
    aside(path, found, table)
    with capsys.disabled():
        print("", *(f"{name:24}{way:10}{what}" for name, way, what in table), sep="\n")
    assert found == EXITS
    without = {str(stage) for stage in Stage if stage not in FINAL} - {name for name in found if found[name]}
    assert without == set()


def in_screening(path, found, table):
    """Between two steps of the path: the screening under way, and what was returned."""
    for begin, name in ((workflow.begin_screening, "screening"), (workflow.return_application, "returned")):
        with undone():
            with within(path.place.agency):
                begin(path.fresh(), actor=path.officer, **({"reason": "서류가 빠졌습니다."} if name == "returned" else {}))
            found[name] = offered(signed_in(path.place.manager), path)
            table.extend((name, way, carried_out(path, way)) for way in sorted(found[name]))


def aside(path, found, table):
    """Stages that only some cases see: deferred, and entered from paper."""
    with within(path.place.agency):
        rows = Application.everything.filter(pk=path.application.pk)
        for name, changes in (("deferred", {"stage": Stage.DEFERRED}), ("draft", {
                "stage": Stage.DRAFT, "entered_by_proxy_at": clock.now(), "entered_by_proxy_by": path.place.officer})):
            rows.update(**changes)
            found[name] = offered(signed_in(path.place.manager), path)
            with undone():
                table.extend((name, way, carried_out(path, way)) for way in sorted(found[name]))


def test_the_words_name_every_stage_that_can_be_reopened():
    assert set(REOPENED) == set(REOPENS.values())
    assert {as_told(stage) for stage in REOPENS} <= set(Stage)


def test_at_the_end_nothing_is_offered(busan):
    path = Path(busan).announced()
    assert offered(signed_in(busan.manager), path) == set()


def test_a_manager_who_belongs_to_the_provider_is_offered_nothing(busan):
    path = Path(busan).submitted()
    with within(busan.agency):
        f.ProviderMemberFactory(provider=busan.provider, user=busan.manager)
    assert offered(signed_in(busan.manager), path) == set()
    assert press(busan.manager, path, "withdraw", "까닭").status_code == 403


def test_what_was_typed_stays_and_an_earlier_day_is_said_beside_the_day(busan):
    path = Path(busan).submitted()
    with within(busan.agency):
        last = open_deadlines(path.officer, subject=path.application).get().last_day
    page = signed_in(busan.manager).post(f"{CASES}{path.application.public_id}/period/?lang=en", {
        "period-to": last.isoformat(), "period-reason": "담당자가 바뀌었습니다."}).content.decode()
    assert "The new last day lies after the one that stands." in page and "담당자가 바뀌었습니다.</textarea>" in page
    assert re.search(r"<details[^>]* open", page)
