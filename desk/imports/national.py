"""Holders of the national scheme: one row for each provider and service."""
from core.tables import Column, day, text
from desk.imports.plan import Line, Plan, first_of_its_kind, number_column, services
from providers.business_number import formatted
from providers.queries import national_certificates
from providers.workflow import import_national_holders

WITH_SCANS = False
SENTENCES = {
    "ko": ["중앙 품질인증을 받은 기관과 서비스를 한 행에 하나씩 적습니다. 우리 지역에 등록되지 않은 기관도 적을 수 있습니다.",
           "이미 있는 기관은 이름과 유효기간을 고치고, 파일에 없는 기관은 그대로 둡니다."],
    "en": ["One row for each provider and service certified by the national scheme; the provider need not be registered here.",
           "Who is there already gets the name and the day of the file; who is not in the file stays."],
}


def columns(agency):
    return (
        number_column(),
        Column("name", "기관명", "Name of the organisation", required=True, clean=text(80)),
        Column("service", "서비스", "Service", required=True, choices=services(), width=30),
        Column("valid_to", "유효기간 종료일", "Valid until", clean=day, empty=None, hint_ko="모르면 비웁니다. 예: 2028-12-08",
               hint_en="Empty if it is not known. Like 2028-12-08"),
    )


def plan(reading, columns, *, actor, scans=None):
    """What the file would do, in its order."""
    found, seen, there = Plan(), {}, national_certificates(actor)
    for row in reading.rows:
        key = row["number"], row["service"].pk
        if not first_of_its_kind(reading, columns, row, seen, key, "service"):
            continue
        entry = {"business_number": row["number"], "name": row["name"], "service_type": row["service"], "valid_to": row["valid_to"]}
        known = there.get(key)
        differs = known and (known.name != row["name"] or known.valid_to != (row["valid_to"] or known.valid_to))
        found.entries.append(entry)
        found.lines.append(Line(row.number, "made" if known is None else "changed" if differs else "left",
                                f"{row['name']} ({formatted(row['number'])})", f"{row['service']} {row['valid_to'] or ''}".strip()))
    return found


def carry(plan, *, actor):
    import_national_holders(plan.entries, actor=actor)
