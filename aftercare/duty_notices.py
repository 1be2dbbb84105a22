"""By when a duty is due, whom that is told, and who hears when it stays undone."""
from aftercare.models.duty import LADDER
from correspondence.events import DeadlineKind, Event

DUE, UNANNOUNCED = "duty.due", "duty.unannounced"
ASK = "aftercare.queries.duty_people."
ENDS = {"over": "certificate.has_ended", "reads": ("certificate",)}         # with its certificate

DUTY_EVENTS: list[Event] = []
DUTY_DEADLINES = [
    DeadlineKind(DUE, days=1, rule="calendar", ladder=LADDER, recipients=f"{ASK}people_of_duty", together="provider_id", **ENDS,
                 list_page="portal_duties", escalation=f"{ASK}managers", desk_page="desk_duties",
                 label_ko="인증 사후관리 의무", label_en="Duty of a certified provider"),
    DeadlineKind(UNANNOUNCED, days=1, rule="calendar", ladder=LADDER, recipients=f"{ASK}officers", together="kept_from", apart="kept_from",
                 over="certificate.has_ended", reads=("certificate", "provider"),
                 list_page="desk_duties", escalation=f"{ASK}managers", desk_page="desk_duties",
                 label_ko="불시 방문", label_en="Unannounced aftercare"),
]
