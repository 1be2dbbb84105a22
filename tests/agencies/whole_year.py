"""A whole year of the management evaluation through the workflow: from the sample set to what everybody reads. Figures and ratings are
drawn, and all of them are kept beside, so that a test can work the results out by another hand."""
import random
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace

from accounts.actors import Actor
from accounts.models import Agency, Province, Role, User
from agencies.models import (
    Consensus,
    Disclosure,
    Discussion,
    EvaluationArea,
    ManagementIndicator,
    ManagementRating,
    Objection,
    RatingSheet,
    Report,
    ReportEntry,
)
from agencies.tasks.following import follow_at
from agencies.tasks.result import tell_of_results
from agencies.workflow import calculation, preliminary
from agencies.workflow import report as writing
from agencies.workflow import report_handing_in as handing_in
from agencies.workflow.assignment import confirm_assignment, declare_for_rating
from agencies.workflow.consensus import close_consensus, note_discussion, revise_rating
from agencies.workflow.disclosure import post_disclosure, publish_results
from agencies.workflow.group import add_to_group
from agencies.workflow.indicator_set import begin_set, freeze_set
from agencies.workflow.objection import answer_objection
from agencies.workflow.participation import say_participation
from agencies.workflow.rating import begin_sheet, hand_in_sheet, save_rating
from core import clock
from core.calendar import next_working_day
from core.tenancy import within
from panels.models import Declaration, PoolMember
from tests import factories as f
from tests.agencies.resulting import at_central, before_committee, final, object_at, part_of, result_at, voted
from tests.files import pdf, upload

YEAR = 2027
PROVINCES = ("11", "26", "27", "28", "29", "30", "31", "36", "41", "51", "43", "44", "52", "46", "47", "48")
FAR = "50"                      # a province whose agency nobody evaluates: there the assessors live
WHY = "설립 후 1년이 지나지 않음(회계연도 말 기준)"
GROUPS = {"A1": (0, 1, 2, 3, 4, 5), "A2": (4, 5, 6, 7), "A3": (7, 8, 9), "B1": (9, 10, 11), "B2": (0, 3, 6, 9, 11)}     # who rates what
PARTS = {"fulfilled": "contracted", "trained": "staff", "spent": "budget", "kept_rules": "all_rules", "disclosed_on_time": "to_disclose",
         "trained_ethics": "staff", "inspected": "to_inspect", "regular": "workers", "paid": "wage_guide", "run": "planned_run",
         "emergency_served": "emergency_asked", "supported": "planned_support"}
WHOLES = {"contracted": 13, "staff": 87, "budget": 4_863_127_000, "all_rules": 61, "to_disclose": 23, "to_inspect": 19, "workers": 211,
          "wage_guide": 2_617_000, "planned_run": 17, "emergency_asked": 419, "planned_support": 121}


def moment(month, day, hour=10):
    starts = next_working_day(date(YEAR, month, day))
    return clock.travel(clock.seoul(clock.end_of(starts)).replace(hour=hour) - timedelta(days=1))


class Year:
    """`run(...)`, and what was drawn: figures[agency][code][name], ratings[agency][code][assessor], points[agency]."""

    def __init__(self, central, provincial, *, exempt, seed=YEAR):
        self.central, self.chance = central, random.Random(seed)
        self.places, self.exempt = provincial[:-exempt], provincial[-exempt:]
        self.figures, self.ratings, self.points, self.late = {}, defaultdict(lambda: defaultdict(dict)), defaultdict(list), {}

    def run(self):
        with moment(1, 11):
            self.freeze()
        with moment(3, 22):
            self.report()
        with moment(4, 12):
            self.assign()
        with moment(5, 10):
            self.rate()
        with moment(6, 14):
            self.reward()

    def actor(self, by="officer"):
        return Actor.of(getattr(self.central, by))

    # ---- the set

    def freeze(self):
        with within(self.central.agency):
            made = begin_set(YEAR, source=None, actor=self.actor())
            said = {one.agency.pk: ("assessed", "") for one in self.places} | {one.agency.pk: ("exempt", WHY) for one in self.exempt}
            say_participation(made, said, actor=self.actor())
            self.set = freeze_set(made, actor=self.actor("manager"))
            rows = ManagementIndicator.everything.filter(indicator_set=self.set).select_related("area").prefetch_related("figures")
            self.indicators = list(rows.order_by("position"))
        for place in (*self.places, *self.exempt):
            follow_at(place.agency)

    # ---- reports

    def report(self):
        for number, place in enumerate(self.places):
            self.late[place] = {1: 4, 2: 15}.get(number, 0)         # the third loses what the set takes at most
            self.figures[place] = {one.code: self.drawn(one) for one in self.indicators}
            with within(place.agency):
                self.write(place, Report.everything.select_related("participation__indicator_set").get())

    def drawn(self, indicator):
        """Between two thirds and a little more than what was to be done."""
        names, found = [one.name for one in indicator.figures.all()], {}
        for name in names:
            if name in PARTS:
                found[name] = str(WHOLES[PARTS[name]] * self.chance.randint(66, 106) // 100)
            else:
                found[name] = str(WHOLES[name]) if name in WHOLES else {"home_served": str(self.chance.randint(700, 1400))}.get(
                    name, f"{self.chance.randint(700, 950) / 10:.1f}")
        return found

    def write(self, place, report):
        for entry in ReportEntry.everything.filter(report=report).select_related("report", "indicator"):
            saved = writing.save_entry(entry, text="올해 실적", figures=self.figures[place][entry.indicator.code], last_year="",
                                       base_version=entry.version, actor=Actor.of(place.officer))
            assert not saved.conflict
            writing.attach_file(entry, upload(pdf(), "실적 증빙.pdf"), actor=Actor.of(place.officer))
        handing_in.give_to_approve(report, actor=Actor.of(place.manager))
        days = self.late[place]
        arrived = clock.end_of(report.due_on) + timedelta(days=days - 1, hours=10)
        with clock.travel(arrived):
            handing_in.hand_in_report(report, handing_in.digest_of(report), agreed_days=days, arrived_at=arrived,
                                      actor=Actor.of(place.director))

    # ---- assessors

    def assign(self):
        with within(self.central.agency):
            self.assessors = [f.MembershipFactory(agency=self.central.agency, role=Role.ASSESSOR).user for _one in range(12)]
            PoolMember.everything.bulk_create(PoolMember(user=one, joined_at=clock.now()) for one in self.assessors)
            far, tied = Province.objects.get(code=FAR), Province.objects.get(code=PROVINCES[0])
            for area in EvaluationArea.everything.filter(indicator_set=self.set):
                for number in GROUPS[area.code]:
                    add_to_group(self.set, area, self.assessors[number], home=far, work=tied if number == 4 else far, actor=self.actor())
            confirm_assignment(self.set, actor=self.actor())
            for one in Declaration.everything.filter(answered_at=None).select_related("user"):
                interested = one.user == self.assessors[5] and one.matter == part_of(self.central, self.places[1]).public_id
                declare_for_rating(one, has_interest=interested, statement="자문 중" if interested else "", actor=Actor.of(one.user))

    def rate(self):
        with within(self.central.agency):
            places = {one.agency.pk: one for one in self.places}
            sheets = RatingSheet.everything.filter(ended_at=None).select_related(
                "participation__indicator_set", "participation__assessed", "area", "user")
            for sheet in sheets.order_by("pk"):
                self.fill(sheet, places[sheet.participation.assessed_id])
            for one in Consensus.everything.select_related("participation__indicator_set", "area").order_by("pk"):
                self.agree(one, places[one.participation.assessed_id])

    def fill(self, sheet, place):
        actor = Actor.of(sheet.user)
        sheet = begin_sheet(sheet, actor=actor)
        for row in ManagementRating.everything.filter(sheet=sheet).select_related("indicator", "sheet__participation__indicator_set"):
            given = self.chance.choice((self.chance.randint(60, 98), self.chance.randint(76, 92)))
            save_rating(row, first=Decimal(given), comment="근거가 분명합니다.", base_version=row.version, actor=actor)
            self.ratings[place][row.indicator.code][sheet.user] = given
        hand_in_sheet(sheet, actor=actor)

    def agree(self, consensus, place):
        """Who lies apart is talked about; the lowest then goes up by four."""
        for one in Discussion.everything.filter(consensus=consensus).select_related("indicator"):
            given = self.ratings[place][one.indicator.code]
            assert one.spread == max(given.values()) - min(given.values())
            if one.spread > self.set.discuss_over:
                note_discussion(one, note="자료를 함께 다시 보았습니다.", actor=self.actor())
                self.revise(consensus, one.indicator, given)
        close_consensus(consensus, actor=self.actor())

    def revise(self, consensus, indicator, given):
        user = min(given, key=lambda one: (given[one], one.pk))
        row = ManagementRating.everything.select_related("sheet").get(
            sheet__user=user, sheet__participation=consensus.participation, sheet__ended_at=None, indicator=indicator)
        given[user] += 4
        revise_rating(row, final=Decimal(given[user]), reason="논의한 근거를 반영함", actor=Actor.of(user))

    def reward(self):
        """A bonus within what counts, and bonuses beyond it."""
        for place, given in ((self.places[0], ("1.50", "1.25")), (self.places[-1], ("-0.35",))):
            for points in given:
                self.points[place].append(Decimal(points))
                at_central(self.central, calculation.add_adjustment, part_of(self.central, place), points=Decimal(points),
                           reason="우수 사례")
        at_central(self.central, calculation.calculate_all, self.set)

    # ---- results

    def tell(self):
        with moment(6, 28):
            at_central(self.central, preliminary.give_preliminary_notice, self.set, by="manager")
            for place in self.places:
                tell_of_results(place.agency)

    def object(self):
        """The first is right about a figure, the second not about a rating."""
        (first, second), figure = self.places[:2], self.indicators[1]
        with moment(6, 30):
            for place, indicator in ((first, figure), (second, self.indicators[0])):
                object_at(place, indicator)
            self.figures[first][figure.code]["fulfilled"] = "13"
            with within(self.central.agency):
                for one in Objection.everything.select_related("result__participation__indicator_set", "indicator").order_by("pk"):
                    upheld = one.result.assessed_id == first.agency.pk
                    correction = {"of": "figure", "name": "fulfilled", "becomes": "13"} if upheld else None
                    answer_objection(one, verdict="upheld" if upheld else "rejected", reason="자료를 확인하였습니다.",
                                     correction=correction, actor=self.actor())

    def decide(self):
        """Five of the committee, all of one mind; then manager and director."""
        with within(self.central.agency):
            members = [f.MembershipFactory(agency=self.central.agency, role=Role.COMMITTEE).user for _one in range(5)]
        with clock.travel(max(result_at(place).objections_until for place in self.places) + timedelta(days=1)):
            voted(self.central, *before_committee(self.central, *self.places, users=members))
            final(self.central, SimpleNamespace(set=self.set))
            for place in self.places:
                tell_of_results(place.agency)

    def publish(self):
        with moment(8, 20):
            at_central(self.central, publish_results, self.set, by="manager")
            for place in self.places:
                with within(place.agency):
                    post_disclosure(Disclosure.everything.get(agency=place.agency), words="", actor=Actor.of(place.manager))


@dataclass(frozen=True)
class House:
    """A provincial agency with an author, a manager and a director."""

    agency: Agency
    officer: User
    manager: User
    director: User


def house(slug, province):
    agency = f.AgencyFactory(slug=slug, province=Province.objects.get(code=province), name_ko=f"{slug} 사회서비스원",
                             name_en=f"Agency {slug}")
    with within(agency):
        people = {name: f.MembershipFactory(agency=agency, role=role).user
                  for name, role in (("officer", Role.OFFICER), ("manager", Role.MANAGER), ("director", Role.DIRECTOR))}
    return House(agency, **people)

