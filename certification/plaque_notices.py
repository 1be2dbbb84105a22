"""What people are told of plaques and ceremonies; certification/notices.py takes it in."""
from correspondence.events import DeadlineKind, Event

PEOPLE, DESK = "certification.queries.plaque_order.people_of_plaque", "certification.queries.certificate_life.desk_of_certificate"
GUEST = "certification.queries.ceremony.people_of_guest"
WHEN = ("ceremony_name", "starts", "place")

PLAQUE_EVENTS = [
    Event("plaque.asked", recipients=DESK, placeholders=("certificate", "size", "delivery", "link"),
          subject_ko="현판 신청: {certificate}",
          body_ko="현판 제작 신청이 들어왔습니다. 제공기관이 시안을 확인하면 발주하실 수 있습니다.\n\n인증: {certificate}\n"
                  "규격: {size}\n수령 방법: {delivery}\n{link}",
          subject_en="A plaque is asked for: {certificate}",
          body_en="A plaque is asked for. Once the provider has approved its proof it can be ordered.\n"
                  "\nCertificate: {certificate}\n"
                  "Size: {size}\nDelivery: {delivery}\n{link}"),
    Event("plaque.proofed", recipients=DESK, placeholders=("certificate", "size", "link"),
          subject_ko="현판 시안 확인 완료: {certificate}",
          body_ko="현판 시안을 확인하였습니다. 이제 발주하실 수 있습니다.\n\n인증: {certificate}\n규격: {size}\n{link}",
          subject_en="A plaque's proof is approved: {certificate}",
          body_en="The proof is approved, and the plaque can be ordered.\n\n"
                  "Certificate: {certificate}\nSize: {size}\n{link}"),
    Event("plaque.objected", recipients=DESK, placeholders=("certificate", "objection", "link"),
          subject_ko="현판 시안 수정 요청: {certificate}",
          body_ko="현판 시안에 고칠 내용이 있다고 합니다. 인증서 기재사항 정정이 필요한지 확인하여 주시기 바랍니다.\n\n"
                  "인증: {certificate}\n내용: {objection}\n{link}",
          subject_en="Something is wrong on a plaque's proof: {certificate}",
          body_en="Please see whether the certificate has to be corrected.\n\n"
                  "Certificate: {certificate}\nWhat is wrong: {objection}\n{link}"),
    Event("plaque.proof_again", recipients=PEOPLE, placeholders=("certificate", "link"),
          subject_ko="현판 시안을 다시 확인해 주십시오: {certificate}",
          body_ko="인증서 내용이 바뀌어 현판 시안을 새로 만들었습니다. 다시 확인하여 주시기 바랍니다.\n\n인증: {certificate}\n"
                  "{link}",
          subject_en="Please read the plaque's proof once more: {certificate}",
          body_en="The certificate has changed, and a new proof is made. Please read it once more.\n"
                  "\nCertificate: {certificate}\n{link}"),
    Event("plaque.cancelled", recipients=PEOPLE, placeholders=("certificate", "reason", "link"),
          subject_ko="현판 제작이 취소되었습니다: {certificate}",
          body_ko="신청하신 현판의 제작을 취소하였습니다.\n\n인증: {certificate}\n사유: {reason}\n{link}",
          subject_en="Your plaque is cancelled: {certificate}",
          body_en="The plaque that you asked for is cancelled.\n\n"
                  "Certificate: {certificate}\nReason: {reason}\n{link}"),
    Event("plaque.due_back", recipients=PEOPLE, placeholders=("certificate", "until", "link"),
          subject_ko="현판을 반납하여 주십시오: {certificate}, {until}까지",
          body_ko="인증이 종료되어 받으신 현판을 반납하여 주셔야 합니다.\n\n인증: {certificate}\n반납 기한: {until}\n\n"
                  "반납하시면 확인서를 보내 드립니다.\n{link}",
          subject_en="Please return the plaque: {certificate}, by {until}",
          body_en="The certification has ended, and the plaque has to be returned.\n\n"
                  "Certificate: {certificate}\nBy: {until}\n\n"
                  "You get a receipt for it.\n{link}"),
    Event("plaque.returned", recipients=PEOPLE, placeholders=("certificate", "day", "link"),
          subject_ko="현판 반납을 확인하였습니다: {certificate}",
          body_ko="현판 반납을 확인하였습니다. 반납 확인서는 만드는 대로 아래 주소에서 받으실 수 있습니다.\n\n"
                  "인증: {certificate}\n반납일: {day}\n{link}",
          subject_en="The plaque has come back: {certificate}",
          body_en="The plaque has come back to us. Your receipt will be here as soon as it is made.\n"
                  "\nCertificate: {certificate}\n"
                  "Returned on: {day}\n{link}"),
    Event("ceremony.invitation", recipients=GUEST, placeholders=(*WHEN, "organisation", "until", "link"),
          subject_ko="{ceremony_name}에 초대합니다",
          body_ko="{organisation} 귀하\n\n{agency}에서 마련한 {ceremony_name}에 모십니다.\n\n"
                  "일시: {starts}\n장소: {place}\n\n"
                  "참석 여부와 인원을 {until}까지 알려 주시기 바랍니다.\n{link}",
          subject_en="You are invited: {ceremony_name}",
          body_en="{organisation}\n\n{agency} invites you to {ceremony_name}.\n\n"
                  "When: {starts}\nWhere: {place}\n\n"
                  "Please say by {until} whether you come, and with how many.\n{link}"),
    Event("ceremony.changed", recipients=GUEST, placeholders=(*WHEN, "link"),
          subject_ko="일정이 바뀌었습니다: {ceremony_name}",
          body_ko="{ceremony_name}의 일시 또는 장소가 바뀌었습니다.\n\n일시: {starts}\n장소: {place}\n\n"
                  "참석 여부가 달라지면 다시 알려 주시기 바랍니다.\n{link}",
          subject_en="Another day or place: {ceremony_name}",
          body_en="The day or the place has changed.\n\nWhen: {starts}\nWhere: {place}\n"
                  "\nIf your answer changes, please say so.\n{link}"),
    Event("ceremony.called_off", recipients=GUEST, placeholders=(*WHEN, "reason", "link"),
          subject_ko="행사가 취소되었습니다: {ceremony_name}",
          body_ko="{ceremony_name} 행사를 취소하였습니다.\n\n예정 일시: {starts}\n사유: {reason}\n{link}",
          subject_en="Called off: {ceremony_name}",
          body_en="{ceremony_name} is called off.\n\nIt was to be: {starts}\n"
                  "Reason: {reason}\n{link}"),
]

PLAQUE_DEADLINES = [
    DeadlineKind("plaque.return", days=14, rule="calendar", ladder=(-3, 1), recipients=PEOPLE, page="portal_plaque",
                 label_ko="현판 반납", label_en="Return of the plaque"),
]
