"""Builds the demonstration: everybody does what people would do, at the time they would have done it."""
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import count

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.db import transaction

from accounts import workflow
from accounts.actors import Actor
from accounts.models import Agency, District, Invitation, Province, Role, User
from accounts.workflow.people import open_account
from certification.workflow import link_log
from core import clock
from core.calendar import next_working_day
from core.tenancy import within
from desk.demonstration.agencies import HOURS_EN, HOURS_KO, OFFICES, OPENED_ON
from desk.demonstration.cases import WORKER
from desk.demonstration.certificate import certificate_of
from desk.demonstration.diagnosis import build_diagnosis
from desk.demonstration.evaluation import build_evaluation
from desk.demonstration.following_up import build_following_up
from desk.demonstration.more_firms import MORE_FIRMS
from desk.demonstration.network import build_network
from desk.demonstration.network_bodies import build_network_bodies
from desk.demonstration.network_bulletins import build_bulletins
from desk.demonstration.network_cases import build_network_cases
from desk.demonstration.network_proposals import build_proposals
from desk.demonstration.network_support import build_network_support
from desk.demonstration.open_data import build_snapshots
from desk.demonstration.organisations import HOURS, build_organisations, price_of
from desk.demonstration.papers import hwpx
from desk.demonstration.people import (
    ADMINISTRATORS,
    CENTRAL_ASSESSORS,
    COLLEAGUES,
    OPERATOR,
    PASSWORD,
    REPORTERS,
    Colleague,
    born,
    mobile,
)
from desk.demonstration.performance import build_performance
from desk.demonstration.providers import CLOSED, FIRMS, PLACES, REFUSED, STREETS, WAITING
from desk.demonstration.ratings import build_ratings
from desk.demonstration.renewing import first_holders
from desk.demonstration.results import build_results
from desk.demonstration.rounds import build_busan, build_daegu
from desk.demonstration.satisfaction import build_satisfaction
from desk.demonstration.standing import build_standing
from desk.demonstration.training_courses import build_training_courses
from desk.demonstration.training_people import build_training_people
from desk.tasks import count_certification
from providers import business_number
from providers import workflow as providers
from providers.models import ProviderMember, ServiceType

FIRST_SERIAL = 820001
FIRST_HOLDER, FIRST_PERSON = 819001, 901       # of who renews: nobody else's number moves for them
FIRST_REPORTER = 2001       # of those who write and hand in for agencies that show nothing else
FIRST_ASSESSOR = 951        # of who rates agencies
FIRST_OF_CENTRAL = 971      # who approves excellent cases
FIRST_EMPLOYEE = 3001       # of who only learns and reports
YEARS_BEFORE = 5            # providers have worked for years before they come here
POSTCODES = {"busan": 46000, "daegu": 41000}
AREA_CODES = {"busan": "051", "daegu": "053"}


FEW = 8


@transaction.atomic
def build(*, small=False):
    """All of it or nothing; `small` for tests: the round of 2025 with few applications. One password for all, so it is hashed once."""
    demonstration = Demonstration(make_password(PASSWORD))
    operator = demonstration.operator()
    for office in OFFICES:
        demonstration.open(office, operator)
    for colleague in COLLEAGUES:
        demonstration.employ(colleague)
    if not small:
        reporters = Demonstration(demonstration.password_hash, first_person=FIRST_REPORTER)
        for colleague in REPORTERS:
            reporters.employ(colleague)
    for firm in FIRMS:
        demonstration.register(firm)
    holders = Demonstration(demonstration.password_hash, FIRST_HOLDER, FIRST_PERSON)
    for firm in first_holders():
        holders.register(firm)
    for firm in MORE_FIRMS:
        demonstration.register(firm)
    build_organisations(demonstration)
    build_busan(**({"applications": FEW} if small else {}))
    build_daegu()
    build_standing()
    build_diagnosis()
    build_evaluation()
    build_performance(small=small)
    employ_assessors(demonstration.password_hash)
    build_ratings(small=small)
    build_results()
    build_satisfaction()
    build_following_up()
    build_network()
    build_proposals()
    build_bulletins()
    build_network_cases(Demonstration(demonstration.password_hash, first_person=FIRST_OF_CENTRAL))
    build_network_support()
    build_network_bodies()
    learning = Demonstration(demonstration.password_hash, first_person=FIRST_EMPLOYEE)
    build_training_people(build_training_courses(), learning, small=small)
    for firm in (*FIRMS, *MORE_FIRMS):
        demonstration.close(firm)
    for office in OFFICES:
        link_everything(Agency.objects.get(slug=office.slug))
    build_snapshots()
    count_certification()


def employ_assessors(password_hash):
    """The Central institute's, who rate agencies."""
    assessors = Demonstration(password_hash, first_person=FIRST_ASSESSOR)
    for account, name in CENTRAL_ASSESSORS:
        assessors.employ(Colleague("central", account, name, Role.ASSESSOR))


def link_everything(agency):
    """What was certified stands in the public log from the first page on; a worker signs its head."""
    with within(agency):
        while link_log(actor=WORKER):
            pass


class Demonstration:
    def __init__(self, password_hash, first_serial=FIRST_SERIAL, first_person=1):
        self.password_hash, self.serial, self.people = password_hash, count(first_serial), count(first_person)

    def operator(self):
        """Set down by hand: nobody stands above the one who opens agencies."""
        email, name = OPERATOR
        user = User.objects.create(email=email, password=self.password_hash, is_operator=True)
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
        return Actor.elsewhere(self.named(user, name))

    def named(self, user, name):
        number = next(self.people)
        return workflow.name_person(user, name, born(number), mobile(number), actor=Actor(user, str(user)))

    def open(self, office, operator):
        """The operator opens it; its administrator accepts, and enters how it is reached."""
        with clock.travel(at(OPENED_ON, 9)):
            province = Province.objects.filter(code=office.province).first()
            facts = {"slug": office.slug, "name_ko": office.name_ko, "name_en": office.name_en, "province": province,
                     "kind": Agency.Kind.PROVINCIAL if province else Agency.Kind.CENTRAL,
                     "opened_on": date.fromisoformat(office.opened_on)}
            agency = workflow.open_agency(facts, f"admin@{office.slug}.example", actor=operator)
            with within(agency):
                self.accept(f"admin@{office.slug}.example", ADMINISTRATORS[office.slug])
                workflow.change_agency(agency, {
                    "phone": office.phone, "email": f"quality@{office.slug}.example", "hours_ko": HOURS_KO, "hours_en": HOURS_EN,
                    "address_ko": office.street_ko, "address_en": office.street_en, "primary_colour": office.colour,
                }, actor=actor_at(f"admin@{office.slug}.example"))
        if office.closed_on:
            with clock.travel(at(office.closed_on - timedelta(days=30), 10)):
                workflow.close_agency(agency, office.closed_on, actor=operator)

    def employ(self, colleague):
        """Invited by the administrator; the link in the message is accepted the same day."""
        email = f"{colleague.account}@{colleague.agency}.example"
        with clock.travel(at(OPENED_ON + timedelta(days=6), 11)), within(Agency.objects.get(slug=colleague.agency)):
            workflow.invite(email, colleague.role, actor=actor_at(f"admin@{colleague.agency}.example"))
            self.accept(email, colleague.name)

    def accept(self, email, name):
        user = workflow.accept_invitation(invitation_for(email), actor=Actor.public(), password_hash=self.password_hash)
        return self.named(user, name)

    def register(self, firm):
        """The owner's account, the registration with its certificate, sites and services; then what the agency says."""
        asked = clock.today() - timedelta(days=firm.since) if isinstance(firm.since, int) else date.fromisoformat(firm.since)
        day = min(next_working_day(asked), clock.today())
        with within(Agency.objects.get(slug=firm.agency)):
            with clock.travel(min(at(day, 10), clock.now())):
                owner = self.named(open_account(f"owner@{firm.account}.example", self.password_hash, language="ko"), firm.owner)
                provider = self.hand_in(firm, Actor.of(owner), day)
            if firm.stage != WAITING:
                decide(firm, provider, next_working_day(day + timedelta(days=2)))

    def close(self, firm):
        """For some it ended, after what they had applied for."""
        if firm.stage == CLOSED:
            with within(Agency.objects.get(slug=firm.agency)), clock.travel(at(date(2026, 7, 1), 11)):
                provider = ProviderMember.objects.visible_to(WORKER).get(user__email=f"owner@{firm.account}.example").provider
                providers.close_provider(provider, actor=actor_at(f"officer@{firm.agency}.example"), reason=firm.reason)

    def hand_in(self, firm, owner, day):
        serial = next(self.serial)
        number = f"000{serial:06}"
        number += str(business_number.check_digit(number))
        district = District.objects.get(code=firm.district)
        facts = {"name": firm.name, "name_en": firm.name_en, "business_number": number, "head_name": firm.owner,
                 "email": f"office@{firm.account}.example", **place(firm, district, serial, 0)}
        certificate = paper_of(firm, number) or certificate_of({**facts, "number": business_number.formatted(number), "since": day,
                                      "address": facts["address_base"]})
        provider, _is_new = providers.register_provider(actor=owner, certificate=certificate, **facts)
        for step, (name, services) in enumerate(firm.sites.items()):
            north, east = PLACES[firm.district]
            site = providers.add_site(provider, actor=owner, name=name, **place(firm, district, serial, step), opening_hours=HOURS,
                                      latitude=Decimal(str(north + serial % 7 * 0.0011 + step * 0.004)).quantize(Decimal("0.000001")),
                                      longitude=Decimal(str(east + serial % 5 * 0.0013 - step * 0.003)).quantize(Decimal("0.000001")))
            for code in services:
                providers.add_offering(site, actor=owner, service_type=ServiceType.objects.get(code=code),
                                       registered_on=day.replace(year=day.year - YEARS_BEFORE, day=min(day.day, 28)),
                                       registration_number=f"{firm.district}-{serial % 10000:04}", **price_of(serial))
        return provider


def paper_of(firm, number):
    """A short document for those who came later: a PDF for each of them would take the demonstration a minute."""
    lines = [firm.name, business_number.formatted(number), "시연을 위해 지어낸 것입니다."]
    return None if firm in FIRMS else hwpx("사업자등록증", lines)


def decide(firm, provider, day):
    """What the agency's officer answers."""
    officer = actor_at(f"officer@{firm.agency}.example")
    with clock.travel(at(day, 15)):
        if firm.stage == REFUSED:
            providers.refuse_provider(provider, actor=officer, reason=firm.reason)
            return
        providers.confirm_provider(provider, actor=officer)


def place(firm, district, serial, step):
    """An address on a street that does not exist."""
    street = STREETS[(serial + step) % len(STREETS)]
    return {
        "district": district, "postcode": str(POSTCODES[firm.agency] + serial % 1000 + step),
        "phone": f"{AREA_CODES[firm.agency]}000{serial % 10000:04}",
        "address_base": f"{district.province.name_ko} {district.name_ko} {street} {serial % 90 + 10 + step * 7}",
        "address_detail": f"{step + 2}층",
    }


def actor_at(email):
    """This person, standing at the current agency."""
    return Actor.of(User.objects.select_related("person").get(email=email))


def at(day, hour):
    """A moment of office hours in Seoul."""
    return datetime.combine(day, time(hour), clock.SEOUL)


def invitation_for(email):
    """The invitation whose link this person finds in the mailbox."""
    return Invitation.objects.visible_to(Actor.system("the holder of a link")).get(email=email, accepted_at=None, withdrawn_at=None)
