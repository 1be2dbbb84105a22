"""What agencies share in the demonstration: each keeps its lines of the contact book."""
from accounts.models import Agency, Role
from agencies.workflow.contact import add_contact
from core import clock
from core.tenancy import within
from desk.demonstration.agencies import OFFICES, OPENED_ON
from desk.demonstration.cases import at, staff
from desk.demonstration.people import ADMINISTRATORS, COLLEAGUES
from providers import telephone

GENERAL = ("general", "기획, 총무", "Planning and general affairs", "팀장", "Team leader")
OF_ROLES = {            # function, tasks and position in both languages
    Role.OFFICER: ("certification", "품질인증 접수, 심사 진행", "Applications and evaluation", "주임", "Officer"),
    Role.MANAGER: ("evaluation", "경영평가 대응, 성과보고서", "Management evaluation and performance reports", "부장", "Manager"),
    Role.TRAINER: ("training", "종사자 교육과정 운영", "Courses for staff", "대리", "Trainer"),
}
AT_CENTRAL = {Role.OFFICER: ("evaluation", "시도 사회서비스원 경영평가 총괄", "Management evaluation of the agencies", "과장", "Officer"),
              Role.MANAGER: ("support", "시도 사회서비스원 지원, 협의체 운영", "Support of the agencies", "부장", "Manager")}


def build_network():
    """Planning is everybody's first line and stands on the public page; who does the rest only colleagues read."""
    for office in OFFICES:
        if office.closed_on:
            continue
        with within(Agency.objects.get(slug=office.slug)), clock.travel(at(OPENED_ON, 15)):
            lines = [("admin", ADMINISTRATORS[office.slug], GENERAL)]
            roles = AT_CENTRAL if office.slug == "central" else OF_ROLES
            lines += [(one.account, one.name, roles[one.role]) for one in COLLEAGUES if one.agency == office.slug and one.role in roles]
            for place, (account, name, line) in enumerate(lines):
                write(office, account, name, line, place)


def write(office, account, name, line, place):
    """The switchboard's number and the next ones; both belong to nobody."""
    function, duty_ko, duty_en, position_ko, position_en = line
    number = telephone.plain(office.phone)
    add_contact(function=function, duty_ko=duty_ko, duty_en=duty_en, name=name, position_ko=position_ko, position_en=position_en,
                phone=f"{number[:-4]}{int(number[-4:]) + place:04}", email=f"{account}@{office.slug}.example", is_public=place == 0,
                actor=staff("admin", office.slug))
