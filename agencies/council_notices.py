"""What people are told of the bodies of the network: places to fill, meetings, proposals, tasks, and by when."""
from agencies.telling import told
from correspondence.events import DeadlineKind

PEOPLE, HERE = "agencies.queries.people", "agencies.queries.council_people"
CENTRAL, KEEPERS = f"{PEOPLE}.centrals_officers", f"{PEOPLE}.writers"
MEMBERS, AUTHOR, OWNER, REPORTER, DIRECTORS = (
    f"{HERE}.{name}" for name in ("members_sent", "author", "owner", "owner_of_report", "directors_above"))
TASK_DUE, TASK_LATE = "council.task", "council.task_late"

COUNCIL_EVENTS = [
    told("council.place_laid", KEEPERS,
         ("{body_name} 위원을 지정하여 주십시오",
          "{body_name}에 우리 기관의 자리가 정해졌습니다.\n\n위원과 임기를 지정하여 주시기 바랍니다."),
         ("Please name who sits in {body_name}",
          "Your agency has a place in {body_name}.\n\nPlease name who holds it, and for which term."),
         "body_name"),
    told("council.meeting_called", MEMBERS,
         ("{subject} 개최 안내: {meets_at}", "{body} 회의를 다음과 같이 개최합니다.\n\n회의: {subject}\n일시: {meets_at}\n장소: {place}\n\n"
          "참석이 어려운 경우 소속 기관에 대리 참석자 지정을 요청하여 주시기 바랍니다."),
         ("{subject}: {meets_at}", "{body} is called together.\n\nMeeting: {subject}\nTime: {meets_at}\nPlace: {place}\n\n"
          "If you cannot come, ask your agency to name a substitute."), "body", "meets_at", "place"),
    told("council.meeting_cancelled", MEMBERS,
         ("{subject} 취소 안내", "{meets_at}에 예정된 {body} 회의가 취소되었습니다.\n\n사유: {reason}"),
         ("{subject} is cancelled", "The meeting of {body} of {meets_at} does not take place.\n\nReason: {reason}"),
         "body", "meets_at", "reason"),
    told("council.minutes_sent", MEMBERS,
         ("{subject} 회의록을 확인하여 주십시오", "{body} 회의록이 등록되었습니다.\n\n"
          "정정할 사항이 있으면 다음 회의 전까지 간사에게 알려 주시기 바랍니다. 회의록은 다음 회의에서 확정합니다."),
         ("Minutes of {subject}", "The minutes of {body} can be read.\n\nPlease tell the secretary before the next meeting what has to be "
          "corrected. That meeting approves them."), "body"),
    told("council.proposal_handed_in", CENTRAL,
         ("안건이 제안되었습니다: {subject}", "{body}에 안건이 제안되었습니다.\n\n안건: {subject}\n제안 기관: {by}\n\n"
          "회의에 상정하거나 사유를 회신하여 주시기 바랍니다."),
         ("An item is proposed: {subject}", "An item is proposed for {body}.\n\nItem: {subject}\nProposed by: {by}\n\n"
          "Please put it on an agenda, or answer with a reason."), "body", "by"),
    told("council.proposal_answered", AUTHOR,
         ("제안하신 안건의 처리 결과를 알려 드립니다: {subject}", "제안하신 안건의 처리 상태: {stage}\n\n{answer}"),
         ("Your proposal: {subject}", "State of your proposal: {stage}\n\n{answer}"), "stage", "answer"),
    told("council.task_given", OWNER,
         ("조치사항이 배정되었습니다: {due_on}까지", "{body_name}의 의결에 따른 조치사항을 처리하여 주시기 바랍니다.\n\n"
          "조치사항: {subject}\n기한: {due_on}"),
         ("A task for you, by {due_on}", "A resolution of {body_name} gives you a task.\n\nTask: {subject}\nDue: {due_on}"),
         "body_name", "due_on"),
    told("council.task_reported", CENTRAL,
         ("조치 결과가 보고되었습니다: {task}", "조치 결과를 확인하여 주시기 바랍니다.\n\n조치사항: {task}"),
         ("A task is reported on: {task}", "Please accept the report, or ask again.\n\nTask: {task}"), "task"),
    told("council.report_answered", REPORTER,
         ("조치 결과에 대한 회신: {task}", "보고하신 조치 결과에 대한 회신입니다.\n\n처리: {outcome}\n{answer}"),
         ("Answer to your report: {task}", "Your report is answered.\n\nOutcome: {outcome}\n{answer}"), "task", "outcome", "answer"),
    told("council.owner_gone", KEEPERS,
         ("조치사항 담당자를 새로 지정하여 주십시오",
          "담당자가 더 이상 해당 협의체의 위원이 아닙니다. 새 담당자를 지정하여 주시기 바랍니다.\n\n"
          "조치사항: {subject}"),
         ("Please name a new person in charge of a task", "Who was in charge is no longer a member. Please name somebody else.\n\n"
          "Task: {subject}")),
]
COUNCIL_DEADLINES = [
    DeadlineKind(TASK_DUE, days=30, rule="calendar", ladder=(-7, -1, 0, 3), recipients=OWNER, over="is_over",
                 together="owner_id", apart="owner_id", list_page="network_tasks", escalation=DIRECTORS, desk_page="network_tasks",
                 label_ko="협의체 조치사항", label_en="Task of a body"),
    DeadlineKind(TASK_LATE, days=30, rule="calendar", ladder=(3,), recipients=CENTRAL, page="network_task", over="is_over",
                 label_ko="협의체 조치사항 지연", label_en="Task of a body that is late"),
]
