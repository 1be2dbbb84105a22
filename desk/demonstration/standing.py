"""What stands against applications in the demonstration: one disposition, and a short list of the national scheme."""
from datetime import date

from accounts.models import Agency
from core import clock
from core.tenancy import within
from desk.demonstration.cases import WORKER, at, staff
from desk.demonstration.rounds import ago
from providers import business_number
from providers import workflow as providers
from providers.models import Provider, ServiceType

ELSEWHERE = (       # invented, at home in other provinces
    ("한결같은돌봄", "dementia-prevention", date(2028, 12, 8)), ("나래아동발달연구소", "child-emotional-development", date(2027, 12, 9)),
    ("모두의운동처방", "exercise-prescription", date(2028, 12, 8)), ("마음결상담센터", "mental-health-care", None))


def build_standing():
    """After the cases, whose screening knew nothing of it."""
    with within(Agency.objects.get(slug="busan")):
        officer = staff("officer", "busan")
        warned, listed = (Provider.objects.visible_to(WORKER).get(email=f"office@{account}.example") for account in ("saebom", "moa"))
        with clock.travel(at(ago(20), 10)):
            providers.enter_disposition(warned, kind="warning", from_on=ago(35), authority="부산광역시 중구청",
                                        note="이용자 안내문에 본인부담금을 잘못 적음", actor=officer)
        services = {one.code: one for one in ServiceType.objects.all()}
        entries = [{"business_number": number(place), "name": name, "service_type": services[code], "valid_to": until}
                   for place, (name, code, until) in enumerate(ELSEWHERE)]
        entries.append({"business_number": listed.business_number, "name": listed.name, "service_type": services["mental-health-care"],
                        "valid_to": date(2027, 12, 9)})
        with clock.travel(at(ago(18), 11)):
            providers.import_national_holders(entries, actor=officer)


def number(place):
    first = f"00085{place:04}"
    return first + str(business_number.check_digit(first))
