"""What people are told of consultations, and by when they answer; aftercare/notices.py takes it in."""
from correspondence.events import DeadlineKind, Event

WHO = "aftercare.queries.consultation."
DESK, PEOPLE, CONSULTANT = f"{WHO}desk_of", f"{WHO}people_of", f"{WHO}consultant_of"
ABOUT = ("number", "provider_name")

CONSULTATION_EVENTS = [
    Event("consultation.asked", recipients=DESK, placeholders=(*ABOUT, "words", "link"),
          subject_ko="컨설팅 신청: {number} {provider_name}",
          body_ko="{provider_name}에서 컨설팅을 신청하였습니다. 추천 명단을 보고 컨설턴트를 지정하여 주시기 바랍니다.\n\n"
                  "신청 내용: {words}\n{link}",
          subject_en="A consultation is asked for: {number} {provider_name}",
          body_en="{provider_name} asks for a consultation. Please look at the proposal and choose a consultant.\n\n"
                  "What it is about: {words}\n{link}"),
    Event("consultation.offered", recipients=PEOPLE, placeholders=(*ABOUT, "words", "link"),
          subject_ko="컨설팅을 제안합니다: {number}",
          body_ko="{agency}에서 {provider_name}에 컨설팅을 제안합니다. 비용은 없으며, 받으실지 알려 주시기 바랍니다.\n\n"
                  "내용: {words}\n{link}",
          subject_en="A consultation is offered to you: {number}",
          body_en="{agency} offers {provider_name} a consultation, free of charge. Please tell us whether you would like it.\n\n"
                  "What it is about: {words}\n{link}"),
    Event("consultation.offer_accepted", recipients=DESK, placeholders=(*ABOUT, "link"),
          subject_ko="컨설팅 제안 수락: {number} {provider_name}",
          body_ko="{provider_name}에서 컨설팅 제안을 수락하였습니다. 컨설턴트를 지정하여 주시기 바랍니다.\n{link}",
          subject_en="An offer is accepted: {number} {provider_name}",
          body_en="{provider_name} has accepted the offer. Please choose a consultant.\n{link}"),
    Event("consultation.offer_declined", recipients=DESK, placeholders=(*ABOUT, "reason", "link"),
          subject_ko="컨설팅 제안 거절: {number} {provider_name}",
          body_ko="{provider_name}에서 컨설팅을 받지 않기로 하였습니다.\n\n사유: {reason}\n{link}",
          subject_en="An offer is declined: {number} {provider_name}",
          body_en="{provider_name} does not want the consultation.\n\nReason: {reason}\n{link}"),
    Event("consultation.chosen", recipients=CONSULTANT, placeholders=(*ABOUT, "due", "link"),
          subject_ko="컨설팅을 맡아 주시겠습니까? {number}, {due}까지 회신",
          body_ko="{provider_name}의 컨설팅을 맡아 주시기를 요청합니다. {due}까지 수락 여부를 알려 주시기 바랍니다.\n{link}",
          subject_en="Would you take on a consultation? {number}, please answer by {due}",
          body_en="You are asked to consult {provider_name}. Please say by {due} whether you can.\n{link}"),
    Event("consultation.consultant_declined", recipients=DESK, placeholders=(*ABOUT, "reason", "link"),
          subject_ko="컨설턴트 거절 회신: {number} {provider_name}",
          body_ko="{provider_name}의 컨설팅을 요청받은 컨설턴트가 맡지 못한다고 알려 왔습니다. "
                  "다른 컨설턴트를 지정하여 주시기 바랍니다.\n\n"
                  "사유: {reason}\n{link}",
          subject_en="A consultant has declined: {number} {provider_name}",
          body_en="The consultant who was asked for {provider_name} cannot come. Please choose somebody else.\n\nReason: {reason}\n{link}"),
    Event("consultation.who_comes", recipients=PEOPLE, placeholders=(*ABOUT, "due", "link"),
          subject_ko="컨설턴트를 알려 드립니다: {number}",
          body_ko="{provider_name}의 컨설팅을 맡을 컨설턴트가 정해졌습니다. 확인하시고 동의하여 주시기 바랍니다.\n"
                  "다른 컨설턴트를 원하시면 {due}까지 사유를 적어 한 번 변경을 요청하실 수 있습니다.\n{link}",
          subject_en="Who comes to you: {number}",
          body_en="The consultant for {provider_name} is found. Please have a look and agree.\n"
                  "If you would rather have somebody else, say so by {due}, once and with the reason.\n{link}"),
    Event("consultation.set_free", recipients=CONSULTANT, placeholders=ABOUT,
          subject_ko="컨설팅 요청을 철회합니다: {number}",
          body_ko="{provider_name}의 컨설팅은 다른 분이 맡게 되었습니다. 더 하실 일은 없습니다.",
          subject_en="You need not come: {number}",
          body_en="Somebody else will consult {provider_name}. There is nothing more for you to do."),
    Event("consultation.objected", recipients=DESK, placeholders=(*ABOUT, "reason", "link"),
          subject_ko="컨설턴트 변경 요청: {number} {provider_name}",
          body_ko="{provider_name}에서 다른 컨설턴트를 원합니다. 다시 지정하여 주시기 바랍니다.\n\n사유: {reason}\n{link}",
          subject_en="The provider objects to the consultant: {number} {provider_name}",
          body_en="{provider_name} would rather have somebody else. Please choose again.\n\nReason: {reason}\n{link}"),
    Event("consultation.agreed", recipients=CONSULTANT, placeholders=(*ABOUT, "link"),
          subject_ko="컨설팅을 시작합니다: {number} {provider_name}",
          body_ko="{provider_name}의 컨설팅이 확정되었습니다. 제공기관이 공유한 자료를 보고 방문 날짜를 정하여 주시기 바랍니다.\n"
                  "컨설팅이 끝난 뒤 24개월 동안은 이 기관의 심사와 결정에 참여하실 수 없습니다.\n{link}",
          subject_en="The consultation begins: {number} {provider_name}",
          body_en="The consultation of {provider_name} is agreed. Please read what is shared with you, and set a day for a visit.\n"
                  "For 24 months after its end you neither assess this provider nor decide about it.\n{link}"),
    Event("consultation.visit_set", recipients=f"{WHO}visitors_and_visited", placeholders=(*ABOUT, "starts_at", "place"),
          subject_ko="컨설팅 방문 일정: {number}, {starts_at}",
          body_ko="{provider_name}의 컨설팅 방문 일정입니다.\n\n일시: {starts_at}\n장소: {place}\n\n"
                  "일정(달력) 파일은 컨설팅 화면에서 받으실 수 있습니다.",
          subject_en="A consulting visit: {number}, {starts_at}",
          body_en="A visit for {provider_name} is set.\n\nTime: {starts_at}\nPlace: {place}\n\n"
                  "The page of the consultation has it for your calendar."),
    Event("consultation.visit_dropped", recipients=f"{WHO}visitors_and_visited", placeholders=(*ABOUT, "starts_at", "place"),
          subject_ko="컨설팅 방문 취소: {number}, {starts_at}",
          body_ko="{provider_name}의 컨설팅 방문이 취소되었습니다.\n\n일시: {starts_at}\n장소: {place}",
          subject_en="A consulting visit is dropped: {number}, {starts_at}",
          body_en="This visit for {provider_name} does not take place.\n\nTime: {starts_at}\nPlace: {place}"),
    Event("consultation.reported", recipients=PEOPLE, placeholders=(*ABOUT, "link"),
          subject_ko="컨설팅 보고서가 나왔습니다: {number}",
          body_ko="{provider_name}의 컨설팅 보고서가 나왔습니다. 읽어 보시고 만족도를 알려 주시기 바랍니다.\n{link}",
          subject_en="The report of your consultation is there: {number}",
          body_en="The report for {provider_name} is there. Please read it, and tell us how the consultation was.\n{link}"),
    Event("consultation.rated", recipients=DESK, placeholders=(*ABOUT, "link"),
          subject_ko="컨설팅 만족도가 등록되었습니다: {number} {provider_name}",
          body_ko="{provider_name}에서 컨설팅 만족도를 알려 왔습니다.\n{link}",
          subject_en="A consultation was rated: {number} {provider_name}",
          body_en="{provider_name} has rated its consultation.\n{link}"),
    Event("consultation.called_off", recipients=f"{WHO}people_and_consultant_of", placeholders=(*ABOUT, "reason"),
          subject_ko="컨설팅이 취소되었습니다: {number}",
          body_ko="{provider_name}의 컨설팅을 더 진행하지 않습니다.\n\n사유: {reason}",
          subject_en="A consultation is called off: {number}",
          body_en="The consultation of {provider_name} does not go on.\n\nReason: {reason}"),
]

CONSULTATION_DEADLINES = [
    DeadlineKind("consultation.answer", days=5, rule="working", ladder=(-1, 0, 1), recipients=CONSULTANT, page="consult_case",
                 label_ko="컨설팅 수락 여부 회신", label_en="Answer about a consultation"),
    DeadlineKind("consultation.agree", days=3, rule="working", ladder=(-1,), recipients=PEOPLE, page="portal_consultation",
                 label_ko="컨설턴트 확인", label_en="Agreement to a consultant"),
    DeadlineKind("consultation.report", days=14, rule="calendar", ladder=(-5, -1, 0, 3), recipients=CONSULTANT, page="consult_case",
                 label_ko="컨설팅 보고서 제출", label_en="Report of a consultation"),
]
