"""Proposals on indicators through the year: toward Central's set and Busan's criteria, discussed, answered, worked in, published."""
from accounts.actors import Actor
from agencies.models import IndicatorProposal, IndicatorSet, ManagementIndicator, ProposalAnswer, ProposalTask
from agencies.queries.participation import open_agencies, proposals_for
from agencies.workflow import proposal, proposal_answer, proposal_task
from agencies.workflow.indicator_set import begin_set, freeze_set
from agencies.workflow.participation import say_participation
from certification import workflow as certification
from certification.models import Indicator
from core import clock
from core.tenancy import within
from desk.workflow.edition import publish_edition
from desk.workflow.meeting import close_meeting
from panels import workflow as panels
from panels.models import Declaration
from tests.agencies.network_year import DAY, YEAR, on

# (whose: an agency's place in the list or Central; by whom; about which indicator; handed in on; what becomes of it)
PROPOSED = (
    (0, "officer", "A1-1", "02-08", "in force"), (1, "manager", "A2-1", "02-09", "in force"),
    (2, "director", "B1-1", "03-03", "carried over"), (3, "trainer", "A3-1", "03-04", "rejected"),
    (None, "assessor", "B2-2", "03-08", "rejected"), (0, "admin", "new", "04-06", "rejected"),
    (0, "owner", "1.1.1", "04-07", "in force"), (0, "trainer", "1.1.2", "04-08", "rejected"),
    (0, "assessor", "1.1.3", "04-09", "rejected"),
)
OF_SET = range(6)                       # the others are about Busan's criteria
DISCUSSED = (0, 3)


class Indicators:
    """The part of the year that betters the indicators. `edition`: Busan's published criteria."""

    def plan_indicators(self):
        self.proposed = {}
        self.plan(on("01-11"), self.freeze_first)
        for number, (_who, _by, _code, day, _fate) in enumerate(PROPOSED):
            self.plan(on(day) - 3 * DAY, self.propose_change, number, hour=15)
            self.plan(on(day), self.hand_in_change, number, hour=15)
            self.plan(on("07-05") + number * DAY, self.draft_answer, number, hour=15)
            self.plan(on("07-19") + number * DAY, self.release_answer, number, hour=15)
        for day, deed in (("06-14", self.call_discussion), ("06-16", self.discuss), ("09-06", self.begin_edition),
                          ("10-04", self.publish_next_edition), ("11-02", self.begin_next_set), ("12-01", self.freeze_next)):
            self.plan(on(day), deed, hour=16)

    def keeper_of(self, number):
        return self.central if number in OF_SET else self.places[0]

    def side_of(self, number):
        who = PROPOSED[number][0]
        return self.central if who is None else self.places[who]

    def proposers(self, number):
        """Who hears the answer: of a provider those who edit for it."""
        place, by = self.side_of(number), PROPOSED[number][1]
        return (place.owner, place.colleague) if by == "owner" else (getattr(place, by),)

    def freeze_first(self):
        central = self.central
        made = self.act(central, "officer", begin_set, YEAR, source=None)
        said = {one.agency.pk: ("assessed", "") for one in self.places}
        self.act(central, "officer", say_participation, made, said)
        self.set = self.act(central, "manager", freeze_set, made)

    # ---- proposing

    def propose_change(self, number):
        _who, by, code, _day, _fate = PROPOSED[number]
        place = self.side_of(number)
        said = {"change": "wording", "wanted": f"이렇게 고칩니다. {number}", "reason": "기관마다 달리 읽습니다."}
        with within(place.agency):
            if code == "new":
                about, said = self.set, said | {"change": "new", "name": "돌봄 공백"}
            elif number in OF_SET:
                about = ManagementIndicator.everything.select_related("indicator_set").get(indicator_set=self.set, code=code)
            else:
                about = Indicator.everything.select_related("version__framework").get(version=self.edition, code=code)
        provider = place.provider if by == "owner" else None
        self.proposed[number] = self.act(place, by, proposal.begin_proposal, about, provider=provider, **said)
        self.unseen(self.proposed[number], place)
        if number == 0:
            self.refused("open proposal on this indicator", place, by, proposal.begin_proposal, about, **said)

    def hand_in_change(self, number):
        place = self.side_of(number)
        self.act(place, PROPOSED[number][1], proposal.hand_in_proposal, self.proposed[number])
        self.unseen(self.proposed[number], place, self.keeper_of(number))
        self.expect("indicator_proposal.handed_in", *self.keepers(self.keeper_of(number)))

    # ---- discussed and answered

    def call_discussion(self):
        central, members = self.central, self.central.committee
        body = self.act(central, "officer", panels.found_body, "지표 실무협의체", "Working-level body on indicators")
        self.act(central, "officer", panels.give_seat, body, members, "chair", from_on=self.today)
        self.discussion = self.act(central, "officer", panels.call_meeting, body, title="제1차 실무협의체",
                                   meets_at=clock.now() + 2 * DAY, place="회의실")
        self.expect("meeting.called", members)
        for number in DISCUSSED:
            row = self.at_keeper(number)
            self.act(central, "officer", proposal_answer.put_proposal_on_agenda, row, self.discussion)
            self.expect("declaration.asked", members)
            self.refused("after the body has discussed it", central, "officer", proposal_answer.draft_answer, row, outcome="accepted",
                         words="x", is_shown=True)

    def discuss(self):
        central, member = self.central, self.central.committee
        with within(central.agency):
            officer = Actor.of(central.officer)
            for one in Declaration.everything.filter(user=member, answered_at=None):
                panels.answer_declaration(one, has_interest=False, actor=Actor.of(member))
            meeting = panels.open_meeting(self.discussion, actor=officer)
            panels.note_attendance(meeting, meeting.body.seats.get(), present=True, actor=officer)
            for item, choice in zip(meeting.items.order_by("position"), ("recommend", "advise_against"), strict=True):
                ballot = panels.open_ballot(item, actor=officer, is_secret=False)
                panels.cast_vote(ballot, choice, actor=Actor.of(member), arrived_at=clock.now())
                panels.close_ballot(ballot, actor=officer)
            close_meeting(meeting, actor=officer)

    def at_keeper(self, number):
        with within(self.keeper_of(number).agency):
            return IndicatorProposal.everything.select_related("author__person").get(pk=self.proposed[number].pk)

    def draft_answer(self, number):
        keeper, fate = self.keeper_of(number), PROPOSED[number][4]
        outcome = "rejected" if fate == "rejected" else "accepted"
        self.refused("Write the reason", keeper, "officer", proposal_answer.draft_answer, self.at_keeper(number), outcome=outcome,
                     words=" ", is_shown=True)
        answer = self.act(keeper, "officer", proposal_answer.draft_answer, self.at_keeper(number), outcome=outcome,
                          words=f"검토하였습니다. {number}", is_shown=True)
        self.unseen(answer, keeper)

    def release_answer(self, number):
        keeper, fate = self.keeper_of(number), PROPOSED[number][4]
        with within(keeper.agency):
            answer = ProposalAnswer.everything.select_related("proposal__author__person", "drafted_by__person").get(
                proposal=self.proposed[number])
        self.act(keeper, "manager", proposal_answer.release_answer, answer, seen=answer.drafted_at.isoformat())
        self.expect(f"indicator_proposal.{'rejected' if fate == 'rejected' else 'accepted'}", *self.proposers(number))
        self.refused("answered or withdrawn already", keeper, "officer", proposal_answer.draft_answer, self.at_keeper(number),
                     outcome="rejected", words="또", is_shown=True)

    # ---- worked in

    def task_of(self, number):
        with within(self.keeper_of(number).agency):
            return ProposalTask.everything.select_related("proposal__version").get(proposal=self.proposed[number])

    def work_in(self, number, draft):
        self.act(self.keeper_of(number), "officer", proposal_task.work_in, self.task_of(number), draft, code=PROPOSED[number][2],
                 words=f"정의를 고쳤습니다. {number}")

    def in_force(self, keeper):
        for number in self.proposed:
            if PROPOSED[number][4] == "in force" and self.keeper_of(number) is keeper:
                self.expect("indicator_proposal.in_force", *self.proposers(number))

    def begin_edition(self):
        busan = self.places[0]
        self.next_edition = self.act(busan, "officer", certification.copy_version, self.edition, label_ko="다음판", label_en="Next")
        with within(busan.agency):
            codes = list(Indicator.everything.filter(version=self.edition).values_list("code", flat=True))
        self.act(busan, "manager", certification.settle_mapping, self.next_edition, [(code, code) for code in codes])
        self.refused("1 accepted proposal is", busan, "manager", publish_edition, self.next_edition)
        self.work_in(6, self.next_edition)

    def publish_next_edition(self):
        self.next_edition = self.act(self.places[0], "manager", publish_edition, self.next_edition)
        self.in_force(self.places[0])

    def begin_next_set(self):
        with within(self.central.agency):
            source = IndicatorSet.everything.get(pk=self.set.pk)
        self.next_set = self.act(self.central, "officer", begin_set, YEAR + 1, source=source)
        with within(self.central.agency):
            said = proposals_for(self.next_set, open_agencies())
        self.act(self.central, "officer", say_participation, self.next_set, said)
        for number in (0, 1):
            self.work_in(number, self.next_set)
        self.refused("1 accepted proposal is neither", self.central, "manager", freeze_set, self.next_set)
        self.act(self.central, "officer", proposal_task.carry_over, self.task_of(2), self.next_set, reason="내년에 함께 봅니다.")

    def freeze_next(self):
        self.next_set = self.act(self.central, "manager", freeze_set, self.next_set)
        self.in_force(self.central)
