"""The next year's round, drafted from the last one: its dates moved, its parts copied, nobody told yet."""
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from certification.models import Briefing, Round, RoundDocument, RoundQuestion, RoundRequirement, RoundService
from certification.permissions import can_draft_rounds
from certification.queries import current_version
from certification.round_calendar import moved
from core import clock
from core.tenancy import current_agency
from core.workflow import lock, record, refuse_if, require

COPIED_PARTS = (RoundService, RoundRequirement, RoundDocument, RoundQuestion, Briefing)  # attachments name the year inside
NEVER_COPIED = ("id", "public_id", "published_at")


@transaction.atomic
def clone_round(last, *, actor):
    """A draft of the year after: the same days of the week (52 weeks on, off holidays), by the edition now in force. Returns it."""
    last = lock(last)
    require(can_draft_rounds(actor))
    year = last.year + 1
    facts = _copied(last) | {"year": year, "version": current_version(actor, last.version.framework) or last.version}
    for name in ("name_ko", "name_en"):
        facts[name] = facts[name].replace(str(last.year), str(year))
    same = Round.everything.filter(agency=current_agency(), year=year, kind=last.kind, name_ko=facts["name_ko"])
    refuse_if(same.exists(), _("The round of the next year is drafted already. You find it in the list."))
    round = Round.everything.create(**facts)
    for part in COPIED_PARTS:
        for row in part.everything.filter(round=last).order_by("pk"):
            part.everything.create(**_copied(row) | {"round": round})
    record("round.cloned", round, actor=actor, of=last.pk, year=year, version=round.version_id)
    return round


def _copied(row):
    """Its fields, with days and moments a year on; what belongs to that year alone (`stays_behind`) begins anew."""
    left_out = {*NEVER_COPIED, *getattr(row, "stays_behind", ())}
    closing_days = [date.fromisoformat(day) for day in current_agency().closing_days]
    values = {field.name: getattr(row, field.name) for field in row._meta.concrete_fields if field.name not in left_out}
    values = {name: moved(name, value, closing_days) for name, value in values.items()}
    if isinstance(row, Briefing):
        values["register_until"] = min(values["register_until"], values["starts_at"])    # a holiday may push the one to the other's day
    return values | ({"written_at": clock.now()} if isinstance(values.get("written_at"), datetime) else {})
