"""What people are told about a sanction: the notice, the hearing, what was decided; who handles it; an appeal against it."""
from correspondence.events import DeadlineKind, Event

ABOUT = ("number", "number_shown", "provider_name", "link")
PEOPLE, DESK, DECIDERS, DIRECTOR, HANDLERS, LEAD = (f"aftercare.queries.sanction.{name}" for name in (
    "people_of_sanction", "desk_of_sanction", "desk_and_director", "director_of_sanction", "people_who_handle", "lead_who_handles"))
HEAD_KO, HEAD_EN = "처분 번호: {number}\n인증번호: {number_shown}\n", "Number: {number}\nCertificate: {number_shown}\n"


def told(name, subject_ko, words_ko, subject_en, words_en, *, more=(), recipients=PEOPLE):
    return Event(name, recipients=recipients, placeholders=(*ABOUT, *more), subject_ko=subject_ko, body_ko=f"{words_ko}\n{{link}}",
                 subject_en=subject_en, body_en=f"{words_en}\n{{link}}")


SANCTION_EVENTS = [
    told("sanction.noticed", "처분 사전통지: {number_shown}",
         "{agency}에서 아래 인증에 대한 처분을 예정하고 있어 미리 알려 드립니다. 아직 결정된 것은 아닙니다.\n\n" + HEAD_KO +
         "예정된 처분: {proposed}\n청문: {hearing}, {place}\n\n청문에 나와 의견을 말씀하시거나, 청문 전까지 아래 주소에서 의견서를 "
         "제출하실 수 있습니다. 사전통지서와 청문 통지서는 아래 주소에서 받으실 수 있습니다.",
         "Notice of a proposed sanction: {number_shown}",
         "{agency} proposes a sanction about the certification below. Nothing is decided yet.\n\n" + HEAD_EN +
         "Proposed: {proposed}\nHearing: {hearing}, {place}\n\nYou may come to the hearing and state your case, or hand in a written "
         "statement before it at the address below, where the letters are as well.", more=("proposed", "hearing", "place")),
    told("sanction.near_hearing", "청문이 {last_day}에 열립니다: {number_shown}",
         "예정된 처분에 대한 청문을 알려 드립니다.\n\n" + HEAD_KO + "청문일: {last_day}\n\n"
         "참석하지 못하시면 그 전까지 의견서를 제출하실 수 있습니다.",
         "The hearing is on {last_day}: {number_shown}",
         "This is to remind you of the hearing about the proposed sanction.\n\n" + HEAD_EN + "Hearing: {last_day}\n\n"
         "If you cannot come, you may hand in a written statement before it.", more=("last_day",)),
    told("sanction.hearing_moved", "청문 일정이 바뀌었습니다: {number_shown}",
         "청문 일정이 아래와 같이 바뀌었습니다.\n\n" + HEAD_KO + "바뀐 일시: {hearing}\n장소: {place}\n사유: {reason}\n",
         "The hearing is moved: {number_shown}",
         "The hearing has been moved.\n\n" + HEAD_EN + "New time: {hearing}\nPlace: {place}\nReason: {reason}\n",
         more=("hearing", "place", "reason")),
    told("sanction.at_once", "품질인증의 효력이 즉시 정지됩니다: {number_shown}",
         "{agency}에서 급박한 사유가 있어 인증의 효력을 즉시 정지하였습니다. 최종 결정은 청문을 거쳐 따로 알려 드립니다.\n\n" + HEAD_KO +
         "정지 기간: {until}까지\n사유: {reason}\n\n기한까지 결정이 없으면 정지는 자동으로 끝납니다.",
         "Your certification is suspended at once: {number_shown}",
         "{agency} has suspended the certification at once. The final decision follows after a hearing.\n\n" + HEAD_EN +
         "Until: {until}\nReason: {reason}\n\nWithout a decision by then the suspension ends by itself.", more=("until", "reason")),
    told("sanction.statement_in", "의견서가 제출되었습니다: {number} {provider_name}",
         "{provider_name}에서 예정된 처분에 대하여 의견서를 제출하였습니다.\n\n" + HEAD_KO,
         "A statement was handed in: {number} {provider_name}",
         "{provider_name} has handed in a written statement about the proposed sanction.\n\n" + HEAD_EN, recipients=DESK),
    told("sanction.statement_received", "의견서를 접수하였습니다: {number}",
         "예정된 처분에 대한 의견서를 접수하였습니다.\n\n" + HEAD_KO + "내용 확인값(SHA-256): {sha256}\n",
         "Your statement was received: {number}",
         "We have received your written statement.\n\n" + HEAD_EN + "SHA-256 of what was handed in: {sha256}\n", more=("sha256",)),
    told("sanction.proposed", "처분 처리안이 작성되었습니다: {number} {provider_name}",
         "{provider_name} 처분 건의 처리안이 작성되었습니다. 처리안에 따라 결정문을 기안하여 주시기 바랍니다.\n\n" + HEAD_KO,
         "The proposal about a sanction is written: {number} {provider_name}",
         "The proposal is written. Please draft the decision from it.\n\n" + HEAD_EN, recipients=DESK),
    told("sanction.decided", "처분 결정을 통지합니다: {number_shown}",
         "{agency}에서 아래와 같이 결정하였습니다.\n\n" + HEAD_KO + "결정: {decided}\n시행일: {day}\n이의신청 기한: {until} 24:00\n\n"
         "결정 이유와 이의신청 방법은 아래 주소의 통지서에 있습니다.",
         "Decision about your certification: {number_shown}",
         "{agency} has decided as follows.\n\n" + HEAD_EN + "Decision: {decided}\nTakes effect on: {day}\nAppeal until: {until} 24:00\n\n"
         "The letter at the address below says why, and how to appeal.", more=("decided", "day", "until")),
    told("sanction.dropped", "예정된 처분을 하지 않기로 하였습니다: {number_shown}",
         "{agency}에서 예정하였던 처분을 하지 않기로 하였습니다.\n\n" + HEAD_KO + "사유: {reason}\n",
         "The proposed sanction is dropped: {number_shown}",
         "{agency} has dropped the sanction that it had proposed.\n\n" + HEAD_EN + "Reason: {reason}\n", more=("reason",)),
    told("sanction.over", "효력정지 기간이 끝났습니다: {number} {provider_name}",
         "{provider_name}의 효력정지 기간이 끝났습니다. 시정명령을 이행하였는지 확인하여 기록하여 주시기 바랍니다.\n\n" + HEAD_KO,
         "A suspension is over: {number} {provider_name}",
         "The suspension is over. Please note whether its order was met.\n\n" + HEAD_EN, recipients=DESK),
    told("sanction.order_reported", "시정명령 이행 보고가 제출되었습니다: {number} {provider_name}",
         "{provider_name}에서 시정명령을 이행하였다고 보고하였습니다. 이행 여부를 확인하여 주시기 바랍니다.\n\n" + HEAD_KO,
         "The order is reported as met: {number} {provider_name}",
         "{provider_name} reports that it has met the corrective order. Please look into it.\n\n" + HEAD_EN, recipients=DESK),
    told("sanction.order_received", "시정명령 이행 보고를 접수하였습니다: {number}",
         "시정명령 이행 보고를 접수하였습니다. 확인한 뒤 결과를 알려 드립니다.\n\n" + HEAD_KO + "내용 확인값(SHA-256): {sha256}\n",
         "Your report about the order was received: {number}",
         "We have received your report that the order is met, and will tell you what was found.\n\n" + HEAD_EN +
         "SHA-256 of what was handed in: {sha256}\n", more=("sha256",)),
    told("sanction.order_returned", "시정명령 이행 보고를 보완하여 주시기 바랍니다: {number}",
         "제출하신 시정명령 이행 보고를 돌려드립니다. 보완하여 다시 제출하여 주시기 바랍니다.\n\n" + HEAD_KO + "사유: {reason}\n",
         "Your report about the order is returned: {number}",
         "Your report is returned to you. Please complete it and hand it in again.\n\n" + HEAD_EN + "Reason: {reason}\n", more=("reason",)),
    told("sanction.order_met", "시정명령 이행이 확인되었습니다: {number}",
         "시정명령을 이행한 것으로 확인하였습니다.\n\n" + HEAD_KO + "확인한 내용: {note}\n",
         "The order is met: {number}",
         "The agency has noted that the corrective order is met.\n\n" + HEAD_EN + "What was found: {note}\n", more=("note",)),
    told("sanction.order_not_met", "시정명령이 이행되지 않은 것으로 확인되었습니다: {number}",
         "시정명령이 이행되지 않은 것으로 확인하였습니다.\n\n" + HEAD_KO + "확인한 내용: {note}\n",
         "The order is not met: {number}",
         "The agency has noted that the corrective order is not met.\n\n" + HEAD_EN + "What was found: {note}\n", more=("note",)),
    told("sanction.may_be_lifted", "효력정지 해제를 검토하여 주십시오: {number} {provider_name}",
         "{provider_name}의 시정명령 이행이 확인되었습니다. 효력정지를 해제할지 검토하여 주시기 바랍니다.\n\n" + HEAD_KO,
         "A suspension may be lifted: {number} {provider_name}",
         "The corrective order is met. Please decide whether the suspension is lifted.\n\n" + HEAD_EN, recipients=DIRECTOR),
    told("sanction.not_carried_out", "결정된 처분을 시행하지 못하였습니다: {number} {provider_name}",
         "결정된 처분을 시행일에 시행하지 못하였습니다.\n\n" + HEAD_KO + "사유: {reason}\n",
         "A decided sanction could not be carried out: {number} {provider_name}",
         "It could not be carried out on its day.\n\n" + HEAD_EN + "Reason: {reason}\n", more=("reason",), recipients=DECIDERS),
    told("sanction.no_effect", "결정한 처분을 시행하지 않습니다: {number_shown}",
         "시행일이 되기 전에 인증이 종료되어 결정한 처분을 시행하지 않습니다.\n\n" + HEAD_KO + "결정: {decided}\n사유: {reason}\n\n"
         "통지서에 인증 신청 제한 기간이 적혀 있으면 그 기간은 그대로 적용됩니다. 이의신청은 통지서에 적힌 기한까지 하실 수 있습니다.",
         "The decided sanction is not carried out: {number_shown}",
         "The certification ended before the day of the decision: it is not carried out.\n\n" + HEAD_EN + "Decision: {decided}\n"
         "Reason: {reason}\n\nIf the letter names a time in which you cannot apply, that stands. You may appeal until the day that it "
         "names.", more=("decided", "reason")),
    Event("sanction.named", recipients=HANDLERS, placeholders=("number", "provider_name", "link"),
          subject_ko="처분 건의 처리 담당자로 지정되셨습니다: {number}",
          body_ko="{agency}에서 아래 건의 처리 담당자로 지정하였습니다. 먼저 이해관계를 신고하신 뒤 "
                  "기록을 보고 의견을 내 주시기 바랍니다.\n\n"
                  "번호: {number}\n{link}",
          subject_en="You are asked to handle a sanction: {number}",
          body_en="{agency} has named you to handle this. Please declare first, then read the record and give your opinion.\n\n"
                  "Number: {number}\n{link}"),
    Event("sanction.stood_back", recipients=DESK, placeholders=("number", "provider_name", "link"),
          subject_ko="처분 건의 처리 담당자가 회피하였습니다: {number} {provider_name}",
          body_ko="이해관계를 신고한 처리 담당자가 이 건에서 빠졌습니다. 제출된 의견이 있더라도 반영하지 않습니다. "
                  "필요하면 다른 사람을 지정하여 주시기 바랍니다.\n{link}",
          subject_en="Somebody stands back from a sanction: {number} {provider_name}",
          body_en="Somebody who handles it has declared an interest and takes no more part. An opinion that was handed in does not count. "
                  "Please name somebody else where needed.\n{link}"),
    Event("sanction.to_propose", recipients=LEAD, placeholders=("number", "provider_name", "link"),
          subject_ko="처리안을 작성하여 주십시오: {number}",
          body_ko="{provider_name} 건의 의견이 모두 제출되었습니다. 처리안을 작성하여 주시기 바랍니다.\n{link}",
          subject_en="Please write the proposal: {number}",
          body_en="All opinions on {provider_name} are in. Please write the proposal.\n{link}"),
    Event("sanction_appeal.received", recipients=PEOPLE, placeholders=("number", "provider_name", "due", "sha256", "link"),
          subject_ko="이의신청이 접수되었습니다: {number}",
          body_ko="처분에 대한 이의신청을 접수하였습니다.\n\n이의신청 번호: {number}\n내용 확인값(SHA-256): {sha256}\n\n"
                  "결정에 관여하지 않은 사람이 처리하며, {due}까지 결과를 통지합니다.\n{link}",
          subject_en="Your appeal was received: {number}",
          body_en="We have received the appeal against the sanction.\n\nNumber: {number}\nSHA-256 of what was handed in: {sha256}\n\n"
                  "It is handled by people who took no part in the decision, and answered by {due}.\n{link}"),
    Event("sanction_appeal.handed_in", recipients=DESK, placeholders=("number", "provider_name", "due", "link"),
          subject_ko="처분에 대한 이의신청이 제출되었습니다: {number} {provider_name}, {due}까지 통지",
          body_ko="{provider_name}에서 처분에 대한 이의신청을 제출하였습니다. {due}까지 결과를 통지하여야 합니다.\n"
                  "처분에 관여하지 않은 사람 가운데 처리 담당자를 두 명 이상 지정하여 주시기 바랍니다.\n{link}",
          subject_en="An appeal against a sanction: {number} {provider_name}, to be answered by {due}",
          body_en="{provider_name} has appealed against a sanction. It has to be answered by {due}.\n"
                  "Please name two or more people who took no part in it.\n{link}"),
    Event("sanction_appeal.extended", recipients=PEOPLE, placeholders=("number", "due", "reason", "link"),
          subject_ko="이의신청 처리 기간을 연장하였습니다: {number}, {due}까지",
          body_ko="이의신청 처리 기간을 {due}까지 연장하였습니다.\n\n연장 사유: {reason}\n{link}",
          subject_en="More time for the answer to your appeal: {number}, by {due}",
          body_en="The time for the answer was prolonged to {due}.\n\nReason: {reason}\n{link}"),
    Event("sanction_appeal.answered", recipients=PEOPLE, placeholders=("number", "outcome", "link"),
          subject_ko="이의신청 결과를 통지합니다: {number}",
          body_ko="처분에 대한 이의신청의 결과를 통지합니다.\n\n결과: {outcome}\n\n이유와 통지서는 아래 주소에서 보실 수 있습니다.\n{link}",
          subject_en="Your appeal is answered: {number}",
          body_en="The appeal against the sanction is answered.\n\nResult: {outcome}\n\nThe letter and its reasons are here:\n{link}"),
]

SANCTION_DEADLINES = [
    DeadlineKind("sanction.hearing", days=10, rule="calendar", ladder=(-5, -1), recipients=PEOPLE, page="portal_sanction",
                 near="sanction.near_hearing", over="certificate.has_ended", reads=("certificate",), label_ko="청문",
                 label_en="Hearing"),
    DeadlineKind("sanction.urgent", days=30, rule="calendar", ladder=(-10, -3, 0), recipients=DECIDERS, page="desk_sanction",
                 label_ko="즉시 효력정지의 확정 여부 결정", label_en="Confirming or lifting an urgent suspension"),
    DeadlineKind("sanction.appeal", days=30, rule="calendar", ladder=(-7,), recipients=PEOPLE, page="portal_sanction",
                 label_ko="처분에 대한 이의신청 제출", label_en="Appeal against the sanction"),
    DeadlineKind("sanction.answer", days=14, rule="calendar", ladder=(-5, -2, 0, 1), recipients=DESK, page="desk_sanction_of_appeal",
                 label_ko="처분에 대한 이의신청 결과 통지", label_en="Answer to the appeal against a sanction"),
]
