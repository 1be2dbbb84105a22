"""What the tests of public activities and of project support share."""
from datetime import timedelta

from accounts.actors import Actor
from agencies.models import SupportDecision, SupportReport, SupportRequest
from agencies.tasks.support import tell_of_support
from agencies.workflow import activity as activities
from agencies.workflow import activity_photo, support, support_decision, support_report
from core import clock
from core.models import Errand
from core.tenancy import within
from tests.files import jpg, upload


def in_days(number):
    return clock.today() + timedelta(days=number)


def at(place, work, /, *args, by="officer", **said):
    with within(place.agency):
        return work(*args, **said, actor=Actor.of(getattr(place, by)))


def told(place):
    """Names of what people of a place will be told of support."""
    with within(place.agency):
        rows = Errand.everything.filter(task="correspondence.tasks.announce").order_by("pk").values_list("arguments__event", flat=True)
        return [one for one in rows if one.startswith("support.")]


# ---- public activities

def activity_facts(**more):
    return {"title_ko": "사회서비스 주간 행사", "title_en": "", "text_ko": "시민과 함께하였습니다.", "text_en": "", "kind": "campaign",
            "from_on": in_days(-3), "until_on": in_days(-2), "place": "시민공원", "partners": "주민센터", "cost": 1_200_000,
            "reach": 300} | more


def drafted(place, /, by="officer", **more):
    return at(place, activities.draft_activity, by=by, **activity_facts(**more))


def published(place, /, **more):
    row = drafted(place, **more)
    return at(place, activities.publish_activity, row, base_version=row.version, by="manager")


def pictured(place, activity, content=None, by="officer", alt_ko="천막 아래의 사람들", **more):
    content = content or jpg(place=True)
    name = "photo.png" if content.startswith(b"\x89PNG") else "photo.jpg"
    return at(place, activity_photo.add_photo, activity, upload(content, name), alt_ko=alt_ko, by=by, **more)


# ---- project support

def facts(**more):
    return {"title": "긴급돌봄 확대", "purpose": "주말 돌봄을 넓힙니다.", "kind": "amount", "amount": 5_000_000, "from_on": in_days(5),
            "until_on": in_days(65), "plan": "인력 3명을 둡니다."} | more


def begun(place, by="officer", **more):
    return at(place, support.begin_request, by=by, **facts(**more))


def asked(place, central=None, by="officer", **more):
    """Handed in; `central`: its job has told its people."""
    row = begun(place, by=by, **more)
    row = at(place, support.hand_in_request, row, base_version=row.version, by=by)
    if central:
        tell_of_support(central.agency)
    return row


def draft(central, row, by="officer", **more):
    said = {"outcome": "full", "due_on": in_days(90)} | more
    return at(central, support_decision.draft_decision, fresh(central, row), by=by, **said)


def digest(central, row):
    with within(central.agency):
        row = SupportRequest.everything.get(pk=row.pk)
        return support_decision.digest_of(row, SupportDecision.everything.get(request=row))


def release(central, row, by="manager"):
    return at(central, support_decision.release_decision, row, digest(central, row), by=by)


def approve(central, row, by="director"):
    return at(central, support_decision.approve_decision, row, digest(central, row), by=by)


def decided(central, row, **more):
    draft(central, row, **more)
    release(central, row)
    return approve(central, row)


def granted(place, central, *, kind="amount", amount=5_000_000, **more):
    """Granted, and the agency's job has told its people."""
    row = asked(place, central, kind=kind, amount=amount)
    decided(central, row, **more)
    tell_of_support(place.agency)
    return fresh(place, row)


def fresh(place, row):
    with within(place.agency):
        return SupportRequest.everything.select_related("agency").get(pk=row.pk)


def report_facts(**more):
    return {"text": "주말 돌봄을 열었습니다.", "reach": 120, "used": 4_900_000, "explanation": ""} | more


def write(place, row, *, base=0, by="officer", **more):
    return at(place, support_report.write_report, row, base_version=base, by=by, **report_facts(**more))


def send(place, row, *, base=1, by="officer", at_moment=None):
    return at(place, support_report.send_report, row, base_version=base, arrived_at=at_moment or clock.now(), by=by)


def reported(place, central, **more):
    row = granted(place, central)
    write(place, row, **more)
    send(place, row)
    return fresh(place, row)


def done(place, central):
    row = reported(place, central)
    at(central, support_report.accept_report, fresh(central, row))
    tell_of_support(place.agency)
    return fresh(place, row)


def reports(place, row):
    with within(place.agency):
        return list(SupportReport.everything.filter(request=row).order_by("number"))
