"""Histories of a review that nobody would think of: assigned, declared, refused, ended, judged, sent, settled, reopened in any order.

At no point does a file open without a declaration, and nobody sees a judgement of another before all of the team are in. What may be
seen is worked out here from what was done, not asked of the house. A few histories with every run, many with FULL=1.
"""
import os
import re
from collections import Counter
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import translation
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from core import clock
from core.addresses import addressed
from core.errors import Refused
from core.tenancy import within
from evaluations import workflow
from evaluations.models import Assignment, ConsolidatedJudgement, Judgement, SealedFile, Sheet
from panels import workflow as panels
from panels.models import Declaration
from tests import factories as f
from tests.architecture.world import undone
from tests.evaluations.path import Path

FULL = bool(os.environ.get("FULL"))
EXAMPLES, STEPS = (60, 30) if FULL else (6, 20)
CANARY = re.compile(r"CANARY-\d+-\d+")
REASON = "다른 사정이 있습니다."
WHO = st.integers(0, 2)
LEAD_OR_ANYBODY = st.sampled_from(["lead", "lead", "lead", 0, 1, 2])
RARELY = st.sampled_from([False, False, False, True])
BEGINNINGS = [(2, 2, 2), (3, 3, 3), (2, 2, 2), (3, 3, 2), (2, 2, 1), (3, 2, 2), (2, 1, 0), (1, 1, 0)]     # assigned, without ties, sent
READERS, OTHERS = ("officer", "manager", "director", "auditor", "admin"), ("owner", "neighbour", "committee", "observer", "trainer")


class Review(RuleBasedStateMachine):
    """Three of the pool and one case. `path` and `done` (how often each thing happened) are set by the test."""

    path, done = None, None

    def __init__(self):
        super().__init__()
        self.around = undone()
        self.around.__enter__()
        self.scope, self.words = within(self.path.place.agency), translation.override("en")
        self.scope.__enter__()
        self.words.__enter__()
        self.assigned, self.told, self.recused, self.sheets, self.serial = {}, {}, set(), {}, 0

    def teardown(self):
        for one in (self.words, self.scope, self.around):
            one.__exit__(None, None, None)

    # ---- what the house was asked to do, and whether it did

    def tried(self, what, work, *args, **kwargs):
        """The outcome, or None if it was refused: then nothing has happened."""
        try:
            result = work(*args, **kwargs)
        except (Refused, PermissionDenied):
            return None
        self.done[what] += 1
        return result

    def actor(self, who):
        return self.path.as_(self.path.pool[who])

    def assignment(self, who):
        return Assignment.everything.filter(user=self.path.pool[who], ended_at=None).first()

    @initialize(team=st.permutations([0, 1, 2]), beginning=st.sampled_from(BEGINNINGS), has_interest=RARELY,
                verdict=st.sampled_from(["ok", "fail", "onsite"]))
    def begin_with_a_team(self, team, beginning, has_interest, verdict):
        """Most histories of a review begin so: half of them with a team that has handed in."""
        size, untied, sent = beginning
        for place, who in enumerate(team[:size]):
            self.assign(who, is_lead=place == 0)
            if place < untied or has_interest:
                self.declare(who, has_interest=place >= untied)
        for place, who in enumerate(team[:sent]):
            self.review(who, verdict if place else "ok", 3)

    @rule(who=WHO, verdict=st.sampled_from(["ok", "fail", "onsite", ""]), steps=st.sampled_from([3, 3, 2, 1]))
    def review(self, who, verdict, steps):
        """The sheet begun, judged and sent, or as far as that."""
        self.begin(who)
        if steps > 1:
            self.judge(who, verdict)
        if steps > 2:
            self.send(who)

    @rule(who=WHO, is_lead=st.booleans())
    def assign(self, who, is_lead):
        path = self.path
        done = self.tried("assign", workflow.assign_assessor, path.fresh(), path.pool[who], is_lead=is_lead, actor=path.officer)
        if done:
            self.assigned[who] = done.pk

    @rule(who=WHO, happens=RARELY)
    def end(self, who, happens):
        assignment = self.assignment(who)
        if happens and assignment and self.tried("end", workflow.end_assignment, assignment, reason=REASON, actor=self.path.officer):
            del self.assigned[who]

    @rule(who=WHO, has_interest=st.sampled_from([False, False, False, True]))
    def declare(self, who, has_interest):
        declaration = Declaration.everything.filter(user=self.path.pool[who]).first()
        if declaration and self.tried(f"declare {has_interest}", workflow.declare, declaration, has_interest=has_interest,
                                      statement=REASON, actor=self.actor(who)):
            self.told[who] = has_interest

    @rule(who=WHO, happens=RARELY)
    def recuse(self, who, happens):
        if happens and self.tried("recuse", panels.recuse, self.path.pool[who], subject_type="evaluations.application",
                                    matter=self.path.application.matter, ground="detected", reason=REASON, actor=self.path.officer):
            self.recused.add(who)

    def begin(self, who):
        sheet = self.tried("begin", workflow.begin_sheet, self.path.fresh(), actor=self.actor(who))
        assert not sheet or self.may_open(who)

    def judge(self, who, verdict):
        row = Judgement.everything.filter(sheet__assignment=self.assigned.get(who)).select_related("sheet__application",
                                                                                                   "sheet__assignment").first()
        if row is None:
            return
        self.serial += 1
        word = f"CANARY-{who}-{self.serial}"
        kept = self.tried("judge", workflow.save_judgement, row, verdict=verdict, reason_code="other", reason=word, note=word,
                          base_version=row.version, actor=self.actor(who))
        assert not kept or self.may_open(who)

    def send(self, who):
        sheet = Sheet.everything.filter(assignment=self.assigned.get(who), submitted_at=None).first()
        if sheet and self.tried("send", workflow.submit_sheet, sheet, actor=self.actor(who)):
            self.sheets[self.assigned[who]] = who

    def lead_or(self, who):
        """The account of who leads now, or of somebody of the pool."""
        lead = Assignment.everything.filter(is_lead=True, ended_at=None).select_related("user").first() if who == "lead" else None
        return self.path.as_(lead.user) if lead else self.actor(0 if who == "lead" else who)

    @rule(who=LEAD_OR_ANYBODY)
    def settle(self, who):
        row = ConsolidatedJudgement.everything.first()
        if row:
            self.serial += 1
            kept = self.tried("settle", workflow.save_consolidated, row, verdict="onsite", reason=f"CANARY-9-{self.serial}",
                              base_version=row.version, actor=self.lead_or(who))
            assert not kept or self.all_in()

    @rule(who=LEAD_OR_ANYBODY)
    def conclude_or_reopen(self, who):
        if self.path.fresh().reviewed_at is None:
            with clock.travel(clock.now() - timedelta(days=20)):
                self.tried("tell", workflow.announce_team, self.path.fresh(), actor=self.path.officer)
            self.tried("conclude", workflow.conclude_review, self.path.fresh(), actor=self.lead_or(who))
            return
        self.tried("reopen", workflow.reopen_stage, self.path.fresh(), reason=REASON, actor=self.path.as_(self.path.place.manager))

    # ---- what may be seen, worked out from that

    def may_open(self, who):
        return who in self.assigned and self.told.get(who) is False and who not in self.recused

    def all_in(self):
        return len(self.assigned) >= 2 and all(one in self.sheets for one in self.assigned.values())

    @invariant()
    def the_door_agrees(self):
        """Asked of every table as each of the pool, after every step: cheaper than pages, and no rule can slip by."""
        for who in range(3):
            actor = self.actor(who)
            assert SealedFile.objects.visible_to(actor).exists() is self.may_open(who), who
            foreign = Judgement.objects.visible_to(actor).exclude(sheet__user=self.path.pool[who])
            assert not foreign.exists() or (self.may_open(who) and self.all_in()), who
        assert Judgement.objects.visible_to(self.path.officer).exists() is self.all_in()

    def get(self, user, name, public_id=None):
        client = Client()
        client.force_login(user)
        with addressed(self.path.place.agency.prefix, "config.urls_agency"):
            address = reverse(name, kwargs={"public_id": public_id} if public_id else None)
        answer = client.get(address)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        return answer.status_code, set(CANARY.findall(body.decode(errors="replace")))

    @rule(who=WHO)
    def open_a_file(self, who):
        status, _found = self.get(self.path.pool[who], "assess_file", SealedFile.everything.first().public_id)
        assert (status == 200) is self.may_open(who), (who, status)
        self.done["open"] += status == 200

    @rule(who=WHO)
    def look_as_an_assessor(self, who):
        """Every page of the review that there is, one's own and those of others."""
        user, case = self.path.pool[who], self.path.application.public_id
        pages = [("assess_home", None), ("assess_case", case), ("assess_consolidation", case)]
        pages += [("assess_judgement", one) for one in Judgement.everything.values_list("public_id", flat=True)]
        pages += [("assess_settle", one) for one in ConsolidatedJudgement.everything.values_list("public_id", flat=True)]
        for name, public_id in pages:
            _status, found = self.get(user, name, public_id)
            foreign = {word for word in found if not word.startswith(f"CANARY-{who}-")}
            assert not foreign or (self.may_open(who) and self.all_in()), (who, name, foreign)
            self.done["seen"] += bool(foreign)

    @rule(role=st.sampled_from(READERS + OTHERS))
    def look_as_another(self, role):
        user, case = getattr(self.path.place, role), self.path.application.public_id
        pages = [("desk_case", case), ("desk_supplement", case), ("admin:core_auditevent_changelist", None)]
        for name, public_id in pages if role in READERS else [("portal_application", case), *pages[:1], ("assess_case", case)]:
            _status, found = self.get(user, name, public_id)
            assert not found or (self.all_in() and role in READERS), (role, name, found)


@pytest.fixture(autouse=True)
def quiet(caplog):
    """Every other page refuses: that is not worth a line each."""
    caplog.set_level("ERROR", logger="django.request")


def test_no_history_opens_a_file_undeclared_or_shows_a_judgement_too_early(busan):
    path, done = Path(busan, indicators=1).screened(), Counter()
    with within(busan.agency):
        path.pool = [busan.assessor, path.one_more("assessor"), path.one_more("assessor")]
        for user in path.pool:
            f.PoolMemberFactory(user=user)
    machine = type("History", (Review,), {"path": path, "done": done})
    run_state_machine_as_test(machine, settings=settings(
        max_examples=EXAMPLES, stateful_step_count=STEPS, deadline=None, derandomize=not FULL, database=None,
        suppress_health_check=list(HealthCheck)))
    wanted = {"assign", "begin", "judge", "send", "open"} | ({"settle", "end", "recuse", "seen", "conclude", "reopen"} if FULL else set())
    assert wanted <= {what for what, count in done.items() if count}, done              # not a machine that only hears no
