"""The assessor pool: one row for each assessor, found by the e-mail address of the account."""
from django.core.validators import EmailValidator
from django.utils.translation import gettext as _

from accounts import directory
from core.errors import Refused
from core.tables import Choice, Column, day, text, whole
from desk.imports.plan import Line, Plan, checked, first_of_its_kind, services, validated
from panels.models import Employment
from panels.queries import assessors_by_address, pool_found
from panels.workflow import enter_assessors
from providers import business_number

WITH_SCANS = False
LEADS = (Choice(True, "가능", "may lead"), Choice(False, "불가", "does not lead"))
SENTENCES = {
    "ko": ["심사위원 한 사람을 한 행에 적습니다. 계정은 이메일로 찾으므로 먼저 ‘사람과 역할’에서 심사위원으로 초대해 두어야 합니다.",
           "서비스와 시·군·구가 여럿이면 쉼표(,)로 나눕니다. 빈칸은 이미 입력된 내용을 지우지 않습니다."],
    "en": ["One row for each assessor. The account is found by its e-mail address and has to be an assessor of the agency before.",
           "Several services or districts are parted by commas. An empty cell never erases anything."],
}


def columns(agency):
    return (
        Column("email", "이메일", "E-mail", required=True, clean=validated(EmailValidator(), most=254), width=30),
        Column("services", "서비스", "Services", clean=listed(services(), _("There is no service “%(name)s”.")), empty=(), width=40,
               hint_ko="쉼표로 나눕니다.", hint_en="Parted by commas."),
        Column("districts", "시·군·구", "Districts", empty=(), width=30, hint_ko="쉼표로 나눕니다.", hint_en="Parted by commas.",
               clean=listed(named(directory.districts_of(agency.province_id)), _("There is no district “%(name)s” in this region."))),
        Column("employer", "소속 기관", "Employer", clean=text(80)),
        Column("number", "소속 기관 사업자등록번호", "Business number of the employer", clean=checked(business_number),
               hint_ko="숫자 10자리", hint_en="Ten digits."),
        Column("employed_on", "소속 시작일", "Employed since", clean=day, empty=None, hint_ko="예: 2020-03-02", hint_en="Like 2020-03-02"),
        Column("qualification", "자격", "Qualification", clean=text(80), width=30),
        Column("certificate", "자격 번호", "Number of the qualification", clean=text(40)),
        Column("valid_until", "유효기간 종료일", "Valid until", clean=day, empty=None, hint_ko="기한이 없으면 비웁니다. 예: 2028-12-31",
               hint_en="Empty if it does not expire. Like 2028-12-31"),
        Column("most_cases", "동시에 맡을 수 있는 건수", "Cases at once, at most", clean=whole(1, 99), empty=None,
               hint_ko="1에서 99까지의 숫자", hint_en="A number from 1 to 99."),
        Column("may_lead", "책임심사위원", "Lead assessor", choices=LEADS, empty=None),
    )


def named(districts):
    return [(one, (one.name_ko, one.name_en)) for one in districts]


def listed(choices, sentence):
    """A `clean` for several names in one cell, in either language."""
    pairs = [(one.value, (one.ko, one.en)) if hasattr(one, "ko") else one for one in choices]
    known = {name.casefold(): value for value, names in pairs for name in names}

    def clean(words):
        names = [name.strip() for name in words.split(",") if name.strip()]
        if unknown := next((name for name in names if name.casefold() not in known), None):
            raise Refused(sentence % {"name": unknown})
        return tuple(dict.fromkeys(known[name.casefold()] for name in names))
    return clean


def plan(reading, columns, *, actor, scans=None):
    """What the file would do, in its order."""
    found, seen, accounts = Plan(), {}, assessors_by_address({row["email"].lower() for row in reading.rows})
    members = {member.user_id: member for member in pool_found(actor).prefetch_related("qualifications")}
    for row in reading.rows:
        user = accounts.get(row["email"].lower())
        if not _is_right(reading, columns, row, user, seen):
            continue
        member, entry = members.get(user.pk), {"user": user, **{name: row[name] for name in FACTS}}
        action = "made" if member is None else "changed" if _differs(entry, member) else "left"
        found.entries.append(entry)
        found.lines.append(Line(row.number, action, f"{user} ({user.email})", _detail(entry)))
    return found


FACTS = ("services", "districts", "employer", "number", "employed_on", "qualification", "certificate", "valid_until",
         "most_cases", "may_lead")


def _is_right(reading, columns, row, user, seen):
    before = len(reading.problems)
    if user is None:
        reading.wrong(row, "email", _("No assessor of this agency has this address. Invite them first under “People and roles”."), columns)
    first_of_its_kind(reading, columns, row, seen, row["email"].lower(), "email")
    if row["number"] and not row["employer"]:
        reading.wrong(row, "employer", _("Please write the name of the employer."), columns)
    if (row["certificate"] or row["valid_until"]) and not row["qualification"]:
        reading.wrong(row, "qualification", _("Please write which qualification it is."), columns)
    return len(reading.problems) == before


def _differs(entry, member):
    """Whether the file says anything that is not there."""
    there = {"services": {one.service_type for one in member.services.all()}, "districts": {one.district for one in member.districts.all()}}
    if any(entry[name] and set(entry[name]) != there[name] for name in there):
        return True
    now = [one for one in member.employments.all() if one.name == entry["employer"] and one.capacity == Employment.Capacity.EMPLOYED]
    if entry["employer"] and not any(entry["number"] in ("", one.business_number) and entry["employed_on"] in (None, one.from_on)
                                     for one in now):
        return True
    if any(entry[name] not in (None, getattr(member, name)) for name in ("most_cases", "may_lead")):
        return True
    held = {(one.kind, one.number, one.valid_until) for one in member.qualifications.all()}
    return bool(entry["qualification"]) and (entry["qualification"], entry["certificate"], entry["valid_until"]) not in held


def _detail(entry):
    """Everything that would be written, so that what is confirmed is this."""
    said = [*entry["services"], *entry["districts"], *(entry[name] for name in FACTS[2:8])]
    if entry["most_cases"]:
        said.append(_("at most %(count)s cases") % {"count": entry["most_cases"]})
    if entry["may_lead"] is not None:
        said.append(_("may lead a team") if entry["may_lead"] else _("does not lead"))
    return " · ".join(str(one) for one in said if one)


def carry(plan, *, actor):
    enter_assessors(plan.entries, actor=actor)
