"""What people are told of self-inspections, monitoring visits and corrective actions, and the days that are counted for them."""
from correspondence.events import DeadlineKind, Event

WHO = "aftercare.queries.watching_people"
ENDS = {"over": "certificate.has_ended", "reads": ("certificate",)}         # with the certificate
PEOPLE, DESK, MANAGERS, VISITED = (f"{WHO}.{name}" for name in ("people_of_row", "desk_of_row", "managers_of_row", "people_still_visited"))

LATE_ACTIONS = (-7, -1, 0, 7, 14)                           # at the last rung the managers hear of it too
TO_MANAGERS = {"together": "provider_id", "list_page": "portal_watched", "escalation": MANAGERS, "desk_page": "desk_correctives"}

EVENTS = [
    Event(
        "inspection.received", recipients=PEOPLE, placeholders=("inspection", "arrived", "sha256", "link"),
        subject_ko="자체점검이 접수되었습니다: {inspection}",
        body_ko="자체점검을 접수하였습니다.\n\n대상: {inspection}\n접수 일시: {arrived}\n제출본 확인값(SHA-256): {sha256}\n\n"
                "제출하신 내용은 접수한 그대로 보관합니다.\n{link}",
        subject_en="Your self-inspection has arrived: {inspection}",
        body_en="We have received your self-inspection.\n\nAbout: {inspection}\nReceived: {arrived}\n"
                "SHA-256 of what you handed in: {sha256}\n\nIt is kept exactly as it arrived.\n{link}",
    ),
    Event(
        "inspection.handed_in", recipients=DESK, placeholders=("inspection", "arrived", "link"),
        subject_ko="자체점검이 제출되었습니다: {inspection}",
        body_ko="자체점검이 제출되었습니다. 내용을 확인하여 주시기 바랍니다.\n\n대상: {inspection}\n제출 일시: {arrived}\n{link}",
        subject_en="A self-inspection was handed in: {inspection}",
        body_en="{inspection} was handed in on {arrived}. Please read it.\n{link}",
    ),
    Event(
        "inspection.returned", recipients=PEOPLE, placeholders=("inspection", "reason", "due", "link"),
        subject_ko="자체점검을 보완하여 다시 제출해 주시기 바랍니다: {inspection}",
        body_ko="제출하신 자체점검에 보완이 필요합니다.\n\n대상: {inspection}\n사유: {reason}\n다시 제출할 기한: {due}\n\n"
                "작성하신 내용은 그대로 남아 있으니 고칠 곳만 고쳐 다시 제출하시면 됩니다.\n{link}",
        subject_en="Please complete your self-inspection and hand it in again: {inspection}",
        body_en="Your self-inspection is returned to you.\n\nAbout: {inspection}\nReason: {reason}\nHand it in again by: {due}\n\n"
                "What you wrote is kept: change what has to be changed and hand it in again.\n{link}",
    ),
    Event(
        "inspection.seen", recipients=PEOPLE, placeholders=("inspection", "link"),
        subject_ko="자체점검 확인이 끝났습니다: {inspection}",
        body_ko="제출하신 자체점검을 확인하였습니다. 더 하실 일은 없습니다.\n\n대상: {inspection}\n{link}",
        subject_en="Your self-inspection has been read: {inspection}",
        body_en="The agency has read your self-inspection. There is nothing more for you to do.\n\nAbout: {inspection}\n{link}",
    ),
    Event(
        "monitoring.planned", recipients=PEOPLE, placeholders=("monitoring", "starts", "link"),
        subject_ko="모니터링 방문 안내: {starts}",
        body_ko="인증을 유지하는 동안 받으시는 모니터링 방문 일정을 안내드립니다.\n\n대상: {monitoring}\n일시: {starts}\n\n"
                "방문단이 살펴볼 내용은 아래 화면에서 보실 수 있습니다.\n{link}",
        subject_en="A monitoring visit is planned: {starts}",
        body_en="While your certificate holds, the agency visits you. The visit is planned.\n\nAbout: {monitoring}\nBeginning: {starts}\n\n"
                "What the team looks at stands on its page.\n{link}",
    ),
    Event(
        "monitoring.moved", recipients=PEOPLE, placeholders=("monitoring", "starts", "reason", "link"),
        subject_ko="모니터링 방문 일정 변경: {starts}",
        body_ko="모니터링 방문 일정이 변경되었습니다.\n\n대상: {monitoring}\n변경된 일시: {starts}\n변경 사유: {reason}\n{link}",
        subject_en="The monitoring visit has another date: {starts}",
        body_en="The monitoring visit has another date.\n\nAbout: {monitoring}\nBeginning: {starts}\nReason: {reason}\n{link}",
    ),
    Event(
        "monitoring.near", recipients=VISITED, placeholders=("monitoring", "last_day", "link"),
        subject_ko="모니터링 방문이 다가옵니다: {last_day}",
        body_ko="{last_day}에 모니터링 방문이 있습니다.\n\n대상: {monitoring}\n{link}",
        subject_en="The monitoring visit is near: {last_day}",
        body_en="The monitoring visit is on {last_day}.\n\nAbout: {monitoring}\n{link}",
    ),
    Event(
        "monitoring.ended", recipients=PEOPLE, placeholders=("monitoring", "stage", "link"),
        subject_ko="모니터링 방문 결과 안내: {monitoring}",
        body_ko="모니터링 방문이 마무리되었습니다.\n\n대상: {monitoring}\n상태: {stage}\n\n"
                "확인된 내용과 이어지는 절차는 아래 화면에서 보실 수 있습니다.\n{link}",
        subject_en="The monitoring visit has ended: {monitoring}",
        body_en="The monitoring visit has ended.\n\nAbout: {monitoring}\nState: {stage}\n\n"
                "What was found and what follows stand on its page.\n{link}",
    ),
    Event(
        "monitoring.stood_back", recipients=DESK, placeholders=("monitoring", "link"),
        subject_ko="모니터링 방문단에서 한 명이 회피하였습니다: {monitoring}",
        body_ko="이해관계를 신고한 심사위원이 방문단에서 빠졌습니다. 대신할 사람을 정하여 주시기 바랍니다.\n\n대상: {monitoring}\n{link}",
        subject_en="Somebody stands back from a monitoring visit: {monitoring}",
        body_en="An assessor has declared an interest and left the team. Please name somebody else.\n\nAbout: {monitoring}\n{link}",
    ),
    Event(
        "correction.requested", recipients=PEOPLE, placeholders=("told", "due", "link"),
        subject_ko="시정조치를 제출해 주시기 바랍니다: {subject}",
        body_ko="점검에서 확인된 사항에 대하여 시정조치를 요청드립니다.\n\n대상: {subject}\n확인된 사항: {told}\n제출 기한: {due}\n\n"
                "원인과 조치 계획, 조치를 마칠 날을 적어 제출하여 주시기 바랍니다.\n{link}",
        subject_en="Please hand in a corrective action: {subject}",
        body_en="Something was found that has to be corrected.\n\nAbout: {subject}\nFound: {told}\nHand in by: {due}\n\n"
                "Write the cause, what you do about it, and by which day it is done.\n{link}",
    ),
    Event(
        "correction.received", recipients=PEOPLE, placeholders=("arrived", "sha256", "link"),
        subject_ko="시정조치가 접수되었습니다: {subject}",
        body_ko="시정조치를 접수하였습니다.\n\n대상: {subject}\n접수 일시: {arrived}\n제출본 확인값(SHA-256): {sha256}\n\n"
                "검토한 뒤 결과를 알려 드립니다.\n{link}",
        subject_en="Your corrective action has arrived: {subject}",
        body_en="We have received your corrective action.\n\nAbout: {subject}\nReceived: {arrived}\nSHA-256: {sha256}\n\n"
                "You are told the answer.\n{link}",
    ),
    Event(
        "correction.handed_in", recipients=DESK, placeholders=("arrived", "link"),
        subject_ko="시정조치가 제출되었습니다: {subject}",
        body_ko="시정조치가 제출되었습니다. 검토하여 주시기 바랍니다.\n\n대상: {subject}\n제출 일시: {arrived}\n{link}",
        subject_en="A corrective action was handed in: {subject}",
        body_en="The corrective action for {subject} was handed in on {arrived}. Please answer it.\n{link}",
    ),
    Event(
        "correction.accepted", recipients=PEOPLE, placeholders=("reason", "check", "link"),
        subject_ko="시정조치가 수용되었습니다: {subject}",
        body_ko="제출하신 시정조치를 수용하였습니다.\n\n대상: {subject}\n검토 의견: {reason}\n효과 확인: {check}부터\n\n"
                "계획하신 대로 조치하여 주시기 바랍니다. 그날 이후 효과를 확인합니다.\n{link}",
        subject_en="Your corrective action is accepted: {subject}",
        body_en="Your corrective action is accepted.\n\nAbout: {subject}\nAnswer: {reason}\nIts effect is checked from: {check}\n\n"
                "Please carry it out as planned.\n{link}",
    ),
    Event(
        "correction.returned", recipients=PEOPLE, placeholders=("reason", "due", "link"),
        subject_ko="시정조치를 보완하여 다시 제출해 주시기 바랍니다: {subject}",
        body_ko="제출하신 시정조치에 보완이 필요합니다.\n\n대상: {subject}\n사유: {reason}\n다시 제출할 기한: {due}\n{link}",
        subject_en="Please hand in your corrective action again: {subject}",
        body_en="Your corrective action is returned to you.\n\nAbout: {subject}\nReason: {reason}\nHand it in again by: {due}\n{link}",
    ),
    Event(
        "correction.closed", recipients=PEOPLE, placeholders=("outcome", "reason", "link"),
        subject_ko="시정조치가 종결되었습니다: {subject}",
        body_ko="시정조치를 종결하였습니다.\n\n대상: {subject}\n결과: {outcome}\n확인한 내용: {reason}\n{link}",
        subject_en="A corrective action is closed: {subject}",
        body_en="A corrective action is closed.\n\nAbout: {subject}\nOutcome: {outcome}\nWhat was found: {reason}\n{link}",
    ),
    Event(
        "correction.handed_over", recipients=MANAGERS, placeholders=("reason", "link"),
        subject_ko="효과가 없는 시정조치가 처분 절차로 넘어왔습니다: {subject}",
        body_ko="시정조치의 효과가 확인되지 않아 처분 절차로 넘겼습니다. 처분 여부를 검토하여 주시기 바랍니다.\n\n"
                "대상: {subject}\n확인한 내용: {reason}\n{link}",
        subject_en="A corrective action without effect was handed over: {subject}",
        body_en="A corrective action had no effect and was handed over to the sanction procedure.\n\nAbout: {subject}\n"
                "What was found: {reason}\n{link}",
    ),
]

DEADLINES = [
    DeadlineKind("monitoring.day", days=7, rule="calendar", ladder=(-7, -1), recipients=VISITED, page="portal_monitoring",
                 near="monitoring.near", **ENDS, label_ko="모니터링 방문", label_en="Monitoring visit"),
    DeadlineKind("correction.submit", days=30, rule="calendar", ladder=LATE_ACTIONS, recipients=PEOPLE, **TO_MANAGERS, **ENDS,
                 label_ko="시정조치 제출", label_en="Handing in a corrective action"),
    DeadlineKind("correction.again", days=14, rule="calendar", ladder=LATE_ACTIONS, recipients=PEOPLE, **TO_MANAGERS, **ENDS,
                 label_ko="시정조치 다시 제출", label_en="Handing in a corrective action again"),
    DeadlineKind("correction.check", days=30, rule="calendar", ladder=(0, 7), recipients=DESK, page="desk_corrective",
                 **ENDS, label_ko="시정조치 효과 확인", label_en="Checking the effect of a corrective action"),
]
