"""What people are told about a provider's registration, and how long the agency takes to confirm it."""
from correspondence.events import DeadlineKind, Event

PEOPLE, DECIDERS = "providers.queries.people_of", "providers.queries.deciders_of"

EVENTS = [
    Event(
        "provider.registered", recipients=DECIDERS, placeholders=("provider", "number"),
        subject_ko="제공기관 등록이 접수되었습니다: {provider}",
        body_ko="{provider}(사업자등록번호 {number})에서 제공기관 등록을 신청하였습니다.\n"
                "등록 내용과 사업자등록증을 검토하여 확인하거나 반려하여 주시기 바랍니다.",
        subject_en="A provider has registered: {provider}",
        body_en="{provider} (business registration number {number}) has registered with the agency.\n"
                "Please read what was entered and the business registration certificate, then confirm or refuse the registration.",
    ),
    Event(
        "provider.confirmed", recipients=PEOPLE, placeholders=("provider",),
        subject_ko="제공기관 등록이 확인되었습니다: {provider}",
        body_ko="{agency}에서 {provider}의 등록 내용을 확인하였습니다.\n이제 품질인증을 신청하실 수 있습니다.",
        subject_en="The registration of {provider} is confirmed",
        body_en="{agency} has confirmed the registration of {provider}.\nYou can now apply for certification.",
    ),
    Event(
        "provider.refused", recipients=PEOPLE, placeholders=("provider", "refusal_reason"),
        subject_ko="제공기관 등록이 반려되었습니다: {provider}",
        body_ko="{agency}에서 {provider}의 등록을 반려하였습니다.\n\n반려 사유: {refusal_reason}\n\n"
                "입력하신 내용은 그대로 남아 있습니다. 고친 뒤 다시 등록하여 주시기 바랍니다.",
        subject_en="The registration of {provider} was refused",
        body_en="{agency} has refused the registration of {provider}.\n\nReason: {refusal_reason}\n\n"
                "What you entered is still there. Please correct it and register again.",
    ),
    Event(
        "provider.closed", recipients=PEOPLE, placeholders=("provider", "closed_reason"),
        subject_ko="제공기관 등록이 종료되었습니다: {provider}",
        body_ko="{agency}에서 {provider}의 등록을 종료하였습니다.\n\n종료 사유: {closed_reason}\n\n"
                "지금까지의 기록은 보존되며 계속 보실 수 있습니다.",
        subject_en="The registration of {provider} has ended",
        body_en="{agency} has ended the registration of {provider}.\n\nReason: {closed_reason}\n\n"
                "The records so far are preserved and you can still read them.",
    ),
]

DEADLINES = [
    DeadlineKind("provider.confirm", days=5, rule="working", ladder=(-1, 1), recipients=DECIDERS,
                 label_ko="제공기관 등록 확인", label_en="Confirming a provider's registration"),
]
