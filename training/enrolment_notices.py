"""What people are told of their enrolments, and when they are reminded of the first class."""
from correspondence.events import DeadlineKind, Event

PEOPLE = "training.queries.enrolment"
PARTICIPANT, APPROVERS = f"{PEOPLE}.participant", f"{PEOPLE}.approvers"
FIRST_CLASS = "enrolment.first_class"


def told(name, ko, en, *more, recipients=PARTICIPANT):
    """`ko`, `en`: (subject, body). Each names the run and ends with where it leads."""
    return Event(name, recipients=recipients, placeholders=("run", "link", *more), subject_ko=ko[0], body_ko=f"{ko[1]}\n\n{{link}}",
                 subject_en=en[0], body_en=f"{en[1]}\n\n{{link}}")


STATES = ("classes", "why", "offer_until_at")           # what a state's text may use; `why`: the reason in words
ENROLMENT_EVENTS = [
    told("enrolment.requested",
         ("수강신청 승인 요청: {run}",
          "소속 직원이 수강을 신청하여 승인을 기다리고 있습니다.\n\n과정: {run}\n신청자: {subject}"),
         ("An enrolment waits for your approval: {run}", "One of your people asks to take part.\n\nRun: {run}\nWho: {subject}"),
         recipients=APPROVERS),
    told("enrolment.asked",
         ("수강신청이 접수되었습니다: {run}",
          "신청하신 내용이 접수되었습니다. 수강 여부가 정해지면 바로 알려 드립니다.\n\n과정: {run}"),
         ("Your enrolment is received: {run}", "It is received. You are told at once whether you have a seat.\n\nRun: {run}"), *STATES),
    told("enrolment.enrolled",
         ("수강이 확정되었습니다: {run}",
          "신청하신 과정의 수강이 확정되었습니다.\n\n과정: {run}\n{classes}\n\n"
          "참석이 어려우시면 취소 기한 안에 취소하여 주십시오."),
         ("You have a seat: {run}", "You have a seat.\n\nRun: {run}\n{classes}\n\nIf you cannot come, please cancel in time."), *STATES),
    told("enrolment.waiting",
         ("대기자로 등록되었습니다: {run}",
          "정원이 모두 차서 대기자로 등록되었습니다. 자리가 나면 순서대로 알려 드립니다.\n\n과정: {run}"),
         ("You are on the waiting list: {run}", "All seats are taken. You are told when one becomes free for you.\n\nRun: {run}"), *STATES),
    told("enrolment.offered", ("자리가 났습니다. {offer_until_at}까지 수락하여 주십시오: {run}",
          "대기하신 과정에 자리가 났습니다. {offer_until_at}까지 수락하지 않으시면 다음 대기자에게 넘어갑니다.\n\n"
          "과정: {run}\n{classes}"),
         ("A seat is free for you until {offer_until_at}: {run}",
          "Please take it up by {offer_until_at}; after that it is offered to the next.\n\nRun: {run}\n{classes}"), *STATES),
    told("enrolment.lapsed",
         ("수락 기한이 지났습니다: {run}",
          "수락 기한이 지나 자리가 다음 대기자에게 넘어갔습니다. 필요하시면 다시 신청하실 수 있습니다.\n\n과정: {run}"),
         ("The offer has ended: {run}", "The seat was not taken up in time and goes to the next. You may enrol again.\n\nRun: {run}"),
         *STATES),
    told("enrolment.closed_out",
         ("수강하실 수 없게 되었습니다: {run}",
          "이번 차수는 수강하실 수 없게 되었습니다.\n\n과정: {run}\n사유: {why}"),
         ("You cannot take part: {run}", "You cannot take part in this run.\n\nRun: {run}\nReason: {why}"), *STATES),
    told("enrolment.run_cancelled",
         ("교육이 취소되었습니다: {run}",
          "예정된 교육이 취소되었습니다. 양해하여 주시기 바랍니다.\n\n과정: {run}\n사유: {why}"),
         ("The run does not take place: {run}", "It is cancelled. We are sorry.\n\nRun: {run}\nReason: {why}"), *STATES),
    told("enrolment.refused",
         ("수강신청이 승인되지 않았습니다: {run}",
          "수강신청이 승인되지 않았습니다.\n\n과정: {run}\n사유: {why}"),
         ("Your enrolment is not approved: {run}", "It is not approved.\n\nRun: {run}\nReason: {why}"), *STATES),
    told("enrolment.cancelled",
         ("수강신청이 취소되었습니다: {run}",
          "교육담당자가 수강신청을 취소하였습니다.\n\n과정: {run}\n사유: {why}"),
         ("Your enrolment is cancelled: {run}", "The training officer has cancelled it.\n\nRun: {run}\nReason: {why}"), *STATES),
    told("enrolment.moved",
         ("교육 일정이 변경되었습니다: {run}",
          "교육 일정이 변경되었습니다. 변경된 일정은 다음과 같습니다.\n\n과정: {run}\n{classes}\n\n"
          "변경된 일정에 참석하기 어려우시면 기한과 관계없이 취소하실 수 있습니다."),
         ("The classes were moved: {run}", "These are the times now.\n\nRun: {run}\n{classes}\n\n"
          "If you cannot come at these times, you may cancel, whatever the day."), "classes"),
    told("enrolment.near",
         ("{last_day} 교육 안내: {run}",
          "신청하신 교육이 {last_day}에 시작합니다. 일시와 장소를 확인하여 주십시오.\n\n과정: {run}"),
         ("{run} begins on {last_day}", "Your training begins on {last_day}. Please look at time and place.\n\nRun: {run}"), "last_day"),
]
ENROLMENT_DEADLINES = [
    DeadlineKind(FIRST_CLASS, days=7, rule="calendar", ladder=(-7, -1), recipients=PARTICIPANT, page="training_enrolment",
                 near="enrolment.near", over="has_no_seat", label_ko="교육 시작", label_en="Training begins"),
]
