"""A call for excellent cases and its whole way, for the tests of excellent cases."""
from datetime import timedelta

from accounts.actors import Actor
from accounts.models import Affiliation
from agencies.models import CaseCall, GoodCase, JudgeSheet, Nomination
from agencies.queries.case_call import criteria_of
from agencies.tasks.case import tell_of_cases
from agencies.workflow import case_call, case_choice, case_judging, nomination, nomination_approval
from core import clock
from core.models import Errand
from core.tenancy import within
from panels.models import Body, Seat
from tests import factories as f
from tests.files import jpg, upload

CRITERIA = [("과제의 중요성", "Importance", 40), ("효과", "Effect", 60)]
TEXTS = {"theme_ko": "돌봄", "theme_en": "Care", "summary": "요약입니다.", "problem": "야간 돌봄 공백이 있었습니다.",
         "done": "순번제를 만들었습니다.", "changed": "대기 시간이 줄었습니다.", "contact_name": "김담당",
         "contact_at": "051-000-0001", "news": "",
         "figures": [{"name": "대기 일수", "before": "12", "after": "3", "unit": "일"}]}


def at(place, work, *args, by="officer", **said):
    user = getattr(place, by) if isinstance(by, str) else by
    with within(place.agency):
        return work(*args, **said, actor=Actor.of(user))


def body_of(central, *users, name="우수사례 심사위원회"):
    """A body of Central with these users in it; by default an assessor and a committee member."""
    with within(central.agency):
        body = Body.everything.create(name_ko=name, name_en="", founded_at=clock.now())
        for user in users or (central.assessor, central.committee):
            Seat.everything.create(body=body, user=user, from_on=clock.today() - timedelta(days=10))
    return body


def facts(body, **more):
    now = clock.now()
    return {"year": clock.today().year, "title_ko": "우수사례 공모", "title_en": "Call for cases", "text_ko": "사례를 찾습니다.",
            "text_en": "",
            "themes": [["돌봄", "Care"], ["협력", ""]], "opens_at": now - timedelta(days=1), "closes_at": now + timedelta(days=10),
            "body": body, "criteria": CRITERIA} | more


def open_call(central, *judges, **more):
    """Published and open now."""
    body = more.pop("body", None) or body_of(central, *judges)
    call = at(central, case_call.draft_call, **facts(body, **more))
    return at(central, case_call.publish_call, call, by="manager")


def begun(place, call, title="야간 긴급돌봄 순번제", **words):
    """Written whole by the officer."""
    row = at(place, nomination.begin_nomination, call, title=title)
    return at(place, nomination.save_nomination, row, base_version=0, title=title, **(TEXTS | words)).row


def pictured(place, row, alternative="당직표를 보는 직원들"):
    return at(place, nomination.add_picture, row, upload(jpg(), "사진.jpg"), alternative=alternative)


def given(place, row, by="manager"):
    return at(place, nomination_approval.give_nomination, row, by=by, arrived_at=clock.now())


def handed_in(place, call, title="야간 긴급돌봄 순번제", *, picture=False, **words):
    row = begun(place, call, title, **words)
    if picture:
        pictured(place, row)
    row = given(place, row)
    with within(place.agency):
        seen = nomination_approval.digest_of(row)
    return at(place, nomination_approval.hand_in_nomination, row, seen, by="director", arrived_at=clock.now())


def over(call):
    """The time of the call is over."""
    with within(call.agency):
        CaseCall.everything.filter(pk=call.pk).update(opens_at=clock.now() - timedelta(days=9),
                                                      closes_at=clock.now() - timedelta(seconds=1))
    return fresh(call)


def fresh(row):
    with within(row.agency):
        return type(row).everything.get(pk=row.pk)


def judged(central, call, given=((30, 50), (20, 40))):
    """Opened, filled by each judge for every case, ended. `given`: a judge's points."""
    call = at(central, case_judging.open_judging, over(call))
    fill(central, call, given)
    return at(central, case_judging.close_judging, call)


def sheets(central, call, **more):
    with within(central.agency):
        return list(JudgeSheet.everything.filter(call=call, **more).select_related("user", "nomination", "call").order_by("pk"))


def fill(central, call, given=((30, 50), (20, 40))):
    people = {}
    for sheet in sheets(central, call, barred="", handed_in_at=None):
        points = given[people.setdefault(sheet.user_id, len(people)) % len(given)]
        write(central, sheet, points)


def write(central, sheet, points, *, hand_in=True, words="좋은 사례입니다.", base=0, by=None):
    with within(central.agency):
        criteria = criteria_of(Actor.system("a test"), sheet.call)
    return at(central, case_judging.write_points, sheet, by=by or sheet.user, words=words, base_version=base, hand_in=hand_in,
              points={one.pk: (number, "") for one, number in zip(criteria, points, strict=True)})


def chosen(central, call, *selected, words="결과를 알려 드립니다."):
    """Drafted, released, approved: these nominations are selected."""
    with within(central.agency):
        rows = list(Nomination.everything.filter(call=call, stage="submitted"))
    at(central, case_choice.draft_choice, call, {row.pk: (row.pk in {one.pk for one in selected}, words) for row in rows})
    with within(central.agency):
        seen = case_choice.digest_of_choice(call)
    at(central, case_choice.release_choice, call, seen, by="manager")
    return at(central, case_choice.approve_choice, call, seen, by="director")


def published(central, place, title="야간 긴급돌봄 순번제", *, call=None, **words):
    """A case of this agency that everybody reads."""
    call = call or open_call(central)
    row = handed_in(place, call, title, **words)
    chosen(central, judged(central, call), row)
    with within(central.agency):
        return GoodCase.everything.get(nomination=row.public_id)


def told(place):
    """Names of what people of a place will be told of cases, in order."""
    tell_of_cases(place.agency)
    with within(place.agency):
        rows = Errand.everything.filter(task="correspondence.tasks.announce").order_by("pk").values_list("arguments__event", flat=True)
        return [one for one in rows if one.startswith("cases.")]


def belongs(user, agency):
    Affiliation.objects.create(user=user, agency=agency)


def member_of(central, role, email):
    """One more at Central, who belongs nowhere else."""
    with within(central.agency):
        user = f.UserFactory(email=email)
        f.MembershipFactory(user=user, role=role)
    return user
