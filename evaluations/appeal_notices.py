"""What people are told about an appeal (이의신청): received, being handled, prolonged, answered; who handles it and by when."""
from correspondence.events import DeadlineKind, Event

PEOPLE, OWN, DESK = (f"evaluations.queries.{name}" for name in ("people_of_part", "people_of", "desk_and_managers_of"))
HANDLERS, LEAD = (f"evaluations.queries.{name}" for name in ("people_who_handle", "lead_who_handles"))
APPEAL = ("appeal", "number", "provider_name")

APPEAL_EVENTS = [
    Event(
        "appeal.received", recipients=PEOPLE, placeholders=(*APPEAL, "arrived", "due", "sha256", "link"),
        subject_ko="이의신청이 접수되었습니다: {number}",
        body_ko="{provider_name}의 이의신청을 접수하였습니다.\n\n이의신청 번호: {number}\n접수 일시: {arrived}\n"
                "신청 내용 확인값(SHA-256): {sha256}\n\n결정에 관여하지 않은 사람이 처리하며, {due}까지 결과를 통지합니다. "
                "부득이한 경우 10일의 범위에서 한 번 연장할 수 있고, 연장하면 사유를 알려 드립니다.\n{link}",
        subject_en="Your appeal was received: {number}",
        body_en="We have received the appeal of {provider_name}.\n\nNumber: {number}\nReceived: {arrived}\n"
                "SHA-256 of what was handed in: {sha256}\n\nIt is handled by people who took no part in the decision, and answered by "
                "{due}. Where it cannot be helped this is prolonged once by ten days; then you are told why.\n{link}",
    ),
    Event(
        "appeal.handed_in", recipients=DESK, placeholders=(*APPEAL, "due", "link"),
        subject_ko="이의신청이 제출되었습니다: {number} {provider_name}, {due}까지 통지",
        body_ko="{provider_name}에서 이의신청을 제출하였습니다. {due}까지 결과를 통지하여야 합니다.\n"
                "결정에 관여하지 않은 사람 가운데 처리 담당자를 두 명 이상 지정하여 주시기 바랍니다.\n{link}",
        subject_en="An appeal was handed in: {number} {provider_name}, to be answered by {due}",
        body_en="{provider_name} has handed in an appeal. It has to be answered by {due}.\n"
                "Please name two or more people who took no part in the decision to handle it.\n{link}",
    ),
    Event(
        "appeal.being_handled", recipients=PEOPLE, placeholders=(*APPEAL, "due", "link"),
        subject_ko="이의신청 처리 담당자가 지정되었습니다: {number}",
        body_ko="{provider_name}의 이의신청을 처리할 담당자가 지정되었습니다. 담당자는 인증 심사와 결정에 관여하지 않은 사람입니다.\n"
                "{due}까지 결과를 통지합니다. 지금 하실 일은 없습니다.\n{link}",
        subject_en="Your appeal is being handled: {number}",
        body_en="People who took no part in evaluating or deciding were named to handle the appeal of {provider_name}.\n"
                "You are told the result by {due}. There is nothing for you to do now.\n{link}",
    ),
    Event(
        "appeal.stood_back", recipients=DESK, placeholders=(*APPEAL, "link"),
        subject_ko="이의신청 처리 담당자가 회피하였습니다: {number} {provider_name}",
        body_ko="{provider_name} 이의신청의 처리 담당자가 이해관계를 신고하여 처리를 회피하였습니다. "
                "다른 사람을 지정하여 주시기 바랍니다.\n{link}",
        subject_en="Somebody stands back from an appeal: {number} {provider_name}",
        body_en="One of those who handle the appeal of {provider_name} has declared an interest. Please name somebody else.\n{link}",
    ),
    Event(
        "appeal.to_propose", recipients=LEAD, placeholders=(*APPEAL, "link"),
        subject_ko="이의신청 처리안을 작성하여 주십시오: {number}",
        body_ko="{provider_name} 이의신청에 대한 의견이 모두 제출되었습니다.\n"
                "이의 사항별 인용 여부와 사유를 처리안으로 작성하여 주시기 바랍니다.\n{link}",
        subject_en="Please write the proposal about an appeal: {number}",
        body_en="All opinions on the appeal of {provider_name} are in. Please write, point by point, what is upheld and why.\n{link}",
    ),
    Event(
        "appeal.proposed", recipients=DESK, placeholders=(*APPEAL, "link"),
        subject_ko="이의신청 처리안이 작성되었습니다: {number} {provider_name}",
        body_ko="{provider_name} 이의신청의 처리안이 작성되었습니다. 처리안에 따라 통지문을 기안하여 주시기 바랍니다.\n{link}",
        subject_en="The proposal about an appeal is written: {number} {provider_name}",
        body_en="The proposal about the appeal of {provider_name} is written. Please draft the answer from it.\n{link}",
    ),
    Event(
        "appeal.extended", recipients=PEOPLE, placeholders=(*APPEAL, "due", "reason", "link"),
        subject_ko="이의신청 처리 기간을 연장하였습니다: {number}, {due}까지",
        body_ko="{provider_name}의 이의신청 처리 기간을 {due}까지 연장하였습니다.\n\n연장 사유: {reason}\n{link}",
        subject_en="More time for the answer to your appeal: {number}, by {due}",
        body_en="The time for the answer to the appeal of {provider_name} was prolonged to {due}.\n\nReason: {reason}\n{link}",
    ),
    Event(
        "appeal.withdrawn", recipients="evaluations.queries.desk_and_handlers_of", placeholders=(*APPEAL, "link"),
        subject_ko="이의신청이 취하되었습니다: {number} {provider_name}",
        body_ko="{provider_name}의 이의신청이 취하되었습니다. 더 하실 일은 없습니다.\n{link}",
        subject_en="An appeal was withdrawn: {number} {provider_name}",
        body_en="The appeal of {provider_name} was withdrawn. There is nothing more to do.\n{link}",
    ),
    Event(
        "appeal.answered", recipients=PEOPLE, placeholders=(*APPEAL, "outcome", "link"),
        subject_ko="이의신청 결과를 통지합니다: {number}",
        body_ko="{provider_name}의 이의신청에 대한 결과를 통지합니다.\n\n결과: {outcome}\n\n"
                "이의 사항별 사유와 통지문은 아래 주소에서 보실 수 있습니다.\n{link}",
        subject_en="Your appeal is answered: {number}",
        body_en="The appeal of {provider_name} is answered.\n\nResult: {outcome}\n\n"
                "The reasons, point by point, and the letter are here:\n{link}",
    ),
]

APPEAL_DEADLINES = [
    DeadlineKind("appeal.hand_in", days=30, rule="calendar", ladder=(-7,), recipients=OWN, page="portal_application",
                 label_ko="이의신청 제출", label_en="Appeal against the decision"),
    DeadlineKind("appeal.answer", days=14, rule="calendar", ladder=(-5, -2, 0, 1), recipients=DESK, page="desk_appeal",
                 label_ko="이의신청 결과 통지", label_en="Answer to the appeal"),
]
