"""What people are told about a team of assessors: who they are, challenges of them, cases handed over."""
from correspondence.events import Event

PART, MANAGERS = "evaluations.queries.people_of_part", "evaluations.queries.managers_of"         # of what belongs to a case

TEAM_EVENTS = [
    Event(
        "team.announced", recipients=PART, placeholders=("number", "provider_name", "assessors", "due", "link"),
        subject_ko="심사위원을 알려 드립니다: {number}, 기피 신청은 {due}까지",
        body_ko="{provider_name}의 품질인증 신청을 심사할 위원을 아래와 같이 알려 드립니다.\n\n{assessors}\n\n"
                "공정한 심사를 기대하기 어려운 사정이 있는 위원에 대하여는 {due} 24:00까지 그 사유를 적어 기피를 신청하실 수 있습니다. "
                "기피 사유가 없으시면 하실 일은 없습니다.\n{link}",
        subject_en="Who assesses your application: {number}, challenges until {due}",
        body_en="These assessors evaluate the application of {provider_name}:\n\n{assessors}\n\n"
                "If there is a reason to doubt that one of them is impartial, you may challenge them, with the reason, until {due}, 24:00. "
                "Otherwise there is nothing for you to do.\n{link}",
    ),
    Event(
        "challenge.received", recipients=MANAGERS, placeholders=("number", "provider_name", "assessor", "link"),
        subject_ko="심사위원 기피 신청이 접수되었습니다: {number} {provider_name}",
        body_ko="{provider_name}에서 {assessor} 위원에 대하여 기피를 신청하였습니다. 인용 여부를 결정하여 주시기 바랍니다.\n"
                "결정하시기 전에는 서면심사 결과가 확정되지 않습니다.\n{link}",
        subject_en="An assessor is challenged: {number} {provider_name}",
        body_en="{provider_name} has challenged {assessor}. Please decide.\nThe document review is not settled before that.\n{link}",
    ),
    Event(
        "challenge.granted", recipients=PART, placeholders=("number", "provider_name", "assessor", "decision", "link"),
        subject_ko="기피 신청을 인용하였습니다: {number}",
        body_ko="{provider_name}에서 신청하신 {assessor} 위원에 대한 기피를 인용하였습니다. 해당 위원은 이 심사에서 제외되었습니다.\n\n"
                "결정 사유: {decision}\n\n새로 위촉되는 위원이 있으면 따로 알려 드립니다.\n{link}",
        subject_en="Your challenge is granted: {number}",
        body_en="The challenge of {assessor} is granted; they no longer assess the application of {provider_name}.\n\n"
                "Reason: {decision}\n\nIf somebody comes in their place, you are told.\n{link}",
    ),
    Event(
        "challenge.rejected", recipients=PART, placeholders=("number", "provider_name", "assessor", "decision", "link"),
        subject_ko="기피 신청을 기각하였습니다: {number}",
        body_ko="{provider_name}에서 신청하신 {assessor} 위원에 대한 기피를 기각하였습니다. 해당 위원이 심사를 계속합니다.\n\n"
                "결정 사유: {decision}\n{link}",
        subject_en="Your challenge is rejected: {number}",
        body_en="The challenge of {assessor} is rejected; they go on assessing the application of {provider_name}.\n\n"
                "Reason: {decision}\n{link}",
    ),
    Event(
        "challenge.assignment_ended", recipients="evaluations.queries.assessor_challenged", placeholders=("number", "provider_name"),
        subject_ko="심사 배정이 해제되었습니다: {number} {provider_name}",
        body_ko="{provider_name} 건의 기피 신청이 인용되어 심사 배정이 해제되었습니다.\n해당 건의 자료는 더 이상 열리지 않습니다.",
        subject_en="An assignment has ended: {number} {provider_name}",
        body_en="A challenge in the case of {provider_name} was granted, and your assignment has ended.\n"
                "Its papers are closed to you now, and there is nothing for you to do.",
    ),
    Event(
        "assignment.handed_over", recipients="evaluations.queries.account_of_member", placeholders=("count", "link"),
        subject_ko="심사 {count}건을 새로 배정받으셨습니다", subject_en="{count} cases are assigned to you",
        body_ko="다른 위원이 맡던 심사 {count}건을 새로 배정받으셨습니다. 건마다 이해관계를 먼저 신고하여 주시기 바랍니다.\n{link}",
        body_en="You have taken over {count} cases of another assessor. Please declare for each whether anything ties you to it.\n{link}",
    ),
]
