"""What people are told about an application, and how long each step takes."""
from correspondence.events import DeadlineKind, Event
from evaluations.appeal_notices import APPEAL_DEADLINES, APPEAL_EVENTS
from evaluations.fact_notices import FACT_DEADLINES, FACT_EVENTS
from evaluations.team_notices import TEAM_EVENTS
from evaluations.visit_notices import VISIT_EVENTS

PEOPLE, DESK = "evaluations.queries.people_of", "evaluations.queries.desk_of"
LEAD, TEAM = "evaluations.queries.lead_of", "evaluations.queries.team_of"
LET_GO, READERS = "evaluations.queries.team_let_go", "evaluations.queries.readers_of"
CASE = ("application", "number", "provider_name")

EVENTS = [
    Event(
        "application.submitted", recipients=PEOPLE, placeholders=(*CASE, "sha256", "arrived", "link"),
        subject_ko="품질인증 신청이 접수되었습니다: {number}",
        body_ko="{provider_name}의 품질인증 신청을 접수하였습니다.\n\n접수번호: {number}\n접수 일시: {arrived}\n"
                "제출본 확인값(SHA-256): {sha256}\n\n"
                "접수증은 아래 주소에서 받으실 수 있습니다.\n{link}",
        subject_en="Your application was received: {number}",
        body_en="We have received the application of {provider_name}.\n\nReceipt number: {number}\nReceived: {arrived}\n"
                "SHA-256 of what was handed in: {sha256}\n\nThe receipt is here:\n{link}",
    ),
    Event(
        "application.received", recipients=DESK, placeholders=(*CASE, "link"),
        subject_ko="새 신청이 접수되었습니다: {number} {provider_name}",
        body_ko="{provider_name}에서 품질인증을 신청하였습니다. 요건을 검토하여 주시기 바랍니다.\n{link}",
        subject_en="A new application: {number} {provider_name}",
        body_en="{provider_name} has applied for certification. Please screen the application.\n{link}",
    ),
    Event(
        "application.returned", recipients=PEOPLE, placeholders=(*CASE, "returned_reason", "link"),
        subject_ko="품질인증 신청이 반려되었습니다: {number}",
        body_ko="{agency}에서 신청을 반려하였습니다.\n\n반려 사유: {returned_reason}\n\n"
                "작성하신 내용은 그대로 남아 있습니다. 신청 기간 안에 고쳐서 다시 제출하실 수 있습니다.\n{link}",
        subject_en="Your application was returned: {number}",
        body_en="{agency} has returned the application.\n\nReason: {returned_reason}\n\n"
                "What you wrote is still there. You may correct it and hand it in again while applications are open.\n{link}",
    ),
    Event(
        "application.withdrawn", recipients=DESK, placeholders=(*CASE, "link"),
        subject_ko="신청이 취하되었습니다: {number} {provider_name}",
        body_ko="{provider_name}에서 신청을 취하하였습니다.\n{link}",
        subject_en="An application was withdrawn: {number} {provider_name}",
        body_en="{provider_name} has withdrawn its application.\n{link}",
    ),
    Event(
        "application.screened", recipients=PEOPLE, placeholders=(*CASE, "link"),
        subject_ko="요건검토를 마치고 서면심사를 시작합니다: {number}",
        body_ko="{provider_name}의 신청이 요건을 갖추어 서면심사를 시작합니다. 지금 하실 일은 없습니다.\n{link}",
        subject_en="The document review of your application begins: {number}",
        body_en="The application of {provider_name} meets the requirements, and its documents are now being reviewed. "
                "There is nothing for you to do now.\n{link}",
    ),
    Event(
        "review.all_in", recipients=LEAD, placeholders=(*CASE, "link"),
        subject_ko="서면심사 의견이 모두 제출되었습니다: {number}",
        body_ko="{provider_name} 건의 심사위원 의견이 모두 제출되었습니다. "
                "의견이 다른 지표를 협의하여 결과를 확정하여 주시기 바랍니다.\n{link}",
        subject_en="All reviews are in: {number}",
        body_en="All assessors have handed in their review of {provider_name}. Please settle what they judged differently.\n{link}",
    ),
    Event(
        "review.stood_back", recipients=DESK, placeholders=(*CASE, "link"),
        subject_ko="심사위원이 회피하였습니다: {number} {provider_name}",
        body_ko="{provider_name} 건의 심사위원이 이해관계를 신고하여 심사를 회피하였습니다. "
                "해당 위원은 이 건의 자료를 더 이상 볼 수 없습니다. 심사위원을 새로 배정하여 주시기 바랍니다.\n{link}",
        subject_en="An assessor stands back: {number} {provider_name}",
        body_en="An assessor of {provider_name} has declared an interest and stands back from the case, which is closed to them now. "
                "Please assign somebody else.\n{link}",
    ),
    Event(
        "review.concluded", recipients=DESK, placeholders=(*CASE, "link"),
        subject_ko="서면심사가 끝났습니다: {number} {provider_name}",
        body_ko="{provider_name} 건의 서면심사 결과가 확정되었습니다. 현장심사 일정을 정하여 주시기 바랍니다.\n{link}",
        subject_en="The document review is over: {number} {provider_name}",
        body_en="The result of the document review of {provider_name} is settled. Please plan the site visit.\n{link}",
    ),
    Event(
        "application.report_ready", recipients=PEOPLE, placeholders=(*CASE, "link"),
        subject_ko="심사 보고서 초안의 사실관계를 확인하여 주십시오: {number}",
        body_ko="{provider_name}의 심사 보고서 초안이 나왔습니다. 초안에는 확인한 사실만 있고 판정은 없습니다.\n"
                "5일(근무일) 동안 사실과 다르거나 빠진 내용이 있으면 지표별로 의견을 내실 수 있으며, 심사위원이 의견마다 회신합니다.\n"
                "의견이 없어 사실관계를 확인하시면 바로 다음 단계로 넘어갑니다.\n{link}",
        subject_en="Please look at the facts of the draft report: {number}",
        body_en="The draft report on {provider_name} is ready. It tells facts and no judgement.\n"
                "For five working days you may comment on each indicator where a fact is wrong or missing; "
                "the assessors answer each comment.\n"
                "If you have none and confirm the facts, the evaluation goes on at once.\n{link}",
    ),
    Event(
        "application.ready", recipients=PEOPLE, placeholders=(*CASE, "link"),
        subject_ko="최종심사를 시작합니다: {number}",
        body_ko="{provider_name}의 신청이 최종심사에 올라갑니다. 결과는 모든 기관에 같은 날 알려 드립니다.\n{link}",
        subject_en="The final evaluation begins: {number}",
        body_en="The application of {provider_name} goes to the final evaluation. "
                "All applicants are told the result on the same day.\n{link}",
    ),
    Event(
        "application.certified", recipients=PEOPLE, placeholders=(*CASE, "link"),
        subject_ko="품질인증을 받으셨습니다: {provider_name}",
        body_ko="축하드립니다. {provider_name}에 사회서비스 품질인증을 부여합니다.\n"
                "인증서와 공문은 아래 주소에서 받으실 수 있습니다.\n{link}",
        subject_en="{provider_name} is certified",
        body_en="Congratulations: {provider_name} is certified.\nThe certificate and the letter are here:\n{link}",
    ),
    Event(
        "application.not_certified", recipients=PEOPLE, placeholders=(*CASE, "link"),
        subject_ko="품질인증 심사 결과를 알려 드립니다: {number}",
        body_ko="{provider_name}의 이번 신청은 일부 지표가 적합하지 않아 인증되지 않았습니다.\n"
                "지표별 사유와 이의신청 방법은 공문에 적어 드렸습니다.\n{link}",
        subject_en="The result of your application: {number}",
        body_en="{provider_name} did not meet all indicators this time.\n"
                "The letter tells the reason for each indicator and how to object.\n{link}",
    ),
    Event(
        "application.deferred", recipients=PEOPLE, placeholders=(*CASE, "link"),
        subject_ko="품질인증 결정이 보류되었습니다: {number}",
        body_ko="{provider_name}에 대한 결정이 보류되었습니다. 사유와 다음 절차는 공문에 적어 드렸습니다.\n{link}",
        subject_en="The decision on your application is deferred: {number}",
        body_en="The decision on {provider_name} is deferred. The letter tells why, and what follows.\n{link}",
    ),
    Event(
        "application.let_go", recipients=LET_GO, placeholders=(*CASE, "reason"),
        subject_ko="배정된 심사가 끝났습니다: {number} {provider_name}",
        body_ko="{provider_name} 건의 심사가 더 이상 진행되지 않습니다.\n\n사유: {reason}\n\n"
                "해당 건의 자료는 더 이상 열리지 않으며, 하실 일은 없습니다.",
        subject_en="A case assigned to you has ended: {number} {provider_name}",
        body_en="The case of {provider_name} is no longer evaluated.\n\nReason: {reason}\n\n"
                "Its papers are closed to you now, and there is nothing for you to do.",
    ),
    Event(
        "application.reopened", recipients=PEOPLE, placeholders=(*CASE, "reason", "link"),
        subject_ko="심사 단계를 다시 진행합니다: {number}",
        body_ko="{agency}에서 {provider_name} 건의 이전 심사 단계를 다시 진행합니다.\n\n사유: {reason}\n\n"
                "이전 단계에 딸려 있던 기한과 현장심사 일정, 보완요청은 효력을 잃습니다. 제출하신 내용은 그대로 보존됩니다.\n"
                "다음 절차는 아래 주소에서 보실 수 있습니다.\n{link}",
        subject_en="An earlier stage of your application is reopened: {number}",
        body_en="{agency} has reopened an earlier stage of the evaluation of {provider_name}.\n\nReason: {reason}\n\n"
                "Periods, a planned visit and a supplement request of the stage that was left no longer stand. "
                "What you handed in is kept.\n"
                "What comes next stands here:\n{link}",
    ),
    Event(
        "application.reopened_within", recipients=READERS, placeholders=(*CASE, "reason"),
        subject_ko="심사 단계가 되돌려졌습니다: {number} {provider_name}",
        body_ko="{provider_name} 건을 관리자가 이전 심사 단계로 되돌렸습니다.\n\n사유: {reason}\n\n"
                "제출된 의견과 기록은 그대로 보존됩니다. 다음 할 일은 심사 건 화면에서 보실 수 있습니다.",
        subject_en="A case goes back a stage: {number} {provider_name}",
        body_en="A manager has reopened the stage before in the case of {provider_name}.\n\nReason: {reason}\n\n"
                "Reviews and records are kept. What is to be done next stands on the page of the case.",
    ),
    Event(
        "application.resumed", recipients=PEOPLE, placeholders=(*CASE, "reason", "link"),
        subject_ko="보류되었던 심사를 다시 진행합니다: {number}",
        body_ko="결정이 보류되었던 {provider_name}의 심사를 다시 진행합니다.\n\n사유: {reason}\n{link}",
        subject_en="The deferred evaluation goes on: {number}",
        body_en="The evaluation of {provider_name}, which had been deferred, goes on.\n\nReason: {reason}\n{link}",
    ),
    Event(
        "application.report_extended", recipients=PEOPLE, placeholders=(*CASE, "due", "reason", "link"),
        subject_ko="심사 보고서 사실 확인 기한을 연장하였습니다: {number}, {due}까지",
        body_ko="{provider_name}의 심사 보고서 초안 사실 확인 기한을 {due} 24:00까지로 연장하였습니다.\n\n연장 사유: {reason}\n{link}",
        subject_en="You have more time for the draft report: {number}, until {due}",
        body_en="The time to look at the facts of the draft report on {provider_name} is prolonged until {due}, 24:00.\n\n"
                "Reason: {reason}\n{link}",
    ),
    Event(
        "review.extended", recipients=TEAM, placeholders=(*CASE, "due", "reason", "link"),
        subject_ko="서면심사 기한을 연장하였습니다: {number}, {due}까지",
        body_ko="{provider_name} 건의 서면심사 기한을 {due} 24:00까지로 연장하였습니다.\n\n연장 사유: {reason}\n{link}",
        subject_en="More time for the document review: {number}, until {due}",
        body_en="The document review of {provider_name} is prolonged until {due}, 24:00.\n\nReason: {reason}\n{link}",
    ),
    Event(
        "application.withdrawn_on_request", recipients=PEOPLE, placeholders=(*CASE, "withdrawn_reason", "link"),
        subject_ko="요청하신 신청 취하를 처리하였습니다: {number}",
        body_ko="요청에 따라 {agency}에서 {provider_name}의 신청을 취하 처리하였습니다.\n\n사유: {withdrawn_reason}\n\n"
                "제출하신 내용은 기록으로 보존됩니다. 요청하신 적이 없다면 바로 {agency}에 알려 주시기 바랍니다.\n{link}",
        subject_en="Your application was withdrawn at your request: {number}",
        body_en="At your request {agency} has withdrawn the application of {provider_name}.\n\nReason: {withdrawn_reason}\n\n"
                "What was handed in stays on record. If you did not ask for this, please tell {agency} at once.\n{link}",
    ),
    Event(
        "supplement.requested", recipients=PEOPLE, placeholders=(*CASE, "due", "items", "link"),
        subject_ko="보완자료를 제출하여 주십시오: {number}, {due}까지",
        body_ko="{provider_name}의 품질인증 신청과 관련하여 아래 사항의 보완을 요청드립니다.\n\n{items}\n\n제출 기한: {due} 24:00까지\n\n"
                "요청드린 항목만 새로 작성하실 수 있으며, 이미 제출하신 내용은 그대로 보존됩니다.\n"
                "기한까지 제출하지 않으시면 지금까지 제출하신 내용으로 심사를 계속합니다.\n\n"
                "아래 주소에서 작성하여 제출하실 수 있습니다.\n{link}",
        subject_en="Please hand in what is missing: {number}, by {due}",
        body_en="For the application of {provider_name} we ask for the following.\n\n{items}\n\nTo be handed in by {due}, 24:00\n\n"
                "Only what is asked for can be written anew; everything else stays as it was handed in.\n"
                "If nothing is handed in by then, the evaluation goes on with what is there.\n\nYou can write and hand in here:\n{link}",
    ),
    Event(
        "supplement.extended", recipients=PEOPLE, placeholders=(*CASE, "due", "reason", "link"),
        subject_ko="보완자료 제출 기한을 연장하였습니다: {number}, {due}까지",
        body_ko="{provider_name}의 보완자료 제출 기한을 {due} 24:00까지로 연장하였습니다.\n\n연장 사유: {reason}\n{link}",
        subject_en="You have more time for your answer: {number}, until {due}",
        body_en="The time to answer the supplement request of {provider_name} is prolonged until {due}, 24:00.\n\nReason: {reason}\n{link}",
    ),
    Event(
        "supplement.item_withdrawn", recipients=PEOPLE, placeholders=(*CASE, "about", "reason", "link"),
        subject_ko="보완요청 항목을 철회하였습니다: {number}",
        body_ko="{provider_name}에 요청드린 보완 항목을 철회하였습니다. 이 항목은 제출하지 않으셔도 됩니다.\n\n"
                "항목: {about}\n사유: {reason}\n{link}",
        subject_en="Something that was asked for is no longer needed: {number}",
        body_en="The agency no longer asks {provider_name} for the following; you need not hand it in.\n\n"
                "Item: {about}\nReason: {reason}\n{link}",
    ),
    Event(
        "supplement.received", recipients=PEOPLE, placeholders=(*CASE, "sha256", "previous", "arrived", "link"),
        subject_ko="보완자료가 접수되었습니다: {number}",
        body_ko="{provider_name}의 보완자료를 접수하였습니다.\n\n접수번호: {number}\n접수 일시: {arrived}\n"
                "제출본 확인값(SHA-256): {sha256}\n이전 제출본 확인값: {previous}\n\n접수증은 아래 주소에서 받으실 수 있습니다.\n{link}",
        subject_en="Your supplement was received: {number}",
        body_en="We have received the supplement of {provider_name}.\n\nReceipt number: {number}\nReceived: {arrived}\n"
                "SHA-256 of what was handed in: {sha256}\nOf the submission before: {previous}\n\nThe receipt is here:\n{link}",
    ),
    Event(
        "supplement.answered", recipients=READERS, placeholders=CASE,
        subject_ko="보완자료가 제출되었습니다: {number} {provider_name}",
        body_ko="{provider_name}에서 보완자료를 제출하였습니다. 이전 제출본과 달라진 내용은 심사 건 화면에서 보실 수 있습니다.",
        subject_en="A supplement was handed in: {number} {provider_name}",
        body_en="{provider_name} has answered the supplement request. What differs from the submission before stands on the case's page.",
    ),
    Event(
        "supplement.lapsed", recipients=PEOPLE, placeholders=(*CASE, "due", "link"),
        subject_ko="보완자료 제출 기한이 지났습니다: {number}",
        body_ko="{provider_name}의 보완자료 제출 기한({due})이 지나 요청을 마감하였습니다.\n"
                "지금까지 제출하신 내용으로 심사를 계속합니다. 지금 하실 일은 없습니다.\n{link}",
        subject_en="The time for your supplement is over: {number}",
        body_en="The time for the supplement of {provider_name} ended on {due}.\n"
                "The evaluation goes on with what is there. There is nothing for you to do now.\n{link}",
    ),
    Event(
        "supplement.unanswered", recipients=DESK, placeholders=(*CASE, "link"),
        subject_ko="보완자료가 기한까지 제출되지 않았습니다: {number} {provider_name}",
        body_ko="{provider_name}에서 기한까지 보완자료를 제출하지 않았습니다. 지금까지 제출된 내용으로 심사를 계속합니다.\n{link}",
        subject_en="A supplement was not handed in: {number} {provider_name}",
        body_en="{provider_name} has not answered the supplement request in time. The case goes on with what is there.\n{link}",
    ),
    Event(
        "announcement.held_up", recipients="evaluations.queries.signers_of", placeholders=("title", "reason", "link"),
        subject_ko="결과가 발표되지 못했습니다: {title}",
        body_ko="결재가 끝난 결과 발표가 정해진 시각에 이루어지지 못했습니다. 아직 아무에게도 통지되지 않았습니다.\n\n사유: {reason}\n\n"
                "자동으로 다시 시도하지 않습니다. 원장이 사유를 적어 결재를 회수하면 담당자가 고쳐서 다시 기안할 수 있습니다.\n{link}",
        subject_en="An announcement of results could not go out: {title}",
        body_en="An approved announcement could not go out at its minute. Nobody has been told anything.\n\nReason: {reason}\n\n"
                "It is not tried again by itself. Once the director has taken it back with a reason, the officer can change it.\n{link}",
    ),
    *APPEAL_EVENTS,
    *FACT_EVENTS,
    *TEAM_EVENTS,
    *VISIT_EVENTS,
]

DEADLINES = [
    DeadlineKind("application.screen", days=10, rule="working", ladder=(-2, 1), recipients=DESK, page="desk_case",
                 label_ko="요건검토", label_en="Eligibility screening"),
    DeadlineKind("application.review", days=20, rule="working", ladder=(-3, 1), recipients=TEAM, page="assess_case",
                 label_ko="서면심사", label_en="Document review"),
    DeadlineKind("application.fact_check", days=5, rule="working", ladder=(-1,), recipients=PEOPLE, page="portal_report",
                 label_ko="심사 보고서 사실 확인", label_en="Fact check of the draft report"),
    DeadlineKind("application.supplement", days=7, rule="working", ladder=(-3, -1, 0), recipients=PEOPLE, page="portal_application",
                 label_ko="보완자료 제출", label_en="Answer to the supplement request"),
    *APPEAL_DEADLINES,
    *FACT_DEADLINES,
    DeadlineKind("application.visit_date", days=3, rule="working", ladder=(-1, 0), recipients=PEOPLE, page="portal_visit",
                 label_ko="현장심사 날짜 선택", label_en="Choice of a date for the site visit"),
    DeadlineKind("application.visit_day", days=7, rule="calendar", ladder=(-7, -1), recipients=PEOPLE, page="portal_visit",
                 near="application.visit_near", label_ko="현장심사", label_en="Site visit"),
    DeadlineKind("team.challenge", days=3, rule="working", label_ko="심사위원 기피 신청", label_en="Challenge of an assessor"),
]
