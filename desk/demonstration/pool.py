"""The assessor pools of the demonstration: what each knows and where, employers, qualifications, pledges; what stands in the way."""
from datetime import date, timedelta

from accounts.models import District
from core import clock
from core.tenancy import current_agency
from desk.demonstration.cases import WORKER, at
from panels import workflow as panels
from panels.models import Employment, PoolMember
from panels.pledge import VERSION
from providers.business_number import check_digit
from providers.models import Offering, ServiceType

EMPLOYERS = ("가온대학교", "누리대학교", "다온복지재단", "라온연구원", "마루회계법인", "보람노무법인")
FORMER = {2: ("새빛사회복지관", date(2016, 3, 2), date(2021, 2, 28)), 4: ("한울병원", date(2012, 5, 1), date(2019, 12, 31))}
QUALIFICATION = "전문 심사위원 양성과정 이수"


def invented_number(serial):
    first = f"00082{serial:04}"
    return f"{first}{check_digit(first)}"


def fill_pool(office, day):
    """Taken in on that day, with what officers keep; the pledge is signed by each of them."""
    services, districts = list(ServiceType.objects.order_by("position", "code")), districts_here()
    with clock.travel(at(day, 10)):
        for place, (assessor, employer) in enumerate(zip(office.assessors, EMPLOYERS, strict=False)):
            if PoolMember.objects.visible_to(WORKER).filter(user=assessor.user).exists():
                continue
            member = panels.add_to_pool(assessor.user, employer_name=employer, employer_number=invented_number(9_000 + place),
                                        actor=office.officer)
            panels.choose_fields(member, services[place % 3:place % 3 + 3], districts[place * 2:place * 2 + 5] or districts[:5],
                                 actor=office.officer)
            panels.add_qualification(member, kind=QUALIFICATION, number=f"{day.year}-{place + 1:03}",
                                     valid_until=clock.seoul(clock.real_now()).date() + timedelta(days=400), actor=office.officer)
            if place in FORMER:
                name, since, until = FORMER[place]
                panels.add_employer(member, name=name, number=invented_number(9_100 + place), from_on=since, to_on=until, actor=assessor)
            panels.sign_pledge(member, VERSION, actor=assessor)


def renew_pledges(office, day):
    """A year later, before the cases of that year are given out."""
    with clock.travel(at(day, 9)):
        for assessor in office.assessors:
            panels.sign_pledge(PoolMember.objects.visible_to(WORKER).get(user=assessor.user, left_at=None), VERSION, actor=assessor)


def hinder_some(office):
    """At last, so that the cases of the demonstration have found their assessors: an expired qualification, days away, a competitor."""
    members = [PoolMember.objects.visible_to(WORKER).get(user=one.user, left_at=None) for one in office.assessors]
    today = clock.today()
    panels.add_qualification(members[-1], kind=QUALIFICATION, number=members[-1].qualifications.get().number,
                             valid_until=today - timedelta(days=1), actor=office.officer)
    panels.add_absence(members[-2], from_on=today - timedelta(days=2), to_on=today + timedelta(days=12), note="해외 학회",
                       actor=office.assessors[-2])
    offering = Offering.objects.visible_to(WORKER).filter(is_active=True).select_related("site__provider").order_by("-pk").first()
    provider = offering.site.provider
    panels.add_employer(members[1], name=provider.name, number=provider.business_number, capacity=Employment.Capacity.EMPLOYED,
                        from_on=date(2018, 3, 2), actor=office.assessors[1])


def districts_here():
    return list(District.objects.filter(province=current_agency().province_id).order_by("code"))
