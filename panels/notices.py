"""What people are told: asked for a declaration, called to a meeting or spared it, an approval waits or came back."""
from correspondence.events import Event

HOLDERS = "panels.queries.seat_holders_of"

EVENTS = [
    Event(
        "declaration.asked", recipients="panels.queries.person_asked", placeholders=("subject_label",),
        subject_ko="이해관계 신고를 요청드립니다: {subject_label}",
        body_ko="{agency}에서 {subject_label} 건의 심사·심의에 앞서 이해관계 여부를 확인하고자 합니다.\n"
                "이해관계가 없으면 ‘없음’으로, 있으면 그 내용을 적어 신고하여 주시기 바랍니다.\n"
                "신고하시기 전에는 자료를 열람하거나 심사·심의에 참여하실 수 없습니다.",
        subject_en="Please declare your interests: {subject_label}",
        body_en="Before you take part in the evaluation of {subject_label}, {agency} asks whether you have an interest in it.\n"
                "Please answer “none”, or say what your interest is.\n"
                "Until you have answered you can neither read the file nor vote on it.",
    ),
    Event(
        "meeting.called", recipients=HOLDERS, placeholders=("title", "body", "meets_at", "place"),
        subject_ko="회의 소집 안내: {title}",
        body_ko="{body} 회의를 다음과 같이 소집합니다.\n\n일시: {meets_at}\n장소: {place}\n\n"
                "안건별로 이해관계 신고를 요청드리면 회의 전까지 신고하여 주시기 바랍니다.",
        subject_en="You are called to a meeting: {title}",
        body_en="{body} meets as follows.\n\nTime: {meets_at}\nPlace: {place}\n\n"
                "Where you are asked to declare your interests in an item, please answer before the meeting.",
    ),
    Event(
        "meeting.cancelled", recipients=HOLDERS, placeholders=("title", "meets_at", "cancel_reason"),
        subject_ko="회의 취소 안내: {title}",
        body_ko="{meets_at}에 열기로 한 회의를 취소합니다.\n\n사유: {cancel_reason}",
        subject_en="A meeting is cancelled: {title}",
        body_en="The meeting of {meets_at} will not take place.\n\nReason: {cancel_reason}",
    ),
    Event(
        "approval.waits", recipients="panels.queries.deciders_of", placeholders=("subject_label",),
        subject_ko="결재 요청: {subject_label}",
        body_ko="{subject_label} 건의 결재를 요청드립니다.\n내용을 검토하여 결재하거나 사유를 적어 반려하여 주시기 바랍니다.",
        subject_en="Waiting for your approval: {subject_label}",
        body_en="{subject_label} waits for your approval.\nPlease read it, then approve it or send it back with a reason.",
    ),
    Event(
        "approval.sent_back", recipients="panels.queries.drafter_of", placeholders=("subject_label", "reason"),
        subject_ko="결재가 반려되었습니다: {subject_label}",
        body_ko="{subject_label} 건의 결재가 반려되었습니다.\n\n반려 사유: {reason}\n\n내용을 보완하여 다시 기안하여 주시기 바랍니다.",
        subject_en="Sent back: {subject_label}",
        body_en="{subject_label} was sent back to you.\n\nReason: {reason}\n\nPlease correct it and draft it anew.",
    ),
]
