"""Administrative dispositions: one row for each."""
from django.utils.translation import gettext as _

from core import clock
from core.tables import Column, choices_of, day, text
from desk.imports.plan import Line, Numbered, Plan, first_of_its_kind, number_column
from providers.models import Disposition
from providers.queries import dispositions_of_providers
from providers.workflow import import_dispositions

WITH_SCANS = False
SENTENCES = {
    "ko": ["행정처분 하나를 한 행에 적습니다. 기관은 사업자등록번호로 찾으므로 먼저 등록되어 있어야 합니다.",
           "같은 기관·종류·처분일이 이미 있으면 종료일·처분기관·비고만 고칩니다."],
    "en": ["One row for each disposition. The provider is found by its number and has to be entered before.",
           "Where provider, kind and day are there already, only the end, the authority and the note are changed."],
}
TOLD = ("to_on", "authority", "note")


def columns(agency):
    return (
        number_column(),
        Column("kind", "처분 종류", "Kind of disposition", required=True, choices=choices_of(Disposition.Kind)),
        Column("from_on", "처분일", "Imposed on", required=True, clean=day, hint_ko="예: 2024-03-11", hint_en="Like 2024-03-11"),
        Column("to_on", "처분 종료일", "In force until", clean=day, empty=None, hint_ko="영업정지처럼 기간이 있을 때 적습니다.",
               hint_en="For a disposition with a period."),
        Column("authority", "처분기관", "Authority", required=True, clean=text(80), hint_ko="예: 부산광역시 사상구청",
               hint_en="Who imposed it."),
        Column("note", "비고", "Note", clean=text(300), width=40),
    )


def plan(reading, columns, *, actor, scans=None):
    """What the file would do, in its order."""
    numbered, seen, found = Numbered(reading, columns, actor), {}, Plan()
    there = {(row.provider_id, row.kind, row.from_on): row for row in dispositions_of_providers(actor, numbered.providers.values())}
    for row in reading.rows:
        provider = numbered.find(row)
        if provider is None or not _is_right(reading, columns, row, seen):
            continue
        entry = {"provider": provider, **{name: row[name] for name in ("kind", "from_on", *TOLD)}}
        known = there.get((provider.pk, row["kind"], row["from_on"]))
        differs = known and any(entry[name] not in ("", None) and getattr(known, name) != entry[name] for name in TOLD)
        found.entries.append(entry)
        found.lines.append(Line(row.number, "made" if known is None else "changed" if differs else "left",
                                f"{provider.name} ({provider.number})", f"{Disposition.Kind(row['kind']).label} {row['from_on']}"))
    return found


def _is_right(reading, columns, row, seen):
    before = len(reading.problems)
    if row["to_on"] and row["to_on"] < row["from_on"]:
        reading.wrong(row, "to_on", _("The last day lies before the first."), columns)
    if row["from_on"] > clock.today():
        reading.wrong(row, "from_on", _("This day has not come yet."), columns)
    first_of_its_kind(reading, columns, row, seen, (row["number"], row["kind"], row["from_on"]), "from_on")
    return len(reading.problems) == before


def carry(plan, *, actor):
    import_dispositions(plan.entries, actor=actor)
