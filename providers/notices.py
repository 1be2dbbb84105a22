"""What people are told about a provider's registration, and how long the agency takes to confirm it."""
from correspondence.events import DeadlineKind, Event

PEOPLE, DECIDERS = "providers.queries.people_of", "providers.queries.deciders_of"
OTHER_OWNERS, HERSELF = "providers.queries.other_owners_of", "providers.queries.herself"        # of a membership
OWNERS_ASKED, DESK_ASKED = "providers.queries.owners_asked", "providers.queries.desk_asked"     # of a request to join

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
    Event(
        "provider.evidence_infected", recipients="providers.queries.people_of_document", placeholders=("evidence", "link"),
        subject_ko="악성코드가 발견되어 문서를 삭제하였습니다: {evidence}",
        body_ko="자료 보관함의 문서 ‘{evidence}’에서 악성코드가 발견되어 삭제하였습니다. "
                "작성 중인 신청서에 첨부되어 있었다면 거기에서도 빠졌습니다.\n\n"
                "이 파일을 만든 컴퓨터를 백신으로 검사하고, 이상이 없는 파일을 다시 올려 주시기 바랍니다.\n{link}",
        subject_en="Malware was found, the document was removed: {evidence}",
        body_en="Malware was found in the document “{evidence}” of your library, and it was removed. If it was attached to an application "
                "that is not handed in yet, it is missing there now.\n\n"
                "Please check the computer that the file comes from, and upload a file without malware.\n{link}",
    ),
    Event(
        "provider.member_joined", recipients=OTHER_OWNERS, placeholders=("provider", "person", "role"),
        subject_ko="새 구성원이 참여하였습니다: {provider}",
        body_ko="{person} 님이 {provider}에 ‘{role}’ 역할로 참여하였습니다.\n모르는 분이면 바로 구성원 화면에서 종료하여 주시기 바랍니다.",
        subject_en="Somebody has joined {provider}",
        body_en="{person} has joined {provider} in the role “{role}”.\nIf you do not know this person, please end the membership at once.",
    ),
    Event(
        "provider.role_changed", recipients=HERSELF, placeholders=("provider", "role"),
        subject_ko="역할이 변경되었습니다: {provider}",
        body_ko="이제 {provider}에서 ‘{role}’ 역할을 맡으십니다.",
        subject_en="Your role at {provider} has changed",
        body_en="Your role at {provider} is now “{role}”.",
    ),
    Event(
        "provider.membership_ended", recipients=HERSELF, placeholders=("provider",),
        subject_ko="구성원에서 제외되었습니다: {provider}",
        body_ko="{provider}의 대표 담당자가 귀하를 구성원에서 제외하였습니다. 이제 이 제공기관의 화면과 자료를 보실 수 없습니다.\n"
                "문의 사항은 해당 제공기관에 직접 연락하여 주시기 바랍니다.",
        subject_en="You no longer act for {provider}",
        body_en="The owner of {provider} has ended your membership. You can no longer open its pages and documents.\n"
                "If you have questions, please talk to the provider itself.",
    ),
    Event(
        "provider.member_left", recipients=OTHER_OWNERS, placeholders=("provider", "person"),
        subject_ko="구성원이 나갔습니다: {provider}",
        body_ko="{person} 님이 {provider}의 구성원에서 스스로 나갔습니다.",
        subject_en="Somebody has left {provider}",
        body_en="{person} has left {provider}.",
    ),
    Event(
        "provider.handed_over", recipients="providers.queries.owners_with", placeholders=("provider", "person"),
        subject_ko="대표 담당자가 변경되었습니다: {provider}",
        body_ko="{person} 님이 {provider}의 대표 담당자가 되었습니다. 이전 대표 담당자는 담당자로 남습니다.",
        subject_en="{provider} has been handed over",
        body_en="{person} is now the owner of {provider}. The former owner stays as an editor.",
    ),
    Event(
        "provider.join_asked", recipients=OWNERS_ASKED, placeholders=("provider", "person", "words"),
        subject_ko="참여 요청이 들어왔습니다: {provider}",
        body_ko="{person} 님이 {provider}의 구성원으로 참여하기를 요청하였습니다.\n\n{words}\n\n"
                "아는 분이면 수락하고, 모르는 분이면 거절하여 주시기 바랍니다.",
        subject_en="Somebody asks to join {provider}",
        body_en="{person} asks to join {provider}.\n\n{words}\n\nAccept if you know this person, decline if you do not.",
    ),
    Event(
        "provider.join_asked_desk", recipients=DESK_ASKED, placeholders=("provider", "person"),
        subject_ko="등록된 제공기관에 참여 요청이 들어왔습니다: {provider}",
        body_ko="{person} 님이 이미 등록된 {provider}의 구성원으로 참여하기를 요청하였습니다.\n"
                "대표 담당자가 답합니다. 대표 담당자가 없는 제공기관이면 대표 담당자 초대를 보내 주시기 바랍니다.",
        subject_en="Somebody asks to join a registered provider: {provider}",
        body_en="{person} asks to join {provider}, which is registered already.\n"
                "Its owner answers. If it has no owner, please invite one.",
    ),
    Event(
        "provider.join_accepted", recipients="providers.queries.who_asked", placeholders=("provider",),
        subject_ko="참여 요청이 수락되었습니다: {provider}",
        body_ko="{provider}의 대표 담당자가 참여 요청을 수락하였습니다. 이제 제공기관의 화면을 이용하실 수 있습니다.",
        subject_en="You have joined {provider}",
        body_en="The owner of {provider} has accepted your request. You can now open its pages.",
    ),
    Event(
        "provider.join_declined", recipients="providers.queries.who_asked", placeholders=("number",),
        subject_ko="참여 요청이 거절되었습니다",
        body_ko="사업자등록번호 {number} 제공기관의 대표 담당자가 참여 요청을 거절하였습니다.\n"
                "함께 일하는 분께 확인하시거나 사회서비스원에 문의하여 주시기 바랍니다.",
        subject_en="Your request to join was declined",
        body_en="The owner of the provider with the business registration number {number} has declined your request.\n"
                "Please talk to your colleagues, or call the agency.",
    ),
]

DEADLINES = [
    DeadlineKind("provider.confirm", days=5, rule="working", ladder=(-1, 1), recipients=DECIDERS, page="desk_provider",
                 label_ko="제공기관 등록 확인", label_en="Confirming a provider's registration"),
]
