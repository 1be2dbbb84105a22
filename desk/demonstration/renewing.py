"""Renewal in the demonstration: three certificates whose days of renewal have begun. Nobody has begun one yet (owner@saessak.example),
one is half written (owner@deulkkot.example), one is handed in and with its assessors (owner@hantteut.example)."""
from datetime import date, timedelta

from certification import workflow as certification
from certification.models import Certificate
from core import clock
from core.calendar import months_before, next_working_day
from desk.demonstration.cases import WORKER, Case, Office, announce, at, staff, workday
from desk.demonstration.meetings import hold_meeting
from desk.demonstration.pool import renew_pledges
from desk.demonstration.providers import CHILD, CONFIRMED, EXERCISE, MIND, Firm
from desk.demonstration.scheme import SIX, announce_round
from desk.demonstration.texts import ANSWERS
from providers.models import Offering, ServiceType

PILOT = "2024년 사회서비스 품질인증 시범 공고"
RENEWAL = "사회서비스 품질인증 재인증 상시 공고"
WAITING, WRITING, HANDED_IN = ACCOUNTS = ("saessak", "deulkkot", "hantteut")
OFFICES = [f"office@{account}.example" for account in ACCOUNTS]
LEFT, MONTHS = timedelta(days=155), 36          # how long they still hold: renewal began 25 days ago, and goes on for 95 days
CHANGED = {
    "1.2.2": "연간 교육계획에 따라 법정교육을 모두 이수하였고, 사례회의를 2주마다 엽니다. 신규 직원은 석 달 동안 선임과 함께 일합니다.",
    "2.2.2": "회기가 끝나는 날 태블릿으로 기록을 쓰고 담당자가 전자서명하며, 권한을 나누어 5년 동안 보관합니다.",
}


def first_holders():
    """Registered in time for the pilot round."""
    since = (clock.today() - before(106)).days
    named = (
        (WAITING, "새싹아동발달센터", "Saessak Child Development Centre", "문하림", "26530", CHILD),
        (WRITING, "들꽃마음건강센터", "Deulkkot Mental Health Centre", "채여울", "26290", MIND),
        (HANDED_IN, "한뜻운동처방센터", "Hantteut Exercise Centre", "진서로", "26320", EXERCISE))
    return [Firm("busan", account, name, name_en, owner, district, since, CONFIRMED, {"본점": [service]})
            for account, name, name_en, owner, district, service in named]


def given_on():
    """The day of their certificates: three years before they end."""
    return next_working_day(months_before(clock.today() + LEFT, MONTHS))


def before(days):
    return workday(given_on(), -days)


def certify_first(version):
    """The pilot round, so many days before the certificates that it gave. People of its own, so that nobody else's turn moves."""
    office = Office("busan", assessors=6)
    renew_pledges(office, before(97))
    round = announce_pilot(version)
    cases = [Case(office, round, offering_of(account)).to_committee(before(90 - place), pace=0.9) for place, account in enumerate(ACCOUNTS)]
    decisions = hold_meeting(office, cases, before(14), "시범 공고 품질인증위원회")
    announce(office, round, decisions, given_on(), "시범 공고 품질인증 심사 결과")


def announce_pilot(version):
    facts = {"version": version, "year": 2024, "name_ko": PILOT, "name_en": "Quality certification 2024, pilot",
             "opens_at": clock.day_start(before(97)), "closes_at": clock.end_of(before(80)), "results_on": given_on()}
    with clock.travel(at(before(102), 9)):
        round = certification.draft_round(facts, list(ServiceType.objects.filter(code__in=SIX)), actor=staff("officer", "busan"))
        return certification.announce_round(round, actor=staff("manager", "busan"))


def offering_of(account):
    rows = Offering.objects.visible_to(WORKER).select_related("site__provider", "service_type")
    return rows.get(site__provider__email=f"office@{account}.example")


def renew(office, version):
    """A round that stands open as long as these can be renewed: one renewal is half written, one is before its assessors."""
    closes_on = max(date(2027, 6, 30), clock.today() + LEFT)
    round = announce_round("busan", version, 2026, kind="renewal", services=SIX, announced_on=date(2025, 12, 15), opens_on=date(2026, 1, 2),
                           closes_on=closes_on, results_on=closes_on + timedelta(days=150), quota=None, name_ko=RENEWAL,
                           name_en="Renewal of certificates, all year")
    Renewal(office, round, offering_of(WRITING)).begin(ago(6), answered=8)
    case = Renewal(office, round, offering_of(HANDED_IN)).hand_in(ago(15)).screen(ago(11)).assign(ago(9)).tell_the_team(ago(7))
    case.judge(0, ago(3), judged=5, hand_in=False)


class Renewal(Case):
    """Says what it said the last time, but for what has changed since."""

    words = ANSWERS | CHANGED


def ago(days):
    return workday(clock.today(), -days)


def told_elsewhere():
    """Certificates of which nothing but their renewal is told."""
    return Certificate.objects.visible_to(WORKER).filter(provider__email__in=OFFICES).values("pk")
