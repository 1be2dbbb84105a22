"""What people are told of a change report (변경신고): received, asked back, decided; noticed by the agency; the successor asked."""
from correspondence.events import DeadlineKind, Event

CHANGE = "aftercare.queries.change."
PEOPLE, DESK, DECIDERS, SUCCESSOR = (f"{CHANGE}{name}" for name in (
    "people_of_report", "desk_of_report", "deciders_of_report", "people_of_successor"))
ABOUT = ("number", "provider_name", "kind_words")
HEAD_KO = "신고번호: {number}\n기관: {provider_name}\n내용: {kind_words}\n"
HEAD_EN = "Number: {number}\nOrganisation: {provider_name}\nAbout: {kind_words}\n"


def told(name, ko, en, *, more=(), recipients=PEOPLE):
    """`ko`, `en`: (subject, first sentence, what follows)."""
    return Event(name, recipients=recipients, placeholders=(*ABOUT, *more, "link"),
                 subject_ko=ko[0] + ": {provider_name}", body_ko=f"{ko[1]}\n\n{HEAD_KO}{ko[2]}\n{{link}}",
                 subject_en=en[0] + ": {provider_name}", body_en=f"{en[1]}\n\n{HEAD_EN}{en[2]}\n{{link}}")


CHANGE_EVENTS = [
    told("change.received", ("변경신고가 접수되었습니다", "변경신고를 접수하였습니다.",
                             "접수 일시: {arrived}\n\n담당자가 확인한 뒤 결과를 알려 드립니다."),
         ("Your change report was received", "We have received your change report.", "Received: {arrived}\n\nYou are told the result."),
         more=("arrived",)),
    told("change.handed_in", ("변경신고가 제출되었습니다",
                              "제공기관이 변경신고를 제출하였습니다. {due}까지 처리하여 주시기 바랍니다.", ""),
         ("A change report was handed in", "A provider has handed in a change report. Please answer it by {due}.", ""), more=("due",),
         recipients=DESK),
    told("change.asked", ("변경신고 보완을 요청합니다", "제출하신 변경신고를 처리하려면 보완이 필요합니다.",
                          "보완할 내용: {reason}\n보완 기한: {due}\n"),
         ("Your change report needs something more", "To go on with your change report the agency needs something more.",
          "What is needed: {reason}\nBy: {due}\n"), more=("reason", "due")),
    told("change.accepted", ("변경신고가 처리되었습니다", "변경신고를 수리하였습니다.",
                             "이에 따라 이루어지는 사항은 아래 주소에서 확인하실 수 있습니다."),
         ("Your change report is accepted", "The agency has accepted the change report.", "What follows from it stands here.")),
    told("change.refused", ("변경신고를 수리하지 않았습니다",
                            "변경신고를 수리하지 않았습니다. 인증서의 기재사항은 그대로 유지됩니다.",
                            "사유: {reason}\n"),
         ("Your change report is not accepted", "The agency has not accepted the change report. The certificate stays as it is.",
          "Reason: {reason}\n"), more=("reason",)),
    told("change.proposed", ("변경신고 처리안을 결정하여 주십시오",
                             "담당자가 변경신고의 처리안을 올렸습니다. 검토하여 결정하여 주시기 바랍니다.", ""),
         ("A change report waits for your decision", "An officer has proposed how to answer a change report. Please decide.", ""),
         recipients=DECIDERS),
    told("change.sent_back", ("변경신고 처리안이 반려되었습니다", "변경신고의 처리안이 반려되었습니다.", "사유: {reason}\n"),
         ("A proposal about a change report is sent back", "The proposal about the change report is sent back.", "Reason: {reason}\n"),
         more=("reason",), recipients=DESK),
    told("change.entered_paper", ("서면으로 제출하신 변경신고를 등록하였습니다", "서면으로 제출하신 변경신고를 등록하였습니다.", ""),
         ("Your change report on paper is entered", "The agency has entered the change report that you sent on paper.", "")),
    told("change.noticed", ("신고하지 않은 변경 사항을 확인하였습니다",
                            "귀 기관에서 신고하지 않은 변경 사항을 {agency}에서 확인하였습니다.",
                            "사실과 다르면 {due}까지 이의를 제출하여 주시기 바랍니다. 기한이 지나면 확인한 내용대로 처리합니다.\n"),
         ("The agency has noticed a change", "The agency has noticed a change that was not reported.",
          "If it is not so, please object by {due}. After that day it is handled as it was noticed.\n"), more=("due",)),
    told("change.objected", ("변경 사항에 대한 의견이 제출되었습니다",
                             "사회서비스원에서 확인한 변경 사항에 대하여 제공기관이 의견을 제출하였습니다.", ""),
         ("A provider has answered about a change", "The provider has answered about the change that the agency noticed.", ""),
         recipients=DESK),
    told("change.successor_asked", ("승계 사실의 확인을 요청합니다",
                                    "귀 기관이 아래 기관을 승계한다는 신고가 접수되었습니다. 사실인지 확인하여 주시기 바랍니다.",
                                    ""),
         ("Please confirm a succession",
          "It was reported that your organisation follows the one below. Please confirm whether it is so.", ""),
         recipients=SUCCESSOR),
    told("change.successor_confirmed", ("승계 기관이 승계 사실을 확인하였습니다", "승계 기관이 승계 사실을 확인하였습니다.", ""),
         ("The successor has confirmed", "The successor has confirmed the succession.", ""), recipients=DESK),
    told("change.long_pause", ("장기 휴업에 따른 효력정지 검토", "휴업 기간이 길어 인증의 효력정지 여부를 검토하여야 합니다.", ""),
         ("A long suspension of business",
          "The business is suspended for long. Please consider whether the certification is suspended.", ""),
         recipients=DECIDERS),
    told("change.withdrawn", ("변경신고가 취하되었습니다", "제공기관이 변경신고를 취하하였습니다.", ""),
         ("A change report is withdrawn", "The provider has withdrawn its change report.", ""), recipients=DESK),
    told("change.near", ("작성 중인 변경신고를 제출하여 주십시오",
                         "작성 중인 변경신고가 아직 제출되지 않았습니다.", "제출 기한: {last_day}\n"),
         ("Please hand in your change report", "A change report that you have begun is not handed in yet.",
          "To be reported by: {last_day}\n"),
         more=("last_day",)),
]

CHANGE_DEADLINES = [
    DeadlineKind("change.report", days=14, rule="calendar", ladder=(-7, -3, 0), recipients=PEOPLE, page="portal_change", near="change.near",
                 label_ko="변경신고 제출", label_en="Handing in a change report"),
    DeadlineKind("change.answer", days=14, rule="calendar", ladder=(-7, -1, 1), recipients=PEOPLE, page="portal_change",
                 label_ko="변경신고 보완", label_en="Completing a change report"),
    DeadlineKind("change.objection", days=7, rule="calendar", ladder=(-2,), recipients=PEOPLE, page="portal_change",
                 label_ko="변경 사항에 대한 이의 제출", label_en="Objecting to a change that was noticed"),
    DeadlineKind("change.decide", days=10, rule="working", ladder=(-3, 0, 1), recipients=DESK, page="desk_change",
                 label_ko="변경신고 처리", label_en="Answering a change report"),
]
