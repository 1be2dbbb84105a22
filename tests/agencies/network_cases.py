"""Excellent cases through the year: called for, nominated, judged, chosen, published, used elsewhere."""
from agencies.models import CaseCriterion, GoodCase, JudgeSheet, Nomination
from agencies.workflow import case_call, case_choice, case_judging, case_reuse, nomination, nomination_approval
from core import clock
from core.tenancy import within
from panels import workflow as panels
from tests.agencies.casing import CRITERIA, TEXTS
from tests.agencies.network_year import DAY, on, reminded_on

LAST_DAY = on("05-14")
# (whose, its title, handed in on, whether it is chosen)
CASES = (
    (0, "야간 긴급돌봄 순번제", "04-20", True), (0, "돌봄 인력 공동 채용", "05-03", True), (1, "찾아가는 상담 버스", "04-22", True),
    (1, "시설 안전 점검표", "05-06", False), (2, "퇴원 환자 돌봄 이음", "05-07", True), (2, "종사자 쉼터", "05-12", True),
    (3, "섬 지역 방문 돌봄", "05-12", True), (3, "돌봄 통역", "05-13", False),
)
REUSES = ((1, 0, "07-05", "10-05"), (3, 4, "07-12", "10-06"))          # who, which case, begun, with its result


class Cases:
    """The part of the year that is about excellent cases."""

    def plan_cases(self):
        self.plan(on("03-02"), self.draft_call)
        self.plan(on("03-10"), self.publish_call)
        self.plan(on("04-01"), self.call_is_open)
        self.nominated = {}
        for number, (_who, _title, day, _chosen) in enumerate(CASES):
            for step, deed in enumerate((self.begin_case, self.give_case, self.release_case, self.hand_in_case), -3):
                self.plan(on(day) + step * DAY, deed, number, hour=13)
        self.plan(on("04-25"), self.nominate_twice)
        self.plan(on("05-17"), self.come_late)
        self.watched |= {reminded_on(LAST_DAY, rung) for rung in (-14, -3, 0)}
        for day, deed in (("05-18", self.open_judging), ("05-24", self.judge), ("06-01", self.close_judging), ("06-03", self.draft_choice),
                          ("06-04", self.release_choice), ("06-07", self.approve_choice)):
            self.plan(on(day), deed)
        for number, (_who, _case, begun, result) in enumerate(REUSES):
            for day, deed in ((on(begun), self.begin_reuse), (on(begun) + 3 * DAY, self.publish_reuse), (on(result), self.add_result)):
                self.plan(day, deed, number)

    # ---- the call

    def draft_call(self):
        officer = self.central.officer
        body = self.act(self.central, officer, panels.found_body, "우수사례 심사위원회", "Judges")
        for user in (self.central.assessor, self.central.committee):
            self.act(self.central, officer, panels.give_seat, body, user, "member", from_on=self.today)
        facts = {"year": self.today.year, "title_ko": "우수사례 공모", "title_en": "", "text_ko": "사례를 찾습니다.", "text_en": "",
                 "themes": [["돌봄", "Care"]], "opens_at": clock.day_start(on("04-01")), "closes_at": clock.end_of(LAST_DAY), "body": body}
        self.case_call = self.act(self.central, officer, case_call.draft_call, criteria=CRITERIA, **facts)
        self.unseen(self.case_call, self.central)

    def publish_call(self):
        self.case_call = self.act(self.central, "manager", case_call.publish_call, self.case_call)

    def call_is_open(self):
        for place in self.places:
            self.expect("cases.call_open", *self.keepers(place), place.director)

    def expect_call_reminders(self, until):
        """On each of its days those agencies that had nominated nothing by then."""
        for rung in (-14, -3, 0):
            day = reminded_on(LAST_DAY, rung)
            for who, place in enumerate(self.places if day <= until else []):
                if all(on(given) >= day for agency, _title, given, _chosen in CASES if agency == who):
                    self.expect("deadline.near", *self.keepers(place))

    # ---- nominations

    def begin_case(self, number):
        who, title, _day, _chosen = CASES[number]
        place = self.places[who]
        row = self.act(place, "officer", nomination.begin_nomination, self.case_call, title=title)
        row = self.act(place, "officer", nomination.save_nomination, row, base_version=0, title=title, **TEXTS).row
        self.unseen(row, place)
        self.nominated[number] = row

    def give_case(self, number):
        place = self.places[CASES[number][0]]
        self.act(place, "officer", nomination_approval.give_nomination, self.nominated[number], arrived_at=clock.now())
        self.expect("approval.waits", place.manager)

    def seen(self, number):
        place = self.places[CASES[number][0]]
        with within(place.agency):
            row = Nomination.everything.select_related("call").get(pk=self.nominated[number].pk)
            return place, row, nomination_approval.digest_of(row)

    def release_case(self, number):
        place, row, digest = self.seen(number)
        self.act(place, "manager", nomination_approval.release_nomination, row, digest)
        self.unseen(row, place)
        self.expect("approval.waits", place.director)

    def hand_in_case(self, number):
        place, row, digest = self.seen(number)
        self.act(place, "director", nomination_approval.hand_in_nomination, row, digest, arrived_at=clock.now())
        self.unseen(row, place, self.central)
        self.expect("cases.nominated", *self.keepers(self.central))

    def nominate_twice(self):
        """However it is spelt."""
        self.refused("nominated a case of this title", self.places[0], "manager", nomination.begin_nomination, self.case_call,
                     title="야간  긴급 돌봄 순번제 ")

    def come_late(self):
        self.refused("not open for nominations", self.places[0], "officer", nomination.begin_nomination, self.case_call, title="늦은 사례")

    # ---- judging

    def open_judging(self):
        self.act(self.central, "officer", case_judging.open_judging, self.case_call)
        self.expect("cases.to_judge", self.central.assessor, self.central.committee)

    def judge(self):
        with within(self.central.agency):
            sheets = list(JudgeSheet.everything.select_related("user", "nomination", "call").order_by("pk"))
            criteria = list(CaseCriterion.everything.order_by("position"))
        for sheet in sheets:
            number = next(number for number, row in self.nominated.items() if row.pk == sheet.nomination_id)
            points = (35, 50) if CASES[number][3] else (20, 30)
            self.act(self.central, sheet.user, case_judging.write_points, sheet, words="의견입니다.", base_version=0, hand_in=True,
                     points={one.pk: (given, "") for one, given in zip(criteria, points, strict=True)})
            assert self.act(self.central, "officer", lambda *, actor: JudgeSheet.objects.visible_to(actor).exists()) is False
        self.unseen(sheets[0], self.central)

    def close_judging(self):
        self.act(self.central, "officer", case_judging.close_judging, self.case_call)

    def draft_choice(self):
        chosen = {row.pk: (CASES[number][3], f"결과를 알려 드립니다. {number}") for number, row in self.nominated.items()}
        self.act(self.central, "officer", case_choice.draft_choice, self.case_call, chosen)
        self.expect("approval.waits", self.central.manager)

    def digest_of_choice(self):
        with within(self.central.agency):
            return case_choice.digest_of_choice(self.case_call)

    def release_choice(self):
        self.act(self.central, "manager", case_choice.release_choice, self.case_call, self.digest_of_choice())
        self.expect("approval.waits", self.central.director)

    def approve_choice(self):
        """Nobody has read a case before; in this moment everybody may."""
        with within(self.central.agency):
            assert not GoodCase.everything.exists()
        self.act(self.central, "director", case_choice.approve_choice, self.case_call, self.digest_of_choice())
        for who, _title, _day, chosen in CASES:
            place = self.places[who]
            self.expect("cases.selected" if chosen else "cases.not_selected", *self.keepers(place), place.director)

    # ---- used elsewhere

    def case_of(self, number):
        with within(self.central.agency):
            return GoodCase.everything.get(nomination=self.nominated[number].public_id)

    def begin_reuse(self, number):
        who, case, _begun, _result = REUSES[number]
        facts = {"since_on": self.today, "adapted": f"우리 지역에 맞게 고쳤습니다. {number}", "result": ""}
        self.refused("case of your own agency", self.places[CASES[case][0]], "officer", case_reuse.begin_reuse, self.case_of(case), **facts)
        row = self.act(self.places[who], "officer", case_reuse.begin_reuse, self.case_of(case), **facts)
        self.unseen(row, self.places[who])
        self.refused("already that it uses", self.places[who], "manager", case_reuse.begin_reuse, self.case_of(case), **facts)
        self.reused[number] = row

    def publish_reuse(self, number):
        self.reused[number] = self.act(self.places[REUSES[number][0]], "manager", case_reuse.publish_reuse, self.reused[number])

    def add_result(self, number):
        row = self.reused[number]
        self.reused[number] = self.act(
            self.places[REUSES[number][0]], "officer", case_reuse.write_reuse, row, since_on=row.since_on, adapted=row.adapted,
            result=f"대기 시간이 줄었습니다. {number}", base_version=row.version)
