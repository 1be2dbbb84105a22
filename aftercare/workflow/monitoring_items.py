"""What a monitoring visit is about: one item for each indicator of its sample, with everything the team takes along, as copies."""
from django.utils.translation import override

from aftercare.models import Change, MonitoringFinding, SealedRow
from aftercare.queries.monitoring import reason_in_words
from core.wording import day_in_words
from evaluations.models.answer import Rating
from evaluations.workflow.visit_items import named, samples, whom_to_ask
from visits.models import Judgement


def items_of(monitoring, indicators, proposed):
    """`proposed`: {code: sample.Proposed} says why an indicator is looked at."""
    said = {row.code: row for row in SealedRow.everything.filter(seal=monitoring.seal)} if monitoring.seal_id else {}
    earlier = {}
    for one in MonitoringFinding.everything.filter(monitoring__certificate=monitoring.certificate_id).order_by("agreed_at", "pk"):
        earlier[one.code] = one
    return [{"position": place, "code": one.code, "area_code": one.criterion.area.code, "area_ko": one.criterion.area.name_ko,
             "area_en": one.criterion.area.name_en, "title_ko": one.name_ko, "title_en": one.name_en, "look_ko": one.onsite_check_ko,
             "look_en": one.onsite_check_en, "note": _why(proposed.get(one.code)), **_own_words(said.get(one.code)),
             **_found_before(earlier.get(one.code)), **samples(one), **whom_to_ask(one)} for place, one in enumerate(indicators, 1)]


def _own_words(row):
    """How it rates itself since the last self-inspection, and what stands."""
    if row is None:
        return {}
    with override("ko"):
        changed = f"[{Change(row.change).label}] " if row.change else ""
    return {**named("rating", row.rating and Rating(row.rating)), "explanation": f"{changed}{row.stands}".strip()}


def _found_before(finding):
    """What the last visit found."""
    if finding is None:
        return {}
    when = day_in_words(finding.agreed_at, "ko")
    return {**named("finding", Judgement(finding.judgement)), "grounds": f"{finding.text} ({when})".strip()}


def _why(proposed):
    with override("ko"):
        return ", ".join(reason_in_words(code) for code in proposed.reasons) if proposed else ""
