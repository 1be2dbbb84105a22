"""A visit under way with nineteen items, taken along by one of its team; and what the recorder sends after a day in a basement."""
import hashlib
import json
import uuid

from accounts.actors import Actor
from bench.reviewing import assessor
from bench.rows import signed_in
from core import clock
from core.tenancy import within
from visits import workflow
from visits.models import VisitItem

ITEMS, OPERATIONS, SERIAL = 19, 60, 71


def visit_taken_along(agency, officer):
    """(public id of the visit, those of its items, cookie of who records)."""
    words = {"area_code": "1", "area_ko": "운영", "area_en": "Running", "title_en": "Rules", "look_ko": "대조", "look_en": "Compare"}
    with within(agency):
        visit = workflow.plan_visit(
            subject_type="evaluations.application", subject=uuid.uuid4(), subject_label="측정", purpose="certification",
            place_name="측정 본점", address="부산광역시", starts_at=clock.now(), actor=Actor.of(officer),
            items=[{"code": f"1.1.{number}", "title_ko": f"지표 {number}", **words} for number in range(1, ITEMS + 1)])
        lead, second = assessor(SERIAL), assessor(SERIAL + 1)
        workflow.set_team(visit, [(lead, True), (second, False)], actor=Actor.of(officer))
        visit = workflow.begin_visit(visit, actor=Actor.of(lead))
        workflow.take_along(visit, actor=Actor.of(lead))
        items = list(VisitItem.everything.filter(visit=visit).values_list("public_id", flat=True))
    return visit.public_id, [str(item) for item in items], signed_in(lead)


def batches(items):
    """A function that makes the next batch, each judgement building on the one before it: two of three operations, the rest interviews."""
    last = {}

    def operation(number):
        item, made = items[number % ITEMS], str(uuid.uuid4())
        if number % 3 == 2:
            told = {"kind": "entry", "words": {"kind": "interview", "source": "사회복지사", "text": f"상담 기록을 매주 남긴다고 함 {made}"}}
        else:
            words = {"judgement": "compliant", "reason_code": "", "text": f"확인함 {made}"}
            told = {"kind": "finding", "after": last.get(item), "words": words}
            last[item] = made
        body = json.dumps(told | {"item": item, "device_at": "2026-10-12T10:00:00+09:00"}, ensure_ascii=False)
        return {"id": made, "body": body, "sha256": hashlib.sha256(body.encode()).hexdigest()}

    return lambda: json.dumps({"format": 1, "device": "bench", "operations": [operation(number) for number in range(OPERATIONS)]})
